#pragma once
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "model/scene/roads.h"

namespace gw {

/// The lines from signs on the right border of a VPC to cards outside: straight where the card is level with the sign,
/// else by a lane of the sign's own before the cards.
class Fan {
public:
    /// `pairs`: sign and card of each line.
    Fan(const Drawing& drawing, const Roads& roads, const std::set<std::pair<AnyId, AnyId>>& pairs);

    std::vector<Spot> wayOf(const AnyId& gate, const AnyId& card) const;

private:
    bool isLevel(const AnyId& gate, const AnyId& card) const;

    const Drawing& drawing_;
    const Roads& roads_;
    /// How far left of the cards the lane of a sign lies.
    std::map<AnyId, double> lanes_;
    std::map<std::pair<AnyId, AnyId>, double> arrivals_;
};

}  // namespace gw
