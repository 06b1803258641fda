#include "model/scene/appearance.h"

#include <algorithm>
#include <array>

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/design/text_form.h"

namespace gw {
namespace {

struct KnownService {
    std::string_view service;
    std::string_view title;
    Appearance appearance;
};

/// Services that people draw most: a short title and a pictogram of their own. All others follow from the catalogue.
constexpr auto known = std::to_array<KnownService>({
    {"s3", "Amazon S3", {"bucket", Ink::Storage}},
    {"s3express", "S3 Express", {"bucket", Ink::Storage}},
    {"dynamodb", "DynamoDB", {"table", Ink::Database}},
    {"secretsmanager", "Secrets Mgr", {"secret", Ink::Security}},
    {"kms", "KMS", {"key", Ink::Security}},
    {"execute-api", "API Gateway", {"api", Ink::Network}},
    {"ecr.api", "ECR", {"registry", Ink::Compute}},
    {"ecr.dkr", "ECR", {"registry", Ink::Compute}},
    {"logs", "CloudWatch", {"log-group", Ink::Integration}},
    {"monitoring", "CloudWatch", {"service", Ink::Integration}},
    {"sqs", "Amazon SQS", {"queue", Ink::Integration}},
    {"sns", "Amazon SNS", {"topic", Ink::Integration}},
    {"sts", "AWS STS", {"role", Ink::Security}},
    {"ssm", "Systems Mgr", {"service", Ink::Integration}},
    {"lambda", "AWS Lambda", {"lambda", Ink::Compute}},
    {"rds", "Amazon RDS", {"database", Ink::Database}},
    {"elasticache", "ElastiCache", {"cache", Ink::Database}},
});

Ink inkOfCategory(std::string_view category) {
    static constexpr auto inks = std::to_array<std::pair<std::string_view, Ink>>({{"storage", Ink::Storage},
                                                                                  {"database", Ink::Database},
                                                                                  {"security", Ink::Security},
                                                                                  {"networking", Ink::Network},
                                                                                  {"compute", Ink::Compute},
                                                                                  {"containers", Ink::Compute},
                                                                                  {"app-integration", Ink::Integration},
                                                                                  {"management", Ink::Integration}});
    for (const auto& [name, ink] : inks)
        if (name == category) return ink;
    return Ink::Generic;
}

std::string withGroups(const Design& design, std::string line, const std::vector<Id<SecurityGroup>>& groups) {
    if (groups.empty()) return line;
    line += " \u00B7 " + nameOf(design, groups.front());
    if (groups.size() > 1) line += " +" + std::to_string(groups.size() - 1);
    return line;
}

}  // namespace

Appearance appearanceOf(WorkloadKind kind) {
    switch (kind) {
        case WorkloadKind::Ec2:
            return {"ec2", Ink::Compute};
        case WorkloadKind::Lambda:
            return {"lambda", Ink::Compute};
        case WorkloadKind::Ecs:
        case WorkloadKind::Fargate:
            return {"container", Ink::Compute};
        case WorkloadKind::Eks:
            return {"eks", Ink::Compute};
        case WorkloadKind::Rds:
            return {"database", Ink::Database};
        case WorkloadKind::ElastiCache:
            return {"cache", Ink::Database};
        case WorkloadKind::Generic:
            return {"network-interface", Ink::Generic};
    }
    return {};
}

Appearance appearanceOf(WayOut way) {
    switch (way) {
        case WayOut::Isolated:
            return {"subnet", Ink::SubnetIsolated};
        case WayOut::Private:
            return {"subnet-private", Ink::SubnetPrivate};
        case WayOut::Public:
            return {"subnet-public", Ink::SubnetPublic};
    }
    return {};
}

Ink tintOf(WayOut way) {
    switch (way) {
        case WayOut::Isolated:
            return Ink::SubnetIsolatedFill;
        case WayOut::Private:
            return Ink::SubnetPrivateFill;
        case WayOut::Public:
            return Ink::SubnetPublicFill;
    }
    return Ink::None;
}

ServiceLook lookOf(std::string_view service) {
    for (const KnownService& each : known)
        if (each.service == service) return {std::string(each.title), each.appearance};
    if (const Service* listed = Catalog::builtIn().service(service))
        return {std::string(listed->title), {"service", inkOfCategory(listed->category)}};
    return {std::string(service), {"service", Ink::Generic}};
}

std::string_view iconOf(EndpointType type) {
    switch (type) {
        case EndpointType::Gateway:
            return "endpoint-gateway";
        case EndpointType::Interface:
        case EndpointType::Tunnel:
            return "endpoint-interface";
        case EndpointType::GatewayLoadBalancer:
            return "endpoint-gwlb";
        case EndpointType::Resource:
            return "endpoint-resource";
        case EndpointType::ServiceNetwork:
            return "endpoint-service-network";
    }
    return {};
}

std::string_view iconOf(ClientKind kind) {
    switch (kind) {
        case ClientKind::Internet:
            return "internet";
        case ClientKind::Users:
        case ClientKind::Operator:
            return "user";
        case ClientKind::Pipeline:
            return "service";
    }
    return {};
}

std::string_view wordOf(ClientKind kind) {
    switch (kind) {
        case ClientKind::Internet:
        case ClientKind::Users:
            return "internet";
        case ClientKind::Operator:
            return "operator";
        case ClientKind::Pipeline:
            return "pipeline";
    }
    return {};
}

std::string secondLineOf(const Design& design, const Workload& workload) {
    std::string line(enumLabel(workload.workloadKind));
    if (!workload.detail.empty()) line += " " + workload.detail;
    return withGroups(design, std::move(line), workload.securityGroups);
}

std::string secondLineOf(const Design& design, const LoadBalancer& balancer) {
    return withGroups(design, balancer.loadBalancerKind == LoadBalancerKind::Gateway ? "Gateway balancer" : "Balancer",
                      balancer.securityGroups);
}

std::string shareOf(const Workload& workload) {
    std::string_view noun;
    switch (workload.workloadKind) {
        case WorkloadKind::Ec2:
            noun = "instance";
            break;
        case WorkloadKind::Ecs:
        case WorkloadKind::Fargate:
            noun = "task";
            break;
        case WorkloadKind::Eks:
            noun = "node";
            break;
        case WorkloadKind::Rds:
            return "standby";
        case WorkloadKind::ElastiCache:
            return "replica";
        case WorkloadKind::Lambda:
            return "interface";
        case WorkloadKind::Generic:
            return "interface";
    }
    return std::to_string(workload.count) + " " + std::string(noun) + (workload.count == 1 ? "" : "s");
}

std::string shortBlockOf(const Design& design, const Subnet& subnet) {
    if (!subnet.cidr) return subnet.ipv6Cidr ? subnet.ipv6Cidr->text() : std::string();
    const std::string text = subnet.cidr->text();
    const Vpc* vpc = find(design, subnet.vpc);
    if (!vpc) return text;
    const auto around =
        std::ranges::find_if(vpc->cidrs, [&](const Cidr& block) { return block.contains(*subnet.cidr); });
    if (around == vpc->cidrs.end()) return text;
    std::size_t from = 0;
    for (int octet = std::min(around->prefix() / 8, 3); octet > 0; --octet) from = text.find('.', from) + 1;
    return from == 0 ? text : text.substr(from - 1);
}

std::string groupedNumber(const AccountNumber& number) {
    const std::string& digits = number.text();
    return digits.empty() ? digits : digits.substr(0, 4) + "-" + digits.substr(4, 4) + "-" + digits.substr(8);
}

}  // namespace gw
