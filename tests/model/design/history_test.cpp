#include <QtTest>

#include "model/design/history.h"
#include "tests/random/random_design.h"

using namespace gw;

/// Steps, gestures, and what is forgotten.
class HistoryTest : public QObject {
    Q_OBJECT
private slots:
    void undoGivesBackEachVersion();
    void oneGestureIsOneStep();
    void aGestureThatEndsWhereItBeganIsNoStep();
    void aNewStepForgetsWhatWasUndone();
    void savedIsAComparison();
    void fiveHundredStepsOfALargeDesignFit();
    void theOldestStepsGoFirst();

private:
    static Design moved(Design design, int x) {
        Placement placement = *design.placements.begin();
        placement.x = x;
        design.placements.put(std::move(placement));
        return design;
    }
};

void HistoryTest::undoGivesBackEachVersion() {
    std::vector<Design> versions;
    for (std::uint64_t seed = 0; seed < 12; ++seed) versions.push_back(arbitraryDesign(seed, 1));
    History history(versions[0]);
    for (std::size_t i = 1; i < versions.size(); ++i) history.commit(versions[i], "step " + std::to_string(i));
    for (std::size_t i = versions.size(); i-- > 0;) {
        QVERIFY(history.current() == versions[i]);
        QCOMPARE(history.canUndo(), i > 0);
        if (i > 0) QCOMPARE(history.undoLabel(), "step " + std::to_string(i));
        history.undo();
    }
    QVERIFY(history.current() == versions[0]);
    for (std::size_t i = 1; i < versions.size(); ++i) {
        QCOMPARE(history.redoLabel(), "step " + std::to_string(i));
        history.redo();
        QVERIFY(history.current() == versions[i]);
    }
    QVERIFY(!history.canRedo());
}

void HistoryTest::oneGestureIsOneStep() {
    const Design start = randomDesign(1);
    History history(start);
    for (int x = 1; x <= 20; ++x) history.commit(moved(start, 1000 + x), "Move", "drag 1");
    history.seal();
    for (int x = 1; x <= 20; ++x) history.commit(moved(start, 2000 + x), "Move", "drag 1");
    history.commit(moved(start, 3000), "Move", "drag 2");
    history.undo();
    QVERIFY(history.current() == moved(start, 2020));
    history.undo();
    QVERIFY(history.current() == moved(start, 1020));
    // After an undo the same key starts a step of its own.
    history.commit(moved(start, 1500), "Move", "drag 1");
    history.undo();
    QVERIFY(history.current() == moved(start, 1020));
    history.undo();
    QVERIFY(history.current() == start);
    QVERIFY(!history.canUndo());
}

void HistoryTest::aGestureThatEndsWhereItBeganIsNoStep() {
    const Design start = randomDesign(2);
    History history(start);
    history.commit(start, "Nothing");
    QVERIFY(!history.canUndo());
    history.commit(moved(start, 5000), "Move", "drag");
    history.commit(start, "Move", "drag");
    QVERIFY(!history.canUndo());
    QVERIFY(!history.canRedo());
    QVERIFY(history.current() == start);
}

void HistoryTest::aNewStepForgetsWhatWasUndone() {
    const Design start = randomDesign(3);
    History history(start);
    history.commit(moved(start, 5000), "One");
    history.commit(moved(start, 6000), "Two");
    history.undo();
    history.undo();
    history.commit(moved(start, 7000), "Three");
    QVERIFY(!history.canRedo());
    QCOMPARE(history.undoLabel(), std::string("Three"));
    history.redo();
    QVERIFY(history.current() == moved(start, 7000));
}

void HistoryTest::savedIsAComparison() {
    const Design start = randomDesign(4);
    History history(start);
    QVERIFY(history.isSaved());
    history.commit(moved(start, 5000), "Move");
    QVERIFY(!history.isSaved());
    history.commit(start, "Move back by hand");
    QVERIFY(history.isSaved());
    history.undo();
    history.markSaved();
    QVERIFY(history.isSaved());
    history.undo();
    QVERIFY(!history.isSaved());
}

void HistoryTest::fiveHundredStepsOfALargeDesignFit() {
    const Design start = randomDesign(5, {3000});
    History history(start);
    for (int step = 1; step <= 500; ++step) history.commit(moved(start, 5000 + step), "Move");
    for (int step = 0; step < 500; ++step) {
        QVERIFY(history.canUndo());
        history.undo();
    }
    QVERIFY(history.current() == start);
}

void HistoryTest::theOldestStepsGoFirst() {
    const Design start = randomDesign(6);
    History history(start, 1);
    history.commit(moved(start, 5000), "One");
    history.commit(moved(start, 6000), "Two");
    QVERIFY(history.current() == moved(start, 6000));
    history.undo();
    QVERIFY(history.current() == moved(start, 5000));
    QVERIFY(!history.canUndo());
    history.redo();
    QVERIFY(history.current() == moved(start, 6000));
}

QTEST_APPLESS_MAIN(HistoryTest)
#include "history_test.moc"
