#include <QtTest>

#include "model/reach/asked_arn.h"

using namespace gw;
using std::string;

/// Each action is asked for with the kind of resource that it is for.
class AskedArnTest : public QObject {
    Q_OBJECT
private slots:
    void actionsAskForTheirKindOfResource_data();
    void actionsAskForTheirKindOfResource();
    void callersOfAnApiNameItByItsId();
};

void AskedArnTest::actionsAskForTheirKindOfResource_data() {
    QTest::addColumn<string>("action");
    QTest::addColumn<string>("stated");
    QTest::addColumn<string>("pattern");
    const auto row = [](const char* action, const char* stated, const char* pattern) {
        QTest::newRow((string(action) + " of " + stated).c_str())
            << string(action) << string(stated) << string(pattern);
    };
    row("s3:ListBucket", "arn:aws:s3:::b", "arn:aws:s3:::b");
    row("s3:ListBucket", "arn:aws:s3:::b/key", "arn:aws:s3:::b");
    row("s3:ListBucket", "arn:aws:s3:::b/*", "arn:aws:s3:::b");
    row("s3:GetObject", "arn:aws:s3:::b", "arn:aws:s3:::b/?*");
    row("s3:GetObject", "arn:aws:s3:::b/key", "arn:aws:s3:::b/key");
    row("s3:GetObject", "arn:aws:s3:::b/2026/*", "arn:aws:s3:::b/2026/*");
    row("s3:ListAllMyBuckets", "arn:aws:s3:::b", "*");
    row("logs:PutLogEvents", "arn:aws:logs:eu-west-1:111122223333:log-group:app",
        "arn:aws:logs:eu-west-1:111122223333:log-group:app:log-stream:?*");
    row("logs:PutLogEvents", "arn:aws:logs:eu-west-1:111122223333:log-group:app:*",
        "arn:aws:logs:eu-west-1:111122223333:log-group:app:*");
    row("execute-api:Invoke", "arn:aws:execute-api:eu-west-1:111122223333:api",
        "arn:aws:execute-api:eu-west-1:111122223333:api/?*");
    row("dynamodb:GetRecords", "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
        "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/?*");
    row("dynamodb:Query", "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
        "arn:aws:dynamodb:eu-west-1:111122223333:table/orders");
    row("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:orders", "arn:aws:sqs:eu-west-1:111122223333:orders");
    row("ecr:GetAuthorizationToken", "arn:aws:ecr:eu-west-1:111122223333:repository/app", "*");
    row("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/k", "arn:aws:kms:eu-west-1:111122223333:key/k");
    row("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:alias/k", "arn:aws:kms:eu-west-1:111122223333:key/?*");
    row("sts:AssumeRole", "arn:aws:iam::111122223333:role/a/b", "arn:aws:iam::111122223333:role/a/b");
    row("new:Action", "arn:aws:new:::thing", "arn:aws:new:::thing");
    row("sqs:SendMessage", "", "?*");
}

void AskedArnTest::actionsAskForTheirKindOfResource() {
    QFETCH(string, action);
    QFETCH(string, stated);
    QFETCH(string, pattern);
    const AskedArn asked = askedArn(action, stated);
    QCOMPARE(asked.pattern, pattern);
    QCOMPARE(asked.isSure(), pattern == "*" || pattern.find('*') == string::npos);
    QVERIFY(pattern.starts_with(asked.text.substr(0, asked.sure)));
}

void AskedArnTest::callersOfAnApiNameItByItsId() {
    const string account = "111122223333";
    const string called = "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3";
    for (const char* kind : {"/restapis/", "/apis/"}) {
        const string defined = "arn:aws:apigateway:eu-west-1::" + string(kind) + "a1b2c3";
        QCOMPARE(calledArn(defined, account), called);
        QCOMPARE(calledArn(defined + "/stages/prod", account), called);
        QCOMPARE(calledArn(defined, ""), string("arn:aws:execute-api:eu-west-1:*:a1b2c3/*"));
        QCOMPARE(string(apiIdIn(defined)), string("a1b2c3"));
    }
    QCOMPARE(string(apiIdIn(called + "/prod/GET/orders")), string("a1b2c3"));
    for (const char* other : {"", "*", "arn:aws:s3:::a1b2c3", "arn:aws:apigateway:eu-west-1::/domainnames/shop.example",
                              "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/*"})
        QCOMPARE(calledArn(other, account), string(other));
    QVERIFY(apiIdIn("arn:aws:s3:::a1b2c3").empty());
    QVERIFY(apiIdIn("arn:aws:apigateway:eu-west-1::/domainnames/shop.example").empty());
}

QTEST_GUILESS_MAIN(AskedArnTest)
#include "asked_arn_test.moc"
