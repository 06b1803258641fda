#include <QtTest>

#include <QDir>

#include <algorithm>

#include "model/policy/compiled_policy.h"
#include "model/policy/read.h"

using namespace gw;

/// The reader of policies: what it takes, and where it says what is wrong.
class ReadTest : public QObject {
    Q_OBJECT
private slots:
    void everyElementIsRead();
    void problems_data();
    void problems();
    void everyTypeHoldsWhatItMay_data();
    void everyTypeHoldsWhatItMay();
    void limitsOfEndpointPolicies_data();
    void limitsOfEndpointPolicies();
    void allProblemsAreTold();
    void lengthIsHeldAgainstTheQuota();
    void nothingCrashesTheReader();
    void realPoliciesAreRead();
};

namespace {

using ProblemKind = PolicyProblem::Kind;

/// "1:26 BadEffect" for each problem.
QStringList toldBy(const std::string& text, PolicyType type) {
    static const char* const names[] = {
        "NotJson",    "DuplicateKey",       "UnknownElement",   "WrongType",       "MissingElement",     "BadValue",
        "BadVersion", "NoStatement",        "BadEffect",        "BadPair",         "MisplacedPrincipal", "BadPrincipal",
        "BadAction",  "BadResource",        "BadOperator",      "BadConditionKey", "BadConditionValue",  "Empty",
        "BadSid",     "EndpointIdentifier", "EndpointWildcard", "EndpointAccount", "BadCharacter",       "TooLong"};
    QStringList told;
    for (const PolicyProblem& problem : readPolicy(text, type).problems) {
        const TextPosition at = positionAt(text, problem.offset);
        told << QString("%1:%2 %3").arg(at.line).arg(at.column).arg(names[static_cast<std::size_t>(problem.kind)]);
        if (problem.message.empty() || problem.offset > text.size()) told << "without words or place";
    }
    return told;
}

}  // namespace

void ReadTest::everyElementIsRead() {
    const std::string text = R"({
  "Version": "2012-10-17",
  "Id": "shop",
  "Statement": [
    {
      "Sid": "One", "Effect": "Allow",
      "Principal": { "AWS": ["111122223333", "*"], "Service": "sns.amazonaws.com",
                     "Federated": "accounts.google.com", "CanonicalUser": "79a59df900b949e5" },
      "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::b", "*"],
      "Condition": { "NumericLessThan": { "s3:max-keys": 10 }, "Bool": { "aws:SecureTransport": true },
                     "StringLike": { "s3:prefix": ["a", "b"], "s3:x": "c" } }
    },
    { "Effect": "Deny", "NotPrincipal": "*", "NotAction": ["*"], "NotResource": "*" }
  ]
})";
    const PolicyReading reading = readPolicy(text, PolicyType::Resource);
    QVERIFY(reading.problems.empty());
    const IamPolicy& policy = reading.policy;
    QVERIFY(policy.hasVariables());
    QCOMPARE(policy.id, std::string("shop"));
    QCOMPARE(policy.statements.size(), std::size_t{2});
    const PolicyStatement& one = policy.statements[0];
    QCOMPARE(one.sid, std::string("One"));
    QVERIFY(one.allows());
    QCOMPARE(one.principal->entries.size(), std::size_t{5});
    QVERIFY(one.principal->entries[2].kind == PrincipalEntry::Kind::Service);
    QCOMPARE(one.resource->patterns[1].text, std::string("*"));
    QCOMPARE(text.substr(one.resource->patterns[0].offset, 8), std::string("\"arn:aws"));
    QCOMPARE(one.conditions.size(), std::size_t{4});
    QCOMPARE(one.conditions[0].values[0].text, std::string("10"));
    QCOMPARE(one.conditions[1].values[0].text, std::string("true"));
    QCOMPARE(one.conditions[2].values.size(), std::size_t{2});
    QVERIFY(positionAt(text, one.conditions[2].key.offset) == (TextPosition{11, 38}));
    const PolicyStatement& two = policy.statements[1];
    QVERIFY(!two.allows() && two.principal->negated && two.action.negated && two.resource->negated);
}

