#include <QtTest>

#include "model/policy/evaluate.h"
#include "model/policy/public_policy.h"
#include "model/policy/read.h"

using namespace gw;

/// How all kinds of policies come together to one verdict, each rule with its source in FACTS or AWS's guides.
class EvaluateTest : public QObject {
    Q_OBJECT
private slots:
    void combinations_data();
    void combinations();
    void aKeyIsAskedUnderAnyName_data();
    void aKeyIsAskedUnderAnyName();
    void principals_data();
    void principals();
    void endpoints_data();
    void endpoints();
    void publicPolicies_data();
    void publicPolicies();
    void everyStatementSaysWhatIsAgainstIt();
    void theDecidingStatementsAreNamed();
    void anUnknownKeyIsNamedWhereItMatters();
};

namespace {

const std::string ann = "arn:aws:iam::111122223333:user/ann";
const std::string session = "arn:aws:sts::111122223333:assumed-role/app/s1";
const std::string role = "arn:aws:iam::111122223333:role/team/app";
const std::string federated = "arn:aws:sts::111122223333:federated-user/bob";
const std::string root = "arn:aws:iam::111122223333:root";

/// A policy of statements that are written without the parts every one has: "Deny s3:Put* @*".
/// Words: effect, action, then "@resource", "%principal" ("%" alone for everyone, "%!" for NotPrincipal), "?key=value".
CompiledPolicy policyOf(const std::string& words, PolicyType type) {
    std::string statements;
    for (const QString& part : QString::fromStdString(words).split(';', Qt::SkipEmptyParts)) {
        const QStringList each = part.simplified().split(' ');
        QString text = QString(R"({"Effect":"%1","Action":"%2")").arg(each.at(0), each.at(1));
        QString resource = infoOf(type).resource == PolicyTypeInfo::Part::Refused ? "" : "*";
        QString principal = infoOf(type).principal == PolicyTypeInfo::Part::Required ? "%" : "";
        for (const QString& word : each.mid(2)) {
            if (word.startsWith('@')) resource = word.mid(1);
            if (word.startsWith('%')) principal = word;
            if (word.startsWith('?'))
                text += QString(R"(,"Condition":{"StringEquals":{"%1":"%2"}})")
                            .arg(word.mid(1).section('=', 0, 0), word.section('=', 1));
        }
        if (!resource.isEmpty()) text += QString(R"(,"Resource":"%1")").arg(resource);
        if (principal.startsWith("%!"))
            text += R"(,"NotPrincipal":{"AWS":[")" + principal.mid(2).split(',').join("\",\"") + "\"]}";
        else if (principal == "%")
            text += R"(,"Principal":"*")";
        else if (principal.startsWith("%svc="))
            text += QString(R"(,"Principal":{"Service":"%1"})").arg(principal.mid(5));
        else if (!principal.isEmpty())
            text += R"(,"Principal":{"AWS":[")" + principal.mid(1).split(',').join("\",\"") + "\"]}";
        statements += (statements.empty() ? "" : ",") + text.toStdString() + "}";
    }
    const PolicyReading reading = readPolicy("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}", type);
    for (const PolicyProblem& problem : reading.problems) qFatal("%s: %s", words.c_str(), problem.message.c_str());
    return CompiledPolicy(reading.policy);
}

/// The verdict over policies given by kind: "identity: Allow * | boundary: Allow s3:*".
Grants grantsOf(const QString& text) {
    Grants grants;
    for (const QString& part : text.split('|', Qt::SkipEmptyParts)) {
        const QString kind = part.section(':', 0, 0).simplified();
        const std::string words = part.section(':', 1).simplified().toStdString();
        const auto named = [&](PolicyType type) { return GrantedPolicy{kind.toStdString(), policyOf(words, type)}; };
        if (kind == "identity") grants.identity.push_back(named(PolicyType::Identity));
        if (kind == "boundary") grants.boundaries.push_back(named(PolicyType::Boundary));
        if (kind == "session") grants.session = named(PolicyType::Session);
        if (kind == "resource") grants.resource = named(PolicyType::Resource);
        if (kind == "trust") grants.resource = named(PolicyType::Trust);
        if (kind == "endpoint") grants.endpoint.push_back(named(PolicyType::Endpoint));
        if (kind == "scp") grants.serviceControl.push_back({"level", {named(PolicyType::ServiceControl)}});
        if (kind == "rcp") grants.resourceControl.push_back({"level", {named(PolicyType::ResourceControl)}});
    }
    return grants;
}

