#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/check/zones.h"
#include "model/edit/edits.h"
#include "model/edit/palette.h"
#include "model/edit/usual.h"

namespace gw::rules {
namespace {

/// Whether something in the VPC calls or is called, and is wanted to.
bool isInUse(const Facts& facts, const Vpc& vpc) {
    return std::ranges::any_of(facts.network().workloadsOf(vpc.id), [&](const Workload* workload) {
        return std::ranges::any_of(facts.network().flowsFrom(workload->id),
                                   [](const Flow* f) { return isWanted(*f); }) ||
               std::ranges::any_of(facts.network().flowsTo(workload->id), [](const Flow* f) { return isWanted(*f); });
    });
}

/// The band of another zone of the VPC's Region; nullptr where none is drawn.
const Placement* otherBand(const Design& design, const Vpc& vpc, const Id<AvailabilityZone>& zone) {
    for (const AvailabilityZone& other : design.availabilityZones)
        if (const Placement* band = design.placements.find({other.id.value});
            band && other.region == vpc.region && other.id != zone)
            return band;
    return nullptr;
}

/// Level with the subnet, in the band of another zone; beside all bands where there is none, so that the next zone of
/// the Region comes along.
Point placeBeside(const Design& design, const Vpc& vpc, const Subnet& subnet) {
    const Placement* own = design.placements.find({subnet.id.value});
    if (!own) return {};
    const Placement* band = otherBand(design, vpc, subnet.zone);
    const Placement* home = design.placements.find({subnet.zone.value});
    const int right = home ? home->box().right() : own->box().right();
    return {band ? band->box().centre().x : right + own->width, own->box().centre().y};
}

/// A subnet in another zone, with the routes and the meaning of the one there is.
std::vector<Fix> subnetBeside(const Facts& facts, const Vpc& vpc, const Subnet& model) {
    const PaletteItem* item = paletteItem("subnet");
    if (!item || !usual::subnetBlock(facts.design(), vpc)) return {};
    const Id<Subnet> added{newIdFor(facts.design(), *item)};
    std::vector<Edit> steps{edits::addThing("subnet", added.value, vpc.id, placeBeside(facts.design(), vpc, model)),
                            edits::setSubnetIntent(added, model.intent)};
    if (const RouteTable* table = facts.network().routeTableOf(model); table && facts.network().hasOwnRouteTable(model))
        steps.push_back(edits::setRouteTable(added, table->id));
    return {reviewedFix("Add a subnet in another zone to " + facts.name(vpc.id), inOrder({}, std::move(steps)))};
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    const auto subnets = facts.network().subnetsOf(vpc.id);
    std::vector<Id<Subnet>> ids;
    for (const Subnet* subnet : subnets) ids.push_back(subnet->id);
    const auto zones = zonesOf(facts.design(), ids);
    if (zones.size() != 1 || !isInUse(facts, vpc)) return;
    found.push_back({vpc.id, "All of " + facts.name(vpc.id) + " stands in " + facts.name(*zones.begin()) + ".",
                     Severity::Hint, subnetBeside(facts, vpc, *subnets.front())});
}

}  // namespace

extern const Rule vpcInOneZone = {
    .code = "RES004",
    .name = "vpc-in-one-zone",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "A VPC in use has subnets in two zones or more",
    .why = "When the only Availability Zone fails, everything in the VPC fails with it.",
    .howToFix = "Add subnets in another zone, and let the workloads stand in both.",
    .source = "Amazon VPC User Guide, Subnets; Prowler vpc_subnet_different_az (F-220)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
