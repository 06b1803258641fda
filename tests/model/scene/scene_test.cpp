#include <QtTest>

#include <cmath>
#include <map>
#include <set>

#include "model/interchange/svg.h"
#include "model/scene/hit.h"
#include "model/scene/legend.h"
#include "model/scene/measures.h"
#include "model/scene/scene.h"
#include "tests/model/scene/shop.h"

using namespace gw;

/// What must hold of the picture of a design, whatever it looks like.
class SceneTest : public QObject {
    Q_OBJECT

private slots:
    void sameDesignGivesTheSameScene();
    void eachPlacedThingHasOneBody();
    void whatHasNoPlacementIsNotDrawnNorAreItsFlows();
    void hiddenLayersAndCollapsedFramesHideTheirThings();
    void linesAreAtRightAngles();
    void noLineCrossesACardItDoesNotBelongTo();
    void linesEndAtTheirCards();
    void aBlockedLineEndsBeforeTheThingThatStopsIt();
    void aBlockedLineIsDrawnBetweenNeighbours_data();
    void aBlockedLineIsDrawnBetweenNeighbours();
    void aCallToItselfIsDrawn();
    void labelsStayInsideTheirFrames();
    void endpointsAreDrawnOnTheBorder();
    void interfaceDotsStandInColumns();
    void interfaceDotsStandBelowCards();
    void wayOutDecidesTheTintOfASubnet();
    void blocksAreShortenedByWhatTheirVpcShares();
    void whatIsOffTheTracedPathIsFaint();
    void refusedFlowsShowInTheSecurityLensAlone();
    void theLegendNamesTheStatesDrawn();

private:
    const Design design_ = test::shop();
    const Overlay overlay_ = test::shopOverlay();
    const Scene scene_ = sceneOf(design_, overlay_);
};

namespace {

std::vector<const Item*> itemsOf(const Scene& scene, PicturePart part) {
    std::vector<const Item*> found;
    for (const Item& item : scene.items)
        if (item.part == part && item.to == Detail::All) found.push_back(&item);
    return found;
}

/// The line of a flow: its path, without the gaps that are painted under it.
const PathShape* pathOf(const Scene& scene, const Item& line) {
    for (const Shape& shape : scene.shapesOf(line))
        if (const auto* path = std::get_if<PathShape>(&shape); path && path->stroke.ink != Ink::Canvas) return path;
    return nullptr;
}

const PathShape* pathOf(const Scene& scene, const std::string& flow) {
    for (const Item* line : itemsOf(scene, PicturePart::Line))
        if (line->subject.value == flow) return pathOf(scene, *line);
    return nullptr;
}

bool passes(const PathShape& path, const Area& area) {
    for (std::size_t i = 1; i < path.points.size(); ++i) {
        const Spot a = path.points[i - 1];
        const Spot b = path.points[i];
        if (Area{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}.overlaps(area))
            return true;
    }
    return false;
}

}  // namespace

void SceneTest::sameDesignGivesTheSameScene() {
    const Scene again = sceneOf(test::shop(), test::shopOverlay());
    QCOMPARE(svgOf(again, design_, Theme::Light), svgOf(scene_, design_, Theme::Light));
    QCOMPARE(again.items.size(), scene_.items.size());
    QVERIFY(again.shapes == scene_.shapes);
}

void SceneTest::eachPlacedThingHasOneBody() {
    std::multiset<std::string> bodies;
    for (const Item* item : itemsOf(scene_, PicturePart::Body)) bodies.insert(item->subject.value);
    for (const Placement& placement : design_.placements) {
        QCOMPARE(bodies.count(placement.id.value), std::size_t{1});
        const Item* body = scene_.bodyOf(AnyId(placement.id.value));
        QVERIFY(body);
        QVERIFY2(body->bounds == Area(placement.box()), placement.id.value.c_str());
    }
    QCOMPARE(bodies.size(), design_.placements.size());
}

void SceneTest::whatHasNoPlacementIsNotDrawnNorAreItsFlows() {
    Design design = design_;
    design.placements.erase({"images"});
    const Scene scene = sceneOf(design, overlay_);
    QVERIFY(!scene.bodyOf(AnyId("images")));
    QVERIFY(!pathOf(scene, "f-images"));
    QVERIFY(pathOf(scene, "f-archive"));
}

void SceneTest::hiddenLayersAndCollapsedFramesHideTheirThings() {
    Design design = design_;
    design.layers.put({{"layer"}, "layer", false, false, {AnyId("app-a")}});
    Scene scene = sceneOf(design, overlay_);
    QVERIFY(!scene.bodyOf(AnyId("app-a")));
    QVERIFY(!scene.bodyOf(AnyId("order-service")));
    QVERIFY(scene.bodyOf(AnyId("app-b")));

    design = design_;
    Placement vpc = *design.placements.find({"vpc-shop"});
    vpc.collapsed = true;
    design.placements.put(vpc);
    scene = sceneOf(design, overlay_);
    QVERIFY(scene.bodyOf(AnyId("vpc-shop")));
    QVERIFY(!scene.bodyOf(AnyId("app-a")));
    QVERIFY(scene.bodyOf(AnyId("images")));
}

