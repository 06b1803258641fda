#include "app/views/change_marks.h"

#include <set>

#include "model/design/patch.h"
#include "model/design/references.h"
#include "model/edit/fields.h"

namespace gw {
namespace {

/// Between an outline and its thing; as far as the ring of what is selected, so that both are seen.
constexpr double gap = 7;

std::optional<Area> placeOf(const Design& design, const AnyId& id) {
    const Placement* placed = design.placements.find({id.value});
    return placed ? std::optional(Area(placed->box()).grown(gap)) : std::nullopt;
}

/// Added, removed or with another field; placements are no fields.
bool differs(const Design& before, const Design& after, const AnyId& id) {
    return contains(before, id) != contains(after, id) || fieldsOf(before, id) != fieldsOf(after, id);
}

}  // namespace

std::vector<GhostMark> changeMarks(const Design& before, const Design& after) {
    std::vector<GhostMark> marks;
    std::set<AnyId> standIns;
    const auto touched = diff(before, after).touched();
    // A thing and its place are two rows of one id.
    for (const AnyId& id : std::set<AnyId>(touched.begin(), touched.end())) {
        if (!differs(before, after, id)) continue;
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
