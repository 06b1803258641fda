#pragma once
#include "model/design/values.h"

/// VPC endpoints, and the services, resources and networks on the other side of them.
namespace gw {

/// AWS's VpcEndpointType (FACTS F-001).
enum class EndpointType : std::uint8_t { Gateway, Interface, GatewayLoadBalancer, Resource, ServiceNetwork, Tunnel };
constexpr auto namesOf(EndpointType) {
    return std::to_array<EnumName<EndpointType>>(
        {{EndpointType::Gateway, "Gateway", "Gateway"},
         {EndpointType::Interface, "Interface", "Interface"},
         {EndpointType::GatewayLoadBalancer, "GatewayLoadBalancer", "Gateway Load Balancer"},
         {EndpointType::Resource, "Resource", "Resource"},
         {EndpointType::ServiceNetwork, "ServiceNetwork", "Service network"},
         {EndpointType::Tunnel, "Tunnel", "Tunnel"}});
}

enum class IpAddressType : std::uint8_t { Ipv4, Ipv6, Dualstack };
constexpr auto namesOf(IpAddressType) {
    return std::to_array<EnumName<IpAddressType>>({{IpAddressType::Ipv4, "ipv4", "IPv4"},
                                                   {IpAddressType::Ipv6, "ipv6", "IPv6"},
                                                   {IpAddressType::Dualstack, "dualstack", "Dual stack"}});
}

enum class DnsRecordIpType : std::uint8_t { Default, Ipv4, Ipv6, Dualstack, ServiceDefined };
constexpr auto namesOf(DnsRecordIpType) {
    return std::to_array<EnumName<DnsRecordIpType>>(
        {{DnsRecordIpType::Default, "default", "As the endpoint"},
         {DnsRecordIpType::Ipv4, "ipv4", "IPv4"},
         {DnsRecordIpType::Ipv6, "ipv6", "IPv6"},
         {DnsRecordIpType::Dualstack, "dualstack", "Dual stack"},
         {DnsRecordIpType::ServiceDefined, "service-defined", "Service-defined"}});
}

/// AWS's states of an endpoint (FACTS F-025); only an available one carries traffic.
enum class EndpointState : std::uint8_t { Available, PendingAcceptance, Pending, Rejected, Failed, Expired, Partial };
constexpr auto namesOf(EndpointState) {
    return std::to_array<EnumName<EndpointState>>(
        {{EndpointState::Available, "available", "Available"},
         {EndpointState::PendingAcceptance, "pendingAcceptance", "Waiting for acceptance"},
         {EndpointState::Pending, "pending", "Pending"},
         {EndpointState::Rejected, "rejected", "Rejected"},
         {EndpointState::Failed, "failed", "Failed"},
         {EndpointState::Expired, "expired", "Expired"},
         {EndpointState::Partial, "partial", "Partial"}});
}

/// AWS's PrivateDnsPreference of Resource and ServiceNetwork endpoints (FACTS F-043).
enum class PrivateDnsPreference : std::uint8_t { Verified, All, VerifiedAndSpecified, Specified };
constexpr auto namesOf(PrivateDnsPreference) {
    return std::to_array<EnumName<PrivateDnsPreference>>(
        {{PrivateDnsPreference::Verified, "VERIFIED_DOMAINS_ONLY", "Verified domains"},
         {PrivateDnsPreference::All, "ALL_DOMAINS", "All domains"},
         {PrivateDnsPreference::VerifiedAndSpecified, "VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS",
          "Verified and listed domains"},
         {PrivateDnsPreference::Specified, "SPECIFIED_DOMAINS_ONLY", "Listed domains"}});
}

struct Endpoint {
    Id<Endpoint> id{};
    std::string name{};
    Id<Vpc> vpc{};
    EndpointType type = EndpointType::Interface;
    std::string service{};
    std::string serviceRegion{};
    IdOf<EndpointService, ResourceConfiguration, ServiceNetwork> target{};
    std::vector<Id<RouteTable>> routeTables{};
    std::vector<Id<Subnet>> subnets{};
    std::vector<Id<SecurityGroup>> securityGroups{};
    bool privateDns = false;
    bool privateDnsOnlyForInboundResolver = false;
    PrivateDnsPreference privateDnsPreference = PrivateDnsPreference::Verified;
    std::vector<std::string> privateDnsDomains{};
    IpAddressType ipAddressType = IpAddressType::Ipv4;
    DnsRecordIpType dnsRecordIpType = DnsRecordIpType::Default;
    std::optional<PolicyDocument> policy{};
    EndpointState state = EndpointState::Available;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const Endpoint&, const Endpoint&) = default;
    static constexpr Kind kind{"endpoints", "VPC endpoint", "vpce"};
    static constexpr auto fields = FieldList{
        nameField(&Endpoint::name),
        owner("vpc", "VPC", &Endpoint::vpc, "The VPC it serves."),
        required("type", "Type", &Endpoint::type,
                 "VpcEndpointType. Gateway: free, by route table, S3 and DynamoDB. Interface: network interfaces in "
                 "subnets, billed."),
        field("service", "Service", &Endpoint::service,
              "The AWS service as in the catalogue: s3, secretsmanager, ecr.api. Empty where a target is named."),
        field("serviceRegion", "Service Region", &Endpoint::serviceRegion,
              "ServiceRegion, where the service stands in another Region."),
        field("target", "Target", &Endpoint::target,
              "An endpoint service, resource configuration or service network of the design."),
        field("routeTables", "Route tables", &Endpoint::routeTables,
              "Gateway only: tables that get the route to the service."),
        field("subnets", "Subnets", &Endpoint::subnets,
              "One network interface in each; at most one subnet in each zone."),
        field("securityGroups", "Security groups", &Endpoint::securityGroups,
              "None stands for the VPC's default group."),
        field("privateDns", "Private DNS", &Endpoint::privateDns,
              "PrivateDnsEnabled: the service's own name leads to the endpoint inside the VPC."),
        field("privateDnsOnlyForInboundResolver", "Private DNS for inbound resolver only",
              &Endpoint::privateDnsOnlyForInboundResolver, "S3 only: names lead here for on-premises clients alone."),
        field("privateDnsPreference", "Private DNS domains", &Endpoint::privateDnsPreference,
              "Resource and service network endpoints: which domains get a name."),
        field("privateDnsDomains", "Listed domains", &Endpoint::privateDnsDomains,
              "At most ten; example.com or *.example.com."),
        field("ipAddressType", "IP type", &Endpoint::ipAddressType, "Addresses of the endpoint's network interfaces."),
        field("dnsRecordIpType", "DNS record type", &Endpoint::dnsRecordIpType,
              "DnsRecordIpType of the endpoint's names."),
        field("policy", "Endpoint policy", &Endpoint::policy, "None stands for full access."),
        field("state", "State", &Endpoint::state, "Only an available endpoint carries traffic."),
        tagsField(&Endpoint::tags),
        notesField(&Endpoint::notes)};
};