void ReadTest::problems_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char* name, const char* text, const QStringList& told) {
        QTest::newRow(name) << QString(text) << told;
    };
    const auto statement = [&](const char* name, const char* inside, const QStringList& told) {
        row(name, qPrintable(QString(R"({"Statement":{%1}})").arg(inside)), told);
    };
    row("not json", "{\n \"Version\"", {"2:11 NotJson"});
    row("no object", "[]", {"1:1 WrongType"});
    row("no statement", "{}", {"1:1 NoStatement"});
    row("empty list", R"({"Statement":[]})", {"1:14 NoStatement"});
    row("statement is a text", R"({"Statement":"x"})", {"1:14 WrongType"});
    row("version", R"({"Version":"2012-10-18","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]})",
        {"1:12 BadVersion"});
    row("version is a number", R"({"Version":2012,"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]})",
        {"1:12 WrongType"});
    row("unknown element", R"({"Comment":"x","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]})",
        {"1:2 UnknownElement"});
    statement("nothing in it", "", {"1:14 BadEffect", "1:14 BadPair", "1:14 BadPair"});
    statement("effect", R"("Effect":"allow","Action":"*","Resource":"*")", {"1:24 BadEffect"});
    statement("effect twice", R"("Effect":"Allow","Action":"*","Resource":"*","Effect":"Deny")", {"1:60 DuplicateKey"});
    statement("case of an element", R"("Effect":"Allow","action":"*","Resource":"*")",
              {"1:14 BadPair", "1:32 UnknownElement"});
    statement("action and not", R"("Effect":"Allow","Action":"*","NotAction":"*","Resource":"*")", {"1:45 BadPair"});
    statement("action without service", R"("Effect":"Allow","Action":["GetObject","s3:"],"Resource":"*")",
              {"1:42 BadAction", "1:54 BadAction"});
    statement("action of numbers", R"("Effect":"Allow","Action":[1,{}],"Resource":"*")",
              {"1:42 WrongType", "1:44 WrongType"});
    statement("no action", R"("Effect":"Allow","Action":[],"Resource":"*")", {"1:41 Empty"});
    statement("resource", R"("Effect":"Allow","Action":"*","Resource":["bucket","arn:aws:s3:::b"])",
              {"1:57 BadResource"});
    statement("principal", R"("Effect":"Allow","Action":"*","Resource":"*","Principal":"*")",
              {"1:60 MisplacedPrincipal"});
    statement("sid", R"("Sid":"a b","Effect":"Allow","Action":"*","Resource":"*")", {"1:21 BadSid"});
    statement("sid is a list", R"("Sid":[],"Effect":"Allow","Action":"*","Resource":"*")", {"1:21 WrongType"});
    const auto condition = [&](const char* name, const char* inside, const QStringList& told) {
        statement(name,
                  qPrintable(QString(R"("Effect":"Deny","Action":"*","Resource":"*","Condition":%1)").arg(inside)),
                  told);
    };
    condition("condition is a list", "[]", {"1:71 WrongType"});
    condition("operator", R"({"StringEqual":{"a:b":"c"}})", {"1:72 BadOperator"});
    condition("operator of a text", R"({"Bool":"x"})", {"1:79 WrongType"});
    condition("operator of nothing", R"({"Bool":{}})", {"1:79 Empty"});
    condition("operator twice", R"({"Bool":{"a:b":"true"},"Bool":{"a:c":"true"}})", {"1:94 DuplicateKey"});
    condition("key twice", R"({"Bool":{"a:b":"true","a:b":"true"}})", {"1:93 DuplicateKey"});
    condition("key without prefix", R"({"Bool":{"b":"true"}})", {"1:80 BadConditionKey"});
    condition("value is an object", R"({"Bool":{"a:b":{}}})", {"1:86 WrongType"});
    condition("no value", R"({"Bool":{"a:b":[]}})", {"1:86 Empty"});
    condition("bool", R"({"Bool":{"a:b":"yes"}})", {"1:86 BadConditionValue"});
    condition("number", R"({"NumericEquals":{"a:b":["1","one"]}})", {"1:100 BadConditionValue"});
    condition("date", R"({"DateLessThan":{"a:b":"tomorrow"}})", {"1:94 BadConditionValue"});
    condition("address", R"({"IpAddress":{"a:b":"10.0.0.0/33"}})", {"1:91 BadConditionValue"});
    condition("base 64", R"({"BinaryEquals":{"a:b":"?"}})", {"1:94 BadConditionValue"});
    condition("null", R"({"Null":{"a:b":"maybe"}})", {"1:86 BadConditionValue"});
    condition("an escape is a character", R"({"Bool":{"a:b":"true"}})", {});
    row("duplicate sid",
        R"({"Statement":[{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"}]})",
        {"1:79 BadSid"});
}