AccessRequest requestOf(const std::string& principal, const std::string& action = "s3:GetObject",
                        const std::string& account = "111122223333", RequestContext context = {}) {
    const std::string arn = action.starts_with("kms:")   ? "arn:aws:kms:eu-west-1:" + account + ":key/1"
                            : action.starts_with("sts:") ? "arn:aws:iam::" + account + ":role/target"
                                                         : "arn:aws:s3:::shop/x";
    return AccessRequest(action, {arn, account}, RequestPrincipal::of(principal), std::move(context));
}

}  // namespace

void EvaluateTest::combinations_data() {
    QTest::addColumn<QString>("grants");
    QTest::addColumn<std::string>("principal");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* name, const std::string& principal, const QString& grants, const char* result,
                        const char* action = "s3:GetObject", const char* account = "111122223333") {
        QTest::newRow(name) << grants << principal << QString(action) << QString(account) << QString(result);
    };
    const auto other = [&](const char* name, const std::string& principal, const QString& grants, const char* result) {
        row(name, principal, grants, result, "s3:GetObject", "444455556666");
    };
    const char* allowed = "Allowed";
    const char* denied = "ExplicitlyDenied";
    const char* implicit = "ImplicitlyDenied";

    row("nothing", ann, "", implicit);
    row("identity", ann, "identity: Allow s3:Get*", allowed);
    row("identity of another action", ann, "identity: Allow s3:Put*", implicit);
    row("any of several", ann, "identity: Allow s3:Put* | identity: Allow s3:Get*", allowed);
    row("deny wins", ann, "identity: Allow s3:*; Deny s3:Get*", denied);
    row("deny elsewhere wins", ann, "identity: Allow s3:* | resource: Deny s3:*", denied);
    row("either suffices", ann, "resource: Allow s3:* %444455556666,arn:aws:iam::111122223333:user/ann", allowed);

    // F-306: boundary, session, SCP, RCP and endpoint each have to let it pass.
    row("boundary", ann, "identity: Allow s3:* | boundary: Allow s3:Get*", allowed);
    row("boundary lacks it", ann, "identity: Allow s3:* | boundary: Allow ec2:*", implicit);
    row("boundary grants nothing", ann, "boundary: Allow s3:*", implicit);
    row("each boundary", ann, "identity: Allow s3:* | boundary: Allow s3:* | boundary: Allow ec2:*", implicit);
    row("session", session, "identity: Allow s3:* | session: Allow s3:Get*", allowed);
    row("session lacks it", session, "identity: Allow s3:* | session: Allow ec2:*", implicit);
    row("session grants nothing", session, "session: Allow s3:*", implicit);
    row("SCP", ann, "identity: Allow s3:* | scp: Allow *", allowed);
    row("SCP of one level lacks it", ann, "identity: Allow s3:* | scp: Allow * | scp: Allow ec2:* | scp: Allow *",
        implicit);
    row("SCP denies", ann, "identity: Allow s3:* | scp: Allow *; Deny s3:GetObject", denied);
    row("SCP binds the root user", root, "scp: Allow ec2:*", implicit);
    row("SCP and service-linked role", "arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/s",
        "identity: Allow s3:* | scp: Deny *", allowed);
    row("RCP allows what it does not deny", ann, "identity: Allow s3:* | rcp: Deny s3:Put*", allowed);
    row("RCP denies", ann, "identity: Allow s3:* | rcp: Deny s3:Get*", denied);
    row("RCP of a service without them", ann, "identity: Allow ec2:* | rcp: Deny *", allowed, "ec2:DescribeVpcs");
    row("RCP and kms:RetireGrant", ann, "resource: Allow kms:* | rcp: Deny *", allowed, "kms:RetireGrant");
    // STS API Reference, GetCallerIdentity: no permissions are required, and a denial does not keep anybody from it.
    row("who am I", ann, "", allowed, "sts:GetCallerIdentity");
    row("who am I, denied", ann, "identity: Deny * | scp: Deny * | rcp: Deny * | boundary: Deny * | session: Deny *",
        allowed, "sts:GetCallerIdentity");
    row("who am I, through an endpoint", ann, "endpoint: Allow s3:*", implicit, "sts:GetCallerIdentity");
    row("who am I, unsigned", "*", "", implicit, "sts:GetCallerIdentity");
    row("endpoint", ann, "identity: Allow s3:* | endpoint: Allow s3:Get*", allowed);
    row("endpoint lacks it", ann, "identity: Allow s3:* | endpoint: Allow s3:Put*", implicit);
    row("endpoint grants nothing", ann, "endpoint: Allow *", implicit);
    row("endpoint denies only", ann, "identity: Allow s3:* | endpoint: Deny s3:Put*", implicit);

    // F-310: whom the resource policy names decides what still limits the grant.
    const QString self = "resource: Allow s3:* %";
    const QString noMore = " | identity: Allow ec2:* | boundary: Allow ec2:* ";
    row("names the user", ann, self + QString::fromStdString(ann) + noMore, allowed);
    row("names the session", session, self + QString::fromStdString(session) + noMore + "| session: Allow ec2:*",
        allowed);
    row("names another session", session, self + "arn:aws:sts::111122223333:assumed-role/app/s2", implicit);
    row("names the role", session, self + QString::fromStdString(role), allowed);
    row("names the role, boundary", session, self + QString::fromStdString(role) + noMore, implicit);
    row("names the role, boundary allows", session, self + QString::fromStdString(role) + " | boundary: Allow s3:*",
        allowed);
    row("names the role, session policy", session, self + QString::fromStdString(role) + " | session: Allow ec2:*",
        implicit);
    row("names everyone", session, self + noMore + "| session: Allow ec2:*", allowed);
    row("names the account", ann, self + "111122223333", implicit);
    row("names the account, identity", ann, self + "111122223333 | identity: Allow s3:*", allowed);
    row("names the role of another path", "arn:aws:iam::111122223333:role/app", self + QString::fromStdString(role),
        implicit);
    row("federated user", federated, self + QString::fromStdString(federated), allowed);
    row("federated user has nothing of its own", federated, "identity: Allow s3:*", implicit);
    row("federated user and session policy", federated, "identity: Allow s3:* | session: Allow s3:*", allowed);
    row("direct grants do not pass SCPs", ann, self + QString::fromStdString(ann) + " | scp: Allow ec2:*", implicit);
    row("direct grants do not pass endpoints", ann, self + QString::fromStdString(ann) + " | endpoint: Allow ec2:*",
        implicit);

    row("root user", root, "", allowed);
    row("root user denied", root, "resource: Deny s3:*", denied);
    row("root user by its number", "111122223333", "", allowed);
    row("root user's lifeline", root, "resource: Deny s3:*", allowed, "s3:PutBucketPolicy");
    row("nobody else's", ann, "identity: Allow s3:* | resource: Deny s3:*", denied, "s3:PutBucketPolicy");

    // F-309: across accounts both sides must allow.
    other("across, identity alone", ann, "identity: Allow s3:*", implicit);
    other("across, resource alone", ann, "resource: Allow s3:*", implicit);
    other("across, both", ann, "identity: Allow s3:* | resource: Allow s3:*", allowed);
    other("across, account named", ann, "identity: Allow s3:* | resource: Allow s3:* %111122223333", allowed);
    other("across, own account named", ann, "identity: Allow s3:* | resource: Allow s3:* %444455556666", implicit);
    other("across, role named", session, "identity: Allow s3:* | resource: Allow s3:* %" + QString::fromStdString(role),
          allowed);
    other("across, user named directly", ann, "resource: Allow s3:* %" + QString::fromStdString(ann), implicit);
    other("across, boundary", ann, "identity: Allow s3:* | boundary: Allow ec2:* | resource: Allow s3:*", implicit);
    other("across, root user", root, "resource: Allow s3:* %111122223333", allowed);
    other("across, root user without", root, "", implicit);
    other("across, no lifeline", root, "resource: Deny s3:*", denied);

    // Key and trust policies must allow in any case; an account named hands over to its policies.
    row("key, identity alone", ann, "identity: Allow kms:*", implicit, "kms:Decrypt");
    row("key, account named", ann, "identity: Allow kms:* | resource: Allow kms:* %111122223333", allowed,
        "kms:Decrypt");
    row("key, account named alone", ann, "resource: Allow kms:* %111122223333", implicit, "kms:Decrypt");
    row("key, user named", ann, "resource: Allow kms:* %" + QString::fromStdString(ann), allowed, "kms:Decrypt");
    row("key, root user without", root, "", implicit, "kms:Decrypt");
    row("key, root user named", root, "resource: Allow kms:* %111122223333", allowed, "kms:Decrypt");
    row("trust, identity alone", ann, "identity: Allow sts:*", implicit, "sts:AssumeRole");
    row("trust, user named", ann, "trust: Allow sts:AssumeRole %" + QString::fromStdString(ann), allowed,
        "sts:AssumeRole");
    row("trust, account named", ann, "trust: Allow sts:AssumeRole %111122223333", implicit, "sts:AssumeRole");
    row("trust, account and identity", ann, "identity: Allow sts:* | trust: Allow sts:AssumeRole %111122223333",
        allowed, "sts:AssumeRole");
    row("trust, service", "ec2.amazonaws.com", "trust: Allow sts:AssumeRole %svc=ec2.amazonaws.com", allowed,
        "sts:AssumeRole");

    // F-335, and services: no identity, no SCP; resource policy, RCP and endpoint.
    row("anonymous", "*", "identity: Allow s3:*", implicit);
    row("anonymous, everyone", "anonymous", "resource: Allow s3:* | scp: Deny *", allowed);
    row("anonymous, account", "", "resource: Allow s3:* %111122223333", implicit);
    row("anonymous, RCP", "*", "resource: Allow s3:* | rcp: Deny s3:*", denied);
    row("anonymous, endpoint", "*", "resource: Allow s3:* | endpoint: Allow ec2:*", implicit);
    row("service", "sns.amazonaws.com", "resource: Allow s3:* %svc=sns.amazonaws.com | scp: Deny *", allowed);
    row("another service", "sqs.amazonaws.com", "resource: Allow s3:* %svc=sns.amazonaws.com", implicit);
    row("service, everyone denied", "sns.amazonaws.com", "resource: Allow s3:* %svc=sns.amazonaws.com; Deny s3:*",
        denied);

    // NotPrincipal with Deny spares whom it names by user or session, role and account.
    const QString granted = "identity: Allow s3:* | resource: Deny s3:* %!";
    const QString annText = QString::fromStdString(ann);
    row("spared", ann, granted + annText + ",111122223333", allowed);
    row("spared without account", ann, granted + annText, denied);
    row("spared by account alone", ann, granted + "111122223333", denied);
    row("session spared", session,
        granted + QString::fromStdString(session) + "," + QString::fromStdString(role) + ",111122223333", allowed);
    row("session without role", session, granted + QString::fromStdString(session) + ",111122223333", denied);
    row("never with a boundary", ann, granted + annText + ",111122223333 | boundary: Allow *", denied);
}

