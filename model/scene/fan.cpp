#include "model/scene/fan.h"

#include <algorithm>
#include <cmath>

#include "model/design/references.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"

namespace gw {
namespace {

constexpr double firstLane = 27;  ///< from the cards to the nearest lane
constexpr double leastLane = 14;  ///< ... where names are long: as much as a head takes
constexpr int laneCount = 6;
constexpr double arrivalPitch = 8;
constexpr double startPitch = 5;
constexpr double besideNames = 6;

}  // namespace

Fan::Fan(const Drawing& drawing, const Roads& roads, const std::set<Exit>& exits) : drawing_(drawing), roads_(roads) {
    layStarts(exits);
    layLanes(exits);
    layArrivals(exits);
}

double Fan::heightOf(const Branch& branch) const {
    return drawing_.borderSign(branch.first)->centre.y + starts_.at(branch);
}

/// Lines of several states leave a sign side by side: those that go up above.
void Fan::layStarts(const std::set<Exit>& exits) {
    struct Cards {
        double sum = 0;
        int count = 0;
    };
    std::map<AnyId, std::map<LineState, Cards>> states;
    for (const Exit& exit : exits) {
        Cards& cards = states[exit.gate][exit.state];
        cards.sum += drawing_.areaOf(exit.card)->centre().y;
        ++cards.count;
    }
    for (const auto& [gate, leaving] : states) {
        std::vector<std::pair<double, LineState>> order;
        for (const auto& [state, cards] : leaving) order.emplace_back(cards.sum / cards.count, state);
        std::ranges::sort(order);
        const auto gaps = static_cast<double>(order.size()) - 1;
        const double pitch = gaps < 1 ? 0 : std::min(startPitch, (drawing_.borderSign(gate)->reach - 2) * 2 / gaps);
        for (std::size_t i = 0; i < order.size(); ++i)
            starts_[{gate, order[i].second}] = (static_cast<double>(i) - gaps / 2) * pitch;
    }
}

/// Where the names of signs end that stand on this border from `top` to `bottom`.
double Fan::rightOfNames(const AnyId& gate, double top, double bottom) const {
    const BorderSign& own = *drawing_.borderSign(gate);
    double right = own.centre.x + own.reach;
    for (const std::string& id : drawing_.containment().in(own.vpc.value)) {
        const BorderSign* sign = drawing_.borderSign(AnyId(id));
        if (!sign || sign->side != Side::Right) continue;
        const Spot at = nameSpotOf(*sign);
        if (at.y + type::sign.size / 2 < top || bottom < at.y - type::sign.size) continue;
        const double width = widthOf(nameOf(drawing_.design(), AnyId(id)), type::sign);
        right = std::max(right, at.x + std::min(width, sign->nameRoom));
    }
    return right;
}

/// Lanes that are not beside each other lie above each other.
void Fan::layLanes(const std::set<Exit>& exits) {
    struct Reach {
        double top = 0;
        double bottom = 0;
        Branch branch{};
    };
    std::map<std::string, std::map<Branch, Reach>> branching;
    for (const Exit& exit : exits) {
        if (isLevel(exit)) continue;
        const Branch branch{exit.gate, exit.state};
        const double y = heightOf(branch);
        Reach& reach = branching[roads_.vpcOf(exit.gate)].try_emplace(branch, Reach{y, y, branch}).first->second;
        const double card = drawing_.areaOf(exit.card)->centre().y;
        reach.top = std::min(reach.top, card);
        reach.bottom = std::max(reach.bottom, card);
    }
    for (const auto& [vpc, branches] : branching) {
        std::vector<Reach> order;
        for (const auto& [branch, reach] : branches) order.push_back(reach);
        std::ranges::sort(order, {},
                          [&](const Reach& reach) { return std::pair(heightOf(reach.branch), reach.branch); });
        std::vector<std::vector<Reach>> lanes(laneCount);
        for (std::size_t i = 0; i < order.size(); ++i) {
            const Reach& own = order[i];
            const auto isFree = [&](const std::vector<Reach>& lane) {
                return std::ranges::none_of(lane, [&](const Reach& other) {
                    return other.top - arrivalPitch < own.bottom && own.top < other.bottom + arrivalPitch;
                });
            };
            auto lane = std::ranges::find_if(lanes, isFree);
            if (lane == lanes.end()) lane = lanes.begin() + static_cast<std::ptrdiff_t>(i % laneCount);
            lane->push_back(own);
            lanes_[own.branch] = {firstLane + size::lanePitch * static_cast<double>(lane - lanes.begin()),
                                  rightOfNames(own.branch.first, own.top, own.bottom) + besideNames};
        }
    }
}

void Fan::layArrivals(const std::set<Exit>& exits) {
    std::map<AnyId, std::vector<Exit>> arriving;
    for (const Exit& exit : exits)
        if (!isLevel(exit)) arriving[exit.card].push_back(exit);
    for (auto& [card, lines] : arriving) {
        std::ranges::sort(lines, {}, [&](const Exit& exit) {
            return std::pair(heightOf({exit.gate, exit.state}), exit);
        });
        const Area area = *drawing_.areaOf(card);
        const auto gaps = static_cast<double>(lines.size()) - 1;
        const double pitch = gaps < 1 ? 0 : std::min(arrivalPitch, (area.height - 8) / gaps);
        for (std::size_t i = 0; i < lines.size(); ++i)
            arrivals_[lines[i]] = area.centre().y + (static_cast<double>(i) - gaps / 2) * pitch;
    }
}

bool Fan::isLevel(const Exit& exit) const {
    const BorderSign& sign = *drawing_.borderSign(exit.gate);
    const Area area = *drawing_.areaOf(exit.card);
    return area.y + 5 <= sign.centre.y && sign.centre.y <= area.bottom() - 5 && sign.centre.x + sign.reach < area.x;
}

std::vector<Spot> Fan::wayOf(const Exit& exit) const {
    const BorderSign& sign = *drawing_.borderSign(exit.gate);
    const Area area = *drawing_.areaOf(exit.card);
    const Branch branch{exit.gate, exit.state};
    // Beside its middle a round sign reaches less far.
    const Spot start{sign.centre.x + sign.reach - std::abs(starts_.at(branch)), heightOf(branch)};
    const Spot clear{sign.centre.x + sign.reach + 5, start.y};
    if (isLevel(exit)) {
        const Spot end{area.x, start.y};
        if (!roads_.isBlocked(clear, {end.x - 5, end.y}, false)) return {start, end};
    } else {
        const Lane& own = lanes_.at(branch);
        const double lane = std::min(std::max(area.x - own.beforeCards, own.afterNames), area.x - leastLane);
        const Spot end{area.x, arrivals_.at(exit)};
        const Spot turn{lane, start.y};
        const Spot rise{lane, end.y};
        if (lane > clear.x + 3 && !roads_.isBlocked(clear, turn, false) && !roads_.isBlocked(turn, rise, false) &&
            !roads_.isBlocked(rise, {end.x - 5, end.y}, false))
            return straightened({start, turn, rise, end});
    }
    return roads_.between(exit.gate, exit.card);
}

}  // namespace gw
