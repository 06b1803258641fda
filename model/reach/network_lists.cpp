#include "model/reach/network_lists.h"

#include <algorithm>

namespace gw {
namespace {

std::vector<const NetworkAclEntry*> byNumber(const std::vector<NetworkAclEntry>& entries) {
    std::vector<const NetworkAclEntry*> sorted;
    for (const NetworkAclEntry& entry : entries) sorted.push_back(&entry);
    std::ranges::stable_sort(sorted, {}, &NetworkAclEntry::number);
    return sorted;
}

}  // namespace

Network::SubnetLists::SubnetLists(const Table<Subnet>& subnets) {
    for (const Subnet& row : subnets) byVpc.add(row.vpc.value, row);
}

Network::EndpointLists::EndpointLists(const Table<Endpoint>& endpoints) {
    for (const Endpoint& row : endpoints) {
        byVpc.add(row.vpc.value, row);
        if (row.type == EndpointType::Gateway && isOffered(row))
            for (const auto& table : row.routeTables) gatewaysByTable.add(table.value, row);
    }
}

Network::GroupLists::GroupLists(const Table<SecurityGroup>& groups) {
    for (const SecurityGroup& row : groups) {
        byVpc.add(row.vpc.value, row);
        if (row.isDefault) defaults.add(row.vpc.value, row);
    }
}

Network::RouteTableLists::RouteTableLists(const Table<RouteTable>& tables) {
    for (const RouteTable& row : tables) {
        byVpc.add(row.vpc.value, row);
        if (row.isMain) mains.add(row.vpc.value, row);
        for (const auto& subnet : row.subnets) bySubnet.add(subnet.value, row);
        for (const auto& gateway : row.gateways) byGateway.add(gateway.value, row);
    }
}

Network::GatewayLists::GatewayLists(const Table<InternetGateway>& gateways) {
    for (const InternetGateway& row : gateways)
        if (row.vpc) byVpc.add(row.vpc.value, row);
}

Network::ZoneLists::ZoneLists(const Table<HostedZone>& zones) {
    for (const HostedZone& row : zones)
        if (row.isPrivate)
            for (const auto& vpc : row.vpcs) byVpc.add(vpc.value, row);
}

Network::AclLists::AclLists(const Table<NetworkAcl>& acls) {
    for (const NetworkAcl& row : acls) {
        inbound.emplace(row.id.value, byNumber(row.ingress));
        outbound.emplace(row.id.value, byNumber(row.egress));
        if (row.isDefault) defaults.add(row.vpc.value, row);
        for (const auto& subnet : row.subnets) bySubnet.add(subnet.value, row);
    }
}

Network::WorkloadLists::WorkloadLists(const Network& network) {
    for (const Workload& row : network.design().workloads)
        if (const Vpc* vpc = network.vpcOf(row)) byVpc.add(vpc->id.value, row);
}

Network::FlowLists::FlowLists(const Table<Flow>& flows) {
    for (const Flow& row : flows) {
        bySource.add(row.from.value, row);
        byTarget.add(row.to.value, row);
    }
}

Network::NeedLists::NeedLists(const Network& network) {
    const Design& design = network.design();
    for (const Workload& row : design.workloads)
        if (const Vpc* vpc = network.vpcOf(row))
            for (const Flow* flow : network.flowsFrom(row.id))
                if (const ServiceResource* target = find(design, Id<ServiceResource>{flow->to.value});
                    target && flow->intent != FlowIntent::Blocked)
                    byVpcAndService.add(needKey(vpc->id, target->service), *flow);
}

Network::PolicyLists::PolicyLists(const Table<Policy>& policies) {
    for (const Policy& row : policies)
        for (const auto& target : row.targets) byTarget.add(target.value, row);
}

Changes Network::changesSince(const Network& before) const {
    Changes changes;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        Table<Row>::compare(before.design_->*table, design_->*table, [&](const Row* was, const Row* is) {
            changes.add(Table<Row>::part());
            if (!was || !is) changes.add(Table<Row>::partOfIds());
            changes.add(Table<Row>::partOfRow((is ? is : was)->id.value));
        });
    });
    const auto add = [&](auto lists, auto index) {
        if (this->*lists != before.*lists) ((*(this->*lists)).*index).addChanges((*(before.*lists)).*index, changes);
    };
    add(&Network::subnets_, &SubnetLists::byVpc);
    add(&Network::endpoints_, &EndpointLists::byVpc);
    add(&Network::endpoints_, &EndpointLists::gatewaysByTable);
    add(&Network::groups_, &GroupLists::byVpc);
    add(&Network::groups_, &GroupLists::defaults);
    add(&Network::routeTables_, &RouteTableLists::byVpc);
    add(&Network::routeTables_, &RouteTableLists::mains);
    add(&Network::routeTables_, &RouteTableLists::bySubnet);
    add(&Network::routeTables_, &RouteTableLists::byGateway);
    add(&Network::gateways_, &GatewayLists::byVpc);
    add(&Network::zones_, &ZoneLists::byVpc);
    add(&Network::acls_, &AclLists::defaults);
    add(&Network::acls_, &AclLists::bySubnet);
    add(&Network::workloads_, &WorkloadLists::byVpc);
    add(&Network::flows_, &FlowLists::bySource);
    add(&Network::flows_, &FlowLists::byTarget);
    add(&Network::policies_, &PolicyLists::byTarget);
    add(&Network::needs_, &NeedLists::byVpcAndService);
    return changes;
}

}  // namespace gw
