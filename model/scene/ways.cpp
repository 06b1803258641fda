#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "model/scene/drawn_flow.h"
#include "model/scene/fan.h"
#include "model/scene/measures.h"
#include "model/scene/surroundings.h"
#include "model/scene/tracks.h"

/// The ways of the lines of flows.
namespace gw {
namespace {

/// True where the way from a card to a sign goes through the gutter on the right of the VPC.
bool takesGutter(const Drawing& drawing, const Roads& roads, const AnyId& from, const AnyId& to) {
    const BorderSign* gate = drawing.borderSign(to);
    return gate && gate->side == Side::Right && !drawing.borderSign(from) && roads.vpcOf(from) == roads.vpcOf(to);
}

bool takesFan(const Drawing& drawing, const Roads& roads, const AnyId& from, const AnyId& to) {
    const BorderSign* gate = drawing.borderSign(from);
    return gate && gate->side == Side::Right && roads.vpcOf(to).empty();
}

Approach approachOf(const DrawnFlow& flow, std::size_t number) {
    return {flow.stops[0], flow.stops[1], flow.line.state, flow.isBlocked && flow.stops.size() == 2, number};
}

/// A straight line where the two areas face each other and nothing stands between.
std::vector<Spot> faceToFace(const Roads& roads, const Area& from, const Area& to, bool inside) {
    constexpr double margin = 4;
    const double top = std::max(from.y, to.y) + margin;
    const double bottom = std::min(from.bottom(), to.bottom()) - margin;
    if (top > bottom) return {};
    const double y = std::clamp(from.height > to.height ? from.centre().y : to.centre().y, top, bottom);
    const bool rightwards = from.right() <= to.x;
    if (!rightwards && to.right() > from.x) return {};
    const Spot start{rightwards ? from.right() : from.x, y};
    const Spot end{rightwards ? to.x : to.right(), y};
    const double step = rightwards ? 5 : -5;
    if (std::abs(start.x - end.x) > 2 * std::abs(step) &&
        roads.isBlocked({start.x + step, y}, {end.x - step, y}, inside))
        return {};
    return {start, end};
}

/// The same straight up or down, where there is room for a head, and past names.
std::vector<Spot> oneAboveTheOther(const Roads& roads, const Surroundings& surroundings, const Area& from,
                                   const Area& to, bool inside) {
    constexpr double margin = 12;
    constexpr double leastLength = 24;
    constexpr double step = 5;
    const double left = std::max(from.x, to.x) + margin;
    const double right = std::min(from.right(), to.right()) - margin;
    const bool down = from.bottom() <= to.y;
    const double start = down ? from.bottom() : from.y;
    const double end = down ? to.y : to.bottom();
    if (left > right || (down ? end - start : start - end) < leastLength) return {};
    const double by = down ? step : -step;
    const double middle = std::clamp(from.width > to.width ? to.centre().x : from.centre().x, left, right);
    std::vector<Spot> best;
    double least = Surroundings::costOfWords;
    for (double off = 0; off <= 96; off += 4)
        for (const double x : {middle - off, middle + off}) {
            if (x < left || right < x || roads.isBlocked({x, start + by}, {x, end - by}, inside)) continue;
            const double cost = surroundings.costOf({x, start}, {x, end}) + off / 8;
            if (cost >= least) continue;
            least = cost;
            best = {{x, start}, {x, end}};
        }
    return best;
}

/// Takes the end of a line back by `by`; one that is too short for that is left as it is.
void shorten(std::vector<Spot>& points, double by) {
    std::vector<Spot> shorter = points;
    while (shorter.size() >= 2) {
        Spot& end = shorter.back();
        const Spot before = shorter[shorter.size() - 2];
        const double length = std::hypot(end.x - before.x, end.y - before.y);
        if (length > by) {
            end = {end.x + (before.x - end.x) * by / length, end.y + (before.y - end.y) * by / length};
            points = std::move(shorter);
            return;
        }
        by -= length;
        shorter.pop_back();
    }
}

/// A line from outside whose last leg has no room for a head ends at the gateway that lets it in.
void endAtGate(const Drawing& drawing, const DrawnFlow& flow, std::vector<Spot>& points) {
    constexpr double headRoom = 16;
    const BorderSign* gate = drawing.borderSign(flow.stops[flow.stops.size() - 2]);
    if (!gate || points.size() < 4) return;
    const Spot end = points.back();
    const Spot start = points[points.size() - 2];
    if (std::abs(end.x - start.x) + std::abs(end.y - start.y) < headRoom) points.resize(points.size() - 2);
}

/// What is around, looked at once a line needs it.
class LateSurroundings {
public:
    const Surroundings& of(Drawing& drawing) {
        if (!surroundings_) surroundings_.emplace(drawing.soFar());
        return *surroundings_;
    }

private:
    std::optional<Surroundings> surroundings_;
};

/// The lines of a flow from each thing that it passes to the next.
std::vector<Leg> legsOf(Drawing& drawing, const Roads& roads, const Gutter& gutter, const Fan& fan,
                        LateSurroundings& surroundings, DrawnFlow& flow, std::size_t number) {
    std::vector<Leg> legs;
    legs.reserve(flow.stops.size() - 1);
    for (std::size_t i = 1; i < flow.stops.size(); ++i) {
        const AnyId& start = flow.stops[i - 1];
        const AnyId& end = flow.stops[i];
        Leg leg;
        if (i == 1 && takesGutter(drawing, roads, start, end)) {
            flow.way = gutter.wayOf(approachOf(flow, number));
            leg.points = std::move(flow.way.points);
            leg.isLaid = true;
            leg.endsAtSign = flow.way.stopSign.has_value();
        } else if (takesFan(drawing, roads, start, end)) {
            leg.points = fan.wayOf({start, end, flow.line.state});
            leg.isLaid = true;
        } else {
            const bool inside = !roads.vpcOf(start).empty() && roads.vpcOf(start) == roads.vpcOf(end);
            const Area from = *drawing.areaOf(start);
            const Area to = *drawing.areaOf(end);
            leg.points = faceToFace(roads, from, to, inside);
            const bool onBorder = drawing.borderSign(start) || drawing.borderSign(end);
            if (leg.points.empty() && !onBorder)
                leg.points = oneAboveTheOther(roads, surroundings.of(drawing), from, to, inside);
            if (leg.points.empty()) leg.points = roads.between(start, end);
        }
        legs.push_back(std::move(leg));
    }
    return legs;
}

/// Lines that have lanes of their own, all of one kind, are as far apart as they need be.
bool areAllLaid(const std::vector<DrawnFlow>& flows) {
    return std::ranges::all_of(flows, [&](const DrawnFlow& flow) {
        return std::ranges::all_of(flow.legs, &Leg::isLaid) && flow.line.state == flows.front().line.state &&
               flow.line.pill == flows.front().line.pill;
    });
}

/// Gives lines of several kinds tracks of their own.
void layTracks(Drawing& drawing, const Roads& roads, LateSurroundings& surroundings, std::vector<DrawnFlow>& flows) {
    if (areAllLaid(flows)) return;
    const auto endOf = [&](const AnyId& id) {
        return TrackedLine::End{*drawing.areaOf(id), drawing.borderSign(id) != nullptr};
    };
    std::vector<TrackedLine> lines;
    for (DrawnFlow& flow : flows)
        for (std::size_t i = 0; i < flow.legs.size(); ++i) {
            Leg& leg = flow.legs[i];
            const AnyId& from = flow.stops[i];
            const AnyId& to = flow.stops[i + 1];
            TrackedLine line{&leg.points, {flow.line.state, flow.line.pill}, endOf(from), endOf(to)};
            line.to.isFixed = leg.endsAtSign;
            line.around = &roads.around(from, to);
            line.isLaid = leg.isLaid;
            if (const std::string& vpc = roads.vpcOf(from); !vpc.empty() && vpc == roads.vpcOf(to))
                line.within = drawing.areaOf(AnyId(vpc));
            lines.push_back(std::move(line));
        }
    separateTracks(surroundings.of(drawing), lines);
    for (DrawnFlow& flow : flows)
        for (Leg& leg : flow.legs)
            // One between neighbours that touch has no length.
            if (leg.points.size() > 2) leg.points = straightened(std::move(leg.points));
}

/// Below a sign a line goes on to where it is wholly covered: beside its middle a round sign reaches less far.
void reachUnder(const Drawing& drawing, const AnyId& id, Spot neighbour, Spot& end) {
    const BorderSign* sign = drawing.borderSign(id);
    if (!sign) return;
    const bool level = std::abs(neighbour.y - end.y) < std::abs(neighbour.x - end.x);
    const double off = level ? std::abs(end.y - sign->centre.y) : std::abs(end.x - sign->centre.x);
    const double by = std::min(off, sign->reach);
    if (level)
        end.x += end.x < neighbour.x ? -by : by;
    else
        end.y += end.y < neighbour.y ? -by : by;
}

/// A line that is stopped where it starts, or a call to itself: out, down and in again.
Way wayAtHome(const Drawing& drawing, const Gutter& gutter, const DrawnFlow& flow) {
    const Area card = *drawing.areaOf(flow.stops[0]);
    Spot start{card.right(), card.centre().y};
    // The sign of what stops it stands below the lines that get out.
    if (flow.isBlocked && gutter.isLeftBy(flow.stops[0])) start.y = card.bottom() - 2;
    if (flow.isBlocked) return {{start, {start.x + 12, start.y}}, Spot{start.x + 12 + stopRadius, start.y}};
    const double low = start.y + std::min(12.0, card.height / 3);
    return {{start, {start.x + 14, start.y}, {start.x + 14, low}, {start.x, low}}, {}};
}

/// The signs of what is stopped: none lies over another.
class StopSigns {
public:
    void add(Spot at) { taken_.push_back(at); }
    bool isFree(Spot at) const {
        return std::ranges::none_of(taken_, [&](Spot other) {
            return std::abs(other.x - at.x) < size::stopPitch - 0.5 && std::abs(other.y - at.y) < size::stopPitch - 0.5;
        });
    }
    /// The free place nearest to `at`: beside it along `step`, the one way or the other way round.
    Spot beside(Spot at, Spot step) const {
        constexpr int most = 64;
        for (int i = 0; i < most; ++i)
            for (const double by : {static_cast<double>(i), -static_cast<double>(i)})
                if (const Spot tried{at.x + by * step.x, at.y + by * step.y}; isFree(tried)) return tried;
        return at;
    }

private:
    std::vector<Spot> taken_;
};

/// Ends a line before what stops it with a sign: the first beside the thing, further ones in a row along the line as
/// far as that goes straight, then beside that.
void endAtSign(Way& way, StopSigns& signs) {
    const Spot edge = way.points.back();
    const Spot before = way.points[way.points.size() - 2];
    const double straight = std::hypot(edge.x - before.x, edge.y - before.y);
    for (double back = 2 * stopRadius; back == 2 * stopRadius || back <= straight; back += size::stopPitch) {
        std::vector<Spot> points = way.points;
        shorten(points, back);
        const Spot end = points.back();
        const double length = std::hypot(edge.x - end.x, edge.y - end.y);
        // Between near neighbours the sign stands where the line ends, and covers it.
        const double by = length > 0 ? stopRadius / length : 0;
        const Spot sign{end.x + (edge.x - end.x) * by, end.y + (edge.y - end.y) * by};
        if (!signs.isFree(sign)) continue;
        way.points = std::move(points);
        way.stopSign = sign;
        return;
    }
    const bool isLevel = std::abs(edge.y - before.y) <= std::abs(edge.x - before.x);
    shorten(way.points, 2 * stopRadius);
    const Spot end = way.points.back();
    const double length = std::hypot(edge.x - end.x, edge.y - end.y);
    const double by = length > 0 ? stopRadius / length : 0;
    const Spot sign{end.x + (edge.x - end.x) * by, end.y + (edge.y - end.y) * by};
    way.stopSign = signs.beside(sign, isLevel ? Spot{0, size::stopPitch} : Spot{size::stopPitch, 0});
    // It branches off before the other signs.
    if (isLevel)
        way.points.push_back({end.x, way.stopSign->y});
    else
        way.points.push_back({way.stopSign->x, end.y});
}

Way joined(const Drawing& drawing, DrawnFlow& flow) {
    Way way = std::move(flow.way);
    way.points.clear();
    for (std::size_t i = 0; i < flow.legs.size(); ++i) {
        Leg& leg = flow.legs[i];
        if (leg.points.size() < 2) continue;
        if (i > 0) reachUnder(drawing, flow.stops[i], leg.points[1], leg.points.front());
        if (i + 1 < flow.legs.size())
            reachUnder(drawing, flow.stops[i + 1], leg.points[leg.points.size() - 2], leg.points.back());
        if (i > 0 && drawing.borderSign(flow.stops[i])) way.meeting = way.points.size();
        way.points.insert(way.points.end(), leg.points.begin(), leg.points.end());
    }
    return way;
}

void finishWays(const Drawing& drawing, const Gutter& gutter, std::vector<DrawnFlow>& flows) {
    StopSigns signs;
    for (const DrawnFlow& flow : flows)
        if (flow.way.stopSign) signs.add(*flow.way.stopSign);
    for (DrawnFlow& flow : flows) {
        if (flow.stops.size() == 1) {
            flow.way = wayAtHome(drawing, gutter, flow);
            if (!flow.way.stopSign) continue;
            // Further ones stand behind the first.
            while (!signs.isFree(*flow.way.stopSign)) {
                flow.way.stopSign->x += size::stopPitch;
                flow.way.points.back().x += size::stopPitch;
            }
            signs.add(*flow.way.stopSign);
            continue;
        }
        flow.way = joined(drawing, flow);
        if (flow.way.points.size() < 2) continue;
        if (flow.line.state == LineState::Inbound) endAtGate(drawing, flow, flow.way.points);
        if (!flow.isBlocked || flow.way.stopSign) continue;
        endAtSign(flow.way, signs);
        signs.add(*flow.way.stopSign);
    }
}

}  // namespace

void layWays(Drawing& drawing, const Roads& roads, std::vector<DrawnFlow>& flows) {
    std::vector<Approach> approaches;
    std::set<Exit> exits;
    for (std::size_t n = 0; n < flows.size(); ++n) {
        const DrawnFlow& each = flows[n];
        for (std::size_t i = 1; i < each.stops.size(); ++i) {
            if (i == 1 && takesGutter(drawing, roads, each.stops[0], each.stops[1]))
                approaches.push_back(approachOf(each, n));
            if (takesFan(drawing, roads, each.stops[i - 1], each.stops[i]))
                exits.insert({each.stops[i - 1], each.stops[i], each.line.state});
        }
    }
    const Gutter gutter(drawing, roads, approaches);
    const Fan fan(drawing, roads, exits);
    LateSurroundings surroundings;
    for (std::size_t n = 0; n < flows.size(); ++n)
        flows[n].legs = legsOf(drawing, roads, gutter, fan, surroundings, flows[n], n);
    layTracks(drawing, roads, surroundings, flows);
    finishWays(drawing, gutter, flows);
}

}  // namespace gw
