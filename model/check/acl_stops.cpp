#include "model/check/acl_stops.h"

#include <algorithm>
#include <map>

#include "model/check/needs.h"
#include "model/check/words.h"

namespace gw {
namespace {

bool guards(const Network& network, const NetworkAcl& acl, const std::vector<Id<Subnet>>& subnets) {
    return std::ranges::any_of(subnets, [&](const Id<Subnet>& id) {
        const Subnet* subnet = find(network.design(), id);
        return subnet && network.networkAclOf(*subnet) == &acl;
    });
}

struct Stopped {
    AclPlace place = AclPlace::Request;
    std::vector<AclOpening> openings{};
};

/// Where the ACL stops the flow: at each end that it stands at and does not let everything pass.
std::vector<Stopped> stopsOf(const Situation& situation, const NetworkAcl& acl, bool isReply) {
    const bool byGateway = std::ranges::any_of(situation.trace.via, [&](const AnyId& id) {
        const Endpoint* endpoint = find(situation.design(), Id<Endpoint>{id.value});
        return endpoint && endpoint->type == EndpointType::Gateway;
    });
    std::vector<Stopped> stops;
    for (const bool atCaller : {true, false}) {
        const AclPass pass = isReply ? (atCaller ? AclPass::ReplyIn : AclPass::ReplyOut)
                                     : (atCaller ? AclPass::CallOut : AclPass::CallIn);
        std::vector<AclOpening> openings = aclOpenings(situation, acl, pass);
        if (openings.empty()) continue;
        AclPlace place = isReply ? AclPlace::Reply : AclPlace::Request;
        if (atCaller && byGateway) place = AclPlace::Gateway;
        if (!atCaller && situation.endpoint) place = AclPlace::Endpoint;
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
    for (const FlowFacts& each : facts.flows()) {
        const Trace& trace = each.trace;
        const Flow* flow = &each.flow;
        if (!isWanted(*flow)) continue;
        for (const Blocker& blocker : trace.blockers) {
            const NetworkAcl* acl = find(design, Id<NetworkAcl>{blocker.subject.value});
            if (!acl || !isAclCode(blocker.code)) continue;
            const bool isReply = blocker.code.starts_with("ACL_RETURN");
            // What takes ports for others is a finding of its own (ACL017).
            if (place == AclPlace::Reply && blocker.code == "ACL_RETURN_PARTIAL" &&
                !remapperAt(facts, *acl, *flow, trace).value.empty())
                continue;
            for (const Stopped& stopped : stopsOf(Situation(facts.network(), *flow, trace), *acl, isReply)) {
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
    sorted.reserve(stops.size());
    for (auto& [id, stop] : stops) sorted.push_back(std::move(stop));
    return sorted;
}

AnyId remapperAt(const Facts& facts, const NetworkAcl& acl, const Flow& flow, const Trace& trace) {
    const Design& design = facts.design();
    if (const NatGateway* nat = natGatewayOn(design, trace); nat && guards(facts.network(), acl, {nat->subnet}))
        return nat->id;
    const Workload* caller = gw::callerOf(design, flow);
    if (caller && caller->workloadKind == WorkloadKind::Lambda && guards(facts.network(), acl, caller->subnets))
        return caller->id;
    const LoadBalancer* balancer = find(design, Id<LoadBalancer>{flow.from.value});
    return balancer && guards(facts.network(), acl, balancer->subnets) ? AnyId(balancer->id) : AnyId{};
}

std::string callersOf(const Facts& facts, const AclStop& stop) {
    return facts.name(stop.flows.front()->from) + andMore(stop.flows.size());
}

std::vector<Fix> openingsFor(const Facts& facts, const AclStop& stop) {
    return {reviewedFix("Let " + callersOf(facts, stop) + " pass " + facts.name(stop.acl->id),
                        inOrder({}, opened(*stop.acl, stop.openings)))};
}

}  // namespace gw
