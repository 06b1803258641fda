#include <QtTest>

#include "model/design/references.h"
#include "model/edit/clip.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"
#include "model/edit/free_place.h"
#include "model/edit/palette.h"
#include "tests/model/edit/done.h"

using namespace gw;

namespace {

/// A VPC with two subnets in two zones, a function in the first, a secret beside it, and a flow between them.
Design house() {
    Design design;
    design = done(edits::addThing("vpc", "vpc", {}, {400, 300}), design);
    design = done(edits::addThing("subnet", "left", AnyId("vpc"), {300, 270}), design);
    design = done(edits::addThing("subnet", "right", AnyId("vpc"), {500, 270}), design);
    design = done(edits::addThing("lambda", "shop", AnyId("left"), {300, 280}), design);
    design = done(edits::addThing("endpoint.interface", "vpce", AnyId("left"), {600, 300}), design);
    design = done(edits::addThing("service.secretsmanager", "secret", AnyId("region"), {800, 300}), design);
    return done(edits::connect(AnyId("shop"), AnyId("secret"), "flow"), design);
}

}  // namespace

class ThingsTest : public QObject {
    Q_OBJECT

private slots:
    void flowHasUsualAction() {
        const Design design = house();
        QCOMPARE(design.flows.find({"flow"})->actions, std::vector<std::string>{"secretsmanager:GetSecretValue"});
        QVERIFY(design.flows.find({"flow"})->intent == FlowIntent::Private);
        QVERIFY(!apply(edits::connect(AnyId("shop"), AnyId("secret"), "again"), design));
        QVERIFY(!apply(edits::connect(AnyId("shop"), AnyId("shop"), "itself"), design));
        QVERIFY(!apply(edits::connect(AnyId("secret"), AnyId("shop"), "back"), design));
        QVERIFY(!apply(edits::connect(AnyId("shop"), AnyId("vpc"), "into"), design));
        QVERIFY(!apply(edits::connect(AnyId("shop"), AnyId("gone"), "x"), design));
    }

    void vpcGoesWithAllThatStandsInIt() {
        const Design design = house();
        const Design after = done(edits::removeThings({"vpc"}), design);
        QVERIFY(after.vpcs.empty() && after.subnets.empty() && after.workloads.empty() && after.endpoints.empty());
        QVERIFY(after.routeTables.empty() && after.securityGroups.empty() && after.flows.empty());
        QCOMPARE(after.resources.size(), 1u);
        // The Region comes to fit what is left, where that stands.
        QCOMPARE(boxOf(after, "secret"), boxOf(design, "secret"));
        QVERIFY(boxOf(after, "region").contains(boxOf(after, "secret")));
        QVERIFY(boxOf(design, "region").contains(boxOf(after, "region")));
        for (const Placement& placed : after.placements)
            QVERIFY2(contains(after, AnyId(placed.id.value)), placed.id.value.c_str());
        QVERIFY(!apply(edits::removeThings({"vpc"}), after));
    }

    void namesChangeAndIdsStay() {
        const Design design = house();
        const Design after = done(edits::rename(AnyId("left"), "app-a"), design);
        QCOMPARE(after.subnets.find({"left"})->name, std::string("app-a"));
        QCOMPARE(done(edits::rename(AnyId("region"), "eu-west-1"), design).regions.begin()->code,
                 std::string("eu-west-1"));
        QVERIFY(!apply(edits::rename(AnyId("region"), ""), design));
        QVERIFY(!apply(edits::rename(AnyId("flow-9"), "x"), design));
    }

