#include "model/scene/crossings.h"

#include <algorithm>
#include <cmath>

#include "model/scene/uniform_grid.h"

namespace gw {
namespace {

constexpr double edge = 1.5;    ///< of canvas on each side of the upper line
constexpr double inside = 2.5;  ///< a crossing nearer than this to an end of a piece is a corner or a meeting

struct Piece {
    Spot a{};
    Spot b{};
    std::size_t line = 0;
    bool vertical = false;
};

bool spans(double from, double to, double at) {
    return std::min(from, to) + inside < at && at < std::max(from, to) - inside;
}

}  // namespace

std::vector<std::vector<PathShape>> gapsOf(const std::vector<RankedLine>& lines) {
    std::vector<std::vector<PathShape>> gaps(lines.size());
    const auto rank = [](const RankedLine& line) { return line.rank; };
    if (lines.empty() ||
        rank(*std::ranges::min_element(lines, {}, rank)) == rank(*std::ranges::max_element(lines, {}, rank)))
        return gaps;
    std::vector<Piece> pieces;
    UniformGrid grid(128);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& points = *lines[i].points;
        for (std::size_t p = 1; p < points.size(); ++p) {
            const Spot a = points[p - 1];
            const Spot b = points[p];
            pieces.push_back({a, b, i, std::abs(a.x - b.x) < std::abs(a.y - b.y)});
            grid.add({std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)});
        }
    }
    for (const Piece& upper : pieces) {
        const RankedLine& line = lines[upper.line];
        if (line.rank == 0) continue;
        const Area swept{std::min(upper.a.x, upper.b.x), std::min(upper.a.y, upper.b.y),
                         std::abs(upper.a.x - upper.b.x), std::abs(upper.a.y - upper.b.y)};
        for (const std::uint32_t number : grid.in(swept)) {
            const Piece& lower = pieces[number];
            const RankedLine& other = lines[lower.line];
            if (other.rank >= line.rank || lower.vertical == upper.vertical) continue;
            const Piece& upright = upper.vertical ? upper : lower;
            const Piece& level = upper.vertical ? lower : upper;
            const Spot at{upright.a.x, level.a.y};
            if (!spans(upright.a.y, upright.b.y, at.y) || !spans(level.a.x, level.b.x, at.x)) continue;
            const double half = other.width / 2 + edge;
            const Spot reach = upper.vertical ? Spot{0, half} : Spot{half, 0};
            PathShape gap{{{at.x - reach.x, at.y - reach.y}, {at.x + reach.x, at.y + reach.y}},
                          0,
                          {Ink::Canvas, line.width + 2 * edge}};
            // Lines that share a way are crossed once.
            auto& own = gaps[upper.line];
            if (std::ranges::find(own, gap) == own.end()) own.push_back(std::move(gap));
        }
    }
    return gaps;
}

}  // namespace gw
