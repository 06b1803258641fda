#include "app/views/change_marks.h"

#include <set>

#include "model/design/patch.h"
#include "model/design/references.h"

namespace gw {
namespace {

/// Between an outline and its thing; as far as the ring of what is selected, so that both are seen.
constexpr double gap = 7;

std::optional<Area> placeOf(const Design& design, const AnyId& id) {
    const Placement* placed = design.placements.find({id.value});
    return placed ? std::optional(Area(placed->box()).grown(gap)) : std::nullopt;
}

}  // namespace

std::vector<GhostMark> changeMarks(const Design& before, const Design& after) {
    std::vector<GhostMark> marks;
    std::set<AnyId> standIns;
    Patch patch = diff(before, after);
    patch.of<Placement>() = {};
    for (const AnyId& id : patch.touched()) {
        if (!contains(after, id)) {
            if (const auto place = placeOf(before, id)) marks.push_back({*place, "without " + nameOf(before, id)});
        } else if (const auto own = placeOf(after, id)) {
            marks.push_back({*own, {}});
        } else if (const AnyId drawn = drawnThingOf(after, id)) {
            standIns.insert(drawn);
        }
    }
    if (marks.empty())
        for (const AnyId& id : standIns)
            if (const auto place = placeOf(after, id)) marks.push_back({*place, {}});
    return marks;
}

}  // namespace gw
