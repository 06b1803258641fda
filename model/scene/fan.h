#pragma once
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "model/scene/roads.h"

namespace gw {

/// A line from a sign on the right border of a VPC to a card outside.
struct Exit {
    AnyId gate{};
    AnyId card{};
    LineState state = LineState::Private;
    friend auto operator<=>(const Exit&, const Exit&) = default;
};

/// The lines from signs on the right border of a VPC to cards outside: straight where the card is level with the sign,
/// else by a lane before the cards, which lines of one state from one sign share. A lane begins where the names that it
/// passes end.
class Fan {
public:
    Fan(const Drawing& drawing, const Roads& roads, const std::set<Exit>& exits);

    std::vector<Spot> wayOf(const Exit& exit) const;

private:
    using Branch = std::pair<AnyId, LineState>;
    struct Lane {
        double beforeCards = 0;
        double afterNames = 0;  ///< where the names that it passes end
    };

    bool isLevel(const Exit& exit) const;
    double heightOf(const Branch& branch) const;
    void layStarts(const std::set<Exit>& exits);
    void layLanes(const std::set<Exit>& exits);
    void layArrivals(const std::set<Exit>& exits);
    double rightOfNames(const AnyId& gate, double top, double bottom) const;

    const Drawing& drawing_;
    const Roads& roads_;
    /// How far beside the middle of their sign lines of a state leave it.
    std::map<Branch, double> starts_;
    std::map<Branch, Lane> lanes_;
    std::map<Exit, double> arrivals_;
};

}  // namespace gw
