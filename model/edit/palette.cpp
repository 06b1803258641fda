#include "model/edit/palette.h"

#include <algorithm>
#include <array>

#include "model/design/containment.h"
#include "model/design/references.h"

namespace gw {
namespace {

using namespace std::string_view_literals;

constexpr auto items = std::to_array<PaletteItem>({
    {"vpc", "VPC", "VPC", "vpc", "Network", "virtual private cloud network", 420, 260},
    {"subnet", "Subnet", "subnet", "subnet", "Network", "private public isolated", 160, 88},
    {"internetGateway", "Internet gw", "internet gateway", "internet-gateway", "Network", "igw internet gateway", 24, 24},
    {"natGateway", "NAT gateway", "NAT gateway", "nat-gateway", "Network", "nat egress", 24, 24},
    {"egressOnlyGateway", "Egress-only gw", "egress-only internet gateway", "egress-only-gateway", "Network", "ipv6 eigw egress only", 24, 24},
    {"vpnGateway", "VPN gateway", "virtual private gateway", "vpn", "Network", "vgw virtual private gateway vpn direct connect", 24, 24},
    {"transitGateway", "Transit gw", "transit gateway", "transit-gateway", "Network", "tgw transit gateway hub", 40, 40},
    {"peering", "Peering", "peering connection", "peering", "Network", "pcx vpc peering", 32, 24},
    {"availabilityZone", "Zone", "Availability Zone", "availability-zone", "Network", "az availability zone", 168, 300},
    {"region", "Region", "Region", "region", "Network", "region frame", 760, 460},
    {"endpoint.gateway", "Gateway", "gateway endpoint", "endpoint-gateway", "Endpoints", "gateway endpoint s3 dynamodb vpce", 28, 28},
    {"endpoint.interface", "Interface", "interface endpoint", "endpoint-interface", "Endpoints", "interface endpoint privatelink vpce eni", 24, 24},
    {"endpoint.gwlb", "GWLB", "Gateway Load Balancer endpoint", "endpoint-gwlb", "Endpoints", "gateway load balancer endpoint firewall", 24, 24},
    {"endpoint.resource", "Resource", "resource endpoint", "endpoint-resource", "Endpoints", "resource endpoint lattice", 24, 24},
    {"endpoint.serviceNetwork", "Service net", "service network endpoint", "endpoint-service-network", "Endpoints", "lattice service network endpoint", 24, 24},
    {"endpointService", "Endpoint svc", "endpoint service", "endpoint-service", "Endpoints", "provider privatelink nlb", 122, 42},
    {"ec2", "EC2", "EC2 instance", "ec2", "Workloads", "instance server", 144, 36},
    {"lambda", "Lambda", "Lambda function", "lambda", "Workloads", "function serverless", 144, 36},
    {"fargate", "ECS, Fargate", "Fargate service", "container", "Workloads", "ecs container task fargate", 144, 36},
    {"eks", "EKS", "EKS cluster", "eks", "Workloads", "kubernetes pods", 144, 36},
    {"rds", "RDS", "RDS database", "database", "Workloads", "database postgres mysql aurora", 144, 36},
    {"elasticache", "ElastiCache", "ElastiCache cluster", "cache", "Workloads", "redis valkey cache", 144, 36},
    {"loadBalancer", "Balancer", "load balancer", "load-balancer", "Workloads", "alb nlb load balancer", 144, 36},
    {"workload", "Workload", "workload", "network-interface", "Workloads", "generic other", 144, 36},
    {"service.s3", "S3 bucket", "S3 bucket", "bucket", "Services", "s3 bucket storage object", 122, 42},
    {"service.dynamodb", "DynamoDB", "DynamoDB table", "table", "Services", "dynamodb table database", 122, 42},
    {"service.secretsmanager", "Secret", "secret", "secret", "Services", "secrets manager secret password", 122, 42},
    {"service.execute-api", "API", "API of API Gateway", "api", "Services", "api gateway rest execute-api", 122, 42},
    {"service.sqs", "Queue", "SQS queue", "queue", "Services", "sqs queue", 122, 42},
    {"service.sns", "Topic", "SNS topic", "topic", "Services", "sns topic", 122, 42},
    {"service.kms", "Key", "KMS key", "key", "Services", "kms key encryption", 122, 42},
    {"service.logs", "Log group", "log group", "log-group", "Services", "cloudwatch logs log group", 122, 42},
    {"service.ecr.dkr", "Repository", "ECR repository", "registry", "Services", "ecr image repository registry", 122, 42},
    {"service.", "Other service", "service resource", "service", "Services", "any other aws service", 122, 42},
    {"client.internet", "Internet", "internet", "internet", "Around", "internet users shoppers", 48, 56},
    {"client.users", "Users", "user group", "user", "Around", "users people clients", 48, 56},
    {"onPremises", "On-premises", "on-premises network", "on-premises", "Around", "data centre on premises corporate", 150, 56},
    {"note", "Note", "note", "note", "Around", "note text remark", 160, 64},
});

bool isRegion(const Design& design, const AnyId& id) { return design.regions.find({id.value}) != nullptr; }
bool isVpc(const Design& design, const AnyId& id) { return design.vpcs.find({id.value}) != nullptr; }
bool isSubnet(const Design& design, const AnyId& id) { return design.subnets.find({id.value}) != nullptr; }

enum class Wants : std::uint8_t { Top, Region, RegionNotVpc, Vpc, Subnet, SubnetOrVpc };

Wants wants(const PaletteItem& item) {
    if (item.key == "region"sv) return Wants::Top;
    if (item.key == "vpc"sv || item.key == "availabilityZone"sv) return Wants::Region;
    if (item.key == "transitGateway"sv || item.key == "endpointService"sv || item.section == "Services"sv)
        return Wants::RegionNotVpc;
    if (item.key == "natGateway"sv) return Wants::Subnet;
    if (item.section == "Workloads"sv) return Wants::SubnetOrVpc;
    if (item.section == "Around"sv || item.key == "peering"sv) return Wants::Top;
    return Wants::Vpc;
}

Result<AnyId> frameFor(const Design& design, Wants wanted, std::string_view noun, std::span<const AnyId> frames) {
    const auto first = [&](auto is) {
        const auto at = std::ranges::find_if(frames, [&](const AnyId& id) { return is(design, id); });
        return at == frames.end() ? AnyId{} : *at;
    };
    const AnyId region = first(isRegion);
    const AnyId vpc = first(isVpc);
    const AnyId subnet = first(isSubnet);
    const std::string a = std::string(noun.find_first_of("aeiouAEIOS") == 0 ? "An " : "A ") + std::string(noun);
    switch (wanted) {
        case Wants::Top:
            return AnyId{};
        case Wants::Region:
            // A VPC dropped on the empty canvas brings its Region; one inside a VPC has no meaning.
            if (vpc) return fail(a + " stands beside other VPCs, in a Region.");
            return region;
        case Wants::RegionNotVpc:
            if (vpc) return fail(a + " stands outside the VPC; drop it beside " + nameOf(design, vpc) + ".");
            return region;
        case Wants::Vpc:
            if (!vpc) return fail(a + " belongs to a VPC; drop it on one.");
            return subnet ? subnet : vpc;
        case Wants::Subnet:
            if (!subnet) return fail(a + " stands in a subnet; drop it on one.");
            return subnet;
        case Wants::SubnetOrVpc:
            if (!vpc) return fail(a + " stands in a subnet; drop it on one.");
            return subnet ? subnet : vpc;
    }
    return AnyId{};
}

std::string_view keyOfThing(const Design& design, const AnyId& id) {
    std::string_view key;
    withRow(design, id, [&]<class Row>(const Row& row) {
        if constexpr (std::is_same_v<Row, Region>) key = "region";
        else if constexpr (std::is_same_v<Row, Vpc>) key = "vpc";
        else if constexpr (std::is_same_v<Row, AvailabilityZone>) key = "availabilityZone";
        else if constexpr (std::is_same_v<Row, Subnet>) key = "subnet";
        else if constexpr (std::is_same_v<Row, NatGateway>) key = "natGateway";
        else if constexpr (std::is_same_v<Row, Workload>) key = "workload";
        else if constexpr (std::is_same_v<Row, LoadBalancer>) key = "loadBalancer";
        else if constexpr (std::is_same_v<Row, Endpoint>) key = row.type == EndpointType::Gateway ? "endpoint.gateway" : "endpoint.interface";
        else if constexpr (std::is_same_v<Row, InternetGateway>) key = "internetGateway";
        else if constexpr (std::is_same_v<Row, EgressOnlyGateway>) key = "egressOnlyGateway";
        else if constexpr (std::is_same_v<Row, VpnGateway>) key = "vpnGateway";
        else if constexpr (std::is_same_v<Row, TransitGateway>) key = "transitGateway";
        else if constexpr (std::is_same_v<Row, EndpointService>) key = "endpointService";
        else if constexpr (std::is_same_v<Row, ServiceResource>) key = "service.";
        else if constexpr (std::is_same_v<Row, ResolverEndpoint> || std::is_same_v<Row, ResourceGateway>) key = "endpoint.interface";
        else key = "note";
    });
    return key;
}

}  // namespace

std::span<const PaletteItem> palette() {
    return items;
}

const PaletteItem* paletteItem(std::string_view key) {
    const auto at = std::ranges::find(items, key, &PaletteItem::key);
    return at == items.end() ? nullptr : &*at;
}

Result<AnyId> frameFor(const Design& design, const PaletteItem& item, std::span<const AnyId> frames) {
    return frameFor(design, wants(item), item.noun, frames);
}

Result<AnyId> frameFor(const Design& design, const AnyId& thing, std::span<const AnyId> frames) {
    const PaletteItem* item = paletteItem(keyOfThing(design, thing));
    if (!item) return fail(thing.value + " is gone.");
    return frameFor(design, wants(*item), nounOf(design, thing), frames);
}

std::string newIdFor(const Design& design, const PaletteItem& item) {
    std::string base(item.key.substr(item.key.find_last_of('.') == std::string_view::npos ? 0 : item.key.find_last_of('.') + 1));
    if (item.section == "Endpoints"sv) base = "vpce";
    if (item.key == "internetGateway"sv) base = "igw";
    if (item.key == "natGateway"sv) base = "nat";
    if (item.key == "egressOnlyGateway"sv) base = "eigw";
    if (item.key == "vpnGateway"sv) base = "vgw";
    if (item.key == "transitGateway"sv) base = "tgw";
    if (item.key == "peering"sv) base = "pcx";
    if (item.key == "availabilityZone"sv) base = "az";
    if (item.key == "service.s3"sv) base = "bucket";
    if (item.key == "service.dynamodb"sv) base = "table";
    if (item.key == "service.secretsmanager"sv) base = "secret";
    if (item.key == "service.execute-api"sv) base = "api";
    if (item.key == "service.ecr.dkr"sv) base = "repository";
    if (item.key == "service."sv) base = "service";
    return freeId(design, base);
}

}  // namespace gw
