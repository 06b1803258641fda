#include <QtTest>

#include <map>

#include "model/core/table.h"
#include "model/core/table_impl.h"
#include "tests/random/random.h"

namespace {

struct Row {
    gw::Id<Row> id{};
    int value = 0;
    friend bool operator==(const Row&, const Row&) = default;
};

}  // namespace

template class gw::Table<Row>;

using namespace gw;

/// Holds Table against std::map through random puts and erasures over many chunks.
class TableTest : public QObject {
    Q_OBJECT
    using Oracle = std::map<std::string, int>;

private slots:
    void aTableIsAMapSortedById();
    void compareNamesExactlyWhatDiffers();
    void copiesAreIndependentAndShareWhatIsEqual();
    void aTableOfRowsKeepsTheLastOfEach();

private:
    static Row row(std::size_t id, int value) { return {{"row-" + std::to_string(id)}, value}; }
    static void holds(const Table<Row>& table, const Oracle& oracle);
};

void TableTest::holds(const Table<Row>& table, const Oracle& oracle) {
    QCOMPARE(table.size(), oracle.size());
    QCOMPARE(table.empty(), oracle.empty());
    auto expected = oracle.begin();
    for (const Row& each : table) {
        QVERIFY(expected != oracle.end());
        QCOMPARE(each.id.value, expected->first);
        QCOMPARE(each.value, expected->second);
        QCOMPARE(table.find(each.id), &each);
        ++expected;
    }
    QVERIFY(expected == oracle.end());
}

void TableTest::aTableIsAMapSortedById() {
    Random random(1);
    Table<Row> table;
    Oracle oracle;
    holds(table, oracle);
    for (int step = 0; step < 6000; ++step) {
        // First it grows over many chunks, then it shrinks to nothing.
        const Row each = row(random.below(1500), step);
        if (random.chance(step < 3000 ? 85 : 10)) {
            table.put(each);
            oracle[each.id.value] = each.value;
        } else {
            table.erase(each.id);
            oracle.erase(each.id.value);
        }
        if (step % 250 == 0) holds(table, oracle);
        QCOMPARE(table.find(each.id) != nullptr, oracle.contains(each.id.value));
    }
    holds(table, oracle);
    for (const auto& [id, value] : Oracle(oracle)) {
        table.erase({id});
        oracle.erase(id);
    }
    holds(table, oracle);
    QVERIFY(table == Table<Row>{});
}

void TableTest::compareNamesExactlyWhatDiffers() {
    Random random(2);
    for (int round = 0; round < 60; ++round) {
        std::vector<Row> rows;
        for (std::size_t i = 0, count = random.below(700); i < count; ++i)
            rows.push_back(row(random.below(2000), random.between(0, 1)));
        const Table<Row> before = Table<Row>::of(rows);
        Table<Row> after = random.chance(80) ? before : Table<Row>{};
        for (std::size_t i = 0, count = random.below(200); i < count; ++i) {
            const Row each = row(random.below(2000), random.between(0, 1));
            random.chance(60) ? after.put(each) : after.erase(each.id);
        }
        Oracle from;
        Oracle to;
        for (const Row& each : before) from[each.id.value] = each.value;
        for (const Row& each : after) to[each.id.value] = each.value;
        // What compare() says, done to the one, gives the other; and it says nothing of equal rows.
        std::string last;
        Table<Row>::compare(before, after, [&](const Row* was, const Row* is) {
            const std::string id = (was ? was : is)->id.value;
            QVERIFY(last < id);
            last = id;
            QVERIFY(!was || from.at(id) == was->value);
            QVERIFY(!is || to.at(id) == is->value);
            QVERIFY(!was || !is || !(*was == *is));
            if (is)
                from[id] = is->value;
            else
                from.erase(id);
        });
        QVERIFY(from == to);
        QCOMPARE(before == after, last.empty());
    }
}

void TableTest::copiesAreIndependentAndShareWhatIsEqual() {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < 1000; ++i) rows.push_back(row(i, 0));
    const Table<Row> before = Table<Row>::of(rows);
    Table<Row> after = before;
    QVERIFY(after.shares(before));
    after.put(row(500, 7));
    QVERIFY(!after.shares(before));
    QCOMPARE(before.find({"row-500"})->value, 0);
    QCOMPARE(after.find({"row-500"})->value, 7);
    // One chunk of the thousand rows was copied, no more.
    std::size_t copied = 0;
    after.forEachUnshared(before, [&](const Row&) { ++copied; });
    QVERIFY(copied >= 1 && copied <= 2 * Table<Row>::chunkSize);
    after.put(row(500, 0));
    QVERIFY(after == before);
    before.forEachUnshared(before, [](const Row&) { QFAIL("a table shares all with itself"); });
}

void TableTest::aTableOfRowsKeepsTheLastOfEach() {
    const Table<Row> table = Table<Row>::of({row(3, 1), row(1, 2), row(3, 3), row(2, 4), row(3, 5)});
    holds(table, {{"row-1", 2}, {"row-2", 4}, {"row-3", 5}});
    holds(Table<Row>::of({}), {});
}

QTEST_APPLESS_MAIN(TableTest)
#include "table_test.moc"
