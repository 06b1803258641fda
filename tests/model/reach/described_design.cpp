#include "tests/model/reach/described_design.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace gw {
namespace {

using nlohmann::json;

std::string text(const json& row, const char* key) {
    return row.contains(key) && row.at(key).is_string() ? row.at(key).get<std::string>() : std::string{};
}

/// "tcp" or a number; -1 for all. Numbers are protocol numbers.
Protocol protocolOf(const std::string& name) {
    if (name == "-1") return Protocol::all();
    return Protocol::parse(name).value_or(Protocol::all());
}

/// Ports of one rule; ICMP rules have types there instead.
PortRange portsOf(const json& row, const Protocol& protocol) {
    if (!protocol.hasPorts() || !row.contains("FromPort")) return {};
    return {row.at("FromPort").get<std::uint16_t>(), row.at("ToPort").get<std::uint16_t>()};
}

class Description {
public:
    Description(std::filesystem::path folder, const char* region) : folder_(std::move(folder)) {
        Region row;
        row.id = {"region"};
        row.code = region;
        design_.regions.put(row);
    }

    Design take() {
        addPlaces();
        addGateways();
        addFilters();
        addRoutes();
        addInstances();
        return std::move(design_);
    }

private:
    json rows(const char* call) const {
        std::ifstream file(folder_ / (std::string(call) + ".json"));
        return file ? json::parse(file).at(call) : json::array();
    }
    void addPlaces();
    void addGateways();
    void addFilters();
    void addRoutes();
    void addInstances();
    std::vector<SecurityGroupRule> rulesOf(const json& permissions) const;

