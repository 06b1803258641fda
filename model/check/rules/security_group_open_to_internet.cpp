#include <algorithm>
#include <set>

#include "model/check/needs.h"
#include "model/check/open_to_internet.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Groups of everything that a wanted flow from the internet leads to.
std::set<Id<SecurityGroup>> groupsThatServeInternet(const Facts& facts) {
    std::set<Id<SecurityGroup>> groups;
    for (const Client& client : facts.design().clients)
        for (const Flow* flow : facts.network().flowsFrom(client.id)) {
            if (!isWanted(*flow)) continue;
            if (const Workload* workload = find(facts.design(), Id<Workload>{flow->to.value}))
                groups.insert(workload->securityGroups.begin(), workload->securityGroups.end());
            if (const LoadBalancer* balancer = find(facts.design(), Id<LoadBalancer>{flow->to.value}))
                groups.insert(balancer->securityGroups.begin(), balancer->securityGroups.end());
        }
    return groups;
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    const std::set<Id<SecurityGroup>> serving = groupsThatServeInternet(facts);
    for (const SecurityGroup& group : facts.design().securityGroups) {
        const auto open = rulesOpenToInternet(group, PortRange{});
        if (open.empty() || serving.contains(group.id)) continue;
        std::vector<std::string> ports;
        std::vector<Edit> steps;
        for (const SecurityGroupRule& rule : open) {
            const std::string text = rule.ports.isAll() ? "all ports" : rule.ports.text();
            if (std::ranges::find(ports, text) == ports.end()) ports.push_back(text);
            steps.push_back(edits::removeSecurityGroupRule(group.id, Direction::In, rule));
        }
        Finding finding{group.id, facts.name(group.id) + " admits the whole internet on " + listOf(ports) + ".",
                        Severity::Warning};
        finding.fixes.push_back(
            reviewedFix("Take the open rules out of " + facts.name(group.id), inOrder("", std::move(steps))));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule securityGroupOpenToInternet = {
    .code = "SGR012",
    .name = "security-group-open-to-internet",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Only what serves the internet is open to it",
    .why =
        "The inbound rules together admit every public address. Unless clients on the internet are meant "
        "to call, this is an open door.",
    .howToFix = "Name the blocks or groups that call.",
    .source = "AWS Security Hub EC2.18; AWS Config vpc-sg-open-only-to-authorized-ports",
    .check = look,
};

}  // namespace gw::rules
