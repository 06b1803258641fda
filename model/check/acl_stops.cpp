#include "model/check/acl_stops.h"

#include <algorithm>
#include <map>

#include "model/catalog/catalog.h"
#include "model/check/acl_entries.h"
#include "model/check/needs.h"
#include "model/check/words.h"
#include "model/edit/edits.h"

namespace gw {
namespace {

/// The two ends of a flow, as ACLs see them.
struct Ends {
    std::vector<const Subnet*> caller{};
    std::vector<const Subnet*> target{};
    const Endpoint* endpoint = nullptr;
    std::vector<PortRange> ports{};

    bool byGateway() const { return endpoint && endpoint->type == EndpointType::Gateway; }
};

std::vector<const Subnet*> subnetsOf(const Design& design, const std::vector<Id<Subnet>>& ids) {
    std::vector<const Subnet*> subnets;
    for (const Id<Subnet>& id : ids)
        if (const Subnet* subnet = find(design, id)) subnets.push_back(subnet);
    return subnets;
}

std::vector<const Subnet*> subnetsOf(const Design& design, const AnyId& thing) {
    if (const Workload* workload = find(design, Id<Workload>{thing.value})) return subnetsOf(design, workload->subnets);
    if (const LoadBalancer* balancer = find(design, Id<LoadBalancer>{thing.value}))
        return subnetsOf(design, balancer->subnets);
    return {};
}

std::vector<PortRange> portsOf(const Design& design, const Flow& flow) {
    if (flow.port) return {*flow.port};
    if (const Workload* target = find(design, Id<Workload>{flow.to.value})) return {target->ports};
    const ServiceResource* target = find(design, Id<ServiceResource>{flow.to.value});
    const Service* service = target ? Catalog::builtIn().service(target->service) : nullptr;
    return service ? service->ports : std::vector{PortRange::single(443)};
}

Ends endsOf(const Design& design, const Flow& flow, const Trace& trace) {
    Ends ends{subnetsOf(design, flow.from), subnetsOf(design, flow.to), nullptr, portsOf(design, flow)};
    for (const AnyId& id : trace.via)
        if (const Endpoint* endpoint = find(design, Id<Endpoint>{id.value})) {
            ends.endpoint = endpoint;
            if (!ends.byGateway()) ends.target = subnetsOf(design, endpoint->subnets);
        }
    return ends;
}

/// Blocks of the far end: those of its subnets, or all addresses where it stands outside (a service behind a gateway
/// endpoint has many blocks, and an ACL takes no prefix list, FACTS F-260 and F-264).
std::vector<Cidr> blocksOf(const std::vector<const Subnet*>& subnets) {
    std::vector<Cidr> blocks;
    for (const Subnet* subnet : subnets)
        if (subnet->cidr && !std::ranges::count(blocks, *subnet->cidr)) blocks.push_back(*subnet->cidr);
    return blocks.empty() ? std::vector{Cidr()} : blocks;
}

bool uses(const Network& network, const std::vector<const Subnet*>& subnets, const NetworkAcl& acl) {
    return std::ranges::any_of(subnets, [&](const Subnet* subnet) { return network.networkAclOf(*subnet) == &acl; });
}

bool concerns(const NetworkAclEntry& entry, const NetworkAclEntry& wanted) {
    return (entry.protocol.covers(wanted.protocol)) && entry.cidr.overlaps(wanted.cidr) &&
           (!entry.protocol.hasPorts() || entry.ports.overlaps(wanted.ports));
}

/// The number of the first entry that denies some of what is wanted; behind all entries where the end of the list does.
int firstDenial(const NetworkAcl& acl, const AclOpening& wanted) {
    int first = lastAclNumber + 1;
    for (const NetworkAclEntry& entry : entriesOf(acl, wanted.direction))
        if (entry.action == AclAction::Deny && concerns(entry, wanted.entry)) first = std::min(first, entry.number);
    return first;
}

/// Whether one entry lets all of it pass before any denies some of it.
bool isOpen(const NetworkAcl& acl, const AclOpening& wanted) {
    const int denial = firstDenial(acl, wanted);
    return std::ranges::any_of(entriesOf(acl, wanted.direction), [&](const NetworkAclEntry& entry) {
        return entry.action == AclAction::Allow && entry.number < denial &&
               entry.protocol.covers(wanted.entry.protocol) && entry.cidr.contains(wanted.entry.cidr) &&
               (!entry.protocol.hasPorts() || entry.ports.contains(wanted.entry.ports));
    });
}

/// What the ACL must let pass at one end, for the call or for its answer, and does not.
std::vector<AclOpening> missing(const NetworkAcl& acl, const Flow& flow, const Ends& ends, bool atCaller,
                                bool isReply) {
    const Direction direction = atCaller == isReply ? Direction::In : Direction::Out;
    const std::vector<PortRange> ports = isReply ? std::vector{ephemeralPorts} : ends.ports;
    std::vector<AclOpening> openings;
    for (const Cidr& block : blocksOf(atCaller ? ends.target : ends.caller))
        for (const PortRange& range : ports) {
            const AclOpening wanted{direction, {.protocol = flow.protocol, .ports = range, .cidr = block}};
            if (!isOpen(acl, wanted)) openings.push_back(wanted);
        }
    return openings;
}

struct Stopped {
    AclPlace place = AclPlace::Request;
    std::vector<AclOpening> openings{};
};

/// Where the ACL stops the flow: at each end that it stands at and does not let everything pass.
std::vector<Stopped> stopsOf(const Facts& facts, const NetworkAcl& acl, const Flow& flow, const Ends& ends,
                             bool isReply) {
    std::vector<Stopped> stops;
    for (const bool atCaller : {true, false}) {
        if (!uses(facts.network(), atCaller ? ends.caller : ends.target, acl)) continue;
        std::vector<AclOpening> openings = missing(acl, flow, ends, atCaller, isReply);
        if (openings.empty()) continue;
        AclPlace place = isReply ? AclPlace::Reply : AclPlace::Request;
        if (atCaller && ends.byGateway()) place = AclPlace::Gateway;
        if (!atCaller && ends.endpoint) place = AclPlace::Endpoint;
        stops.push_back({place, std::move(openings)});
    }
    return stops;
}

bool isAclCode(std::string_view code) {
    return code == "ACL_OUT_DENY" || code == "ACL_IN_DENY" || code == "ACL_RETURN_DENY" || code == "ACL_RETURN_PARTIAL";
}

}  // namespace

std::vector<AclStop> aclStops(const Facts& facts, AclPlace place) {
    const Design& design = facts.design();
    std::map<std::string, AclStop> stops;
    for (const Trace& trace : facts.traces()) {
        const Flow* flow = find(design, trace.flow);
        if (flow->intent == FlowIntent::Blocked) continue;
        for (const Blocker& blocker : trace.blockers) {
            const NetworkAcl* acl = find(design, Id<NetworkAcl>{blocker.subject.value});
            if (!acl || !isAclCode(blocker.code)) continue;
            const bool isReply = blocker.code.starts_with("ACL_RETURN");
            // What takes ports for others is a finding of its own (ACL017).
            if (place == AclPlace::Reply && blocker.code == "ACL_RETURN_PARTIAL" &&
                !remapperAt(facts, *acl, *flow, trace).value.empty())
                continue;
            for (const Stopped& stopped : stopsOf(facts, *acl, *flow, endsOf(design, *flow, trace), isReply)) {
                if (stopped.place != place) continue;
                AclStop& stop = stops[acl->id.value];
                stop.acl = acl;
                stop.isPartial = stop.isPartial || blocker.code == "ACL_RETURN_PARTIAL";
                if (!std::ranges::count(stop.flows, flow)) stop.flows.push_back(flow);
                for (const AclOpening& opening : stopped.openings)
                    if (!std::ranges::count(stop.openings, opening)) stop.openings.push_back(opening);
            }
        }
    }
    std::vector<AclStop> sorted;
    for (auto& [id, stop] : stops) sorted.push_back(std::move(stop));
    return sorted;
}

AnyId remapperAt(const Facts& facts, const NetworkAcl& acl, const Flow& flow, const Trace& trace) {
    const Design& design = facts.design();
    const auto guards = [&](const std::vector<const Subnet*>& subnets) { return uses(facts.network(), subnets, acl); };
    if (const NatGateway* nat = natGatewayOn(design, trace); nat && guards(subnetsOf(design, std::vector{nat->subnet})))
        return nat->id;
    const Workload* caller = gw::callerOf(design, flow);
    const bool remaps =
        (caller && caller->workloadKind == WorkloadKind::Lambda) || find(design, Id<LoadBalancer>{flow.from.value});
    return remaps && guards(subnetsOf(design, flow.from)) ? AnyId(flow.from) : AnyId{};
}

std::string callersOf(const Facts& facts, const AclStop& stop) {
    return facts.name(stop.flows.front()->from) + andMore(stop.flows.size());
}

std::vector<Fix> openingsFor(const Facts& facts, const AclStop& stop) {
    std::map<Direction, std::vector<int>> taken;
    for (const Direction direction : {Direction::In, Direction::Out})
        taken[direction] = numbersOf(*stop.acl, direction);
    std::vector<Edit> steps;
    for (const AclOpening& opening : stop.openings) {
        NetworkAclEntry entry = opening.entry;
        entry.number = freeNumberBefore(firstDenial(*stop.acl, opening), taken[opening.direction]);
        if (entry.number == 0) return {};
        taken[opening.direction].push_back(entry.number);
        steps.push_back(edits::addAclEntry(stop.acl->id, opening.direction, std::move(entry)));
    }
    return {reviewedFix("Let " + callersOf(facts, stop) + " pass " + facts.name(stop.acl->id),
                        inOrder({}, std::move(steps)))};
}

}  // namespace gw