void SceneTest::linesAreAtRightAngles() {
    for (const Item* line : itemsOf(scene_, PicturePart::Line)) {
        const PathShape* path = pathOf(scene_, *line);
        QVERIFY(path && path->points.size() >= 2);
        for (std::size_t i = 1; i < path->points.size(); ++i) {
            const Spot a = path->points[i - 1];
            const Spot b = path->points[i];
            // Under a sign that it passes, a line may step from one edge to the other.
            const bool underSign = std::hypot(a.x - b.x, a.y - b.y) <= 30;
            QVERIFY2(std::abs(a.x - b.x) < 0.5 || std::abs(a.y - b.y) < 0.5 || underSign, line->subject.value.c_str());
        }
    }
}

void SceneTest::noLineCrossesACardItDoesNotBelongTo() {
    for (const Flow& flow : design_.flows) {
        const PathShape* path = pathOf(scene_, flow.id.value);
        QVERIFY2(path, flow.id.value.c_str());
        for (const Item* body : itemsOf(scene_, PicturePart::Body)) {
            if (body->standing != Standing::Card || body->subject == AnyId(flow.from) ||
                body->subject == AnyId(flow.to))
                continue;
            QVERIFY2(!passes(*path, body->bounds), (flow.id.value + " crosses " + body->subject.value).c_str());
        }
    }
}

void SceneTest::linesEndAtTheirCards() {
    for (const Flow& flow : design_.flows) {
        if (overlay_.flows.at(flow.id).state != LineState::Private) continue;
        const PathShape* path = pathOf(scene_, flow.id.value);
        QVERIFY(path->head);
        QVERIFY(scene_.bodyOf(flow.from)->bounds.grown(0.5).contains(path->points.front()));
        QVERIFY2(scene_.bodyOf(flow.to)->bounds.grown(0.5).contains(path->points.back()), flow.id.value.c_str());
    }
}

void SceneTest::aBlockedLineEndsBeforeTheThingThatStopsIt() {
    const PathShape* path = pathOf(scene_, "f-payment-keys");
    QVERIFY(path);
    QVERIFY(!path->head);
    const Area gate = scene_.bodyOf(AnyId("vpce-secrets"))->bounds;
    QVERIFY(path->points.back().x < gate.x);
    QVERIFY(gate.grown(40).contains(path->points.back()));
}

/// Two workloads side by side, and a flow from the first.
static Design neighbours(int gap, const char* to) {
    Design design;
    Workload workload;
    Placement placement;
    placement.width = 120;
    placement.height = 36;
    for (const char* id : {"a", "b"}) {
        workload.id = {id};
        design.workloads.put(workload);
        placement.id = {id};
        design.placements.put(placement);
        placement.x += placement.width + gap;
    }
    Flow flow;
    flow.id = {"flow"};
    flow.from = Id<Workload>{"a"};
    flow.to = Id<Workload>{to};
    design.flows.put(flow);
    return design;
}

void SceneTest::aBlockedLineIsDrawnBetweenNeighbours_data() {
    QTest::addColumn<int>("gap");
    for (const int gap : {0, 8, 16, 48}) QTest::addRow("%d", gap) << gap;
}

void SceneTest::aBlockedLineIsDrawnBetweenNeighbours() {
    QFETCH(int, gap);
    Overlay overlay;
    overlay.flows[{"flow"}] = {LineState::Blocked, {}, AnyId("b"), "stops: sg in"};
    const Scene scene = sceneOf(neighbours(gap, "b"), overlay);
    QVERIFY(pathOf(scene, "flow"));
    const auto isOfFlow = [](const Item* item) { return item->subject.value == "flow"; };
    QVERIFY(std::ranges::any_of(itemsOf(scene, PicturePart::Sign), isOfFlow));
    QVERIFY(std::ranges::any_of(itemsOf(scene, PicturePart::Pill), isOfFlow));
}

void SceneTest::aCallToItselfIsDrawn() {
    Overlay overlay;
    overlay.flows[{"flow"}] = {LineState::Private, {}, {}, {}};
    const Scene scene = sceneOf(neighbours(48, "a"), overlay);
    const PathShape* path = pathOf(scene, "flow");
    QVERIFY(path && path->head);
    for (const Item* sign : itemsOf(scene, PicturePart::Sign)) QVERIFY(sign->subject.value != "flow");
}

void SceneTest::labelsStayInsideTheirFrames() {
    for (const Item* label : itemsOf(scene_, PicturePart::Label)) {
        if (label->plane != Plane::Frames) continue;
        const Item* frame = scene_.bodyOf(label->subject);
        if (!frame) continue;  // a flow log stands for itself
        QVERIFY2(frame->bounds.contains(label->bounds), label->subject.value.c_str());
    }
}

