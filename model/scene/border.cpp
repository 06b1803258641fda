#include "model/scene/border.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/design/references.h"
#include "model/scene/drawing.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"
#include "model/scene/uniform_grid.h"

namespace gw {
namespace {

/// Names of signs nearer than this to each other would touch.
constexpr double nameHeight = 34;

/// How far from the middle of the sign its name starts.
double nameStart(const BorderSign& sign) {
    return sign.reach + 7;
}

template <class Row>
void add(const Drawing& drawing, const Row& row, std::unordered_map<std::string, BorderSign>& signs) {
    const auto frame = drawing.areaOf(row.vpc);
    const auto area = drawing.areaOf(row.id);
    if (!frame || !area) return;
    const Side side = nearestSide(area->centre(), *frame);
    signs.emplace(row.id.value, BorderSign{row.id, row.vpc, area->centre(), area->width / 2, side});
}

struct RaisedName {
    Spot at{};
    double room = 0;
};

/// Where a name that is `growth` times as wide as at 100 % stands above its sign on the right border, reaching back
/// over the border; nothing where it has no more room there than on its line.
std::optional<RaisedName> raised(const UniformGrid& solids, double width, double growth, const BorderSign& sign) {
    constexpr double overBorder = 20;  // the lines to the gates run further inside
    constexpr double ascent = 9;
    constexpr double descent = 4;
    const Spot at = nameSpotOf(sign);
    const double right = at.x + sign.nameRoom;
    const double left = std::max(right - width * growth - 1, sign.centre.x - overBorder);
    const double y = sign.centre.y - sign.reach - 6;
    const Area line{left, y - ascent * growth, right - left, ascent * growth + descent};
    if (left >= at.x || solids.anyIn(line, [](std::uint32_t) { return true; })) return std::nullopt;
    return RaisedName{{left, y}, right - left};
}

/// Raises the name of a sign where it has no room on its line, and from afar where it has none as large as it is then.
void raise(const UniformGrid& solids, double width, BorderSign& sign) {
    constexpr double farthest = 0.45;
    const double growth = growthOf(type::sign.size, farthest) * size::leastReadable / size::readable;
    std::optional<RaisedName> afar;
    if (width * growth > sign.nameRoom) afar = raised(solids, width, growth, sign);
    if (width > sign.nameRoom)
        if (const auto near = raised(solids, width, 1, sign)) {
            sign.raisedName = near->at;
            sign.nameRoom = near->room;
        }
    if (!afar || afar->room <= sign.nameRoom) return;
    sign.afarName = afar->at;
    sign.afarRoom = afar->room;
}

/// Leaves each name the room up to what stands beside it.
void measureRooms(const Drawing& drawing, std::unordered_map<std::string, BorderSign>& signs) {
    constexpr double gap = 6;
    constexpr double least = 24;
    constexpr double ascent = 12;
    constexpr double descent = 4;
    UniformGrid things;
    UniformGrid solids;
    for (const Placement& placement : drawing.design().placements) {
        const auto area = drawing.areaOf(placement.id);
        if (!area) continue;
        things.add(*area);
        const Standing standing = drawing.containment().of(placement.id.value).standing;
        if (standing != Standing::Frame && standing != Standing::Band) solids.add(*area);
    }
    for (auto& [id, sign] : signs) {
        const Spot at = nameSpotOf(sign);
        const bool leftwards = sign.side == Side::Left;
        const Area line{leftwards ? at.x - sign.nameRoom : at.x, at.y - ascent, sign.nameRoom, ascent + descent};
        for (const std::uint32_t number : things.in(line)) {
            const Area& thing = things[number];
            // What the name stands in, or beside already, does not end it.
            if (leftwards ? thing.right() > at.x : thing.x < at.x) continue;
            if (!thing.overlaps(line)) continue;
            const double room = (leftwards ? at.x - thing.right() : thing.x - at.x) - gap;
            sign.nameRoom = std::max(least, std::min(sign.nameRoom, room));
        }
        const double width = widthOf(nameOf(drawing.design(), sign.id), type::sign);
        if (sign.side == Side::Right && !sign.nameBelow) raise(solids, width, sign);
    }
}

}  // namespace

Spot nameSpotOf(const BorderSign& sign) {
    if (sign.raisedName) return *sign.raisedName;
    const double away = nameStart(sign);
    const double off = sign.nameBelow ? 15 : -6.5;
    switch (sign.side) {
        case Side::Right:
            return {sign.centre.x + away, sign.centre.y + off};
        case Side::Left:
            return {sign.centre.x - away, sign.centre.y + off};
        case Side::Top:
            return {sign.centre.x + away, sign.centre.y - 5};
        case Side::Bottom:
            break;
    }
    return {sign.centre.x + away, sign.centre.y + 14};
}

double roomBeside(const BorderSign& sign, double start) {
    if (sign.side != Side::Right || sign.raisedName) return besideGate;
    return std::max(besideGate, sign.nameRoom - (start - nameStart(sign)));
}

Side nearestSide(Spot point, const Area& frame) {
    const double distances[] = {std::abs(point.x - frame.x), std::abs(point.y - frame.y),
                                std::abs(point.x - frame.right()), std::abs(point.y - frame.bottom())};
    return static_cast<Side>(std::ranges::min_element(distances) - std::begin(distances));
}

std::unordered_map<std::string, BorderSign> borderSignsOf(const Drawing& drawing) {
    std::unordered_map<std::string, BorderSign> signs;
    const Design& design = drawing.design();
    for (const Endpoint& row : design.endpoints) add(drawing, row, signs);
    for (const ResolverEndpoint& row : design.resolverEndpoints) add(drawing, row, signs);
    for (const ResourceGateway& row : design.resourceGateways) add(drawing, row, signs);
    for (const InternetGateway& row : design.internetGateways) add(drawing, row, signs);
    for (const EgressOnlyGateway& row : design.egressOnlyGateways) add(drawing, row, signs);
    for (const VpnGateway& row : design.vpnGateways) add(drawing, row, signs);

    std::map<std::pair<std::string, Side>, std::vector<BorderSign*>> borders;
    for (auto& [id, sign] : signs)
        if (sign.side == Side::Left || sign.side == Side::Right) borders[{sign.vpc.value, sign.side}].push_back(&sign);
    for (auto& [border, row] : borders) {
        std::ranges::sort(row, {}, [](const BorderSign* sign) { return std::pair(sign->centre.y, sign->id.value); });
        for (std::size_t i = 1; i < row.size(); ++i)
            row[i]->nameBelow = row[i]->centre.y - row[i - 1]->centre.y < nameHeight;
    }
    if (!signs.empty()) measureRooms(drawing, signs);
    return signs;
}

}  // namespace gw