/// The provider's side of PrivateLink.
struct EndpointService {
    Id<EndpointService> id{};
    std::string name{};
    Id<Region> region{};
    std::string serviceName{};
    std::vector<Id<LoadBalancer>> loadBalancers{};
    bool acceptanceRequired = true;
    std::vector<std::string> allowedPrincipals{};
    std::string privateDnsName{};
    bool privateDnsVerified = false;
    std::vector<std::string> supportedRegions{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const EndpointService&, const EndpointService&) = default;
    static constexpr Kind kind{"endpointServices", "endpoint service", "vpce-svc"};
    static constexpr auto fields =
        FieldList{nameField(&EndpointService::name),
                  owner("region", "Region", &EndpointService::region, "The Region it stands in."),
                  field("serviceName", "Service name", &EndpointService::serviceName,
                        "com.amazonaws.vpce.REGION.vpce-svc-..., once AWS has given it."),
                  field("loadBalancers", "Load balancers", &EndpointService::loadBalancers,
                        "Network or Gateway Load Balancers behind it."),
                  field("acceptanceRequired", "Acceptance required", &EndpointService::acceptanceRequired,
                        "Whether the provider accepts each endpoint by hand."),
                  field("allowedPrincipals", "Allowed principals", &EndpointService::allowedPrincipals,
                        "ARNs that may create endpoints to it; * for all."),
                  field("privateDnsName", "Private DNS name", &EndpointService::privateDnsName,
                        "A name of the provider's own domain."),
                  field("privateDnsVerified", "Domain verified", &EndpointService::privateDnsVerified,
                        "Consumers can use the name only once it is verified."),
                  field("supportedRegions", "Supported Regions", &EndpointService::supportedRegions,
                        "Further Regions that consumers may stand in."),
                  tagsField(&EndpointService::tags),
                  notesField(&EndpointService::notes)};
};

