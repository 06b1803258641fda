#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "model/edit/edit.h"
#include "model/reach/network.h"
#include "model/repair/own_group.h"

/// Fixes that several rules share: which endpoint a VPC should have, and how calls get past security groups.
namespace gw {

/// Lets the workloads reach interfaces with `group` on the service's ports: inbound rules of the group, one for each
/// caller, and outbound rules of callers that name other targets only. Nothing is added that is there already, and none
/// to a default group: the caller gets a group of its own beside it.
Edit letIn(const Network& network, const SecurityGroup& group, std::span<const Workload* const> callers,
           std::span<const Id<Subnet>> subnets, std::string_view service);

/// Lets the workloads send to the service's prefix list: an outbound rule for those that have none which covers it. The
/// list is added where the design does not draw it. No rule is added to a default group; see letIn().
Edit letOutToPrefixList(const Network& network, std::span<const Workload* const> callers, std::string_view service);

/// The groups of the workload as it runs: its own, or the VPC's default one.
std::vector<const SecurityGroup*> groupsOf(const Network& network, const Workload& workload);

/// The endpoint that AWS recommends for what the VPC needs of the service (F-016, F-017): a gateway endpoint with the
/// callers' route tables where the service has one, else an interface endpoint with private DNS, one subnet in each
/// zone of the callers and a security group that admits them. Empty where the service has no endpoint or nobody needs
/// it.
struct Recommendation {
    Endpoint endpoint{};
    std::string label{};  ///< "Add gateway endpoint for S3"
    Edit edit;
    bool turnsVpcDnsOn = false;  ///< which all private names of the VPC hang on, not those of the endpoint alone
};
/// `others` need it as well, though no flow of the design says so.
std::optional<Recommendation> recommendedEndpoint(const Network& network, const Id<Vpc>& vpc, std::string_view service,
                                                  std::span<const Workload* const> others = {});

/// Lets the workload out to the interfaces of the endpoint; the groups of the endpoint stay as they are, but for the
/// rule that lets it in where one of them is the endpoint's own.
Edit letOutTo(const Network& network, const Endpoint& endpoint, const Workload& caller);
/// Gives the interface endpoint a group of its own in place of the default one. It admits the workloads, all that
/// declare a need for the service, and `others`.
Edit ownGroupFor(const Network& network, const Endpoint& endpoint, std::span<const Workload* const> callers,
                 std::span<const Cidr> others = {});
/// Lets the workloads use an endpoint that is there: route tables of a gateway endpoint, security groups of both sides.
Edit admission(const Network& network, const Endpoint& endpoint, std::span<const Workload* const> callers);

/// One subnet in each zone that the callers stand in: one that already carries endpoints and no workload, else the
/// callers' own.
std::vector<Id<Subnet>> subnetsForEndpoint(const Network& network, const Id<Vpc>& vpc,
                                           std::span<const Workload* const> callers);
/// The tables that route for the callers' subnets, each once.
std::vector<Id<RouteTable>> routeTablesOf(const Network& network, std::span<const Workload* const> callers);

}  // namespace gw
