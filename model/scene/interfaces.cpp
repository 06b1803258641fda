#include <algorithm>
#include <map>
#include <optional>

#include "model/scene/drawing.h"
#include "model/scene/measures.h"

/// The dots of network interfaces: one in each subnet of an endpoint, in columns that have the same order everywhere.
namespace gw {
namespace {

constexpr double firstColumn = 24;  ///< of the first dot's centre, from the subnet's left edge
constexpr double labelHeight = 22;

struct Owner {
    AnyId id{};
    double y = 0;
    const std::vector<Id<Subnet>>* subnets = nullptr;
};

/// What has interfaces in the VPC, from top to bottom of its border.
std::map<AnyId, std::vector<Owner>> ownersByVpc(const Drawing& drawing) {
    std::map<AnyId, std::vector<Owner>> owners;
    const auto add = [&](const auto& row) {
        const BorderSign* sign = drawing.borderSign(row.id);
        if (sign && !row.subnets.empty()) owners[row.vpc].push_back({row.id, sign->centre.y, &row.subnets});
    };
    for (const Endpoint& row : drawing.design().endpoints) add(row);
    for (const ResolverEndpoint& row : drawing.design().resolverEndpoints) add(row);
    for (const ResourceGateway& row : drawing.design().resourceGateways) add(row);
    for (auto& [vpc, row] : owners)
        std::ranges::sort(row, {}, [](const Owner& owner) { return std::pair(owner.y, owner.id); });
    return owners;
}

struct Band {
    double top = 0;
    double bottom = 0;
};

/// What stands in each subnet, from top to bottom; a card that spans several counts in each.
std::map<AnyId, std::vector<Band>> thingsBySubnet(const Drawing& drawing) {
    std::map<AnyId, std::vector<Band>> things;
    const auto add = [&](const AnyId& subnet, const AnyId& thing) {
        if (const auto area = drawing.areaOf(thing)) things[subnet].push_back({area->y, area->bottom()});
    };
    for (const Workload& row : drawing.design().workloads)
        for (const Id<Subnet>& subnet : row.subnets) add(subnet, row.id);
    for (const LoadBalancer& row : drawing.design().loadBalancers)
        for (const Id<Subnet>& subnet : row.subnets) add(subnet, row.id);
    for (const NatGateway& row : drawing.design().natGateways) add(row.subnet, row.id);
    for (auto& [subnet, bands] : things) std::ranges::sort(bands, {}, &Band::top);
    return things;
}

const std::vector<Band>& thingsIn(const std::map<AnyId, std::vector<Band>>& things, const AnyId& subnet) {
    static const std::vector<Band> none;
    const auto at = things.find(subnet);
    return at == things.end() ? none : at->second;
}

/// The middle of the lowest stretch between the label of a subnet, its things and its lower border that dots have room
/// in; `isBelow` where it is below all things.
struct Stretch {
    double middle = 0;
    bool isBelow = false;
};
std::optional<Stretch> stretchFor(const Area& subnet, std::vector<Band> things) {
    constexpr double margin = 2;
    std::ranges::sort(things, {}, &Band::top);
    std::optional<Stretch> found;
    double top = subnet.y + labelHeight;
    const auto take = [&](double bottom, bool isBelow) {
        if (bottom - top >= size::interfaceDot + 2 * margin) found = Stretch{(top + bottom) / 2, isBelow};
    };
    for (const Band& thing : things) {
        take(std::min(thing.top, subnet.bottom()), false);
        top = std::max(top, thing.bottom);
    }
    take(subnet.bottom(), true);
    return found;
}

/// What the subnets level with one another have in common: the height that each of them has, and what stands in any of
/// them. Dots of one endpoint stand level there.
struct SubnetRow {
    Area area{};
    std::vector<Band> things{};
};

SubnetRow rowAround(const Drawing& drawing, const Area& subnet, const std::map<AnyId, std::vector<Band>>& things,
                    const std::map<AnyId, std::vector<std::size_t>>& columnsBySubnet) {
    SubnetRow row{subnet};
    for (const auto& [other, columns] : columnsBySubnet) {
        const auto area = drawing.areaOf(other);
        // Those that share most of their height.
        const double shared = area ? std::min(area->bottom(), subnet.bottom()) - std::max(area->y, subnet.y) : 0;
        if (!area || shared < std::max(area->height, subnet.height) / 2) continue;
        const double bottom = std::min(row.area.bottom(), area->bottom());
        row.area.y = std::max(row.area.y, area->y);
        row.area.height = bottom - row.area.y;
        const auto& more = thingsIn(things, other);
        row.things.insert(row.things.end(), more.begin(), more.end());
    }
    return row;
}

/// The height that the dots of a subnet stand at: level with those of its row where that is below the things of each,
/// else where there is room in it alone; in a full one just above its lower border.
double heightOfDots(const SubnetRow& row, const Area& subnet, const std::vector<Band>& things) {
    if (const auto level = stretchFor(row.area, row.things); level && level->isBelow) return level->middle;
    if (const auto own = stretchFor(subnet, things)) return own->middle;
    return subnet.bottom() - std::min(size::interfaceDot / 2 + 2, subnet.height / 2);
}

void dot(Drawing& drawing, const AnyId& owner, Spot centre) {
    drawing.item(owner, PicturePart::Interface, Plane::Cards, Drawing::fromNames)
        .add(CircleShape{centre, size::interfaceDot / 2, Ink::Card, {Ink::Network, 1.5}})
        .add(PathShape{{{centre.x - 2.5, centre.y}, {centre.x + 2.5, centre.y}}, 0, {Ink::Network, 1.5}});
}

/// Gateway endpoints whose route stands in the subnet's route table: small diamonds at its top right.
void drawRouteMarks(Drawing& drawing) {
    const Design& design = drawing.design();
    std::map<AnyId, std::vector<std::pair<double, AnyId>>> gatewaysBySubnet;
    for (const Endpoint& endpoint : design.endpoints) {
        const BorderSign* sign = drawing.borderSign(endpoint.id);
        if (!sign || endpoint.type != EndpointType::Gateway) continue;
        for (const Id<RouteTable>& id : endpoint.routeTables)
            if (const RouteTable* table = find(design, id))
                for (const Id<Subnet>& subnet : table->subnets)
                    gatewaysBySubnet[subnet].emplace_back(sign->centre.y, endpoint.id);
    }
    for (auto& [subnet, gateways] : gatewaysBySubnet) {
        const auto area = drawing.areaOf(subnet);
        // Where a lens writes behind the name of the subnet, it says more than the marks do.
        const LensMark* mark = drawing.overlay().markOf(subnet);
        if (!area || (mark && !mark->caption.empty())) continue;
        std::ranges::sort(gateways);
        for (std::size_t i = 0; i < gateways.size(); ++i) {
            const auto fromRight = static_cast<double>(gateways.size() - 1 - i);
            drawing.item(gateways[i].second, PicturePart::Interface, Plane::Cards, Drawing::inFull)
                .add(DiamondShape{{area->right() - 10 - fromRight * size::routeMarkPitch, area->y + 11},
                                  4.5,
                                  Ink::Card,
                                  {Ink::Network, 1.25}});
        }
    }
}

}  // namespace

void drawInterfaces(Drawing& drawing) {
    drawRouteMarks(drawing);
    const auto things = thingsBySubnet(drawing);
    for (const auto& [vpc, owners] : ownersByVpc(drawing)) {
        std::map<AnyId, std::vector<std::size_t>> columnsBySubnet;
        for (std::size_t column = 0; column < owners.size(); ++column)
            for (const Id<Subnet>& subnet : *owners[column].subnets) columnsBySubnet[subnet].push_back(column);
        for (const auto& [subnet, columns] : columnsBySubnet) {
            const auto area = drawing.areaOf(subnet);
            const LensMark* mark = drawing.overlay().markOf(subnet);
            if (!area || (mark && mark->isGone)) continue;
            const double room = area->width - 2 * firstColumn;
            const auto last = static_cast<double>(columns.back());
            // Columns line up across subnets as long as the last one fits; where it does not, they close up.
            const bool aligned = last * size::interfacePitch <= room;
            const double pitch =
                aligned ? size::interfacePitch
                        : std::min(size::interfacePitch, room / std::max(1.0, static_cast<double>(columns.size()) - 1));
            const double y =
                heightOfDots(rowAround(drawing, *area, things, columnsBySubnet), *area, thingsIn(things, subnet));
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const auto column = static_cast<double>(aligned ? columns[i] : i);
                dot(drawing, owners[columns[i]].id, {area->x + firstColumn + column * pitch, y});
            }
        }
    }
}

}  // namespace gw
