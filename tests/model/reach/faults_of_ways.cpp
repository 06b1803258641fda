#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"

namespace gw::faults {

using shop::block;
using shop::change;
using shop::entry;
using shop::route;
using shop::rule;

std::vector<Fault> ofWays() {
    const auto images = "images-flow";
    return {
        // Routes
        {"not-associated",
         [](Design& d) { change<Endpoint>(d, "vpce-s3", [](Endpoint& e) { e.routeTables.clear(); }); }, images,
         Verdict::Blocked, "GWEP_NOT_ASSOCIATED GWEP_NOT_ASSOCIATED"},
        {"one-table-not-associated",
         [](Design& d) { change<Endpoint>(d, "vpce-s3", [](Endpoint& e) { e.routeTables = {{"rt-a"}}; }); }, images,
         Verdict::Partial, "GWEP_NOT_ASSOCIATED"},
        {"one-table-over-nat",
         [](Design& d) { change<Endpoint>(d, "vpce-s3", [](Endpoint& e) { e.routeTables = {{"rt-a"}}; }); }, images,
         Verdict::Partial, "", true},
        {"gateway-endpoint-that-aws-refuses",
         [](Design& d) {
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) {
                 e.type = EndpointType::Gateway;
                 e.routeTables = {{"rt-a"}, {"rt-b"}};
             });
             change<SecurityGroup>(d, "sg-app", [](SecurityGroup& g) { g.egress = {rule(443, block("0.0.0.0/0"))}; });
         },
         "keys-flow", Verdict::Blocked, "ROUTE_NONE ROUTE_NONE"},
        {"no-endpoint", [](Design& d) { d.endpoints.erase({"vpce-s3"}); }, images, Verdict::Blocked,
         "ROUTE_NONE ROUTE_NONE"},
        {"no-endpoint-with-nat", [](Design& d) { d.endpoints.erase({"vpce-s3"}); }, images, Verdict::Public, "", true},
        {"other-region",
         [](Design& d) {
             Region far;
             far.id = {"region-far"};
             far.code = "eu-west-1";
             d.regions.put(far);
             change<ServiceResource>(d, "images", [](ServiceResource& r) { r.region = {"region-far"}; });
         },
         images, Verdict::Blocked, "SG_OUT_NO_MATCH GWEP_REGION GWEP_REGION"},
        {"static-route-beats-prefix-list",
         [](Design& d) {
             change<PrefixList>(d, "pl-s3", [](PrefixList& l) { l.entries = {Cidr::literal("52.216.0.0/15")}; });
             for (const char* id : {"rt-a", "rt-b"})
                 change<RouteTable>(
                     d, id, [](RouteTable& t) { t.routes.push_back(route("52.216.0.0/15", Id<NatGateway>{"nat"})); });
         },
         images, Verdict::Public, "", true},
        {"narrow-route-of-unknown-use",
         [](Design& d) {
             for (const char* id : {"rt-a", "rt-b"})
                 change<RouteTable>(
                     d, id, [](RouteTable& t) { t.routes.push_back(route("52.216.0.0/15", Id<NatGateway>{"nat"})); });
         },
         images, Verdict::Unknown, "", true},
        {"blackhole",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             for (const char* id : {"rt-a", "rt-b"})
                 change<RouteTable>(d, id, [](RouteTable& t) { t.routes.front().state = RouteState::Blackhole; });
         },
         images, Verdict::Blocked, "ROUTE_BLACKHOLE ROUTE_BLACKHOLE", true},
        {"routing-instance",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             addPeer(d, "app-a", true);
             change<Workload>(d, "app", [](Workload& w) { w.subnets = {{"app-a"}}; });
             change<RouteTable>(d, "rt-a",
                                [](RouteTable& t) { t.routes = {route("0.0.0.0/0", Id<Workload>{"peer"})}; });
         },
         images, Verdict::Blocked, "SRC_DST_CHECK", true},

        // NAT and internet gateways
        {"nat-without-address",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             change<NatGateway>(d, "nat", [](NatGateway& n) { n.elasticIps.clear(); });
         },
         images, Verdict::Blocked, "NAT_NO_EXIT", true},
        {"nat-without-route",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             change<RouteTable>(d, "rt-public", [](RouteTable& t) { t.routes.clear(); });
         },
         images, Verdict::Blocked, "ROUTE_NONE", true},
        {"nat-in-a-circle",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             change<RouteTable>(d, "rt-public",
                                [](RouteTable& t) { t.routes = {route("0.0.0.0/0", Id<NatGateway>{"nat"})}; });
         },
         images, Verdict::Blocked, "ROUTE_LOOP", true},
        {"private-nat",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             change<NatGateway>(d, "nat", [](NatGateway& n) { n.connectivity = NatConnectivity::Private; });
         },
         images, Verdict::Blocked, "NAT_NO_EXIT", true},
        {"regional-nat",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             change<NatGateway>(d, "nat", [](NatGateway& n) {
                 n.availability = NatAvailability::Regional;
                 n.subnet = {};
                 n.elasticIps.clear();
             });
         },
         images, Verdict::Public, "", true},
        {"nat-then-gateway-endpoint",
         [](Design& d) { change<Endpoint>(d, "vpce-s3", [](Endpoint& e) { e.routeTables = {{"rt-public"}}; }); },
         images, Verdict::Public, "", true},
        {"acl-at-nat",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             NetworkAcl a = aclOn({{"public-a"}});
             a.egress = {entry(100, AclAction::Allow, "10.0.0.0/16")};
             d.networkAcls.put(a);
         },
         images, Verdict::Blocked, "ACL_OUT_DENY", true},
        {"igw-without-public-ip",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             change<Workload>(d, "app", [](Workload& w) { w.subnets = {{"public-a"}}; });
         },
         images, Verdict::Blocked, "IGW_NO_PUBLIC_IP"},
        {"igw-with-public-ip",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             change<Workload>(d, "app", [](Workload& w) {
                 w.subnets = {{"public-a"}};
                 w.publicIp = true;
             });
         },
         images, Verdict::Public, ""},
        {"function-in-public-subnet",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             change<Workload>(d, "app", [](Workload& w) {
                 w.subnets = {{"public-a"}};
                 w.publicIp = true;
                 w.workloadKind = WorkloadKind::Lambda;
             });
         },
         images, Verdict::Blocked, "IGW_NO_PUBLIC_IP"},
        {"igw-detached",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             change<InternetGateway>(d, "igw", [](InternetGateway& g) { g.vpc = {}; });
         },
         images, Verdict::Blocked, "IGW_DETACHED", true},
    };
}

}  // namespace gw::faults
