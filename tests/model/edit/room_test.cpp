#include <QtTest>

#include "model/edit/clip.h"
#include "model/edit/held_still.h"
#include "model/edit/measure.h"
#include "tests/app/example.h"

using namespace gw;

namespace {

AnyId regionOf(const Design& design) {
    return AnyId(design.regions.begin()->id);
}

/// Whether the zone lies across the VPC, with the VPC's own borders outside it.
bool isAcross(const Design& design, const std::string& zone, const std::string& vpc) {
    const Box band = boxOf(design, zone);
    const Box frame = boxOf(design, vpc);
    return frame.x < band.x && band.right() < frame.right() && band.y < frame.y && frame.bottom() < band.bottom();
}

/// The example with an endpoint that has interfaces in no subnet.
Design withEndpoint() {
    Design design = example();
    const Box vpc = boxOf(design, "vpc");
    design = done(edits::addThing("endpoint.interface", "vpce", AnyId("vpc"), {vpc.right(), vpc.y + 40}), design);
    return done(edits::setEndpointSubnets({"vpce"}, {}), design);
}

}  // namespace

/// Frames grow, and what is beside them makes room.
class RoomTest : public QObject {
    Q_OBJECT

private slots:
    void aZoneDroppedOnAVpcLiesAcrossIt() {
        const Design design = example();
        const Box vpc = boxOf(design, "vpc");
        for (const int x : {vpc.x + 2, vpc.centre().x, vpc.right() - 4}) {
            const Design after =
                done(edits::addThing("availabilityZone", "third", regionOf(design), {x, vpc.centre().y}), design);
            QVERIFY2(isAcross(after, "third", "vpc"), qPrintable(QString::number(x)));
            // It grows to the right alone.
            QCOMPARE(boxOf(after, "vpc").x, vpc.x);
            QVERIFY(!boxOf(after, "vpc").overlaps(boxOf(after, "bucket")));
        }
    }

    void aZoneBesideTheVpcStaysBeside() {
        const Design design = example();
        const Box vpc = boxOf(design, "vpc");
        const Design after =
            done(edits::addThing("availabilityZone", "third", regionOf(design), {vpc.right() + 300, vpc.y}), design);
        QCOMPARE(boxOf(after, "vpc"), vpc);
        QVERIFY(boxOf(after, "third").x >= vpc.right());
        // Dragged onto the VPC it lies across it, dragged along in it takes the border with it, and out it is beside.
        const int on = vpc.right() - 100 - boxOf(after, "third").centre().x;
        const Design across = done(edits::moveThings({"third"}, on, 0), after);
        QVERIFY(isAcross(across, "third", "vpc"));
        const Design along = done(edits::moveThings({"third"}, 90, 0), across);
        QVERIFY(isAcross(along, "third", "vpc"));
        QVERIFY(boxOf(along, "vpc").right() > boxOf(across, "vpc").right());
        const Design out = done(edits::moveThings({"third"}, 400, 0), along);
        QVERIFY(boxOf(out, "third").x >= boxOf(out, "vpc").right());
    }

    void aVpcTakesItsZonesAlong() {
        const Design design = example();
        const Box vpc = boxOf(design, "vpc");
        const Design zoned = done(
            edits::addThing("availabilityZone", "third", regionOf(design), {vpc.right() - 20, vpc.centre().y}), design);
        const Design after = done(edits::moveThings({"vpc"}, 40, 24), zoned);
        QCOMPARE(boxOf(after, "vpc"), boxOf(zoned, "vpc").moved(40, 24));
        QCOMPARE(boxOf(after, "third"), boxOf(zoned, "third").moved(40, 24));
        // It cannot be made so narrow that the zone would stand out of it.
        Box narrow = boxOf(after, "vpc");
        narrow.width = 100;
        QVERIFY(isAcross(done(edits::resizeThing(AnyId("vpc"), narrow), after), "third", "vpc"));
    }

    void whatStandsBesideAVpcKeepsItsDistance() {
        Design design = example();
        const Box vpc = boxOf(design, "vpc");
        const int distance = boxOf(design, "bucket").x - vpc.right();
        design = done(edits::addThing("service.sqs", "below", regionOf(design), {vpc.centre().x, vpc.bottom() + 120}),
                      design);
        const Box bucket = boxOf(design, "bucket");
        design = done(edits::addThing("service.sqs", "under", regionOf(design),
                                      {bucket.centre().x, vpc.bottom() + bucket.height}),
                      design);
        QCOMPARE(boxOf(design, "under").x, bucket.x);
        const Design wider =
            done(edits::resizeThing(AnyId("vpc"), {vpc.x, vpc.y, vpc.width + 160, vpc.height}), design);
        QCOMPARE(boxOf(wider, "bucket"), boxOf(design, "bucket").moved(160, 0));
        QCOMPARE(boxOf(wider, "bucket").x - boxOf(wider, "vpc").right(), distance);
        // What is not in the way stays, but for what stands in one column with what is.
        QCOMPARE(boxOf(wider, "below"), boxOf(design, "below"));
        QCOMPARE(boxOf(wider, "under"), boxOf(design, "under").moved(160, 0));
        // A VPC that is moved, and does not grow, goes as near as it is put.
        const Design moved = done(edits::moveThings({"vpc"}, distance - 16, 0), design);
        QCOMPARE(boxOf(moved, "bucket"), boxOf(design, "bucket"));
    }

