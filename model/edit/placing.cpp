#include <algorithm>
#include <optional>

#include "model/design/containment.h"
#include "model/design/references.h"
#include "model/edit/measure.h"
#include "model/edit/palette.h"

namespace gw {
namespace {

Place place(const Region&) {
    return Place::Top;
}
Place place(const Vpc&) {
    return Place::BesideVpcs;
}
Place place(const AvailabilityZone&) {
    return Place::Region;
}
Place place(const Subnet&) {
    return Place::Vpc;
}
Place place(const Workload&) {
    return Place::SubnetOrVpc;
}
Place place(const LoadBalancer&) {
    return Place::SubnetOrVpc;
}
Place place(const NatGateway& nat) {
    return nat.subnet ? Place::Subnet : Place::Vpc;
}
Place place(const InternetGateway&) {
    return Place::Vpc;
}
Place place(const EgressOnlyGateway&) {
    return Place::Vpc;
}
Place place(const VpnGateway&) {
    return Place::Vpc;
}
Place place(const Endpoint&) {
    return Place::Vpc;
}
Place place(const ResolverEndpoint&) {
    return Place::Vpc;
}
Place place(const ResourceGateway&) {
    return Place::Vpc;
}
Place place(const TransitGateway&) {
    return Place::BesideVpcs;
}
Place place(const EndpointService&) {
    return Place::BesideVpcs;
}
Place place(const ServiceNetwork&) {
    return Place::BesideVpcs;
}
Place place(const ServiceResource&) {
    return Place::BesideVpcs;
}
template <class Row>
Place place(const Row&) {
    return Place::Top;
}

/// The VPC whose border is nearest to the point, within reach; else none.
AnyId vpcNear(const Design& design, Point at) {
    AnyId nearest;
    int least = measure::borderReach + 1;
    for (const Vpc& vpc : design.vpcs)
        if (const Placement* placed = design.placements.find({vpc.id.value})) {
            const Box box = placed->box();
            const int distance = std::max({box.x - at.x, at.x - box.right(), box.y - at.y, at.y - box.bottom(), 0});
            if (distance >= least) continue;
            least = distance;
            nearest = AnyId(vpc.id);
        }
    return nearest;
}

Result<AnyId> frameFor(const Design& design, Place place, std::string_view noun, std::span<const AnyId> frames,
                       std::optional<Point> at) {
    const auto first = [&]<class Row>(const Table<Row>& table) {
        const auto found =
            std::ranges::find_if(frames, [&](const AnyId& id) { return table.find({id.value}) != nullptr; });
        return found == frames.end() ? AnyId{} : *found;
    };
    const AnyId region = first(design.regions);
    AnyId vpc = first(design.vpcs);
    if (!vpc && at && place == Place::Vpc) vpc = vpcNear(design, *at);
    const AnyId subnet = first(design.subnets);
    const std::string thing(noun);
    switch (place) {
        case Place::Top:
            return AnyId{};
        case Place::Region:
            return region;
        case Place::BesideVpcs:
            if (vpc)
                return fail("The place of this " + thing + " is outside VPCs; drop it beside " + nameOf(design, vpc) +
                            ".");
            return region;
        case Place::Vpc:
            if (!vpc) return fail("The place of this " + thing + " is in a VPC; drop it there.");
            return subnet ? subnet : vpc;
        case Place::Subnet:
            if (!subnet) return fail("The place of this " + thing + " is in a subnet; drop it there.");
            return subnet;
        case Place::SubnetOrVpc:
            if (!vpc) return fail("The place of this " + thing + " is in a subnet; drop it there.");
            return subnet ? subnet : vpc;
    }
    return AnyId{};
}

}  // namespace

Result<AnyId> frameFor(const Design& design, const PaletteItem& item, std::span<const AnyId> frames,
                       std::optional<Point> at) {
    return frameFor(design, item.place, item.noun, frames, at);
}

Result<AnyId> frameFor(const Design& design, const AnyId& thing, std::span<const AnyId> frames,
                       std::optional<Point> at) {
    std::optional<Place> found;
    withRow(design, thing, [&](const auto& row) { found = place(row); });
    if (!found) return fail(thing.value + " is gone.");
    auto frame = frameFor(design, *found, nounOf(design, thing), frames, at);
    // A new one brings a Region along; one that has a Region stays in that, which grows.
    const bool needsRegion = *found == Place::BesideVpcs || *found == Place::Region;
    if (frame && !*frame && needsRegion) return standpointOf(design, thing).frame;
    return frame;
}

}  // namespace gw
