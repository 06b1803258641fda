#include <algorithm>
#include <cstdlib>

#include "model/edit/settle.h"

/// Frames around what has been deleted.
namespace gw {
namespace {

constexpr int regionWords = 280;  ///< of the name and account of a Region

}  // namespace

/// leastBox() with the signs on the border, away from its corners; nothing where the frame is empty.
std::optional<Box> Settler::heldBox(const std::string& frame) const {
    Box held = leastBox(frame);
    if (held.width <= 0 || held.height <= 0) return std::nullopt;
    const Box own = box(frame);
    const auto reach = [](int& from, int& length, int low, int high) {
        const int end = std::max(from + length, high);
        from = std::min(from, low);
        length = end - from;
    };
    for (const std::string& sign : containment_->in(frame)) {
        if (standpoint(sign).standing != Standing::Border || !isPlaced(sign)) continue;
        const Point centre = box(sign).centre();
        const int size = box(sign).width;
        if (sideOf(own, centre).upright)
            reach(held.y, held.height, centre.y - size, centre.y + size);
        else
            reach(held.x, held.width, centre.x - size, centre.x + size);
    }
    return held;
}

void Settler::drawIn(const Settler& was, const std::string& frame) {
    const auto held = heldBox(frame);
    const auto heldThen = was.heldBox(frame);
    if (!held || !heldThen) return;
    const Box own = box(frame);
    const auto side = [](int drawn, int then, int now) {
        return now != then && std::abs(drawn - then) <= measure::fitSlack ? now : drawn;
    };
    // The words of a VPC and the signs on its left stay where they are.
    const bool all = design_.regions.find({frame});
    const int left = all ? std::max(own.x, side(own.x, heldThen->x, held->x)) : own.x;
    const int top = all ? std::max(own.y, side(own.y, heldThen->y, held->y)) : own.y;
    const int right = std::min(own.right(), side(own.right(), heldThen->right(), held->right()));
    const int bottom = std::min(own.bottom(), side(own.bottom(), heldThen->bottom(), held->bottom()));
    // A Region keeps room for its words.
    const int from = all ? std::min(left, std::max(own.x, right - regionWords)) : left;
    const int width = std::max(right - from, measure::leastWidth);
    setBox(frame, {from, top, width, std::max(bottom - top, measure::leastHeight)});
    if (box(frame) != own) moved_.insert(frame);
}

void Settler::drawIn(const Design& before, Design& after) {
    std::set<std::string> vpcs;
    std::set<std::string> regions;
    for (const Subnet& subnet : before.subnets)
        if (!after.subnets.find(subnet.id) && before.placements.find({subnet.id.value}) && after.vpcs.find(subnet.vpc))
            vpcs.insert(subnet.vpc.value);
    for (const Vpc& vpc : before.vpcs)
        if (!after.vpcs.find(vpc.id) && before.placements.find({vpc.id.value}) && after.regions.find(vpc.region))
            regions.insert(vpc.region.value);
    // Most of what is deleted stands in no frame that would be drawn in: then nothing is asked who stands where.
    if (vpcs.empty() && regions.empty()) return;
    Design copy = before;
    Settler settler(after);
    settler.drawIn(Settler(copy), vpcs, std::move(regions));
    settler.finish();
}

void Settler::drawIn(const Settler& was, const std::set<std::string>& vpcs, std::set<std::string> regions) {
    for (const std::string& vpc : vpcs) {
        drawIn(was, vpc);
        if (moved_.contains(vpc)) regions.insert(standpoint(vpc).frame.value);
    }
    for (const std::string& region : regions) {
        if (!isPlaced(region)) continue;
        for (const std::string& band : bandsOf(region)) moved_.insert(band);
        stretchBands(region);
        drawIn(was, region);
    }
    moved_.clear();
}

}  // namespace gw
