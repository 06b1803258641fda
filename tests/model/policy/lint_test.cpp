#include <QtTest>

#include <QDir>

#include <algorithm>
#include <random>

#include "model/policy/lint/globs.h"
#include "model/policy/lint/lint.h"
#include "model/policy/lint/placeholders.h"
#include "model/policy/lint/statement_actions.h"
#include "model/policy/lint/subsumption.h"
#include "model/policy/lint/text_edits.h"
#include "model/policy/pattern.h"

using namespace gw;

/// What is found in policies, where, and what mends it. What each check finds in a design stands in
/// tests/fixtures/rules.
class LintTest : public QObject {
    Q_OBJECT
private slots:
    void checksAreToldWhole();
    void findings_data();
    void findings();
    void silence_data();
    void silence();
    void spansAreTheWordsMeant();
    void placesDecide();
    void typesAreGuessed();
    void patternsMeetAndCover();
    void coveringIsCertain();
    void placeholdersAreTold();
    void entriesAreTakenOut();
    void fixesMend();
    void nothingCrashesIt();
    void realPoliciesAreLinted();
};

namespace {

/// "PSY010 warning" for each finding.
QStringList codesIn(const std::string& text, const PolicyPlace& place) {
    QStringList codes;
    for (const PolicyFinding& finding : lintPolicy(text, place)) {
        const char* const severities[] = {"hint", "warning", "error"};
        codes << QString::fromStdString(std::string(finding.check->code)) + " " +
                     severities[static_cast<std::size_t>(finding.severity)];
    }
    return codes;
}

std::string policyWith(const std::string& statements) {
    return R"({"Version":"2012-10-17","Statement":[)" + statements + "]}";
}

/// Every finding stands inside the text, says something, and mends to a policy that can be read where it mends at all.
void holdLaws(const std::string& text, const PolicyPlace& place) {
    const std::vector<PolicyFinding> findings = lintPolicy(text, place);
    QVERIFY(std::ranges::is_sorted(findings, {}, &PolicyFinding::begin));
    const bool isJson = parseJson(text).has_value();
    for (const PolicyFinding& finding : findings) {
        QVERIFY(finding.check && !finding.message.empty());
        QVERIFY(finding.begin <= finding.end && finding.end <= text.size());
        if (!finding.fix) continue;
        QVERIFY(isJson && !finding.fix->label.empty() && !finding.fix->edits.empty());
        QVERIFY2(parseJson(mended(text, *finding.fix)).has_value(), (text + " : " + finding.fix->label).c_str());
    }
}

const PolicyType allTypes[] = {
    PolicyType::Identity,        PolicyType::Resource, PolicyType::Endpoint, PolicyType::ServiceControl,
    PolicyType::ResourceControl, PolicyType::Boundary, PolicyType::Session,  PolicyType::Trust};

}  // namespace

void LintTest::checksAreToldWhole() {
    const auto all = allPolicyChecks();
    QVERIFY(std::ranges::is_sorted(all, {}, &PolicyCheck::code));
    QVERIFY(std::ranges::adjacent_find(all, {}, &PolicyCheck::code) == all.end());
    for (const PolicyCheck* check : all) {
        for (const std::string_view text : {check->name, check->title, check->why, check->howToFix, check->source})
            QVERIFY2(text.size() > 5, check->code.data());
        QVERIFY(check->look && check->code.size() == 6);
    }
}

