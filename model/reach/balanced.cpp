#include "model/reach/balanced.h"

#include <algorithm>

#include "model/reach/assumptions.h"
#include "model/reach/balancing.h"
#include "model/reach/listening.h"

namespace gw {
namespace {

using std::string;

/// How far from an answer: what is not known may be one, what is let through in part is one for some.
int distanceOf(const std::vector<Ruling>& rulings) {
    int distance = 0;
    for (const Ruling& each : rulings)
        distance = std::max(distance, each.outcome != Outcome::Blocked ? 1 : each.part.empty() ? 3 : 2);
    return distance;
}

/// The load balancers of an endpoint service, of which any may take the call.
std::vector<Ruling> judgeProvider(const Network& network, const EndpointService& service, const Endpoint& endpoint,
                                  const BalancedCall& call, const PacketSet& packets) {
    if (endpoint.type != EndpointType::Interface) return {};
    const Design& design = network.design();
    std::optional<std::vector<Ruling>> best;
    for (const auto& id : service.loadBalancers) {
        const LoadBalancer* balancer = find(design, id);
        if (!balancer) continue;
        auto rulings = balancer->loadBalancerKind == LoadBalancerKind::Network
                           ? Balancing(network, *balancer, call).judge(packets)
                           : std::vector{judgedAtService(*balancer, Code::BalancerKind, Outcome::Blocked)};
        if (!best || distanceOf(rulings) < distanceOf(*best)) best = std::move(rulings);
    }
    if (best) return *std::move(best);
    if (assumptionOf(design, assumed::passes, service.id.value) == "yes") return {};
    return {judgedAtService(service, Code::BalancerNotKnown, Outcome::Unknown,
                            "Which load balancer stands behind " + string(labelOf(service)) + ".")};
}

std::vector<Ruling> rulingsAt(const Network& network, const Flow& flow, const BalancedCall& call, const Answer& answer,
                              const PacketSet& packets) {
    const Design& design = network.design();
    if (const LoadBalancer* balancer = find(design, Id<LoadBalancer>{flow.to.value}))
        return Balancing(network, *balancer, call).judge(packets);
    const EndpointService* provider = find(design, Id<EndpointService>{flow.to.value});
    return provider && answer.endpoint ? judgeProvider(network, *provider, *answer.endpoint, call, packets)
                                       : std::vector<Ruling>{};
}

}  // namespace

void judgeAnswering(const Network& network, const Flow& flow, const Call& call, const End& source, const Answer& answer,
                    Branch& branch) {
    if (const Workload* workload = find(network.design(), Id<Workload>{flow.to.value})) {
        if (auto ruling = judgeListening(*workload, call, branch.packets)) branch.add(*std::move(ruling));
        return;
    }
    End caller = source;
    PacketSet packets = branch.packets;
    const bool isTranslated = !branch.translatedTo.empty();
    if (branch.road == Road::Internet && source.vpc) {
        caller.addresses = publicAddresses(call.family);
        caller.isFrame = true;
    } else if (isTranslated) {
        caller.addresses = branch.translatedTo;
        caller.groups.clear();
        packets = packetsOf(call, caller, answer.end);
    }
    const BalancedCall balanced{call, caller, answer.end.subnet, answer.endpoint != nullptr};
    for (Ruling& ruling : rulingsAt(network, flow, balanced, answer, packets)) {
        // What is said of the packets behind a gateway is not said of the caller's.
        if (isTranslated && !ruling.part.empty()) {
            branch.partly = true;
            ruling.part = branch.packets;
        }
        branch.add(std::move(ruling));
    }
}

}  // namespace gw