void EvaluateTest::combinations() {
    QFETCH(QString, grants);
    QFETCH(std::string, principal);
    QFETCH(QString, action);
    QFETCH(QString, account);
    QFETCH(QString, result);
    const AccessRequest request = requestOf(principal, action.toStdString(), account.toStdString());
    const Grants given = grantsOf(grants);
    const Evaluation told = evaluate(request, given);
    QCOMPARE(std::string(wordOf(told.result)), result.toStdString());
    QVERIFY(decide(request, given) == told.result);
}

void EvaluateTest::aKeyIsAskedUnderAnyName_data() {
    QTest::addColumn<std::string>("action");
    QTest::addColumn<std::string>("arn");
    QTest::addColumn<bool>("needsKeyPolicy");
    const auto row = [](const char* name, const char* action, const char* arn, bool needsKeyPolicy) {
        QTest::newRow(name) << std::string(action) << std::string(arn) << needsKeyPolicy;
    };
    const char* key = "arn:aws:kms:eu-west-1:111122223333:key/1";
    const char* alias = "arn:aws:kms:eu-west-1:111122223333:alias/shop";
    row("by its ARN", "kms:Decrypt", key, true);
    row("by an alias", "kms:Decrypt", alias, true);
    row("by a pattern", "kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:*", true);
    row("any of them", "kms:GenerateDataKey", "*", true);
    row("by no name yet", "kms:Decrypt", "", true);
    row("letter case aside", "KMS:decrypt", alias, true);
    row("an alias made for a key", "kms:CreateAlias", key, true);
    // What IAM policies decide alone: the alias itself, and what is done to no key.
    row("the alias that is made", "kms:CreateAlias", alias, false);
    row("a new key", "kms:CreateKey", "*", false);
    row("the list of keys", "kms:ListKeys", "*", false);
    row("the list of aliases", "kms:ListAliases", "*", false);
    // An action that AWS's list does not have yet.
    row("a new action on a key", "kms:PolishKey", key, true);
    row("a new action on none", "kms:PolishKey", "*", false);
}

