#include <QtTest>

#include <QFile>

#include "model/policy/arn.h"
#include "tests/model/policy/proof/proof_questions.h"

using namespace gw;

using Verdict = ProofAnswer::Verdict;

/// "No request reaches the resource but those": SecureCart's bucket with nine variants of its policy, and what every
/// kind of policy has to do with it.
class ExclusiveTest : public QObject {
    Q_OBJECT
private slots:
    void secureCart_data();
    void secureCart();
    void everyKindOfPolicyHasItsSay_data();
    void everyKindOfPolicyHasItsSay();
    void whatComesThroughAnEndpointTellsOfIt();
    void aKeyIsAskedUnderAnyName();
};

namespace {

std::string fixture(const std::string& name) {
    QFile file(QStringLiteral(SOURCE_DIR "/tests/fixtures/questions/securecart-%1.json").arg(name.c_str()));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no question %s", name.c_str());
    return file.readAll().toStdString();
}

constexpr const char* bucket = "arn:aws:s3:::orders";
constexpr const char* endpoint = "vpce-0aaa";

/// A grant of that type, of statements as policyOf() has them.
std::string grant(const char* type, const std::string& statements, const char* name = "grant") {
    return std::string(R"({"policyType":")") + type + R"(","name":")" + name + R"(","policy":)" + policyOf(statements) +
           "}";
}

const std::string app = grant("identity", R"({"Action":"s3:*"})");
const std::string guard =
    R"({"Effect":"Deny","Principal":"*","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-0aaa"}}})";

}  // namespace

void ExclusiveTest::secureCart_data() {
    QTest::addColumn<bool>("holds");
    QTest::addColumn<std::string>("resource");
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("value");
    const std::string orders = "arn:aws:s3:::securecart-orders";
    const auto refuted = [&](const char* name, const std::string& resource, const char* key, const char* value) {
        QTest::newRow(name) << false << resource << std::string(key) << std::string(value);
    };
    QTest::newRow("deny") << true << std::string() << std::string() << std::string();
    QTest::newRow("if-exists") << true << std::string() << std::string() << std::string();
    refuted("allow-only", orders, "aws:sourcevpce", "");
    refuted("objects-only", orders, "aws:sourcevpce", "");
    refuted("bucket-only", orders + "/example", "aws:sourcevpce", "");
    refuted("two-actions", orders, "aws:sourcevpce", "");
    refuted("wildcard-id", orders, "aws:sourcevpce", "vpce-0fedcba9876543210");
    refuted("two-endpoints", orders, "aws:sourcevpce", "vpce-0bbb");
    refuted("and-address", orders, "aws:vpcsourceip", "10.0.0.10");
    refuted("and-service", orders, "aws:viaawsservice", "true");
}

void ExclusiveTest::secureCart() {
    QFETCH(bool, holds);
    QFETCH(std::string, resource);
    QFETCH(std::string, key);
    QFETCH(std::string, value);
    const ProofAnswer answer = answerTo(fixture(QTest::currentDataTag()));
    QCOMPARE(wordOf(answer.verdict), wordOf(holds ? Verdict::Proved : Verdict::Refuted));
    QCOMPARE(answer.reason, std::string());
    if (holds) return;
    const RequestExample& request = answer.counterExample->request;
    QCOMPARE(judged(*answer.counterExample), AccessResult::Allowed);
    QCOMPARE(request.resource, resource);
    // An action that AWS has for a bucket, or for an object.
    QCOMPARE(request.action, std::string(resource.find('/') == std::string::npos ? "s3:ListBucket" : "s3:GetObject"));
    const KeyValues* values = request.valuesOf(key);
    QCOMPARE(values ? values->front() : std::string(), value);
    const KeyValues* through = request.valuesOf("aws:sourcevpce");
    QVERIFY(!through || through->front() != endpoint);
}

void ExclusiveTest::everyKindOfPolicyHasItsSay_data() {
    QTest::addColumn<std::string>("grants");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char* name, const std::string& grants, bool holds) {
        QTest::newRow(name) << grants << holds;
    };
    const std::string denied = R"({"Effect":"Deny","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-0aaa"}}})";
    const std::string onlyOther = R"({"Action":"sqs:*"})";
    const std::string open = grant("resource", R"({"Principal":"*","Action":"s3:*"})");
    const std::string ours = grant("resource", R"({"Principal":{"AWS":"111122223333"},"Action":"s3:*"})");
    row("nothing grants", "", true);
    row("an identity policy alone", app, false);
    row("the bucket denies", app + "," + grant("resource", guard), true);
    row("an SCP denies", app + "," + grant("serviceControl", denied), true);
    // Callers of other accounts have SCPs of their own.
    row("an SCP denies, the bucket is open", open + "," + grant("serviceControl", denied), false);
    row("an RCP denies, the bucket is open", open + "," + grant("resourceControl", guard), true);
    row("a boundary leaves nothing of S3", app + "," + grant("permissionBoundary", onlyOther), true);
    row("a boundary leaves S3", app + "," + grant("permissionBoundary", R"({"Action":"s3:*"})"), false);
    row("a session leaves nothing of S3", app + "," + grant("session", onlyOther), true);
    row("an SCP leaves nothing of S3", app + "," + grant("serviceControl", onlyOther), true);
    // An endpoint's policy says nothing of requests that come another way.
    row("an endpoint lets nobody through", app + "," + grant("vpcEndpoint", guard, "vpce-0aaa"), false);
    row("the other endpoint lets nobody through",
        app + "," + grant("vpcEndpoint", R"([{"Principal":"*"},{"Effect":"Deny","Principal":"*"}])", "vpce-0bbb") +
            "," +
            grant(
                "resource",
                R"({"Effect":"Deny","Principal":"*","Condition":{"StringNotEquals":{"aws:SourceVpce":["vpce-0aaa","vpce-0bbb"]}}})"),
        true);
    row("the bucket's own account alone", ours, false);
    row("the bucket is for another service",
        grant("resource", R"({"Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject"})"), false);
    row("the bucket denies all but a session",
        app + "," + grant("resource", R"({"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::111122223333:role/app",
                  "arn:aws:sts::111122223333:assumed-role/app/s1","111122223333"]}})"),
        false);
}

