#include <QtTest>

#include <cstdlib>

#include "model/edit/clip.h"
#include "model/edit/measure.h"
#include "model/scene/scene.h"
#include "tests/app/example.h"
#include "tests/model/edit/geometry_laws.h"

using namespace gw;

namespace {

/// A VPC with two rows of subnets in three zones, all of one size: a, b, c above a2, b2, c2.
Design grid() {
    Design design = done(edits::addThing("vpc", "vpc", {}, {500, 500}), {});
    const auto resize = [&](const char* id, const Box& box) {
        design = done(edits::resizeThing(AnyId(id), box), design);
    };
    resize("vpc", {290, 370, 900, 420});
    int y = 410;
    for (const auto& row : {std::array{"a", "b", "c"}, std::array{"a2", "b2", "c2"}}) {
        int x = 320;
        for (const char* id : row) {
            design = done(edits::addThing("subnet", id, AnyId("vpc"), {x + 100, y + 60}), design);
            resize(id, {x, y, 200, 120});
            x += 240;
        }
        y += 160;
    }
    return design;
}

Endpoint endpoint(const std::string& id, EndpointType type = EndpointType::Interface) {
    Endpoint row;
    row.id = {id};
    row.name = id;
    row.vpc = {"vpc"};
    row.type = type;
    return row;
}

/// Adds a workload in the middle of the subnet, where others may stand already.
Design withWorkload(const Design& design, const char* id, const char* subnet) {
    return done(edits::addThing("fargate", id, AnyId(subnet), boxOf(design, subnet).centre()), design);
}

Design pasted(const Design& design, const std::string& id) {
    const Design clip = clipOf(design, {id});
    return done(edits::pasteBeside(clip, idsForPaste(design, clip), {}), design);
}

const char* regionIn(const Design& design) {
    return design.regions.begin()->id.value.c_str();
}

/// The names of endpoints that lie over another sign, or over another name: "e1 over e2".
std::string coveredNames(const Design& design) {
    const Scene scene = sceneOf(design, {});
    for (const Item& name : scene.items) {
        if (name.part != PicturePart::Label || !design.endpoints.find({name.subject.value})) continue;
        for (const Item& other : scene.items) {
            const bool isSign = other.part == PicturePart::Body && other.standing == Standing::Border;
            const bool isName = other.part == PicturePart::Label;
            if (other.subject != name.subject && (isSign || isName) && other.bounds.overlaps(name.bounds))
                return name.subject.value + " over " + other.subject.value;
        }
    }
    return {};
}

}  // namespace

/// What edits leave behind is as tidy as it was.
class TidyTest : public QObject {
    Q_OBJECT

private slots:
    void addedEndpointsHaveRoomForTheirNames() {
        Design design = example();
        const Box vpc = boxOf(design, "vpc");
        std::vector<int> heights;
        for (int i = 0; i < 8; ++i) {
            const std::string id = "vpce-" + std::to_string(i);
            design =
                done(edits::addEndpoint(endpoint(id, i % 3 ? EndpointType::Interface : EndpointType::Gateway)), design);
            const Point centre = boxOf(design, id).centre();
            QCOMPARE(centre.x, boxOf(design, "vpc").right());
            for (const int other : heights)
                QVERIFY(std::abs(other - centre.y) >= measure::endpointSign + measure::signName);
            heights.push_back(centre.y);
            QCOMPARE(coveredNames(design), std::string());
            QCOMPARE(brokenLaw(design), std::string());
        }
        // The first stands where it is put; the border is too short for eight.
        QCOMPARE(heights.front(), vpc.centre().y);
        QVERIFY(boxOf(design, "vpc").bottom() > vpc.bottom());
        QCOMPARE(boxOf(design, "vpc").width, vpc.width);
    }

    void aPastedEndpointHasRoomForItsName() {
        const Design design = pasted(done(edits::addEndpoint(endpoint("vpce")), example()), "vpce");
        const int apart = std::abs(boxOf(design, "vpce-2").y - boxOf(design, "vpce").y);
        QVERIFY(apart >= measure::endpointSign + measure::signName);
        QCOMPARE(coveredNames(design), std::string());
    }

