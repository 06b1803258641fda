#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/scene/shape.h"

namespace gw {

class Drawing;

enum class Side : std::uint8_t { Left, Top, Right, Bottom };

/// A sign on the border of its VPC: endpoint, internet gateway ...
struct BorderSign {
    AnyId id{};
    AnyId vpc{};
    Spot centre{};
    double reach = 12;  ///< from the centre to its edge
    Side side = Side::Right;
    bool nameBelow = false;  ///< its name stands below its line: the sign above is near
    double nameRoom = 150;   ///< how long its name may get before it meets what stands beside it
    /// Where its name starts instead, above the sign, where a card stands so near that it would be cut.
    std::optional<Spot> raisedName{};
    /// Where its name starts from afar, where it has no room beside the sign as large as it is drawn then; and that
    /// room.
    std::optional<Spot> afarName{};
    double afarRoom = 0;
};

/// Where the base line of its name starts: outside the frame, above its line. On the left it ends there.
Spot nameSpotOf(const BorderSign& sign);

inline constexpr double besideGate = 80;  ///< least room for words between a sign and what stands outside, px
/// How long words may get that start, or end, so far from the middle of the sign: what ends its name ends them too.
double roomBeside(const BorderSign& sign, double start);

/// The border of `frame` that is nearest to the point.
Side nearestSide(Spot point, const Area& frame);
/// All signs that are drawn on a border, by id.
std::unordered_map<std::string, BorderSign> borderSignsOf(const Drawing& drawing);

}  // namespace gw