void LintTest::findings_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<PolicyType>("type");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char* name, PolicyType type, const std::string& text, const QStringList& codes) {
        QTest::newRow(name) << text << type << codes;
    };
    const auto identity = [&](const char* name, const std::string& rest, const QStringList& codes) {
        row(name, PolicyType::Identity, policyWith(R"({"Effect":"Allow",)" + rest + "}"), codes);
    };
    row("no json", PolicyType::Identity, "{\"Version\":", {"PSY001 error"});
    row("nothing", PolicyType::Identity, "", {"PSY001 error"});
    row("too long to read", PolicyType::Endpoint, std::string(1'000'001, ' '), {"PSY023 error"});
    identity("no action", R"("Action":"GetObject","Resource":"*")", {"PSY010 error"});
    identity("case of an action", R"("Action":"S3:getobject","Resource":"arn:aws:s3:::b/*")", {});
    identity("retired prefix", R"("Action":"s4:GetObject","Resource":"*")", {"PSY010 warning"});
    identity("only *", R"("Action":"s3:ListAllMyBuckets","Resource":"arn:aws:s3:::b")", {"PSY014 warning"});
    identity("log stream", R"("Action":"logs:PutLogEvents","Resource":"arn:aws:logs:*:*:log-group:/a/b:log-stream:*")",
             {});
    identity("federated key",
             R"("Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*",)"
             R"("Condition":{"StringEquals":{"SAML:aud":"x","accounts.google.com:sub":"y"}})",
             {});
    identity("no key",
             R"("Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*","Condition":{"StringEquals":{"s3:Nothing":"x"}})",
             {"PSY016 warning"});
    identity(
        "negated key",
        R"("Action":["s3:GetObject","s3:ListBucket"],"Resource":"*","Condition":{"StringNotLike":{"s3:prefix":"a*"}})",
        {});
    identity("number for a text",
             R"("Action":"s3:GetObject","Resource":"*","Condition":{"NumericEquals":{"aws:SourceVpc":"7"}})",
             {"PSY017 warning", "PSY020 error"});
    identity("no ARN", R"("Action":"s3:GetObject","Resource":"*","Condition":{"ArnLike":{"aws:PrincipalArn":"admin"}})",
             {"PSY017 warning"});
    identity("escaped star",
             R"("Action":"s3:ListBucket","Resource":"*","Condition":{"StringEquals":{"s3:prefix":"${*}"}})", {});
    row("variable of 2008", PolicyType::Identity,
        R"({"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}"}})",
        {"PSY002 hint", "PSY022 warning"});
    identity("variable in an action", R"("Action":"s3:${aws:username}","Resource":"*")", {"PSY022 error"});
    identity("two placeholders", R"("Action":"s3:GetObject","Resource":["arn:aws:s3:::${Bucket}/*","<bucket-arn>"])",
             {"PSY035 warning", "PSY035 warning"});
    identity("null twice",
             R"("Action":"s3:GetObject","Resource":"*","Condition":{"Null":{"aws:SourceVpce":"true"},)"
             R"("StringEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}})",
             {"PSE026 warning"});
    row("long identity policy", PolicyType::Identity,
        policyWith(R"({"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/)" +
                   std::string(11'000, 'b') + "\"}"),
        {"PSY023 warning"});
    row("endpoint that denies alone", PolicyType::Endpoint,
        policyWith(R"({"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"*"})"), {"PSE024 error"});
    row("SCP that denies alone", PolicyType::ServiceControl,
        policyWith(R"({"Effect":"Deny","Action":"s3:PutObject","Resource":"*"})"), {});
    row("public behind a Deny", PolicyType::Resource,
        policyWith(R"({"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"},)"
                   R"({"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*",)"
                   R"("Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-shop"}}})"),
        {});
    row("public", PolicyType::Resource,
        policyWith(R"({"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sqs:SendMessage","Resource":"*"})"),
        {"PSE016 warning"});
    row("API", PolicyType::Resource,
        policyWith(R"({"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"},)"
                   R"({"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*",)"
                   R"("Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}})"),
        {});
    row("key policy", PolicyType::Resource,
        policyWith(R"({"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*",)"
                   R"("Condition":{"StringEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}})"),
        {});
    row("trust of a service", PolicyType::Trust,
        policyWith(R"({"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"})"), {});
}

void LintTest::findings() {
    QFETCH(std::string, text);
    QFETCH(PolicyType, type);
    QFETCH(QStringList, codes);
    PolicyPlace place;
    place.type = type;
    QCOMPARE(codesIn(text, place), codes);
}

void LintTest::silence_data() {
    QTest::addColumn<std::string>("text");
    // What AWS's own guides show is found fault with nowhere.
    QTest::newRow("least privilege") << policyWith(
        R"({"Sid":"Read","Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:Query"],)"
        R"("Resource":"arn:aws:dynamodb:us-east-1:111122223333:table/orders"})");
    QTest::newRow("own folder") << policyWith(
        R"({"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::b",)"
        R"("Condition":{"StringLike":{"s3:prefix":["home/${aws:username}/*"]}}})");
    QTest::newRow("tags") << policyWith(
        R"({"Effect":"Allow","Action":"ec2:CreateTags","Resource":"arn:aws:ec2:*:*:instance/*",)"
        R"("Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":["team"]},"StringEquals":{"aws:RequestTag/team":"red"}}})");
    QTest::newRow("multi-factor") << policyWith(
        R"({"Effect":"Deny","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}})");
    QTest::newRow("passing a role") << policyWith(
        R"({"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::111122223333:role/task"})");
}

void LintTest::silence() {
    QFETCH(std::string, text);
    QCOMPARE(codesIn(text, {}), QStringList());
}

void LintTest::spansAreTheWordsMeant() {
    const std::string text = policyWith(R"({"Effect":"Allow","Action":["s3:GetObject","s3:Wrong"],"Resource":"*"})");
    const auto found = lintPolicy(text, {});
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(text.substr(found[0].begin, found[0].end - found[0].begin), std::string("\"s3:Wrong\""));
}

void LintTest::placesDecide() {
    const std::string text = policyWith(
        R"({"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"})");
    PolicyPlace place;
    place.type = PolicyType::Endpoint;
    QCOMPARE(codesIn(text, place), QStringList());
    place.endpointKind = Grants::EndpointKind::Gateway;
    QCOMPARE(codesIn(text, place), QStringList({"PSE003 error"}));
    place.endpointKind = Grants::EndpointKind::Interface;
    place.service = "sqs";
    QCOMPARE(codesIn(text, place), QStringList({"PSY032 warning"}));
    place = {};
    place.type = PolicyType::Resource;
    place.resource = "arn:aws:s3:::c";
    QCOMPARE(codesIn(text, place), QStringList({"PSY033 error"}));
    place.resource = "arn:aws:s3:::b";
    QCOMPARE(codesIn(text, place), QStringList());
}

void LintTest::typesAreGuessed() {
    QCOMPARE(likelyTypeOf(policyWith(R"({"Effect":"Allow","Action":"s3:*","Resource":"*"})")), PolicyType::Identity);
    QCOMPARE(likelyTypeOf(policyWith(R"({"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"})")),
             PolicyType::Resource);
    QCOMPARE(likelyTypeOf(policyWith(R"({"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"})")),
             PolicyType::Trust);
    QCOMPARE(likelyTypeOf("no policy"), PolicyType::Identity);
}

void LintTest::patternsMeetAndCover() {
    QVERIFY(globsMeet("a*c", "ab*") && globsMeet("*", "") && globsMeet("a?c", "abc") && !globsMeet("a*", "b*"));
    QVERIFY(globsMeet("arn:aws:s3:::*/*", "arn:*:s3:::b/*") && !globsMeet("arn:aws:s3:::b", "arn:aws:s3:::b/*"));
    QVERIFY(globCovers("s3:*", "s3:Get*") && globCovers("a*b*", "a?xb") && !globCovers("s3:Get?", "s3:Get*"));
    QVERIFY(globCovers("*", "*") && !globCovers("", "a") && globCovers("**", ""));
    QVERIFY(resourceCovers("arn:aws:s3:::b/*", "arn:aws:s3:::b/a/*") &&
            !resourceCovers("arn:aws:s3:::b", "arn:aws:s3:::b/*"));
    QVERIFY(!resourceCovers("arn:aws:s3:*b", "arn:aws:s3:::b"));
    QCOMPARE(globOf("a${x}b${y}"), std::string("a*b*"));
    QCOMPARE(textOfBoth("arn:aws:s3:::b/shared/*", "arn:aws:s3:::b/?*"), std::string("arn:aws:s3:::b/shared/"));
    QVERIFY(!textOfBoth("arn:aws:s3:::b/*", "arn:aws:s3:::b"));
}

/// On random patterns over a small alphabet: what is covered matches whatever it covers, and what both match meets.
void LintTest::coveringIsCertain() {
    std::mt19937 random(7);
    const auto pattern = [&](std::string_view letters) {
        std::string text;
        for (std::size_t i = random() % 6; i > 0; --i) text += letters[random() % letters.size()];
        return text;
    };
    int covered = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string a = pattern("ab*?");
        const std::string b = pattern("ab*?");
        const std::string text = pattern("ab");
        const bool inA = matchesWildcard(a, text);
        const bool inB = matchesWildcard(b, text);
        if (inA && inB) QVERIFY2(globsMeet(a, b), (a + " " + b + " " + text).c_str());
        const auto both = textOfBoth(a, b);
        QCOMPARE(both.has_value(), globsMeet(a, b));
        if (both) QVERIFY2(matchesWildcard(a, *both) && matchesWildcard(b, *both), (a + " " + b + " " + *both).c_str());
        if (!globCovers(a, b)) continue;
        ++covered;
        if (inB) QVERIFY2(inA, (a + " " + b + " " + text).c_str());
    }
    QVERIFY(covered > 1000);
}

void LintTest::placeholdersAreTold() {
    QVERIFY(placeholderIn("arn:aws:s3:::${Bucket}/*") == "${Bucket}");
    QVERIFY(placeholderIn("${AWS::Region}") == "${AWS::Region}");
    QVERIFY(placeholderIn("${aws_vpc.main.id}") == "${aws_vpc.main.id}");
    QVERIFY(placeholderIn("<my-org-id>") == "<my-org-id>");
    QVERIFY(placeholderIn("{{ bucket }}") == "{{ bucket }}");
    for (const char* text :
         {"${aws:username}", "${aws:PrincipalTag/team, 'none'}", "${*}", "a < b > c", "", "${}", "${"})
        QVERIFY2(placeholderIn(text).empty(), text);
}

void LintTest::entriesAreTakenOut() {
    for (const std::string text : {R"(["a","b","c"])", "[\n  \"a\",\n  \"b\",\n  \"c\"\n]"})
        for (std::size_t i = 0; i < 3; ++i) {
            const auto root = parseJson(text);
            const auto left = parseJson(mended(text, {"", true, {removeEntry(text, root->children[i].second)}}));
            QVERIFY(left && left->children.size() == 2);
            QVERIFY(left->children[0].second.text == (i == 0 ? "b" : "a"));
        }
    const std::string one = R"({"a":{"b":[1,"}]"]}})";
    const auto root = parseJson(one);
    QCOMPARE(mended(one, {"", true, {removeEntry(one, root->children[0].second)}}), std::string("{}"));
}

/// A fix done in place ends its finding.
void LintTest::fixesMend() {
    const std::string text =
        R"({"Version":"2012","Statement":[{"Sid":"","effect":"Allow","Effect":"allow","Action":["s3:Get*","s3:GetObject"],)"
        R"("Resource":"arn:aws:s3:us-east-1::b","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.7/24"}}}]})";
    int mendedOnes = 0;
    for (const PolicyFinding& finding : lintPolicy(text, {})) {
        if (!finding.fix) continue;
        ++mendedOnes;
        const std::string after = mended(text, *finding.fix);
        for (const PolicyFinding& left : lintPolicy(after, {}))
            QVERIFY2(left.check != finding.check || left.message != finding.message, finding.message.c_str());
    }
    QVERIFY(mendedOnes >= 5);
}

void LintTest::nothingCrashesIt() {
    const std::string text =
        R"({"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Principal":{"AWS":["*"]},)"
        R"("Action":["s3:Get*","s3:GetObject"],"Resource":"arn:aws:s3:::${aws:username, 'x'}","Condition":)"
        R"({"IpAddress":{"aws:SourceIp":["10.0.0.0/8"]},"ForAllValues:StringEquals":{"aws:SourceVpce":"vpce-1"}}},)"
        R"({"Effect":"Deny","NotPrincipal":{"Service":"a.b"},"NotAction":"s3:*","NotResource":"*"}]})";
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const char* instead : {"", "\"", "{", "]", "*", "\\", "${"}) {
            std::string broken = text;
            broken.replace(at, 1, instead);
            PolicyPlace place;
            place.type = allTypes[at % std::size(allTypes)];
            place.endpointKind = Grants::EndpointKind::Gateway;
            holdLaws(broken, place);
        }
    holdLaws(std::string(100'000, '['), {});
    holdLaws("\xff\xfe\x00", {});
}

void LintTest::realPoliciesAreLinted() {
    const QDir folder(SOURCE_DIR "/../shared/corpus/policies");
    const QStringList names = folder.entryList({"0*.json"}, QDir::Files);
    if (names.isEmpty()) QSKIP("the policies of the corpus are not here");
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string text = file.readAll().toStdString();
        for (const PolicyType type : allTypes) {
            PolicyPlace place;
            place.type = type;
            holdLaws(text, place);
        }
    }
}

Q_DECLARE_METATYPE(std::string)
Q_DECLARE_METATYPE(PolicyType)

QTEST_APPLESS_MAIN(LintTest)
#include "lint_test.moc"
