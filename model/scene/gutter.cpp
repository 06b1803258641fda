#include "model/scene/gutter.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "model/scene/measures.h"

namespace gw {
namespace {

constexpr double afterZone = size::besideBorder;  ///< from the last zone or subnet to the first lane
constexpr double leastAfterZone = 3;              ///< ... where there are many lanes
constexpr double narrowPitch = 4;                 ///< between lanes that keep off the zones
constexpr double leastPitch = 3;                  ///< between lanes at all
constexpr double beforeGate = 22;                 ///< from the last lane to the border
constexpr double beforeStops = 32;                ///< ... where signs stand of what stops there
constexpr double stopAside = 19;                  ///< of a stop sign above or below what gets through, from its gate
constexpr double stopBefore = 24;                 ///< of one that stands before its gate
constexpr double stopAbove = 15;                  ///< of the first one from lines that get through
constexpr double entryPitch = 5;                  ///< between lines of several states to one gate

/// Right edge of the zones and subnets of a VPC.
double rightOfZones(const Drawing& drawing, const Vpc& vpc, const Area& frame) {
    double right = frame.x;
    for (const std::string& id : drawing.containment().in(vpc.id.value))
        if (drawing.design().subnets.find({id}))
            if (const auto area = drawing.areaOf(AnyId(id))) right = std::max(right, area->right());
    for (const std::string& id : drawing.containment().in(vpc.region.value))
        if (drawing.design().availabilityZones.find({id}))
            if (const auto band = drawing.areaOf(AnyId(id));
                band && band->overlaps(frame) && band->right() < frame.right())
                right = std::max(right, band->right());
    return right;
}

/// Where there is no room for all lanes, neighbours that hold lines of one state become one.
void shareLanes(std::vector<std::vector<std::pair<AnyId, LineState>>>& lanes, double room) {
    while (static_cast<double>(lanes.size() - 1) * leastPitch > room) {
        std::size_t first = 0;
        std::size_t nearest = lanes.size();
        for (std::size_t i = 0; i < lanes.size(); ++i)
            for (std::size_t j = i + 1; j < lanes.size() && j - i < nearest; ++j)
                if (lanes[i].front().second == lanes[j].front().second) {
                    first = i;
                    nearest = j - i;
                }
        if (nearest == lanes.size()) return;
        const auto other = lanes.begin() + static_cast<std::ptrdiff_t>(first + nearest);
        lanes[first].insert(lanes[first].end(), other->begin(), other->end());
        lanes.erase(other);
    }
}

}  // namespace

Gutter::Gutter(const Drawing& drawing, const Roads& roads, const std::vector<Approach>& approaches)
    : drawing_(drawing), roads_(roads) {
    layLanes(approaches);
    layPorts(approaches);
    layEntries(approaches);
    laySigns(approaches);
}

void Gutter::layLanes(const std::vector<Approach>& approaches) {
    struct Calls {
        double sum = 0;
        int count = 0;
    };
    std::map<std::string, std::map<LaneKey, Calls>> lanesByVpc;
    std::set<std::string> stopping;
    for (const Approach& approach : approaches) {
        const std::string& vpc = roads_.vpcOf(approach.gate);
        Calls& calls = lanesByVpc[vpc][{approach.gate, approach.state}];
        calls.sum += drawing_.areaOf(approach.source)->centre().y;
        ++calls.count;
        if (approach.stops) stopping.insert(vpc);
    }
    for (const auto& [vpcId, lanes] : lanesByVpc) {
        const Vpc& vpc = *drawing_.design().vpcs.find({vpcId});
        const Area frame = *drawing_.areaOf(vpc.id);
        std::vector<std::pair<double, LaneKey>> byDistance;
        for (const auto& [key, calls] : lanes)
            byDistance.emplace_back(-std::abs(drawing_.borderSign(key.first)->centre.y - calls.sum / calls.count), key);
        std::ranges::sort(byDistance);
        const double zones = rightOfZones(drawing_, vpc, frame);
        const double right = frame.right() - (stopping.contains(vpcId) ? beforeStops : beforeGate);
        std::vector<std::vector<LaneKey>> shared;
        for (const auto& [distance, key] : byDistance) shared.push_back({key});
        shareLanes(shared, right - zones - leastAfterZone);
        const auto gaps = static_cast<double>(shared.size()) - 1;
        const double left = std::max(std::min(zones + afterZone, right - gaps * narrowPitch), zones + leastAfterZone);
        const double room = std::max(right - left, 0.0);
        const double pitch = gaps < 1 ? 0 : std::min(size::lanePitch, room / gaps);
        for (std::size_t i = 0; i < shared.size(); ++i)
            for (const LaneKey& key : shared[i]) lanes_[key] = left + pitch * static_cast<double>(i);
    }
}

void Gutter::layPorts(const std::vector<Approach>& approaches) {
    std::map<AnyId, std::vector<PortKey>> linesOf;
    for (const Approach& approach : approaches)
        linesOf[approach.source].push_back({approach.gate, approach.state, approach.stops});
    for (auto& [source, lines] : linesOf) {
        std::ranges::sort(lines, {}, [&](const PortKey& line) {
            return std::tuple(drawing_.borderSign(std::get<0>(line))->centre.y, line);
        });
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        const Area card = *drawing_.areaOf(source);
        const auto gaps = static_cast<double>(lines.size()) - 1;
        const double pitch = gaps < 1 ? 0 : std::min(size::lanePitch, (card.height - 10) / gaps);
        for (std::size_t i = 0; i < lines.size(); ++i)
            ports_[source][lines[i]] = card.centre().y + (static_cast<double>(i) - gaps / 2) * pitch;
    }
}

void Gutter::layEntries(const std::vector<Approach>& approaches) {
    struct Entering {
        std::set<LineState> states{};
        double above = 0;  ///< how far the callers stand above the gate, summed up
    };
    std::map<AnyId, Entering> entering;
    for (const Approach& approach : approaches) {
        if (approach.stops) continue;
        Entering& gate = entering[approach.gate];
        gate.states.insert(approach.state);
        gate.above += drawing_.borderSign(approach.gate)->centre.y - drawing_.areaOf(approach.source)->centre().y;
    }
    for (const auto& [gate, lines] : entering) {
        const BorderSign& sign = *drawing_.borderSign(gate);
        // From above, what comes by a lane further right turns off first.
        std::vector<std::pair<double, LineState>> order;
        for (const LineState state : lines.states)
            order.emplace_back((lines.above > 0 ? -1 : 1) * lanes_.at({gate, state}), state);
        std::ranges::sort(order);
        const auto gaps = static_cast<double>(order.size()) - 1;
        const double pitch = gaps < 1 ? 0 : std::min(entryPitch, (sign.reach - 2) * 2 / gaps);
        for (std::size_t i = 0; i < order.size(); ++i)
            entries_[{gate, order[i].second}] = sign.centre.y + (static_cast<double>(i) - gaps / 2) * pitch;
    }
}

void Gutter::laySigns(const std::vector<Approach>& approaches) {
    std::map<AnyId, std::vector<const Approach*>> stopped;
    std::set<AnyId> passed;
    for (const Approach& approach : approaches) {
        if (approach.stops)
            stopped[approach.gate].push_back(&approach);
        else
            passed.insert(approach.gate);
    }
    const auto portOf = [&](const Approach& each) {
        return ports_.at(each.source).at({each.gate, each.state, each.stops});
    };
    std::vector<Spot> taken;
    for (auto& [gate, lines] : stopped) {
        const Spot centre = drawing_.borderSign(gate)->centre;
        std::ranges::stable_sort(lines, {}, [&](const Approach* each) { return portOf(*each); });
        const auto count = static_cast<double>(lines.size());
        const auto above = static_cast<double>(
            std::ranges::count_if(lines, [&](const Approach* each) { return portOf(*each) <= centre.y; }));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto at = static_cast<double>(i);
            // In the order of their callers; the lines that get through keep the middle.
            double y = centre.y + (at - (count - 1) / 2) * size::stopPitch;
            if (passed.contains(gate))
                y = at < above ? centre.y - stopAbove - (above - 1 - at) * size::stopPitch
                               : centre.y + stopAbove + (at - above) * size::stopPitch;
            // One alone stands where its line comes straight.
            constexpr double nearLevel = 12;
            if (count == 1 && !passed.contains(gate) && std::abs(portOf(*lines[i]) - y) < nearLevel)
                y = portOf(*lines[i]);
            Spot sign{centre.x - (passed.contains(gate) ? stopAside : stopBefore), y};
            const auto meets = [&](Spot other) {
                return std::abs(other.x - sign.x) < size::stopPitch - 1 &&
                       std::abs(other.y - sign.y) < size::stopPitch - 1;
            };
            // Signs of a gate near by: further down, where callers below come from.
            for (auto other = std::ranges::find_if(taken, meets); other != taken.end();
                 other = std::ranges::find_if(taken, meets))
                sign.y = other->y + size::stopPitch;
            taken.push_back(sign);
            signs_[lines[i]->number] = sign;
        }
    }
}

Way Gutter::wayOf(const Approach& approach) const {
    const Area card = *drawing_.areaOf(approach.source);
    const BorderSign& gate = *drawing_.borderSign(approach.gate);
    const double y = ports_.at(approach.source).at({approach.gate, approach.state, approach.stops});
    const Spot start{card.right(), y};
    const double lane = lanes_.at({approach.gate, approach.state});
    Way way;
    Spot end;
    if (approach.stops) {
        way.stopSign = signs_.at(approach.number);
        end = {way.stopSign->x - size::blockedSign / 2, way.stopSign->y};
    } else {
        const double entry = entries_.at({approach.gate, approach.state});
        // Beside its middle a round sign reaches less far.
        end = {gate.centre.x - gate.reach + std::abs(entry - gate.centre.y), entry};
    }
    const Spot clear{start.x + 5, y};
    if (clear.x < lane && roads_.isBlocked(clear, {lane - 5, y}, true))
        way.points = roads_.between({Port{start, clear}}, {Port{end, {lane, end.y}}}, true);
    else
        way.points = straightened({start, {lane, y}, {lane, end.y}, end});
    return way;
}

}  // namespace gw
