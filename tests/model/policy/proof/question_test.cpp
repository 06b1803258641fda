#include <QtTest>

#include "model/policy/proof/question.h"

using namespace gw;

/// What questions may say, and what is told of those that may not.
class QuestionTest : public QObject {
    Q_OBJECT
private slots:
    void eachQuestionIsRead();
    void policiesAreOfTheTypeTheyLookLike_data();
    void policiesAreOfTheTypeTheyLookLike();
    void whatIsWrongIsPlaced_data();
    void whatIsWrongIsPlaced();
    void brokenQuestionsNeverEndTheProgram();
};

namespace {

const std::string anything = R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}})";
const std::string forAll =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]})";

const std::string exclusive = R"({"ask":"exclusive","resource":"arn:aws:s3:::orders",
"except":{"aws:SourceVpce":["vpce-1","vpce-2"],"aws:SourceVpc":"vpc-1"},
"grants":[{"policyType":"identity","name":"app","policy":)" +
                              anything + R"(},
{"policyType":"vpcEndpoint","name":"vpce-1","policy":)" +
                              forAll + "}]}";

template <class Ask>
Ask askOf(const std::string& text) {
    const auto question = readProofQuestion(text);
    if (!question) qFatal("%s", placedMessage(text, question.error()).c_str());
    return std::get<Ask>(question->ask);
}

}  // namespace

void QuestionTest::eachQuestionIsRead() {
    const auto asked = askOf<ExclusiveQuestion>(exclusive);
    QCOMPARE(asked.resource, std::string("arn:aws:s3:::orders"));
    QCOMPARE(asked.except.size(), std::size_t(2));
    QCOMPARE(asked.except[0].first, std::string("aws:SourceVpce"));
    QCOMPARE(asked.except[0].second, (std::vector<std::string>{"vpce-1", "vpce-2"}));
    QCOMPARE(asked.except[1].second, std::vector<std::string>{"vpc-1"});
    QCOMPARE(asked.grants.size(), std::size_t(2));
    QCOMPARE(asked.grants[0]->name, std::string("app"));
    QCOMPARE(asked.grants[1]->policy.type, PolicyType::Endpoint);

    const auto more = askOf<NoMorePermissiveQuestion>(R"({"ask":"noMorePermissive","policy":)" + forAll +
                                                      R"(,"than":)" + forAll + "}");
    QVERIFY(more.policy && more.than && more.policy->hasAllowance());
    const auto foreign =
        askOf<NoForeignQuestion>(R"({"ask":"noForeign","accounts":["111122223333"],"policy":)" + forAll + "}");
    QCOMPARE(foreign.accounts, std::vector<std::string>{"111122223333"});
    QCOMPARE(foreign.policy->policy.type, PolicyType::Endpoint);
    QVERIFY(foreign.actions.empty());
    const auto narrower = askOf<NoForeignQuestion>(
        R"({"ask":"noForeign","accounts":["111122223333"],"actions":"SQS:Send*","policy":)" + forAll + "}");
    QCOMPARE(narrower.actions, std::vector<std::string>{"sqs:send*"});
    QCOMPARE(askOf<DeadQuestion>(R"({"ask":"dead","policy":)" + anything + "}").policy->policy.statements.size(),
             std::size_t(1));
    const auto change =
        askOf<ChangedQuestion>(R"({"ask":"changed","before":)" + anything + R"(,"after":)" + anything + "}");
    QVERIFY(change.before && change.after);
}

void QuestionTest::policiesAreOfTheTypeTheyLookLike_data() {
    QTest::addColumn<std::string>("first");
    QTest::addColumn<std::string>("second");
    QTest::addColumn<PolicyType>("type");
    const std::string withId = R"({"Id":"x",)" + anything.substr(1);
    QTest::newRow("identity") << anything << anything << PolicyType::Identity;
    QTest::newRow("resource") << forAll << forAll << PolicyType::Resource;
    QTest::newRow("with an Id") << withId << withId << PolicyType::ServiceControl;
    QTest::newRow("one with an Id") << anything << withId << PolicyType::ServiceControl;
}

