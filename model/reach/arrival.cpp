#include <algorithm>

#include "model/reach/walk.h"

namespace gw {
namespace {

/// Zones in which endpoints to services of other Regions cannot stand (FACTS F-077).
bool isWithoutCrossRegion(std::string_view zoneId) {
    return zoneId == "use1-az3" || zoneId == "usw1-az2" || zoneId == "apne1-az3" || zoneId == "apne2-az2" ||
           zoneId == "apne2-az4";
}

}  // namespace

/// Replies to an address of another VPC leave this one by the gateway by which the call came.
Ruling Walk::noWayBack(const Position& at, const Subnet& subnet) const {
    Ruling ruling;
    ruling.stage = Stage::Response;
    ruling.code = Code::TgwNoReturn;
    ruling.outcome = Outcome::Blocked;
    ruling.hop = target_.id;
    ruling.subject = at.backBy;
    ruling.subjectName = at.backBy;
    if (const TransitGateway* gateway = find(network_.design(), Id<TransitGateway>{std::string(at.backBy)}))
        ruling.subjectName = labelOf(*gateway);
    ruling.other = labelOf(subnet);
    return ruling;
}

Ruling Walk::notOwned(Stage stage, std::string_view hop) const {
    Ruling ruling;
    ruling.stage = stage;
    ruling.code = Code::AddressNotOwned;
    ruling.outcome = Outcome::Blocked;
    ruling.hop = hop;
    ruling.subject = target_.id;
    ruling.subjectName = target_.name;
    return ruling;
}

Ruling Walk::loopAt(const Position& at, const RouteChoice& choice) const {
    Ruling ruling = judgeRoute(choice, *at.source.subnet, at.source, target_);
    ruling.stage = Stage::Middle;
    ruling.code = Code::RouteLoop;
    ruling.outcome = Outcome::Blocked;
    return ruling;
}

void Walk::takeGatewayEndpoint(Branch branch, const Position& at, const RouteChoice& choice) {
    const Endpoint& endpoint = *choice.endpoint;
    branch.road = Road::GatewayEndpoint;
    branch.endpoint = &endpoint;
    Ruling ruling;
    ruling.stage = Stage::GatewayEndpoint;
    ruling.hop = endpoint.id.value;
    ruling.subject = endpoint.id.value;
    ruling.subjectName = labelOf(endpoint);
    ruling.other = at.source.vpc ? labelOf(*at.source.vpc) : std::string_view{};
    ruling.code = Code::GwepPassed;
    if (call_.protocol != Protocol::tcp()) {
        ruling.code = Code::GwepProtocol;
        ruling.outcome = Outcome::Blocked;
    } else if (!at.backBy.empty()) {
        // Nobody outside its VPC can use a gateway endpoint (FACTS F-070).
        ruling.code = Code::GwepRemoteSource;
        ruling.outcome = Outcome::Blocked;
    } else if (at.source.vpc && at.source.vpc->dnsServers.empty() && !at.source.vpc->dnsHostnames) {
        ruling.code = Code::GwepHostnamesOff;
        // AWS's pages ask for hostnames, and the API for them where the record type is not the default alone (FACTS
        // F-038, F-105): routes lead to the endpoint all the same, which is a warning (FACTS F-399).
        const bool isDefault = endpoint.dnsRecordIpType == DnsRecordIpType::Default ||
                               endpoint.dnsRecordIpType == DnsRecordIpType::ServiceDefined;
        if (!isDefault) ruling.outcome = Outcome::Unknown;
    }
    branch.add(std::move(ruling));
    reply(branch, at);
    finish(std::move(branch));
}

/// Whether the endpoint hands calls on: available, of a protocol it carries, in a zone of the service behind it.
Ruling Walk::judgeEndpoint(const Endpoint& endpoint) const {
    Ruling ruling;
    ruling.stage = Stage::Service;
    ruling.code = Code::VpceReady;
    ruling.hop = ruling.subject = endpoint.id.value;
    ruling.subjectName = labelOf(endpoint);
    if (endpoint.state != EndpointState::Available)
        ruling.code = Code::VpceState;
    else if (!carriesCall(endpoint))
        ruling.code = Code::VpceProtocol;
    else if (!servesZone(endpoint, *target_.subnet))
        ruling.code = Code::VpceAz;
    if (ruling.code != Code::VpceReady) ruling.outcome = Outcome::Blocked;
    return ruling;
}

/// No endpoint answers a ping; only endpoint services of a Network Load Balancer carry UDP (FACTS F-024, F-058, F-060).
bool Walk::carriesCall(const Endpoint& endpoint) const {
    const bool toOwnService = find(network_.design(), Id<EndpointService>{endpoint.target.value}) != nullptr;
    return call_.protocol == Protocol::tcp() || (toOwnService && call_.protocol.hasPorts());
}

/// An endpoint service answers in the zones of its load balancers (FACTS F-080); services of AWS in all, but from other
/// Regions not in every one (FACTS F-077).
bool Walk::servesZone(const Endpoint& endpoint, const Subnet& subnet) const {
    const Design& design = network_.design();
    const Vpc* vpc = find(design, endpoint.vpc);
    if (vpc && !endpoint.serviceRegion.empty() && endpoint.serviceRegion != network_.regionOf(*vpc)) {
        const AvailabilityZone* zone = find(design, subnet.zone);
        return !zone || !isWithoutCrossRegion(zone->zoneId);
    }
    const EndpointService* service = find(design, Id<EndpointService>{endpoint.target.value});
    if (!service || service->loadBalancers.empty() || !subnet.zone) return true;
    for (const auto& id : service->loadBalancers)
        if (const LoadBalancer* balancer = find(design, id))
            for (const auto& each : balancer->subnets)
                if (const Subnet* home = find(design, each); home && sameZone(design, *home, subnet)) return true;
    return false;
}

}  // namespace gw
