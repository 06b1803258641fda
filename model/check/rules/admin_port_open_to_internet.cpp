#include <algorithm>
#include <array>

#include "model/check/needs.h"
#include "model/check/open_to_internet.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

constexpr std::array adminPorts{PortRange::single(22), PortRange::single(3389), PortRange{5985, 5986}};

void lookAt(const Facts& facts, const SecurityGroup& group, std::vector<Finding>& found) {
    std::vector<std::string> names;
    std::vector<SecurityGroupRule> open;
    for (const PortRange& ports : adminPorts) {
        const auto rules = rulesOpenToInternet(group, ports);
        if (rules.empty()) continue;
        names.push_back(ports.text());
        for (const SecurityGroupRule& rule : rules)
            if (std::ranges::find(open, rule) == open.end()) open.push_back(rule);
    }
    if (names.empty()) return;
    std::vector<Edit> steps;
    for (const SecurityGroupRule& rule : open)
        steps.push_back(edits::removeSecurityGroupRule(group.id, Direction::In, rule));
    Finding finding{group.id, facts.name(group.id) + " opens " + listOf(names) + " to the whole internet.",
                    Severity::Warning};
    finding.fixes.push_back(
        reviewedFix("Take the open rules out of " + facts.name(group.id), inOrder("", std::move(steps))));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule adminPortOpenToInternet = {
    .code = "SGR013",
    .name = "admin-port-open-to-internet",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Ports of administration are closed to the internet",
    .why = "SSH, RDP and WinRM open to every address are tried by scanners within minutes.",
    .howToFix = "Take the rule out; Session Manager needs no inbound port.",
    .source = "AWS Security Hub EC2.13, EC2.14, EC2.19; CIS AWS Foundations Benchmark 5.2",
    .check = each<&Design::securityGroups, lookAt>(),
};

}  // namespace gw::rules
