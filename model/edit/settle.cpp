#include "model/edit/settle.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "model/design/references.h"

namespace gw {
namespace {

/// More pushes than this in one edit: the drawing is left as it is rather than chased further.
constexpr int deepest = 400;
/// How far the nearest free place is looked for, pixels.
constexpr int searchRadius = 640;

std::vector<std::string> placedSubnets(const Design& design, const std::vector<Id<Subnet>>& ids) {
    std::vector<std::string> found;
    for (const auto& id : ids)
        if (design.placements.find({id.value})) found.push_back(id.value);
    return found;
}

}  // namespace

Settler::Settler(Design& design) : design_(design), containment_(design) {
    for (const Placement& placement : design.placements) boxes_.emplace(placement.id.value, placement.box());
    const auto addSpan = [&](const std::string& id, const std::vector<Id<Subnet>>& ids) {
        auto subnets = placedSubnets(design, ids);
        if (subnets.size() < 2) return;
        for (const auto& subnet : subnets) spanning_[subnet].push_back(id);
        spans_.emplace(id, std::move(subnets));
    };
    for (const Workload& row : design.workloads) addSpan(row.id.value, row.subnets);
    for (const LoadBalancer& row : design.loadBalancers) addSpan(row.id.value, row.subnets);
}

bool Settler::isPlaced(const std::string& id) const {
    return boxes_.contains(id);
}

Box Settler::box(const std::string& id) const {
    const auto at = boxes_.find(id);
    return at == boxes_.end() ? Box{} : at->second;
}

measure::Padding Settler::paddingOf(const std::string& frame) const {
    if (design_.regions.find({frame})) return measure::region;
    if (design_.vpcs.find({frame})) return measure::vpc;
    return measure::subnet;
}

bool Settler::overlapsSibling(const std::string& id, const Box& box, const std::set<std::string>& leaveOut) const {
    const Standpoint at = containment_.of(id);
    const auto collides = [&](const std::string& other) {
        if (other == id || leaveOut.contains(other) || !isPlaced(other)) return false;
        const Standing standing = containment_.of(other).standing;
        if (standing == Standing::Band || at.standing == Standing::Band) return false;
        if ((standing == Standing::Border) != (at.standing == Standing::Border)) return false;
        return box.overlaps(this->box(other));
    };
    if (std::ranges::any_of(containment_.in(at.frame.value), collides)) return true;
    if (at.standing == Standing::Border) return false;
    // Cards that span into the frame from its neighbour stand in the way as well.
    const auto spanning = spanning_.find(at.frame.value);
    if (spanning != spanning_.end() && std::ranges::any_of(spanning->second, collides)) return true;
    // A spanning card meets what stands in each of its subnets.
    if (const auto own = spans_.find(id); own != spans_.end())
        for (const auto& subnet : own->second)
            if (subnet != at.frame.value && std::ranges::any_of(containment_.in(subnet), collides)) return true;
    return false;
}

/// The sign moved onto the side of the frame that it is nearest to, away from the corners.
Box Settler::onBorder(const Box& sign, const Box& frame, const std::string& id) const {
    const Point c = sign.centre();
    const int left = std::abs(c.x - frame.x);
    const int right = std::abs(c.x - frame.right());
    const int top = std::abs(c.y - frame.y);
    const int bottom = std::abs(c.y - frame.bottom());
    const int nearest = std::min({left, right, top, bottom});
    const bool upright = nearest == left || nearest == right;
    Point at;
    if (upright) {
        at.x = nearest == right ? frame.right() : frame.x;
        at.y = std::clamp(c.y, frame.y + sign.height, std::max(frame.y + sign.height, frame.bottom() - sign.height));
    } else {
        at.y = nearest == top ? frame.y : frame.bottom();
        at.x = std::clamp(c.x, frame.x + sign.width, std::max(frame.x + sign.width, frame.right() - sign.width));
    }
    Box best{at.x - sign.width / 2, at.y - sign.height / 2, sign.width, sign.height};
    for (int step = 0; step < searchRadius; step += 4)
        for (const int by : {step, -step}) {
            const Box tried = upright ? best.moved(0, by) : best.moved(by, 0);
            const Point centre = tried.centre();
            const bool onSide = upright ? frame.y < centre.y && centre.y < frame.bottom()
                                        : frame.x < centre.x && centre.x < frame.right();
            if (onSide && !overlapsSibling(id, tried, {})) return tried;
        }
    return best;
}

void Settler::setBox(const std::string& id, const Box& box) {
    const Box before = this->box(id);
    const bool known = isPlaced(id);
    if (known && before == box) return;
    boxes_[id] = box;
    changed_.insert(id);
    if (!known || !design_.vpcs.find({id})) return;
    for (const std::string& child : containment_.in(id)) {
        if (containment_.of(child).standing != Standing::Border || !isPlaced(child)) continue;
        const Box sign = this->box(child);
        const Point c = sign.centre();
        // A sign on the far side follows that side; one on a near side keeps its place.
        const int dx = std::abs(c.x - before.right()) <= sign.width ? box.right() - before.right() : box.x - before.x;
        const int dy = std::abs(c.y - before.bottom()) <= sign.height && std::abs(c.x - before.right()) > sign.width &&
                               std::abs(c.x - before.x) > sign.width
                           ? box.bottom() - before.bottom()
                           : box.y - before.y;
        if (dx == 0 && dy == 0) continue;
        boxes_[child] = sign.moved(dx, dy);
        changed_.insert(child);
    }
}

void Settler::shiftAlone(const std::string& id, int dx, int dy) {
    if (!isPlaced(id) || (dx == 0 && dy == 0)) return;
    boxes_[id] = box(id).moved(dx, dy);
    changed_.insert(id);
}

void Settler::shift(const std::string& id, int dx, int dy) {
    for (const std::string& each : containment_.allIn(id)) shiftAlone(each, dx, dy);
}

/// What the frame must hold, its padding included; the frame's own box where nothing stands in it.
Box Settler::needed(const std::string& frame) const {
    const Box own = box(frame);
    const measure::Padding padding = paddingOf(frame);
    int left = own.x;
    int top = own.y;
    int right = own.right();
    int bottom = own.bottom();
    const auto hold = [&](const Box& b, bool aside) {
        left = std::min(left, b.x - padding.left);
        top = std::min(top, b.y - padding.top);
        right = std::max(right, aside ? b.right() : b.right() + padding.right);
        bottom = std::max(bottom, b.bottom() + padding.bottom);
    };
    for (const std::string& child : containment_.in(frame)) {
        if (!isPlaced(child)) continue;
        const Standpoint at = containment_.of(child);
        if (at.standing == Standing::Border) continue;
        if (at.standing == Standing::Band) {
            const Box band = box(child);
            left = std::min(left, band.x - measure::gap);
            right = std::max(right, band.right() + measure::gap);
            bottom = std::max(bottom, band.bottom() + measure::gap);
            top = std::min(top, band.y - 32);
            continue;
        }
        if (isSpanning(child)) {
            bottom = std::max(bottom, box(child).bottom() + padding.bottom);
            continue;
        }
        hold(box(child), false);
    }
    if (const auto spanning = spanning_.find(frame); spanning != spanning_.end())
        for (const std::string& card : spanning->second)
            if (isPlaced(card)) bottom = std::max(bottom, box(card).bottom() + padding.bottom);
    return {left, top, right - left, bottom - top};
}

/// Cards that span the subnet reach again from the first of their subnets to the last.
void Settler::respan(const std::string& subnet) {
    const auto spanning = spanning_.find(subnet);
    if (spanning == spanning_.end()) return;
    for (const std::string& card : spanning->second) {
        if (!isPlaced(card)) continue;
        const auto& subnets = spans_.at(card);
        int left = box(subnets.front()).x;
        int right = box(subnets.front()).right();
        for (const auto& each : subnets) {
            left = std::min(left, box(each).x);
            right = std::max(right, box(each).right());
        }
        Box wanted = box(card);
        wanted.x = left + measure::subnet.left;
        wanted.width = right - measure::subnet.right - wanted.x;
        setBox(card, wanted);
    }
}

void Settler::growBand(const std::string& id) {
    const Subnet* subnet = design_.subnets.find({id});
    if (!subnet || !subnet->zone || !isPlaced(subnet->zone.value) || !isPlaced(id)) return;
    const std::string band = subnet->zone.value;
    const Box own = box(id);
    Box wanted = box(band);
    const int left = std::min(wanted.x, own.x - measure::bandPadding);
    const int right = std::max(wanted.right(), own.right() + measure::bandPadding);
    int top = wanted.y;
    int bottom = wanted.bottom();
    if (isPlaced(subnet->vpc.value)) {
        top = std::min(top, box(subnet->vpc.value).y - measure::bandAbove);
        bottom = std::max(bottom, box(subnet->vpc.value).bottom() + measure::bandBelow);
    }
    wanted = {left, top, right - left, bottom - top};
    if (wanted == box(band)) return;
    setBox(band, wanted);
    pushBands(band);
    settleFrom(band);
}

/// Bands that the band now overlaps move aside with all their subnets.
void Settler::pushBands(const std::string& band) {
    if (++depth_ > deepest) return;
    const AvailabilityZone* zone = design_.availabilityZones.find({band});
    if (!zone) return;
    for (const std::string& other : containment_.in(zone->region.value)) {
        if (other == band || containment_.of(other).standing != Standing::Band || !isPlaced(other)) continue;
        const Box mine = box(band);
        const Box theirs = box(other);
        if (mine.x >= theirs.right() || theirs.x >= mine.right()) continue;
        const int dx = mine.right() + measure::gap - theirs.x;
        shiftAlone(other, dx, 0);
        std::vector<std::string> moved;
        for (const Subnet& subnet : design_.subnets)
            if (subnet.zone.value == other && isPlaced(subnet.id.value)) {
                shift(subnet.id.value, dx, 0);
                moved.push_back(subnet.id.value);
            }
        for (const auto& subnet : moved) settleFrom(subnet);
        pushBands(other);
        settleFrom(other);
    }
}

void Settler::pushSiblings(const std::string& id) {
    const Standpoint at = containment_.of(id);
    if (at.standing == Standing::Border || at.standing == Standing::Band) return;
    for (const std::string& other : containment_.in(at.frame.value)) {
        const Standing standing = containment_.of(other).standing;
        if (other == id || !isPlaced(other) || standing == Standing::Border || standing == Standing::Band) continue;
        const Box mine = box(id);
        const Box theirs = box(other);
        if (!mine.overlaps(theirs)) continue;
        int dx = mine.right() + measure::gap - theirs.x;
        int dy = mine.bottom() + measure::gap - theirs.y;
        // Spanning cards keep their columns; subnets of a band keep theirs.
        const bool downOnly = isSpanning(other) || isSpanning(id);
        if (downOnly || dy <= dx)
            dx = 0;
        else
            dy = 0;
        shift(other, dx, dy);
        settleFrom(other);
    }
}

/// After the box of `id` changed: cards, bands, siblings and frames around it follow.
void Settler::settleFrom(const std::string& id) {
    if (++depth_ > deepest) return;
    respan(id);
    if (isSpanning(id))
        for (const auto& subnet : spans_.at(id)) {
            const Box wanted = needed(subnet);
            if (wanted != box(subnet)) {
                setBox(subnet, wanted);
                settleFrom(subnet);
            }
        }
    pushSiblings(id);
    growBand(id);
    const Standpoint at = containment_.of(id);
    const std::string frame = at.frame.value;
    if (frame.empty() || at.standing == Standing::Border || !isPlaced(frame)) return;
    const Box wanted = needed(frame);
    if (wanted == box(frame)) return;
    setBox(frame, wanted);
    if (design_.vpcs.find({frame}))
        for (const std::string& child : containment_.in(frame)) growBand(child);
    settleFrom(frame);
}

void Settler::place(const std::string& id, Box wanted) {
    const Standpoint at = containment_.of(id);
    if (at.standing == Standing::Border && isPlaced(at.frame.value)) {
        boxes_[id] = wanted;
        boxes_[id] = onBorder(wanted, box(at.frame.value), id);
        changed_.insert(id);
        return;
    }
    boxes_[id] = wanted;
    changed_.insert(id);
    respan(at.frame.value);
    if (isSpanning(id)) respan(spans_.at(id).front());
    move({id}, 0, 0);
}

void Settler::move(const std::set<std::string>& ids, int dx, int dy) {
    // What stands inside another of the set moves with it.
    std::set<std::string> tops;
    for (const std::string& id : ids) {
        if (!isPlaced(id)) continue;
        bool inside = false;
        for (std::string frame = containment_.of(id).frame.value; !frame.empty();
             frame = containment_.of(frame).frame.value)
            inside = inside || ids.contains(frame);
        if (!inside) tops.insert(id);
    }
    std::set<std::string> free;
    for (const std::string& id : tops) {
        const Standpoint at = containment_.of(id);
        if (at.standing == Standing::Border && isPlaced(at.frame.value)) {
            setBox(id, onBorder(box(id).moved(dx, dy), box(at.frame.value), id));
        } else {
            free.insert(id);
        }
    }
    if (free.empty()) return;
    const auto fits = [&](int x, int y) {
        return std::ranges::none_of(free, [&](const std::string& id) {
            const Standpoint at = containment_.of(id);
            Box tried = box(id).moved(isSpanning(id) ? 0 : x, y);
            if (at.frame && isPlaced(at.frame.value) && at.standing != Standing::Band) {
                const Box frame = box(at.frame.value);
                const measure::Padding padding = paddingOf(at.frame.value);
                const bool moves = free.contains(at.frame.value);
                if (!moves && (tried.x < frame.x + padding.left || tried.y < frame.y + padding.top)) return true;
            }
            return overlapsSibling(id, tried, free);
        });
    };
    int bestX = dx;
    int bestY = dy;
    bool found = fits(dx, dy);
    for (int radius = measure::grid; !found && radius <= searchRadius; radius += measure::grid) {
        int best = radius * radius * 4;
        for (int x = -radius; x <= radius; x += measure::grid)
            for (int y = -radius; y <= radius; y += measure::grid) {
                if (std::max(std::abs(x), std::abs(y)) != radius || x * x + y * y >= best || !fits(dx + x, dy + y))
                    continue;
                best = x * x + y * y;
                bestX = dx + x;
                bestY = dy + y;
                found = true;
            }
    }
    for (const std::string& id : free) {
        shift(id, isSpanning(id) ? 0 : bestX, bestY);
        if (const auto* zone = design_.availabilityZones.find({id}))
            for (const Subnet& subnet : design_.subnets)
                if (subnet.zone == zone->id && !free.contains(subnet.id.value)) shift(subnet.id.value, bestX, 0);
    }
    for (const std::string& id : free) {
        settleFrom(id);
        if (design_.availabilityZones.find({id})) {
            pushBands(id);
            for (const Subnet& subnet : design_.subnets)
                if (subnet.zone.value == id) settleFrom(subnet.id.value);
        }
        if (design_.vpcs.find({id}))
            for (const std::string& child : containment_.allIn(id)) growBand(child);
    }
}

void Settler::resize(const std::string& id, Box wanted) {
    const Box before = box(id);
    boxes_[id] = wanted;
    const Box least = needed(id);
    boxes_[id] = before;
    const Standpoint at = containment_.of(id);
    Box next = design_.regions.find({id}) || design_.vpcs.find({id}) || design_.subnets.find({id}) ? least : wanted;
    if (at.frame && isPlaced(at.frame.value) && at.standing == Standing::Frame) {
        const Box frame = box(at.frame.value);
        const measure::Padding padding = paddingOf(at.frame.value);
        const int right = next.right();
        const int bottom = next.bottom();
        next.x = std::max(next.x, frame.x + padding.left);
        next.y = std::max(next.y, frame.y + padding.top);
        next.width = right - next.x;
        next.height = bottom - next.y;
    }
    setBox(id, next);
    settleFrom(id);
    if (design_.vpcs.find({id}))
        for (const std::string& child : containment_.in(id)) growBand(child);
}

void Settler::finish() {
    for (const std::string& id : changed_) {
        const Placement* found = design_.placements.find({id});
        Placement placement = found ? *found : Placement{{id}};
        const Box at = box(id);
        placement.x = at.x;
        placement.y = at.y;
        placement.width = at.width;
        placement.height = at.height;
        design_.placements.put(std::move(placement));
    }
}

}  // namespace gw