/// VPC Lattice: the way from resource endpoints into the provider's VPC.
struct ResourceGateway {
    Id<ResourceGateway> id{};
    std::string name{};
    Id<Vpc> vpc{};
    std::vector<Id<Subnet>> subnets{};
    std::vector<Id<SecurityGroup>> securityGroups{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const ResourceGateway&, const ResourceGateway&) = default;
    static constexpr Kind kind{"resourceGateways", "resource gateway", "rgw"};
    static constexpr auto fields =
        FieldList{nameField(&ResourceGateway::name),
                  owner("vpc", "VPC", &ResourceGateway::vpc, "The provider's VPC."),
                  field("subnets", "Subnets", &ResourceGateway::subnets, "Where its network interfaces stand."),
                  field("securityGroups", "Security groups", &ResourceGateway::securityGroups,
                        "Groups of its network interfaces."),
                  tagsField(&ResourceGateway::tags),
                  notesField(&ResourceGateway::notes)};
};

enum class ResourceConfigurationType : std::uint8_t { Single, Group, Child, Arn, Cidr };
constexpr auto namesOf(ResourceConfigurationType) {
    return std::to_array<EnumName<ResourceConfigurationType>>({{ResourceConfigurationType::Single, "SINGLE", "Single"},
                                                               {ResourceConfigurationType::Group, "GROUP", "Group"},
                                                               {ResourceConfigurationType::Child, "CHILD", "Child"},
                                                               {ResourceConfigurationType::Arn, "ARN", "ARN"},
                                                               {ResourceConfigurationType::Cidr, "CIDR", "CIDR"}});
}

struct ResourceConfiguration {
    Id<ResourceConfiguration> id{};
    std::string name{};
    ResourceConfigurationType type = ResourceConfigurationType::Single;
    Id<ResourceGateway> resourceGateway{};
    Id<ResourceConfiguration> group{};
    std::string definition{};
    PortRange ports{};
    std::string customDomain{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const ResourceConfiguration&, const ResourceConfiguration&) = default;
    static constexpr Kind kind{"resourceConfigurations", "resource configuration", "rcfg"};
    static constexpr auto fields =
        FieldList{nameField(&ResourceConfiguration::name),
                  field("type", "Type", &ResourceConfiguration::type, "AWS's type of configuration."),
                  mayOwn("resourceGateway", "Resource gateway", &ResourceConfiguration::resourceGateway,
                         "The gateway that leads to it."),
                  mayOwn("group", "Group", &ResourceConfiguration::group, "For a child: the group it is part of."),
                  field("definition", "Resource", &ResourceConfiguration::definition,
                        "An IP address, domain name, ARN or block."),
                  field("ports", "Ports", &ResourceConfiguration::ports, "TCP ports it answers on."),
                  field("customDomain", "Custom domain", &ResourceConfiguration::customDomain, "CustomDomainName."),
                  tagsField(&ResourceConfiguration::tags),
                  notesField(&ResourceConfiguration::notes)};
};

struct ServiceNetwork {
    Id<ServiceNetwork> id{};
    std::string name{};
    Id<Region> region{};
    std::vector<Id<ResourceConfiguration>> resourceConfigurations{};
    std::optional<PolicyDocument> authPolicy{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const ServiceNetwork&, const ServiceNetwork&) = default;
    static constexpr Kind kind{"serviceNetworks", "service network", "sn"};
    static constexpr auto fields =
        FieldList{nameField(&ServiceNetwork::name),
                  owner("region", "Region", &ServiceNetwork::region, "The Region it stands in."),
                  field("resourceConfigurations", "Resources", &ServiceNetwork::resourceConfigurations,
                        "Resource configurations reached through it."),
                  field("authPolicy", "Auth policy", &ServiceNetwork::authPolicy, "VPC Lattice auth policy."),
                  tagsField(&ServiceNetwork::tags),
                  notesField(&ServiceNetwork::notes)};
};

enum class ResolverDirection : std::uint8_t { Inbound, Outbound };
constexpr auto namesOf(ResolverDirection) {
    return std::to_array<EnumName<ResolverDirection>>(
        {{ResolverDirection::Inbound, "inbound", "Inbound"}, {ResolverDirection::Outbound, "outbound", "Outbound"}});
}