    void pastedCopiesPointAtEachOther() {
        const Design design = house();
        const Design clip = clipOf(design, {"shop", "secret"});
        QCOMPARE(clip.flows.size(), 1u);
        const auto ids = idsForPaste(design, clip);
        const Design after = done(edits::paste(clip, ids, 24, 24), design);
        const Flow& copy = *after.flows.find({ids.at("flow")});
        QCOMPARE(copy.from.value, ids.at("shop"));
        QCOMPARE(copy.to.value, ids.at("secret"));
        QCOMPARE(ids.at("shop"), std::string("shop-2"));
        QCOMPARE(after.workloads.find({"shop-2"})->name, std::string("shop-2"));
        // It stands in the same subnet and shares the group: those were not copied.
        QCOMPARE(after.workloads.find({"shop-2"})->subnets, design.workloads.find({"shop"})->subnets);
        QCOMPARE(boxOf(after, "shop"), boxOf(design, "shop"));
        QVERIFY(!boxOf(after, "shop-2").overlaps(boxOf(after, "shop")));
        QVERIFY(boxOf(after, "left").contains(boxOf(after, "shop-2")));
        // One end alone brings no flow.
        QVERIFY(clipOf(design, {"shop"}).flows.empty());
    }

    void aCopyComesWhereItIsAskedFor() {
        const Design design = house();
        const Design clip = clipOf(design, {"shop"});
        const auto ids = idsForPaste(design, clip);
        const Box right = boxOf(design, "right");
        const Design after = done(edits::pasteAt(clip, ids, AnyId("right"), right.centre()), design);
        QCOMPARE(after.workloads.find({"shop-2"})->subnets, std::vector<Id<Subnet>>{{"right"}});
        QVERIFY(boxOf(after, "right").contains(boxOf(after, "shop-2")));
        QVERIFY(boxOf(after, "right").width <= right.width + 2 * boxOf(after, "shop-2").width);
        // Where none of its frames lies it stays beside its original, and no frame grows towards that place.
        const Box vpc = boxOf(design, "vpc");
        const Point outside{vpc.right() + 4000, vpc.bottom() + 4000};
        const Design beside = done(edits::pasteAt(clip, ids, {}, outside), design);
        QVERIFY(boxOf(beside, "left").contains(boxOf(beside, "shop-2")));
        QVERIFY(boxOf(beside, "vpc").right() < outside.x);
    }

    void aCopiedSubnetTakesTheNextFreeBlock() {
        Design design = house();
        const Design both = clipOf(design, {"left", "right"});
        const auto ids = idsForPaste(design, both);
        const Design after = done(edits::pasteBeside(both, ids, {}), design);
        const auto block = [](const Design& in, const std::string& id) { return *in.subnets.find({id})->cidr; };
        std::vector<Cidr> blocks;
        for (const char* id : {"left", "right"}) {
            QCOMPARE(block(after, id), block(design, id));
            QCOMPARE(block(after, ids.at(id)).prefix(), block(design, id).prefix());
            QVERIFY(after.vpcs.find({"vpc"})->cidrs.front().contains(block(after, ids.at(id))));
            blocks.push_back(block(after, id));
            blocks.push_back(block(after, ids.at(id)));
        }
        for (std::size_t i = 0; i < blocks.size(); ++i)
            for (std::size_t k = 0; k < i; ++k) QVERIFY(!blocks[i].overlaps(blocks[k]));
        // In a VPC of its own a copy keeps its block.
        const Design whole = clipOf(design, {"vpc"});
        const auto wholeIds = idsForPaste(design, whole);
        const Design twice = done(edits::pasteBeside(whole, wholeIds, {}), design);
        QCOMPARE(block(twice, wholeIds.at("left")), block(design, "left"));
    }

    void noCopyStaysOnItsOriginal() {
        Design design = done(edits::addThing("lambda", "post", AnyId("right"), {500, 280}), house());
        // One goes into the subnet that is selected; the other one is there already.
        const Design clip = clipOf(design, {"shop", "post"});
        const auto ids = idsForPaste(design, clip);
        const Design after = done(edits::pasteBeside(clip, ids, AnyId("left")), design);
        const std::vector<Id<Subnet>> left{{"left"}};
        for (const char* original : {"shop", "post"}) {
            const std::string& copy = ids.at(original);
            QCOMPARE(after.workloads.find({copy})->subnets, left);
            QVERIFY(boxOf(after, "left").contains(boxOf(after, copy)));
            QVERIFY(!boxOf(after, copy).overlaps(boxOf(after, "shop")));
        }
        QVERIFY(!boxOf(after, ids.at("shop")).overlaps(boxOf(after, ids.at("post"))));
        // A subnet stays in its VPC, beside the one it was copied from, whatever else goes into what is selected.
        const Design mixed = clipOf(design, {"left", "post"});
        const auto mixedIds = idsForPaste(design, mixed);
        const Design both = done(edits::pasteBeside(mixed, mixedIds, AnyId("left")), design);
        QVERIFY(!boxOf(both, mixedIds.at("left")).overlaps(boxOf(both, "left")));
        QVERIFY(!boxOf(both, mixedIds.at("left")).overlaps(boxOf(both, "right")));
        QVERIFY(boxOf(both, mixedIds.at("left")).contains(boxOf(both, mixedIds.at("shop"))));
        QVERIFY(boxOf(both, "left").contains(boxOf(both, mixedIds.at("post"))));
    }

