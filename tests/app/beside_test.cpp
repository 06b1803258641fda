#include "app/views/beside.h"

#include <QtTest>

#include <atomic>
#include <semaphore>

using namespace gw;

namespace {

std::counting_semaphore<> mayWork(0);

/// Takes as long as the test lets it.
int twice(int number) {
    mayWork.acquire();
    return 2 * number;
}

}  // namespace

/// Work beside the user's: what arrives, and what does not.
class BesideTest : public QObject {
    Q_OBJECT

private slots:
    void init() { arrived_.clear(); }

    void aValueArrives();
    void ofSeveralRequestsTheNewestIsTakenUp();
    void whatIsForgottenNeverArrives();
    void aRequestBehindAForgottenOneArrivesAlone();

private:
    std::vector<int> arrived_;
    Beside<int, int> beside_{twice, [this](int value) { arrived_.push_back(value); }};
};

void BesideTest::aValueArrives() {
    beside_.ask(1);
    QVERIFY(beside_.isBusy());
    mayWork.release();
    QTRY_COMPARE(arrived_, std::vector{2});
    QVERIFY(!beside_.isBusy());
}

void BesideTest::ofSeveralRequestsTheNewestIsTakenUp() {
    for (const int number : {1, 2, 3}) beside_.ask(number);
    mayWork.release(2);
    QTRY_COMPARE(arrived_, (std::vector{2, 6}));
    QVERIFY(!beside_.isBusy());
}

void BesideTest::whatIsForgottenNeverArrives() {
    beside_.ask(1);
    beside_.ask(2);
    beside_.forget();
    QVERIFY(!beside_.isBusy());
    mayWork.release();
    beside_.ask(3);
    mayWork.release();
    QTRY_COMPARE(arrived_, std::vector{6});
}

void BesideTest::aRequestBehindAForgottenOneArrivesAlone() {
    beside_.ask(1);
    beside_.forget();
    beside_.ask(2);
    QVERIFY(beside_.isBusy());
    mayWork.release(2);
    QTRY_COMPARE(arrived_, std::vector{4});
    QVERIFY(!beside_.isBusy());
}

QTEST_GUILESS_MAIN(BesideTest)
#include "beside_test.moc"
