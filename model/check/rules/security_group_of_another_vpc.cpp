#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool arePeered(const Design& design, const Id<Vpc>& a, const Id<Vpc>& b) {
    return std::ranges::any_of(design.peeringConnections, [&](const PeeringConnection& peering) {
        return (peering.requester == a && peering.accepter == b) || (peering.requester == b && peering.accepter == a);
    });
}

bool shareTransitGateway(const Design& design, const Id<Vpc>& a, const Id<Vpc>& b) {
    const auto attached = [&](const TransitGateway& gateway, const Id<Vpc>& vpc) {
        return std::ranges::any_of(design.transitGatewayAttachments, [&](const TransitGatewayAttachment& attachment) {
            return attachment.transitGateway == gateway.id && attachment.resource.value == vpc.value &&
                   attachment.securityGroupReferencing;
        });
    };
    return std::ranges::any_of(design.transitGateways, [&](const TransitGateway& gateway) {
        return gateway.securityGroupReferencing && attached(gateway, a) && attached(gateway, b);
    });
}

std::vector<Finding> look(const Facts& facts) {
    const Design& design = facts.design();
    std::vector<Finding> found;
    for (const SecurityGroup& group : design.securityGroups) {
        std::vector<Id<Vpc>> homes = group.associatedVpcs;
        homes.push_back(group.vpc);
        const auto lookAt = [&](const SecurityGroupRule& rule, Direction direction) {
            const auto* peer = std::get_if<1>(&rule.peer);
            const SecurityGroup* other = peer ? find(design, Id<SecurityGroup>{peer->value}) : nullptr;
            if (!other) return;
            const bool reaches = std::ranges::any_of(homes, [&](const Id<Vpc>& home) {
                return other->vpc == home || arePeered(design, home, other->vpc) ||
                       shareTransitGateway(design, home, other->vpc);
            });
            if (reaches) return;
            Finding finding{
                group.id,
                facts.name(group.id) + " names " + facts.name(other->id) + " of " + facts.name(other->vpc) + ".",
                Severity::Error};
            const Vpc* vpc = find(design, other->vpc);
            if (vpc && !vpc->cidrs.empty()) {
                SecurityGroupRule after = rule;
                after.peer = vpc->cidrs.front();
                finding.fixes.push_back(
                    reviewedFix("Name " + vpc->cidrs.front().text() + " in place of " + facts.name(other->id),
                                edits::replaceSecurityGroupRule(group.id, direction, rule, after)));
            }
            found.push_back(std::move(finding));
        };
        for (const SecurityGroupRule& rule : group.ingress) lookAt(rule, Direction::In);
        for (const SecurityGroupRule& rule : group.egress) lookAt(rule, Direction::Out);
    }
    return found;
}

}  // namespace

extern const Rule securityGroupOfAnotherVpc = {
    .code = "SGR004",
    .name = "security-group-of-another-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A rule names security groups of its own VPC or of a peered one",
    .why =
        "AWS refuses a reference to a group of a VPC that is neither the same, nor peered in the same "
        "Region, nor on a transit gateway with security group referencing.",
    .howToFix = "Name the address block of the other side.",
    .source = "Amazon VPC User Guide, Security group rules (F-254, F-255)",
    .check = look,
};

}  // namespace gw::rules
