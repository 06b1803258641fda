#pragma once
#include <string>
#include <vector>

#include "app/cli/options.h"
#include "model/check/rule.h"

namespace gw::cli {

/// --rule, which may be repeated.
CLI::Option* addRules(CLI::App& command, std::vector<std::string>& rules, const std::string& about);

/// The rules of these codes and names, in order of code; all of them where none is named. Says which name is unknown.
Result<std::vector<const Rule*>> rulesNamed(const std::vector<std::string>& names);

}  // namespace gw::cli
