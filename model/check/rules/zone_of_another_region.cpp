#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// The zone of the Region whose name ends as that of `zone`, as in us-east-1a and eu-west-1a.
const AvailabilityZone* sameLetter(const Design& design, const Id<Region>& region, const AvailabilityZone& zone) {
    for (const AvailabilityZone& other : design.availabilityZones)
        if (other.region == region && !zone.name.empty() && other.name.ends_with(zone.name.back())) return &other;
    return nullptr;
}

std::vector<Finding> look(const Facts& facts) {
    const Design& design = facts.design();
    std::vector<Finding> found;
    for (const Subnet& subnet : design.subnets) {
        const AvailabilityZone* zone = find(design, subnet.zone);
        const Vpc* vpc = facts.network().vpcOf(subnet);
        if (!zone || !vpc || zone->region == vpc->region) continue;
        const std::string name = facts.name(subnet.id);
        Finding finding{subnet.id, zone->name + " of " + name + " is no zone of " + facts.name(vpc->id) + "'s Region.",
                        Severity::Warning};
        if (const AvailabilityZone* other = sameLetter(design, vpc->region, *zone))
            finding.fixes.push_back(
                reviewedFix("Move " + name + " to " + other->name, edits::setZone(subnet.id, other->id)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule zoneOfAnotherRegion = {
    .code = "NET015",
    .name = "zone-of-another-region",
    .severity = Severity::Warning,
    .category = Category::Api,
    .title = "A subnet stands in a zone of its VPC's Region",
    .why =
        "A VPC lies in one Region, and each of its subnets in one zone of that Region. A zone of another Region cannot "
        "take it.",
    .howToFix = "Choose a zone of the VPC's Region.",
    .source = "Amazon VPC User Guide, Subnets for your VPC (F-220); that the API refuses it is not verified",
    .check = look,
};

}  // namespace gw::rules