    void anEndpointIsLevelWithItsService() {
        Design design = example();
        Endpoint row = endpoint("vpce", EndpointType::Gateway);
        row.service = "s3";
        design = done(edits::addEndpoint(row), design);
        QCOMPARE(boxOf(design, "vpce").centre().y, boxOf(design, "bucket").centre().y);
        // Far below the VPC, it takes the last place of the border.
        const Design lower = done(edits::moveThings({"bucket"}, 0, 900), example());
        const Box sign = boxOf(done(edits::addEndpoint(row), lower), "vpce");
        QCOMPARE(sign.centre().x, boxOf(lower, "vpc").right());
        QVERIFY(sign.bottom() < boxOf(lower, "vpc").bottom());
    }

    void aSignAboveLeavesTheNamesOfZonesFree() {
        InternetGateway gateway;
        gateway.id = {"igw"};
        gateway.vpc = {"vpc"};
        Design design = done(edits::addInternetGateway(gateway), grid());
        for (const char* id : {"gw-1", "gw-2"})
            design = done(edits::addThing("endpoint.gateway", id, AnyId("vpc"), {740, 370}), design);
        QCOMPARE(boxOf(design, "igw").centre().y, 370);
        QCOMPARE(boxOf(design, "gw-2").centre().y, 370);
        const Scene scene = sceneOf(design, {});
        int zones = 0;
        for (const Item& label : scene.items) {
            if (label.part != PicturePart::Label || !design.availabilityZones.find({label.subject.value})) continue;
            ++zones;
            for (const char* id : {"igw", "gw-1", "gw-2"}) QVERIFY(!label.bounds.overlaps(Area(boxOf(design, id))));
        }
        QVERIFY(zones >= 3);
        QCOMPARE(coveredNames(design), std::string());
    }

    void aRowOfSubnetsStaysOne() {
        Design design = grid();
        for (const char* id : {"w1", "w2", "w3"}) design = withWorkload(design, id, "a");
        QVERIFY(boxOf(design, "a").height > 120);
        for (const char* id : {"b", "c"}) {
            QCOMPARE(boxOf(design, id).y, boxOf(design, "a").y);
            QCOMPARE(boxOf(design, id).height, boxOf(design, "a").height);
            QCOMPARE(boxOf(design, id).x, boxOf(grid(), id).x);
        }
        // What stands below makes room as one row, no further than it must.
        QVERIFY(boxOf(design, "a2").y > boxOf(grid(), "a2").y);
        QCOMPARE(boxOf(design, "a2").y, boxOf(design, "a").bottom() + measure::gap);
        for (const char* id : {"b2", "c2"}) QCOMPARE(boxOf(design, id).y, boxOf(design, "a2").y);
        QCOMPARE(brokenLaw(design), std::string());
    }

    void aRowIsPushedAsOne() {
        const Design design = grid();
        // A person makes one subnet higher: the others keep their size, and the row below stays a row.
        Box high = boxOf(design, "a");
        high.height += 80;
        const Design after = done(edits::resizeThing(AnyId("a"), high), design);
        QCOMPARE(boxOf(after, "b"), boxOf(design, "b"));
        QVERIFY(boxOf(after, "a2").y > boxOf(design, "a2").y);
        for (const char* id : {"b2", "c2"}) QCOMPARE(boxOf(after, id).y, boxOf(after, "a2").y);
        // One that is dragged leaves its row.
        const Design apart = done(edits::moveThings({"c2"}, 0, 60), design);
        QCOMPARE(boxOf(apart, "c2").y, boxOf(design, "c2").y + 60);
        for (const char* id : {"a2", "b2"}) QCOMPARE(boxOf(apart, id), boxOf(design, id));
    }

    void aCardDroppedAtTheSideOfItsSubnetGoesInside() {
        const Design design = grid();
        const Box subnet = boxOf(design, "b");
        Design after = design;
        for (const char* id : {"w1", "w2", "w3"})
            after = done(edits::addThing("fargate", id, AnyId("b"), {subnet.right() - 4, subnet.y + 40}), after);
        QCOMPARE(boxOf(after, "b").x, subnet.x);
        QCOMPARE(boxOf(after, "b").width, subnet.width);
        for (const char* id : {"w1", "w2", "w3"}) QVERIFY(boxOf(after, "b").contains(boxOf(after, id)));
        // The same for one that comes from another subnet.
        const Design moved =
            done(edits::dropInto(AnyId("w1"), AnyId("c"), {boxOf(after, "c").right() - 4, subnet.y + 40}), after);
        QCOMPARE(boxOf(moved, "c").width, boxOf(after, "c").width);
    }

