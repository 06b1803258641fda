#pragma once
#include "model/design/values.h"

/// Who calls, what is called, and what is wanted.
namespace gw {

enum class WorkloadKind : std::uint8_t { Ec2, Lambda, Ecs, Fargate, Eks, Rds, ElastiCache, Generic };
constexpr auto namesOf(WorkloadKind) {
    return std::to_array<EnumName<WorkloadKind>>({{WorkloadKind::Ec2, "ec2", "EC2"},
                                                  {WorkloadKind::Lambda, "lambda", "Lambda"},
                                                  {WorkloadKind::Ecs, "ecs", "ECS on EC2"},
                                                  {WorkloadKind::Fargate, "fargate", "Fargate"},
                                                  {WorkloadKind::Eks, "eks", "EKS"},
                                                  {WorkloadKind::Rds, "rds", "RDS"},
                                                  {WorkloadKind::ElastiCache, "elasticache", "ElastiCache"},
                                                  {WorkloadKind::Generic, "generic", "Workload"}});
}

struct Workload {
    Id<Workload> id{};
    std::string name{};
    WorkloadKind workloadKind = WorkloadKind::Generic;
    Id<Vpc> vpc{};
    std::vector<Id<Subnet>> subnets{};
    std::vector<Id<SecurityGroup>> securityGroups{};
    Id<Role> role{};
    Id<Role> executionRole{};
    bool publicIp = false;
    std::optional<IpAddress> privateIp{};
    std::vector<Id<ElasticIp>> elasticIps{};
    bool sourceDestinationCheck = true;
    int count = 1;
    PortRange ports = PortRange::single(443);
    std::string detail{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const Workload&, const Workload&) = default;
    static constexpr Kind kind{"workloads", "workload", "wl"};
    static constexpr auto fields = FieldList{
        nameField(&Workload::name),
        required("kind", "Kind", &Workload::workloadKind, "What runs it."),
        mayOwn("vpc", "VPC", &Workload::vpc, "The VPC its interfaces stand in; none for a function outside any VPC."),
        home("subnets", "Subnets", &Workload::subnets, "One or more network interfaces in each."),
        field("securityGroups", "Security groups", &Workload::securityGroups,
              "Groups of its network interfaces; none stands for the VPC's default group."),
        field("role", "IAM role", &Workload::role, "The role its code acts as (for ECS the task role)."),
        field("executionRole", "Execution role", &Workload::executionRole,
              "ECS: the role that pulls images and writes logs."),
        field("publicIp", "Public IPv4", &Workload::publicIp, "Its interfaces have a public address."),
        field("privateIp", "Private address", &Workload::privateIp, "A fixed private address, where one is set."),
        field("elasticIps", "Elastic IPs", &Workload::elasticIps, "Elastic IPs associated with it."),
        field("sourceDestinationCheck", "Source/destination check", &Workload::sourceDestinationCheck,
              "Off for an instance that routes packets of others."),
        field("count", "Count", &Workload::count, "Instances, tasks or nodes in each subnet; addresses used.")
            .within(0, 100'000),
        field("ports", "Ports", &Workload::ports, "Ports it answers on."),
        field("detail", "Detail", &Workload::detail, "Second line of the card, such as an engine or a platform."),
        tagsField(&Workload::tags),
        notesField(&Workload::notes)};
};

enum class LoadBalancerKind : std::uint8_t { Application, Network, Gateway };
constexpr auto namesOf(LoadBalancerKind) {
    return std::to_array<EnumName<LoadBalancerKind>>({{LoadBalancerKind::Application, "application", "Application"},
                                                      {LoadBalancerKind::Network, "network", "Network"},
                                                      {LoadBalancerKind::Gateway, "gateway", "Gateway"}});
}
enum class LoadBalancerScheme : std::uint8_t { Internal, InternetFacing };
constexpr auto namesOf(LoadBalancerScheme) {
    return std::to_array<EnumName<LoadBalancerScheme>>(
        {{LoadBalancerScheme::Internal, "internal", "Internal"},
         {LoadBalancerScheme::InternetFacing, "internet-facing", "Internet-facing"}});
}

struct Listener {
    PortRange port = PortRange::single(443);
    std::string protocol = "HTTPS";
    std::vector<IdOf<Workload, LoadBalancer>> targets{};
    PortRange targetPort = PortRange::single(443);
    friend bool operator==(const Listener&, const Listener&) = default;
    static constexpr auto fields =
        FieldList{required("port", "Port", &Listener::port, "The port it listens on."),
                  field("protocol", "Protocol", &Listener::protocol, "HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP or GENEVE."),
                  field("targets", "Targets", &Listener::targets, "Where requests go."),
                  field("targetPort", "Target port", &Listener::targetPort, "The port the targets answer on.")};
};

struct LoadBalancer {
    Id<LoadBalancer> id{};
    std::string name{};
    LoadBalancerKind loadBalancerKind = LoadBalancerKind::Application;
    LoadBalancerScheme scheme = LoadBalancerScheme::Internal;
    Id<Vpc> vpc{};
    std::vector<Id<Subnet>> subnets{};
    std::vector<Id<SecurityGroup>> securityGroups{};
    std::vector<Listener> listeners{};
    bool crossZone = true;
    bool enforcePrivateLinkRules = true;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const LoadBalancer&, const LoadBalancer&) = default;
    static constexpr Kind kind{"loadBalancers", "load balancer", "lb"};
    static constexpr auto fields = FieldList{
        nameField(&LoadBalancer::name),
        field("kind", "Kind", &LoadBalancer::loadBalancerKind, "Application, Network or Gateway Load Balancer."),
        field("scheme", "Scheme", &LoadBalancer::scheme, "Internet-facing ones have public addresses."),
        owner("vpc", "VPC", &LoadBalancer::vpc, "The VPC it stands in."),
        home("subnets", "Subnets", &LoadBalancer::subnets, "One in each zone."),
        field("securityGroups", "Security groups", &LoadBalancer::securityGroups, "Groups of its nodes."),
        field("listeners", "Listeners", &LoadBalancer::listeners, "Ports and targets."),
        field("crossZone", "Cross-zone", &LoadBalancer::crossZone, "Whether nodes send to targets in every zone."),
        field("enforceInboundRulesOnPrivateLink", "Rules on PrivateLink", &LoadBalancer::enforcePrivateLinkRules,
              "Whether its groups filter calls through endpoints as well, as AWS has it unless told otherwise."),
        tagsField(&LoadBalancer::tags),
        notesField(&LoadBalancer::notes)};
};

enum class ApiType : std::uint8_t { None, Private, Regional, Edge };
constexpr auto namesOf(ApiType) {
    return std::to_array<EnumName<ApiType>>({{ApiType::None, "none", "No API"},
                                             {ApiType::Private, "private", "Private"},
                                             {ApiType::Regional, "regional", "Regional"},
                                             {ApiType::Edge, "edge", "Edge-optimised"}});
}
enum class ApiAuth : std::uint8_t { None, Iam, Cognito, Custom };
constexpr auto namesOf(ApiAuth) {
    return std::to_array<EnumName<ApiAuth>>({{ApiAuth::None, "NONE", "None"},
                                             {ApiAuth::Iam, "AWS_IAM", "IAM"},
                                             {ApiAuth::Cognito, "COGNITO_USER_POOLS", "Cognito"},
                                             {ApiAuth::Custom, "CUSTOM", "Lambda authoriser"}});
}

/// A thing of an AWS service outside the VPC: a bucket, table, secret, API, queue, key, log group, repository ...
struct ServiceResource {
    Id<ServiceResource> id{};
    std::string name{};
    std::string service{};
    Id<Region> region{};
    Id<Account> account{};
    std::string arn{};
    std::optional<PolicyDocument> policy{};
    Id<ServiceResource> encryptionKey{};
    bool blockPublicAccess = true;
    ApiType apiType = ApiType::None;
    ApiAuth apiAuth = ApiAuth::None;
    std::vector<Id<Endpoint>> apiEndpoints{};
    std::string customDomain{};
    bool awsOwned = false;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const ServiceResource&, const ServiceResource&) = default;
    static constexpr Kind kind{"resources", "service resource", "res"};
    static constexpr auto fields = FieldList{
        nameField(&ServiceResource::name),
        required("service", "Service", &ServiceResource::service,
                 "The AWS service as in the catalogue: s3, dynamodb, secretsmanager, execute-api, ecr.dkr, logs."),
        mayOwn("region", "Region", &ServiceResource::region, "The Region it stands in."),
        field("account", "Account", &ServiceResource::account, "The account that owns it, where not the Region's."),
        field("arn", "ARN", &ServiceResource::arn, "Its ARN, or * where the action has no resource."),
        field("policy", "Resource policy", &ServiceResource::policy,
              "Bucket policy, key policy, API resource policy ..."),
        field("encryptionKey", "KMS key", &ServiceResource::encryptionKey,
              "The customer managed key that encrypts it."),
        field("blockPublicAccess", "Block Public Access", &ServiceResource::blockPublicAccess,
              "S3: all four settings on."),
        field("apiType", "API type", &ServiceResource::apiType, "API Gateway: private, Regional or edge-optimised."),
        field("apiAuth", "Authorisation", &ServiceResource::apiAuth, "API Gateway: authorizationType of its methods."),
        field("apiEndpoints", "API endpoints", &ServiceResource::apiEndpoints,
              "Private API: VPC endpoints associated with it."),
        field("customDomain", "Custom domain", &ServiceResource::customDomain,
              "A domain name of your own that leads to it."),
        field("awsOwned", "Owned by AWS", &ServiceResource::awsOwned,
              "A bucket or API of AWS itself, such as the layers of ECR."),
        tagsField(&ServiceResource::tags),
        notesField(&ServiceResource::notes)};
};

