#include <QtTest>

#include "model/policy/statement.h"

using namespace gw;

class StatementTest : public QObject {
    Q_OBJECT
private slots:
    void aStringStandsForAListOfOne();
    void partsOfTheWrongTypeArePassedOver();
    void wildcardsMatchAsInIam();
};

void StatementTest::aStringStandsForAListOfOne() {
    const auto found =
        statementsOf(R"({"Statement": {"Sid": "One", "Effect": "Allow", "Action": "s3:*", "Resource": ["a", "b"],
        "Condition": {"Bool": {"aws:SecureTransport": "true"}}}})");
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].sid, std::string("One"));
    QVERIFY(found[0].allows);
    QVERIFY(found[0].conditional);
    QCOMPARE(found[0].actions, std::vector<std::string>{"s3:*"});
    QCOMPARE(found[0].resources, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(found[0].offset, std::size_t{14});
}

void StatementTest::partsOfTheWrongTypeArePassedOver() {
    QVERIFY(statementsOf("[]").empty());
    QVERIFY(statementsOf("{").empty());
    QVERIFY(statementsOf(R"({"Statement": "x"})").empty());
    const auto found =
        statementsOf(R"({"Statement": [7, {"Effect": "Deny", "NotAction": [1, "iam:*"], "Resource": {}}]})");
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(!found[0].allows);
    QVERIFY(!found[0].conditional);
    QCOMPARE(found[0].notActions, std::vector<std::string>{"iam:*"});
    QVERIFY(found[0].resources.empty());
}

void StatementTest::wildcardsMatchAsInIam() {
    QVERIFY(matchesWildcard("s3:Get*", "s3:GetObject"));
    QVERIFY(!matchesWildcard("s3:get*", "s3:GetObject"));
    QVERIFY(matchesWildcard("s3:get*", "s3:GetObject", true));
    QVERIFY(matchesWildcard("*", ""));
    QVERIFY(matchesWildcard("a*b*c", "a-b-b-c"));
    QVERIFY(!matchesWildcard("a*b*c", "a-b-b-cd"));
    QVERIFY(matchesWildcard("a?c", "abc"));
    QVERIFY(!matchesWildcard("a?c", "ac"));
    QVERIFY(!matchesWildcard("", "a"));
}

QTEST_APPLESS_MAIN(StatementTest)
#include "statement_test.moc"
