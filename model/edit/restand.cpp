#include "model/edit/restand.h"

#include <algorithm>
#include <set>

#include "model/design/patch.h"

namespace gw {
namespace {

/// The innermost things last: a thing finds its place in a frame that has found its own.
int depthOf(const Design& design, const std::string& id) {
    if (design.regions.find({id})) return 0;
    if (design.vpcs.find({id})) return 1;
    if (design.subnets.find({id})) return 2;
    if (design.availabilityZones.find({id})) return 3;
    return 4;
}

std::string zoneOf(const Design& design, const std::string& id) {
    const Subnet* subnet = design.subnets.find({id});
    return subnet ? subnet->zone.value : std::string{};
}

/// The box moved so that its centre comes to lie over the frame.
Box over(Box box, const Box& frame, bool sidewaysAlone) {
    const Point c = box.centre();
    if (c.x < frame.x || frame.right() <= c.x) box.x = frame.centre().x - box.width / 2;
    if (!sidewaysAlone && (c.y < frame.y || frame.bottom() <= c.y)) box.y = frame.centre().y - box.height / 2;
    return box;
}

template <class Row>
bool standsAlike(const Design& before, const Design& after, const Row& old, const Row& row) {
    const Standpoint a = standpointOf(before, AnyId(old.id.value));
    const Standpoint b = standpointOf(after, AnyId(row.id.value));
    if (a.standing != b.standing || a.frame != b.frame) return false;
    if constexpr (std::is_same_v<Row, Workload> || std::is_same_v<Row, LoadBalancer>)
        return old.subnets == row.subnets;
    else if constexpr (std::is_same_v<Row, Subnet>)
        return old.zone == row.zone;
    else
        return true;
}

/// Whether each thing of both designs stands in the same frame, zone and subnets. A row says by itself where it stands;
/// a peering connection also stands where its VPCs do, and those differ then.
bool standAlike(const Design& before, const Design& after) {
    const Patch patch = diff(before, after);
    bool alike = true;
    forEachTable([&]<class Row>(Table<Row> Design::*) {
        for (const Row& row : patch.of<Row>().put)
            if (const Row* old = alike ? find(before, row.id) : nullptr) alike = standsAlike(before, after, *old, row);
    });
    return alike;
}

/// The subnets in which interfaces stand that did not before.
std::set<std::string> subnetsWithMore(const Design& before, const Design& after) {
    std::set<std::string> subnets;
    const Patch patch = diff(before, after);
    const auto add = [&]<class Row>(const Row&) {
        for (const Row& row : patch.of<Row>().put) {
            const Row* old = find(before, row.id);
            for (const Id<Subnet>& id : row.subnets)
                if (!old || std::ranges::find(old->subnets, id) == old->subnets.end()) subnets.insert(id.value);
        }
    };
    add(Endpoint{});
    add(ResolverEndpoint{});
    add(ResourceGateway{});
    return subnets;
}

}  // namespace

void makeRoomForInterfaces(const Design& before, Design& after) {
    const auto subnets = subnetsWithMore(before, after);
    if (subnets.empty()) return;
    Settler settler(after);
    for (const std::string& subnet : subnets) settler.makeRoomForInterfaces(subnet);
    settler.finish();
}

void restand(const Design& before, Design& after, const std::map<std::string, Box>& wanted) {
    if (wanted.empty() && standAlike(before, after)) return;
    const auto was = containmentOf(before);
    const auto is = containmentOf(after);
    std::vector<std::string> changed;
    for (const Placement& placed : after.placements) {
        const std::string& id = placed.id.value;
        if (!before.placements.find(placed.id)) continue;
        const Standpoint a = was->of(id);
        const Standpoint b = is->of(id);
        if (b.standing == Standing::None) continue;
        if (wanted.contains(id) || a.standing != b.standing || a.frame != b.frame ||
            zoneOf(before, id) != zoneOf(after, id) || !std::ranges::equal(was->spanOf(id), is->spanOf(id)))
            changed.push_back(id);
    }
    if (changed.empty()) return;
    std::ranges::stable_sort(changed, {}, [&](const std::string& id) { return depthOf(after, id); });
    Settler settler(after);
    for (const std::string& id : changed) {
        const Box own = settler.box(id);
        const std::string frame = is->of(id).frame.value;
        const auto asked = wanted.find(id);
        Box next = asked == wanted.end() ? own : asked->second;
        if (settler.isPlaced(frame) && asked == wanted.end()) next = over(next, settler.box(frame), false);
        if (const std::string zone = zoneOf(after, id); settler.isPlaced(zone) && asked == wanted.end())
            next = over(next, settler.box(zone), true);
        // A card that spanned several subnets and stands in one takes no more room than that has.
        if (!was->spanOf(id).empty() && is->spanOf(id).empty() && after.subnets.find({frame}) &&
            settler.isPlaced(frame)) {
            const Box subnet = settler.box(frame);
            const int room = std::max(measure::cardWidth, subnet.width - measure::subnet.left - measure::subnet.right);
            if (next.width > room)
                next = {asked == wanted.end() ? subnet.x + measure::subnet.left : next.centre().x - room / 2, next.y,
                        room, next.height};
        }
        // What a card spans is told from where it stands: another row has to be reached first. In another frame it is
        // as new.
        const Standing standing = is->of(id).standing;
        const bool isNew =
            was->of(id).frame != is->of(id).frame && (standing == Standing::Card || standing == Standing::Border);
        if (isNew || next.width != own.width || !std::ranges::equal(was->spanOf(id), is->spanOf(id)))
            settler.place(id, next);
        else
            settler.move({id}, next.x - own.x, next.y - own.y);
    }
    settler.finish();
}

}  // namespace gw
