#include <QtTest>

#include "model/policy/arn.h"
#include "tests/model/policy/proof/proof_questions.h"

using namespace gw;

using Verdict = ProofAnswer::Verdict;

/// "Neither a foreign principal nor a foreign resource passes the endpoint."
class ForeignTest : public QObject {
    Q_OBJECT
private slots:
    void strangersPassOrNot_data();
    void strangersPassOrNot();
    void anOwnerThatNobodyTellsIsNamed();
    void onlyTheActionsAskedForCount();
};

namespace {

ProofAnswer noForeign(const std::string& statements, const std::string& accounts) {
    return answerTo(R"({"ask":"noForeign","policy":)" + policyOf(statements) + R"(,"accounts":)" + accounts + "}");
}

}  // namespace

void ForeignTest::strangersPassOrNot_data() {
    QTest::addColumn<std::string>("statements");
    QTest::addColumn<std::string>("accounts");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char* name, const char* statements, const char* accounts, Verdict verdict) {
        QTest::newRow(name) << std::string(statements) << std::string(accounts) << verdict;
    };
    const char* one = R"(["111122223333"])";
    row("everybody", R"({"Principal":"*"})", one, Verdict::Refuted);
    row("nobody", R"({"Effect":"Deny","Principal":"*"})", one, Verdict::Proved);
    row("a canonical user, whose account nobody knows", R"({"Principal":{"CanonicalUser":"aaaa"},
        "Condition":{"StringEquals":{"aws:ResourceAccount":"111122223333"}}})",
        one, Verdict::Unknown);
    row("a canonical user of ours", R"({"Principal":{"CanonicalUser":"aaaa"},
        "Condition":{"StringEquals":{"aws:ResourceAccount":"111122223333","aws:PrincipalAccount":"111122223333"}}})",
        one, Verdict::Proved);
    // Behind a gateway endpoint that Deny means the root user alone (F-110).
    row("an account denied by its name", R"([{"Principal":"*","Condition":{"StringEquals":{
        "aws:PrincipalAccount":["111122223333","444455556666"],"aws:ResourceAccount":"111122223333"}}},
        {"Effect":"Deny","Principal":{"AWS":"444455556666"}}])",
        one, Verdict::Unknown);
    row("an account denied by its number", R"([{"Principal":"*","Condition":{"StringEquals":{
        "aws:PrincipalAccount":["111122223333","444455556666"],"aws:ResourceAccount":"111122223333"}}},
        {"Effect":"Deny","Principal":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"444455556666"}}}])",
        one, Verdict::Proved);
    row("by principal alone",
        R"({"Principal":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"111122223333"}}})", one,
        Verdict::Refuted);
    row("by resource alone", R"({"Principal":"*","Condition":{"StringEquals":{"aws:ResourceAccount":"111122223333"}}})",
        one, Verdict::Refuted);
    const char* both = R"({"Principal":"*","Condition":{"StringEquals":
        {"aws:PrincipalAccount":"111122223333","aws:ResourceAccount":"111122223333"}}})";
    row("by both", both, one, Verdict::Proved);
    row("by both, of another account", both, R"(["444455556666"])", Verdict::Refuted);
    row("by both, of two accounts", both, R"(["444455556666","111122223333"])", Verdict::Proved);
    row("the principal by its name", R"({"Principal":{"AWS":"111122223333"},
        "Condition":{"StringEquals":{"aws:ResourceAccount":"111122223333"}}})",
        one, Verdict::Proved);
    row("the resource by its ARN",
        R"({"Principal":{"AWS":"111122223333"},"Resource":"arn:aws:sqs:us-east-1:111122223333:*"})", one,
        Verdict::Proved);
    // An asterisk at the end of a part runs on past the colon (IAM User Guide, "IAM JSON policy elements: Resource").
    row("an ARN of any Region", R"({"Principal":{"AWS":"111122223333"},"Resource":"arn:aws:sqs:*:111122223333:*"})",
        one, Verdict::Refuted);
    row("a bucket, which tells no account",
        R"({"Principal":{"AWS":"111122223333"},"Resource":"arn:aws:s3:::orders/*"})", one, Verdict::Refuted);
    row("IfExists, where the key may be absent",
        R"({"Principal":{"AWS":"111122223333"},"Condition":{"StringEqualsIfExists":{"aws:ResourceAccount":"111122223333"}}})",
        one, Verdict::Refuted);
    row("strangers are denied", R"([{"Principal":"*"},
        {"Effect":"Deny","Principal":"*","Condition":{"StringNotEquals":{"aws:PrincipalAccount":"111122223333"}}},
        {"Effect":"Deny","Principal":"*","Condition":{"StringNotEquals":{"aws:ResourceAccount":"111122223333"}}}])",
        one, Verdict::Proved);
    row("strangers are denied together alone", R"([{"Principal":"*"},{"Effect":"Deny","Principal":"*","Condition":
        {"StringNotEquals":{"aws:PrincipalAccount":"111122223333","aws:ResourceAccount":"111122223333"}}}])",
        one, Verdict::Refuted);
    row("by the principal's ARN",
        R"({"Principal":"*","Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:*"},
        "StringEquals":{"aws:ResourceAccount":"111122223333"}}})",
        one, Verdict::Proved);
    row("one account too many", R"({"Principal":"*","Condition":{"StringEquals":
        {"aws:PrincipalAccount":["111122223333","444455556666"],"aws:ResourceAccount":"111122223333"}}})",
        one, Verdict::Refuted);
    // AWS's services are nobody's account; what they ask for may be.
    row("services on the account's resources",
        R"({"Principal":"*","Condition":{"Bool":{"aws:PrincipalIsAWSService":"true"},
        "StringEquals":{"aws:ResourceAccount":"111122223333"}}})",
        one, Verdict::Proved);
}

void ForeignTest::strangersPassOrNot() {
    QFETCH(std::string, statements);
    QFETCH(std::string, accounts);
    QFETCH(Verdict, verdict);
    const ProofAnswer answer = noForeign(statements, accounts);
    QCOMPARE(wordOf(answer.verdict), wordOf(verdict));
    if (!answer.counterExample) return;
    QCOMPARE(judged(*answer.counterExample), AccessResult::Allowed);
    // Somebody in it is a stranger.
    const std::string caller = RequestPrincipal::of(answer.counterExample->request.principal).account();
    const std::string owner = answer.counterExample->resourceAccount;
    const auto arn = Arn::parse(answer.counterExample->request.resource);
    const auto isKnown = [&](std::string_view account) { return accounts.find(account) != std::string::npos; };
    QVERIFY(!isKnown(caller) || !isKnown(owner.empty() && arn ? arn->account : owner));
}

void ForeignTest::anOwnerThatNobodyTellsIsNamed() {
    const ProofAnswer answer =
        noForeign(R"({"Principal":{"AWS":"111122223333"},"Resource":"arn:aws:s3:::orders/*"})", R"(["111122223333"])");
    QVERIFY2(answer.reason.find("aws:ResourceAccount") != std::string::npos, answer.reason.c_str());
    QVERIFY(!answer.counterExample->resourceAccount.empty());
}

void ForeignTest::onlyTheActionsAskedForCount() {
    const auto ask = [](const std::string& statements, const std::string& actions) {
        return answerTo(R"({"ask":"noForeign","accounts":["111122223333"],"policy":)" + policyOf(statements) +
                        R"(,"actions":)" + actions + "}");
    };
    const ProofAnswer open = ask(R"({"Principal":"*"})", R"("execute-api:*")");
    QCOMPARE(open.verdict, Verdict::Refuted);
    QVERIFY2(open.counterExample->request.action.starts_with("execute-api:"),
             open.counterExample->request.action.c_str());
    QCOMPARE(ask(R"({"Principal":"*","Action":"sqs:*"})", R"("S3:*")").verdict, Verdict::Proved);
    QCOMPARE(ask(R"({"Principal":"*","Action":"sqs:*"})", R"(["s3:*", "sqs:Send*"])").verdict, Verdict::Refuted);
    // The ARN's own service has no say in it.
    const ProofAnswer bucket = ask(R"({"Principal":"*","Resource":"arn:aws:s3:::orders/*"})", R"("secretsmanager:*")");
    QCOMPARE(bucket.verdict, Verdict::Refuted);
    QVERIFY2(bucket.counterExample->request.action.starts_with("secretsmanager:"),
             bucket.counterExample->request.action.c_str());
}

QTEST_GUILESS_MAIN(ForeignTest)
#include "foreign_test.moc"
