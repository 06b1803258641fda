#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"

namespace gw::faults {

using shop::change;

namespace {

void nameRegion(Design& d, const char* code) {
    change<Region>(d, "region", [&](Region& r) { r.code = code; });
}

void unknownService(Design& d) {
    for (const char* service : {"nosuch"}) {
        change<Endpoint>(d, "vpce-secrets", [&](Endpoint& e) { e.service = service; });
        change<ServiceResource>(d, "keys", [&](ServiceResource& r) { r.service = service; });
    }
}

/// The shop's Region, but for the transit gateway.
void gatewayElsewhere(Design& d) {
    addTransitGateway(d);
    Region far;
    far.id = {"region-far"};
    far.code = "eu-west-1";
    d.regions.put(far);
    change<TransitGateway>(d, "tgw", [](TransitGateway& t) { t.region = {"region-far"}; });
}

void secondTransitTable(Design& d) {
    addTransitGateway(d);
    TransitGatewayRouteTable second;
    second.id = {"tgw-rtb-2"};
    second.name = "tgw-rtb-2";
    second.transitGateway = {"tgw"};
    second.associations = {{"attach-shop"}};
    d.transitGatewayRouteTables.put(second);
}

/// No subnet of the application names a table, and two are main ones.
void twoMainTables(Design& d) {
    for (const char* id : {"rt-a", "rt-b"})
        change<RouteTable>(d, id, [](RouteTable& t) {
            t.subnets.clear();
            t.isMain = true;
        });
}

}  // namespace

std::vector<Fault> ofDoubt() {
    const auto keys = "keys-flow";
    const auto images = "images-flow";
    return {
        {"service-unknown", unknownService, keys, Verdict::Unknown, ""},
        {"region-without-code", [](Design& d) { nameRegion(d, ""); }, keys, Verdict::Unknown, ""},
        {"region-unknown", [](Design& d) { nameRegion(d, "xx-mars-1"); }, images, Verdict::Unknown, ""},
        {"transit-gateway-elsewhere", gatewayElsewhere, "far-flow", Verdict::Blocked,
         "TGW_OTHER_REGION TGW_OTHER_REGION"},
        {"attachment-with-two-tables", secondTransitTable, "far-flow", Verdict::Unknown, ""},
        {"two-main-tables", twoMainTables, images, Verdict::Unknown, ""},
        {"subnet-in-two-tables",
         [](Design& d) { change<RouteTable>(d, "rt-b", [](RouteTable& t) {
                             t.subnets = {{"app-a"}, {"app-b"}};
                         }); },
         images, Verdict::Unknown, ""},
        // Local routes stand in every table.
        {"two-main-tables-within", twoMainTables, keys, Verdict::PrivateInterface, ""},
    };
}

}  // namespace gw::faults
