#include <algorithm>

#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/design/references.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Looks at the lists of one row that must name things of the row's own VPC.
class Lists {
public:
    Lists(const Facts& facts, AnyId row, const Id<Vpc>& vpc, std::vector<Finding>& found)
        : facts_(&facts), row_(std::move(row)), vpc_(vpc), found_(&found) {}

    /// `mayBeEmpty`: the row stays whole when the list loses its last element.
    template <class Target>
    Lists& holds(std::string_view key, const std::vector<Id<Target>>& list, bool mayBeEmpty = false) {
        for (const Id<Target>& id : list) {
            const Target* target = find(facts_->design(), id);
            if (!target || target->vpc == vpc_) continue;
            Finding finding = about(*target);
            const std::string rest = idsOf(list, id);
            if (mayBeEmpty || !rest.empty())
                finding.fixes.push_back(reviewedFix("Take " + facts_->name(id) + " out of " + facts_->name(row_),
                                                    edits::setField(row_, std::string(key), idsOf(list, id))));
            found_->push_back(std::move(finding));
        }
        return *this;
    }

    /// A group may be associated with further VPCs; else a copy of it takes its place.
    Lists& groups(const std::vector<Id<SecurityGroup>>& list) {
        for (const Id<SecurityGroup>& id : list) {
            const SecurityGroup* group = find(facts_->design(), id);
            if (!group || group->vpc == vpc_ || std::ranges::count(group->associatedVpcs, vpc_)) continue;
            Finding finding = about(*group);
            const SecurityGroup copy = copyOf(*group);
            std::vector<Id<SecurityGroup>> after = list;
            std::ranges::replace(after, id, copy.id);
            finding.fixes.push_back(reviewedFix(
                "Give " + facts_->name(row_) + " a copy of " + facts_->name(id) + " in " + facts_->name(vpc_),
                inOrder({}, {edits::addSecurityGroup(copy), edits::setSecurityGroups(row_, std::move(after))})));
            found_->push_back(std::move(finding));
        }
        return *this;
    }

    /// Gateways that are attached to another VPC; those that are attached to none are no part of any.
    template <class Gateway>
    Lists& gateways(std::string_view key, const std::vector<Gateway>& list) {
        for (const Gateway& id : list) {
            Finding finding;
            const auto lookAt = [&](const auto* target) {
                if (target && target->vpc && target->vpc != vpc_) finding = about(*target);
            };
            lookAt(find(facts_->design(), Id<InternetGateway>{id.value}));
            lookAt(find(facts_->design(), Id<VpnGateway>{id.value}));
            if (finding.message.empty()) continue;
            finding.fixes.push_back(reviewedFix("Take " + facts_->name(id) + " off " + facts_->name(row_),
                                                edits::setField(row_, std::string(key), idsOf(list, id))));
            found_->push_back(std::move(finding));
        }
        return *this;
    }

private:
    template <class Target>
    Finding about(const Target& target) const {
        return {row_,
                facts_->name(row_) + " of " + facts_->name(vpc_) + " uses " + facts_->name(target.id) + " of " +
                    facts_->name(target.vpc) + ".",
                Severity::Error};
    }

    /// The group in this VPC; rules that name other groups of its old VPC stay behind.
    SecurityGroup copyOf(const SecurityGroup& group) const {
        SecurityGroup copy = group;
        copy.id = {freeId(facts_->design(), group.id.value)};
        copy.vpc = vpc_;
        copy.isDefault = false;
        copy.associatedVpcs.clear();
        for (auto* rules : {&copy.ingress, &copy.egress}) {
            for (SecurityGroupRule& rule : *rules)
                if (auto* peer = std::get_if<1>(&rule.peer); peer && peer->value == group.id.value) *peer = copy.id;
            std::erase_if(*rules, [&](const SecurityGroupRule& rule) {
                const auto* peer = std::get_if<1>(&rule.peer);
                const SecurityGroup* other = peer ? find(facts_->design(), Id<SecurityGroup>{peer->value}) : nullptr;
                return other && other->vpc != vpc_;
            });
        }
        return copy;
    }

    const Facts* facts_;
    AnyId row_;
    Id<Vpc> vpc_;
    std::vector<Finding>* found_;
};

std::vector<Finding> look(const Facts& facts) {
    const Design& design = facts.design();
    std::vector<Finding> found;
    for (const Workload& row : design.workloads)
        if (const Vpc* vpc = facts.network().vpcOf(row))
            Lists(facts, row.id, vpc->id, found).holds("subnets", row.subnets).groups(row.securityGroups);
    for (const LoadBalancer& row : design.loadBalancers)
        Lists(facts, row.id, row.vpc, found).holds("subnets", row.subnets).groups(row.securityGroups);
    for (const Endpoint& row : design.endpoints)
        Lists(facts, row.id, row.vpc, found)
            .holds("routeTables", row.routeTables)
            .holds("subnets", row.subnets)
            .groups(row.securityGroups);
    for (const ResourceGateway& row : design.resourceGateways)
        Lists(facts, row.id, row.vpc, found).holds("subnets", row.subnets).groups(row.securityGroups);
    for (const ResolverEndpoint& row : design.resolverEndpoints)
        Lists(facts, row.id, row.vpc, found).holds("subnets", row.subnets).groups(row.securityGroups);
    for (const RouteTable& row : design.routeTables)
        Lists(facts, row.id, row.vpc, found)
            .holds("subnets", row.subnets, true)
            .gateways("gateways", row.gateways)
            .gateways("propagatingGateways", row.propagatingGateways);
    for (const NetworkAcl& row : design.networkAcls)
        Lists(facts, row.id, row.vpc, found).holds("subnets", row.subnets, true);
    for (const TransitGatewayAttachment& row : design.transitGatewayAttachments)
        if (const Vpc* vpc = find(design, Id<Vpc>{row.resource.value}))
            Lists(facts, row.id, vpc->id, found).holds("subnets", row.subnets);
    for (const NatGateway& row : design.natGateways)
        if (row.subnet) Lists(facts, row.id, row.vpc, found).holds("subnet", std::vector{row.subnet});
    return found;
}

}  // namespace

extern const Rule referenceAcrossVpcs = {
    .code = "NET022",
    .name = "reference-across-vpcs",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Things of one VPC use subnets, tables and groups of that VPC",
    .why =
        "Subnets, route tables, network ACLs and security groups belong to one VPC, and AWS refuses them for things of "
        "another. Only a security group can be associated with further VPCs of its Region.",
    .howToFix = "Use one of the thing's own VPC, or copy it there.",
    .source =
        "Amazon EC2 API, AssociateRouteTable, EnableVgwRoutePropagation, AssociateSecurityGroupVpc; cfn-lint E3714 "
        "(F-256)",
    .check = look,
};

}  // namespace gw::rules
