#include <algorithm>

#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Whoever admits the default group, or is let out to it, admits its old member under the new group.
std::vector<Edit> admittedAlike(const Facts& facts, const SecurityGroup& former, const Id<SecurityGroup>& own) {
    std::vector<Edit> steps;
    for (const SecurityGroup* group : facts.network().securityGroupsOf(former.vpc))
        for (const Direction direction : {Direction::In, Direction::Out})
            for (SecurityGroupRule rule : direction == Direction::In ? group->ingress : group->egress) {
                const auto* peer = std::get_if<1>(&rule.peer);
                if (!peer || peer->value != former.id.value) continue;
                rule.peer = IdOf<SecurityGroup, PrefixList>(own);
                steps.push_back(edits::allowInSecurityGroup(group->id, direction, std::move(rule)));
            }
    return steps;
}

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    const auto groups = groupsOf(facts, workload);
    const auto at = std::ranges::find_if(groups, [](const SecurityGroup* group) { return group->isDefault; });
    const Vpc* vpc = facts.network().vpcOf(workload);
    if (at == groups.end() || !vpc) return;
    const std::string name = facts.name(workload.id);
    Finding finding{workload.id, name + " uses the default security group of " + facts.name(vpc->id) + ".",
                    Severity::Warning};
    SecurityGroup own = **at;
    own.id = {freeId(facts.design(), "sg-" + workload.id.value)};
    own.name.clear();
    own.isDefault = false;
    own.description = workload.id.value;
    std::vector<Id<SecurityGroup>> after{own.id};
    for (const auto& id : workload.securityGroups)
        if (id != (*at)->id) after.push_back(id);
    std::vector<Edit> steps{edits::addSecurityGroup(own), edits::setSecurityGroups(workload.id, after)};
    for (Edit& step : admittedAlike(facts, **at, own.id)) steps.push_back(std::move(step));
    finding.fixes.push_back(
        reviewedFix("Give " + name + " a security group of its own", inOrder("", std::move(steps))));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule defaultSecurityGroupInUse = {
    .code = "SGR018",
    .name = "default-security-group-in-use",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Nothing relies on the default security group",
    .why =
        "Everything that names no group of its own shares the default group, and its members reach each "
        "other. A group that says what it is for can be read and narrowed.",
    .howToFix = "Give each workload a group of its own, and leave the default group without rules.",
    .source = "AWS Security Hub EC2.2; AWS Config vpc-default-security-group-closed (F-020)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
