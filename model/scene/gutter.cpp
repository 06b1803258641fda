#include "model/scene/gutter.h"

#include <algorithm>
#include <cmath>

#include "model/scene/measures.h"

namespace gw {
namespace {

constexpr double afterZone = 2;    ///< from the last zone or subnet to the first lane
constexpr double beforeGate = 24;  ///< from the last lane to the border
constexpr double stopAside = 18;   ///< of a stop sign from the centre of its gate
constexpr double stopAbove = 17;

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

}  // namespace

Gutter::Gutter(const Drawing& drawing, const Roads& roads, const std::vector<Approach>& approaches)
    : drawing_(drawing), roads_(roads) {
    struct Calls {
        double sum = 0;
        int count = 0;
    };
    std::map<std::string, std::map<AnyId, Calls>> gatesByVpc;
    std::map<AnyId, std::vector<PortKey>> linesOf;
    for (const Approach& approach : approaches) {
        Calls& calls = gatesByVpc[roads.vpcOf(approach.gate)][approach.gate];
        calls.sum += drawing.areaOf(approach.source)->centre().y;
        ++calls.count;
        linesOf[approach.source].push_back({approach.gate, approach.state, approach.stops});
    }

    for (const auto& [vpcId, gates] : gatesByVpc) {
        const Vpc& vpc = *drawing.design().vpcs.find({vpcId});
        const Area frame = *drawing.areaOf(vpc.id);
        std::vector<std::pair<double, AnyId>> byDistance;
        for (const auto& [gate, calls] : gates)
            byDistance.emplace_back(-std::abs(drawing.borderSign(gate)->centre.y - calls.sum / calls.count), gate);
        std::ranges::sort(byDistance);
        const double left = rightOfZones(drawing, vpc, frame) + afterZone;
        const double room = std::max(frame.right() - beforeGate - left, 0.0);
        const double pitch =
            byDistance.size() < 2 ? 0 : std::min(size::lanePitch, room / (static_cast<double>(byDistance.size()) - 1));
        for (std::size_t i = 0; i < byDistance.size(); ++i)
            lanes_[byDistance[i].second] = left + pitch * static_cast<double>(i);
    }

    for (auto& [source, lines] : linesOf) {
        std::ranges::sort(lines, {}, [&](const PortKey& line) {
            return std::tuple(drawing.borderSign(std::get<0>(line))->centre.y, line);
        });
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        const Area card = *drawing.areaOf(source);
        const auto gaps = static_cast<double>(lines.size()) - 1;
        const double pitch = gaps < 1 ? 0 : std::min(size::lanePitch, (card.height - 10) / gaps);
        for (std::size_t i = 0; i < lines.size(); ++i)
            ports_[source][lines[i]] = card.centre().y + (static_cast<double>(i) - gaps / 2) * pitch;
    }
}

Way Gutter::wayOf(const Approach& approach) const {
    const Area card = *drawing_.areaOf(approach.source);
    const BorderSign& gate = *drawing_.borderSign(approach.gate);
    const double y = ports_.at(approach.source).at({approach.gate, approach.state, approach.stops});
    const Spot start{card.right(), y};
    Way way;
    Spot end{gate.centre.x - gate.reach, gate.centre.y};
    double lane = laneOf(approach.gate);
    if (approach.stops) {
        // The stop sign sits beside the gate, where the lines that get through leave it room.
        constexpr double radius = size::blockedSign / 2;
        lane = gate.centre.x - stopAside;
        const double above = y <= gate.centre.y ? -1 : 1;
        way.stopSign = Spot{lane, gate.centre.y + above * stopAbove};
        end = {lane, way.stopSign->y + above * radius};
        if (above * (y - end.y) < 0) {  // the port is level with the sign
            way.stopSign = Spot{lane, y};
            end = {lane - radius, y};
        }
    }
    const Spot turn{lane, y};
    const Spot clear{start.x + 5, y};
    if (clear.x < lane && roads_.isBlocked(clear, {lane - 5, y}, true))
        way.points = roads_.between({Port{start, clear}}, {Port{end, {lane, end.y}}}, true);
    else
        way.points = straightened({start, turn, {lane, end.y}, end});
    return way;
}

}  // namespace gw
