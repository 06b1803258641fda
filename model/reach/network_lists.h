#pragma once
#include <unordered_map>

#include "model/reach/network.h"

/// The lists of a network, each group of them made of the tables its constructor names and of nothing else: where both
/// designs share these, a later network takes the group over.
namespace gw {

/// What a list of needs stands under.
inline std::string needKey(const Id<Vpc>& vpc, std::string_view service) {
    return vpc.value + ' ' + std::string(service);
}

struct Network::SubnetLists {
    explicit SubnetLists(const Table<Subnet>& subnets);
    RowIndex<Subnet> byVpc{1};
};

struct Network::EndpointLists {
    explicit EndpointLists(const Table<Endpoint>& endpoints);
    RowIndex<Endpoint> byVpc{2};
    RowIndex<Endpoint> gatewaysByTable{3};
};

struct Network::GroupLists {
    explicit GroupLists(const Table<SecurityGroup>& groups);
    RowIndex<SecurityGroup> byVpc{4};
    RowIndex<SecurityGroup> defaults{5};
};

struct Network::RouteTableLists {
    explicit RouteTableLists(const Table<RouteTable>& tables);
    RowIndex<RouteTable> byVpc{6};
    RowIndex<RouteTable> mains{7};
    RowIndex<RouteTable> bySubnet{8};
    RowIndex<RouteTable> byGateway{9};
};

struct Network::GatewayLists {
    explicit GatewayLists(const Table<InternetGateway>& gateways);
    RowIndex<InternetGateway> byVpc{10};
};

struct Network::ZoneLists {
    explicit ZoneLists(const Table<HostedZone>& zones);
    RowIndex<HostedZone> byVpc{11};
};

struct Network::AclLists {
    explicit AclLists(const Table<NetworkAcl>& acls);
    RowIndex<NetworkAcl> defaults{12};
    RowIndex<NetworkAcl> bySubnet{13};
    /// Entries by the id of their ACL. Who asks for them has read the ACL.
    std::unordered_map<std::string, std::vector<const NetworkAclEntry*>> inbound{};
    std::unordered_map<std::string, std::vector<const NetworkAclEntry*>> outbound{};
};

/// Of workloads, subnets and VPCs.
struct Network::WorkloadLists {
    explicit WorkloadLists(const Network& network);
    RowIndex<Workload> byVpc{14};
};

struct Network::FlowLists {
    explicit FlowLists(const Table<Flow>& flows);
    RowIndex<Flow> bySource{15};
    RowIndex<Flow> byTarget{16};
};

struct Network::PolicyLists {
    explicit PolicyLists(const Table<Policy>& policies);
    RowIndex<Policy> byTarget{18};
};

/// Of flows, workloads, subnets, VPCs and resources.
struct Network::NeedLists {
    explicit NeedLists(const Network& network);
    RowIndex<Flow> byVpcAndService{17};
};

}  // namespace gw
