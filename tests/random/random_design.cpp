#include "tests/random/random_design.h"

#include <algorithm>

#include "tests/random/builder.h"

namespace gw {
namespace {

constexpr int column = 176;  // from one zone's subnets to the next
constexpr int subnetWidth = 160;
constexpr int cardPitch = 44;  // from one card of a subnet to the next
constexpr int signPitch = 32;  // from one sign on a border to the next
constexpr int servicePitch = 50;

const std::vector<std::string> regionCodes{"us-east-1", "eu-west-1", "eu-central-1", "ap-southeast-2"};
const std::vector<std::string> serviceNames{"s3",  "dynamodb", "secretsmanager", "sqs",
                                            "kms", "logs",     "ecr.dkr",        "execute-api"};
const std::vector<std::string> actionNames{"s3:GetObject",      "dynamodb:GetItem",  "secretsmanager:GetSecretValue",
                                           "sqs:SendMessage",   "kms:Decrypt",       "logs:PutLogEvents",
                                           "ecr:BatchGetImage", "execute-api:Invoke"};

PolicyDocument allow(const std::string& action, const std::string& principal, const std::string& condition) {
    return PolicyDocument::literal(
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\"," +
        (principal.empty() ? "" : "\"Principal\": " + principal + ",") + "\"Action\": \"" + action +
        "\", \"Resource\": \"*\"" +
        (condition.empty() ? "" : ", \"Condition\": {\"StringEquals\": {" + condition + "}}") + "}]}");
}

/// One VPC with all that stands in it or belongs to it.
class VpcBuilder {
public:
    VpcBuilder(Builder& builder, Id<Region> region, std::vector<Id<AvailabilityZone>> zones, int number)
        : b_(builder), r_(builder.random), region_(std::move(region)), zones_(std::move(zones)), number_(number) {}

    /// Adds it with its upper left corner there; what it takes, border signs aside.
    Box build(int x, int y, int workloadsPerSubnet) {
        addVpc();
        const int tiers = r_.between(1, 3);
        int bottom = y + 30;
        for (int tier = 0; tier < tiers; ++tier) bottom = addTier(tier, x + 14, bottom, workloadsPerSubnet) + 16;
        addEndpoints();
        const int signs = std::max(static_cast<int>(borderSigns_.size()), 1);
        const Box box{x, y, 14 + static_cast<int>(zones_.size()) * column - (column - subnetWidth) + 56,
                      std::max(bottom - y - 4, signs * signPitch + 48)};
        b_.place(vpc_, box);
        for (int i = 0; i < static_cast<int>(borderSigns_.size()); ++i)
            b_.place(borderSigns_[static_cast<std::size_t>(i)], {box.right() - 12, y + 32 + i * signPitch, 24, 24});
        if (internetGateway_) b_.place(internetGateway_, {x + 40, y - 12, 24, 24});
        if (egressOnlyGateway_) b_.place(egressOnlyGateway_, {x + 80, y - 12, 24, 24});
        return box;
    }

private:
    std::string block(int third, int prefix) const {
        return "10." + std::to_string(number_ % 256) + "." + std::to_string(third) + ".0/" + std::to_string(prefix);
    }