void QuestionTest::policiesAreOfTheTypeTheyLookLike() {
    QFETCH(std::string, first);
    QFETCH(std::string, second);
    QFETCH(PolicyType, type);
    const auto asked = askOf<NoMorePermissiveQuestion>(R"({"ask":"noMorePermissive","policy":)" + first +
                                                       R"(,"than":)" + second + "}");
    QCOMPARE(asked.policy->policy.type, type);
    QCOMPARE(asked.than->policy.type, type);
}

void QuestionTest::whatIsWrongIsPlaced_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("message");
    const auto row = [](const char* name, const std::string& text, const char* message) {
        QTest::newRow(name) << text << std::string(message);
    };
    row("no JSON", "{", "1:2: ");
    row("a list", "[]", "1:1: A question is no JSON object.");
    row("no question", "{}", "1:1: \"ask\" is missing here.");
    row("a number", R"({"ask":7})", "1:8: \"ask\" is a text in quotes.");
    row("another question", R"({"ask":"why"})", "1:8: There is no question \"why\"");
    row("another member", R"({"ask":"dead","policies":[]})", "1:15: The question dead has no member \"policies\"");
    row("a member twice", R"({"ask":"dead","ask":"dead"})", "1:2: \"ask\" stands here twice");
    row("no policy", R"({"ask":"dead"})", "1:1: \"policy\" is missing here.");
    row("a bad policy", R"({"ask":"dead","policy":
  {"Version":"2012-10-17","Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}})",
        "2:50: Effect is Allow or Deny");
    row("one without principals beside one with",
        R"({"ask":"changed","before":)" + forAll + R"(,"after":)" + anything + "}", "1:");
    row("no account", R"({"ask":"noForeign","accounts":["1"],"policy":)" + forAll + "}",
        "1:31: \"1\" is no account; an account has twelve digits.");
    row("no accounts", R"({"ask":"noForeign","accounts":[],"policy":)" + forAll + "}",
        "1:31: \"accounts\" is empty; name one or more.");
    row("no action", R"({"ask":"noForeign","accounts":["111122223333"],"actions":["s3"],"policy":)" + forAll + "}",
        "1:58: \"s3\" is no action; an action has a prefix, as in s3:*.");
    row("an identity policy of an endpoint",
        R"({"ask":"noForeign","accounts":["111122223333"],"policy":)" + anything + "}", "1:");
    row("no ARN", R"({"ask":"exclusive","resource":"orders","except":{},"grants":[]})",
        "1:31: The resource is an ARN, as in arn:aws:s3:::bucket.");
    row("no key", R"({"ask":"exclusive","resource":"*","except":{"vpce":"x"},"grants":[]})",
        "1:45: \"vpce\" is no condition key");
    row("no list of grants", R"({"ask":"exclusive","resource":"*","except":{},"grants":{}})",
        "1:56: \"grants\" is a list of policies.");
    row("no type of policy",
        R"({"ask":"exclusive","resource":"*","except":{},"grants":[{"policyType":"bucket","name":"b","policy":)" +
            forAll + "}]}",
        "1:71: There is no policy type \"bucket\"; there are identity, resource, vpcEndpoint,");
    const std::string bucket = R"({"policyType":"resource","name":"b","policy":)" + forAll + "}";
    row("two resource policies",
        R"({"ask":"exclusive","resource":"*","except":{},"grants":[)" + bucket + ",\n" + bucket + "]}",
        "2:1: A resource has one policy; the grants have two.");
}

void QuestionTest::whatIsWrongIsPlaced() {
    QFETCH(std::string, text);
    QFETCH(std::string, message);
    const auto question = readProofQuestion(text);
    QVERIFY(!question);
    const std::string placed = placedMessage(text, question.error());
    QVERIFY2(placed.starts_with(message), placed.c_str());
}

void QuestionTest::brokenQuestionsNeverEndTheProgram() {
    for (std::size_t at = 0; at < exclusive.size(); ++at)
        for (const char* instead : {"", "\"", "{", "[", "]", ":", ",", "7", "*"}) {
            std::string broken = exclusive;
            broken.replace(at, 1, instead);
            if (const auto question = readProofQuestion(broken); !question)
                QVERIFY(question.error().offset <= broken.size());
        }
}

QTEST_APPLESS_MAIN(QuestionTest)
#include "question_test.moc"
