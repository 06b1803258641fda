#include "model/scene/fan.h"

#include <algorithm>

#include "model/scene/measures.h"

namespace gw {
namespace {

constexpr double firstLane = 27;  ///< from the cards to the nearest lane
constexpr double arrivalPitch = 8;

}  // namespace

Fan::Fan(const Drawing& drawing, const Roads& roads, const std::set<std::pair<AnyId, AnyId>>& pairs)
    : drawing_(drawing), roads_(roads) {
    std::map<std::string, std::vector<AnyId>> branching;
    std::map<AnyId, std::vector<AnyId>> arriving;
    for (const auto& [gate, card] : pairs) {
        if (isLevel(gate, card)) continue;
        auto& gates = branching[roads.vpcOf(gate)];
        if (std::ranges::find(gates, gate) == gates.end()) gates.push_back(gate);
        arriving[card].push_back(gate);
    }
    const auto height = [&](const AnyId& gate) { return std::pair(drawing.borderSign(gate)->centre.y, gate); };
    for (auto& [vpc, gates] : branching) {
        std::ranges::sort(gates, {}, height);
        for (std::size_t i = 0; i < gates.size(); ++i)
            lanes_[gates[i]] = firstLane + size::lanePitch * static_cast<double>(i % 6);
    }
    for (auto& [card, gates] : arriving) {
        std::ranges::sort(gates, {}, height);
        const double first =
            drawing.areaOf(card)->centre().y - arrivalPitch * (static_cast<double>(gates.size()) - 1) / 2;
        for (std::size_t i = 0; i < gates.size(); ++i)
            arrivals_[{gates[i], card}] = first + arrivalPitch * static_cast<double>(i);
    }
}

bool Fan::isLevel(const AnyId& gate, const AnyId& card) const {
    const BorderSign& sign = *drawing_.borderSign(gate);
    const Area area = *drawing_.areaOf(card);
    return area.y + 5 <= sign.centre.y && sign.centre.y <= area.bottom() - 5 && sign.centre.x + sign.reach < area.x;
}

std::vector<Spot> Fan::wayOf(const AnyId& gate, const AnyId& card) const {
    const BorderSign& sign = *drawing_.borderSign(gate);
    const Area area = *drawing_.areaOf(card);
    const Spot start{sign.centre.x + sign.reach, sign.centre.y};
    const Spot clear{start.x + 5, start.y};
    if (isLevel(gate, card)) {
        const Spot end{area.x, start.y};
        if (!roads_.isBlocked(clear, {end.x - 5, end.y}, false)) return {start, end};
    } else if (const double lane = area.x - lanes_.at(gate); lane > start.x + 8) {
        const Spot end{area.x, arrivals_.at({gate, card})};
        const Spot turn{lane, start.y};
        const Spot rise{lane, end.y};
        if (!roads_.isBlocked(clear, turn, false) && !roads_.isBlocked(turn, rise, false) &&
            !roads_.isBlocked(rise, {end.x - 5, end.y}, false))
            return straightened({start, turn, rise, end});
    }
    return roads_.between(gate, card);
}

}  // namespace gw