    void addVpc() {
        Vpc vpc;
        vpc.name = "Network " + std::to_string(number_);
        vpc.region = region_;
        vpc.cidrs = {Cidr::literal(block(0, 16))};
        vpc.dnsHostnames = r_.chance(80);
        vpc.dnsSupport = r_.chance(95);
        if (r_.chance(20)) vpc.tags = {{"Environment", "test"}, {"Owner", "network"}};
        vpc_ = b_.add(std::move(vpc));
        if (r_.chance(70)) {
            InternetGateway gateway;
            gateway.vpc = vpc_;
            internetGateway_ = b_.add(std::move(gateway));
        }
        if (r_.chance(15)) {
            EgressOnlyGateway gateway;
            gateway.vpc = vpc_;
            egressOnlyGateway_ = b_.add(std::move(gateway));
        }
        workloadGroup_ =
            addGroup("workloads", {{Protocol::tcp(), PortRange::single(443), Cidr::literal(block(0, 16)), ""}},
                     {{Protocol::tcp(), PortRange::single(443), Cidr::literal("0.0.0.0/0"), ""}});
        std::vector<SecurityGroupRule> in{
            {Protocol::tcp(), PortRange::single(443), Cidr::literal(block(0, 16)), "HTTPS"}};
        if (r_.chance(50)) in[0].peer = IdOf<SecurityGroup, PrefixList>(workloadGroup_);
        if (r_.chance(15)) in.clear();  // the mistake: nothing may come in
        endpointGroup_ = addGroup("endpoints", std::move(in), {});
        Role role;
        role.name = "app-" + std::to_string(number_);
        for (int i = r_.between(0, 2); i >= 0; --i)
            role.policies.push_back({"policy-" + std::to_string(i), allow(r_.of(actionNames), "", "")});
        role_ = b_.add(std::move(role));
    }

    Id<SecurityGroup> addGroup(const std::string& name, std::vector<SecurityGroupRule> in,
                               std::vector<SecurityGroupRule> out) {
        SecurityGroup group;
        group.name = name;
        group.vpc = vpc_;
        group.description = "Random";
        group.ingress = std::move(in);
        group.egress = std::move(out);
        return b_.add(std::move(group));
    }

    /// A row of subnets across the zones with their cards; where it ends.
    int addTier(int tier, int x, int y, int workloadsPerSubnet) {
        std::vector<Id<Subnet>> subnets;
        std::vector<int> cards;
        for (std::size_t zone = 0; zone < zones_.size(); ++zone) {
            Subnet subnet;
            subnet.name = (tier == 0   ? "front "
                           : tier == 1 ? "app "
                                       : "data ") +
                          std::string(1, static_cast<char>('a' + zone));
            subnet.vpc = vpc_;
            subnet.zone = zones_[zone];
            subnet.cidr = Cidr::literal(block(tier * 16 + static_cast<int>(zone), 24));
            subnet.intent = tier == 0       ? SubnetIntent::Public
                            : r_.chance(50) ? SubnetIntent::Private
                                            : SubnetIntent::Unstated;
            subnets.push_back(b_.add(std::move(subnet)));
            cards.push_back(0);
        }
        if (tier == 0 && internetGateway_ && r_.chance(70))
            addNat(subnets.front(), {x + 8, y + 26, 24, 24}, cards.front());
        for (std::size_t zone = 0; zone < zones_.size(); ++zone)
            for (int i = r_.between(0, workloadsPerSubnet); i > 0; --i)
                b_.place(addWorkload({subnets[zone]}),
                         {x + static_cast<int>(zone) * column + 8, y + 26 + cards[zone]++ * cardPitch, 144, 36});
        int below = *std::max_element(cards.begin(), cards.end());
        if (subnets.size() > 1 && r_.chance(60))
            b_.place(addWorkload(subnets), {x + 8, y + 26 + below++ * cardPitch,
                                            static_cast<int>(subnets.size() - 1) * column + subnetWidth - 16, 36});
        const int height = std::max(below * cardPitch + 26, 80);
        for (std::size_t zone = 0; zone < zones_.size(); ++zone)
            b_.place(subnets[zone], {x + static_cast<int>(zone) * column, y, subnetWidth, height});
        addRoutes(tier, subnets);
        if (r_.chance(30)) addAcl(subnets);
        all_.push_back(subnets);
        return y + height;
    }

    void addNat(const Id<Subnet>& subnet, Box box, int& cards) {
        ElasticIp address;
        address.region = region_;
        NatGateway nat;
        nat.vpc = vpc_;
        nat.subnet = subnet;
        nat.elasticIps = {b_.add(std::move(address))};
        nat_ = b_.add(std::move(nat));
        b_.place(nat_, box);
        ++cards;
    }

