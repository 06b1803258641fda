#include <algorithm>

#include "model/design/references.h"
#include "model/edit/change.h"
#include "model/edit/edits.h"
#include "model/edit/palette.h"
#include "model/edit/restand.h"
#include "model/edit/span.h"
#include "model/edit/usual.h"

namespace gw::edits {
namespace {

/// The zones that crossed VPCs which are gone, and hold nothing and cross nothing any more.
std::set<std::string> bandsLeftEmpty(const Design& before, const Design& after) {
    std::set<std::string> empty;
    if (before.vpcs.size() == after.vpcs.size()) return empty;
    const auto crosses = [](const Design& design, const AvailabilityZone& zone, const Vpc& vpc) {
        const Placement* band = design.placements.find({zone.id.value});
        const Placement* frame = design.placements.find({vpc.id.value});
        const bool holds = std::ranges::any_of(
            design.subnets, [&](const Subnet& each) { return each.zone == zone.id && each.vpc == vpc.id; });
        return holds || (band && frame && band->box().overlaps(frame->box()));
    };
    for (const AvailabilityZone& zone : after.availabilityZones) {
        const bool lost = std::ranges::any_of(
            before.vpcs, [&](const Vpc& vpc) { return !after.vpcs.find(vpc.id) && crosses(before, zone, vpc); });
        const bool holds = std::ranges::any_of(after.subnets, [&](const Subnet& each) { return each.zone == zone.id; });
        const bool keeps =
            holds || std::ranges::any_of(after.vpcs, [&](const Vpc& vpc) { return crosses(after, zone, vpc); });
        if (lost && !keeps) empty.insert(zone.id.value);
    }
    return empty;
}

Status mustBe(const Design& design, const AnyId& id) {
    if (contains(design, id)) return {};
    return fail(id.value + " is gone.");
}

std::string listed(const std::set<std::string>& ids) {
    return ids.size() == 1 ? *ids.begin() : std::to_string(ids.size()) + " things";
}

/// The zone band of the Region that a point at `x` stands in; none where it stands beside all bands.
Id<AvailabilityZone> zoneAt(const Design& design, const Id<Region>& region, int x) {
    for (const AvailabilityZone& zone : design.availabilityZones)
        if (const Placement* band = design.placements.find({zone.id.value}))
            if (zone.region == region && band->x <= x && x < band->x + band->width) return zone.id;
    return {};
}

/// What stands in the subnet goes along to its new VPC; what ties the subnet to its old one is loosened, since AWS lets
/// nothing reach across (rule NET022).
void takeAlong(Design& design, const Id<Subnet>& id, const Id<Vpc>& vpc) {
    const auto without = [&](auto table) {
        const auto rows = design.*table;
        for (const auto& row : rows)
            if (std::ranges::find(row.subnets, id) != row.subnets.end()) {
                auto changed = row;
                std::erase(changed.subnets, id);
                (design.*table).put(std::move(changed));
            }
    };
    const auto along = [&](auto table) {
        const auto rows = design.*table;
        for (const auto& row : rows) {
            auto changed = row;
            if (row.subnets == std::vector{id}) {
                changed.vpc = vpc;
                changed.securityGroups.clear();
            } else if (std::erase(changed.subnets, id) == 0) {
                continue;
            }
            (design.*table).put(std::move(changed));
        }
    };
    along(&Design::workloads);
    along(&Design::loadBalancers);
    without(&Design::routeTables);
    without(&Design::networkAcls);
    without(&Design::endpoints);
    without(&Design::resolverEndpoints);
    without(&Design::resourceGateways);
    const Table<NatGateway> gateways = design.natGateways;
    for (NatGateway gateway : gateways)
        if (gateway.subnet == id) {
            gateway.vpc = vpc;
            design.natGateways.put(gateway);
        }
}

Status moveSubnet(Design& design, const Id<Subnet>& id, const AnyId& frame, int x) {
    const Subnet* own = design.subnets.find(id);
    const Subnet* beside = design.subnets.find({frame.value});
    const Vpc* vpc = design.vpcs.find(beside ? beside->vpc : Id<Vpc>{frame.value});
    const Vpc* before = design.vpcs.find(own->vpc);
    if (!vpc) return fail("A subnet stands in a VPC; drop it there.");
    Subnet subnet = *own;
    if (const Id<AvailabilityZone> zone = zoneAt(design, vpc->region, x))
        subnet.zone = zone;
    else if (!before || before->region != vpc->region)
        subnet.zone = {};
    const bool leaves = subnet.vpc != vpc->id;
    subnet.vpc = vpc->id;
    design.subnets.put(subnet);
    if (leaves) takeAlong(design, id, subnet.vpc);
    return {};
}

template <class Row>
Status moveIntoSubnets(Design& design, Table<Row> Design::*table, const Id<Row>& id, const AnyId& frame,
                       const std::vector<Id<Subnet>>& subnets) {
    const Subnet* subnet = design.subnets.find({frame.value});
    const Vpc* vpc = subnet ? design.vpcs.find(subnet->vpc) : design.vpcs.find({frame.value});
    if (!vpc) return fail("It stands in a subnet; drop it there.");
    return change(design.*table, id, [&](Row& row) {
        const bool sameVpc = row.vpc == vpc->id;
        row.vpc = vpc->id;
        // Groups of another VPC cannot follow (rule NET022).
        if (!sameVpc) row.securityGroups.clear();
        row.subnets = subnets;
    });
}

/// Subnets and groups of another VPC cannot follow.
template <class Row>
Status intoVpc(Design& design, Table<Row> Design::*table, const Id<Row>& id, const Id<Vpc>& vpc) {
    return change(design.*table, id, [&](Row& row) {
        if (row.vpc == vpc) return;
        row.vpc = vpc;
        row.subnets.clear();
        row.securityGroups.clear();
    });
}

/// The row's own fields that say where it stands; `subnets` are those of a workload or load balancer.
Status putInto(Design& design, const AnyId& id, const AnyId& frame, Point centre,
               const std::vector<Id<Subnet>>& subnets) {
    if (design.subnets.find({id.value})) return moveSubnet(design, {id.value}, frame, centre.x);
    if (design.workloads.find({id.value}))
        return moveIntoSubnets(design, &Design::workloads, {id.value}, frame, subnets);
    if (design.loadBalancers.find({id.value}))
        return moveIntoSubnets(design, &Design::loadBalancers, {id.value}, frame, subnets);
    if (design.natGateways.find({id.value})) {
        const Subnet* subnet = design.subnets.find({frame.value});
        if (!subnet) return fail("A NAT gateway stands in a subnet; drop it there.");
        return change(design.natGateways, Id<NatGateway>{id.value}, [&](NatGateway& nat) {
            nat.subnet = subnet->id;
            nat.vpc = subnet->vpc;
        });
    }
    const Subnet* subnet = design.subnets.find({frame.value});
    const Id<Vpc> vpc = subnet ? subnet->vpc : Id<Vpc>{frame.value};
    const Id<Region> region{frame.value};
    if (design.internetGateways.find({id.value}))
        return change(design.internetGateways, {id.value}, [&](InternetGateway& row) { row.vpc = vpc; });
    if (design.egressOnlyGateways.find({id.value}))
        return change(design.egressOnlyGateways, {id.value}, [&](EgressOnlyGateway& row) { row.vpc = vpc; });
    if (design.vpnGateways.find({id.value}))
        return change(design.vpnGateways, {id.value}, [&](VpnGateway& row) { row.vpc = vpc; });
    if (const Endpoint* endpoint = design.endpoints.find({id.value})) {
        if (endpoint->vpc == vpc) return {};
        return change(design.endpoints, {id.value}, [&](Endpoint& row) {
            row.vpc = vpc;
            row.subnets.clear();
            row.securityGroups.clear();
            row.routeTables.clear();
            if (subnet && row.type != EndpointType::Gateway) row.subnets = {subnet->id};
        });
    }
    if (design.resources.find({id.value}))
        return change(design.resources, {id.value}, [&](ServiceResource& row) { row.region = region; });
    if (design.transitGateways.find({id.value}))
        return change(design.transitGateways, {id.value}, [&](TransitGateway& row) { row.region = region; });
    if (design.vpcs.find({id.value})) return change(design.vpcs, {id.value}, [&](Vpc& row) { row.region = region; });
    if (design.endpointServices.find({id.value}))
        return change(design.endpointServices, {id.value}, [&](EndpointService& row) { row.region = region; });
    if (const AvailabilityZone* zone = design.availabilityZones.find({id.value}); zone && zone->region != region)
        return fail("A zone belongs to its Region and stays in it.");
    if (design.resolverEndpoints.find({id.value}))
        return intoVpc(design, &Design::resolverEndpoints, Id<ResolverEndpoint>{id.value}, vpc);
    if (design.resourceGateways.find({id.value}))
        return intoVpc(design, &Design::resourceGateways, Id<ResourceGateway>{id.value}, vpc);
    return {};
}

/// The box moved up or down so far that a card there is level with all the subnets, which it spans then.
Box levelWith(const Design& design, const std::vector<Id<Subnet>>& subnets, Box box) {
    int top = -farAway;
    int bottom = farAway;
    for (const Id<Subnet>& id : subnets)
        if (const Placement* placed = design.placements.find({id.value})) {
            top = std::max(top, placed->y + measure::subnet.top);
            bottom = std::min(bottom, placed->box().bottom() - measure::subnet.bottom);
        }
    box.y = std::max(top, std::min(box.y, bottom - box.height));
    return box;
}

/// Puts a drawn thing into a frame, centred there: into the given subnets, or where it lands by itself.
Status moveTo(Design& design, const AnyId& id, const AnyId& frame, Point centre,
              const std::optional<std::vector<Id<Subnet>>>& alone) {
    const Placement* placed = design.placements.find({id.value});
    if (!placed) return fail(id.value + " is gone.");
    if (placed->locked) return fail(nameOf(design, id) + " is locked.");
    const Box before = placed->box();
    std::vector<AnyId> frames;
    for (AnyId at = frame; at; at = standpointOf(design, at).frame) frames.push_back(at);
    const Result<AnyId> fitting = frameFor(design, id, frames);
    if (!fitting) return tl::unexpected<Error>(fitting.error());
    const Design previous = design;
    const auto subnets = alone ? *alone : landingOf(design, id, {fitting->value}).subnets;
    if (Status put = putInto(design, id, *fitting, centre, subnets); !put) return put;
    Box wanted = before.moved(centre.x - before.centre().x, centre.y - before.centre().y);
    if (subnets.size() > 1) wanted = levelWith(design, subnets, wanted);
    restand(previous, design, {{id.value, wanted}});
    return {};
}

template <class... Rows>
bool isOneOf(const Design& design, const AnyId& id, IdOf<Rows...>) {
    return ((design.*tableOf<Rows>()).find({id.value}) || ...);
}

}  // namespace

Edit removeThings(std::set<std::string> ids) {
    return Edit("Delete " + listed(ids), [=](Design& design) -> Status {
        std::set<std::string> there;
        for (const std::string& id : ids)
            if (contains(design, AnyId(id))) there.insert(id);
        if (there.empty()) return fail("There is nothing to delete.");
        const Design before = design;
        design = withoutRows(std::move(design), there);
        if (auto bands = bandsLeftEmpty(before, design); !bands.empty())
            design = withoutRows(std::move(design), std::move(bands));
        Settler::drawIn(before, design);
        return {};
    });
}

Edit rename(AnyId id, std::string name) {
    return Edit("Rename " + id.value, [=](Design& design) -> Status {
        Status status = mustBe(design, id);
        forEachTable([&]<class Row>(Table<Row> Design::*table) {
            const Row* found = (design.*table).find({id.value});
            if (!found) return;
            if constexpr (requires(Row row) { row.name = name; }) {
                Row row = *found;
                row.name = name;
                (design.*table).put(std::move(row));
            } else if constexpr (std::is_same_v<Row, Note>) {
                Note row = *found;
                row.text = name;
                (design.*table).put(std::move(row));
            } else if constexpr (std::is_same_v<Row, Region>) {
                if (name.empty()) {
                    status = fail("Say a Region code such as us-east-1.");
                    return;
                }
                Region row = *found;
                row.code = name;
                (design.*table).put(std::move(row));
            }
        });
        return status;
    });
}

Edit moveThings(std::set<std::string> ids, int dx, int dy, std::string gesture) {
    return Edit(
        "Move " + listed(ids),
        [=](Design& design) -> Status {
            std::set<std::string> movable;
            for (const std::string& id : ids) {
                const Placement* at = design.placements.find({id});
                if (at && !at->locked) movable.insert(id);
            }
            if (movable.empty()) return fail("Nothing of this can be moved.");
            // Sideways a subnet stays level with the others.
            const auto level = dy == 0 ? movable : withLevelSubnets(design, movable);
            for (const std::string& id : level)
                if (const Placement* at = design.placements.find({id}); at && at->locked)
                    return fail(nameOf(design, AnyId(id)) + " is locked, and a card stands in it as well.");
            Settler settler(design);
            if (level.size() > movable.size()) {
                settler.move(level, 0, dy);
                if (dx != 0) settler.move(movable, dx, 0);
            } else {
                settler.move(movable, dx, dy);
            }
            settler.finish();
            return {};
        },
        std::move(gesture));
}

Edit resizeThing(AnyId id, Box box, std::string gesture) {
    return Edit(
        "Resize " + id.value,
        [=](Design& design) -> Status {
            const Placement* at = design.placements.find({id.value});
            if (!at) return fail(id.value + " is gone.");
            if (at->locked) return fail(nameOf(design, id) + " is locked.");
            const Standing standing = standpointOf(design, id).standing;
            if (standing == Standing::Border || standing == Standing::Glyph)
                return fail("The sign of this " + std::string(nounOf(design, id)) + " has one size.");
            if (const auto subnets = subnetsUnder(design, id, box)) {
                const AnyId home(subnets->front());
                const Design previous = design;
                if (Status put = putInto(design, id, home, box.centre(), *subnets); !put) return put;
                restand(previous, design, {{id.value, box}});
                return {};
            }
            Settler settler(design);
            settler.resize(id.value, box);
            settler.finish();
            return {};
        },
        std::move(gesture));
}

Edit dropInto(AnyId id, AnyId frame, Point centre) {
    return Edit("Move " + id.value,
                [=](Design& design) -> Status { return moveTo(design, id, frame, centre, std::nullopt); });
}

Edit dropAlone(AnyId id, AnyId frame, Point centre) {
    return Edit("Move " + id.value, [=](Design& design) -> Status {
        const bool isSubnet = design.subnets.find({frame.value}) != nullptr;
        return moveTo(design, id, frame, centre,
                      isSubnet ? std::vector{Id<Subnet>{frame.value}} : std::vector<Id<Subnet>>{});
    });
}

Edit standIn(AnyId thing, Id<Subnet> subnet) {
    return Edit("Move " + thing.value + " to " + subnet.value, [=](Design& design) -> Status {
        const Placement* frame = design.placements.find({subnet.value});
        if (frame && design.placements.find({thing.value}))
            return moveTo(design, thing, subnet, frame->box().centre(), std::vector{subnet});
        return putInto(design, thing, subnet, {}, {subnet});
    });
}

Edit connect(AnyId from, AnyId to, std::string id) {
    return Edit("Add flow", [=](Design& design) -> Status {
        if (Status there = mustBe(design, from); !there) return there;
        if (Status there = mustBe(design, to); !there) return there;
        if (from == to) return fail("A flow leads from one thing to another.");
        if (!isOneOf(design, from, FlowSource{}))
            return fail(nameOf(design, from) +
                        " calls nobody: a flow starts at a workload, load balancer, client or role.");
        if (!isOneOf(design, to, FlowTarget{}))
            return fail(
                "A flow leads to a service, workload or load balancer; the endpoint on the way is found by itself.");
        for (const Flow& other : design.flows)
            if (other.from.value == from.value && other.to.value == to.value)
                return fail("There is a flow from " + nameOf(design, from) + " to " + nameOf(design, to) + " already.");
        Flow flow;
        flow.id = {id};
        flow.from.value = from.value;
        flow.to.value = to.value;
        if (const ServiceResource* target = design.resources.find({to.value})) {
            flow.actions = usual::actions(target->service);
            if (design.clients.find({from.value})) flow.intent = FlowIntent::Any;
        } else {
            flow.intent = FlowIntent::Any;
        }
        design.flows.put(std::move(flow));
        return {};
    });
}

}  // namespace gw::edits
