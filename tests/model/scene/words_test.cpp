#include <QtTest>

#include <set>

#include "model/edit/fields.h"
#include "model/report/overlay_of.h"
#include "model/scene/connect_mark.h"
#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"
#include "model/scene/states.h"
#include "tests/app/example.h"

using namespace gw;

namespace {

std::vector<const Item*> itemsOf(const Scene& scene, PicturePart part, const std::string& subject) {
    std::vector<const Item*> found;
    for (const Item& item : scene.items)
        if (item.part == part && item.subject.value == subject) found.push_back(&item);
    return found;
}

template <class Wanted>
const Wanted* shapeIn(const Scene& scene, PicturePart part, const std::string& subject) {
    for (const Item* item : itemsOf(scene, part, subject))
        for (const Shape& shape : scene.shapesOf(*item))
            if (const auto* found = std::get_if<Wanted>(&shape)) return found;
    return nullptr;
}

Design placedAt(Design design, const std::string& id, int x, int y) {
    Placement placement = *design.placements.find({id});
    placement.x = x;
    placement.y = y;
    design.placements.put(placement);
    return design;
}

/// The example with an endpoint in the middle of the right border and a flow of the workload to its bucket.
Design withEndpoint(const char* kind, const char* name) {
    Design design = example();
    const Box vpc = boxOf(design, "vpc");
    design = done(edits::addThing(kind, "vpce", AnyId("vpc"), {vpc.right(), vpc.centre().y}), design);
    design = done(edits::rename(AnyId("vpce"), name), design);
    return done(edits::connect(AnyId("app"), AnyId("bucket"), "flow"), design);
}

}  // namespace

/// Words and small signs of the picture: none covers another, and none is cut where there is room.
class WordsTest : public QObject {
    Q_OBJECT

private slots:
    void aNameBesideANearCardIsRaised() {
        Design design = withEndpoint("endpoint.gateway", "vpce-s3");
        const Area sign(boxOf(design, "vpce"));
        const auto name = [&](const Design& drawn) {
            return *shapeIn<TextShape>(sceneOf(drawn, {}), PicturePart::Label, "vpce");
        };
        // With room beside it, it stands on its line.
        design =
            placedAt(design, "bucket", static_cast<int>(sign.right()) + 160, static_cast<int>(sign.centre().y) - 21);
        QVERIFY(name(design).at.y > sign.y);
        design =
            placedAt(design, "bucket", static_cast<int>(sign.right()) + 45, static_cast<int>(sign.centre().y) - 21);
        const TextShape raised = name(design);
        QVERIFY(raised.at.y < sign.y);
        QVERIFY(raised.room >= widthOf("vpce-s3", type::sign));
        QVERIFY(!extentOf(raised).overlaps(Area(boxOf(design, "bucket"))));
    }

    void aZoneDoesNotRunThroughTheWordsOfAVpc() {
        const Design design = example();
        const Scene scene = sceneOf(design, {});
        const auto at = [&](PicturePart part, const std::string& subject) {
            return itemsOf(scene, part, subject).front() - scene.items.data();
        };
        for (const AvailabilityZone& zone : design.availabilityZones)
            QVERIFY(at(PicturePart::Body, zone.id.value) < at(PicturePart::Label, "vpc"));
        for (const Subnet& subnet : design.subnets)
            QVERIFY(at(PicturePart::Body, "vpc") < at(PicturePart::Body, subnet.id.value));
    }

    void aZonesNameStaysAboveTheVpc() {
        const Design design = example();
        const Scene scene = sceneOf(design, {});
        const double vpc = scene.bodyOf(AnyId("vpc"))->bounds.y;
        for (const AvailabilityZone& zone : design.availabilityZones) {
            const TextShape name = *shapeIn<TextShape>(scene, PicturePart::Label, zone.id.value);
            // From afar it grows away from the border, which stays clear of its strip.
            QCOMPARE(name.grows, Growth::Up);
            QVERIFY(name.at.y + 0.3 * type::zone.size * growthOf(type::zone.size, 0.6) < vpc);
        }
    }

    void dotsOfAnEndpointStandLevel() {
        Design design = withEndpoint("endpoint.interface", "vpce");
        design = done(edits::setEndpointSubnets({"vpce"}, {{"left"}, {"right"}}), design);
        // A card in one of the two subnets alone.
        QVERIFY(design.workloads.find({"app"})->subnets == std::vector{Id<Subnet>{"left"}});
        const Scene scene = sceneOf(design, {});
        std::set<double> heights;
        for (const Item* dot : itemsOf(scene, PicturePart::Interface, "vpce")) {
            heights.insert(dot->bounds.centre().y);
            QVERIFY(!dot->bounds.overlaps(Area(boxOf(design, "app"))));
        }
        QCOMPARE(heights.size(), std::size_t{1});
    }

