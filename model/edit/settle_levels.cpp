#include <algorithm>
#include <deque>

#include "model/edit/settle.h"

/// How the laws are restored after something has moved, from the innermost frames outwards.
namespace gw {

bool Settler::isSolid(const std::string& id) const {
    const Standing standing = standpoint(id).standing;
    return standing == Standing::Frame || standing == Standing::Card || standing == Standing::Glyph;
}

bool Settler::isCard(const std::string& id) const {
    const Standing standing = standpoint(id).standing;
    return standing == Standing::Card || standing == Standing::Glyph;
}

Settler::Ids Settler::solidsIn(const std::string& frame) const {
    Ids solids;
    for (const std::string& child : containment_->in(frame))
        if (isSolid(child) && isPlaced(child)) solids.push_back(child);
    return solids;
}

bool Settler::keepsColumn(const std::string& id) const {
    if (isSpanning(id) || !bandOf(id).empty()) return true;
    if (!design_.vpcs.find({id})) return false;
    return std::ranges::any_of(containment_->in(id),
                               [&](const std::string& child) { return isPlaced(child) && !bandOf(child).empty(); }) ||
           !emptyBandsAcross(id).empty();
}

int Settler::clearance(const std::string& a, const std::string& b) const {
    const bool frames = standpoint(a).standing == Standing::Frame && standpoint(b).standing == Standing::Frame;
    return frames ? measure::gap : 0;
}

int Settler::spacing(const std::string& a, const std::string& b) const {
    const bool apart = clearance(a, b) > 0 && !design_.subnets.find({a}) && !design_.subnets.find({b});
    int gap = apart ? measure::frameGap : measure::gap;
    for (const std::string& id : {a, b})
        if (const auto own = spacings_.find(id); own != spacings_.end()) gap = std::max(gap, own->second);
    return gap;
}

int Settler::distanceKept(const std::string& frame, const std::string& other) const {
    const int usual = clearance(frame, other);
    const Placement* before = design_.vpcs.find({frame}) ? design_.placements.find({frame}) : nullptr;
    const Placement* stood = before ? design_.placements.find({other}) : nullptr;
    if (!stood || box(frame).width <= before->width) return usual;
    return std::max(usual, std::min(stood->x - before->box().right(), measure::besideVpc));
}

measure::Padding Settler::paddingOf(const std::string& frame) const {
    if (design_.regions.find({frame})) return measure::region;
    if (design_.vpcs.find({frame})) return measure::vpc;
    measure::Padding padding = measure::subnet;
    if (hasInterfaces(frame)) padding.bottom += measure::interfaceRow;
    return padding;
}

const Settler::Ids& Settler::covered(const std::string& card) const {
    const auto [at, isNew] = covered_.try_emplace(card);
    if (!isNew) return at->second;
    const auto span = containment_->spanOf(card);
    if (span.empty()) return at->second;
    const int y = box(card).y;
    const std::string home = standpoint(card).frame.value;
    for (const std::string& subnet : span) {
        if (!isPlaced(subnet)) continue;
        const Box level = box(subnet);
        if (subnet == home ||
            (level.y <= y && y < level.bottom() && standpoint(subnet).frame == standpoint(home).frame))
            at->second.push_back(subnet);
    }
    return at->second;
}

void Settler::respan(const std::string& card) {
    const Ids& over = covered(card);
    if (over.size() < 2 || !isPlaced(card)) return;
    int left = farAway;
    int right = -farAway;
    for (const std::string& subnet : over) {
        left = std::min(left, box(subnet).x);
        right = std::max(right, box(subnet).right());
    }
    Box wanted = box(card);
    wanted.x = left + measure::subnet.left;
    wanted.width = right - measure::subnet.right - wanted.x;
    if (wanted == box(card)) return;
    setBox(card, wanted);
    moved_.insert(card);
}

/// Moves what is in the way of things that have moved: right or down, each once, clear of all that stands fast by then.
/// What people hold stands fast first. Subnets that cards tie together, or that stand in one line, move as one.
void Settler::separate(const Ids& things, const std::set<std::string>& held) {
    Ids movers;
    for (const std::string& id : things)
        if (moved_.contains(id)) movers.push_back(id);
    if (movers.empty()) return;
    std::unordered_map<std::string, Box> at;
    for (const std::string& id : things) at.emplace(id, box(id));
    std::ranges::sort(
        movers, {}, [&](const std::string& id) { return std::make_tuple(!held.contains(id), at[id].y, at[id].x, id); });
    std::set<std::string> fast;
    std::deque<std::string> pushing;
    const auto settleThing = [&](const std::string& id) {
        // A column of cards beside a VPC that has grown moves as one, and sideways.
        const bool isBeside = isCard(id) && std::ranges::any_of(fast, [&](const std::string& other) {
                                  return distanceKept(other, id) > clearance(other, id);
                              });
        Ids group{id};
        // What people hold leaves the line that it stood in.
        if (design_.subnets.find({id})) group = held.contains(id) ? rowOf(id) : lineOf(id);
        if (isBeside && !keepsColumn(id))
            std::ranges::copy_if(things, std::back_inserter(group), [&](const std::string& other) {
                return other != id && !fast.contains(other) && isCard(other) && at[other].x == at[id].x;
            });
        std::erase_if(group, [&](const std::string& each) { return !at.contains(each) || fast.contains(each); });
        const auto forbidden = [&](int gap) {
            std::vector<Box> boxes;
            for (const std::string& each : group)
                for (const std::string& other : fast) {
                    const int distance = gap == 0 ? clearance(each, other) : spacing(each, other);
                    Box kept = at[other];
                    kept.width += std::max(0, distanceKept(other, each) - distance);
                    boxes.push_back(tooClose(at[each], kept, distance));
                }
            return boxes;
        };
        if (!isFree({}, forbidden(0))) {
            const bool column = std::ranges::any_of(group, [&](const std::string& each) { return keepsColumn(each); });
            const Limits ways{0, column ? 0 : farAway, 0, isBeside && !column ? 0 : farAway};
            const Point by = nearestFree({}, forbidden(isBeside ? 0 : measure::gap), ways).value_or(Point{});
            for (const std::string& each : group) {
                shift(each, by.x, by.y);
                at[each] = box(each);
                moved_.insert(each);
            }
        }
        for (const std::string& each : group) {
            fast.insert(each);
            pushing.push_back(each);
        }
    };
    for (const std::string& id : movers)
        if (!fast.contains(id)) settleThing(id);
    // What is nearer goes first: rows keep their order.
    Ids others = things;
    std::ranges::sort(others, {}, [&](const std::string& id) { return std::make_tuple(at[id].y, at[id].x, id); });
    while (!pushing.empty()) {
        const std::string pusher = pushing.front();
        pushing.pop_front();
        for (const std::string& other : others)
            if (!fast.contains(other)) {
                Box around = at[pusher].grown(clearance(pusher, other));
                around.width += distanceKept(pusher, other) - clearance(pusher, other);
                if (around.overlaps(at[other])) settleThing(other);
            }
    }
}

/// The frame holds what has moved in it, with padding around.
void Settler::grow(const std::string& frame) {
    if (!isPlaced(frame)) return;
    const Box own = box(frame);
    const measure::Padding padding = paddingOf(frame);
    int left = own.x;
    int top = own.y;
    int right = own.right();
    int bottom = own.bottom();
    const auto hold = [&](const std::string& id) {
        if (!moved_.contains(id) || !isPlaced(id)) return;
        const Box b = box(id);
        const Standing standing = standpoint(id).standing;
        if (standing == Standing::Band) {
            left = std::min(left, b.x - measure::gap);
            top = std::min(top, b.y - measure::gap);
            right = std::max(right, b.right() + measure::gap);
            bottom = std::max(bottom, b.bottom() + measure::gap);
            return;
        }
        if (standing == Standing::Border || standing == Standing::Free) return;
        if (b.y < top) top = b.y - padding.top;
        bottom = std::max(bottom, b.bottom() + padding.bottom);
        if (isSpanning(id)) return;
        if (b.x < left) left = b.x - padding.left;
        right = std::max(right, b.right() + padding.right);
    };
    for (const std::string& child : containment_->in(frame)) hold(child);
    for (const std::string& card : containment_->spanning(frame))
        if (const Ids& over = covered(card); std::ranges::find(over, frame) != over.end()) hold(card);
    const Box wanted{left, top, right - left, bottom - top};
    if (wanted == own) return;
    setBox(frame, wanted);
    moved_.insert(frame);
}

void Settler::settle(const std::set<std::string>& held) {
    settleCards(held);
    settleBands(held);
    settleFrames(design_.vpcs, held);
    settleFrames(design_.regions, held);
    separate(solidsIn({}), held);
    moved_.clear();
}

void Settler::settleCards(const std::set<std::string>& held) {
    std::set<std::string> seen;
    const std::set<std::string> moved = moved_;
    for (const std::string& id : moved) {
        const std::string subnet = design_.subnets.find({id}) ? id : standpoint(id).frame.value;
        if (!design_.subnets.find({subnet}) || seen.contains(subnet)) continue;
        respan(id);
        for (const std::string& card : containment_->spanning(id)) respan(card);
        const Ids row = rowOf(subnet);
        Ids things;
        for (const std::string& each : row) {
            seen.insert(each);
            const Ids solids = solidsIn(each);
            things.insert(things.end(), solids.begin(), solids.end());
        }
        separate(things, held);
        for (const std::string& each : row) {
            const int bottom = box(each).bottom();
            grow(each);
            if (box(each).bottom() > bottom) growPeers(each, held);
        }
    }
}

/// Each VPC, or each Region, that something has moved in.
template <class Row>
void Settler::settleFrames(const Table<Row>& frames, const std::set<std::string>& held) {
    std::set<std::string> touched;
    for (const std::string& id : moved_)
        for (const std::string& frame : {id, standpoint(id).frame.value})
            if (frames.find({frame})) touched.insert(frame);
    for (const std::string& frame : touched) {
        separate(solidsIn(frame), held);
        if constexpr (std::is_same_v<Row, Region>) stretchBands(frame);
        grow(frame);
    }
}

}  // namespace gw
