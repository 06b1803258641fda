#include <algorithm>
#include <optional>

#include "model/design/references.h"
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

Result<AnyId> frameFor(const Design& design, Place place, std::string_view noun, std::span<const AnyId> frames) {
    const auto first = [&]<class Row>(const Table<Row>& table) {
        const auto at =
            std::ranges::find_if(frames, [&](const AnyId& id) { return table.find({id.value}) != nullptr; });
        return at == frames.end() ? AnyId{} : *at;
    };
    const AnyId region = first(design.regions);
    const AnyId vpc = first(design.vpcs);
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
            if (!vpc) return fail("The place of this " + thing + " is a VPC; drop it on one.");
            return subnet ? subnet : vpc;
        case Place::Subnet:
            if (!subnet) return fail("The place of this " + thing + " is a subnet; drop it on one.");
            return subnet;
        case Place::SubnetOrVpc:
            if (!vpc) return fail("The place of this " + thing + " is a subnet; drop it on one.");
            return subnet ? subnet : vpc;
    }
    return AnyId{};
}

}  // namespace

Result<AnyId> frameFor(const Design& design, const PaletteItem& item, std::span<const AnyId> frames) {
    return frameFor(design, item.place, item.noun, frames);
}

Result<AnyId> frameFor(const Design& design, const AnyId& thing, std::span<const AnyId> frames) {
    std::optional<Place> found;
    withRow(design, thing, [&](const auto& row) { found = place(row); });
    if (!found) return fail(thing.value + " is gone.");
    auto frame = frameFor(design, *found, nounOf(design, thing), frames);
    // A new one brings a Region along; one that has a Region stays in one.
    const bool needsRegion = *found == Place::BesideVpcs || *found == Place::Region;
    if (frame && !*frame && needsRegion)
        return fail("The place of this " + std::string(nounOf(design, thing)) + " is a Region; drop it on one.");
    return frame;
}

}  // namespace gw
