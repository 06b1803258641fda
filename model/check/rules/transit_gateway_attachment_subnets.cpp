#include <map>

#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

void lookForNone(const Facts& facts, const TransitGatewayAttachment& attachment, std::vector<Finding>& found) {
    std::map<Id<AvailabilityZone>, Id<Subnet>> first;
    for (const Subnet* subnet : facts.network().subnetsOf({attachment.resource.value}))
        if (subnet->zone) first.emplace(subnet->zone, subnet->id);
    std::vector<Id<Subnet>> chosen;
    for (const auto& [zone, subnet] : first) chosen.push_back(subnet);
    const std::string name = facts.name(attachment.id);
    Finding finding{attachment.id, name + " has no subnet of " + facts.name(attachment.resource) + ".",
                    Severity::Error};
    if (!chosen.empty())
        finding.fixes.push_back(reviewedFix("Give " + name + " a subnet in each zone",
                                            edits::setField(attachment.id, "subnets", idsOf(chosen))));
    found.push_back(std::move(finding));
}

void lookForSharedZone(const Facts& facts, const TransitGatewayAttachment& attachment, std::vector<Finding>& found) {
    std::map<Id<AvailabilityZone>, const Subnet*> first;
    std::vector<Id<Subnet>> kept;
    const Subnet* extra = nullptr;
    for (const Id<Subnet>& id : attachment.subnets) {
        const Subnet* subnet = find(facts.design(), id);
        if (!subnet || !subnet->zone || first.emplace(subnet->zone, subnet).second)
            kept.push_back(id);
        else if (!extra)
            extra = subnet;
    }
    if (!extra) return;
    const std::string name = facts.name(attachment.id);
    found.push_back({attachment.id,
                     name + " has two subnets in " + facts.name(extra->zone) + ": " +
                         facts.name(first.at(extra->zone)->id) + " and " + facts.name(extra->id) + ".",
                     Severity::Error,
                     {safeFix("Keep one subnet of " + name + " in each zone",
                              edits::setField(attachment.id, "subnets", idsOf(kept)))}});
}

void lookAt(const Facts& facts, const TransitGatewayAttachment& attachment, std::vector<Finding>& found) {
    if (!find(facts.design(), Id<Vpc>{attachment.resource.value})) return;
    if (attachment.subnets.empty())
        lookForNone(facts, attachment, found);
    else
        lookForSharedZone(facts, attachment, found);
}

}  // namespace

extern const Rule transitGatewayAttachmentSubnets = {
    .code = "RTE035",
    .name = "transit-gateway-attachment-subnets",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "The attachment of a VPC has one subnet in each zone that uses the transit gateway",
    .why =
        "A transit gateway stands in a VPC with one network interface in each Availability Zone: AWS refuses an "
        "attachment without a subnet, and a second subnet of the same zone with DuplicateSubnetsInSameZone.",
    .howToFix = "Name one subnet for each zone.",
    .source = "Amazon EC2 API, CreateTransitGatewayVpcAttachment, SubnetIds (F-269)",
    .check = each<&Design::transitGatewayAttachments, lookAt>(),
};

}  // namespace gw::rules
