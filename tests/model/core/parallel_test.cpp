#include "model/core/parallel.h"

#include <QtTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace gw;

class ParallelTest : public QObject {
    Q_OBJECT

private slots:
    void eachIsDoneOnce_data();
    void eachIsDoneOnce();
    void fewStayOnTheCallersThread();
};

void ParallelTest::eachIsDoneOnce_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("grain");
    for (const int count : {0, 1, 2, 63, 64, 1000, 100'003})
        for (const int grain : {0, 1, 16, 1000}) QTest::addRow("%d by %d", count, grain) << count << grain;
}

void ParallelTest::eachIsDoneOnce() {
    QFETCH(int, count);
    QFETCH(int, grain);
    std::vector<std::atomic<int>> done(static_cast<std::size_t>(count));
    inParallel(done.size(), static_cast<std::size_t>(grain), [&](std::size_t i) { ++done[i]; });
    for (const std::atomic<int>& times : done) QCOMPARE(times.load(), 1);
}

void ParallelTest::fewStayOnTheCallersThread() {
    const std::thread::id own = std::this_thread::get_id();
    std::vector<std::thread::id> seen(31);
    inParallel(seen.size(), 16, [&](std::size_t i) { seen[i] = std::this_thread::get_id(); });
    for (const std::thread::id& id : seen) QVERIFY(id == own);
}

QTEST_APPLESS_MAIN(ParallelTest)
#include "parallel_test.moc"