void EvaluateTest::aKeyIsAskedUnderAnyName() {
    QFETCH(std::string, action);
    QFETCH(std::string, arn);
    QFETCH(bool, needsKeyPolicy);
    const AccessRequest request(action, {arn, "111122223333"}, RequestPrincipal::of(ann), {});
    const QString others = "identity: Allow kms:* | resource: Allow kms:* %arn:aws:iam::111122223333:user/bob";
    QCOMPARE(decide(request, grantsOf(others)),
             needsKeyPolicy ? AccessResult::ImplicitlyDenied : AccessResult::Allowed);
    const QString handedOver = "identity: Allow kms:* | resource: Allow kms:* %111122223333";
    QCOMPARE(decide(request, grantsOf(handedOver)), AccessResult::Allowed);
}

void EvaluateTest::principals_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("account");
    using Kind = RequestPrincipal::Kind;
    const auto row = [](const char* name, Kind kind, const char* account) {
        QTest::newRow(name) << QString(name) << static_cast<int>(kind) << QString(account);
    };
    row("", Kind::Anonymous, "");
    row("*", Kind::Anonymous, "");
    row("arn:aws:iam::111122223333:user/a/b", Kind::User, "111122223333");
    row("arn:aws-cn:iam::111122223333:role/a/b", Kind::Role, "111122223333");
    row("arn:aws:sts::111122223333:assumed-role/b/s", Kind::Role, "111122223333");
    row("arn:aws:sts::111122223333:federated-user/b", Kind::FederatedUser, "111122223333");
    row("arn:aws:iam::111122223333:root", Kind::Root, "111122223333");
    row("111122223333", Kind::Root, "111122223333");
    row("s3.amazonaws.com", Kind::External, "");
    row("arn:aws:iam::111122223333:saml-provider/x", Kind::External, "");
    row("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1", Kind::External, "");
}

