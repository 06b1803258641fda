#include <QtTest>

#include <set>

#include "model/scene/measures.h"
#include "model/scene/scene.h"
#include "tests/app/example.h"

using namespace gw;

namespace {

constexpr double zooms[] = {1.0, 0.8, 0.6, 0.5, 0.41};

/// Three subnets side by side: five workloads that call two databases and a load balancer, and what is outside.
Design crowd() {
    Design design = done(edits::addThing("vpc", "vpc", {}, {500, 500}), {});
    design = done(edits::resizeThing(AnyId("vpc"), {290, 370, 900, 460}), design);
    int x = 320;
    for (const char* id : {"a", "b", "c"}) {
        design = done(edits::addThing("subnet", id, AnyId("vpc"), {x + 100, 460}), design);
        design = done(edits::resizeThing(AnyId(id), {x, 410, 200, 300}), design);
        x += 240;
    }
    const auto add = [&](const char* kind, const char* id, const char* frame, Point at) {
        const AnyId in = frame ? AnyId(frame) : AnyId(design.regions.begin()->id);
        design = done(edits::addThing(kind, id, in, at), design);
    };
    for (const char* id : {"w1", "w2", "w3"}) add("fargate", id, "a", {420, 460});
    for (const char* id : {"w4", "w5"}) add("fargate", id, "b", {660, 460});
    add("rds", "db", "c", {900, 500});
    add("rds", "db2", "c", {900, 600});
    add("service.s3", "s3", nullptr, {1400, 400});
    add("service.secretsmanager", "secret", nullptr, {1400, 500});
    add("endpoint.interface", "vpce", "vpc", {1190, 500});
    const auto call = [&](const char* from, const char* to) {
        design = done(edits::connect(AnyId(from), AnyId(to), std::string(from) + "-" + to), design);
    };
    for (const char* from : {"w1", "w2", "w3", "w4", "w5"}) {
        call(from, "db");
        call(from, "s3");
        call(from, "secret");
    }
    call("w1", "db2");
    call("w5", "db2");
    return design;
}

/// Databases stop all calls, callers those to S3, the endpoint those of the secret.
Overlay stopped(const Design& design) {
    Overlay overlay;
    for (const Flow& flow : design.flows) {
        FlowLine& line = overlay.flows[flow.id];
        line.state = LineState::Blocked;
        if (flow.to.value == "s3") {
            line.stopsAt = AnyId(flow.from);
            line.pill = "stops: route";
        } else if (flow.to.value == "secret") {
            line.via = {AnyId("vpce")};
            line.stopsAt = AnyId("vpce");
            line.pill = "stops: sg in";
        } else {
            line.stopsAt = AnyId(flow.to);
            line.pill = "stops: sg in";
        }
    }
    for (const Placement& placed : design.placements) overlay.badges[AnyId(placed.id.value)] = {Urgency::Warning, 2};
    return overlay;
}

Area shownAt(const PillShape& pill, double zoom) {
    const PillShape shown = fittedAt(pill, zoom);
    return areaOf(shown, growthOf(shown, zoom));
}

std::vector<const Item*> itemsOf(const Scene& scene, PicturePart part) {
    std::vector<const Item*> found;
    for (const Item& item : scene.items)
        if (item.part == part && item.to == Detail::All) found.push_back(&item);
    return found;
}

const PillShape& pillIn(const Scene& scene, const Item& item) {
    return std::get<PillShape>(scene.shapesOf(item).front());
}

double sharedBy(const Area& a, const Area& b) {
    const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return std::max(0.0, width) * std::max(0.0, height);
}

}  // namespace

/// Words on flows and badges of findings where many come together.
class PillsTest : public QObject {
    Q_OBJECT

private slots:
    void flowsThatOneThingStopsSaySoOnce() {
        const Design design = crowd();
        const Scene scene = sceneOf(design, stopped(design));
        std::multiset<std::string> words;
        for (const Item* item : itemsOf(scene, PicturePart::Pill)) {
            const PillShape& pill = pillIn(scene, *item);
            const auto colon = pill.text.find(": ");
            words.insert(colon == std::string::npos ? pill.text : pill.text.substr(colon + 2));
        }
        const std::multiset<std::string> expected{"route", "route",          "route",          "route",
                                                  "route", "sg in, 5 flows", "sg in, 5 flows", "sg in, 2 flows"};
        QVERIFY(words == expected);
    }

    void wordsThatAloneSayWhatIsUnknownAreReadInFull() {
        const Design design = crowd();
        Overlay overlay = stopped(design);
        for (auto& [id, line] : overlay.flows) {
            line.state = LineState::Unknown;
            line.stopsAt = {};
            line.pill = "unknown: policy of the vault: read by all of the accounts";
        }
        int shown = 0;
        const Scene scene = sceneOf(design, overlay);
        for (const Item* item : itemsOf(scene, PicturePart::Pill))
            for (const double zoom : zooms) {
                QVERIFY(fittedAt(pillIn(scene, *item), zoom).text.starts_with("unknown: "));
                ++shown;
            }
        QVERIFY(shown > 0);
        // Of a stop it is the reason that counts, whole.
        for (auto& [id, line] : overlay.flows) {
            line.state = LineState::Blocked;
            line.stopsAt = AnyId(design.flows.find(id)->to);
            line.pill = "stops: policy: vault";
        }
        const Scene stops = sceneOf(design, overlay);
        for (const Item* item : itemsOf(stops, PicturePart::Pill)) {
            PillShape pill = pillIn(stops, *item);
            const std::string words = pill.brief.empty() ? pill.text : pill.brief;
            QVERIFY2(words.starts_with("policy: vault") || words.starts_with("stops: "), words.c_str());
        }
    }