enum class ClientKind : std::uint8_t { Internet, Users, Operator, Pipeline };
constexpr auto namesOf(ClientKind) {
    return std::to_array<EnumName<ClientKind>>({{ClientKind::Internet, "internet", "The internet"},
                                                {ClientKind::Users, "users", "Users"},
                                                {ClientKind::Operator, "operator", "Operator"},
                                                {ClientKind::Pipeline, "pipeline", "CI pipeline"}});
}

/// Somebody outside every VPC: users, the internet, an operator at the console, a pipeline.
struct Client {
    Id<Client> id{};
    std::string name{};
    ClientKind clientKind = ClientKind::Internet;
    std::vector<Cidr> cidrs{};
    Id<Role> role{};
    std::string notes{};
    friend bool operator==(const Client&, const Client&) = default;
    static constexpr Kind kind{"clients", "client", "client"};
    static constexpr auto fields = FieldList{
        nameField(&Client::name), field("kind", "Kind", &Client::clientKind, "Who it is."),
        field("cidrs", "Address blocks", &Client::cidrs, "Public addresses it calls from; none stands for any."),
        field("role", "IAM role", &Client::role, "The role it acts as; none stands for anonymous."),
        notesField(&Client::notes)};
};

enum class FlowIntent : std::uint8_t { Private, Any, Blocked };
constexpr auto namesOf(FlowIntent) {
    return std::to_array<EnumName<FlowIntent>>({{FlowIntent::Private, "private", "Must be private"},
                                                {FlowIntent::Any, "any", "Any way"},
                                                {FlowIntent::Blocked, "blocked", "Must be blocked"}});
}

