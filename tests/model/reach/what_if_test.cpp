#include <QtTest>

#include "model/reach/reach.h"
#include "model/reach/what_if.h"
#include "tests/model/reach/shop.h"

using namespace gw;
using shop::change;

namespace {

std::vector<FlowChange> changes(const Design& before, const Design& after) {
    const Network old(before);
    const Network now(after);
    return changesBetween(before, traces(old), traces(now));
}

std::vector<FlowChange> without(const Design& design, const char* id) {
    const auto after = withoutThings(design, {id});
    return after ? changes(design, *after) : std::vector<FlowChange>{};
}

}  // namespace

/// What fails, and what then becomes of the flows.
class WhatIfTest : public QObject {
    Q_OBJECT
private slots:
    void nothingChangesNothing();
    void endpointGone();
    void natGone();
    void zoneDown();
    void zoneThatHoldsAllOfACaller();
    void blockedFlowsOpen();
    void unknownNamesAreRefused();
};

void WhatIfTest::nothingChangesNothing() {
    QVERIFY(changes(shop::withNat(), shop::withNat()).empty());
}

void WhatIfTest::endpointGone() {
    // Without another way the flow breaks; with a NAT gateway it only leaves the private network.
    const auto broken = without(shop::open(), "vpce-s3");
    QCOMPARE(broken.size(), std::size_t{1});
    QCOMPARE(broken.front().effect, Effect::Breaks);
    QCOMPARE(broken.front().before, Verdict::PrivateGateway);
    QCOMPARE(broken.front().after, std::optional(Verdict::Blocked));
    const auto exposed = without(shop::withNat(), "vpce-s3");
    QCOMPARE(exposed.size(), std::size_t{1});
    QCOMPARE(exposed.front().effect, Effect::LosesPrivacy);
    QCOMPARE(exposed.front().viaAfter, (std::vector<AnyId>{AnyId("nat"), AnyId("igw")}));
}

void WhatIfTest::natGone() {
    QVERIFY(without(shop::withNat(), "nat").empty());
    Design design = shop::withNat();
    design.endpoints.erase({"vpce-s3"});
    change<Flow>(design, "images-flow", [](Flow& row) { row.intent = FlowIntent::Any; });
    const auto broken = without(design, "nat");
    QCOMPARE(broken.size(), std::size_t{1});
    QCOMPARE(broken.front().effect, Effect::Breaks);
}

void WhatIfTest::zoneDown() {
    // Both flows have a caller and an endpoint interface in the other zone.
    const auto one = withZoneDown(shop::open(), "zone-a");
    QVERIFY(one.has_value());
    QVERIFY(!find(*one, Id<Subnet>{"app-a"}) && find(*one, Id<Subnet>{"app-b"}));
    QVERIFY(changes(shop::open(), *one).empty());
    // An endpoint with an interface in one zone goes with that zone.
    Design design = shop::open();
    change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) { row.subnets = {{"door-a"}}; });
    const auto after = withZoneDown(design, "zone-a");
    const auto broken = changes(design, *after);
    QCOMPARE(broken.size(), std::size_t{1});
    QCOMPARE(broken.front().flow, Id<Flow>{"keys-flow"});
    QCOMPARE(broken.front().effect, Effect::Breaks);
    QVERIFY(changes(design, *withZoneDown(design, "zone-b")).empty());
}

void WhatIfTest::zoneThatHoldsAllOfACaller() {
    Design design = shop::open();
    change<Workload>(design, "app", [](Workload& row) { row.subnets = {{"app-a"}}; });
    const auto gone = changes(design, *withZoneDown(design, "zone-a"));
    QCOMPARE(gone.size(), std::size_t{2});
    for (const FlowChange& each : gone) {
        QCOMPARE(each.effect, Effect::Gone);
        QVERIFY(!each.after);
    }
}

void WhatIfTest::blockedFlowsOpen() {
    Design design = shop::open();
    change<Flow>(design, "keys-flow", [](Flow& row) { row.intent = FlowIntent::Blocked; });
    const Design open = design;
    change<SecurityGroup>(design, "sg-door", [](SecurityGroup& row) { row.ingress.clear(); });
    const auto opened = changes(design, open);
    QCOMPARE(opened.size(), std::size_t{1});
    QCOMPARE(opened.front().effect, Effect::Opens);
    QCOMPARE(summaryOf(opened), std::string("1 gets through"));
    QCOMPARE(summaryOf(std::vector{opened.front(), opened.front()}), std::string("2 get through"));
    const auto closed = changes(open, design);
    QCOMPARE(closed.front().effect, Effect::Mends);
}

void WhatIfTest::unknownNamesAreRefused() {
    const auto thing = withoutThings(shop::open(), {"nobody"});
    QVERIFY(!thing && thing.error().message.find("nobody") != std::string::npos);
    const auto zone = withZoneDown(shop::open(), "zone-z");
    QVERIFY(!zone && zone.error().message.find("zone-z") != std::string::npos);
}

QTEST_MAIN(WhatIfTest)
#include "what_if_test.moc"
