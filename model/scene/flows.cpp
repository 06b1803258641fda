#include <algorithm>
#include <map>

#include "model/scene/crossings.h"
#include "model/scene/drawn_flow.h"
#include "model/scene/lens.h"
#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/outline.h"

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
        PathShape line{each.way.points, size::flowCorner, strokeOf(each.line.shownState()), !each.way.stopSign};
        // Dashes of lines that share a way fall together, or they would fill each other's gaps.
        if (line.stroke.dash != Dash::Solid) line.dashFrom = lengthUpTo(line, each.way.meeting);
        drawing.add(std::move(line));
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
    layWays(drawing, roads, flows);
    drawLines(drawing, flows);
    drawBundles(drawing, flows);
    drawPills(drawing, flows);
}

}  // namespace gw