    Id<Workload> addWorkload(std::vector<Id<Subnet>> subnets) {
        Workload workload;
        workload.workloadKind = static_cast<WorkloadKind>(r_.below(8));
        workload.name = "workload " + std::to_string(b_.rows<Workload>().size() + 1);
        workload.vpc = vpc_;
        workload.subnets = std::move(subnets);
        workload.securityGroups = {workloadGroup_};
        workload.count = r_.between(1, 3);
        if (r_.chance(80)) workload.role = role_;
        return b_.add(std::move(workload));
    }

    void addRoutes(int tier, std::vector<Id<Subnet>> subnets) {
        RouteTable table;
        table.vpc = vpc_;
        table.isMain = tier == 0;
        table.subnets = std::move(subnets);
        if (tier == 0 && internetGateway_)
            table.routes.push_back({Cidr::literal("0.0.0.0/0"), RouteTarget(internetGateway_)});
        if (tier == 1 && nat_) table.routes.push_back({Cidr::literal("0.0.0.0/0"), RouteTarget(nat_)});
        tables_.push_back(b_.add(std::move(table)));
    }

    void addAcl(std::vector<Id<Subnet>> subnets) {
        NetworkAcl acl;
        acl.vpc = vpc_;
        acl.subnets = std::move(subnets);
        acl.ingress = {{100, AclAction::Allow, Protocol::all(), {}, Cidr::literal("0.0.0.0/0")}};
        acl.egress = {{100, AclAction::Allow, Protocol::tcp(), PortRange::single(443), Cidr::literal("0.0.0.0/0")},
                      {110,
                       r_.chance(80) ? AclAction::Allow : AclAction::Deny,
                       Protocol::tcp(),
                       {1024, 65535},
                       Cidr::literal(block(0, 16))}};
        b_.add(std::move(acl));
    }

    void addEndpoints() {
        for (const std::string& service : serviceNames) {
            if (!r_.chance(45)) continue;
            Endpoint endpoint;
            endpoint.vpc = vpc_;
            endpoint.service = service;
            if (service == "s3" || service == "dynamodb") {
                endpoint.type = EndpointType::Gateway;
                for (const auto& table : tables_)
                    if (r_.chance(70)) endpoint.routeTables.push_back(table);
            } else {
                endpoint.subnets = r_.of(all_);
                if (r_.chance(20)) endpoint.subnets.resize(1);
                endpoint.securityGroups = {endpointGroup_};
                endpoint.privateDns = r_.chance(80);
            }
            if (r_.chance(30)) endpoint.policy = allow(r_.of(actionNames), "\"*\"", "");
            borderSigns_.emplace_back(b_.add(std::move(endpoint)));
        }
    }

