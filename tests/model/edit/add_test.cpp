#include <QtTest>

#include "model/design/references.h"
#include "model/edit/palette.h"

using namespace gw;

namespace {

/// Drops a thing of the palette where the pointer is over `frames`, as the canvas does; its id.
std::string drop(Design& design, std::string_view key, std::vector<AnyId> frames, Point at) {
    const PaletteItem& item = *paletteItem(key);
    const auto frame = frameFor(design, item, frames);
    if (!frame) qFatal("%s: %s", item.key.data(), frame.error().message.c_str());
    const std::string id = newIdFor(design, item);
    auto after = apply(edits::addThing(std::string(key), id, *frame, at), design);
    if (!after) qFatal("%s: %s", item.key.data(), after.error().message.c_str());
    design = *std::move(after);
    return id;
}

std::string refusal(const Design& design, std::string_view key, AnyId frame) {
    const auto after = apply(edits::addThing(std::string(key), "new", frame, {0, 0}), design);
    return after ? std::string("done") : after.error().message;
}

Box box(const Design& design, const std::string& id) {
    const Placement* placed = design.placements.find({id});
    return placed ? placed->box() : Box{};
}

/// No row names a row that is not there, and no two rows share an id.
void isSound(const Design& design) {
    std::set<std::string> ids;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        for (const Row& row : design.*table) {
            if constexpr (!std::is_same_v<Row, Placement>)
                QVERIFY2(ids.insert(row.id.value).second, row.id.value.c_str());
            forEachReference(row,
                             [&](const auto& id) { QVERIFY2(contains(design, AnyId(id.value)), id.value.c_str()); });
        }
    });
    for (const Placement& placed : design.placements) QVERIFY2(ids.contains(placed.id.value), placed.id.value.c_str());
}

}  // namespace

class AddTest : public QObject {
    Q_OBJECT

private slots:
    void vpcBringsItsRegion() {
        Design design;
        drop(design, "vpc", {}, {400, 300});
        QCOMPARE(design.regions.size(), 1u);
        const Region& region = *design.regions.begin();
        QCOMPARE(region.code, std::string("us-east-1"));
        const Vpc& vpc = *design.vpcs.begin();
        QCOMPARE(vpc.region.value, region.id.value);
        QCOMPARE(vpc.cidrs.front().text(), std::string("10.0.0.0/16"));
        QVERIFY(vpc.dnsSupport && vpc.dnsHostnames);
        QCOMPARE(design.routeTables.size(), 1u);
        QVERIFY(design.routeTables.begin()->isMain);
        QVERIFY(box(design, region.id.value).contains(box(design, "vpc")));
        QVERIFY(box(design, "vpc").contains(Point{400, 300}));
        isSound(design);
    }

    void secondVpcTakesTheNextBlock() {
        Design design;
        drop(design, "vpc", {}, {400, 300});
        const std::string second = drop(design, "vpc", {AnyId("region")}, {420, 320});
        QCOMPARE(design.vpcs.find({second})->cidrs.front().text(), std::string("10.1.0.0/16"));
        QCOMPARE(design.regions.size(), 1u);
        QVERIFY(!box(design, "vpc").overlaps(box(design, second)));
        QVERIFY(box(design, "region").contains(box(design, second)));
    }

    void subnetsTakeBlocksAndZones() {
        Design design;
        drop(design, "vpc", {}, {400, 300});
        const std::vector<AnyId> vpc{AnyId("vpc"), AnyId("region")};
        drop(design, "subnet", vpc, {300, 270});
        QCOMPARE(design.availabilityZones.begin()->name, std::string("us-east-1a"));
        QCOMPARE(design.subnets.find({"subnet"})->cidr->text(), std::string("10.0.0.0/24"));
        // Beside the band of the first zone: the next zone. Inside the band, below: the same zone.
        drop(design, "subnet", vpc, {500, 270});
        QCOMPARE(design.availabilityZones.size(), 2u);
        QCOMPARE(design.subnets.find({"subnet-2"})->cidr->text(), std::string("10.0.1.0/24"));
        QVERIFY(design.subnets.find({"subnet-2"})->zone != design.subnets.find({"subnet"})->zone);
        drop(design, "subnet", vpc, {300, 370});
        QCOMPARE(design.availabilityZones.size(), 2u);
        QCOMPARE(design.subnets.find({"subnet-3"})->zone.value, design.subnets.find({"subnet"})->zone.value);
        for (const Subnet& subnet : design.subnets) {
            QVERIFY(box(design, "vpc").contains(box(design, subnet.id.value)));
            const Box band = box(design, subnet.zone.value);
            QVERIFY(band.contains(box(design, subnet.id.value)));
        }
        isSound(design);
    }

    void fullVpcTakesNoSubnet() {
        Design design;
        drop(design, "vpc", {}, {400, 300});
        Vpc vpc = *design.vpcs.begin();
        vpc.cidrs = {Cidr::literal("10.0.0.0/27")};
        design.vpcs.put(vpc);
        drop(design, "subnet", {AnyId("vpc")}, {300, 270});
        drop(design, "subnet", {AnyId("vpc")}, {300, 370});
        QCOMPARE(design.subnets.find({"subnet-2"})->cidr->text(), std::string("10.0.0.16/28"));
        QVERIFY(refusal(design, "subnet", AnyId("vpc")).find("full") != std::string::npos);
    }

