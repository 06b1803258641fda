#include <QtTest>

#include "model/scene/hit.h"
#include "model/scene/states.h"
#include "tests/model/scene/shop.h"

using namespace gw;

/// The pointer finds what it points at, at every zoom.
class HitTest : public QObject {
    Q_OBJECT

private slots:
    void cardsWinOverFrames();
    void framesAreFoundWhereNothingElseStands();
    void aZoneIsHitByItsNameAndBorder();
    void dotsBelongToTheirEndpoint();
    void flowsAreHitNearTheirLine();
    void framesAreOfferedDeepestFirst();
    void rubberBandTakesWhatIsWhollyInside();
    void cardsAreNotHitWhereTheyAreNotDrawn();
    void handlesStandAroundWhatCanBeResized();
    void selectedEndpointsShowTheirTether();
    void aSelectedFlowStaysBelowWhatStandsOnIt();

private:
    const Design design_ = test::shop();
    const Scene scene_ = sceneOf(design_, test::shopOverlay());
    const HitIndex index_{scene_};
};

void HitTest::cardsWinOverFrames() {
    QCOMPARE(index_.at({600, 270}, 1).value, std::string("product-service"));
    QCOMPARE(index_.at({888, 377}, 1).value, std::string("vpce-secrets"));
    // A sign of 24 px is still hit in 24 px on screen from far away.
    QCOMPARE(index_.at({888 + 16, 377 - 14}, 0.5).value, std::string("vpce-secrets"));
}

void HitTest::framesAreFoundWhereNothingElseStands() {
    QCOMPARE(index_.at({480, 560}, 1).value, std::string("orders-db"));
    QCOMPARE(index_.at({800, 560}, 1).value, std::string("data-c"));
    QCOMPARE(index_.at({700, 130}, 1).value, std::string("vpc-shop"));
    QCOMPARE(index_.at({1060, 580}, 1).value, std::string("us-east-1"));
    QVERIFY(!index_.at({100, 900}, 1));
}

void HitTest::aZoneIsHitByItsNameAndBorder() {
    QCOMPARE(index_.at({420, 105}, 1).value, std::string("az-a"));
    QCOMPARE(index_.at({420, 574}, 1).value, std::string("vpc-shop"));
}

void HitTest::dotsBelongToTheirEndpoint() {
    for (const Item& item : scene_.items)
        if (item.part == PicturePart::Interface && item.from == Detail::Names)
            QCOMPARE(index_.at(item.bounds.centre(), 1), item.subject);
}

void HitTest::flowsAreHitNearTheirLine() {
    QCOMPARE(index_.at({940, 253 + 3}, 1).value.substr(0, 2), std::string("f-"));
    QCOMPARE(index_.flowAt({940, 315}, 4).value.substr(0, 2), std::string("f-"));
    QVERIFY(!index_.flowAt({940, 345}, 4));
}

void HitTest::framesAreOfferedDeepestFirst() {
    const auto frames = index_.framesAt({400, 300});
    QCOMPARE(frames.size(), std::size_t{4});
    QCOMPARE(frames[0].value, std::string("app-a"));
    QCOMPARE(frames[1].value, std::string("az-a"));
    QCOMPARE(frames[2].value, std::string("vpc-shop"));
    QCOMPARE(frames[3].value, std::string("us-east-1"));
}

void HitTest::rubberBandTakesWhatIsWhollyInside() {
    std::vector<std::string> things;
    for (const AnyId& id : index_.thingsIn({340, 245, 500, 90})) things.push_back(id.value);
    std::ranges::sort(things);
    QCOMPARE(things, (std::vector<std::string>{"order-service", "product-service"}));
}

void HitTest::cardsAreNotHitWhereTheyAreNotDrawn() {
    QCOMPARE(index_.at({600, 270}, 0.1).value, std::string("app-b"));
}

void HitTest::handlesStandAroundWhatCanBeResized() {
    QCOMPARE(handlesOf(scene_, AnyId("app-a"), 1).size(), std::size_t{8});
    QVERIFY(handlesOf(scene_, AnyId("vpce-s3"), 1).empty());
    const Area box = scene_.bodyOf(AnyId("app-a"))->bounds;
    const auto corner = index_.handleAt(AnyId("app-a"), {box.right() + 4, box.bottom() + 4}, 1);
    QVERIFY(corner);
    QCOMPARE(corner->dx, 1);
    QCOMPARE(corner->dy, 1);
    QVERIFY(!index_.handleAt(AnyId("app-a"), box.centre(), 1));
}

void HitTest::selectedEndpointsShowTheirTether() {
    States marks;
    marks.selected = {AnyId("vpce-secrets")};
    const Scene states = statesOf(scene_, marks, 1);
    int filledDots = 0;
    bool tether = false;
    for (const Shape& shape : states.shapes) {
        if (const auto* circle = std::get_if<CircleShape>(&shape)) filledDots += circle->fill == Ink::Accent ? 1 : 0;
        if (const auto* path = std::get_if<PathShape>(&shape)) tether = tether || path->stroke.dash == Dash::Tether;
    }
    QCOMPARE(filledDots, 3);
    QVERIFY(tether);
    QVERIFY(statesOf(scene_, {}, 1).items.empty());
}

void HitTest::aSelectedFlowStaysBelowWhatStandsOnIt() {
    int met = 0;
    for (const Item& line : scene_.items) {
        if (line.part != PicturePart::Line || line.to != Detail::All) continue;
        States marks;
        marks.selected = {line.subject};
        const Scene states = statesOf(scene_, marks, 1);
        const auto thick = std::find_if(states.items.rbegin(), states.items.rend(), [&](const Item& item) {
            const auto* path = std::get_if<PathShape>(&states.shapesOf(item).front());
            return item.subject == line.subject && path && path->stroke.width == 3;
        });
        QVERIFY(thick != states.items.rend());
        for (const Item& item : scene_.items) {
            if (item.part != PicturePart::Body || item.plane != Plane::Cards) continue;
            const auto* path = std::get_if<PathShape>(&scene_.shapesOf(line).back());
            if (!path || !item.bounds.contains(path->points.back())) continue;
            ++met;
            const auto isAbove = [&](const Item& what) {
                // Later is above.
                return std::any_of(states.items.rbegin(), thick, [&](const Item& above) {
                    return above.from == what.from && std::ranges::equal(states.shapesOf(above), scene_.shapesOf(what));
                });
            };
            QVERIFY(isAbove(item));
            // And what stands on that is there again as well.
            for (const Item& on : scene_.items)
                if (on.subject == item.subject && on.part == PicturePart::Sign && on.plane == Plane::Cards &&
                    item.bounds.contains(on.bounds))
                    QVERIFY(isAbove(on));
        }
    }
    QVERIFY(met > 0);
}

QTEST_APPLESS_MAIN(HitTest)
#include "hit_test.moc"
