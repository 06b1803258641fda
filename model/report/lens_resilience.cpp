#include "model/check/zones.h"
#include "model/design/references.h"
#include "model/report/lens_content.h"

namespace gw {
namespace {

using Zones = std::set<Id<AvailabilityZone>>;

LensMark markOf(const Design& design, const Zones& zones) {
    if (zones.empty()) return {};
    const std::string count = std::to_string(zones.size());
    if (zones.size() == 1) {
        const std::string name = nameOf(design, *zones.begin());
        return {Tone::Caution, "1", name + " only", "It stands in " + name + " alone and fails with it."};
    }
    return {Tone::Good, count, count + " zones", {}};
}

Zones zonesOfVpc(const Network& network, const Id<Vpc>& vpc) {
    Zones zones;
    for (const Subnet* subnet : network.subnetsOf(vpc))
        if (subnet->zone) zones.insert(subnet->zone);
    return zones;
}

}  // namespace

LensContent resilienceContent(const Facts& facts) {
    const Design& design = facts.design();
    LensContent content;
    std::size_t alone = 0;
    const auto add = [&](const AnyId& id, const Zones& zones) {
        alone += zones.size() == 1 ? 1U : 0U;
        content.marks[id] = markOf(design, zones);
    };
    // What AWS keeps up in all zones by itself has no number.
    const auto keep = [&](const auto& table) {
        for (const auto& row : table) content.marks.try_emplace(row.id);
    };
    keep(design.internetGateways);
    keep(design.egressOnlyGateways);
    keep(design.vpnGateways);
    keep(design.transitGateways);
    keep(design.peeringConnections);
    for (const Workload& workload : design.workloads) add(workload.id, zonesOf(design, workload.subnets));
    for (const LoadBalancer& balancer : design.loadBalancers) add(balancer.id, zonesOf(design, balancer.subnets));
    for (const Endpoint& endpoint : design.endpoints) add(endpoint.id, zonesOf(design, endpoint.subnets));
    for (const ResolverEndpoint& endpoint : design.resolverEndpoints)
        add(endpoint.id, zonesOf(design, endpoint.subnets));
    for (const NatGateway& gateway : design.natGateways)
        add(gateway.id, gateway.availability == NatAvailability::Regional
                            ? zonesOfVpc(facts.network(), gateway.vpc)
                            : zonesOf(design, std::vector{gateway.subnet}));
    content.headline = alone == 0   ? "Nothing stands in one zone alone"
                       : alone == 1 ? "1 thing stands in one zone alone"
                                    : std::to_string(alone) + " things stand in one zone alone";
    content.legend = {{Tone::Good, "2+", "zones it stands in"}, {Tone::Caution, "1", "one zone alone"}};
    return content;
}

}  // namespace gw