/// Route 53 Resolver endpoint.
struct ResolverEndpoint {
    Id<ResolverEndpoint> id{};
    std::string name{};
    Id<Vpc> vpc{};
    ResolverDirection direction = ResolverDirection::Inbound;
    std::vector<Id<Subnet>> subnets{};
    std::vector<Id<SecurityGroup>> securityGroups{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const ResolverEndpoint&, const ResolverEndpoint&) = default;
    static constexpr Kind kind{"resolverEndpoints", "Resolver endpoint", "rslvr"};
    static constexpr auto fields = FieldList{
        nameField(&ResolverEndpoint::name),
        owner("vpc", "VPC", &ResolverEndpoint::vpc, "The VPC it stands in."),
        required("direction", "Direction", &ResolverEndpoint::direction,
                 "Inbound: others ask this VPC. Outbound: this VPC asks others."),
        field("subnets", "Subnets", &ResolverEndpoint::subnets, "Where its addresses stand; AWS wants two or more."),
        field("securityGroups", "Security groups", &ResolverEndpoint::securityGroups,
              "Groups of its network interfaces."),
        tagsField(&ResolverEndpoint::tags),
        notesField(&ResolverEndpoint::notes)};
};

enum class ResolverRuleKind : std::uint8_t { Forward, System };
constexpr auto namesOf(ResolverRuleKind) {
    return std::to_array<EnumName<ResolverRuleKind>>(
        {{ResolverRuleKind::Forward, "forward", "Forward"}, {ResolverRuleKind::System, "system", "System"}});
}

struct ResolverRule {
    Id<ResolverRule> id{};
    std::string name{};
    ResolverRuleKind ruleKind = ResolverRuleKind::Forward;
    std::string domain{};
    Id<ResolverEndpoint> resolverEndpoint{};
    std::vector<IpAddress> targets{};
    std::vector<Id<Vpc>> vpcs{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const ResolverRule&, const ResolverRule&) = default;
    static constexpr Kind kind{"resolverRules", "Resolver rule", "rslvr-rr"};
    static constexpr auto fields = FieldList{
        nameField(&ResolverRule::name),
        field("kind", "Kind", &ResolverRule::ruleKind, "Forward to other servers, or keep to the Amazon DNS server."),
        required("domain", "Domain", &ResolverRule::domain, "The rule holds for this name and all below it."),
        mayOwn("resolverEndpoint", "Resolver endpoint", &ResolverRule::resolverEndpoint,
               "The outbound endpoint that forwards."),
        field("targets", "Targets", &ResolverRule::targets, "Addresses of the servers asked."),
        field("vpcs", "VPCs", &ResolverRule::vpcs, "VPCs the rule is associated with."),
        tagsField(&ResolverRule::tags),
        notesField(&ResolverRule::notes)};
};

struct DnsRecord {
    std::string name{};
    std::string type = "A";
    std::vector<std::string> values{};
    IdOf<Endpoint, LoadBalancer> alias{};
    friend bool operator==(const DnsRecord&, const DnsRecord&) = default;
    static constexpr auto fields =
        FieldList{required("name", "Name", &DnsRecord::name, "Full name; *.example.com for a wildcard."),
                  field("type", "Type", &DnsRecord::type, "A, AAAA, CNAME ..."),
                  field("values", "Values", &DnsRecord::values, "Addresses or names."),
                  field("alias", "Alias of", &DnsRecord::alias, "A VPC endpoint or load balancer.")};
};

struct HostedZone {
    Id<HostedZone> id{};
    std::string name{};
    bool isPrivate = true;
    Id<Account> account{};
    std::vector<Id<Vpc>> vpcs{};
    std::vector<DnsRecord> records{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const HostedZone&, const HostedZone&) = default;
    static constexpr Kind kind{"hostedZones", "hosted zone", "zone"};
    static constexpr auto fields =
        FieldList{required("name", "Domain", &HostedZone::name, "The domain, without a dot at the end."),
                  field("private", "Private", &HostedZone::isPrivate, "Private zones answer in the VPCs below alone."),
                  field("account", "Account", &HostedZone::account, "The account it stands in."),
                  field("vpcs", "VPCs", &HostedZone::vpcs, "VPCs a private zone is associated with."),
                  field("records", "Records", &HostedZone::records, "Its records."),
                  tagsField(&HostedZone::tags),
                  notesField(&HostedZone::notes)};
};

}  // namespace gw
