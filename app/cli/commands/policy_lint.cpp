#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "model/check/rule.h"
#include "model/report/policy_lint.h"

namespace gw::cli {
namespace {

struct Asked {
    std::string policy{};
    std::string type{};
    std::string endpointType{};
    std::string format = "text";
    std::string failOn = "warning";
};

Result<int> run(const Asked& asked) {
    const auto text = readInput(asked.policy);
    if (!text) return tl::unexpected<Error>(text.error());
    PolicyPlace place;
    if (!asked.endpointType.empty()) {
        if (!asked.type.empty() && asked.type != infoOf(PolicyType::Endpoint).word)
            return fail("gatewright-cli: --endpoint-type goes with an endpoint policy alone.");
        place.type = PolicyType::Endpoint;
        place.endpointKind =
            asked.endpointType == "Gateway" ? Grants::EndpointKind::Gateway : Grants::EndpointKind::Interface;
    } else {
        place.type = asked.type.empty() ? likelyTypeOf(*text) : policyTypeOf(asked.type).value_or(PolicyType::Identity);
    }
    const CheckedPolicy checked{asked.policy, *text, place, lintPolicy(*text, place)};
    if (Status done = print(asked.format == "json" ? policyLintJson(checked) : policyLintText(checked)); !done)
        return tl::unexpected<Error>(done.error());
    if (asked.failOn == "never") return 0;
    const auto least = valueOf<Severity>(asked.failOn);
    return std::ranges::any_of(checked.findings, [&](const PolicyFinding& each) { return each.severity >= least; }) ? 1
                                                                                                                    : 0;
}

std::vector<std::string> typeWords() {
    std::vector<std::string> words;
    for (const PolicyTypeInfo& info : policyTypes()) words.emplace_back(info.word);
    return words;
}

}  // namespace

Run declarePolicyLint(CLI::App& command) {
    const auto asked = std::make_shared<Asked>();
    command.add_option("policy", asked->policy, "The policy, as JSON; - for standard input")
        ->required()
        ->type_name("POLICY");
    addChoice(command, "--type", asked->type, typeWords(),
              "What it is attached to (default: by its looks identity, resource or trust)");
    addChoice(command, "--endpoint-type", asked->endpointType, {"Gateway", "Interface"},
              "The kind of endpoint, of an endpoint policy");
    addChoice(command, "--format", asked->format, {"text", "json"}, "How to write what is found (default: text)");
    addChoice(command, "--fail-on", asked->failOn, {"error", "warning", "hint", "never"},
              "The least severity that gives exit status 1 (default: warning)");
    return [asked] { return run(*asked); };
}

}  // namespace gw::cli
