#include "model/check/needs.h"

#include <algorithm>

namespace gw {

bool isWanted(const Flow& flow) {
    return flow.intent != FlowIntent::Blocked;
}

const ServiceResource* serviceOf(const Design& design, const Flow& flow) {
    return find(design, Id<ServiceResource>{flow.to.value});
}

const Workload* callerOf(const Design& design, const Flow& flow) {
    return find(design, Id<Workload>{flow.from.value});
}

bool hasEndpoint(const Network& network, const Id<Vpc>& vpc, std::string_view service) {
    return std::ranges::any_of(network.endpointsOf(vpc),
                               [&](const Endpoint* endpoint) { return endpoint->service == service; });
}

std::string_view serviceRegionOf(const Network& network, const Endpoint& endpoint) {
    if (!endpoint.serviceRegion.empty()) return endpoint.serviceRegion;
    const Vpc* vpc = find(network.design(), endpoint.vpc);
    return vpc ? network.regionOf(*vpc) : std::string_view{};
}

std::vector<const Flow*> needsOf(const Facts& facts, const Endpoint& endpoint) {
    std::vector<const Flow*> found;
    if (endpoint.service.empty()) return found;
    const std::string_view region = serviceRegionOf(facts.network(), endpoint);
    for (const Flow* flow : facts.network().needs(endpoint.vpc, endpoint.service)) {
        const ServiceResource* target = serviceOf(facts.design(), *flow);
        const std::string_view there = facts.network().regionOf(*target);
        if (there.empty() || there == region) found.push_back(flow);
    }
    return found;
}

std::vector<const Flow*> onPremisesNeeds(const Facts& facts, std::string_view service) {
    std::vector<const Flow*> found;
    for (const OnPremisesNetwork& office : facts.design().onPremisesNetworks)
        for (const Flow* flow : facts.network().flowsFrom(office.id))
            if (const ServiceResource* target = serviceOf(facts.design(), *flow);
                isWanted(*flow) && target && target->service == service)
                found.push_back(flow);
    return found;
}

std::vector<const Workload*> callersOf(const Design& design, const std::vector<const Flow*>& flows) {
    std::vector<const Workload*> callers;
    for (const Flow* flow : flows)
        if (const Workload* caller = callerOf(design, *flow);
            caller && std::ranges::find(callers, caller) == callers.end())
            callers.push_back(caller);
    return callers;
}

bool goesThrough(const Trace& trace, const AnyId& thing) {
    return std::ranges::find(trace.via, thing) != trace.via.end();
}

bool asksPublicAddress(const Trace& trace) {
    return std::ranges::find(trace.blockers, "ADDRESS_NOT_OWNED", &Blocker::code) == trace.blockers.end();
}

namespace {

template <class Row>
const Row* firstOn(const Design& design, const Trace& trace) {
    for (const AnyId& id : trace.via)
        if (const Row* row = find(design, Id<Row>{id.value})) return row;
    return nullptr;
}

}  // namespace

const InternetGateway* internetGatewayOn(const Design& design, const Trace& trace) {
    return firstOn<InternetGateway>(design, trace);
}

const NatGateway* natGatewayOn(const Design& design, const Trace& trace) {
    return firstOn<NatGateway>(design, trace);
}

const Endpoint* endpointOn(const Design& design, const Trace& trace) {
    return firstOn<Endpoint>(design, trace);
}

std::string listOf(const std::vector<std::string>& names) {
    if (names.empty()) return {};
    if (names.size() == 1) return names[0];
    if (names.size() == 2) return names[0] + " and " + names[1];
    return names[0] + ", " + names[1] + " and " + std::to_string(names.size() - 2) + " more";
}

}  // namespace gw
