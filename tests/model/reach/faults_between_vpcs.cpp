#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"

namespace gw::faults {

using shop::change;
using shop::group;
using shop::route;
using shop::rule;

std::vector<Fault> betweenVpcs() {
    const auto images = "images-flow";
    return {
        // Within and between VPCs
        {"neighbour", [](Design& d) { addPeer(d, "door-a", true); }, "peer-flow", Verdict::PrivateInterface, ""},
        {"neighbour-closed", [](Design& d) { addPeer(d, "door-a", false); }, "peer-flow", Verdict::Blocked,
         "SG_NO_RULES"},
        {"peering", [](Design& d) { addPeering(d, true); }, "far-flow", Verdict::PrivateInterface, ""},
        {"peering-without-return", [](Design& d) { addPeering(d, false); }, "far-flow", Verdict::Blocked,
         "PCX_NO_RETURN"},
        {"peering-pending",
         [](Design& d) {
             addPeering(d, true);
             change<PeeringConnection>(d, "pcx",
                                       [](PeeringConnection& p) { p.state = PeeringState::PendingAcceptance; });
         },
         "far-flow", Verdict::Blocked, "PCX_STATE"},
        {"peering-is-no-transit",
         [](Design& d) {
             addPeering(d, true);
             d.endpoints.erase({"vpce-s3"});
             for (const char* id : {"rt-a", "rt-b"})
                 change<RouteTable>(
                     d, id, [](RouteTable& t) { t.routes = {route("0.0.0.0/0", Id<PeeringConnection>{"pcx"})}; });
         },
         images, Verdict::Blocked, "PCX_TRANSIT"},
        {"transit-gateway", addTransitGateway, "far-flow", Verdict::PrivateInterface, ""},
        {"transit-gateway-one-zone",
         [](Design& d) {
             addTransitGateway(d);
             change<TransitGatewayAttachment>(d, "attach-shop",
                                              [](TransitGatewayAttachment& a) { a.subnets = {{"door-a"}}; });
         },
         "far-flow", Verdict::Partial, "TGW_AZ"},
        {"transit-gateway-not-associated",
         [](Design& d) {
             addTransitGateway(d);
             change<TransitGatewayRouteTable>(d, "tgw-rtb",
                                              [](TransitGatewayRouteTable& t) { t.associations = {{"attach-far"}}; });
         },
         "far-flow", Verdict::Blocked, "TGW_NO_ASSOC"},
        {"transit-gateway-no-route",
         [](Design& d) {
             addTransitGateway(d);
             change<TransitGatewayRouteTable>(d, "tgw-rtb",
                                              [](TransitGatewayRouteTable& t) { t.propagations = {{"attach-shop"}}; });
         },
         "far-flow", Verdict::Blocked, "TGW_NO_ROUTE"},
        {"hub-exit", [](Design& d) { addHubExit(d, true); }, images, Verdict::Public, ""},
        {"hub-exit-without-return", [](Design& d) { addHubExit(d, false); }, images, Verdict::Blocked, "TGW_NO_RETURN"},
        {"hub-gateway-endpoint",
         [](Design& d) {
             addHubExit(d, true);
             Endpoint bucket;
             bucket.id = {"vpce-hub"};
             bucket.vpc = {"vpc-far"};
             bucket.type = EndpointType::Gateway;
             bucket.service = "s3";
             bucket.routeTables = {{"rt-far"}};
             d.endpoints.put(bucket);
         },
         images, Verdict::Blocked, "GWEP_REMOTE_SOURCE"},
        {"transit-gateway-hides-groups",
         [](Design& d) {
             addTransitGateway(d);
             change<SecurityGroup>(d, "sg-far", [](SecurityGroup& g) { g.ingress = {rule(443, group("sg-app"))}; });
         },
         "far-flow", Verdict::Blocked, "SG_REF_TGW"},

        // From outside
        {"visit", [](Design& d) { addClient(d, LoadBalancerScheme::InternetFacing); }, "visit", Verdict::Public, ""},
        {"visit-internal", [](Design& d) { addClient(d, LoadBalancerScheme::Internal); }, "visit", Verdict::Blocked,
         "IGW_NO_PUBLIC_IP"},
        {"visit-without-way-back",
         [](Design& d) {
             addClient(d, LoadBalancerScheme::InternetFacing);
             change<RouteTable>(d, "rt-public", [](RouteTable& t) { t.routes.clear(); });
         },
         "visit", Verdict::Blocked, "ROUTE_NONE"},
        {"thief-at-the-bucket",
         [](Design& d) {
             addClient(d, LoadBalancerScheme::Internal);
             d.flows.put(shop::flow("steal", Id<Client>{"users"}, Id<ServiceResource>{"images"}));
         },
         "steal", Verdict::Public, ""},
        {"thief-at-the-api",
         [](Design& d) {
             addClient(d, LoadBalancerScheme::Internal);
             addApi(d, ApiType::Private, true);
             d.flows.put(shop::flow("steal", Id<Client>{"users"}, Id<ServiceResource>{"api"}));
         },
         "steal", Verdict::Blocked, "API_IS_PRIVATE"},
    };
}

}  // namespace gw::faults
