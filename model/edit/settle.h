#pragma once
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/design/containment.h"

namespace gw {

/// Sizes and distances of the drawing, pixels at 100 % (look.md section 2).
namespace measure {
inline constexpr int grid = 8;
inline constexpr int gap = 8;            ///< between frames side by side
inline constexpr int gatewaySign = 28;   ///< diamond of a gateway endpoint
inline constexpr int endpointSign = 24;  ///< circle of other endpoints
inline constexpr int sign = 24;          ///< square of gateways
inline constexpr int cardHeight = 36;
inline constexpr int bandAbove = 22;   ///< a zone band starts this far above its highest VPC
inline constexpr int bandBelow = 10;   ///< and ends this far below its lowest one
inline constexpr int bandPadding = 4;  ///< between a band's border and its subnets

struct Padding {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};
inline constexpr Padding region{20, 56, 20, 20};
inline constexpr Padding vpc{14, 30, 56, 12};
inline constexpr Padding subnet{8, 26, 8, 8};
}  // namespace measure

/// Keeps the geometry lawful while an edit moves things: a child stays inside its frame, siblings do not overlap, signs
/// stay on the border of their VPC, bands hold their subnets, cards span theirs. Frames grow and never shrink by
/// themselves; what is not in the way keeps its place.
class Settler {
public:
    /// `design` must outlive the settler; rows may be added before, placements are changed by finish() alone.
    explicit Settler(Design& design);

    bool isPlaced(const std::string& id) const;
    Box box(const std::string& id) const;
    const Containment& containment() const { return containment_; }

    /// Puts a thing that is new (or was somewhere else) at `box`, or at the nearest free place of its frame.
    void place(const std::string& id, Box box);
    /// Moves things with all that stands in them to the nearest place by (dx, dy) where they overlap no sibling. Things
    /// inside others of the set move with those; border signs slide along their border.
    void move(const std::set<std::string>& ids, int dx, int dy);
    /// Gives a thing the box, at least as large as what stands in it; siblings in the way are pushed aside.
    void resize(const std::string& id, Box box);
    /// Writes the places into the design.
    void finish();

private:
    bool overlapsSibling(const std::string& id, const Box& box, const std::set<std::string>& leaveOut) const;
    void setBox(const std::string& id, const Box& box);
    void shift(const std::string& id, int dx, int dy);
    void shiftAlone(const std::string& id, int dx, int dy);
    Box onBorder(const Box& sign, const Box& frame, const std::string& id) const;
    Box needed(const std::string& frame) const;
    void settleFrom(const std::string& id);
    void pushSiblings(const std::string& id);
    void respan(const std::string& subnet);
    void growBand(const std::string& subnet);
    void pushBands(const std::string& band);
    measure::Padding paddingOf(const std::string& frame) const;
    bool isSpanning(const std::string& id) const { return spans_.contains(id); }

    Design& design_;
    Containment containment_;
    std::unordered_map<std::string, Box> boxes_;
    std::set<std::string> changed_;
    /// Cards that stand in several subnets, and which.
    std::unordered_map<std::string, std::vector<std::string>> spans_;
    std::unordered_map<std::string, std::vector<std::string>> spanning_;
    int depth_ = 0;
};

}  // namespace gw
