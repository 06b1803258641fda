#pragma once
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "model/scene/roads.h"

namespace gw {

/// A line that is to be drawn from a card to a sign on the right border of its VPC.
struct Approach {
    AnyId source{};
    AnyId gate{};
    LineState state = LineState::Private;
    bool stops = false;      ///< ends at a stop sign beside the gate
    std::size_t number = 0;  ///< of the line: each that stops has a sign of its own
};

struct Way {
    std::vector<Spot> points{};
    std::optional<Spot> stopSign{};
    /// The point from which on, and up to which, lines of one kind share their way: the last gate that they pass.
    std::size_t meeting = 0;
};

/// The lanes between the last zone of a VPC and its right border: lines of one state to one gate share a lane, and
/// gates far from their callers have theirs further left, so that few lines cross. What a gate stops ends in a column
/// of signs before it.
class Gutter {
public:
    Gutter(const Drawing& drawing, const Roads& roads, const std::vector<Approach>& approaches);

    Way wayOf(const Approach& approach) const;
    /// Whether lines leave the card for gates of its VPC.
    bool isLeftBy(const AnyId& source) const { return ports_.contains(source); }

private:
    using LaneKey = std::pair<AnyId, LineState>;
    using PortKey = std::tuple<AnyId, LineState, bool>;

    void layLanes(const std::vector<Approach>& approaches);
    void layPorts(const std::vector<Approach>& approaches);
    void layEntries(const std::vector<Approach>& approaches);
    void laySigns(const std::vector<Approach>& approaches);

    const Drawing& drawing_;
    const Roads& roads_;
    std::map<LaneKey, double> lanes_;
    /// Height of the port of each line of each source.
    std::map<AnyId, std::map<PortKey, double>> ports_;
    /// The height at which lines of a state come to a gate.
    std::map<LaneKey, double> entries_;
    /// The signs of what stops, by the number of its line.
    std::map<std::size_t, Spot> signs_;
};

}  // namespace gw
