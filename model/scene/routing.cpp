#include "model/scene/routing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace gw {
namespace {

constexpr double clearance = 4;  ///< between a line and what it passes
constexpr double stub = 10;      ///< straight piece before the first and after the last corner
constexpr double bendCost = 60;  ///< a corner costs as much as this much length
constexpr double crossingCost = 4000;
constexpr int rounds = 6;

Area segment(Spot a, Spot b, double by = clearance) {
    return Area{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}.grown(by);
}

std::vector<double> sorted(std::vector<double> values) {
    std::ranges::sort(values);
    const auto near = [](double a, double b) { return std::abs(a - b) < 0.25; };
    values.erase(std::unique(values.begin(), values.end(), near), values.end());
    return values;
}

std::size_t indexOf(const std::vector<double>& values, double value) {
    const auto at = std::ranges::min_element(values, {}, [&](double each) { return std::abs(each - value); });
    return static_cast<std::size_t>(at - values.begin());
}

bool isVertical(Spot a, Spot b) {
    return std::abs(a.x - b.x) < std::abs(a.y - b.y);
}

/// Dijkstra over the crossings of some vertical and horizontal lines.
class Search {
public:
    Search(std::vector<double> xs, std::vector<double> ys, const Obstacles& obstacles)
        : xs_(sorted(std::move(xs))), ys_(sorted(std::move(ys))), obstacles_(obstacles) {}

    std::vector<Spot> best(const std::vector<Port>& from, const std::vector<Port>& to) {
        costs_.assign(xs_.size() * ys_.size() * 2, infinite);
        before_.assign(costs_.size(), none);
        std::vector<const Port*> portOfStart(costs_.size(), nullptr);
        for (const Port& port : from) {
            const std::size_t node = nodeAt(port.clear, isVertical(port.at, port.clear));
            portOfStart[node] = &port;
            reach(node, none, length(port));
        }
        std::vector<const Port*> portOfGoal(costs_.size(), nullptr);
        for (const Port& port : to)
            for (const bool vertical : {false, true}) portOfGoal[nodeAt(port.clear, vertical)] = &port;

        std::size_t goal = none;
        double goalCost = infinite;
        while (!open_.empty()) {
            const auto [cost, node] = open_.top();
            open_.pop();
            if (cost >= goalCost) break;
            if (cost > costs_[node]) continue;
            if (const Port* port = portOfGoal[node]) {
                const bool turns = isVertical(port->at, port->clear) != (node % 2 == 1);
                const double total = cost + length(*port) + (turns ? bendCost : 0);
                if (total < goalCost) {
                    goalCost = total;
                    goal = node;
                }
            }
            expand(node);
        }
        if (goal == none) return {};
        std::vector<Spot> points{portOfGoal[goal]->at};
        std::size_t node = goal;
        for (; before_[node] != none; node = before_[node]) points.push_back(spotOf(node));
        points.push_back(spotOf(node));
        points.push_back(portOfStart[node]->at);
        std::ranges::reverse(points);
        return points;
    }

private:
    static constexpr double infinite = std::numeric_limits<double>::infinity();
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    using Entry = std::pair<double, std::size_t>;

    static double length(const Port& port) {
        return std::abs(port.at.x - port.clear.x) + std::abs(port.at.y - port.clear.y);
    }
    /// Each crossing is two nodes: come to along a horizontal (even) or a vertical line (odd).
    std::size_t nodeAt(Spot spot, bool vertical) const {
        return (indexOf(ys_, spot.y) * xs_.size() + indexOf(xs_, spot.x)) * 2 + (vertical ? 1 : 0);
    }
    Spot spotOf(std::size_t node) const { return {xs_[node / 2 % xs_.size()], ys_[node / 2 / xs_.size()]}; }

    void reach(std::size_t node, std::size_t from, double cost) {
        if (cost >= costs_[node]) return;
        costs_[node] = cost;
        before_[node] = from;
        open_.emplace(cost, node);
    }

    void expand(std::size_t node) {
        const std::size_t column = node / 2 % xs_.size();
        const std::size_t row = node / 2 / xs_.size();
        if (column > 0) step(node, node / 2 - 1, false);
        if (column + 1 < xs_.size()) step(node, node / 2 + 1, false);
        if (row > 0) step(node, node / 2 - xs_.size(), true);
        if (row + 1 < ys_.size()) step(node, node / 2 + xs_.size(), true);
    }

