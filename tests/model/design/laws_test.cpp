#include <QtTest>

#include <set>

#include "model/design/associated.h"
#include "model/design/patch.h"
#include "model/design/references.h"
#include "model/design/removal.h"
#include "model/design/text_form.h"
#include "model/reach/network.h"
#include "model/spec/spec.h"
#include "tests/random/random.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

/// What must hold of every design.
class LawsTest : public QObject {
    Q_OBJECT
private slots:
    void aDiffAppliedToTheOneGivesTheOther();
    void whatIsWrittenIsReadAndWrittenAgainTheSame();
    void aRemovalLeavesNoReferenceBehind();
    void aRemainderFollowsTheDesign();
    void whatHoldsForASubnetIsWhatTheNetworkHas();
    void everyTextFormIsReadBack();
    void theSameSeedGivesTheSameDesign();
    void randomDesignsFillEveryTableNowAndThen();
};

namespace {

std::set<std::string> idsOf(const Design& design) {
    std::set<std::string> ids;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (!std::is_same_v<Row, Placement>)
            for (const Row& row : design.*table) ids.insert(row.id.value);
    });
    return ids;
}

/// An id that is named or placed and that no row has; empty where there is none.
std::string danglingIn(const Design& design) {
    const std::set<std::string> ids = idsOf(design);
    std::string dangling;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        for (const Row& row : design.*table) {
            if (!ids.contains(row.id.value)) dangling = row.id.value;
            forEachReference(row, [&](const auto& id) {
                if (!ids.contains(id.value)) dangling = id.value;
            });
        }
    });
    return dangling;
}

std::string problemOf(const tl::expected<Design, SpecError>& read) {
    return read ? std::string() : read.error().text();
}

/// Some fields of some rows of `design` as `other` has them, some rows gone: a design near to it that is well-formed.
Design varied(const Design& design, Random& random) {
    const std::set<std::string> all = idsOf(design);
    std::set<std::string> gone;
    for (const std::string& id : all)
        if (random.chance(2)) gone.insert(id);
    Design changed = withoutRows(design, gone);
    for (const Placement& placement : Table<Placement>(changed.placements)) {
        if (!random.chance(10)) continue;
        Placement moved = placement;
        moved.x = random.between(-5000, 5000);
        changed.placements.put(moved);
    }
    return changed;
}

}  // namespace

void LawsTest::aDiffAppliedToTheOneGivesTheOther() {
    Random random(11);
    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(rounds(25)); ++seed) {
        const Design a = seed % 2 ? arbitraryDesign(seed, 4) : randomDesign(seed);
        const Design b = varied(a, random);
        const Design c = arbitraryDesign(seed + 1000, 3);
        for (const auto& [before, after] :
             {std::pair(a, b), std::pair(b, a), std::pair(a, c), std::pair(a, a), std::pair(Design{}, a)}) {
            const Patch patch = diff(before, after);
            QVERIFY(apply(before, patch) == after);
            QCOMPARE(patch.empty(), before == after);
            QVERIFY(diff(before, apply(before, patch)) == patch);
        }
    }
}

void LawsTest::whatIsWrittenIsReadAndWrittenAgainTheSame() {
    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(rounds(40)); ++seed) {
        const Design design = seed % 2 ? arbitraryDesign(seed, 1 + seed % 4) : randomDesign(seed);
        const std::string text = writeSpec(design);
        const auto read = readSpec(text);
        QVERIFY2(read.has_value(), problemOf(read).c_str());
        QVERIFY(*read == design);
        QVERIFY(writeSpec(*read) == text);
    }
}

void LawsTest::aRemovalLeavesNoReferenceBehind() {
    Random random(12);
    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(rounds(30)); ++seed) {
        const Design design = seed % 2 ? arbitraryDesign(seed, 3) : randomDesign(seed);
        QCOMPARE(danglingIn(design), std::string());
        const std::set<std::string> all = idsOf(design);
        std::set<std::string> some;
        for (const std::string& id : all)
            if (random.chance(3)) some.insert(id);
        const Design rest = withoutRows(design, some);
        QCOMPARE(danglingIn(rest), std::string());
        for (const std::string& id : idsOf(rest)) QVERIFY(!some.contains(id) && all.contains(id));
        // What is left can be saved and read: no owner has been emptied either.
        const auto read = readSpec(writeSpec(rest));
        QVERIFY2(read.has_value(), problemOf(read).c_str());
        QVERIFY(*read == rest);
        QVERIFY(idsOf(withoutRows(design, all)).empty());
        // By the index of who refers to whom the same is left, of many things and of few.
        const RemovalIndex index(design);
        QVERIFY(index.without(some) == rest);
        for (int i = 0; i < 5; ++i) {
            const auto one = std::next(all.begin(), static_cast<std::ptrdiff_t>(random.below(all.size())));
            QVERIFY2(index.without({*one}) == withoutRows(design, {*one}), one->c_str());
        }
    }
}

