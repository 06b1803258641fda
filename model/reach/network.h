#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/design/design.h"
#include "model/reach/row_index.h"

namespace gw {

/// What ways lead out of a subnet; follows from its route table alone (FACTS F-221). Public: to an internet gateway.
/// Private: to anything else, a gateway endpoint included. Isolated: to nothing beyond its VPC.
enum class Exposure : std::uint8_t { Public, Private, Isolated };

class PolicyCache;
struct JudgedPolicy;
enum class PolicyType : std::uint8_t;

/// One network interface: of a workload or of an endpoint, in one subnet.
struct NetworkInterface {
    AnyId owner{};
    const Subnet* subnet = nullptr;
    /// Groups that filter it: its own, or the VPC's default group where it names none.
    std::vector<const SecurityGroup*> securityGroups{};
    /// A public IPv4 address: its own, an Elastic IP, or the one its subnet gives to new instances.
    bool publicIp = false;
    /// Whether security groups apply: not to a Network or Gateway Load Balancer without any.
    bool filtered = true;
};

/// False where AWS has no endpoint of this type for the service and refuses it (FACTS F-016): nothing goes through it.
bool isOffered(const Endpoint& endpoint);

/// The design as a network: look-ups that rules and traces share, built once per design. Keeps pointers into the design
/// it was given: the design must outlive it and stay unchanged (a copy of the design is cheap).
class Network {
public:
    /// `previous` is the network of an earlier version of the design, or of any other: lists of tables that both share
    /// are taken over from it. It need not outlive the constructor.
    explicit Network(const Design& design, const Network* previous = nullptr);

    /// What reads differently in this network from how it reads in the other one: rows, tables, lists.
    Changes changesSince(const Network& before) const;

    const Design& design() const { return *design_; }

    const Vpc* vpcOf(const Subnet& subnet) const { return find(*design_, subnet.vpc); }
    /// "us-east-1"; empty where the VPC names no Region.
    std::string_view regionOf(const Vpc& vpc) const;
    std::string_view regionOf(const ServiceResource& resource) const;
    std::string_view regionOf(const PrefixList& list) const;
    /// The subnet's own table, or the VPC's main one; nullptr where the design shows neither (then only local routes
    /// hold).
    const RouteTable* routeTableOf(const Subnet& subnet) const;
    /// The tables that may be the subnet's, sorted by id: those that name it, else the main ones of its VPC. AWS has
    /// one of either (Amazon VPC User Guide, Configure route tables); where there are several, the first is no better.
    std::span<const RouteTable* const> routeTablesFor(const Subnet& subnet) const;
    bool hasOwnRouteTable(const Subnet& subnet) const;
    /// The table associated with an internet gateway or virtual private gateway (edge association); nullptr where none
    /// is.
    const RouteTable* routeTableOf(std::string_view gateway) const;
    /// The subnet's own ACL, or the VPC's default one; nullptr stands for AWS's default ACL, which passes everything.
    const NetworkAcl* networkAclOf(const Subnet& subnet) const;
    /// The VPC's default group; nullptr where the design does not show it.
    const SecurityGroup* defaultGroupOf(const Id<Vpc>& vpc) const;
    Exposure exposureOf(const Subnet& subnet) const;
    /// Entries of one direction by number, which is the order in which they are asked (FACTS F-259).
    std::span<const NetworkAclEntry* const> entriesOf(const NetworkAcl& acl, bool outbound) const;
    /// Gateway endpoints that add their route to the table (FACTS F-099), sorted by id.
    std::span<const Endpoint* const> gatewayEndpointsOf(const RouteTable& table) const;
    /// The internet gateway attached to the VPC; nullptr where there is none.
    const InternetGateway* internetGatewayOf(const Id<Vpc>& vpc) const;
    /// The list that AWS keeps for the service in the Region, where the design draws it with its blocks.
    const PrefixList* prefixListOf(std::string_view service, std::string_view region) const;
    /// Private hosted zones that answer in the VPC.
    std::span<const HostedZone* const> hostedZonesOf(const Id<Vpc>& vpc) const;

    /// Rows of one VPC, sorted by id.
    std::span<const Subnet* const> subnetsOf(const Id<Vpc>& vpc) const;
    std::span<const Endpoint* const> endpointsOf(const Id<Vpc>& vpc) const;
    std::span<const Workload* const> workloadsOf(const Id<Vpc>& vpc) const;
    std::span<const RouteTable* const> routeTablesOf(const Id<Vpc>& vpc) const;
    std::span<const SecurityGroup* const> securityGroupsOf(const Id<Vpc>& vpc) const;
    /// The VPC a workload stands in: its own field, or that of its first subnet.
    const Vpc* vpcOf(const Workload& workload) const;

    /// Network interfaces: one for each subnet it names that exists.
    std::vector<NetworkInterface> interfacesOf(const Workload& workload) const;
    std::vector<NetworkInterface> interfacesOf(const LoadBalancer& balancer) const;
    std::vector<NetworkInterface> interfacesOf(const Endpoint& endpoint) const;
    std::vector<NetworkInterface> interfacesOf(const ResolverEndpoint& resolver) const;
    /// Groups of an endpoint: its own, or the VPC's default group where it names none (FACTS F-020).
    std::vector<const SecurityGroup*> groupsOf(const Endpoint& endpoint) const;

    /// Flows by who calls and by what is called, sorted by id.
    std::span<const Flow* const> flowsFrom(const AnyId& source) const;
    std::span<const Flow* const> flowsTo(const AnyId& target) const;
    /// Flows of workloads of the VPC to resources of the service in any Region, `blocked` ones left out: the declared
    /// needs for that service. Sorted by workload.
    std::span<const Flow* const> needs(const Id<Vpc>& vpc, std::string_view service) const;

    /// SCPs and RCPs attached to the organisation, unit or account of that id, sorted by id.
    std::span<const Policy* const> policiesAt(const std::string& target) const;
    /// A policy of the design, read once; `api` as in PolicyCache.
    const JudgedPolicy& judged(const PolicyDocument& document, PolicyType type, const std::string& api = {}) const;

private:
    struct SubnetLists;
    struct EndpointLists;
    struct GroupLists;
    struct RouteTableLists;
    struct GatewayLists;
    struct ZoneLists;
    struct AclLists;
    struct WorkloadLists;
    struct FlowLists;
    struct NeedLists;
    struct PolicyLists;

    const Design* design_;
    std::shared_ptr<const SubnetLists> subnets_;
    std::shared_ptr<const EndpointLists> endpoints_;
    std::shared_ptr<const GroupLists> groups_;
    std::shared_ptr<const RouteTableLists> routeTables_;
    std::shared_ptr<const GatewayLists> gateways_;
    std::shared_ptr<const ZoneLists> zones_;
    std::shared_ptr<const AclLists> acls_;
    std::shared_ptr<const WorkloadLists> workloads_;
    std::shared_ptr<const FlowLists> flows_;
    std::shared_ptr<const NeedLists> needs_;
    std::shared_ptr<const PolicyLists> policies_;
    std::shared_ptr<PolicyCache> judgedPolicies_;
};

}  // namespace gw
