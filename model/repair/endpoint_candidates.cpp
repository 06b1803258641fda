#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/edit/fields.h"
#include "model/reach/host_name.h"
#include "model/reach/routes.h"
#include "model/repair/recommend.h"
#include "model/repair/situation.h"

namespace gw {
namespace {

constexpr int effortOfEndpoint = 5;

/// Looks for the endpoint that should carry the call to an AWS service.
class EndpointCandidates {
public:
    explicit EndpointCandidates(const Situation& situation)
        : situation_(situation),
          design_(situation.design()),
          vpc_(*situation.caller.vpc),
          resource_(*situation.service),
          service_(Catalog::builtIn().service(situation.service->service)),
          here_(situation.network.regionOf(vpc_)),
          there_(situation.network.regionOf(resource_)) {
        if (there_.empty()) there_ = here_;
    }

    bool isOpen() const;
    std::vector<Candidate> gateway() const;
    std::vector<Candidate> interface() const;

private:
    std::string title() const { return titleOf(resource_.service); }
    End publicSide() const;
    std::vector<const RouteTable*> tables() const;
    std::vector<Candidate> newGateway() const;
    std::vector<Candidate> mend(const Endpoint& endpoint) const;
    std::vector<Candidate> newInterface() const;
    std::vector<Candidate> otherName(const Endpoint& endpoint) const;
    std::vector<Candidate> narrowerRoutes() const;
    bool serves(const Endpoint& endpoint, EndpointType type) const;
    Edit available(const Endpoint& endpoint) const { return edits::setField(endpoint.id, "state", "available"); }