void SceneTest::endpointsAreDrawnOnTheBorder() {
    const Area vpc = scene_.bodyOf(AnyId("vpc-shop"))->bounds;
    for (const Endpoint& endpoint : design_.endpoints) {
        const Item* body = scene_.bodyOf(endpoint.id);
        QCOMPARE(body->bounds.centre().x, vpc.right());
        bool diamond = false;
        for (const Shape& shape : scene_.shapesOf(*body))
            diamond = diamond || std::holds_alternative<DiamondShape>(shape);
        QCOMPARE(diamond, endpoint.type == EndpointType::Gateway);
    }
}

void SceneTest::interfaceDotsStandInColumns() {
    std::map<std::string, std::vector<double>> columns;
    for (const Item* dot : itemsOf(scene_, PicturePart::Interface))
        for (const char* id : {"endpoint-a", "endpoint-b", "endpoint-c"})
            if (const Area subnet = scene_.bodyOf(AnyId(id))->bounds; subnet.contains(dot->bounds))
                columns[dot->subject.value].push_back(dot->bounds.centre().x - subnet.x);
    QCOMPARE(columns.size(), std::size_t{5});
    std::set<double> distinct;
    for (const auto& [endpoint, offsets] : columns) {
        QCOMPARE(offsets.size(), std::size_t{3});
        QVERIFY2(offsets[0] == offsets[1] && offsets[1] == offsets[2], endpoint.c_str());
        distinct.insert(offsets[0]);
    }
    QCOMPARE(distinct.size(), std::size_t{5});
}

void SceneTest::interfaceDotsStandBelowCards() {
    // A neighbour that ends before the card does has no height to share.
    Design design = design_;
    Placement shorter = *design.placements.find({"endpoint-b"});
    shorter.height = 40;
    design.placements.put(shorter);
    design.workloads.put({{"batch"}, "batch", WorkloadKind::Fargate, {"vpc-shop"}, {{"endpoint-a"}}});
    const Box subnet = design.placements.find({"endpoint-a"})->box();
    design.placements.put({{"batch"}, subnet.x + 8, subnet.y + 24, subnet.width - 16, 22});
    const Scene scene = sceneOf(design, overlay_);
    const Area card = scene.bodyOf(AnyId("batch"))->bounds;
    int below = 0;
    for (const Item* dot : itemsOf(scene, PicturePart::Interface))
        if (Area(subnet).contains(dot->bounds)) {
            QVERIFY(!card.overlaps(dot->bounds));
            ++below;
        }
    QCOMPARE(below, 5);
}

void SceneTest::wayOutDecidesTheTintOfASubnet() {
    const auto tint = [&](const char* id) {
        return std::get<RectShape>(scene_.shapesOf(*scene_.bodyOf(AnyId(id))).front()).fill;
    };
    QCOMPARE(tint("public-a"), Ink::SubnetPublicFill);
    QCOMPARE(tint("app-a"), Ink::SubnetPrivateFill);
    QCOMPARE(tint("data-a"), Ink::SubnetIsolatedFill);
}

void SceneTest::blocksAreShortenedByWhatTheirVpcShares() {
    std::set<std::string> words;
    for (const Shape& shape : scene_.shapes)
        if (const auto* text = std::get_if<TextShape>(&shape)) words.insert(text->text);
    QVERIFY(words.contains(".64.128/26"));
    QVERIFY(words.contains("10.20.0.0/16"));
    QVERIFY(words.contains("account 1111-2222-3333"));
}

void SceneTest::whatIsOffTheTracedPathIsFaint() {
    Overlay overlay = overlay_;
    overlay.traced = {AnyId("f-images"), AnyId("product-service"), AnyId("vpce-s3"), AnyId("images")};
    const Scene scene = sceneOf(design_, overlay);
    QVERIFY(!scene.bodyOf(AnyId("product-service"))->faint);
    QVERIFY(scene.bodyOf(AnyId("order-service"))->faint);
    QVERIFY(scene.bodyOf(AnyId("vpc-shop"))->faint);
    QCOMPARE(scene.items.size(), scene_.items.size());
}

void SceneTest::refusedFlowsShowInTheSecurityLensAlone() {
    Overlay overlay = overlay_;
    overlay.flows[{"f-images"}].state = LineState::Refused;
    QVERIFY(!pathOf(sceneOf(design_, overlay), "f-images"));
    overlay.lens = Lens::Security;
    QVERIFY(pathOf(sceneOf(design_, overlay), "f-images"));
}

void SceneTest::theLegendNamesTheStatesDrawn() {
    const Scene legend = legendOf(scene_);
    std::vector<std::string> words;
    for (const Shape& shape : legend.shapes)
        if (const auto* text = std::get_if<TextShape>(&shape)) words.push_back(text->text);
    QCOMPARE(words, (std::vector<std::string>{"private", "works over NAT or internet", "blocked", "inbound"}));
    QVERIFY(legendOf(sceneOf({}, {})).items.empty());
    for (const Item& item : legend.items) QVERIFY(legend.bounds.grown(1).contains(item.bounds));
}

QTEST_APPLESS_MAIN(SceneTest)
#include "scene_test.moc"
