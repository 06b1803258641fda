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

/// A rule that names the other group, and which way it lets through.
struct Naming {
    Direction direction;
    SecurityGroupRule rule;
};

std::vector<Naming> namings(const SecurityGroup& group, const Id<SecurityGroup>& other) {
    std::vector<Naming> found;
    const auto lookAt = [&](const std::vector<SecurityGroupRule>& rules, Direction direction) {
        for (const SecurityGroupRule& rule : rules)
            if (const auto* peer = std::get_if<1>(&rule.peer); peer && peer->value == other.value)
                found.push_back({direction, rule});
    };
    lookAt(group.ingress, Direction::In);
    lookAt(group.egress, Direction::Out);
    return found;
}

/// The first block of the other VPC in place of the group, in every rule that names it.
Fix namingBlock(const Facts& facts, const SecurityGroup& group, const SecurityGroup& other, const Cidr& block) {
    std::vector<Edit> steps;
    std::vector<SecurityGroupRule> made;
    for (const Naming& naming : namings(group, other.id)) {
        SecurityGroupRule after = naming.rule;
        after.peer = block;
        const auto& rules = naming.direction == Direction::In ? group.ingress : group.egress;
        const auto isThere = [&](const SecurityGroupRule& each) {
            return each.protocol == after.protocol && each.ports == after.ports && each.peer == after.peer;
        };
        // AWS refuses the same rule twice.
        const bool isTwin = std::ranges::any_of(rules, isThere) || std::ranges::any_of(made, isThere);
        made.push_back(after);
        steps.push_back(isTwin ? edits::removeSecurityGroupRule(group.id, naming.direction, naming.rule)
                               : edits::replaceSecurityGroupRule(group.id, naming.direction, naming.rule, after));
    }
    return reviewedFix("Name " + block.text() + " in place of " + facts.name(other.id), inOrder({}, std::move(steps)));
}

/// Groups that the rules name, each once, in their order.
std::vector<Id<SecurityGroup>> namedBy(const SecurityGroup& group) {
    std::vector<Id<SecurityGroup>> named;
    for (const auto* rules : {&group.ingress, &group.egress})
        for (const SecurityGroupRule& rule : *rules)
            if (const auto* peer = std::get_if<1>(&rule.peer))
                if (const Id<SecurityGroup> id{peer->value}; std::ranges::find(named, id) == named.end())
                    named.push_back(id);
    return named;
}

std::vector<Finding> look(const Facts& facts) {
    const Design& design = facts.design();
    std::vector<Finding> found;
    for (const SecurityGroup& group : design.securityGroups) {
        std::vector<Id<Vpc>> homes = group.associatedVpcs;
        homes.push_back(group.vpc);
        for (const Id<SecurityGroup>& named : namedBy(group)) {
            const SecurityGroup* other = find(design, named);
            if (!other) continue;
            const bool reaches = std::ranges::any_of(homes, [&](const Id<Vpc>& home) {
                return other->vpc == home || arePeered(design, home, other->vpc) ||
                       shareTransitGateway(design, home, other->vpc);
            });
            if (reaches) continue;
            Finding finding{
                group.id,
                facts.name(group.id) + " names " + facts.name(other->id) + " of " + facts.name(other->vpc) + ".",
                Severity::Error};
            const Vpc* vpc = find(design, other->vpc);
            if (vpc && !vpc->cidrs.empty())
                finding.fixes.push_back(namingBlock(facts, group, *other, vpc->cidrs.front()));
            found.push_back(std::move(finding));
        }
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
