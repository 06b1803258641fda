#include "model/edit/free_place.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace gw {
namespace {

struct Interval {
    int from;
    int to;
};

/// The free y nearest to `wanted` on the upright line at x.
std::optional<int> nearestOnLine(int x, int wanted, const std::vector<Box>& forbidden, const Limits& limits,
                                 std::vector<Interval>& scratch) {
    scratch.clear();
    for (const Box& box : forbidden)
        if (box.x < x && x < box.right()) scratch.push_back({box.y, box.bottom()});
    std::sort(scratch.begin(), scratch.end(), [](const Interval& a, const Interval& b) { return a.from < b.from; });
    int above = wanted;
    int below = wanted;
    for (const Interval& each : scratch)
        if (each.from < below && below < each.to) below = each.to;
    std::sort(scratch.begin(), scratch.end(), [](const Interval& a, const Interval& b) { return a.to > b.to; });
    for (const Interval& each : scratch)
        if (each.from < above && above < each.to) above = each.from;
    const bool aboveFits = limits.minY <= above && above <= limits.maxY;
    const bool belowFits = limits.minY <= below && below <= limits.maxY;
    if (aboveFits && (!belowFits || wanted - above <= below - wanted)) return above;
    if (belowFits) return below;
    return std::nullopt;
}

}  // namespace

Box tooClose(const Box& mover, const Box& other, int gap) {
    return {other.x - gap - mover.right(), other.y - gap - mover.bottom(), other.width + mover.width + 2 * gap,
            other.height + mover.height + 2 * gap};
}

bool isFree(Point displacement, const std::vector<Box>& forbidden) {
    return std::none_of(forbidden.begin(), forbidden.end(), [&](const Box& box) {
        return box.x < displacement.x && displacement.x < box.right() && box.y < displacement.y &&
               displacement.y < box.bottom();
    });
}

std::optional<Point> nearestFree(Point wanted, const std::vector<Box>& forbidden, const Limits& limits) {
    if (limits.minX > limits.maxX || limits.minY > limits.maxY) return std::nullopt;
    const Point start{std::clamp(wanted.x, limits.minX, limits.maxX), std::clamp(wanted.y, limits.minY, limits.maxY)};
    if (isFree(start, forbidden)) return start;
    std::vector<int> lines{start.x};
    for (const Box& box : forbidden)
        for (const int x : {box.x, box.right()})
            if (limits.minX <= x && x <= limits.maxX) lines.push_back(x);
    std::sort(lines.begin(), lines.end(), [&](int a, int b) {
        return std::abs(a - start.x) != std::abs(b - start.x) ? std::abs(a - start.x) < std::abs(b - start.x) : a > b;
    });
    std::optional<Point> best;
    std::int64_t least = 0;
    std::vector<Interval> scratch;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && lines[i] == lines[i - 1]) continue;
        const std::int64_t aside = lines[i] - start.x;
        if (best && aside * aside >= least) break;
        const std::optional<int> y = nearestOnLine(lines[i], start.y, forbidden, limits, scratch);
        if (!y) continue;
        const std::int64_t up = *y - start.y;
        if (best && aside * aside + up * up >= least) continue;
        least = aside * aside + up * up;
        best = Point{lines[i], *y};
    }
    return best;
}

}  // namespace gw
