#include "tests/model/scene/shop.h"

namespace gw::test {
namespace {

void place(Design& design, const std::string& id, Box box) {
    design.placements.put({{id}, box.x, box.y, box.width, box.height});
}

struct Tier {
    const char* name;
    int octet;
    int step;
    int prefix;
    int y;
    int height;
};
constexpr Tier tiers[] = {{"public", 0, 1, 24, 144, 74},
                          {"app", 16, 4, 22, 226, 196},
                          {"endpoint", 64, 0, 26, 430, 66},
                          {"data", 48, 1, 24, 504, 66}};
constexpr const char* zones[] = {"a", "b", "c"};

std::vector<Id<Subnet>> subnetsOf(const std::string& tier, int count = 3) {
    std::vector<Id<Subnet>> ids;
    for (int i = 0; i < count; ++i) ids.push_back({tier + "-" + zones[i]});
    return ids;
}

void network(Design& design) {
    design.accounts.put({{"shop"}, "shop", *AccountNumber::parse("111122223333")});
    design.regions.put({{"us-east-1"}, "us-east-1", {"shop"}});
    place(design, "us-east-1", {314, 54, 802, 546});
    design.vpcs.put({{"vpc-shop"}, "vpc-shop", {"us-east-1"}, {Cidr::literal("10.20.0.0/16")}});
    place(design, "vpc-shop", {332, 114, 556, 464});
    design.flowLogs.put({{"fl-shop"}, "fl-shop", Id<Vpc>{"vpc-shop"}});
    design.internetGateways.put({{"igw-shop"}, "igw-shop", {"vpc-shop"}});
    place(design, "igw-shop", {320, 172, 24, 24});
    for (int zone = 0; zone < 3; ++zone) {
        const std::string letter = zones[zone];
        const int x = 344 + zone * 168;
        design.availabilityZones.put({{"az-" + letter}, "us-east-1" + letter, {"us-east-1"}});
        place(design, "az-" + letter, {x, 92, 152, 496});
        for (const Tier& tier : tiers) {
            Subnet subnet{{std::string(tier.name) + "-" + letter},
                          std::string(tier.name) + "-" + letter,
                          {"vpc-shop"},
                          {"az-" + letter}};
            const int last = tier.prefix == 26 ? 64 * zone : 0;
            subnet.cidr = Cidr::literal("10.20." + std::to_string(tier.octet + tier.step * zone) + "." +
                                        std::to_string(last) + "/" + std::to_string(tier.prefix));
            place(design, subnet.id.value, {x + 2, tier.y, 148, tier.height});
            design.subnets.put(std::move(subnet));
        }
    }
    design.routeTables.put({{"rt-app"}, "rt-app", {"vpc-shop"}, false, subnetsOf("app")});
}

void workloads(Design& design) {
    LoadBalancer balancer{{"front-end"}, "front-end"};
    balancer.vpc = {"vpc-shop"};
    balancer.subnets = subnetsOf("public");
    balancer.securityGroups = {{"sg-frontend"}};
    design.loadBalancers.put(balancer);
    design.securityGroups.put({{"sg-frontend"}, "sg-frontend", {"vpc-shop"}});
    place(design, "front-end", {354, 168, 468, 42});
    int y = 250;
    for (const char* name : {"product", "order", "payment", "database"}) {
        const std::string id = std::string(name) + "-service";
        const std::string group = std::string("sg-") + name;
        design.securityGroups.put({{group}, group, {"vpc-shop"}});
        Workload workload{{id}, id, WorkloadKind::Fargate, {"vpc-shop"}, subnetsOf("app"), {{group}}};
        design.workloads.put(workload);
        place(design, id, {354, y, 468, 36});
        y += 43;
    }
    Workload database{{"orders-db"}, "orders-db", WorkloadKind::Rds, {"vpc-shop"}, subnetsOf("data", 2)};
    database.detail = "PostgreSQL";
    design.workloads.put(database);
    place(design, "orders-db", {354, 528, 302, 36});
    design.clients.put({{"shoppers"}, "Shoppers", ClientKind::Users});
    place(design, "shoppers", {244, 162, 48, 56});
}

void endpoints(Design& design) {
    struct Row {
        const char* id;
        const char* service;
        int y;
        bool gateway;
    };
    for (const Row& row : std::initializer_list<Row>{{"vpce-s3", "s3", 160, true},
                                                     {"vpce-ddb", "dynamodb", 253, true},
                                                     {"vpce-api", "execute-api", 315, false},
                                                     {"vpce-secrets", "secretsmanager", 377, false},
                                                     {"ecr-api", "ecr.api", 427, false},
                                                     {"ecr-dkr", "ecr.dkr", 455, false},
                                                     {"vpce-logs", "logs", 503, false}}) {
        Endpoint endpoint{{row.id}, row.id, {"vpc-shop"}};
        endpoint.service = row.service;
        endpoint.type = row.gateway ? EndpointType::Gateway : EndpointType::Interface;
        if (row.gateway)
            endpoint.routeTables = {{"rt-app"}};
        else
            endpoint.subnets = subnetsOf("endpoint");
        const int reach = row.gateway ? 14 : 12;
        place(design, row.id, {888 - reach, row.y - reach, 2 * reach, 2 * reach});
        design.endpoints.put(std::move(endpoint));
    }
    struct Thing {
        const char* id;
        const char* name;
        const char* service;
        int y;
    };
    for (const Thing& thing : std::initializer_list<Thing>{{"images", "product-images", "s3", 108},
                                                           {"archive", "order-archive", "s3", 170},
                                                           {"products", "products, orders", "dynamodb", 232},
                                                           {"orders-api", "orders-api", "execute-api", 294},
                                                           {"keys", "payment, db", "secretsmanager", 356},
                                                           {"securecart", "securecart", "ecr.dkr", 420},
                                                           {"app-logs", "/securecart/app", "logs", 482}}) {
        design.resources.put({{thing.id}, thing.name, thing.service, {"us-east-1"}});
        place(design, thing.id, {988, thing.y, 122, 42});
    }
}

struct Wanted {
    const char* id;
    const char* from;
    const char* to;
    const char* via;
    LineState state = LineState::Private;
};
constexpr Wanted wanted[] = {{"f-images", "product-service", "images", "vpce-s3"},
                             {"f-products", "product-service", "products", "vpce-ddb"},
                             {"f-archive", "order-service", "archive", "vpce-s3"},
                             {"f-orders", "order-service", "products", "vpce-ddb"},
                             {"f-order-api", "order-service", "orders-api", "vpce-api"},
                             {"f-payment-api", "payment-service", "orders-api", "vpce-api"},
                             {"f-db-keys", "database-service", "keys", "vpce-secrets"},
                             {"f-pull-api", "order-service", "securecart", "ecr-api"},
                             {"f-pull-dkr", "order-service", "securecart", "ecr-dkr"},
                             {"f-log-product", "product-service", "app-logs", "vpce-logs"},
                             {"f-log-order", "order-service", "app-logs", "vpce-logs"},
                             {"f-log-payment", "payment-service", "app-logs", "vpce-logs"},
                             {"f-log-database", "database-service", "app-logs", "vpce-logs"},
                             {"f-payment-keys", "payment-service", "keys", "vpce-secrets", LineState::Blocked},
                             {"f-front-images", "front-end", "images", "igw-shop", LineState::Public},
                             {"f-shoppers", "shoppers", "front-end", "igw-shop", LineState::Inbound}};

}  // namespace

Design shop() {
    Design design;
    design.header.name = "shop";
    network(design);
    workloads(design);
    endpoints(design);
    for (const Wanted& each : wanted) {
        Flow flow{{each.id}, each.id};
        flow.from.value = each.from;
        flow.to.value = each.to;
        design.flows.put(std::move(flow));
    }
    return design;
}

Overlay shopOverlay() {
    Overlay overlay;
    for (const Wanted& each : wanted) {
        FlowLine line{each.state, {AnyId(std::string(each.via))}};
        if (each.state == LineState::Blocked) line.pill = "stops: sg in";
        if (each.state == LineState::Public) line.pill = "over the internet gateway";
        overlay.flows[{each.id}] = line;
    }
    for (const char* zone : zones) {
        overlay.waysOut[{std::string("public-") + zone}] = WayOut::Public;
        overlay.waysOut[{std::string("app-") + zone}] = WayOut::Private;
        overlay.waysOut[{std::string("endpoint-") + zone}] = WayOut::Private;
    }
    overlay.badges[AnyId("vpce-secrets")] = {Urgency::Error, 1};
    overlay.badges[AnyId("front-end")] = {Urgency::Warning, 1};
    return overlay;
}

}  // namespace gw::test