void EvaluateTest::principals() {
    QFETCH(QString, name);
    QFETCH(int, kind);
    QFETCH(QString, account);
    const RequestPrincipal principal = RequestPrincipal::of(name.toStdString());
    QCOMPARE(static_cast<int>(principal.kind()), kind);
    QCOMPARE(principal.account(), account.toStdString());
    if (principal.kind() == RequestPrincipal::Kind::Role) QCOMPARE(principal.roleName(), std::string("b"));
}

void EvaluateTest::endpoints_data() {
    QTest::addColumn<QString>("principal");
    QTest::addColumn<bool>("interface");
    QTest::addColumn<bool>("gateway");
    QTest::addColumn<bool>("gatewayForRoot");
    const auto row = [](const QString& principal, bool interface, bool gateway, bool gatewayForRoot) {
        QTest::newRow(qPrintable(principal)) << principal << interface << gateway << gatewayForRoot;
    };
    row("%", true, true, true);
    row("%111122223333", true, false, true);
    row("%arn:aws:iam::111122223333:root", true, false, true);
    row("%" + QString::fromStdString(role), true, false, false);
    row("%444455556666", false, false, false);
}

/// F-110, F-111: a gateway endpoint takes "*" alone; an account there means its root user.
void EvaluateTest::endpoints() {
    QFETCH(QString, principal);
    QFETCH(bool, interface);
    QFETCH(bool, gateway);
    QFETCH(bool, gatewayForRoot);
    Grants grants = grantsOf("identity: Allow s3:* | endpoint: Allow s3:* " + principal);
    const auto passes = [&](const std::string& who) { return decide(requestOf(who), grants) == AccessResult::Allowed; };
    QCOMPARE(passes(session), interface);
    grants.endpointKind = Grants::EndpointKind::Gateway;
    QCOMPARE(passes(session), gateway);
    QCOMPARE(passes(root), gatewayForRoot);
}