void ReadTest::problems() {
    QFETCH(QString, text);
    QFETCH(QStringList, told);
    QCOMPARE(toldBy(text.toStdString(), PolicyType::Identity), told);
}

void ReadTest::everyTypeHoldsWhatItMay_data() {
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QStringList>("types");
    const auto row = [](const char* statement, const QStringList& types) {
        QTest::newRow(statement) << statement << types;
    };
    const QStringList withoutPrincipal{"identity", "serviceControl", "permissionBoundary", "session"};
    row(R"("Resource":"*")", withoutPrincipal);
    row(R"("Resource":"*","Principal":"*")", {"resource", "vpcEndpoint", "resourceControl"});
    row(R"("Resource":"*","NotPrincipal":"*")", {"resource", "vpcEndpoint"});
    row(R"("Principal":"*")", {"resource", "trust"});
    row(R"("Resource":"*","Principal":{"AWS":"111122223333"})", {"resource", "vpcEndpoint"});
    row(R"("Resource":"*","Principal":{"AWS":"arn:aws:iam::111122223333:role/*"})", {});
    row(R"("Resource":"*","Principal":{"AWS":"arn:aws:iam::111122223333:group/a"})", {});
    row(R"("Resource":"*","Principal":{"AWS":"arn:aws:iam::1:root"})", {});
    row(R"("Resource":"*","Principal":{"AWS":"AROAEXAMPLEEXAMPLE12"})", {"resource", "vpcEndpoint"});
    row(R"("Resource":"*","Principal":{"Aws":"*"})", {});
    row(R"("Resource":"*","Principal":{})", {});
    row(R"("Resource":"*","Principal":"111122223333")", {});
    row(R"("Resource":"*","Sid":"a b")", {"serviceControl"});
}

void ReadTest::everyTypeHoldsWhatItMay() {
    QFETCH(QString, statement);
    QFETCH(QStringList, types);
    QStringList taken;
    const QString text = QString(R"({"Statement":[{"Effect":"Deny","Action":"*",%1}]})").arg(statement);
    for (const PolicyTypeInfo& info : policyTypes())
        if (readPolicy(text.toStdString(), info.type).problems.empty())
            taken << QString::fromUtf8(info.word.data(), static_cast<int>(info.word.size()));
    QCOMPARE(taken, types);
}

void ReadTest::limitsOfEndpointPolicies_data() {
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<int>("broken");
    const auto row = [](const char* name, const char* resource, const char* condition, int broken) {
        QTest::newRow(name) << QString(resource) << QString(condition) << broken;
    };
    row("none", "arn:aws:sqs:*:111122223333:*", R"("StringEquals":{"aws:PrincipalAccount":"111122223333"})", 0);
    row("any account", "arn:aws:sqs:*:*:q", R"("StringLike":{"aws:PrincipalTag/team":"payment*"})", 0);
    row("part of an account", "arn:aws:sqs:*:1111*:q", R"("Bool":{"aws:SecureTransport":"true"})", 1);
    row("part of an account in a condition", "*",
        R"("ArnLike":{"aws:PrincipalArn":["arn:aws:iam::1111????????:role/a"]})", 1);
    row("wildcard in an id", "*", R"("StringLike":{"aws:sourceVpc":["vpc-012345678*","vpc-0123"]})", 1);
    row("number of an account", "*", R"("NumericEquals":{"aws:PrincipalAccount":"111122223333"})", 1);
    row("five before", "*", R"("StringLike":{"aws:PrincipalTag/team":"12345*"})", 1);
    row("six before", "*", R"("StringLike":{"aws:PrincipalTag/team":"123456*"})", 0);
    row("six behind", "*", R"("StringNotLike":{"aws:PrincipalTag/team":"?123456"})", 0);
    row("six between two", "*", R"("StringLike":{"aws:PrincipalTag/team":"*123456*"})", 0);
    row("five between two", "*", R"("StringLike":{"aws:PrincipalTag/team":"*12345*"})", 1);
    row("two in a row", "*", R"("StringLike":{"aws:PrincipalTag/team":"123456**"})", 1);
    row("no wildcard but a letter", "*", R"("StringEquals":{"aws:PrincipalTag/team":"1*"})", 0);
    row("ARNs have no six", "*", R"("ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/a*"})", 0);
}

void ReadTest::limitsOfEndpointPolicies() {
    QFETCH(QString, resource);
    QFETCH(QString, condition);
    QFETCH(int, broken);
    const std::string text =
        QString(R"({"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"%1","Condition":{%2}}})")
            .arg(resource, condition)
            .toStdString();
    const auto problems = readPolicy(text, PolicyType::Endpoint).problems;
    QCOMPARE(problems.size(), static_cast<std::size_t>(broken));
    for (const PolicyProblem& problem : problems) QVERIFY(problem.isEndpointLimit() && problem.offset > 0);
    QVERIFY(readPolicy(text, PolicyType::Resource).problems.empty());
}

void ReadTest::allProblemsAreTold() {
    const std::string text =
        "{\n  \"Version\": \"2013\",\n  \"Id\": 7,\n  \"Statement\": [\n    { \"Effect\": \"Yes\" },\n    9\n  ]\n}";
    QCOMPARE(toldBy(text, PolicyType::Identity),
             (QStringList{"2:14 BadVersion", "3:3 UnknownElement", "3:9 WrongType", "5:5 BadPair", "5:5 BadPair",
                          "5:17 BadEffect", "6:5 WrongType"}));
    std::string many = "{\"Statement\":[";
    for (int i = 0; i < 5000; ++i) many += "1,";
    QCOMPARE(readPolicy(many + "1]}", PolicyType::Identity).problems.size(), std::size_t{1000});
}

void ReadTest::lengthIsHeldAgainstTheQuota() {
    const auto padded = [](std::size_t length) {
        std::string text = R"({"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]})";
        return text + std::string(length - text.size(), ' ');
    };
    QVERIFY(readPolicy(padded(20'480), PolicyType::Endpoint).problems.empty());
    QCOMPARE(toldBy(padded(20'481), PolicyType::Endpoint), QStringList{"1:1 TooLong"});
    // Of an identity policy white space does not count.
    const std::string spaced =
        R"({"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]})" + std::string(20'000, '\n');
    QVERIFY(readPolicy(spaced, PolicyType::Identity).problems.empty());
    const PolicyReading reading = readPolicy(std::string(maxPolicyBytes + 1, ' '), PolicyType::Resource);
    QVERIFY(reading.problems.size() == 1 && reading.problems[0].kind == ProblemKind::TooLong);
    QVERIFY(
        toldBy("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::\xE2\x82\xAC\"}]}",
               PolicyType::Identity) == QStringList{"1:71 BadCharacter"});
}

void ReadTest::nothingCrashesTheReader() {
    const std::string text =
        R"({"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Principal":{"AWS":["*"]},)"
        R"("Action":["s3:*"],"Resource":"arn:aws:s3:::${aws:username, 'x'}","Condition":{"IpAddress":)"
        R"({"aws:SourceIp":["10.0.0.0/8"]}}}]})";
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const char* instead : {"", "\"", "{", "}", "[", "1", "\\", "${", "null"}) {
            std::string broken = text;
            broken.replace(at, 1, instead);
            for (const PolicyTypeInfo& info : policyTypes()) {
                const PolicyReading reading = readPolicy(broken, info.type);
                static_cast<void>(CompiledPolicy(reading.policy));
                for (const PolicyProblem& problem : reading.problems) QVERIFY(problem.offset <= broken.size());
            }
        }
    QVERIFY(!readPolicy(std::string(100'000, '['), PolicyType::Identity).problems.empty());
}

void ReadTest::realPoliciesAreRead() {
    const QDir folder(SOURCE_DIR "/../shared/corpus/policies");
    const QStringList names = folder.entryList({"0*.json"}, QDir::Files);
    if (names.isEmpty()) QSKIP("the policies of the corpus are not here");
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string text = file.readAll().toStdString();
        const PolicyType type = name.contains("endpoint-policy")           ? PolicyType::Endpoint
                                : name.contains("service-control-policy")  ? PolicyType::ServiceControl
                                : name.contains("resource-control-policy") ? PolicyType::ResourceControl
                                : name.contains("identity-policy")         ? PolicyType::Identity
                                                                           : PolicyType::Resource;
        const PolicyReading reading = readPolicy(text, type);
        QVERIFY2(!reading.policy.statements.empty() || !reading.problems.empty(), qPrintable(name));
        for (const PolicyProblem& problem : reading.problems) QVERIFY2(problem.kind != ProblemKind::NotJson, qPrintable(name));
        if (qEnvironmentVariableIsSet("GATEWRIGHT_SHOW"))
            for (const PolicyProblem& problem : reading.problems)
                qInfo("%s:%s", qPrintable(name), placedMessage(text, problem).c_str());
    }
}

QTEST_APPLESS_MAIN(ReadTest)
#include "read_test.moc"