    void theTracedFlowSpeaksForItself() {
        const Design design = crowd();
        Overlay overlay = stopped(design);
        overlay.traced = {AnyId("w4-db"), AnyId("w4"), AnyId("db")};
        const Scene scene = sceneOf(design, overlay);
        int atDatabase = 0;
        for (const Item* item : itemsOf(scene, PicturePart::Pill)) {
            if (!item->subject.value.ends_with("-db")) continue;
            ++atDatabase;
            QCOMPARE(item->subject, AnyId("w4-db"));
            QCOMPARE(pillIn(scene, *item).text, std::string("stops: sg in"));
        }
        QCOMPARE(atDatabase, 1);
    }

    /// Names and badges as they are at 100 %.
    void wordsCoverNothingAtAnyZoom() {
        const Design design = crowd();
        const Scene scene = sceneOf(design, stopped(design));
        const auto pills = itemsOf(scene, PicturePart::Pill);
        QVERIFY(pills.size() > 6);
        for (const double zoom : zooms)
            for (const Item* item : pills) {
                const Area area = shownAt(pillIn(scene, *item), zoom);
                const auto mustNotMeet = [&](const Item& other, const Area& theirs) {
                    QVERIFY2(!area.overlaps(theirs),
                             qPrintable(QString("%1 meets %2 at %3")
                                            .arg(item->subject.value.c_str(), other.subject.value.c_str())
                                            .arg(zoom)));
                };
                for (const Item* other : pills)
                    if (other != item) mustNotMeet(*other, shownAt(pillIn(scene, *other), zoom));
                for (const Item* name : itemsOf(scene, PicturePart::Label)) mustNotMeet(*name, name->bounds);
                for (const Item* badge : itemsOf(scene, PicturePart::Badge)) mustNotMeet(*badge, badge->bounds);
                for (const Item* body : itemsOf(scene, PicturePart::Body))
                    if (body->standing == Standing::Card || body->standing == Standing::Border)
                        mustNotMeet(*body, body->bounds);
                if (QTest::currentTestFailed()) return;
            }
    }

    void aBadgeOfAnEndpointCoversNoWordsThatSayWhatItStops() {
        const Design design = crowd();
        const Scene scene = sceneOf(design, stopped(design));
        int badges = 0;
        for (const double zoom : {1.0, 0.6, 0.45})
            for (const Item* badge : itemsOf(scene, PicturePart::Badge)) {
                if (!design.endpoints.find({badge->subject.value})) continue;
                ++badges;
                const Area covered = areaOf(std::get<BadgeShape>(scene.shapesOf(*badge).front()), zoom);
                for (const Item* pill : itemsOf(scene, PicturePart::Pill))
                    QVERIFY2(!covered.overlaps(shownAt(pillIn(scene, *pill), zoom)), pill->subject.value.c_str());
            }
        QVERIFY(badges > 0);
    }

    void aBadgeCoversACornerOfItsSignAtMost() {
        Design design = crowd();
        design = done(edits::addThing("natGateway", "nat", AnyId("a"), {420, 650}), design);
        design = done(edits::addThing("internetGateway", "igw", AnyId("vpc"), {290, 500}), design);
        const Scene scene = sceneOf(design, stopped(design));
        int signs = 0;
        for (const Item* badge : itemsOf(scene, PicturePart::Badge)) {
            const Item* body = scene.bodyOf(badge->subject);
            if (!body || (body->standing != Standing::Border && body->standing != Standing::Glyph)) continue;
            ++signs;
            QVERIFY2(sharedBy(badge->bounds, body->bounds) <= body->bounds.width * body->bounds.height / 6,
                     badge->subject.value.c_str());
        }
        QCOMPARE(signs, 3);
    }

    void aBadgeCoversNoName() {
        // Signs that a person drew near to each other: the lower one has its name below it.
        Design design = crowd();
        design = done(edits::addThing("endpoint.interface", "near", AnyId("vpc"), {1190, 620}), design);
        const int up = boxOf(design, "near").y - boxOf(design, "vpce").y - 28;
        design = done(edits::moveThings({"near"}, 0, -up), design);
        QCOMPARE(boxOf(design, "near").y - boxOf(design, "vpce").y, 28);
        const Scene scene = sceneOf(design, stopped(design));
        for (const Item* badge : itemsOf(scene, PicturePart::Badge))
            for (const Item* name : itemsOf(scene, PicturePart::Label)) {
                if (!design.endpoints.find({name->subject.value})) continue;
                // A line of words is a little higher than its letters.
                QVERIFY2(!badge->bounds.grown(-2).overlaps(name->bounds),
                         (badge->subject.value + " over " + name->subject.value).c_str());
            }
    }
};

QTEST_APPLESS_MAIN(PillsTest)
#include "pills_test.moc"