void EvaluateTest::publicPolicies_data() {
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("open");
    const auto row = [](const char* statement, bool open) { QTest::newRow(statement) << QString(statement) << open; };
    row(R"("Principal":"*")", true);
    row(R"("Principal":{"AWS":"444455556666"})", false);
    row(R"("Principal":{"AWS":["444455556666","*"]})", true);
    row(R"("Principal":{"Service":"sns.amazonaws.com"})", false);
    row(R"("Principal":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}})", false);
    row(R"("Principal":"*","Condition":{"StringLike":{"aws:SourceVpce":"vpce-*"}})", true);
    row(R"("Principal":"*","Condition":{"StringLike":{"aws:SourceVpce":"vpce-1"}})", false);
    row(R"("Principal":"*","Condition":{"StringNotEquals":{"aws:SourceVpc":"vpc-1"}})", true);
    row(R"("Principal":"*","Condition":{"StringEqualsIfExists":{"aws:SourceVpc":"vpc-1"}})", true);
    row(R"("Principal":"*","Condition":{"StringEquals":{"aws:SourceVpc":"${aws:PrincipalTag/vpc}"}})", true);
    row(R"("Principal":"*","Condition":{"StringEquals":{"aws:UserAgent":"me"}})", true);
    row(R"("Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}})", false);
    row(R"("Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","0.0.0.0/1"]}})", true);
    row(R"("Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":"2001::/16"}})", true);
    row(R"("Principal":"*","Condition":{"StringLike":{"aws:userid":"AROAEXAMPLE:*"}})", false);
    row(R"("Principal":"*","Condition":{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:eu-west-1:111122223333:accesspoint/*"}})",
        false);
    row(R"("Principal":"*","Condition":{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:*:*:accesspoint/*"}})", true);
}

/// Amazon S3 User Guide, "The meaning of public", and RestrictPublicBuckets.
void EvaluateTest::publicPolicies() {
    QFETCH(QString, statement);
    QFETCH(bool, open);
    const std::string text =
        R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*",)" +
        statement.toStdString() + "}]}";
    const PolicyReading reading = readPolicy(text, PolicyType::Resource);
    QVERIFY(reading.problems.empty());
    QCOMPARE(isPublic(CompiledPolicy(reading.policy)), open);

    Grants grants = grantsOf("identity: Allow s3:* | resource: Allow s3:*");
    const auto resultFor = [&](const char* principal, bool restricted) {
        const RequestedResource bucket{"arn:aws:s3:::shop/x", "444455556666", restricted};
        return decide(AccessRequest("s3:GetObject", bucket, RequestPrincipal::of(principal), {}), grants);
    };
    for (const char* outside : {"*", "arn:aws:iam::111122223333:user/ann"}) {
        QVERIFY(resultFor(outside, false) == AccessResult::Allowed);
        QVERIFY(resultFor(outside, true) == AccessResult::ImplicitlyDenied);
    }
    for (const char* inside : {"sns.amazonaws.com", "arn:aws:iam::444455556666:user/eve"})
        QVERIFY(resultFor(inside, true) == AccessResult::Allowed);
}

