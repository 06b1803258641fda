#include <QtTest>

#include "model/policy/proof/box.h"
#include "tests/random/random.h"
#include "tests/random/rounds.h"

using namespace gw;

/// Boxes cut up, held against every point of a small space.
class BoxTest : public QObject {
    Q_OBJECT
private slots:
    void aSetKnowsItsClasses();
    void boxesMeetAndReachBeyond();
    void theSearchFindsWhatIsLeft();
    void theSearchTakesOneBoxOfEachList();
    void theSearchEndsAtItsBound();
};

namespace {

/// Dimensions of 3, 70 and 4 classes: the middle one takes two words.
BoxSpace smallSpace() {
    BoxSpace space;
    for (const std::size_t classes : {3, 70, 4}) space.addDimension(classes);
    return space;
}

constexpr std::array<std::size_t, 3> counts{3, 70, 4};
using Point = std::array<std::size_t, 3>;

RequestBox randomBox(const BoxSpace& space, Random& random) {
    RequestBox box = space.whole();
    for (std::size_t dimension = 0; dimension < counts.size(); ++dimension) {
        ClassSet some(counts[dimension], false);
        for (std::size_t i = 0; i < counts[dimension]; ++i)
            if (random.chance(70)) some.add(i);
        space.narrow(box, dimension, some);
    }
    return box;
}

bool holds(const BoxSpace& space, const RequestBox& box, const Point& point) {
    for (std::size_t dimension = 0; dimension < point.size(); ++dimension) {
        const auto classes = space.classesOf(box, dimension);
        if (std::ranges::find(classes, point[dimension]) == classes.end()) return false;
    }
    return true;
}

bool anyHolds(const BoxSpace& space, const std::vector<RequestBox>& boxes, const Point& point) {
    return std::ranges::any_of(boxes, [&](const RequestBox& box) { return holds(space, box, point); });
}

template <class Visit>
void forEachPoint(Visit visit) {
    for (std::size_t a = 0; a < counts[0]; ++a)
        for (std::size_t b = 0; b < counts[1]; ++b)
            for (std::size_t c = 0; c < counts[2]; ++c) visit(Point{a, b, c});
}

std::vector<RequestBox> randomBoxes(const BoxSpace& space, Random& random, int most) {
    std::vector<RequestBox> boxes;
    for (int i = random.between(0, most); i > 0; --i) boxes.push_back(randomBox(space, random));
    return boxes;
}

constexpr std::size_t plenty = 100'000;

}  // namespace

void BoxTest::aSetKnowsItsClasses() {
    ClassSet some(70, false);
    QVERIFY(some.isEmpty());
    some.add(0);
    some.add(69);
    QVERIFY(some.has(0) && some.has(69) && !some.has(68));
    const ClassSet others = some.inverted();
    for (std::size_t i = 0; i < 70; ++i) QCOMPARE(others.has(i), !some.has(i));
    QVERIFY(ClassSet(64, true).inverted().isEmpty());
    QVERIFY(others.inverted() == some);
}

void BoxTest::boxesMeetAndReachBeyond() {
    const BoxSpace space = smallSpace();
    Random random(1);
    for (int round = 0; round < rounds(100); ++round) {
        const RequestBox a = randomBox(space, random);
        RequestBox b = randomBox(space, random);
        bool meet = false;
        bool within = true;
        forEachPoint([&](const Point& point) {
            meet = meet || (holds(space, a, point) && holds(space, b, point));
            within = within && (!holds(space, a, point) || holds(space, b, point));
        });
        QCOMPARE(space.overlap(a, b), meet);
        QCOMPARE(!space.isEmpty(space.both(a, b)), meet);
        if (!space.isEmpty(a)) QCOMPARE(space.dimensionsBeyond(a, b) == 0, within);
        const RequestBox whole = b;
        const RequestBox beyond = space.cutBeyond(b, a, 1);
        forEachPoint([&](const Point& point) {
            const bool isBeyond = !beyond.words.empty() && holds(space, beyond, point);
            QCOMPARE(isBeyond || holds(space, b, point), holds(space, whole, point));
            QVERIFY(!isBeyond || !holds(space, b, point));
        });
    }
}

void BoxTest::theSearchFindsWhatIsLeft() {
    const BoxSpace space = smallSpace();
    int found = 0;
    int none = 0;
    for (int seed = 0; seed < rounds(120); ++seed) {
        Random random(static_cast<std::uint64_t>(seed));
        const RequestBox box = randomBox(space, random);
        const std::vector<RequestBox> taken = randomBoxes(space, random, 9);
        std::size_t left = 0;
        forEachPoint(
            [&](const Point& point) { left += holds(space, box, point) && !anyHolds(space, taken, point) ? 1 : 0; });
        // The pieces that it is shown are all that is left, none twice.
        std::size_t shown = 0;
        BoxSearch(space, plenty).outside(box, taken, [&](const RequestBox& piece) {
            forEachPoint([&](const Point& point) {
                if (!holds(space, piece, point)) return;
                QVERIFY(holds(space, box, point) && !anyHolds(space, taken, point));
                ++shown;
            });
            return false;
        });
        QCOMPARE(shown, left);
        BoxSearch search(space, plenty);
        QCOMPARE(search.outside(box, taken, [](const RequestBox&) { return true; }), left > 0);
        QVERIFY(!search.isExhausted());
        ++(left > 0 ? found : none);
    }
    QVERIFY(found > 5 && none > 5);
}

void BoxTest::theSearchTakesOneBoxOfEachList() {
    const BoxSpace space = smallSpace();
    int found = 0;
    int none = 0;
    for (int seed = 0; seed < rounds(120); ++seed) {
        Random random(static_cast<std::uint64_t>(seed) + 1000);
        const std::vector<RequestBox> first = randomBoxes(space, random, 3);
        const std::vector<RequestBox> second = randomBoxes(space, random, 3);
        const std::vector<RequestBox> taken = randomBoxes(space, random, 6);
        bool isLeft = false;
        forEachPoint([&](const Point& point) {
            isLeft = isLeft || (anyHolds(space, first, point) && anyHolds(space, second, point) &&
                                !anyHolds(space, taken, point));
        });
        QCOMPARE(BoxSearch(space, plenty)
                     .within(space.whole(), {&first, &second}, taken, [](const RequestBox&) { return true; }),
                 isLeft);
        ++(isLeft ? found : none);
    }
    QVERIFY(found > 5 && none > 5);
}

void BoxTest::theSearchEndsAtItsBound() {
    const BoxSpace space = smallSpace();
    Random random(7);
    const std::vector<RequestBox> taken(1, randomBox(space, random));
    BoxSearch search(space, 2);
    QVERIFY(!search.outside(space.whole(), taken, [](const RequestBox&) { return false; }));
    QVERIFY(search.isExhausted());
}

QTEST_APPLESS_MAIN(BoxTest)
#include "box_test.moc"
