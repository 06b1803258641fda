#include "app/cli/rule_choice.h"

#include <algorithm>

namespace gw::cli {

CLI::Option* addRules(CLI::App& command, std::vector<std::string>& rules, const std::string& about) {
    return command.add_option("--rule", rules, about)
        ->type_name("RULE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

Result<std::vector<const Rule*>> rulesNamed(const std::vector<std::string>& names) {
    const auto all = allRules();
    if (names.empty()) return std::vector<const Rule*>(all.begin(), all.end());
    std::vector<const Rule*> rules;
    for (const std::string& name : names) {
        const Rule* rule = ruleOf(name);
        if (!rule) return fail("There is no rule " + name + "; gatewright-cli rules lists them.");
        if (std::ranges::find(rules, rule) == rules.end()) rules.push_back(rule);
    }
    std::ranges::sort(rules, {}, &Rule::code);
    return rules;
}

}  // namespace gw::cli
