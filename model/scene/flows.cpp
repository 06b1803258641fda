#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/scene/crossings.h"
#include "model/scene/drawn_flow.h"
#include "model/scene/fan.h"
#include "model/scene/lens.h"
#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/tracks.h"

namespace gw {
namespace {

/// What is painted later lies above: what needs attention.
int rankOf(LineState state) {
    switch (state) {
        case LineState::Refused:
        case LineState::Wanted:
        case LineState::NotAsked:
            return 0;
        case LineState::Inbound:
            return 1;
        case LineState::Private:
        case LineState::Allowed:
            return 2;
        case LineState::Unknown:
            return 3;
        case LineState::Public:
            return 4;
        case LineState::Partial:
            return 5;
        case LineState::Blocked:
        case LineState::Denied:
            return 6;
        case LineState::Intruding:
            return 7;
    }
    return 0;
}

/// Whether the lens shows what is blocked on purpose.
bool showsRefused(Lens lens) {
    return lens == Lens::Security || lens == Lens::Policy;
}

/// Which state shows where one line stands for several.
int urgencyOf(LineState state) {
    return state == LineState::Inbound ? 0 : rankOf(state);
}

std::vector<DrawnFlow> flowsToDraw(const Drawing& drawing) {
    std::vector<DrawnFlow> drawn;
    for (const Flow& flow : drawing.design().flows) {
        DrawnFlow each{&flow};
        if (const auto found = drawing.overlay().flows.find(flow.id); found != drawing.overlay().flows.end())
            each.line = found->second;
        if (each.line.state == LineState::Refused && !showsRefused(drawing.overlay().lens)) continue;
        if (!drawing.areaOf(flow.from) || !drawing.areaOf(flow.to)) continue;
        each.stops.emplace_back(flow.from);
        for (const AnyId& id : each.line.via)
            if (drawing.areaOf(id) && id != each.stops.back()) each.stops.push_back(id);
        each.isBlocked = each.line.state == LineState::Blocked || each.line.state == LineState::Refused;
        if (each.line.state == LineState::Refused) {
            // Whom it would reach is what matters, not where on the way it stops.
            each.stops = {flow.from, flow.to};
        } else if (each.isBlocked) {
            const auto at = std::ranges::find(each.stops, each.line.stopsAt);
            if (at != each.stops.end())
                each.stops.erase(at + 1, each.stops.end());
            else if (each.line.stopsAt == AnyId(flow.to))
                each.stops.emplace_back(flow.to);
        } else if (each.stops.back() != AnyId(flow.to)) {
            each.stops.emplace_back(flow.to);
        }
        drawn.push_back(std::move(each));
    }
    std::ranges::stable_sort(drawn, {}, [](const DrawnFlow& each) { return rankOf(each.line.state); });
    return drawn;
}

/// True where the way from a card to a sign goes through the gutter on the right of the VPC.
bool takesGutter(const Drawing& drawing, const Roads& roads, const AnyId& from, const AnyId& to) {
    const BorderSign* gate = drawing.borderSign(to);
    return gate && gate->side == Side::Right && !drawing.borderSign(from) && roads.vpcOf(from) == roads.vpcOf(to);
}

bool takesFan(const Drawing& drawing, const Roads& roads, const AnyId& from, const AnyId& to) {
    const BorderSign* gate = drawing.borderSign(from);
    return gate && gate->side == Side::Right && roads.vpcOf(to).empty();
}

Approach approachOf(const DrawnFlow& flow) {
    return {flow.stops[0], flow.stops[1], flow.line.state, flow.isBlocked && flow.stops.size() == 2};
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

void append(std::vector<Spot>& points, const std::vector<Spot>& more) {
    points.insert(points.end(), more.begin(), more.end());
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

Way wayOf(const Drawing& drawing, const Roads& roads, const Gutter& gutter, const Fan& fan, const DrawnFlow& flow) {
    if (flow.stops.size() == 1) {
        const Area card = *drawing.areaOf(flow.stops[0]);
        Spot start{card.right(), card.centre().y};
        // The sign of what stops it stands below the lines that get out.
        if (flow.isBlocked && gutter.isLeftBy(flow.stops[0])) start.y = card.bottom() - 2;
        // Stopped where it starts, or a call to itself: out, down and in again.
        if (flow.isBlocked) return {{start, {start.x + 12, start.y}}, Spot{start.x + 12 + stopRadius, start.y}};
        const double low = start.y + std::min(12.0, card.height / 3);
        return {{start, {start.x + 14, start.y}, {start.x + 14, low}, {start.x, low}}, {}};
    }
    Way way;
    for (std::size_t i = 1; i < flow.stops.size(); ++i) {
        const AnyId& from = flow.stops[i - 1];
        const AnyId& to = flow.stops[i];
        if (i == 1 && takesGutter(drawing, roads, from, to)) {
            way = gutter.wayOf(approachOf(flow));
        } else if (takesFan(drawing, roads, from, to)) {
            append(way.points, fan.wayOf(from, to));
        } else {
            const bool inside = !roads.vpcOf(from).empty() && roads.vpcOf(from) == roads.vpcOf(to);
            auto leg = faceToFace(roads, *drawing.areaOf(from), *drawing.areaOf(to), inside);
            append(way.points, leg.empty() ? roads.between(from, to) : leg);
        }
    }
    if (flow.line.state == LineState::Inbound) endAtGate(drawing, flow, way.points);
    if (flow.isBlocked && !way.stopSign) {
        const Spot edge = way.points.back();
        shorten(way.points, 2 * stopRadius);
        const Spot end = way.points.back();
        const double length = std::hypot(edge.x - end.x, edge.y - end.y);
        // Between near neighbours the sign stands where the line ends, and covers it.
        const double by = length > 0 ? stopRadius / length : 0;
        way.stopSign = Spot{end.x + (edge.x - end.x) * by, end.y + (edge.y - end.y) * by};
    }
    return way;
}

void stopSign(Drawing& drawing, const AnyId& flow, Spot at) {
    drawing.item(flow, PicturePart::Sign, Plane::States, Drawing::fromBars)
        .add(CircleShape{at, stopRadius + 1.5, Ink::Canvas, {}})
        .add(CircleShape{at, stopRadius, Ink::Blocked, {}})
        .add(PathShape{{{at.x - 3.2, at.y + 3.2}, {at.x + 3.2, at.y - 3.2}}, 0, {Ink::Canvas, 1.75}});
}

/// At the end of a line that is blocked on purpose.
void lock(Drawing& drawing, const AnyId& flow, Spot at) {
    drawing.item(flow, PicturePart::Sign, Plane::States, Drawing::fromNames)
        .add(CircleShape{at, stopRadius, Ink::Canvas, {Ink::Muted, 1}})
        .add(IconShape{"ui-lock", Area::around(at, 5.5, 5.5), Ink::Muted});
}

void drawLines(Drawing& drawing, const std::vector<DrawnFlow>& flows) {
    std::vector<RankedLine> lines;
    lines.reserve(flows.size());
    for (const DrawnFlow& each : flows)
        lines.push_back({&each.way.points, rankOf(each.line.shownState()), strokeOf(each.line.shownState()).width});
    const auto gaps = gapsOf(lines);
    for (std::size_t i = 0; i < flows.size(); ++i) {
        const DrawnFlow& each = flows[i];
        if (each.way.points.size() < 2) continue;
        drawing.item(each.flow->id, PicturePart::Line, Plane::Flows, Drawing::fromNames);
        for (const PathShape& gap : gaps[i]) drawing.add(gap);
        drawing.add(PathShape{each.way.points, size::flowCorner, strokeOf(each.line.shownState()), !each.way.stopSign});
        if (each.way.stopSign)
            (each.line.state == LineState::Refused ? lock : stopSign)(drawing, each.flow->id, *each.way.stopSign);
        if (!isPutBack(drawing.overlay(), each.flow->id)) drawing.shown(each.line.shownState());
    }
}

/// From afar one line stands for all that pass an endpoint: the worst.
void drawBundles(Drawing& drawing, const std::vector<DrawnFlow>& flows) {
    std::map<AnyId, const DrawnFlow*> worst;
    for (const DrawnFlow& each : flows) {
        if (each.way.points.size() < 2) continue;
        const AnyId key =
            each.stops.size() > 1 && drawing.borderSign(each.stops[1]) ? each.stops[1] : AnyId(each.flow->id);
        const DrawnFlow*& kept = worst[key];
        if (!kept || urgencyOf(kept->line.shownState()) < urgencyOf(each.line.shownState())) kept = &each;
    }
    for (const auto& [key, flow] : worst) {
        Stroke stroke = strokeOf(flow->line.shownState());
        stroke.width = 4;
        drawing.item(flow->flow->id, PicturePart::Line, Plane::Flows, Drawing::barsOnly)
            .add(PathShape{flow->way.points, size::flowCorner, stroke});
    }
}

}  // namespace

void drawFlows(Drawing& drawing, const Roads& roads) {
    std::vector<DrawnFlow> flows = flowsToDraw(drawing);
    std::vector<Approach> approaches;
    std::set<std::pair<AnyId, AnyId>> exits;
    for (const DrawnFlow& each : flows)
        for (std::size_t i = 1; i < each.stops.size(); ++i) {
            if (i == 1 && takesGutter(drawing, roads, each.stops[0], each.stops[1]))
                approaches.push_back(approachOf(each));
            if (takesFan(drawing, roads, each.stops[i - 1], each.stops[i]))
                exits.emplace(each.stops[i - 1], each.stops[i]);
        }
    const Gutter gutter(drawing, roads, approaches);
    const Fan fan(drawing, roads, exits);
    for (DrawnFlow& each : flows) each.way = wayOf(drawing, roads, gutter, fan, each);
    std::vector<TrackedLine> tracked;
    tracked.reserve(flows.size());
    for (DrawnFlow& each : flows) tracked.push_back({&each.way.points, {each.line.state, each.line.pill}});
    separateTracks(roads, tracked);
    drawLines(drawing, flows);
    drawBundles(drawing, flows);
    drawPills(drawing, flows);
}

}  // namespace gw