/// Which of a service's host names the caller uses. What a name resolves to depends on it.
enum class HostStyle : std::uint8_t { Regional, DualStack, Fips, Global, Legacy, EndpointSpecific, Custom };
constexpr auto namesOf(HostStyle) {
    return std::to_array<EnumName<HostStyle>>({{HostStyle::Regional, "regional", "Regional"},
                                               {HostStyle::DualStack, "dualStack", "Dual stack"},
                                               {HostStyle::Fips, "fips", "FIPS"},
                                               {HostStyle::Global, "global", "Global"},
                                               {HostStyle::Legacy, "legacy", "Legacy"},
                                               {HostStyle::EndpointSpecific, "endpoint", "Name of the endpoint"},
                                               {HostStyle::Custom, "custom", "Name of your own"}});
}

enum class FlowPrincipal : std::uint8_t { Role, Anonymous, AwsService };
constexpr auto namesOf(FlowPrincipal) {
    return std::to_array<EnumName<FlowPrincipal>>(
        {{FlowPrincipal::Role, "role", "The caller's role"},
         {FlowPrincipal::Anonymous, "anonymous", "Nobody: unsigned"},
         {FlowPrincipal::AwsService, "awsService", "An AWS service: presigned"}});
}

using FlowSource = IdOf<Workload, LoadBalancer, Client, OnPremisesNetwork, Role>;
using FlowTarget =
    IdOf<ServiceResource, Workload, LoadBalancer, EndpointService, ResourceConfiguration, Client, OnPremisesNetwork>;

/// What is wanted: this caller reaches that target. The way it takes follows from the design.
struct Flow {
    Id<Flow> id{};
    std::string name{};
    FlowSource from{};
    FlowTarget to{};
    FlowIntent intent = FlowIntent::Private;
    std::vector<std::string> actions{};
    std::string resourceArn{};
    Id<Role> role{};
    FlowPrincipal principal = FlowPrincipal::Role;
    HostStyle hostStyle = HostStyle::Regional;
    std::string host{};
    Id<Endpoint> viaEndpoint{};
    Protocol protocol = Protocol::tcp();
    std::optional<PortRange> port{};
    double gbPerMonth = 0;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const Flow&, const Flow&) = default;
    static constexpr Kind kind{"flows", "flow", "flow"};
    static constexpr auto fields = FieldList{
        nameField(&Flow::name),
        owner("from", "From", &Flow::from, "Who calls."),
        owner("to", "To", &Flow::to, "What is called."),
        field("intent", "Wanted", &Flow::intent, "Must be private, may take any way, or must be blocked."),
        field("actions", "Actions", &Flow::actions, "IAM actions the call needs, s3:GetObject."),
        field("resourceArn", "Resource", &Flow::resourceArn, "The ARN asked for, where not the target's."),
        field("role", "As role", &Flow::role, "The role the call is signed by, where not the caller's own."),
        field("principal", "Signed by", &Flow::principal, "A role, nobody, or an AWS service (presigned URL)."),
        field("hostStyle", "Host name", &Flow::hostStyle, "Which of the service's host names the caller uses."),
        field("host", "Own name", &Flow::host, "The name itself, where it is one of your own."),
        field("viaEndpoint", "Endpoint named", &Flow::viaEndpoint,
              "The endpoint whose name the caller uses, where it uses one."),
        field("protocol", "Protocol", &Flow::protocol, "tcp unless said otherwise."),
        field("port", "Port", &Flow::port, "None stands for the service's own port."),
        field("gbPerMonth", "GB per month", &Flow::gbPerMonth, "Volume in both directions; 0 where unknown.")
            .within(0, 1'000'000'000),
        tagsField(&Flow::tags),
        notesField(&Flow::notes)};
};

}  // namespace gw
