#include <CLI/CLI.hpp>

#include <memory>
#include <utility>
#include <vector>

#include "app/cli/commands/commands.h"

namespace gw::cli {

Run declarePolicy(CLI::App& command) {
    static constexpr Command all[] = {
        {"evaluate", "Say whether AWS would let a request through, and which statements decide", declarePolicyEvaluate},
        {"lint", "Say what is wrong with a policy, and where", declarePolicyLint},
        {"lockout", "Say who and what a draft would lock out, before it is applied", declarePolicyLockout},
        {"prove", "Answer a question about every request at once: proved, or a request that shows otherwise",
         declarePolicyProve},
    };
    command.require_subcommand(1);
    const auto runs = std::make_shared<std::vector<std::pair<const CLI::App*, Run>>>();
    for (const Command& each : all) {
        CLI::App* declared = command.add_subcommand(std::string(each.name), std::string(each.about));
        runs->emplace_back(declared, each.declare(*declared));
    }
    return [runs]() -> Result<int> {
        for (const auto& [declared, run] : *runs)
            if (declared->parsed()) return run();
        return fail("gatewright-cli: policy needs a command of its own.");
    };
}

}  // namespace gw::cli
