#include "model/check/group_calls.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Types and codes of ICMP are written where other protocols have ports, and do count.
bool isWithoutEffect(const SecurityGroupRule& rule) {
    return !rule.protocol.hasPorts() && rule.protocol != Protocol::icmp() && rule.protocol != Protocol::icmpv6() &&
           !rule.ports.isAll();
}

void lookAt(const Facts& facts, const SecurityGroup& group, std::vector<Finding>& found) {
    for (const Direction direction : {Direction::In, Direction::Out})
        for (const SecurityGroupRule& rule : direction == Direction::In ? group.ingress : group.egress) {
            if (!isWithoutEffect(rule)) continue;
            const std::string name = facts.name(group.id);
            const std::string protocol = rule.protocol.isAll() ? "all protocols" : "protocol " + rule.protocol.text();
            SecurityGroupRule everything = rule;
            everything.ports = PortRange{};
            SecurityGroupRule tcp = rule;
            tcp.protocol = Protocol::tcp();
            Finding finding{
                group.id, name + " names " + rule.ports.text() + " for " + protocol + ": AWS takes it for every port.",
                Severity::Hint};
            finding.fixes.push_back(safeFix("Take " + rule.ports.text() + " out of the rule of " + name,
                                            edits::replaceSecurityGroupRule(group.id, direction, rule, everything)));
            finding.fixes.push_back(reviewedFix("Let only " + textOf(facts, tcp) + " pass " + name,
                                                edits::replaceSecurityGroupRule(group.id, direction, rule, tcp)));
            found.push_back(std::move(finding));
        }
}

}  // namespace

extern const Rule portsWithoutEffect = {
    .code = "SGR011",
    .name = "ports-without-effect",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Ports stand in rules of TCP and UDP alone",
    .why =
        "Where a rule names all protocols, or one without ports, AWS takes it for every port: the range that "
        "is written there limits nothing.",
    .howToFix = "Take the ports out, or name the protocol that they are meant for.",
    .source = "Amazon EC2 API, AuthorizeSecurityGroupIngress (F-247)",
    .check = each<&Design::securityGroups, lookAt>(),
};

}  // namespace gw::rules
