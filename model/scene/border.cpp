#include "model/scene/border.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/scene/drawing.h"

namespace gw {
namespace {

/// Names of signs nearer than this to each other would touch.
constexpr double nameHeight = 34;

template <class Row>
void add(const Drawing& drawing, const Row& row, std::unordered_map<std::string, BorderSign>& signs) {
    const auto frame = drawing.areaOf(row.vpc);
    const auto area = drawing.areaOf(row.id);
    if (!frame || !area) return;
    const Side side = nearestSide(area->centre(), *frame);
    signs.emplace(row.id.value, BorderSign{row.id, row.vpc, area->centre(), area->width / 2, side});
}

}  // namespace

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
    return signs;
}

}  // namespace gw
