#include <QtTest>

#include <array>

#include "model/reach/reach.h"
#include "model/reach/supposition.h"
#include "model/spec/spec.h"
#include "resources/embedded.h"

using namespace gw;
using Asked = Supposition::Kind;

/// What is asked before it is done, on the sample that opens first.
class SuppositionTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void countsOnTheReference_data();
    void countsOnTheReference();
    void severalComeTrueAtOnce();
    void noneTakesFromAnotherWhatItIsAbout();
    void aZoneIsKnownByItsIdFirst();
    void theDesignStaysAsItIs();
    void flowsAndNotesAreNotAskedAbout();
    void whatIsNotThereIsRefused_data();
    void whatIsNotThereIsRefused();

private:
    Result<WhatIf> ask(std::vector<Supposition> suppositions) const {
        return whatIf(design_, before_, std::move(suppositions));
    }

    Design design_;
    Traces before_;
};

void SuppositionTest::initTestCase() {
    auto read = readSpec(embeddedFile("samples/securecart.gatewright.json"));
    QVERIFY(read);
    design_ = *std::move(read);
    before_ = traces(Network(design_));
}

void SuppositionTest::countsOnTheReference_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("summary");
    const auto row = [](Asked kind, const char* subject, const char* title, const char* summary) {
        QTest::newRow(title) << static_cast<int>(kind) << subject << title << summary;
    };
    row(Asked::ThingGone, "vpce-s3", "Without vpce-s3", "6 break");
    row(Asked::ThingGone, "vpce-secrets", "Without vpce-secrets", "2 break");
    row(Asked::ThingGone, "igw-shop", "Without igw-shop", "1 breaks");
    row(Asked::ThingGone, "rt-app-a", "Without rt-app-a", "8 break");
    row(Asked::ZoneDown, "us-east-1a", "us-east-1a down", "every flow works as before");
    row(Asked::PrivateDnsTurned, "vpce-secrets", "Private DNS of vpce-secrets off", "2 break");
}

void SuppositionTest::countsOnTheReference() {
    QFETCH(int, kind);
    QFETCH(QString, subject);
    const auto answer = ask({{static_cast<Asked>(kind), AnyId(subject.toStdString())}});
    QVERIFY2(answer, answer ? "" : answer.error().message.c_str());
    QTEST(QString::fromStdString(answer->title), "title");
    QTEST(QString::fromStdString(summaryOf(answer->changes)), "summary");
}

void SuppositionTest::severalComeTrueAtOnce() {
    const auto both = ask({{Asked::ThingGone, AnyId("vpce-s3")}, {Asked::ThingGone, AnyId("vpce-secrets")}});
    const auto one = ask({{Asked::ThingGone, AnyId("vpce-s3")}});
    const auto other = ask({{Asked::ThingGone, AnyId("vpce-secrets")}});
    QVERIFY(both && one && other);
    QCOMPARE(both->changes.size(), one->changes.size() + other->changes.size());
    // A thing and what it belongs to may both be named.
    QVERIFY(ask({{Asked::ThingGone, AnyId("vpc-shop")}, {Asked::ThingGone, AnyId("vpce-s3")}}));
}

void SuppositionTest::noneTakesFromAnotherWhatItIsAbout() {
    Design design = design_;
    RouteTable table = *find(design, Id<RouteTable>{"rt-app-a"});
    const std::vector<Route> kept = table.routes;
    for (const char* block : {"198.51.100.0/24", "203.0.113.0/24"}) {
        Route route;
        route.destination = Cidr::literal(block);
        table.routes.push_back(route);
    }
    design.routeTables.put(table);
    const auto places = [&](std::size_t at) {
        return Supposition{Asked::RouteGone, AnyId("rt-app-a"), kept.size() + at};
    };
    const auto answer = whatIf(design, traces(Network(design)), {places(0), places(1)});
    QVERIFY2(answer, answer ? "" : answer.error().message.c_str());
    QVERIFY(find(answer->design, Id<RouteTable>{"rt-app-a"})->routes == kept);
    // Private DNS of an endpoint that falls with its zone, in whatever order it is said.
    Endpoint single = *find(design_, Id<Endpoint>{"vpce-secrets"});
    single.subnets.resize(1);
    design.endpoints.put(single);
    const Supposition turned{Asked::PrivateDnsTurned, AnyId("vpce-secrets")};
    const Supposition down{Asked::ZoneDown, AnyId(find(design, single.subnets.front())->zone)};
    const auto before = traces(Network(design));
    const auto one = whatIf(design, before, {down, turned});
    const auto other = whatIf(design, before, {turned, down});
    QVERIFY(one && other);
    QVERIFY(one->design == other->design);
}

void SuppositionTest::aZoneIsKnownByItsIdFirst() {
    Design design = design_;
    const AvailabilityZone first = *design.availabilityZones.begin();
    AvailabilityZone namesake;
    namesake.id = {"az-of-another"};
    namesake.name = first.id.value;
    namesake.region = first.region;
    design.availabilityZones.put(namesake);
    Subnet subnet = *design.subnets.begin();
    subnet.id = {"subnet-of-another"};
    subnet.zone = namesake.id;
    design.subnets.put(subnet);
    const auto down = withZoneDown(design, first.id.value);
    QVERIFY(down);
    QVERIFY(find(*down, Id<Subnet>{"subnet-of-another"}));
}

void SuppositionTest::theDesignStaysAsItIs() {
    const std::string before = writeSpec(design_);
    QVERIFY(ask({{Asked::ThingGone, AnyId("vpc-shop")}}));
    QCOMPARE(writeSpec(design_), before);
}

void SuppositionTest::flowsAndNotesAreNotAskedAbout() {
    QVERIFY(isSupposable(design_, AnyId("vpce-s3")));
    QVERIFY(!isSupposable(design_, AnyId(design_.flows.begin()->id)));
    QVERIFY(!isSupposable(design_, AnyId("nothing")));
    const AnyId zone(design_.availabilityZones.begin()->id);
    QCOMPARE(goneOrDown(design_, zone).kind, Asked::ZoneDown);
    QCOMPARE(goneOrDown(design_, AnyId("vpce-s3")).kind, Asked::ThingGone);
}

void SuppositionTest::whatIsNotThereIsRefused_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<int>("route");
    QTest::newRow("no thing") << static_cast<int>(Asked::ThingGone) << "nobody" << 0;
    QTest::newRow("no zone") << static_cast<int>(Asked::ZoneDown) << "nowhere" << 0;
    QTest::newRow("no endpoint") << static_cast<int>(Asked::PrivateDnsTurned) << "rt-public" << 0;
    QTest::newRow("no table") << static_cast<int>(Asked::RouteGone) << "vpce-s3" << 0;
    QTest::newRow("no route") << static_cast<int>(Asked::RouteGone) << "rt-public" << 100;
}

void SuppositionTest::whatIsNotThereIsRefused() {
    QFETCH(int, kind);
    QFETCH(QString, subject);
    QFETCH(int, route);
    const auto answer =
        ask({{static_cast<Asked>(kind), AnyId(subject.toStdString()), static_cast<std::size_t>(route)}});
    QVERIFY(!answer);
    QVERIFY(QString::fromStdString(answer.error().message).contains(subject));
}

QTEST_APPLESS_MAIN(SuppositionTest)
#include "supposition_test.moc"