    void aNewCardIsNoWiderThanItsSubnet() {
        Design design = grid();
        const Box wide = boxOf(design, "b");
        design = done(edits::resizeThing(AnyId("b"), {wide.x, wide.y, 152, wide.height}), design);
        const Design after = withWorkload(design, "w", "b");
        for (const char* id : {"a", "b", "c"}) QCOMPARE(boxOf(after, id), boxOf(design, id));
        QVERIFY(boxOf(after, "b").contains(boxOf(after, "w")));
    }

    void rowsKeepTheirOrderHoweverFarTheyArePushed() {
        // "a2" is pushed by more than its height, and "0" below it comes first by name.
        Design design = done(edits::resizeThing(AnyId("vpc"), {290, 370, 900, 600}), grid());
        design = done(edits::addThing("subnet", "0", AnyId("vpc"), {420, 780}), design);
        QVERIFY(boxOf(design, "0").y >= boxOf(design, "a2").bottom());
        Box high = boxOf(design, "a");
        high.height += 400;
        const Design after = done(edits::resizeThing(AnyId("a"), high), design);
        QVERIFY(boxOf(after, "a2").y >= boxOf(after, "a").bottom());
        QVERIFY(boxOf(after, "0").y >= boxOf(after, "a2").bottom());
        QCOMPARE(brokenLaw(after), std::string());
    }

    void framesFitAfterAVpcIsDeleted() {
        const Design one = example();
        const Design two = pasted(one, "vpc");
        QVERIFY(boxOf(two, regionIn(two)).height > boxOf(one, regionIn(one)).height + 200);
        const Design back = done(edits::removeThings({"vpc-2"}), two);
        QCOMPARE(boxOf(back, regionIn(back)), boxOf(one, regionIn(one)));
        for (const AvailabilityZone& zone : one.availabilityZones)
            QCOMPARE(boxOf(back, zone.id.value), boxOf(one, zone.id.value));
        // The upper one goes: what stays keeps its place, and the zones begin where it begins.
        const Design lower = done(edits::removeThings({"vpc"}), two);
        const Box left = boxOf(lower, "vpc-2");
        QCOMPARE(left, boxOf(two, "vpc-2"));
        for (const AvailabilityZone& zone : lower.availabilityZones) {
            QCOMPARE(boxOf(lower, zone.id.value).y, left.y - measure::bandAbove);
            QCOMPARE(boxOf(lower, zone.id.value).bottom(), left.bottom() + measure::bandBelow);
        }
        QCOMPARE(boxOf(lower, "bucket"), boxOf(two, "bucket"));
        QCOMPARE(brokenLaw(lower), std::string());
    }

    void aRegionThatAPersonSizedKeepsItsSize() {
        Design design = pasted(example(), "vpc");
        Box wide = boxOf(design, regionIn(design));
        wide.height += 200;
        design = done(edits::resizeThing(AnyId(regionIn(design)), wide), design);
        const Design after = done(edits::removeThings({"vpc-2"}), design);
        QCOMPARE(boxOf(after, regionIn(after)).bottom(), wide.bottom());
        // One that holds nothing any more waits for the next VPC.
        const Design empty = done(edits::removeThings({"vpc", "vpc-2", "bucket"}), design);
        QCOMPARE(boxOf(empty, regionIn(empty)), wide);
    }

    void aVpcFitsAfterARowOfSubnetsIsDeleted() {
        Design design = grid();
        design = done(edits::resizeThing(AnyId("vpc"), {290, 370, 900, 340}), design);
        design = done(edits::addEndpoint(endpoint("vpce")), design);
        const Box vpc = boxOf(design, "vpc");
        const Design after = done(edits::removeThings({"a2", "b2", "c2"}), design);
        QVERIFY(boxOf(after, "vpc").bottom() < vpc.bottom());
        QCOMPARE(boxOf(after, "vpc").y, vpc.y);
        // Its signs keep their places.
        QCOMPARE(boxOf(after, "vpce"), boxOf(design, "vpce"));
        QCOMPARE(brokenLaw(after), std::string());
        // With one of them left it stays.
        QCOMPARE(boxOf(done(edits::removeThings({"a2", "b2"}), design), "vpc"), vpc);
    }

