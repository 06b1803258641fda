#include "model/scene/states.h"

#include <algorithm>
#include <map>

#include "model/scene/compose.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"

namespace gw {
namespace {

constexpr double handleSide = 8;
constexpr double ringGap = 4;
constexpr double flowBed = 7;
constexpr double dropTint = 0.10;  ///< of the drop target's colour over what it holds

bool isGlyph(const Item& body) {
    return body.standing == Standing::Glyph || body.standing == Standing::Border;
}

/// An outline `away` from the body, in screen pixels: round for round signs, else a box.
Shape outline(const Item& body, double away, double zoom, Stroke stroke, Ink fill = Ink::None) {
    stroke.width /= zoom;
    const double by = away / zoom;
    if (isGlyph(body))
        return CircleShape{body.bounds.centre(), std::max(body.bounds.width, body.bounds.height) / 2 + by, fill,
                           stroke};
    const double radius = body.standing == Standing::Card ? size::cardRadius + by : by / 2;
    return RectShape{body.bounds.grown(by), radius, fill, stroke};
}

/// An item of the scene again, above what marks it.
void repaint(Scene& states, const Scene& scene, const Item& item) {
    const auto shapes = scene.shapesOf(item);
    Item& above = append(states, item.subject, PicturePart::Sign, Plane::States, {shapes.begin(), shapes.end()});
    above.faint = item.faint;
    above.opacity = item.opacity;
    above.from = item.from;
    above.to = item.to;
}

void selectThing(Scene& states, const Scene& scene, const Item& body, double zoom) {
    const bool glyph = isGlyph(body);
    append(states, body.subject, PicturePart::Sign, Plane::States,
           {outline(body, ringGap, zoom, {Ink::Accent, 2}, glyph ? Ink::Selection : Ink::None)});
    if (glyph) repaint(states, scene, body);
}

/// The boxes of the pieces of a line, with the bed that marks it.
void addPieces(std::vector<Area>& pieces, const PathShape& path) {
    for (std::size_t i = 1; i < path.points.size(); ++i) {
        const Area from{path.points[i - 1].x, path.points[i - 1].y, 0, 0};
        pieces.push_back(from.united({path.points[i].x, path.points[i].y, 0, 0}).grown(flowBed / 2));
    }
}

/// What stands on the lines of the picture there stands on one that is marked too: signs, names, words; and what stands
/// on those.
void repaintAbove(Scene& states, const Scene& scene, const std::vector<Area>& pieces) {
    std::vector<Area> painted;
    const auto meets = [](const std::vector<Area>& areas, const Area& bounds) {
        return std::ranges::any_of(areas, [&](const Area& area) { return area.overlaps(bounds); });
    };
    for (const Item& item : scene.items) {
        if (item.plane <= Plane::Flows || item.part == PicturePart::Line) continue;
        // A tint over nothing new would be twice as dark.
        if (!meets(painted, item.bounds) && (item.opacity < 1 || !meets(pieces, item.bounds))) continue;
        painted.push_back(item.bounds);
        repaint(states, scene, item);
    }
}

/// The line of a flow, thicker, on a bed in the colour of selection.
void selectFlow(Scene& states, const Scene& scene, const AnyId& flow) {
    std::vector<Area> pieces;
    for (const Item& item : scene.items) {
        if (item.part != PicturePart::Line || item.subject != flow || item.to != Detail::All) continue;
        std::vector<Shape> bed;
        std::vector<Shape> line;
        for (const Shape& shape : scene.shapesOf(item)) {
            const auto* path = std::get_if<PathShape>(&shape);
            if (!path || path->stroke.ink == Ink::Canvas) continue;
            PathShape wide = *path;
            wide.stroke = {Ink::Accent, flowBed};
            addPieces(pieces, wide);
            wide.head = false;
            bed.emplace_back(std::move(wide));
            PathShape thick = *path;
            thick.stroke.width = 3;
            line.emplace_back(std::move(thick));
        }
        append(states, flow, PicturePart::Sign, Plane::States, std::move(bed)).opacity = 0.3;
        append(states, flow, PicturePart::Sign, Plane::States, std::move(line));
    }
    repaintAbove(states, scene, pieces);
}

/// The dots of an endpoint's interfaces filled, and a tether that joins them to its sign.
void tether(Scene& states, const Scene& scene, const Item& sign) {
    std::vector<Spot> dots;
    std::vector<Shape> filled;
    for (const Item& item : scene.items) {
        if (item.part != PicturePart::Interface || item.subject != sign.subject) continue;
        dots.push_back(item.bounds.centre());
        for (Shape shape : scene.shapesOf(item)) {
            if (auto* circle = std::get_if<CircleShape>(&shape)) circle->fill = circle->stroke.ink = Ink::Accent;
            if (auto* diamond = std::get_if<DiamondShape>(&shape)) diamond->fill = diamond->stroke.ink = Ink::Accent;
            if (auto* bar = std::get_if<PathShape>(&shape)) bar->stroke.ink = Ink::OnAccent;
            filled.push_back(std::move(shape));
        }
    }
    if (dots.empty()) return;
    const Spot centre = sign.bounds.centre();
    const double reach = sign.bounds.width / 2;
    const bool rightOfDots = std::ranges::all_of(dots, [&](Spot dot) { return dot.x < centre.x; });
    const double lane = centre.x + (rightOfDots ? -1 : 1) * (reach + 4);
    // A line for each height that dots stand at: a turn between two of them would run through what stands there.
    std::map<double, double> farthest;
    for (const Spot& dot : dots) {
        double& x = farthest.try_emplace(dot.y, dot.x).first->second;
        x = rightOfDots ? std::min(x, dot.x) : std::max(x, dot.x);
    }
    std::vector<Shape> lines;
    for (const auto& [y, x] : farthest)
        lines.push_back(PathShape{{{x, y}, {lane, y}, {lane, centre.y + (y > centre.y ? reach : -reach)}},
                                  6,
                                  {Ink::Accent, 1.25, Dash::Tether}});
    append(states, sign.subject, PicturePart::Sign, Plane::States, std::move(lines));
    append(states, sign.subject, PicturePart::Sign, Plane::States, std::move(filled));
}

void selection(Scene& states, const Scene& scene, const std::set<AnyId>& selected, double zoom) {
    std::optional<Area> all;
    for (const AnyId& id : selected)
        if (!scene.bodyOf(id)) selectFlow(states, scene, id);
    for (const AnyId& id : selected) {
        const Item* body = scene.bodyOf(id);
        if (!body) continue;
        if (body->standing == Standing::Border) tether(states, scene, *body);
        selectThing(states, scene, *body, zoom);
        all = all ? all->united(body->bounds) : body->bounds;
    }
    if (selected.size() == 1) {
        for (const Handle& handle : handlesOf(scene, *selected.begin(), zoom))
            append(states, *selected.begin(), PicturePart::Sign, Plane::States,
                   {RectShape{handle.area, 1.5 / zoom, Ink::Surface, {Ink::Accent, 1.25 / zoom}}});
    } else if (all) {
        append(states, {}, PicturePart::Sign, Plane::States,
               {RectShape{all->grown(10 / zoom), 0, Ink::None, {Ink::Accent, 1 / zoom, Dash::Ghost}}});
    }
    for (const Item& item : scene.items)
        if (item.part == PicturePart::Badge && selected.contains(item.subject)) repaint(states, scene, item);
}

/// Where words stand that would reach out of what is seen, or under what lies there: as far left and up as needed.
Spot keptIn(const States& marks, const PillShape& words, double zoom) {
    const double margin = 8 / zoom;
    const Area area = marks.seen.grown(-margin);
    Area taken = areaOf(words, growthOf(words, zoom));
    const double right = std::max(0.0, taken.right() - area.right());
    const double below = std::max(0.0, taken.bottom() - area.bottom());
    taken = taken.moved(std::max(area.x, taken.x - right) - taken.x, std::max(area.y, taken.y - below) - taken.y);
    for (const Area& cover : marks.covers)
        if (taken.grown(margin).overlaps(cover)) taken.y = std::min(taken.y, cover.y - margin - taken.height);
    return {taken.x, taken.centre().y};
}

void drop(Scene& states, const Scene& scene, const States& marks, double zoom) {
    if (const Item* target = scene.bodyOf(marks.dropTarget)) {
        append(states, target->subject, PicturePart::Sign, Plane::States,
               {RectShape{target->bounds, 0, Ink::DropTarget, {}}})
            .opacity = dropTint;
        append(states, target->subject, PicturePart::Sign, Plane::States,
               {outline(*target, 0, zoom, {Ink::DropTarget, 2})});
    }
    if (const Item* refused = scene.bodyOf(marks.refusedTarget))
        append(states, refused->subject, PicturePart::Sign, Plane::States,
               {outline(*refused, 0, zoom, {Ink::DropRefused, 2, Dash::Ghost})});
    if (!marks.refusal.empty()) {
        PillShape reason{{marks.pointer.x, marks.pointer.y + 28 / zoom},
                         marks.refusal,
                         Ink::Error,
                         Ink::ErrorSoft,
                         Ink::DropRefused};
        reason.anchor = Anchor::Start;
        if (marks.seen.width > 0) reason.at = keptIn(marks, reason, zoom);
        append(states, {}, PicturePart::Pill, Plane::States, {reason});
    }
}

}  // namespace

Scene statesOf(const Scene& scene, const States& marks, double zoom) {
    Scene states;
    if (const Item* body = scene.bodyOf(marks.hovered); body && !marks.selected.contains(marks.hovered))
        append(states, body->subject, PicturePart::Sign, Plane::States, {outline(*body, 1.5, zoom, {Ink::Accent, 1})});
    else if (marks.hovered && !body && !marks.selected.contains(marks.hovered))
        selectFlow(states, scene, marks.hovered);
    selection(states, scene, marks.selected, zoom);
    if (const Item* body = scene.bodyOf(marks.focused))
        append(states, body->subject, PicturePart::Sign, Plane::States,
               {outline(*body, ringGap + 4, zoom, {Ink::Focus, 2})});
    drop(states, scene, marks, zoom);
    for (const GhostMark& ghost : marks.ghosts) {
        append(states, {}, PicturePart::Sign, Plane::States,
               {RectShape{ghost.area, 3, Ink::None, {Ink::Ghost, 1.5 / zoom, Dash::Ghost}}});
        if (ghost.label.empty()) continue;
        // Words that are wider than the outline stand above it.
        const bool fits = widthOf(ghost.label, type::name) * growthOf(type::name.size, zoom) <= ghost.area.width - 12;
        const Spot at = fits ? Spot{ghost.area.x + 8, ghost.area.y + 16} : Spot{ghost.area.x, ghost.area.y - 6};
        TextShape words{at, ghost.label, type::name, Ink::Ghost, Anchor::Start};
        words.grows = fits ? Growth::Around : Growth::Up;
        append(states, {}, PicturePart::Label, Plane::States, {std::move(words)});
    }
    if (marks.rubberBand) {
        append(states, {}, PicturePart::Sign, Plane::States, {RectShape{*marks.rubberBand, 0, Ink::Accent, {}}})
            .opacity = dropTint;
        append(states, {}, PicturePart::Sign, Plane::States,
               {RectShape{*marks.rubberBand, 0, Ink::None, {Ink::Accent, 1 / zoom, Dash::Ghost}}});
    }
    return states;
}

std::vector<Handle> handlesOf(const Scene& scene, const AnyId& subject, double zoom) {
    const Item* body = scene.bodyOf(subject);
    if (!body || isGlyph(*body) || body->standing == Standing::None) return {};
    std::vector<Handle> handles;
    const Area& area = body->bounds;
    const double half = handleSide / 2 / zoom;
    const double away = ringGap / zoom;
    for (const int dy : {-1, 0, 1})
        for (const int dx : {-1, 0, 1})
            if (dx != 0 || dy != 0)
                handles.push_back({dx, dy,
                                   Area::around({area.centre().x + dx * (area.width / 2 + away),
                                                 area.centre().y + dy * (area.height / 2 + away)},
                                                half, half)});
    return handles;
}

}  // namespace gw