    Builder& b_;
    Random& r_;
    Id<Region> region_;
    std::vector<Id<AvailabilityZone>> zones_;
    int number_;
    Id<Vpc> vpc_;
    Id<InternetGateway> internetGateway_;
    Id<EgressOnlyGateway> egressOnlyGateway_;
    Id<NatGateway> nat_;
    Id<Role> role_;
    Id<SecurityGroup> workloadGroup_;
    Id<SecurityGroup> endpointGroup_;
    std::vector<Id<RouteTable>> tables_;
    std::vector<std::vector<Id<Subnet>>> all_;
    std::vector<AnyId> borderSigns_;
};

/// One Region with its zones, VPCs one below the other, and services to their right; its box.
Box addRegion(Builder& b, int x, int y, std::size_t wanted, int& vpcs) {
    Random& r = b.random;
    Region region;
    region.code = r.of(regionCodes);
    const std::string code = region.code;
    const Id<Region> id = b.add(std::move(region));
    std::vector<Id<AvailabilityZone>> zones;
    for (int i = 0, count = r.between(1, 3); i < count; ++i) {
        AvailabilityZone zone;
        zone.name = code + static_cast<char>('a' + i);
        zone.region = id;
        zones.push_back(b.add(std::move(zone)));
    }
    const int workloads = wanted > 100 ? 6 : 2;
    const std::size_t until = b.placed() + std::min<std::size_t>(wanted, 150);
    Box last{x + 20, y + 80, 0, -34};
    const int top = y + 80;
    do last = VpcBuilder(b, id, zones, ++vpcs).build(x + 20, last.bottom() + 34, workloads);
    while (b.placed() < until);
    for (std::size_t i = 0; i < zones.size(); ++i)
        b.place(zones[i], {x + 30 + static_cast<int>(i) * column, top - 22, 168, last.bottom() + 10 - (top - 22)});
    const int perColumn = std::max((last.bottom() - top) / servicePitch, 1);
    const int services = r.between(2, 8);
    for (int i = 0; i < services; ++i) {
        ServiceResource resource;
        const std::size_t which = r.below(serviceNames.size());
        resource.service = serviceNames[which];
        resource.name = resource.service + " " + std::to_string(b.rows<ServiceResource>().size() + 1);
        resource.region = id;
        if (resource.service == "execute-api") resource.apiType = static_cast<ApiType>(r.between(1, 3));
        if (r.chance(30) && !b.rows<Endpoint>().empty())
            resource.policy =
                allow(actionNames[which], "\"*\"", "\"aws:SourceVpce\": \"" + r.of(b.rows<Endpoint>()).id.value + "\"");
        b.place(b.add(std::move(resource)),
                {last.right() + 60 + i / perColumn * 140, top + i % perColumn * servicePitch, 122, 42});
    }
    const Box box{x, y, last.right() + 60 + (services - 1) / perColumn * 140 + 122 + 20 - x, last.bottom() + 30 - y};
    b.place(id, box);
    return box;
}

void addFlows(Builder& b, std::size_t count) {
    Random& r = b.random;
    if (b.rows<Workload>().empty()) return;
    for (std::size_t i = 0; i < count; ++i) {
        Flow flow;
        flow.from = r.of(b.rows<Workload>()).id;
        if (r.chance(85) && !b.rows<ServiceResource>().empty()) {
            const ServiceResource& to = r.of(b.rows<ServiceResource>());
            flow.to = to.id;
            const auto at = std::find(serviceNames.begin(), serviceNames.end(), to.service);
            flow.actions = {actionNames[static_cast<std::size_t>(at - serviceNames.begin())]};
        } else {
            flow.to = r.of(b.rows<Workload>()).id;
        }
        flow.intent = r.chance(75) ? FlowIntent::Private : r.chance(60) ? FlowIntent::Any : FlowIntent::Blocked;
        flow.gbPerMonth = r.between(0, 500);
        if (r.chance(10)) flow.hostStyle = static_cast<HostStyle>(r.below(6));
        b.add(std::move(flow));
    }
}

void fill(Builder& b, RandomSize size) {
    int right = 240;
    int vpcs = 0;
    do right = addRegion(b, right, 40, size.things - std::min(size.things, b.placed()), vpcs).right() + 40;
    while (b.placed() < size.things);
    addSurroundings(b);
    addFlows(b, size.things / 2);
}

Design named(Builder& b, std::uint64_t seed) {
    Design design = b.design();
    design.header.name = "Random design " + std::to_string(seed);
    return design;
}

}  // namespace

Design randomDesign(std::uint64_t seed, RandomSize size) {
    Builder b(seed);
    fill(b, size);
    return named(b, seed);
}

Design randomConnectedDesign(std::uint64_t seed, RandomSize size) {
    Builder b(seed);
    fill(b, size);
    addConnections(b);
    return named(b, seed);
}

}  // namespace gw