    void step(std::size_t node, std::size_t crossing, bool vertical) {
        const std::size_t next = crossing * 2 + (vertical ? 1 : 0);
        const Spot a = spotOf(node);
        const Spot b = spotOf(next);
        double cost = costs_[node] + std::abs(a.x - b.x) + std::abs(a.y - b.y);
        if ((node % 2 == 1) != vertical) cost += bendCost;
        if (cost < costs_[next] && obstacles_.crossedBy(a, b)) cost += crossingCost;
        reach(next, node, cost);
    }

    std::vector<double> xs_;
    std::vector<double> ys_;
    const Obstacles& obstacles_;
    std::vector<double> costs_;
    std::vector<std::size_t> before_;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open_;
};

}  // namespace

bool Obstacles::crossedBy(Spot from, Spot to) const {
    return crossedBy(from, to, clearance);
}

bool Obstacles::crossedBy(Spot from, Spot to, double by) const {
    return grid_.anyIn(segment(from, to, by), [](std::uint32_t) { return true; });
}

std::vector<Area> Obstacles::crossed(Spot from, Spot to) const {
    const Area swept = segment(from, to);
    std::vector<Area> areas;
    for (const std::uint32_t number : grid_.in(swept))
        if (grid_[number].overlaps(swept)) areas.push_back(grid_[number]);
    return areas;
}

Port portOf(const Area& area, Side side) {
    const Spot c = area.centre();
    switch (side) {
        case Side::Left:
            return {{area.x, c.y}, {area.x - stub, c.y}};
        case Side::Top:
            return {{c.x, area.y}, {c.x, area.y - stub}};
        case Side::Right:
            return {{area.right(), c.y}, {area.right() + stub, c.y}};
        case Side::Bottom:
            return {{c.x, area.bottom()}, {c.x, area.bottom() + stub}};
    }
    return {};
}

std::vector<Port> portsOf(const Area& area) {
    return {portOf(area, Side::Left), portOf(area, Side::Top), portOf(area, Side::Right), portOf(area, Side::Bottom)};
}

std::vector<Spot> routed(const std::vector<Port>& from, const std::vector<Port>& to, const Obstacles& obstacles) {
    std::vector<double> xs;
    std::vector<double> ys;
    for (const auto* ports : {&from, &to})
        for (const Port& port : *ports) {
            xs.push_back(port.clear.x);
            ys.push_back(port.clear.y);
        }
    std::vector<Spot> points;
    // Lines beside an obstacle are drawn into the net only once a way runs into it: the net stays small.
    for (int round = 0; round < rounds; ++round) {
        points = Search(xs, ys, obstacles).best(from, to);
        std::vector<Area> hit;
        for (std::size_t i = 2; i + 1 < points.size(); ++i) {
            const auto crossed = obstacles.crossed(points[i - 1], points[i]);
            hit.insert(hit.end(), crossed.begin(), crossed.end());
        }
        if (hit.empty()) break;
        for (const Area& area : hit) {
            xs.insert(xs.end(), {area.x - 2 * clearance, area.right() + 2 * clearance});
            ys.insert(ys.end(), {area.y - 2 * clearance, area.bottom() + 2 * clearance});
        }
    }
    return straightened(std::move(points));
}

std::vector<Spot> straightened(std::vector<Spot> points) {
    std::vector<Spot> kept;
    for (const Spot& point : points) {
        if (!kept.empty() && std::abs(kept.back().x - point.x) < 0.25 && std::abs(kept.back().y - point.y) < 0.25)
            continue;
        if (kept.size() >= 2) {
            const Spot& a = kept[kept.size() - 2];
            const Spot& b = kept.back();
            const bool sameColumn = std::abs(a.x - b.x) < 0.25 && std::abs(b.x - point.x) < 0.25;
            const bool sameRow = std::abs(a.y - b.y) < 0.25 && std::abs(b.y - point.y) < 0.25;
            if (sameColumn || sameRow) kept.pop_back();
        }
        kept.push_back(point);
    }
    return kept;
}

}  // namespace gw