void ExclusiveTest::everyKindOfPolicyHasItsSay() {
    QFETCH(std::string, grants);
    QFETCH(bool, holds);
    const std::string question = std::string(R"({"ask":"exclusive","resource":")") + bucket +
                                 R"(","except":{"aws:SourceVpce":")" + endpoint + R"("},"grants":[)" + grants + "]}";
    const ProofAnswer answer = answerTo(question);
    QCOMPARE(wordOf(answer.verdict), wordOf(holds ? Verdict::Proved : Verdict::Refuted));
    if (answer.counterExample) QCOMPARE(judged(*answer.counterExample), AccessResult::Allowed);
}

void ExclusiveTest::whatComesThroughAnEndpointTellsOfIt() {
    // A network is told only where an endpoint is (F-312); any endpoint but the excepted one will do.
    const ProofAnswer answer = answerTo(
        std::string(R"({"ask":"exclusive","resource":")") + bucket + R"(","except":{"aws:SourceVpce":")" + endpoint +
        R"("},"grants":[)" + app + "," +
        grant("resource",
              R"({"Effect":"Deny","Principal":"*","Condition":{"StringNotEquals":{"aws:SourceVpc":"vpc-1"}}})") +
        "]}");
    QCOMPARE(answer.verdict, Verdict::Refuted);
    const KeyValues* network = answer.counterExample->request.valuesOf("aws:sourcevpc");
    const KeyValues* through = answer.counterExample->request.valuesOf("aws:sourcevpce");
    QVERIFY(network && network->front() == "vpc-1");
    QVERIFY(through && through->front() != endpoint);
}

void ExclusiveTest::aKeyIsAskedUnderAnyName() {
    const std::string grants =
        grant("identity", R"({"Action":"kms:Decrypt"})") + "," +
        grant("resource", R"({"Principal":"*","Condition":{"StringEquals":{"aws:SourceVpce":"vpce-0aaa"}}})");
    for (const char* name : {"key/1", "alias/shop", "*"}) {
        const ProofAnswer answer =
            answerTo(std::string(R"({"ask":"exclusive","resource":"arn:aws:kms:us-east-1:111122223333:)") + name +
                     R"(","except":{"aws:SourceVpce":"vpce-0aaa"},"grants":[)" + grants + "]}");
        QVERIFY2(answer.verdict == Verdict::Proved, name);
    }
}

QTEST_GUILESS_MAIN(ExclusiveTest)
#include "exclusive_test.moc"