    std::filesystem::path folder_;
    Design design_;
};

void Description::addPlaces() {
    for (const json& row : rows("Vpcs")) {
        Vpc vpc;
        vpc.id = {text(row, "VpcId")};
        vpc.region = {"region"};
        vpc.cidrs = {Cidr::parse(text(row, "CidrBlock")).value()};
        // Attributes are answers of another call; the setup beside the files turns both on.
        vpc.dnsHostnames = true;
        design_.vpcs.put(vpc);
    }
    for (const json& row : rows("Subnets")) {
        AvailabilityZone zone;
        zone.id = {text(row, "AvailabilityZone")};
        zone.name = zone.id.value;
        zone.zoneId = text(row, "AvailabilityZoneId");
        zone.region = {"region"};
        design_.availabilityZones.put(zone);
        Subnet subnet;
        subnet.id = {text(row, "SubnetId")};
        subnet.vpc = {text(row, "VpcId")};
        subnet.zone = zone.id;
        subnet.cidr = Cidr::parse(text(row, "CidrBlock")).value();
        subnet.mapPublicIp = row.at("MapPublicIpOnLaunch").get<bool>();
        design_.subnets.put(subnet);
    }
}

void Description::addGateways() {
    for (const json& row : rows("InternetGateways")) {
        InternetGateway gateway;
        gateway.id = {text(row, "InternetGatewayId")};
        if (!row.at("Attachments").empty()) gateway.vpc = {text(row.at("Attachments").front(), "VpcId")};
        design_.internetGateways.put(gateway);
    }
    for (const json& row : rows("NatGateways")) {
        NatGateway nat;
        nat.id = {text(row, "NatGatewayId")};
        nat.vpc = {text(row, "VpcId")};
        nat.subnet = {text(row, "SubnetId")};
        for (const json& each : row.at("NatGatewayAddresses")) {
            ElasticIp address;
            address.id = {text(each, "AllocationId")};
            address.address = IpAddress::parse(text(each, "PublicIp")).value();
            nat.elasticIps.push_back(address.id);
            design_.elasticIps.put(address);
        }
        design_.natGateways.put(nat);
    }
    for (const json& row : rows("PrefixLists")) {
        PrefixList list;
        list.id = {text(row, "PrefixListId")};
        list.region = {"region"};
        list.service = text(row, "PrefixListName");
        list.service = list.service.substr(list.service.rfind('.') + 1);
        for (const json& block : row.at("Cidrs")) list.entries.push_back(Cidr::parse(block.get<std::string>()).value());
        design_.prefixLists.put(list);
    }
    for (const json& row : rows("VpcEndpoints")) {
        Endpoint endpoint;
        endpoint.id = {text(row, "VpcEndpointId")};
        endpoint.vpc = {text(row, "VpcId")};
        endpoint.type = text(row, "VpcEndpointType") == "Gateway" ? EndpointType::Gateway : EndpointType::Interface;
        endpoint.service = text(row, "ServiceName");
        endpoint.service = endpoint.service.substr(endpoint.service.rfind('.') + 1);
        for (const json& id : row.at("RouteTableIds")) endpoint.routeTables.push_back({id.get<std::string>()});
        design_.endpoints.put(endpoint);
    }
}

std::vector<SecurityGroupRule> Description::rulesOf(const json& permissions) const {
    std::vector<SecurityGroupRule> rules;
    for (const json& row : permissions) {
        SecurityGroupRule rule;
        rule.protocol = protocolOf(text(row, "IpProtocol"));
        rule.ports = portsOf(row, rule.protocol);
        for (const json& range : row.at("IpRanges")) {
            rule.peer = Cidr::parse(text(range, "CidrIp")).value();
            rules.push_back(rule);
        }
        for (const json& pair : row.at("UserIdGroupPairs")) {
            rule.peer = IdOf<SecurityGroup, PrefixList>(Id<SecurityGroup>{text(pair, "GroupId")});
            rules.push_back(rule);
        }
    }
    return rules;
}

void Description::addFilters() {
    for (const json& row : rows("SecurityGroups")) {
        SecurityGroup group;
        group.id = {text(row, "GroupId")};
        group.name = text(row, "GroupName");
        group.vpc = {text(row, "VpcId")};
        group.isDefault = group.name == "default";
        group.ingress = rulesOf(row.at("IpPermissions"));
        group.egress = rulesOf(row.at("IpPermissionsEgress"));
        design_.securityGroups.put(group);
    }
    for (const json& row : rows("NetworkAcls")) {
        NetworkAcl acl;
        acl.id = {text(row, "NetworkAclId")};
        acl.vpc = {text(row, "VpcId")};
        acl.isDefault = row.at("IsDefault").get<bool>();
        for (const json& each : row.at("Associations")) acl.subnets.push_back({text(each, "SubnetId")});
        for (const json& each : row.at("Entries")) {
            NetworkAclEntry entry;
            entry.number = each.at("RuleNumber").get<int>();
            entry.action = text(each, "RuleAction") == "allow" ? AclAction::Allow : AclAction::Deny;
            entry.protocol = protocolOf(text(each, "Protocol"));
            entry.cidr = Cidr::parse(text(each, "CidrBlock")).value();
            if (each.contains("PortRange") && entry.protocol.hasPorts())
                entry.ports = {each.at("PortRange").at("From").get<std::uint16_t>(),
                               each.at("PortRange").at("To").get<std::uint16_t>()};
            (each.at("Egress").get<bool>() ? acl.egress : acl.ingress).push_back(entry);
        }
        design_.networkAcls.put(acl);
    }
}

void Description::addRoutes() {
    for (const json& row : rows("RouteTables")) {
        RouteTable table;
        table.id = {text(row, "RouteTableId")};
        table.vpc = {text(row, "VpcId")};
        for (const json& each : row.at("Associations")) {
            table.isMain = table.isMain || each.at("Main").get<bool>();
            if (each.contains("SubnetId")) table.subnets.push_back({text(each, "SubnetId")});
        }
        for (const json& each : row.at("Routes")) {
            // Local routes and those of gateway endpoints follow from the design.
            const std::string gateway = text(each, "GatewayId");
            if (gateway == "local" || gateway.starts_with("vpce-")) continue;
            Route route;
            route.destination = Cidr::parse(text(each, "DestinationCidrBlock")).value();
            route.target = gateway.empty() ? RouteTarget(Id<NatGateway>{text(each, "NatGatewayId")})
                                           : RouteTarget(Id<InternetGateway>{gateway});
            table.routes.push_back(route);
        }
        design_.routeTables.put(table);
    }
}

void Description::addInstances() {
    for (const json& reservation : rows("Reservations"))
        for (const json& row : reservation.at("Instances")) {
            if (row.at("NetworkInterfaces").empty()) continue;
            const json& interface = row.at("NetworkInterfaces").front();
            Workload instance;
            instance.id = {text(row, "InstanceId")};
            instance.workloadKind = WorkloadKind::Ec2;
            instance.vpc = {text(interface, "VpcId")};
            instance.subnets = {{text(interface, "SubnetId")}};
            instance.privateIp = IpAddress::parse(text(interface, "PrivateIpAddress")).value();
            instance.publicIp = interface.contains("Association");
            for (const json& group : interface.at("Groups"))
                instance.securityGroups.push_back({text(group, "GroupId")});
            design_.workloads.put(instance);
        }
}

}  // namespace

Design describedDesign(const std::filesystem::path& folder, const char* region) {
    return Description(folder, region).take();
}

}  // namespace gw
