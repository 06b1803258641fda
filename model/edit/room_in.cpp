#include "model/edit/room_in.h"

#include <algorithm>

#include "model/design/containment.h"
#include "model/edit/free_place.h"
#include "model/edit/measure.h"

namespace gw {
namespace {

constexpr int beside = measure::gap;

/// The frames that a thing takes room in: its own, and the subnets that its card spans.
std::vector<std::string> framesOf(const Containment& containment, const std::string& id) {
    const auto span = containment.spanOf(id);
    if (!span.empty()) return {span.begin(), span.end()};
    return {containment.of(id).frame.value};
}

/// What stands in a frame beside the things, cards that span it included.
std::vector<Box> othersIn(const Design& design, const Containment& containment, const std::string& frame,
                          const std::set<std::string>& ids) {
    std::vector<Box> boxes;
    const auto add = [&](const std::string& id) {
        const Standing standing = containment.of(id).standing;
        const bool isSolid = standing == Standing::Frame || standing == Standing::Card || standing == Standing::Glyph;
        if (const Placement* placed = design.placements.find({id}); placed && isSolid && !ids.contains(id))
            boxes.push_back(placed->box());
    };
    for (const std::string& id : containment.in(frame)) add(id);
    for (const std::string& id : containment.spanning(frame)) add(id);
    return boxes;
}

measure::Padding paddingOf(const Design& design, const std::string& frame) {
    if (design.subnets.find({frame})) return measure::subnet;
    return design.vpcs.find({frame}) ? measure::vpc : measure::region;
}

}  // namespace

std::optional<Point> roomFor(const Design& design, const std::set<std::string>& ids, Point wanted) {
    const auto containment = containmentOf(design);
    Limits limits;
    std::vector<Box> forbidden;
    for (const std::string& id : ids) {
        const Placement* placed = design.placements.find({id});
        const Standing standing = containment->of(id).standing;
        if (!placed || (standing != Standing::Card && standing != Standing::Glyph)) return std::nullopt;
        const Box own = placed->box();
        const bool spans = !containment->spanOf(id).empty();
        for (const std::string& frame : framesOf(*containment, id)) {
            if (const Placement* around = design.placements.find({frame})) {
                const Box box = around->box();
                const measure::Padding padding = paddingOf(design, frame);
                if (!spans) {
                    limits.minX = std::max(limits.minX, box.x + padding.left - own.x);
                    limits.maxX = std::min(limits.maxX, box.right() - padding.right - own.right());
                }
                limits.minY = std::max(limits.minY, box.y + padding.top - own.y);
                limits.maxY = std::min(limits.maxY, box.bottom() - padding.bottom - own.bottom());
            }
            for (const Box& other : othersIn(design, *containment, frame, ids))
                forbidden.push_back(tooClose(own, other, beside));
        }
        // A card in several subnets keeps its column.
        if (spans) limits.minX = limits.maxX = 0;
    }
    return nearestFree(wanted, forbidden, limits);
}

Point freeCentreIn(const Design& design, const std::string& frame, const Box& size) {
    const Box around = design.placements.find({frame})->box();
    const measure::Padding padding = paddingOf(design, frame);
    const int width = std::min(size.width, around.width - padding.left - padding.right);
    const Box first{around.x + padding.left, around.y + padding.top, width, size.height};
    std::vector<Box> forbidden;
    int below = first.y;
    for (const Box& other : othersIn(design, *containmentOf(design), frame, {})) {
        forbidden.push_back(tooClose(first, other, beside));
        below = std::max(below, other.bottom() + beside);
    }
    const Limits limits{0, around.right() - padding.right - first.right(), 0,
                        around.bottom() - padding.bottom - first.bottom()};
    const Point by = nearestFree({}, forbidden, limits).value_or(Point{0, below - first.y});
    return first.moved(by.x, by.y).centre();
}

Point belowAllFor(const Design& design, const std::set<std::string>& ids) {
    const auto containment = containmentOf(design);
    int down = 0;
    for (const std::string& id : ids) {
        const Placement* placed = design.placements.find({id});
        if (!placed) continue;
        for (const std::string& frame : framesOf(*containment, id))
            for (const Box& other : othersIn(design, *containment, frame, ids))
                down = std::max(down, other.bottom() + beside - placed->y);
    }
    return {0, down};
}

}  // namespace gw