    void pastedVpcIsComplete() {
        const Design design = house();
        const Design clip = clipOf(design, {"vpc"});
        const auto ids = idsForPaste(design, clip);
        const Design after = done(edits::paste(clip, ids, 40, 40), design);
        QCOMPARE(after.vpcs.size(), 2u);
        QCOMPARE(after.subnets.size(), 4u);
        const Endpoint& endpoint = *after.endpoints.find({ids.at("vpce")});
        QCOMPARE(endpoint.vpc.value, ids.at("vpc"));
        QCOMPARE(endpoint.securityGroups.front().value, ids.at("sg-vpce-secretsmanager"));
        QVERIFY(!boxOf(after, ids.at("vpc")).overlaps(boxOf(after, "vpc")));
        // A VPC needs its Region; a note needs nothing.
        QVERIFY(!apply(edits::paste(clip, idsForPaste({}, clip), 0, 0), {}));
        const Design note = done(edits::addThing("note", "note", {}, {0, 0}), design);
        const Design noteClip = clipOf(note, {"note"});
        QCOMPARE(done(edits::paste(noteClip, idsForPaste({}, noteClip), 0, 0), {}).notes.size(), 1u);
    }

    void cardInTwoSubnetsSpansThem() {
        const Design design = done(edits::setField(AnyId("shop"), "subnets", "left, right"), house());
        QVERIFY(boxOf(design, "shop").right() > boxOf(design, "right").x);
        QVERIFY(boxOf(design, "shop").x > boxOf(design, "left").x);
        const Design after = done(edits::setField(AnyId("shop"), "subnets", "left"), design);
        QVERIFY(boxOf(after, "left").contains(boxOf(after, "shop")));
    }

    void moveLeavesOthersWhereTheyAre() {
        const Design design = house();
        const Design after = done(edits::moveThings({"secret"}, 0, 80), design);
        for (const Placement& placed : after.placements)
            if (placed.id.value != "secret" && placed.id.value != "region")
                QCOMPARE(placed.box(), boxOf(design, placed.id.value));
        // Onto another: to the nearest place beside it.
        const Design onto =
            done(edits::moveThings({"secret"}, boxOf(design, "vpc").x - boxOf(design, "secret").x, 0), design);
        QVERIFY(!boxOf(onto, "secret").overlaps(boxOf(onto, "vpc")));
        QCOMPARE(boxOf(onto, "vpc"), boxOf(design, "vpc"));
    }

    void nearestFreePlaceIsNearest() {
        // A wall of two boxes with a gap that is just wide enough.
        const std::vector<Box> forbidden{{-50, -10, 60, 20}, {10, -10, 60, 20}};
        QCOMPARE(*nearestFree({10, 3}, forbidden, {}), (Point{10, 3}));
        QCOMPARE(*nearestFree({4, 3}, forbidden, {}), (Point{10, 3}));
        QCOMPARE(*nearestFree({-20, 3}, forbidden, {}), (Point{-20, 10}));
        QCOMPARE(*nearestFree({-20, 3}, forbidden, {.maxY = 5}), (Point{-20, -10}));
        QVERIFY(!nearestFree({-20, 3}, forbidden, {-20, -20, 0, 5}));
    }
};

QTEST_APPLESS_MAIN(ThingsTest)
#include "things_test.moc"
