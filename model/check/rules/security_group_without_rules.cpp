#include <set>

#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::set<std::string> seen;
    for (const auto& [flow, trace, caller, vpc, service] : facts.flows()) {
        if (!isWanted(flow)) continue;
        for (const Blocker& blocker : trace.blockers) {
            if (blocker.code != "SG_NO_RULES") continue;
            const SecurityGroup* group = find(facts.design(), Id<SecurityGroup>{blocker.subject.value});
            const bool inbound = blocker.stage == Stage::SecurityGroupIn;
            if (!group || group->isDefault || !seen.insert(group->id.value + (inbound ? " in" : " out")).second)
                continue;
            found.push_back({group->id,
                             facts.name(group->id) +
                                 (inbound ? " has no inbound rule, and " : " has no outbound rule, and ") +
                                 facts.name(flow.from) + " calls " + facts.name(flow.to) + ".",
                             Severity::Error});
        }
    }
    return found;
}

}  // namespace

extern const Rule securityGroupWithoutRules = {
    .code = "SGR001",
    .name = "security-group-without-rules",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A security group on the way has rules",
    .why =
        "A security group without rules in a direction lets nothing pass that way, and a call that is "
        "needed passes there.",
    .howToFix = "Add the rule that the call needs.",
    .source = "Reachability Analyzer SG_HAS_NO_RULES; Amazon VPC User Guide, Security groups (F-246)",
    .check = look,
};

}  // namespace gw::rules
