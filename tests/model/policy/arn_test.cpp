#include <QtTest>

#include "model/policy/arn.h"

using namespace gw;

class ArnTest : public QObject {
    Q_OBJECT

private slots:
    void liesWithin_data();
    void liesWithin();
};

void ArnTest::liesWithin_data() {
    QTest::addColumn<QByteArray>("arn");
    QTest::addColumn<QByteArray>("around");
    QTest::addColumn<bool>("lies");
    const auto row = [](const char* name, const char* arn, const char* around, bool lies) {
        QTest::newRow(name) << QByteArray(arn) << QByteArray(around) << lies;
    };
    row("itself", "arn:aws:s3:::orders", "arn:aws:s3:::orders", true);
    row("an object in its bucket", "arn:aws:s3:::orders/2026/1.json", "arn:aws:s3:::orders", true);
    row("a stream in its log group", "arn:aws:logs:us-east-1:111122223333:log-group:app:log-stream:a",
        "arn:aws:logs:us-east-1:111122223333:log-group:app", true);
    row("a bucket whose name begins alike", "arn:aws:s3:::orders-archive", "arn:aws:s3:::orders", false);
    row("a bucket around its object", "arn:aws:s3:::orders", "arn:aws:s3:::orders/1.json", false);
    row("what is not named", "arn:aws:s3:::orders", "", false);
    row("everything", "arn:aws:s3:::orders", "*", false);
}

void ArnTest::liesWithin() {
    QFETCH(QByteArray, arn);
    QFETCH(QByteArray, around);
    QFETCH(bool, lies);
    QCOMPARE(isArnWithin(arn.constData(), around.constData()), lies);
}

QTEST_APPLESS_MAIN(ArnTest)
#include "arn_test.moc"
