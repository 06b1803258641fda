#include "model/edit/span.h"

#include <QtTest>

#include "model/edit/edits.h"
#include "model/edit/fields.h"
#include "model/edit/palette.h"
#include "model/spec/spec.h"
#include "resources/embedded.h"
#include "tests/model/edit/done.h"

using namespace gw;

namespace {

/// Three zones with a row of subnets for each tier.
Design shop() {
    return readSpec(embeddedFile("samples/securecart-broken.gatewright.json")).value();
}

std::vector<Id<Subnet>> named(std::initializer_list<const char*> ids) {
    std::vector<Id<Subnet>> subnets;
    for (const char* id : ids) subnets.push_back({id});
    return subnets;
}

const std::vector<Id<Subnet>>& subnetsOf(const Design& design, const char* workload) {
    return design.workloads.find({workload})->subnets;
}

}  // namespace

/// Cards that stand in several zones keep them, and take or leave them by a drag of their sides.
class SpanTest : public QObject {
    Q_OBJECT

private slots:
    void subnetsOfOneCardStayLevel() {
        const Design design = shop();
        const auto isWhole = [](const Design& after) {
            for (const char* card : {"front-end", "product", "order", "payment", "orders-db"}) {
                const AnyId id(card);
                const Box box = boxOf(after, card);
                const Workload* workload = after.workloads.find({card});
                const auto& subnets = workload ? workload->subnets : after.loadBalancers.find({card})->subnets;
                for (const Id<Subnet>& subnet : subnets)
                    QVERIFY2(box.overlaps(boxOf(after, subnet.value.c_str())), (id.value + " " + subnet.value).c_str());
            }
        };
        for (const char* subnet : {"app-a", "app-b", "app-c"})
            for (const auto [dx, dy] : {std::pair(0, 400), std::pair(0, -120), std::pair(8, 400), std::pair(0, 16)}) {
                const Design after = done(edits::moveThings({subnet}, dx, dy), design);
                isWhole(after);
                QCOMPARE(boxOf(after, "app-a").y, boxOf(after, "app-b").y);
                QCOMPARE(boxOf(after, "app-c").y, boxOf(after, "app-b").y);
                if (dy == 400) QVERIFY(boxOf(after, "app-a").y > boxOf(after, "data-a").y);
            }
        // One that is locked holds the others.
        Design locked = design;
        Placement place = *locked.placements.find({"app-c"});
        place.locked = true;
        locked.placements.put(place);
        const auto refused = apply(edits::moveThings({"app-a"}, 0, 80), locked);
        QVERIFY(!refused && refused.error().message.find("is locked") != std::string::npos);
        // Sideways it holds nothing.
        QVERIFY(apply(edits::moveThings({"app-a"}, 8, 0), locked).has_value());
    }

    void aCardKeepsItsZonesInAnotherRow() {
        const Design design = shop();
        QCOMPARE(subnetsOf(design, "product"), named({"app-a", "app-b", "app-c"}));
        // Wherever in the row it is let go.
        for (const char* target : {"data-a", "data-b", "data-c"}) {
            const Design after =
                done(edits::dropInto(AnyId("product"), AnyId(target), boxOf(design, target).centre()), design);
            QCOMPARE(subnetsOf(after, "product"), named({"data-a", "data-b", "data-c"}));
            QVERIFY(boxOf(after, "product").x < boxOf(after, "data-a").right());
            QVERIFY(boxOf(after, "product").right() > boxOf(after, "data-c").x);
            QVERIFY(!boxOf(after, "product").overlaps(boxOf(after, "orders-db")));
            // The row is no wider, and the card in it.
            for (const char* subnet : {"data-a", "data-b", "data-c"}) {
                QCOMPARE(boxOf(after, subnet).width, boxOf(design, subnet).width);
                QVERIFY(boxOf(after, subnet).bottom() >= boxOf(after, "product").bottom());
            }
            // So it is where it is let go at the lower edge.
            const Point edge{boxOf(design, target).centre().x, boxOf(design, target).bottom() + 4};
            const Design low = done(edits::dropInto(AnyId("product"), AnyId(target), edge), design);
            QCOMPARE(boxOf(low, "data-a").width, boxOf(design, "data-a").width);
            QCOMPARE(subnetsOf(low, "product"), named({"data-a", "data-b", "data-c"}));
        }
        QCOMPARE(leftBehind(design, AnyId("product"), AnyId("data-b")), std::string());
        QCOMPARE(leftBehind(design, AnyId("product"), AnyId("vpc-shop")),
                 std::string("product-service stands in no subnet now."));
        // A fix that names one subnet means that one.
        const Design one = done(edits::standIn(AnyId("product"), {"data-b"}), design);
        QCOMPARE(subnetsOf(one, "product"), named({"data-b"}));
    }

    void aZoneWithoutASubnetThereIsNamed() {
        const Design design = done(edits::removeThings({"data-c"}), shop());
        const Design after =
            done(edits::dropInto(AnyId("product"), AnyId("data-b"), boxOf(design, "data-b").centre()), design);
        QCOMPARE(subnetsOf(after, "product"), named({"data-a", "data-b"}));
        QCOMPARE(leftBehind(design, AnyId("product"), AnyId("data-b")),
                 std::string("product-service stands in data-a, data-b: us-east-1c has no subnet level with data-b."));
    }

    void aCardInOtherZonesGoesWhereItIsPut() {
        const Design design = done(edits::setField(AnyId("product"), "subnets", "app-a, app-b"), shop());
        const Design after =
            done(edits::dropInto(AnyId("product"), AnyId("app-c"), boxOf(design, "app-c").centre()), design);
        QCOMPARE(subnetsOf(after, "product"), named({"app-c"}));
        QCOMPARE(leftBehind(design, AnyId("product"), AnyId("app-c")),
                 std::string("product-service stands in app-c alone, and no more in us-east-1a, us-east-1b."));
    }

    void aSideDraggedOverTheNextZoneSpansIt() {
        const Design shopping = shop();
        const Design design = done(edits::standIn(AnyId("product"), {"app-a"}), shopping);
        const Box card = boxOf(design, "product");
        const auto drawnTo = [&](const Design& from, int right) {
            const Box own = boxOf(from, "product");
            return done(edits::resizeThing(AnyId("product"), {own.x, own.y, right - own.x, own.height}), from);
        };
        const Design two = drawnTo(design, boxOf(design, "app-b").x + 24);
        QCOMPARE(subnetsOf(two, "product"), named({"app-a", "app-b"}));
        QCOMPARE(boxOf(two, "app-a"), boxOf(design, "app-a"));
        QCOMPARE(boxOf(two, "app-b"), boxOf(design, "app-b"));
        QVERIFY(boxOf(two, "product").right() > boxOf(two, "app-b").centre().x);
        const Design three = drawnTo(two, boxOf(two, "app-c").x + 8);
        QCOMPARE(subnetsOf(three, "product"), named({"app-a", "app-b", "app-c"}));
        const Design back = drawnTo(three, card.right());
        QCOMPARE(subnetsOf(back, "product"), named({"app-a"}));
        QVERIFY(boxOf(back, "app-a").contains(boxOf(back, "product")));
        QCOMPARE(boxOf(back, "app-a"), boxOf(design, "app-a"));
        // Short of the next zone the card is only wider.
        QCOMPARE(subnetsOf(drawnTo(design, boxOf(design, "app-a").right() + 2), "product"), named({"app-a"}));
    }
};

QTEST_APPLESS_MAIN(SpanTest)
#include "span_test.moc"
