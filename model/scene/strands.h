#pragma once
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "model/scene/tracks.h"

/// What lines of flows consist of, as far as they can be moved aside.
namespace gw {

inline constexpr double sameAcross = 0.3;  ///< pieces that differ by less lie on one line
inline constexpr double stubRoom = 3;      ///< of a first piece

/// Of an upright line, x is across and y along; of a level one the other way round.
struct Axis {
    bool upright = true;
    double across(Spot p) const { return upright ? p.x : p.y; }
    double along(Spot p) const { return upright ? p.y : p.x; }
    void setAcross(Spot& p, double value) const { (upright ? p.x : p.y) = value; }
    Spot spot(double across, double along) const { return upright ? Spot{across, along} : Spot{along, across}; }
    Area area(double across, double low, double high) const {
        return upright ? Area{across, low, 0, high - low} : Area{low, across, high - low, 0};
    }
    double lowAcross(const Area& a) const { return upright ? a.x : a.y; }
    double highAcross(const Area& a) const { return upright ? a.right() : a.bottom(); }
};

/// A straight piece of one line, or the same piece of several.
struct Piece {
    double low = 0;  ///< along
    double high = 0;
    int lowTurn = 0;  ///< the way that the line turns at its lower end: -1 to less across, 1 to more; 0 where it ends
    int highTurn = 0;
    double least = -std::numeric_limits<double>::infinity();  ///< how far across it may lie
    double most = std::numeric_limits<double>::infinity();
    double hole = std::numeric_limits<double>::infinity();  ///< where it would begin on the very edge of a sign
    double clearLow = 0;  ///< the stretch that must be free: without what touches its own things
    double clearHigh = 0;
    const Obstacles* around = nullptr;
    bool isLaid = false;
    bool hasHead = false;
    std::vector<std::pair<std::vector<Spot>*, std::size_t>> members{};

    bool isAlike(const Piece& other) const {
        return low == other.low && high == other.high && lowTurn == other.lowTurn && highTurn == other.highTurn &&
               least == other.least && most == other.most && hole == other.hole && around == other.around;
    }
};

/// Pieces of lines of one kind that lie on one line and touch.
struct Strand {
    const LineKind* kind = nullptr;
    double across = 0;
    double low = 0;
    double high = 0;
    std::vector<Piece> pieces{};
};

/// The strands of all lines along one axis. They point into the lines.
std::vector<Strand> strandsOf(const Axis& axis, const std::vector<TrackedLine>& lines);

}  // namespace gw