    void aTetherRunsPastWhatStandsBetween() {
        Design design = withEndpoint("endpoint.interface", "vpce");
        design = done(edits::setEndpointSubnets({"vpce"}, {{"left"}, {"right"}}), design);
        // Subnets that are not level: the dots are at two heights.
        const Box right = boxOf(design, "right");
        design =
            done(edits::resizeThing(AnyId("right"), {right.x, right.y + 120, right.width, right.height - 120}), design);
        const Scene scene = sceneOf(design, {});
        States marks;
        marks.selected = {AnyId("vpce")};
        const Area app(boxOf(design, "app"));
        int lines = 0;
        const Scene states = statesOf(scene, marks, 1);
        for (const Shape& shape : states.shapes) {
            const auto* path = std::get_if<PathShape>(&shape);
            if (!path || path->stroke.dash != Dash::Tether) continue;
            ++lines;
            for (std::size_t i = 1; i < path->points.size(); ++i) {
                const Spot a = path->points[i - 1];
                const Spot b = path->points[i];
                const Area leg{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
                QVERIFY(!leg.grown(0.5).overlaps(app));
            }
        }
        QVERIFY(lines >= 1);
    }

    void whyALineStopsIsSaidBesideOtherLines() {
        Design design = withEndpoint("endpoint.gateway", "vpce-s3");
        design = done(edits::addThing("service.sqs", "queue", AnyId(design.regions.begin()->id),
                                      {boxOf(design, "bucket").centre().x, boxOf(design, "bucket").bottom() + 60}),
                      design);
        design = done(edits::connect(AnyId("app"), AnyId("queue"), "stopped"), design);
        Overlay overlay;
        overlay.flows[{"flow"}] = {LineState::Private, {AnyId("vpce")}, {}, {}};
        overlay.flows[{"stopped"}] = {LineState::Blocked, {}, AnyId("app"), "stops: route"};
        const Scene scene = sceneOf(design, overlay);
        const auto* pill = shapeIn<PillShape>(scene, PicturePart::Pill, "stopped");
        QVERIFY(pill);
        const Area words = areaOf(*pill);
        const auto* sign = shapeIn<CircleShape>(scene, PicturePart::Sign, "stopped");
        QVERIFY(sign);
        const auto* way = shapeIn<PathShape>(scene, PicturePart::Line, "flow");
        QVERIFY(way);
        for (std::size_t i = 1; i < way->points.size(); ++i) {
            const Spot a = way->points[i - 1];
            const Spot b = way->points[i];
            const Area leg{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
            QVERIFY(!leg.grown(0.5).overlaps(words));
            // Nor does the sign stand where the line that gets out begins.
            QVERIFY(!leg.grown(0.5).overlaps(Area::around(sign->centre, size::blockedSign / 2, size::blockedSign / 2)));
        }
        QVERIFY(!words.overlaps(Area(boxOf(design, "app"))));
    }

    void whatWorksInPartIsNoBlockedLine() {
        // A gateway endpoint for the route table of one of two subnets.
        Design design =
            done(edits::setField(AnyId("app"), "subnets", "left, right"), withEndpoint("endpoint.gateway", "vpce-s3"));
        RouteTable table;
        table.id = {"rtb"};
        table.vpc = {"vpc"};
        table.subnets = {{"left"}};
        design.routeTables.put(table);
        design = done(edits::setField(AnyId("vpce"), "service", "s3"), design);
        Endpoint endpoint = *design.endpoints.find({"vpce"});
        endpoint.routeTables = {{"rtb"}};
        design.endpoints.put(endpoint);
        const Facts facts(design);
        QCOMPARE(facts.traceOf({"flow"})->verdict, Verdict::Partial);
        const Overlay overlay = overlayOf(facts, {});
        QCOMPARE(overlay.flows.at({"flow"}).state, LineState::Partial);
        const Scene scene = sceneOf(design, overlay);
        const auto* line = shapeIn<PathShape>(scene, PicturePart::Line, "flow");
        QVERIFY(line && line->stroke.dash == Dash::Partial);
        // It goes all the way.
        QVERIFY(Area(boxOf(design, "bucket")).grown(1).contains(line->points.back()));
        QCOMPARE(scene.lineStates, std::vector{LineState::Partial});
    }

    void theHandleOfAFlowKeepsOffASign() {
        Design design = done(edits::connect(AnyId("app"), AnyId("bucket"), "stopped"), example());
        const Area plain = *connectHandleOf(sceneOf(design, {}), AnyId("app"), 1);
        QCOMPARE(plain.centre().y, Area(boxOf(design, "app")).centre().y);
        Overlay overlay;
        overlay.flows[{"stopped"}] = {LineState::Blocked, {}, AnyId("app"), "stops: route"};
        const Scene scene = sceneOf(design, overlay);
        const auto* sign = shapeIn<CircleShape>(scene, PicturePart::Sign, "stopped");
        QVERIFY(sign);
        const Area handle = *connectHandleOf(scene, AnyId("app"), 1);
        QVERIFY(!handle.overlaps(Area::around(sign->centre, sign->radius, sign->radius)));
        QVERIFY(!handle.overlaps(areaOf(*shapeIn<PillShape>(scene, PicturePart::Pill, "stopped"))));
    }

    void aPriceLeavesItsSignInSight() {
        const Design design = withEndpoint("endpoint.interface", "vpce");
        Overlay overlay;
        overlay.lens = Lens::Cost;
        overlay.content.emplace();
        overlay.content->marks[AnyId("vpce")] = {Tone::Caution, "$22", "$21.90 per month", {}};
        overlay.badges[AnyId("vpce")] = {Urgency::Warning, 3};
        const Scene scene = sceneOf(design, overlay);
        const auto* tag = shapeIn<TagShape>(scene, PicturePart::Tag, "vpce");
        QVERIFY(tag);
        QVERIFY(!areaOf(*tag).overlaps(scene.bodyOf(AnyId("vpce"))->bounds));
        const TextShape* price = nullptr;
        for (const Item* item : itemsOf(scene, PicturePart::Label, "vpce"))
            for (const Shape& shape : scene.shapesOf(*item))
                if (const auto* text = std::get_if<TextShape>(&shape); text && text->text.starts_with("$"))
                    price = text;
        QVERIFY(price);
        QCOMPARE(fitted(price->text, price->style, price->room), price->text);
        const auto* badge = shapeIn<BadgeShape>(scene, PicturePart::Badge, "vpce");
        QVERIFY(badge);
        QVERIFY(price->at.x - badge->centre.x >= size::badge / 2 + 6);
    }

    void aTagLeavesARaisedName() {
        Design design = withEndpoint("endpoint.gateway", "vpce-s3");
        const Area sign(boxOf(design, "vpce"));
        design =
            placedAt(design, "bucket", static_cast<int>(sign.right()) + 45, static_cast<int>(sign.centre().y) - 21);
        Overlay overlay;
        overlay.content.emplace();
        overlay.content->marks[AnyId("vpce")] = {Tone::Good, "2", {}, {}};
        const Scene scene = sceneOf(design, overlay);
        const auto* tag = shapeIn<TagShape>(scene, PicturePart::Tag, "vpce");
        const auto* name = shapeIn<TextShape>(scene, PicturePart::Label, "vpce");
        QVERIFY(tag && name);
        QVERIFY(!areaOf(*tag).overlaps(extentOf(*name)));
    }

    void aGhostsNameDoesNotCrossItsBorder() {
        States marks;
        marks.ghosts = {{{100, 100, 28, 28}, "Gateway"}, {{300, 100, 160, 80}, "Subnet"}};
        const Scene states = statesOf(Scene{}, marks, 1);
        int seen = 0;
        for (const Shape& shape : states.shapes)
            if (const auto* text = std::get_if<TextShape>(&shape)) {
                const Area words = extentOf(*text);
                for (const GhostMark& ghost : marks.ghosts)
                    QVERIFY(ghost.area.contains(words) || !ghost.area.overlaps(words));
                ++seen;
            }
        QCOMPARE(seen, 2);
    }

    void aFlowIsDrawnFromTheEdge() {
        const Area card{100, 100, 80, 36};
        QVERIFY(edgeTowards(card, {300, 20}) == (Spot{180, 118}));
        QVERIFY(edgeTowards(card, {20, 20}) == (Spot{100, 118}));
        QVERIFY(edgeTowards(card, {140, 20}) == (Spot{140, 100}));
        QVERIFY(edgeTowards(card, {140, 220}) == (Spot{140, 136}));
    }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
