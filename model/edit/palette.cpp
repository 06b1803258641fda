#include "model/edit/palette.h"

#include <algorithm>
#include <array>

#include "model/design/references.h"

namespace gw {
namespace {

// clang-format off
constexpr auto items = std::to_array<PaletteItem>({
    {"vpc", "VPC", "VPC", "vpc", "Network", "virtual private cloud network", "vpc", Place::BesideVpcs, 420, 260},
    {"subnet", "Subnet", "subnet", "subnet", "Network", "private public isolated", "subnet", Place::Vpc, 160, 88},
    {"internetGateway", "Internet gw", "internet gateway", "internet-gateway", "Network", "igw internet gateway", "igw", Place::Vpc, 24, 24},
    {"natGateway", "NAT gw", "NAT gateway", "nat-gateway", "Network", "nat egress", "nat", Place::Subnet, 24, 24},
    {"egressOnlyGateway", "Egress gw", "egress-only internet gateway", "egress-only-gateway", "Network", "ipv6 eigw egress only", "eigw", Place::Vpc, 24, 24},
    {"vpnGateway", "VPN gw", "virtual private gateway", "vpn", "Network", "vgw virtual private gateway vpn direct connect", "vgw", Place::Vpc, 24, 24},
    {"transitGateway", "Transit gw", "transit gateway", "transit-gateway", "Network", "tgw transit gateway hub", "tgw", Place::BesideVpcs, 40, 40},
    {"peering", "Peering", "peering connection", "peering", "Network", "pcx vpc peering", "pcx", Place::Top, 32, 24},
    {"availabilityZone", "Zone", "Availability Zone", "availability-zone", "Network", "az availability zone", "az", Place::Region, 168, 300},
    {"region", "Region", "Region", "region", "Network", "region frame", "region", Place::Top, 760, 460},
    {"endpoint.gateway", "Gateway", "gateway endpoint", "endpoint-gateway", "Endpoints", "gateway endpoint s3 dynamodb vpce", "vpce", Place::Vpc, 28, 28},
    {"endpoint.interface", "Interface", "interface endpoint", "endpoint-interface", "Endpoints", "interface endpoint privatelink vpce eni", "vpce", Place::Vpc, 24, 24},
    {"endpoint.gwlb", "GWLB", "Gateway Load Balancer endpoint", "endpoint-gwlb", "Endpoints", "gateway load balancer endpoint firewall", "vpce", Place::Vpc, 24, 24},
    {"endpoint.resource", "Resource", "resource endpoint", "endpoint-resource", "Endpoints", "resource endpoint lattice", "vpce", Place::Vpc, 24, 24},
    {"endpoint.serviceNetwork", "Service net", "service network endpoint", "endpoint-service-network", "Endpoints", "lattice service network endpoint", "vpce", Place::Vpc, 24, 24},
    {"endpointService", "Provider", "endpoint service", "endpoint-service", "Endpoints", "provider privatelink nlb", "vpce-svc", Place::BesideVpcs, 122, 42},
    {"ec2", "EC2", "EC2 instance", "ec2", "Workloads", "instance server", "ec2", Place::SubnetOrVpc, 144, 36},
    {"lambda", "Lambda", "Lambda function", "lambda", "Workloads", "function serverless", "lambda", Place::SubnetOrVpc, 144, 36},
    {"fargate", "Fargate", "Fargate service", "container", "Workloads", "ecs container task fargate", "fargate", Place::SubnetOrVpc, 144, 36},
    {"eks", "EKS", "EKS cluster", "eks", "Workloads", "kubernetes pods", "eks", Place::SubnetOrVpc, 144, 36},
    {"rds", "RDS", "RDS database", "database", "Workloads", "database postgres mysql aurora", "database", Place::SubnetOrVpc, 144, 36},
    {"elasticache", "ElastiCache", "ElastiCache cluster", "cache", "Workloads", "redis valkey cache", "cache", Place::SubnetOrVpc, 144, 36},
    {"loadBalancer", "Balancer", "load balancer", "load-balancer", "Workloads", "alb nlb load balancer", "balancer", Place::SubnetOrVpc, 144, 36},
    {"workload", "Workload", "workload", "network-interface", "Workloads", "generic other", "workload", Place::SubnetOrVpc, 144, 36},
    {"service.s3", "S3 bucket", "S3 bucket", "bucket", "Services", "s3 bucket storage object", "bucket", Place::BesideVpcs, 122, 42},
    {"service.dynamodb", "DynamoDB", "DynamoDB table", "table", "Services", "dynamodb table database", "table", Place::BesideVpcs, 122, 42},
    {"service.secretsmanager", "Secret", "secret", "secret", "Services", "secrets manager secret password", "secret", Place::BesideVpcs, 122, 42},
    {"service.execute-api", "API", "API of API Gateway", "api", "Services", "api gateway rest execute-api", "api", Place::BesideVpcs, 122, 42},
    {"service.sqs", "Queue", "SQS queue", "queue", "Services", "sqs queue", "queue", Place::BesideVpcs, 122, 42},
    {"service.sns", "Topic", "SNS topic", "topic", "Services", "sns topic", "topic", Place::BesideVpcs, 122, 42},
    {"service.kms", "Key", "KMS key", "key", "Services", "kms key encryption", "key", Place::BesideVpcs, 122, 42},
    {"service.logs", "Log group", "log group", "log-group", "Services", "cloudwatch logs log group", "logs", Place::BesideVpcs, 122, 42},
    {"service.ecr.dkr", "Repository", "ECR repository", "registry", "Services", "ecr image repository registry", "repository", Place::BesideVpcs, 122, 42},
    {"service.", "Service", "service resource", "service", "Services", "any other aws service", "service", Place::BesideVpcs, 122, 42},
    {"securityGroup", "Sec. group", "security group", "security-group", "Rules and policies", "sg firewall inbound outbound", "sg", Place::Vpc, 0, 0},
    {"networkAcl", "ACL", "network ACL", "network-acl", "Rules and policies", "nacl acl stateless subnet", "acl", Place::Vpc, 0, 0},
    {"routeTable", "Route table", "route table", "route-table", "Rules and policies", "routes rtb", "rtb", Place::Vpc, 0, 0},
    {"prefixList", "Prefix list", "prefix list", "prefix-list", "Rules and policies", "pl cidr blocks managed", "pl", Place::Top, 0, 0},
    {"hostedZone", "Hosted zone", "private hosted zone", "hosted-zone", "Rules and policies", "route 53 dns phz names", "zone", Place::Vpc, 0, 0},
    {"role", "IAM role", "IAM role", "role", "Rules and policies", "identity permissions policy", "role", Place::Top, 0, 0},
    {"invariant", "Invariant", "invariant", "policy", "Rules and policies", "promise rule must never only through", "inv", Place::Top, 0, 0},
    {"client.internet", "Internet", "internet", "internet", "Around", "internet users shoppers", "internet", Place::Top, 48, 56},
    {"client.users", "Users", "user group", "user", "Around", "users people clients", "users", Place::Top, 48, 56},
    {"onPremises", "On-premises", "on-premises network", "on-premises", "Around", "data centre on premises corporate", "on-premises", Place::Top, 150, 56},
    {"note", "Note", "note", "note", "Around", "note text remark", "note", Place::Top, 160, 64},
});
// clang-format on

}  // namespace

std::span<const PaletteItem> palette() {
    return items;
}

const PaletteItem* paletteItem(std::string_view key) {
    const auto at = std::ranges::find(items, key, &PaletteItem::key);
    return at == items.end() ? nullptr : &*at;
}

std::string newIdFor(const Design& design, const PaletteItem& item) {
    return freeId(design, item.idPrefix);
}

}  // namespace gw
