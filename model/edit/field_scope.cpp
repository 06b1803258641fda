#include "model/edit/field_scope.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

namespace gw {
namespace {

struct Scope {
    std::string_view key{};
    std::vector<EndpointType> types{};
};

/// Keys that are not named apply to every type.
const auto& scopes() {
    using enum EndpointType;
    static const auto all = std::to_array<Scope>({
        {"service", {Gateway, Interface}},
        {"serviceRegion", {Interface}},
        {"target", {Interface, GatewayLoadBalancer, Resource, ServiceNetwork, Tunnel}},
        {"routeTables", {Gateway}},
        {"subnets", {Interface, GatewayLoadBalancer, Resource, ServiceNetwork, Tunnel}},
        {"securityGroups", {Interface, Resource, ServiceNetwork, Tunnel}},
        {"privateDns", {Interface, Resource, ServiceNetwork}},
        {"privateDnsOnlyForInboundResolver", {Interface}},
        {"privateDnsPreference", {Resource, ServiceNetwork}},
        {"privateDnsDomains", {Resource, ServiceNetwork}},
        {"policy", {Gateway, Interface, Resource, ServiceNetwork}},
    });
    return all;
}

}  // namespace

bool isSettingOf(const Endpoint& endpoint, std::string_view key) {
    const auto* scope = std::ranges::find(scopes(), key, &Scope::key);
    if (scope != scopes().end() && std::ranges::find(scope->types, endpoint.type) == scope->types.end()) return false;
    // An interface endpoint serves AWS's service or somebody's endpoint service, never both.
    if (key == "target" && endpoint.type == EndpointType::Interface) return endpoint.service.empty();
    if (key == "service" && endpoint.type == EndpointType::Interface) return !endpoint.target;
    if (key == "privateDnsOnlyForInboundResolver") return endpoint.service == "s3";
    return true;
}

bool isSettingOf(const Workload& workload, std::string_view key) {
    using enum WorkloadKind;
    const auto isOneOf = [&](std::initializer_list<WorkloadKind> kinds) {
        return std::ranges::find(kinds, workload.workloadKind) != kinds.end();
    };
    if (key == "executionRole") return isOneOf({Ecs, Fargate, Generic});
    if (key == "elasticIps" || key == "privateIp" || key == "sourceDestinationCheck") return isOneOf({Ec2, Generic});
    if (key == "publicIp") return !isOneOf({Lambda, ElastiCache});
    if (key == "ports") return !isOneOf({Lambda});
    return true;
}

bool isSettingOf(const ServiceResource& resource, std::string_view key) {
    if (key == "blockPublicAccess") return resource.service == "s3";
    if (key == "apiType" || key == "apiAuth" || key == "customDomain") return resource.service == "execute-api";
    if (key == "apiEndpoints") return resource.service == "execute-api" && resource.apiType == ApiType::Private;
    if (key == "encryptionKey") return resource.service != "kms" && resource.service != "execute-api";
    return true;
}

}  // namespace gw
