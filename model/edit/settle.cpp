#include "model/edit/settle.h"

#include <algorithm>

namespace gw {

Settler::Settler(Design& design) : design_(design), containment_(containmentOf(design)) {}

bool Settler::isPlaced(const std::string& id) const {
    return boxes_.contains(id) || design_.placements.find({id});
}

Box Settler::box(const std::string& id) const {
    if (const auto at = boxes_.find(id); at != boxes_.end()) return at->second;
    const Placement* placed = design_.placements.find({id});
    return placed ? placed->box() : Box{};
}

void Settler::setBox(const std::string& id, const Box& box) {
    const Box before = this->box(id);
    if (isPlaced(id) && before == box) return;
    boxes_[id] = box;
    if (design_.vpcs.find({id})) reseat(id, before);
}

void Settler::shift(const std::string& id, int dx, int dy) {
    if (dx == 0 && dy == 0) return;
    for (const std::string& each : containment_->allIn(id))
        if (isPlaced(each)) boxes_.insert_or_assign(each, box(each).moved(dx, dy));
}

void Settler::place(const std::string& id, Box wanted) {
    const Standpoint at = standpoint(id);
    const bool isNew = !isPlaced(id);
    boxes_[id] = wanted;
    // A new card is no wider than its subnet: that would widen the zone, and push all that are to the right.
    if (isNew && at.standing == Standing::Card && design_.subnets.find({at.frame.value}) && isPlaced(at.frame.value)) {
        const int room = box(at.frame.value).width - measure::subnet.left - measure::subnet.right;
        boxes_[id].width = std::min(wanted.width, std::max(measure::cardWidth, room));
    }
    if (at.standing == Standing::Border && isPlaced(at.frame.value))
        seatWithRoom(id);
    else
        moveWithin({id}, 0, 0, insideOf(id));
}

/// The displacements that leave a card in its subnet as that is drawn; those that leave it as wide; any.
std::vector<Limits> Settler::insideOf(const std::string& card) const {
    const std::string subnet = standpoint(card).frame.value;
    if (!isCard(card) || isSpanning(card) || !design_.subnets.find({subnet}) || !isPlaced(subnet)) return {Limits{}};
    const Box own = box(card);
    const Box frame = box(subnet);
    Limits wide;
    // One that is wider than the subnet begins where others begin.
    wide.maxX = std::max(frame.right() - measure::subnet.right - own.right(), frame.x + measure::subnet.left - own.x);
    Limits whole = wide;
    whole.maxY = frame.bottom() - paddingOf(subnet).bottom - own.bottom();
    return {whole, wide, Limits{}};
}

bool Settler::isIn(const std::string& id, const std::set<std::string>& ids) const {
    for (std::string at = id; !at.empty(); at = standpoint(at).frame.value)
        if (ids.contains(at)) return true;
    return false;
}

std::vector<Settler::Mover> Settler::moversOf(const std::set<std::string>& ids, Limits& limits) const {
    const auto carried = [&](const std::string& id) { return isIn(id, ids); };
    std::vector<Mover> movers;
    std::set<std::string> bands;
    for (const std::string& id : ids) {
        const Standing standing = standpoint(id).standing;
        if (!isPlaced(id) || standing == Standing::None || standing == Standing::Border ||
            carried(standpoint(id).frame.value))
            continue;
        if (standing == Standing::Band) {
            bands.insert(id);
            continue;
        }
        movers.push_back({id, !isSpanning(id), true});
        if (design_.subnets.find({id})) bands.insert(bandOf(id));
        if (design_.vpcs.find({id}))
            for (const std::string& child : containment_->in(id))
                if (design_.subnets.find({child})) bands.insert(bandOf(child));
        // A zone that is across this VPC alone goes along.
        if (design_.vpcs.find({id}))
            for (const std::string& band : emptyBandsAcross(id))
                if (std::ranges::all_of(crossedBy(band), carried)) bands.insert(band);
    }
    bands.erase(std::string{});
    for (const std::string& band : bands) {
        const Ids subnets = placedSubnetsOf(band);
        const bool goesAlong = std::ranges::all_of(subnets, carried);
        if (goesAlong || ids.contains(band)) movers.push_back({band, true, false});
        if (goesAlong) continue;
        if (ids.contains(band)) {
            for (const std::string& subnet : subnets)
                if (!carried(subnet)) movers.push_back({subnet, true, false});
            limits.minY = limits.maxY = 0;
        } else if (std::ranges::any_of(subnets,
                                       [&](const std::string& id) { return carried(id) && !ids.contains(id); })) {
            // The band stays for the subnets of another VPC, so this VPC keeps its column.
            limits.minX = limits.maxX = 0;
        }
    }
    return movers;
}

void Settler::addForbidden(const Mover& mover, const std::set<std::string>& moving, int gap,
                           std::vector<Box>& forbidden) const {
    const Box own = box(mover.id);
    const auto avoid = [&](const std::string& other, int distance, bool columns) {
        if (moving.contains(other)) return;
        Box b = tooClose(own, box(other), distance);
        if (!mover.sideways) {
            if (b.x >= 0 || b.right() <= 0) return;
            b.x = -farAway;
            b.width = 2 * farAway;
        }
        if (columns) {
            b.y = -farAway;
            b.height = 2 * farAway;
        } else if (!mover.upright) {
            if (b.y >= 0 || b.bottom() <= 0) return;
            b.y = -farAway;
            b.height = 2 * farAway;
        }
        forbidden.push_back(b);
    };
    const Standpoint at = standpoint(mover.id);
    if (at.standing == Standing::Free) return;
    if (at.standing == Standing::Band) {
        for (const std::string& band : bandsOf(at.frame.value)) avoid(band, gap, true);
        return;
    }
    const auto avoidAll = [&](const Ids& others) {
        for (const std::string& other : others)
            if (other != mover.id)
                avoid(other, std::max(gap, gap == 0 ? clearance(mover.id, other) : spacing(mover.id, other)), false);
    };
    avoidAll(solidsIn(at.frame.value));
    if (design_.subnets.find({at.frame.value}))
        for (const std::string& card : containment_->spanning(at.frame.value))
            if (isPlaced(card) && std::ranges::find(covered(card), at.frame.value) != covered(card).end())
                avoidAll({card});
    if (isSpanning(mover.id))
        for (const std::string& subnet : covered(mover.id)) avoidAll(solidsIn(subnet));
    if (const std::string ownBand = bandOf(mover.id); !ownBand.empty())
        for (const std::string& band : bandsOf(regionOf(mover.id)))
            if (band != ownBand) avoid(band, measure::bandPadding + measure::gap, true);
}

void Settler::move(const std::set<std::string>& ids, int dx, int dy) {
    moveWithin(ids, dx, dy, {Limits{}});
}

/// The same; the first of the limits that leaves room holds.
void Settler::moveWithin(const std::set<std::string>& ids, int dx, int dy, const std::vector<Limits>& preferred) {
    covered_.clear();
    Limits limits;
    const std::vector<Mover> movers = moversOf(ids, limits);
    std::set<std::string> moving;
    for (const Mover& mover : movers) moving.insert(mover.id);
    std::vector<Box> astride;
    for (const Mover& mover : movers) {
        const Standpoint at = standpoint(mover.id);
        if (at.standing == Standing::Free || !at.frame || !isPlaced(at.frame.value)) continue;
        const Box frame = box(at.frame.value);
        const measure::Padding padding = paddingOf(at.frame.value);
        const Box own = box(mover.id);
        if (at.standing == Standing::Band) {
            limits.minX = std::max(limits.minX, frame.x + measure::gap - own.x);
            if (isEmptyBand(mover.id) && ids.contains(mover.id)) keepAcross(mover.id, dx, limits, astride);
            continue;
        }
        if (mover.sideways) limits.minX = std::max(limits.minX, frame.x + padding.left - own.x);
        if (mover.upright) limits.minY = std::max(limits.minY, frame.y + padding.top - own.y);
        if (isSpanning(mover.id))
            for (const std::string& subnet : covered(mover.id))
                limits.minY = std::max(limits.minY, box(subnet).y + padding.top - own.y);
    }
    limits.maxX = std::max(limits.maxX, limits.minX);
    limits.maxY = std::max(limits.maxY, limits.minY);
    const auto allForbidden = [&](int gap) {
        std::vector<Box> forbidden = astride;
        for (const Mover& mover : movers) addForbidden(mover, moving, gap, forbidden);
        return forbidden;
    };
    const std::vector<Box> touching = allForbidden(0);
    std::optional<std::vector<Box>> close;
    Point by{};
    for (const Limits& narrower : preferred) {
        Limits within = limits;
        within.maxX = std::min(limits.maxX, narrower.maxX);
        within.maxY = std::min(limits.maxY, narrower.maxY);
        if (within.minX > within.maxX || within.minY > within.maxY) continue;
        by = {std::clamp(dx, within.minX, within.maxX), std::clamp(dy, within.minY, within.maxY)};
        if (isFree(by, touching)) break;
        if (!close) close = allForbidden(measure::gap);
        const auto free = nearestFree(by, *close, within);
        by = free.value_or(Point{});
        if (free) break;
    }
    for (const Mover& mover : movers) {
        shift(mover.id, mover.sideways ? by.x : 0, mover.upright ? by.y : 0);
        moved_.insert(mover.id);
        for (const std::string& card : containment_->spanning(mover.id)) covered_.erase(card);
    }
    settle(moving);
    for (const std::string& id : ids) {
        const Standpoint at = standpoint(id);
        if (at.standing != Standing::Border || !isPlaced(id) || isIn(at.frame.value, moving)) continue;
        const Box asked = box(id).moved(dx, dy);
        setBox(id, isPlaced(at.frame.value) ? seat(id, asked) : asked);
    }
}

/// What the frame holds with padding around, where that lies inside its border: the least it can shrink to.
Box Settler::leastBox(const std::string& frame) const {
    const Box own = box(frame);
    const measure::Padding padding = paddingOf(frame);
    int left = own.right();
    int top = own.bottom();
    int right = own.x;
    int bottom = own.y;
    const auto hold = [&](const Box& b, const measure::Padding& around) {
        left = std::min(left, b.x - around.left);
        top = std::min(top, b.y - around.top);
        right = std::max(right, b.right() + around.right);
        bottom = std::max(bottom, b.bottom() + around.bottom);
    };
    for (const std::string& id : solidsIn(frame))
        if (!isSpanning(id)) hold(box(id), padding);
    for (const std::string& band : bandsOf(frame))
        hold(box(band), {measure::gap, measure::gap, measure::gap, measure::gap});
    if (design_.vpcs.find({frame}))
        for (const std::string& band : bandsAcross(frame)) {
            const Box across = box(band);
            left = std::min(left, across.x - measure::vpc.left + measure::bandPadding);
            right = std::max(right, across.right() + measure::vpc.right - measure::bandPadding);
        }
    for (const std::string& card : containment_->spanning(frame))
        if (const Ids& over = covered(card); isPlaced(card) && std::ranges::find(over, frame) != over.end()) {
            top = std::min(top, box(card).y - padding.top);
            bottom = std::max(bottom, box(card).bottom() + padding.bottom);
        }
    left = std::max(left, own.x);
    top = std::max(top, own.y);
    right = std::min(right, own.right());
    bottom = std::min(bottom, own.bottom());
    return {left, top, right - left, bottom - top};
}

/// The left and top edge stop at the frame's padding and at what stands to the left and above.
Box Settler::keptOffSiblings(const std::string& id, const Box& before, Box wanted) const {
    const Standpoint at = standpoint(id);
    int left = wanted.x;
    int top = wanted.y;
    if (at.frame && isPlaced(at.frame.value) && at.standing != Standing::Band) {
        left = std::max(left, std::min(before.x, box(at.frame.value).x + paddingOf(at.frame.value).left));
        top = std::max(top, std::min(before.y, box(at.frame.value).y + paddingOf(at.frame.value).top));
    }
    const auto stopAt = [&](const Box& other, int gap, bool columns) {
        const bool level = columns || (other.y < wanted.bottom() && top < other.bottom());
        if (level && other.right() <= before.x) left = std::max(left, std::min(before.x, other.right() + gap));
        if (!columns && other.bottom() <= before.y && other.x < wanted.right() && left < other.right())
            top = std::max(top, std::min(before.y, other.bottom() + gap));
    };
    if (at.standing == Standing::Band) {
        for (const std::string& band : bandsOf(at.frame.value))
            if (band != id) stopAt(box(band), measure::gap, true);
    } else {
        for (const std::string& other : solidsIn(at.frame.value))
            if (other != id) stopAt(box(other), measure::gap, false);
        for (const std::string& band : bandOf(id).empty() ? Ids{} : bandsOf(regionOf(id)))
            if (band != bandOf(id)) stopAt(box(band), measure::gap + measure::bandPadding, true);
    }
    return {left, top, wanted.right() - left, wanted.bottom() - top};
}

void Settler::resize(const std::string& id, Box wanted) {
    covered_.clear();
    const Box before = box(id);
    const Standpoint at = standpoint(id);
    Box next = keptOffSiblings(id, before, wanted);
    if (at.standing == Standing::Band) {
        next.y = before.y;
        next.height = before.height;
        for (const std::string& subnet : placedSubnetsOf(id)) {
            const int right = std::max(next.right(), box(subnet).right() + measure::bandPadding);
            next.x = std::min(next.x, box(subnet).x - measure::bandPadding);
            next.width = right - next.x;
        }
    } else if (at.standing == Standing::Frame) {
        const Box least = leastBox(id);
        const int right = std::max(next.right(), least.right());
        const int bottom = std::max(next.bottom(), least.bottom());
        next.x = std::min(next.x, least.x);
        next.y = std::min(next.y, least.y);
        next.width = right - next.x;
        next.height = bottom - next.y;
    }
    next.width = std::max(next.width, measure::leastWidth);
    next.height = std::max(next.height, measure::leastHeight);
    setBox(id, next);
    moved_.insert(id);
    settle({id});
}

void Settler::finish() {
    const auto placementOf = [&](const std::string& id, const Box& at) {
        const Placement* found = design_.placements.find({id});
        Placement placement = found ? *found : Placement{{id}};
        placement.x = at.x;
        placement.y = at.y;
        placement.width = at.width;
        placement.height = at.height;
        return placement;
    };
    // Each put() copies a chunk of rows; beyond some, all rows at once are cheaper.
    if (boxes_.size() <= Table<Placement>::chunkSize) {
        for (const auto& [id, at] : boxes_) {
            const Placement* found = design_.placements.find({id});
            if (!found || found->box() != at) design_.placements.put(placementOf(id, at));
        }
        return;
    }
    std::vector<Placement> rows(design_.placements.begin(), design_.placements.end());
    for (const auto& [id, at] : boxes_) rows.push_back(placementOf(id, at));
    design_.placements = Table<Placement>::of(std::move(rows));
}

}  // namespace gw