    const Situation& situation_;
    const Design& design_;
    const Vpc& vpc_;
    const ServiceResource& resource_;
    const Service* service_;
    std::string_view here_;
    std::string_view there_;
};

bool EndpointCandidates::serves(const Endpoint& endpoint, EndpointType type) const {
    if (endpoint.type != type || endpoint.service != resource_.service || !isOffered(endpoint)) return false;
    const std::string_view region = endpoint.serviceRegion.empty() ? here_ : std::string_view(endpoint.serviceRegion);
    return region == there_;
}

/// The tables of the caller's subnets; nullptr among them where the design does not draw one.
std::vector<const RouteTable*> EndpointCandidates::tables() const {
    std::vector<const RouteTable*> tables;
    for (const Subnet* subnet : situation_.callerSubnets) {
        const RouteTable* table = situation_.network.routeTableOf(*subnet);
        if (std::ranges::find(tables, table) == tables.end()) tables.push_back(table);
    }
    return tables;
}

/// Whether every way of the call comes to an endpoint already.
bool EndpointCandidates::isOpen() const {
    for (const Hop& hop : situation_.trace.hops)
        for (const Step& step : hop.steps)
            if (step.stage == Stage::Dns && step.outcome != Outcome::Passed) return false;
    if (situation_.endpoint) return true;
    return std::ranges::all_of(situation_.callerSubnets, [&](const Subnet* subnet) {
        return std::ranges::all_of(routesTo(situation_.network, *subnet, publicSide(), IpFamily::V4),
                                   [](const RouteChoice& choice) { return choice.next == NextHop::GatewayEndpoint; });
    });
}

/// The public addresses of the service, as routes see them.
End EndpointCandidates::publicSide() const {
    End target;
    target.id = resource_.id.value;
    target.addresses = publicAddresses(IpFamily::V4);
    target.isFrame = true;
    target.service = resource_.service;
    target.region = there_;
    return target;
}

std::vector<Candidate> EndpointCandidates::newGateway() const {
    Endpoint endpoint;
    endpoint.id = {freeId(design_, "vpce-" + resource_.service)};
    endpoint.vpc = vpc_.id;
    endpoint.type = EndpointType::Gateway;
    endpoint.service = resource_.service;
    for (const RouteTable* table : tables()) {
        if (!table) return {};  // AWS's own main table is not drawn: there is nothing to associate
        endpoint.routeTables.push_back(table->id);
    }
    return {{inOrder("Add gateway endpoint for " + title() + " to " + situation_.name(vpc_.id),
                     {edits::addEndpoint(std::move(endpoint))}),
             effortOfEndpoint - 1}};
}

/// Routes that are more specific than the endpoint's prefix list and lead elsewhere.
std::vector<Candidate> EndpointCandidates::narrowerRoutes() const {
    std::vector<Candidate> found;
    for (const Subnet* subnet : situation_.callerSubnets)
        for (const RouteChoice& choice : routesTo(situation_.network, *subnet, publicSide(), IpFamily::V4))
            if (choice.route && choice.table && choice.next != NextHop::GatewayEndpoint)
                found.push_back({inOrder("Remove the route to " + std::string(choice.gatewayName) + " from " +
                                             situation_.name(choice.table->id),
                                         {edits::removeRoute(choice.table->id, *choice.route)}),
                                 3});
    return found;
}

std::vector<Candidate> EndpointCandidates::gateway() const {
    // Of its own Region, over TCP (FACTS F-016, F-068, F-073).
    if (!service_ || !service_->types.gateway || here_ != there_) return {};
    if (situation_.flow.protocol != Protocol::tcp()) return {};
    const Endpoint* known = nullptr;
    for (const Endpoint* each : situation_.network.endpointsOf(vpc_.id))
        if (serves(*each, EndpointType::Gateway)) known = known ? known : each;
    if (!known) return newGateway();
    if (known->state != EndpointState::Available)
        return {{inOrder("Bring " + situation_.name(known->id) + " into service", {available(*known)}), 2}};
    for (const RouteTable* table : tables())
        if (table && std::ranges::find(known->routeTables, table->id) == known->routeTables.end())
            return {{inOrder("Associate " + situation_.name(table->id) + " with " + situation_.name(known->id),
                             {edits::associateRouteTable(known->id, table->id)}),
                     1}};
    return narrowerRoutes();
}

std::vector<Candidate> EndpointCandidates::newInterface() const {
    const auto callers = situation_.allCallers();
    Endpoint endpoint;
    endpoint.id = {freeId(design_, "vpce-" + resource_.service)};
    endpoint.vpc = vpc_.id;
    endpoint.type = EndpointType::Interface;
    endpoint.service = resource_.service;
    if (here_ != there_) endpoint.serviceRegion = there_;
    endpoint.subnets = subnetsForEndpoint(situation_.network, vpc_.id, callers);
    if (endpoint.subnets.empty())
        for (const Subnet* subnet : situation_.callerSubnets) endpoint.subnets.push_back(subnet->id);
    endpoint.privateDns = service_->privateDns;
    SecurityGroup group = newGroupFor(design_, endpoint.id, vpc_.id, "Callers of");
    // Its private DNS takes the calls of the whole VPC: whoever declares a need for the service is let in.
    for (const PortRange& ports : situation_.ports)
        for (const Peer& peer : situation_.peersOf(callers)) {
            SecurityGroupRule rule;
            rule.ports = ports;
            rule.peer = peer;
            group.ingress.push_back(std::move(rule));
        }
    endpoint.securityGroups = {group.id};
    return {{inOrder("Add interface endpoint for " + title() + " to " + situation_.name(vpc_.id) +
                         ", with a security group that admits " + situation_.namesOf(callers),
                     {edits::addSecurityGroup(std::move(group)), edits::addEndpoint(std::move(endpoint))}),
             effortOfEndpoint}};
}

/// Where private DNS does not lead the caller's name to the endpoint: a name that does.
std::vector<Candidate> EndpointCandidates::otherName(const Endpoint& endpoint) const {
    const AnyId flow = situation_.flow.id;
    const std::string caller(situation_.caller.name);
    if (service_->privateDns && situation_.flow.hostStyle != HostStyle::Regional)
        return {{inOrder("Have " + caller + " use the Regional name of " + title(),
                         {edits::setField(flow, "hostStyle", "regional")}),
                 3}};
    return {{inOrder("Have " + caller + " use the name of " + situation_.name(endpoint.id),
                     {edits::setField(flow, "hostStyle", "endpoint"),
                      edits::setField(flow, "viaEndpoint", endpoint.id.value)}),
             3}};
}

std::vector<Candidate> EndpointCandidates::mend(const Endpoint& endpoint) const {
    const std::string name = situation_.name(endpoint.id);
    if (endpoint.state != EndpointState::Available)
        return {{inOrder("Bring " + name + " into service", {available(endpoint)}), 2}};
    if (endpoint.subnets.empty())
        return {{inOrder("Stand " + name + " in the subnets of " + std::string(situation_.caller.name),
                         {edits::setEndpointSubnets(endpoint.id,
                                                    [&] {
                                                        std::vector<Id<Subnet>> ids;
                                                        for (const Subnet* subnet : situation_.callerSubnets)
                                                            ids.push_back(subnet->id);
                                                        return ids;
                                                    }())}),
                 2}};
    const bool api = resource_.service == "execute-api" &&
                     (resource_.apiType == ApiType::Regional || resource_.apiType == ApiType::Edge);
    if (api)
        return {{inOrder("Make " + situation_.name(resource_.id) + " a private API",
                         {edits::setApiType(resource_.id, ApiType::Private)}),
                 6}};
    const HostStyle style = situation_.flow.hostStyle;
    if (style == HostStyle::EndpointSpecific)
        return {{inOrder("Have " + std::string(situation_.caller.name) + " use the name of " + name,
                         {edits::setField(situation_.flow.id, "viaEndpoint", endpoint.id.value)}),
                 1}};
    const std::string host = style == HostStyle::Custom ? situation_.flow.host : hostNameOf(resource_, style, there_);
    if (privateDnsCovers(endpoint.service, there_, style, host) != NameCover::Covered) return otherName(endpoint);
    if (!endpoint.privateDns)
        return {{inOrder("Turn private DNS on for " + name, {edits::setEndpointPrivateDns(endpoint.id, true)}), 1}};
    if (endpoint.privateDnsOnlyForInboundResolver)
        return {{inOrder("Let callers in the VPC use private DNS of " + name,
                         {edits::setField(endpoint.id, "privateDnsOnlyForInboundResolver", "false")}),
                 1}};
    if (!vpc_.dnsHostnames)
        return {{inOrder("Turn DNS hostnames on in " + situation_.name(vpc_.id),
                         {edits::setVpcDns(vpc_.id, vpc_.dnsSupport, true)}),
                 1}};
    return {};
}

std::vector<Candidate> EndpointCandidates::interface() const {
    if (!service_ || !service_->types.interface) return {};
    if (here_ != there_ && !service_->crossRegion) return {};
    std::vector<Candidate> found;
    bool known = false;
    for (const Endpoint* each : situation_.network.endpointsOf(vpc_.id)) {
        if (!serves(*each, EndpointType::Interface)) continue;
        known = true;
        for (Candidate& candidate : mend(*each)) found.push_back(std::move(candidate));
    }
    return known ? found : newInterface();
}

/// An endpoint to a service of somebody's own, which is called by the endpoint's name.
std::vector<Candidate> toProvider(const Situation& situation) {
    const Design& design = situation.design();
    const EndpointService* service = find(design, Id<EndpointService>{situation.flow.to.value});
    if (!service || !situation.caller.vpc || situation.endpoint) return {};
    Endpoint endpoint;
    endpoint.id = {freeId(design, "vpce-" + service->id.value)};
    endpoint.vpc = situation.caller.vpc->id;
    endpoint.target = service->id;
    for (const Subnet* subnet : situation.callerSubnets) endpoint.subnets.push_back(subnet->id);
    for (const Endpoint* each : situation.network.endpointsOf(endpoint.vpc))
        if (each->target.value == service->id.value) return {};
    return {{inOrder("Add interface endpoint to " + situation.name(service->id), {edits::addEndpoint(endpoint)}),
             effortOfEndpoint}};
}

}  // namespace

std::vector<Candidate> endpointCandidates(const Situation& situation) {
    if (!situation.service) return toProvider(situation);
    if (!situation.caller.vpc || situation.callerSubnets.empty()) return {};
    const EndpointCandidates candidates(situation);
    if (candidates.isOpen()) return {};
    std::vector<Candidate> found = candidates.gateway();
    for (Candidate& candidate : candidates.interface()) found.push_back(std::move(candidate));
    return found;
}

}  // namespace gw
