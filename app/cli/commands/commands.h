#pragma once
#include <functional>
#include <span>
#include <string_view>

#include "model/core/result.h"

namespace CLI {
class App;
}

/// The commands of gatewright-cli. Each stands in the file of its name; commands.cpp lists them.
namespace gw::cli {

/// Does what was asked. The value is the exit status (0 or 1); an error goes to standard error, and the status is 2.
using Run = std::function<Result<int>()>;

struct Command {
    std::string_view name;   ///< "check"
    std::string_view about;  ///< one line of the help
    /// Declares arguments and options; what is returned runs once they are read.
    Run (*declare)(CLI::App& command);
};

/// In the order of the help.
std::span<const Command> commands();

Run declareCheck(CLI::App& command);
Run declareTrace(CLI::App& command);
Run declareMatrix(CLI::App& command);
Run declareFix(CLI::App& command);
Run declareExport(CLI::App& command);
Run declareRules(CLI::App& command);
Run declareExplain(CLI::App& command);
Run declareServices(CLI::App& command);
Run declareSchema(CLI::App& command);
Run declarePolicy(CLI::App& command);
Run declarePolicyEvaluate(CLI::App& command);
Run declarePolicyLint(CLI::App& command);
Run declarePolicyLockout(CLI::App& command);
Run declarePolicyProve(CLI::App& command);

}  // namespace gw::cli
