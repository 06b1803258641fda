#pragma once
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "model/scene/roads.h"

namespace gw {

/// A line that is to be drawn from a card to a sign on the right border of its VPC.
struct Approach {
    AnyId source{};
    AnyId gate{};
    LineState state = LineState::Private;
    bool stops = false;  ///< ends at a stop sign beside the gate
    friend auto operator<=>(const Approach&, const Approach&) = default;
};

struct Way {
    std::vector<Spot> points{};
    std::optional<Spot> stopSign{};
};

/// The lanes between the last zone of a VPC and its right border: each gate has one, lines to one gate share it, and
/// gates far from their callers lie further left, so that few lines cross.
class Gutter {
public:
    Gutter(const Drawing& drawing, const Roads& roads, const std::vector<Approach>& approaches);

    Way wayOf(const Approach& approach) const;
    /// Whether lines leave the card for gates of its VPC.
    bool isLeftBy(const AnyId& source) const { return ports_.contains(source); }

private:
    using PortKey = std::tuple<AnyId, LineState, bool>;

    double laneOf(const AnyId& gate) const { return lanes_.at(gate); }

    const Drawing& drawing_;
    const Roads& roads_;
    std::map<AnyId, double> lanes_;
    /// Height of the port of each line of each source.
    std::map<AnyId, std::map<PortKey, double>> ports_;
};

}  // namespace gw