    void aRegionGrowsWithACardDraggedPastItsBorder() {
        const Design design = example();
        const Box region = boxOf(design, regionOf(design).value);
        const Point beyond{region.right() + 200, region.bottom() + 100};
        const auto frame = frameFor(design, AnyId("bucket"), {});
        QVERIFY(frame);
        QCOMPARE(*frame, regionOf(design));
        const Design after = done(edits::dropInto(AnyId("bucket"), *frame, beyond), design);
        QCOMPARE(boxOf(after, "bucket").centre(), beyond);
        QVERIFY(boxOf(after, regionOf(design).value).contains(boxOf(after, "bucket")));
    }

    void aSignMayBeDroppedNearTheBorder() {
        const Design design = example();
        const Box vpc = boxOf(design, "vpc");
        const std::vector<AnyId> region{regionOf(design)};
        const auto near = [&](const char* key, Point at) { return frameFor(design, *paletteItem(key), region, at); };
        for (const char* key : {"internetGateway", "endpoint.gateway", "endpoint.interface"}) {
            const auto above = near(key, {vpc.centre().x, vpc.y - 10});
            QVERIFY2(above && *above == AnyId("vpc"), key);
            QVERIFY2(!near(key, {vpc.centre().x, vpc.y - 200}), key);
        }
        // What stands beside VPCs is not drawn in.
        QCOMPARE(*near("service.s3", {vpc.centre().x, vpc.y - 10}), region.front());
        const Design after =
            done(edits::addThing("internetGateway", "igw", AnyId("vpc"), {vpc.centre().x, vpc.y - 10}), design);
        QCOMPARE(boxOf(after, "igw").centre(), (Point{vpc.centre().x, vpc.y}));
    }

    void aFullSubnetMakesRoomForInterfaces() {
        Design design = example();
        // The subnet ends close below its card.
        const Box left = boxOf(design, "left");
        design = done(edits::resizeThing(AnyId("left"), {left.x, left.y, left.width, 10}), design);
        design = done(edits::resizeThing(AnyId("right"), {boxOf(design, "right").x, left.y, left.width, 10}), design);
        const Box vpc = boxOf(design, "vpc");
        design = done(edits::addThing("endpoint.interface", "vpce", AnyId("vpc"), {vpc.right(), vpc.y + 40}), design);
        design = done(edits::setEndpointSubnets({"vpce"}, {}), design);
        const Box full = boxOf(design, "left");
        const Design after = done(edits::setEndpointSubnets({"vpce"}, {{"left"}}), design);
        const Box grown = boxOf(after, "left");
        QVERIFY(grown.height >= full.height);
        QVERIFY(grown.bottom() >= boxOf(after, "app").bottom() + measure::interfaceRow);
        QVERIFY(boxOf(after, "vpc").contains(grown));
        // As small as that, and no smaller, it can be made.
        const Design least = done(edits::resizeThing(AnyId("left"), {grown.x, grown.y, grown.width, 10}), after);
        QVERIFY(boxOf(least, "left").bottom() >= boxOf(least, "app").bottom() + measure::interfaceRow);
        // One with room stays as it is.
        const Design roomy = done(edits::setEndpointSubnets({"vpce"}, {{"left"}}), withEndpoint());
        QCOMPARE(boxOf(roomy, "left"), boxOf(withEndpoint(), "left"));
    }

    void aCopyOfASubnetKeepsTheSpacingOfTheOriginal() {
        Design design = example();
        const Box left = boxOf(design, "left");
        design = done(edits::addThing("subnet", "under", AnyId("vpc"), {left.centre().x, left.bottom() + 100}), design);
        design = done(edits::moveThings({"under"}, left.x - boxOf(design, "under").x,
                                        left.bottom() + 32 - boxOf(design, "under").y),
                      design);
        QCOMPARE(boxOf(design, "under").y, left.bottom() + 32);
        const Design clip = clipOf(design, {"under"});
        const auto ids = idsForPaste(design, clip);
        const Design after = done(edits::pasteBeside(clip, ids, {}), design);
        const Box copy = boxOf(after, ids.at("under"));
        QCOMPARE(copy.y, boxOf(after, "under").bottom() + 32);
    }

    void othersStandStillWhileOneIsDragged() {
        const Design design = example();
        const Box vpc = boxOf(design, "vpc");
        Design after = done(edits::resizeThing(AnyId("vpc"), {vpc.x, vpc.y, vpc.width + 160, vpc.height}), design);
        const Box grown = boxOf(after, "vpc");
        const Box region = boxOf(after, regionOf(design).value);
        const std::vector<Box> awaited = holdStill(design, after, carriedWith(design, {"vpc"}));
        QCOMPARE(boxOf(after, "vpc"), grown);
        QCOMPARE(boxOf(after, "bucket"), boxOf(design, "bucket"));
        QCOMPARE(boxOf(after, regionOf(design).value), boxOf(design, regionOf(design).value));
        QCOMPARE(awaited, std::vector{region});
        // A VPC carries its zones, a subnet its own.
        QVERIFY(carriedWith(design, {"vpc"}).contains(design.subnets.find({"left"})->zone.value));
        QVERIFY(carriedWith(design, {"left"}).contains(design.subnets.find({"left"})->zone.value));
        QVERIFY(!carriedWith(design, {"left"}).contains(design.subnets.find({"right"})->zone.value));
    }
};

QTEST_APPLESS_MAIN(RoomTest)
#include "room_test.moc"