    void interfaceEndpointIsComplete() {
        Design design;
        drop(design, "vpc", {}, {400, 300});
        drop(design, "subnet", {AnyId("vpc")}, {300, 270});
        const std::string id = drop(design, "endpoint.interface", {AnyId("subnet"), AnyId("vpc")}, {600, 300});
        const Endpoint& endpoint = *design.endpoints.find({id});
        QCOMPARE(endpoint.service, std::string("secretsmanager"));
        QVERIFY(endpoint.privateDns);
        QCOMPARE(endpoint.subnets.size(), 1u);
        const SecurityGroup& group = *design.securityGroups.find(endpoint.securityGroups.front());
        QCOMPARE(group.name, std::string("sg-vpce-secretsmanager"));
        QCOMPARE(group.ingress.front().ports.text(), std::string("443"));
        QCOMPARE(std::get<0>(group.ingress.front().peer).text(), std::string("10.0.0.0/16"));
        // The next one leads to another service; a service that the design draws comes first.
        drop(design, "service.sqs", {AnyId("region")}, {700, 300});
        const std::string second = drop(design, "endpoint.interface", {AnyId("vpc")}, {600, 300});
        QCOMPARE(design.endpoints.find({second})->service, std::string("sqs"));
        isSound(design);
    }

    void interfacesGoWhereOthersStand() {
        Design design;
        drop(design, "vpc", {}, {400, 300});
        drop(design, "subnet", {AnyId("vpc")}, {300, 270});
        const std::string second = drop(design, "subnet", {AnyId("vpc")}, {300, 420});
        const auto zoneOf = [&](const std::string& subnet) { return design.subnets.find({subnet})->zone; };
        QCOMPARE(zoneOf("subnet"), zoneOf(second));
        drop(design, "endpoint.interface", {AnyId(second), AnyId("vpc")}, {600, 300});
        const std::string id = drop(design, "endpoint.interface", {AnyId("vpc")}, {600, 360});
        QCOMPARE(design.endpoints.find({id})->subnets, (std::vector<Id<Subnet>>{{second}}));
    }

    void gatewayEndpointsTakeS3ThenDynamoDb() {
        Design design;
        drop(design, "vpc", {}, {400, 300});
        const std::string first = drop(design, "endpoint.gateway", {AnyId("vpc")}, {600, 300});
        const std::string second = drop(design, "endpoint.gateway", {AnyId("vpc")}, {600, 300});
        QCOMPARE(design.endpoints.find({first})->service, std::string("s3"));
        QCOMPARE(design.endpoints.find({second})->service, std::string("dynamodb"));
        QCOMPARE(design.endpoints.find({first})->routeTables.size(), 1u);
        QVERIFY(!box(design, first).overlaps(box(design, second)));
    }

    void serviceOnTheEmptyCanvasHasRegionAndArn() {
        Design design;
        drop(design, "service.dynamodb", {}, {100, 100});
        QCOMPARE(design.resources.begin()->arn, std::string("arn:aws:dynamodb:us-east-1:111122223333:table/table"));
        QCOMPARE(design.resources.begin()->region.value, design.regions.begin()->id.value);
        // Dropped beside the Region, the next one joins it.
        drop(design, "service.s3", {}, {400, 100});
        QCOMPARE(design.regions.size(), 1u);
        QVERIFY(box(design, "region").contains(box(design, "bucket")));
    }

    void oneInternetGatewayForEachVpc() {
        Design design;
        drop(design, "vpc", {}, {400, 300});
        drop(design, "internetGateway", {AnyId("vpc")}, {400, 170});
        QVERIFY(refusal(design, "internetGateway", AnyId("vpc")).find("has one already") != std::string::npos);
    }

    void everyThingOfThePaletteCanBeAdded() {
        Design design;
        drop(design, "vpc", {}, {400, 300});
        drop(design, "vpc", {AnyId("region")}, {1000, 300});
        drop(design, "subnet", {AnyId("vpc")}, {300, 270});
        for (const PaletteItem& item : palette()) {
            std::vector<AnyId> frames{AnyId("subnet"), AnyId("vpc"), AnyId("region")};
            if (item.place == Place::BesideVpcs) frames = {AnyId("region")};
            const std::string id = drop(design, item.key, frames, {320, 290});
            QVERIFY2(contains(design, AnyId(id)), item.key.data());
            QCOMPARE(nounOf(design, AnyId(id)).empty(), false);
            QCOMPARE(design.placements.find({id}) != nullptr, item.width > 0);
            if (item.width == 0) continue;
            // Where it may be dropped first, it may be dragged later.
            QVERIFY2(frameFor(design, AnyId(id), frames).has_value(), item.key.data());
        }
        isSound(design);
    }

    void misplacedThingsSayWhy() {
        Design design;
        drop(design, "vpc", {}, {400, 300});
        for (const char* key : {"subnet", "natGateway", "lambda", "endpoint.interface"})
            QVERIFY2(refusal(design, key, {}).find("drop it there") != std::string::npos, key);
        QVERIFY(refusal(design, "service.s3", AnyId("vpc")).find("outside VPCs") != std::string::npos);
        QVERIFY(refusal(design, "peering", {}).find("two VPCs") != std::string::npos);
        QVERIFY(refusal(design, "teapot", {}).find("palette") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(AddTest)
#include "add_test.moc"
