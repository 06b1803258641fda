#include "model/edit/usual.h"

#include <algorithm>
#include <array>

#include "model/catalog/catalog.h"
#include "model/catalog/partition.h"

namespace gw::usual {
namespace {

using namespace std::string_view_literals;

/// AWS takes subnets of /16 to /28.
constexpr int smallestSubnet = 28;

/// What the drawing knows of a service whose resources have a card in the palette, or are often called.
/// `arn` is of the form in the service authorization reference, {name} {region} {account} {partition} filled in.
struct ServiceHabits {
    std::string_view service;
    std::string_view arn;
    std::string_view action;
};
constexpr auto habits = std::to_array<ServiceHabits>({
    {"s3", "arn:{partition}:s3:::{name}", "s3:GetObject"},
    {"dynamodb", "arn:{partition}:dynamodb:{region}:{account}:table/{name}", "dynamodb:GetItem"},
    {"secretsmanager", "arn:{partition}:secretsmanager:{region}:{account}:secret:{name}-*",
     "secretsmanager:GetSecretValue"},
    {"execute-api", "arn:{partition}:execute-api:{region}:{account}:{name}/*", "execute-api:Invoke"},
    {"sqs", "arn:{partition}:sqs:{region}:{account}:{name}", "sqs:SendMessage"},
    {"sns", "arn:{partition}:sns:{region}:{account}:{name}", "sns:Publish"},
    {"kms", "arn:{partition}:kms:{region}:{account}:key/{name}", "kms:Decrypt"},
    {"logs", "arn:{partition}:logs:{region}:{account}:log-group:{name}:*", "logs:PutLogEvents"},
    {"ecr.dkr", "arn:{partition}:ecr:{region}:{account}:repository/{name}", "ecr:BatchGetImage"},
    {"ecr.api", "*", "ecr:GetAuthorizationToken"},
    {"ssm", "arn:{partition}:ssm:{region}:{account}:parameter/{name}", "ssm:GetParameter"},
    {"sts", "*", "sts:AssumeRole"},
    {"states", "arn:{partition}:states:{region}:{account}:stateMachine:{name}", "states:StartExecution"},
    {"lambda", "arn:{partition}:lambda:{region}:{account}:function:{name}", "lambda:InvokeFunction"},
    {"kinesis-streams", "arn:{partition}:kinesis:{region}:{account}:stream/{name}", "kinesis:PutRecord"},
    {"events", "arn:{partition}:events:{region}:{account}:event-bus/{name}", "events:PutEvents"},
});

const ServiceHabits* habitsOf(std::string_view service) {
    const auto at = std::ranges::find(habits, service, &ServiceHabits::service);
    return at == habits.end() ? nullptr : &*at;
}

void fill(std::string& text, std::string_view key, std::string_view value) {
    for (auto at = text.find(key); at != std::string::npos; at = text.find(key, at + value.size()))
        text.replace(at, key.size(), value);
}

/// The lowest aligned block of that prefix in `within` that overlaps none of `taken`; IPv4.
std::optional<Cidr> lowestFree(const Cidr& within, int prefix, const std::vector<Cidr>& taken) {
    const Bits128 size = Bits128{1} << (within.width() - prefix);
    for (Bits128 at = within.first().bits; at + (size - 1) <= within.last().bits;) {
        const Cidr tried = Cidr::of({within.family(), at}, prefix);
        const auto hit = std::ranges::find_if(taken, [&](const Cidr& other) { return other.overlaps(tried); });
        if (hit == taken.end()) return tried;
        at = std::max(at + size, (hit->last().bits / size + 1) * size);
    }
    return std::nullopt;
}

std::vector<Cidr> subnetBlocksOf(const Design& design, const Vpc& vpc) {
    std::vector<Cidr> taken;
    for (const Subnet& subnet : design.subnets)
        if (subnet.vpc == vpc.id && subnet.cidr) taken.push_back(*subnet.cidr);
    return taken;
}

}  // namespace

Cidr vpcBlock(const Design& design) {
    std::vector<Cidr> taken;
    for (const Vpc& vpc : design.vpcs) taken.insert(taken.end(), vpc.cidrs.begin(), vpc.cidrs.end());
    for (const OnPremisesNetwork& there : design.onPremisesNetworks)
        taken.insert(taken.end(), there.cidrs.begin(), there.cidrs.end());
    return lowestFree(Cidr::literal("10.0.0.0/8"), 16, taken).value_or(Cidr::literal("10.0.0.0/16"));
}

std::optional<Cidr> subnetBlock(const Design& design, const Vpc& vpc, int prefix) {
    const std::vector<Cidr> taken = subnetBlocksOf(design, vpc);
    for (const Cidr& block : vpc.cidrs)
        if (block.isV4() && block.prefix() <= prefix)
            if (const auto free = lowestFree(block, prefix, taken)) return free;
    return std::nullopt;
}

std::optional<Cidr> subnetBlock(const Design& design, const Vpc& vpc) {
    const std::vector<Cidr> taken = subnetBlocksOf(design, vpc);
    for (int smaller = 0; smaller <= smallestSubnet; ++smaller)
        for (const Cidr& block : vpc.cidrs) {
            if (!block.isV4() || block.prefix() > smallestSubnet) continue;
            const int usualPrefix = block.prefix() <= 18 ? 24 : std::min(block.prefix() + 4, smallestSubnet);
            const int prefix = usualPrefix + smaller;
            if (prefix > smallestSubnet) continue;
            if (const auto free = lowestFree(block, prefix, taken)) return free;
        }
    return std::nullopt;
}

std::string regionCode(const Design& design) {
    constexpr auto usualCodes = std::to_array<std::string_view>(
        {"us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-1", "ap-northeast-1", "us-east-2"});
    for (const auto code : usualCodes)
        if (std::ranges::none_of(design.regions, [&](const Region& region) { return region.code == code; }))
            return std::string(code);
    return std::string(usualCodes.front());
}

std::string zoneName(const Design& design, const Region& region) {
    const RegionInfo* known = Catalog::builtIn().region(region.code);
    const std::vector<std::string_view> letters =
        known && !known->zones.empty() ? known->zones : std::vector<std::string_view>{"a", "b", "c"};
    for (const auto letter : letters) {
        std::string name = region.code + std::string(letter);
        if (std::ranges::none_of(design.availabilityZones,
                                 [&](const auto& zone) { return zone.region == region.id && zone.name == name; }))
            return name;
    }
    return {};
}

std::vector<std::string> actions(std::string_view service) {
    const ServiceHabits* known = habitsOf(service);
    if (!known) return {};
    return {std::string(known->action)};
}

std::string arn(std::string_view service, std::string_view name, std::string_view region,
                const AccountNumber& account) {
    const ServiceHabits* known = habitsOf(service);
    std::string text(known ? known->arn : "*"sv);
    fill(text, "{partition}", partitionOf(region));
    fill(text, "{region}", region);
    fill(text, "{account}", account ? account.text() : "111122223333");
    fill(text, "{name}", name);
    return text;
}

std::string endpointService(const Design& design, const Id<Vpc>& vpc, EndpointType type) {
    const bool gateway = type == EndpointType::Gateway;
    std::vector<std::string> wanted;
    for (const ServiceResource& resource : design.resources) {
        const Service* known = Catalog::builtIn().service(resource.service);
        // S3 and DynamoDB are reached through gateway endpoints unless somebody chooses otherwise: those are free.
        if (known && (gateway ? known->types.gateway : known->types.interface && !known->types.gateway))
            wanted.push_back(resource.service);
    }
    const std::vector<std::string> usualOnes =
        gateway ? std::vector<std::string>{"s3", "dynamodb"}
                : std::vector<std::string>{
                      "secretsmanager", "kms", "logs", "ecr.api", "ecr.dkr", "sts", "ssm", "sqs", "sns"};
    wanted.insert(wanted.end(), usualOnes.begin(), usualOnes.end());
    for (const std::string& service : wanted)
        if (std::ranges::none_of(design.endpoints, [&](const Endpoint& endpoint) {
                return endpoint.vpc == vpc && endpoint.type == type && endpoint.service == service;
            }))
            return service;
    return usualOnes.front();
}

}  // namespace gw::usual