    void aVpcStaysAcrossItsZonesAsASubnetIsDeleted() {
        // A zone that became wider for a subnet keeps its width, as another subnet stands in it.
        const Design wide = done(edits::resizeThing(AnyId("c2"), {800, 570, 300, 120}), grid());
        const std::string zone = wide.subnets.find({"c"})->zone.value;
        const Design after = done(edits::removeThings({"c2"}), wide);
        QCOMPARE(boxOf(after, zone.c_str()).right(), boxOf(wide, zone.c_str()).right());
        QCOMPARE(brokenLaw(after), std::string());
        // Nor may a person draw the VPC in below it.
        Box narrow = boxOf(after, "vpc");
        narrow.width -= 200;
        QCOMPARE(brokenLaw(done(edits::resizeThing(AnyId("vpc"), narrow), after)), std::string());
    }

    void aVpcIsAcrossEachZoneThatItGrowsUnder() {
        // Zones without subnets, side by side; the VPC that is added begins left of the first and ends within it.
        Design design = done(edits::addThing("vpc", "vpc", {}, {500, 500}), {});
        const AnyId region(regionIn(design));
        design = done(edits::removeThings({"vpc"}), design);
        for (const AvailabilityZone& zone : Design(design).availabilityZones)
            design = done(edits::removeThings({zone.id.value}), design);
        for (const auto& [id, x] : {std::pair{"near", 700}, std::pair{"next", 900}, std::pair{"last", 1100}})
            design = done(edits::addThing("availabilityZone", id, region, {x, 600}), design);
        const int start = boxOf(design, "near").x;
        design = done(edits::addThing("vpc", "vpc", region, {start - 100, 700}), design);
        QVERIFY(boxOf(design, "vpc").x < start && start < boxOf(design, "vpc").right());
        QCOMPARE(brokenLaw(design), std::string());
    }

    void aSignBehindAFullSideStaysOnIt() {
        Design design = done(edits::addThing("vpc", "vpc", {}, {500, 500}), {});
        const Box drawn = boxOf(design, "vpc");
        design = done(edits::resizeThing(AnyId("vpc"), {drawn.x, drawn.y, 308, drawn.height}), design);
        const Box vpc = boxOf(design, "vpc");
        // The next place is that of the corner.
        for (const char* id : {"e1", "e2"})
            design = done(edits::addThing("endpoint.interface", id, AnyId("vpc"), {vpc.x + 180, vpc.y}), design);
        QCOMPARE(boxOf(design, "e1").centre().y, vpc.y);
        QCOMPARE(boxOf(design, "e2").centre(), (Point{vpc.right(), vpc.y}));
        QVERIFY(boxOf(design, "vpc").right() > vpc.right());
        QCOMPARE(coveredNames(design), std::string());
        QCOMPARE(brokenLaw(design), std::string());
    }

    void aVpcThatGivesWayStandsClear() {
        const Design design = pasted(grid(), "vpc");
        Box high = boxOf(design, "vpc");
        high.height += 60;
        const Design after = done(edits::resizeThing(AnyId("vpc"), high), design);
        QCOMPARE(boxOf(after, "vpc-2").y - boxOf(after, "vpc").bottom(), measure::frameGap);
        QCOMPARE(brokenLaw(after), std::string());
    }

    void aPastedVpcStandsClearOfItsOriginal() {
        const Design design = pasted(grid(), "vpc");
        const Box first = boxOf(design, "vpc");
        const Box second = boxOf(design, "vpc-2");
        QCOMPARE(second.height, first.height);
        QCOMPARE(second.y - first.bottom(), measure::frameGap);
        QCOMPARE(brokenLaw(design), std::string());
    }
};

QTEST_APPLESS_MAIN(TidyTest)
#include "tidy_test.moc"