void EvaluateTest::everyStatementSaysWhatIsAgainstIt() {
    Grants grants = grantsOf(
        "resource: Allow s3:Put*; Allow s3:* @arn:aws:s3:::other/*; Allow s3:* %444455556666; "
        "Allow s3:* ?aws:SourceVpc=vpc-1; Allow s3:Get*; Deny s3:* %!111122223333,"
        "arn:aws:iam::111122223333:user/ann");
    const Evaluation told = evaluate(requestOf(ann), grants);
    QStringList against;
    for (const StatementFinding& each : told.statements)
        against << QString::fromUtf8(each.against.data(), static_cast<int>(each.against.size()));
    QCOMPARE(against, (QStringList{"Action", "Resource", "Principal", "Condition", "", "NotPrincipal"}));
    QCOMPARE(told.statements[3].conditionOperator, std::string("StringEquals"));
    QCOMPARE(told.statements[3].conditionKey, std::string("aws:SourceVpc"));
}

void EvaluateTest::theDecidingStatementsAreNamed() {
    using Names = std::vector<StatementName>;
    const auto deciding = [](const QString& grants) { return evaluate(requestOf(ann), grantsOf(grants)).decidedBy; };
    QVERIFY((deciding("identity: Allow ec2:*; Allow s3:*") == Names{{PolicyType::Identity, "identity", 1, ""}}));
    QVERIFY((deciding("identity: Allow s3:* | scp: Allow *; Deny s3:*") ==
             Names{{PolicyType::ServiceControl, "scp", 1, ""}}));
    QVERIFY((deciding("identity: Allow s3:* | scp: Allow ec2:*") == Names{{PolicyType::ServiceControl, "level"}}));
    QVERIFY((deciding("identity: Allow s3:* | boundary: Allow ec2:*") == Names{{PolicyType::Boundary, "boundary"}}));
    QVERIFY((deciding("") == Names{{PolicyType::Identity, ""}}));
}

void EvaluateTest::anUnknownKeyIsNamedWhereItMatters() {
    RequestContext context;
    context.setUnknown("aws:SourceVpc");
    const AccessRequest request = requestOf(ann, "s3:GetObject", "111122223333", context);
    const auto told = [&](const QString& grants) { return evaluate(request, grantsOf(grants)); };
    const Evaluation unknown = told("identity: Allow s3:* ?aws:sourcevpc=vpc-1");
    QVERIFY(unknown.result == AccessResult::Unknown);
    QCOMPARE(unknown.missingKeys, std::vector<std::string>{"aws:sourcevpc"});
    QCOMPARE(unknown.decidedBy.size(), std::size_t{1});
    QVERIFY(told("identity: Allow s3:*; Deny s3:* ?aws:SourceVpc=vpc-1").result == AccessResult::Unknown);
    QVERIFY(told("identity: Allow s3:*; Allow s3:* ?aws:SourceVpc=vpc-1").result == AccessResult::Allowed);
    QVERIFY(told("identity: Deny s3:*; Allow s3:* ?aws:SourceVpc=vpc-1").result == AccessResult::ExplicitlyDenied);
    QVERIFY(told("identity: Deny s3:* ?aws:SourceVpc=vpc-1").result == AccessResult::ImplicitlyDenied);
    QVERIFY(told("identity: Allow s3:* @arn:aws:s3:::shop/${aws:SourceVpc}").result == AccessResult::Unknown);
    QVERIFY(told("identity: Allow s3:* @arn:aws:s3:::else/${aws:SourceVpc}").result == AccessResult::ImplicitlyDenied);
}

QTEST_APPLESS_MAIN(EvaluateTest)
#include "evaluate_test.moc"