/// What is left of a later version, made of what was left of an earlier one, is what is left of it made anew.
void LawsTest::aRemainderFollowsTheDesign() {
    Random random(13);
    int followedOnes = 0;
    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(rounds(30)); ++seed) {
        Design design = seed % 2 ? arbitraryDesign(seed, 3) : randomDesign(seed);
        const auto someOf = [&] {
            std::set<std::string> some;
            for (const std::string& id : idsOf(design))
                if (random.chance(3)) some.insert(id);
            return some;
        };
        std::set<std::string> taken = someOf();
        Remainder remainder = RemovalIndex(design).remainder(taken);
        for (int step = 0; step < 6; ++step) {
            if (random.chance(30)) {
                design = withoutRows(design, someOf());
            } else {
                // Rows become what others of their kind are, and new ones come that are like others.
                forEachTable([&]<class Row>(Table<Row> Design::*table) {
                    if (std::is_same_v<Row, Placement> || (design.*table).size() == 0 || !random.chance(15)) return;
                    auto like = (design.*table).begin();
                    std::advance(like, static_cast<std::ptrdiff_t>(random.below((design.*table).size())));
                    Row row = *like;
                    row.id = {freeId(design, "like")};
                    if (random.chance(30)) taken.insert(row.id.value);
                    (design.*table).put(std::move(row));
                });
            }
            const std::set<std::string> all = idsOf(design);
            std::erase_if(taken, [&](const std::string& id) { return !all.contains(id); });
            auto later = followed(remainder, design, taken);
            if (later) {
                ++followedOnes;
                QVERIFY(later->left == withoutRows(design, taken));
                QCOMPARE(later->gone, closureOfRemoval(design, taken));
            }
            remainder = later ? *std::move(later) : RemovalIndex(design).remainder(taken);
        }
    }
    QVERIFY(followedOnes > 10);
}

namespace {

/// How many values were read back from their text.
template <class Value>
int readBack(const Value& value) {
    int count = 0;
    if constexpr (detail::IsVector<Value>::value) {
        for (const auto& each : value) count += readBack(each);
    } else if constexpr (detail::Described<Value>) {
        forEachField<Value>([&](const auto& field) { count += readBack(value.*field.member); });
    } else if constexpr (requires { value.has_value(); }) {
        if (value) count += readBack(*value);
    } else {
        Value again{};
        const Status status = readText(textOf(value), again);
        if (!status || !(again == value)) qFatal("not read back: %s", textOf(value).c_str());
        ++count;
    }
    return count;
}

}  // namespace

void LawsTest::whatHoldsForASubnetIsWhatTheNetworkHas() {
    int held = 0;
    for (int seed = 1; seed <= rounds(20); ++seed) {
        const auto number = static_cast<std::uint64_t>(seed);
        // Rows of any value name subnets in several tables, too.
        const Design design = seed % 2 ? randomDesign(number) : arbitraryDesign(number, 8);
        const Network network(design);
        for (const Subnet& subnet : design.subnets) {
            QCOMPARE(routeTableOf(design, subnet).holding(), network.routeTableOf(subnet));
            QCOMPARE(routeTableOf(design, subnet).own != nullptr, network.hasOwnRouteTable(subnet));
            QCOMPARE(networkAclOf(design, subnet).holding(), network.networkAclOf(subnet));
            held += routeTableOf(design, subnet).holding() != nullptr;
        }
    }
    QVERIFY(held > 0);
}

void LawsTest::everyTextFormIsReadBack() {
    int count = 0;
    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(rounds(10)); ++seed) {
        const Design design = arbitraryDesign(seed);
        forEachTable([&]<class Row>(Table<Row> Design::*table) {
            for (const Row& row : design.*table) count += readBack(row);
        });
    }
    QVERIFY(count > 10000);
}

void LawsTest::theSameSeedGivesTheSameDesign() {
    QVERIFY(randomDesign(3) == randomDesign(3));
    QVERIFY(!(randomDesign(3) == randomDesign(4)));
    QVERIFY(arbitraryDesign(3) == arbitraryDesign(3));
    for (const std::size_t things : {20u, 200u, 2000u}) {
        const Design design = randomDesign(7, {things});
        QVERIFY2(design.placements.size() >= things && design.placements.size() < things * 3 / 2 + 100,
                 std::to_string(design.placements.size()).c_str());
        QCOMPARE(design.flows.size(), things / 2);
    }
}

void LawsTest::randomDesignsFillEveryTableNowAndThen() {
    std::set<std::string_view> filled;
    std::set<std::string_view> all;
    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(rounds(30)); ++seed) {
        const Design design = randomDesign(seed);
        forEachTable([&]<class Row>(Table<Row> Design::*table) {
            all.insert(Row::kind.section);
            if (!(design.*table).empty()) filled.insert(Row::kind.section);
        });
    }
    for (const std::string_view section : all) QVERIFY2(filled.contains(section), std::string(section).c_str());
}

QTEST_APPLESS_MAIN(LawsTest)
#include "laws_test.moc"
