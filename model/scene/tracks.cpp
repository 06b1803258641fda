#include "model/scene/tracks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "model/scene/measures.h"

namespace gw {
namespace {

/// The level piece of a line with which it goes around something: both its neighbours come from the same side.
struct Trunk {
    const TrackedLine* line = nullptr;
    std::size_t at = 0;  ///< its first point
    double y = 0;
    double left = 0;
    double right = 0;
    double away = -1;  ///< -1 above, 1 below what it goes around
};

bool isLevel(Spot a, Spot b) {
    return std::abs(a.y - b.y) < std::abs(a.x - b.x);
}

std::vector<Trunk> trunksOf(const TrackedLine& line) {
    const std::vector<Spot>& points = *line.points;
    std::vector<Trunk> trunks;
    for (std::size_t i = 1; i + 2 < points.size(); ++i) {
        const Spot from = points[i];
        const Spot to = points[i + 1];
        if (!isLevel(from, to) || isLevel(points[i - 1], from) || isLevel(to, points[i + 2])) continue;
        const bool above = points[i - 1].y > from.y;
        if (above != (points[i + 2].y > to.y)) continue;
        trunks.push_back({&line, i, from.y, std::min(from.x, to.x), std::max(from.x, to.x), above ? -1.0 : 1.0});
    }
    return trunks;
}

/// Moves a trunk `out`, and back by `back` the column it ends in, where a last piece goes on from there.
void move(const Trunk& trunk, double out, double back) {
    std::vector<Spot>& points = *trunk.line->points;
    Spot& from = points[trunk.at];
    Spot& to = points[trunk.at + 1];
    from.y = to.y = trunk.y + trunk.away * out;
    if (trunk.at + 4 != points.size()) return;
    Spot& turn = points[trunk.at + 2];
    const double onward = points[trunk.at + 3].x - turn.x;
    if (onward * (to.x - from.x) <= 0) return;
    to.x = turn.x = turn.x - std::copysign(back, onward);
}

/// The trunks lie on top of one another.
void separate(const Roads& roads, const std::vector<Trunk>& bundle) {
    struct Reach {
        double left = 0;
        double right = 0;
    };
    std::map<std::pair<LineState, std::string>, Reach> kinds;
    for (const Trunk& trunk : bundle) {
        Reach& reach = kinds.try_emplace(trunk.line->kind, Reach{trunk.left, trunk.right}).first->second;
        reach = {std::min(reach.left, trunk.left), std::max(reach.right, trunk.right)};
    }
    if (kinds.size() < 2) return;
    std::vector<std::pair<double, const std::pair<LineState, std::string>*>> tracks;
    for (const auto& [kind, reach] : kinds) tracks.emplace_back(reach.right - reach.left, &kind);
    std::ranges::stable_sort(tracks, {}, [](const auto& track) { return track.first; });
    const auto trackOf = [&](const Trunk& trunk) {
        const auto own = [&](const auto& track) { return *track.second == trunk.line->kind; };
        return static_cast<double>(std::ranges::find_if(tracks, own) - tracks.begin());
    };
    const bool hasRoom = std::ranges::none_of(bundle, [&](const Trunk& trunk) {
        const double y = trunk.y + trunk.away * trackOf(trunk) * size::trackPitch;
        return roads.isBlocked({trunk.left, y}, {trunk.right, y}, false);
    });
    if (!hasRoom) return;
    const double last = static_cast<double>(tracks.size()) - 1;
    for (const Trunk& trunk : bundle)
        move(trunk, trackOf(trunk) * size::trackPitch, (last - trackOf(trunk)) * size::trackPitch);
}

}  // namespace

void separateTracks(const Roads& roads, const std::vector<TrackedLine>& lines) {
    std::vector<Trunk> trunks;
    for (const TrackedLine& line : lines) {
        const auto more = trunksOf(line);
        trunks.insert(trunks.end(), more.begin(), more.end());
    }
    std::ranges::stable_sort(
        trunks, {}, [](const Trunk& trunk) { return std::tuple(trunk.away, std::lround(trunk.y), trunk.left); });
    std::vector<Trunk> bundle;
    double right = 0;
    for (const Trunk& trunk : trunks) {
        const bool joins = !bundle.empty() && bundle.back().away == trunk.away &&
                           std::lround(bundle.back().y) == std::lround(trunk.y) && trunk.left < right;
        if (!joins) {
            separate(roads, bundle);
            bundle.clear();
        }
        right = joins ? std::max(right, trunk.right) : trunk.right;
        bundle.push_back(trunk);
    }
    separate(roads, bundle);
}

}  // namespace gw
