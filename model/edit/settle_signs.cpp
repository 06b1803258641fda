#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "model/edit/settle.h"

/// Signs on the border of their VPC: where they stand, and how they follow it.
namespace gw {
/// The side of the frame that the point is nearest to.
Settler::BorderSide Settler::sideOf(const Box& frame, Point at) {
    const int left = std::abs(at.x - frame.x);
    const int right = std::abs(at.x - frame.right());
    const int top = std::abs(at.y - frame.y);
    const int bottom = std::abs(at.y - frame.bottom());
    const int nearest = std::min({left, right, top, bottom});
    if (nearest == right) return {true, frame.right()};
    if (nearest == left) return {true, frame.x};
    return {false, nearest == bottom ? frame.bottom() : frame.y};
}

/// The place on the border nearest to the wanted one, away from the corners, that no other sign takes.
Box Settler::seat(const std::string& sign, const Box& wanted) const {
    const std::string vpc = standpoint(sign).frame.value;
    const Box frame = box(vpc);
    std::vector<Box> others;
    for (const std::string& other : containment_->in(vpc))
        if (other != sign && standpoint(other).standing == Standing::Border && isPlaced(other))
            others.push_back(box(other));
    const Point at = wanted.centre();
    const auto along = [](int value, int from, int to, int half) {
        return std::clamp(value, from + half, std::max(from + half, to - half));
    };
    const int x = along(at.x, frame.x, frame.right(), wanted.width);
    const int y = along(at.y, frame.y, frame.bottom(), wanted.height);
    std::optional<Box> best;
    Box nearest = wanted;
    std::int64_t least = 0;
    std::int64_t nearestDistance = -1;
    const auto consider = [&](int cx, int cy) {
        const Box tried{cx - wanted.width / 2, cy - wanted.height / 2, wanted.width, wanted.height};
        const std::int64_t dx = cx - at.x;
        const std::int64_t dy = cy - at.y;
        const std::int64_t distance = dx * dx + dy * dy;
        if (nearestDistance < 0 || distance < nearestDistance) {
            nearestDistance = distance;
            nearest = tried;
        }
        if (best && distance >= least) return;
        if (std::any_of(others.begin(), others.end(), [&](const Box& other) { return other.overlaps(tried); })) return;
        best = tried;
        least = distance;
    };
    constexpr int step = measure::grid / 2;
    for (const int side : {frame.right(), frame.x}) {
        consider(side, y);
        for (int cy = frame.y + wanted.height; cy <= frame.bottom() - wanted.height; cy += step) consider(side, cy);
    }
    for (const int side : {frame.y, frame.bottom()}) {
        consider(x, side);
        for (int cx = frame.x + wanted.width; cx <= frame.right() - wanted.width; cx += step) consider(cx, side);
    }
    return best.value_or(nearest);
}

/// Signs follow the side they stand on when the box of their VPC changes.
void Settler::reseat(const std::string& vpc, const Box& before, const std::string& seated) {
    const Box after = box(vpc);
    for (const std::string& sign : containment_->in(vpc)) {
        if (sign == seated || standpoint(sign).standing != Standing::Border || !isPlaced(sign)) continue;
        const Box old = box(sign);
        const BorderSide side = sideOf(before, old.centre());
        Box wanted = old;
        if (side.upright)
            wanted.x += side.across == before.x ? after.x - before.x : after.right() - before.right();
        else
            wanted.y += side.across == before.y ? after.y - before.y : after.bottom() - before.bottom();
        boxes_[sign] = seat(sign, wanted);
    }
}

/// The middles of signs that are taken on a side, as boxes along an upright line at 0: by other signs with their names,
/// by the names of zones above the VPC and its own in its corner.
std::vector<Box> Settler::takenOnSide(const std::string& sign, const BorderSide& side) const {
    const auto hasName = [&](const std::string& id) {
        return design_.endpoints.find({id}) || design_.resolverEndpoints.find({id}) ||
               design_.resourceGateways.find({id});
    };
    const int half = box(sign).width / 2;
    const int name = hasName(sign) && !side.upright ? measure::signNameWidth : 0;
    const std::string vpc = standpoint(sign).frame.value;
    const Box frame = box(vpc);
    std::vector<Box> taken;
    const auto take = [&](int from, int to) { taken.push_back({-1, from, 2, to - from}); };
    for (const std::string& other : containment_->in(vpc)) {
        if (other == sign || standpoint(other).standing != Standing::Border || !isPlaced(other)) continue;
        const int both = half + box(other).width / 2;
        const Point centre = box(other).centre();
        const int along = side.upright ? centre.y : centre.x;
        if (sideOf(frame, centre) == side) {
            const int upright = both + measure::signName;
            const int before = both + std::max(name, measure::gap);
            const int after = both + (hasName(other) ? measure::signNameWidth : measure::gap);
            take(along - (side.upright ? upright : before), along + (side.upright ? upright : after));
        } else if (std::abs((side.upright ? centre.x : centre.y) - side.across) < both) {
            take(along - both, along + both);  // at the corner that both sides share
        }
    }
    if (side.upright || side.across != frame.y) return taken;
    take(frame.x - farAway, frame.x + measure::frameName + half);
    for (const std::string& band : bandsOf(standpoint(vpc).frame.value)) {
        const Box zone = box(band);
        if (zone.y + measure::bandAbove != frame.y || zone.right() <= frame.x || frame.right() <= zone.x) continue;
        const int reach = measure::zoneName / 2 + half;
        take(zone.centre().x - reach - name, zone.centre().x + reach);
    }
    return taken;
}

/// A new sign goes to the place on its side that is nearest to where it was put; where all are taken, behind the last,
/// and the VPC grows.
void Settler::seatWithRoom(const std::string& sign) {
    covered_.clear();
    const std::string vpc = standpoint(sign).frame.value;
    const Box frame = box(vpc);
    Box own = box(sign);
    const Point at = own.centre();
    const BorderSide side = sideOf(frame, at);
    const int first = (side.upright ? frame.y : frame.x) + own.width;
    const int last = (side.upright ? frame.bottom() : frame.right()) - own.width;
    const std::vector<Box> taken = takenOnSide(sign, side);
    const Point wanted{0, side.upright ? at.y : at.x};
    auto free = nearestFree(wanted, taken, {0, 0, first, last});
    if (!free) free = nearestFree({0, std::max(last, first)}, taken, {0, 0, first, farAway});
    const Point centre = side.upright ? Point{side.across, free->y} : Point{free->y, side.across};
    own.x = centre.x - own.width / 2;
    own.y = centre.y - own.height / 2;
    boxes_[sign] = own;
    if (free->y <= last) return;
    Box grown = frame;
    (side.upright ? grown.height : grown.width) += free->y - last;
    boxes_[vpc] = grown;
    // At the old corner the sign would be taken for one of the side that moves.
    reseat(vpc, frame, sign);
    moved_.insert(vpc);
    settle({vpc});
}

}  // namespace gw
