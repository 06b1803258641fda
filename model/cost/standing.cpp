#include "model/cost/standing.h"

#include "model/catalog/catalog.h"

namespace gw {
namespace {

/// US dollars of a month for `count` units that are billed by the hour.
std::optional<double> monthOf(std::string_view item, std::string_view region, std::size_t count) {
    if (count == 0) return 0;
    const auto hour = Catalog::builtIn().price(item, region);
    if (!hour) return std::nullopt;
    return hour->price.usd * hoursPerMonth * static_cast<double>(count);
}

std::string_view regionOf(const Network& network, const Id<Vpc>& id) {
    const Vpc* vpc = find(network.design(), id);
    return vpc ? network.regionOf(*vpc) : std::string_view{};
}

}  // namespace

std::optional<double> standingCostOf(const Network& network, const Endpoint& endpoint) {
    const std::string_view region = regionOf(network, endpoint.vpc);
    switch (endpoint.type) {
        case EndpointType::Gateway:
            return 0;
        case EndpointType::Interface:
            return monthOf("interface_endpoint.hour", region, endpoint.subnets.size());
        case EndpointType::GatewayLoadBalancer:
            return monthOf("gwlb_endpoint.hour", region, endpoint.subnets.size());
        case EndpointType::Resource:
        case EndpointType::ServiceNetwork:
        case EndpointType::Tunnel:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<double> standingCostOf(const Network& network, const NatGateway& gateway) {
    // No source gives the price of a regional gateway (FACTS F-381).
    if (gateway.availability == NatAvailability::Regional) return std::nullopt;
    const std::string_view region = regionOf(network, gateway.vpc);
    const auto hours = monthOf("nat_gateway.hour", region, 1);
    const auto addresses = monthOf("public_ipv4.hour", region, gateway.elasticIps.size());
    if (!hours || !addresses) return std::nullopt;
    return *hours + *addresses;
}

std::optional<double> standingCostOf(const Network& network) {
    double sum = 0;
    const auto add = [&](const auto& row) {
        const auto usd = standingCostOf(network, row);
        if (usd) sum += *usd;
        return usd.has_value();
    };
    for (const Endpoint& endpoint : network.design().endpoints)
        if (!add(endpoint)) return std::nullopt;
    for (const NatGateway& gateway : network.design().natGateways)
        if (!add(gateway)) return std::nullopt;
    return sum;
}

}  // namespace gw
