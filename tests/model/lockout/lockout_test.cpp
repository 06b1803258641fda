#include <QtTest>

#include "model/catalog/iam.h"
#include "model/lockout/lockout.h"
#include "model/lockout/service_uses.h"
#include "model/spec/spec.h"
#include "tests/random/random_design.h"
#include "tests/samples.h"

using namespace gw;

/// Who and what a draft locks out, on SecureCart. It stands first: moc loses its
/// way in the texts below.
class LockoutTest : public QObject {
    Q_OBJECT
private slots:
    void thePolicyThatStandsLocksOutNobody();
    void thePolicyThatStandsLocksOutNobodyInRandomDesigns();
    void endpointAloneLocksOutConsolePipelineAndAdministrators();
    void exceptionsByRoleLetThemStay();
    void conditionsDecide_data();
    void conditionsDecide();
    void anotherEndpointIsNamedBeside();
    void logDelivery_data();
    void logDelivery();
    void logDeliveryThatNothingAllows();
    void aDesignThatDrawsNoAdministratorHasOne();
    void keysAreUsedOnBehalf();
    void endpointsLetThroughWhatTheyAllow();
    void policiesOfTheOrganisation();
    void whatDoesNotWorkAnywayIsToldApart();
    void aGivenStandingPolicyCounts();
    void eachExceptionHolds();
    void rootOfOtherServices();
    void refusals();
    void usesAreOfTheCatalogue();
};

namespace {

using std::string;
using Standing = LockoutStanding;

string policy(const string& statements) {
    return R"({"Version": "2012-10-17", "Statement": [)" + statements + "]}";
}
/// A Deny of everything on the bucket for everybody, where the condition holds.
string denyOn(const string& bucket, const string& condition, const string& more = {}) {
    return policy(
        R"({"Sid": "Guard", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::)" +
        bucket + R"(", "arn:aws:s3:::)" + bucket + "/*" + R"("], "Condition": {)" + condition + "}}" + more);
}
string denyArchive(const string& condition) {
    return denyOn("securecart-order-archive", condition);
}
/// The log bucket's own statements, and a Deny beside them.
string denyLogs(const string& condition) {
    return denyOn("securecart-network-logs", condition,
                  R"(, {"Sid": "Write", "Effect": "Allow", "Principal": {"Service": "delivery.logs.amazonaws.com"},
              "Action": "s3:PutObject", "Resource": "arn:aws:s3:::securecart-network-logs/AWSLogs/111122223333/*",
              "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}},
             {"Sid": "Look", "Effect": "Allow", "Principal": {"Service": "delivery.logs.amazonaws.com"},
              "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::securecart-network-logs",
              "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}})");
}

Lockouts ask(const Design& design, const char* row, const string& draft) {
    const auto answer = lockouts(design, {AnyId(row), draft});
    if (!answer) qFatal("%s", answer.error().message.c_str());
    return *answer;
}

/// The first of that kind and name; nullptr where there is none.
const LockedOut* find(const Lockouts& answer, LockoutKind kind, const string& name) {
    const auto at = std::ranges::find_if(answer.found,
                                         [&](const LockedOut& each) { return each.kind == kind && each.name == name; });
    return at == answer.found.end() ? nullptr : &*at;
}
bool isOut(const Lockouts& answer, LockoutKind kind, const string& name) {
    const LockedOut* found = find(answer, kind, name);
    return found && found->standing == Standing::LockedOut;
}
bool mayBeOut(const Lockouts& answer, LockoutKind kind, const string& name) {
    const LockedOut* found = find(answer, kind, name);
    return found && found->standing == Standing::MayBe;
}

template <class Row>
void change(Table<Row>& table, const char* id, const std::function<void(Row&)>& how) {
    Row row = *table.find({id});
    how(row);
    table.put(row);
}

/// SecureCart with the order archive encrypted by a key of its own, which the orders' role may use.
Design withKey() {
    Design design = secureCart();
    ServiceResource key;
    key.id = {"key-orders"};
    key.service = "kms";
    key.region = {"us-east-1"};
    key.arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
    design.resources.put(key);
    change<ServiceResource>(design.resources, "bucket-archive",
                            [](ServiceResource& row) { row.encryptionKey = {"key-orders"}; });
    change<Role>(design.roles, "order-task", [](Role& row) {
        row.policies.push_back(
            {"key", PolicyDocument::literal(policy(R"({"Effect": "Allow", "Action": "kms:*", "Resource": "*"})"))});
    });
    return design;
}
const string ownAccount =
    R"({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"})";

const string unlessEndpoint = R"("StringNotEquals": {"aws:SourceVpce": "vpce-s3"})";

}  // namespace

void LockoutTest::thePolicyThatStandsLocksOutNobody() {
    const Design design = secureCart();
    int seen = 0;
    for (const ServiceResource& each : design.resources) {
        if (!each.policy || each.awsOwned) continue;
        ++seen;
        QVERIFY2(!ask(design, each.id.value.c_str(), each.policy->text()).isAny(), each.id.value.c_str());
    }
    for (const Endpoint& each : design.endpoints) {
        if (!each.policy) continue;
        ++seen;
        QVERIFY2(ask(design, each.id.value.c_str(), each.policy->text()).found.empty(), each.id.value.c_str());
    }
    QVERIFY(seen > 8);
}

void LockoutTest::thePolicyThatStandsLocksOutNobodyInRandomDesigns() {
    int seen = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const Design design = randomDesign(seed, {120});
        const auto hold = [&](const AnyId& row, const PolicyDocument& document) {
            const auto answer = lockouts(design, {row, document.text()});
            if (!answer) return;
            ++seen;
            QVERIFY2(!answer->isAny(), (row.value + " of " + std::to_string(seed)).c_str());
        };
        for (const ServiceResource& each : design.resources)
            if (each.policy) hold(each.id, *each.policy);
        for (const Endpoint& each : design.endpoints)
            if (each.policy) hold(each.id, *each.policy);
        for (const Policy& each : design.policies) hold(each.id, each.document);
    }
    QVERIFY2(seen > 100, std::to_string(seen).c_str());
}

void LockoutTest::endpointAloneLocksOutConsolePipelineAndAdministrators() {
    const Lockouts answer = ask(secureCart(), "bucket-archive", denyArchive(unlessEndpoint));
    QVERIFY(answer.isAny());
    QCOMPARE(answer.name, string("order-archive"));
    // Orders come by the endpoint.
    QVERIFY(!find(answer, LockoutKind::Caller, "order-service"));

    const LockedOut* admin = find(answer, LockoutKind::Console, "admin");
    QVERIFY(admin);
    QCOMPARE(admin->standing, Standing::LockedOut);
    QCOMPARE(admin->actions, (std::vector<string>{"s3:GetObject", "s3:GetBucketPolicy"}));
    QCOMPARE(admin->decidedBy.size(), 1u);
    QCOMPARE(admin->decidedBy.front().sid, string("Guard"));
    QCOMPARE(admin->conditions.size(), 1u);
    QCOMPARE(admin->conditions.front().key, string("aws:SourceVpce"));
    QCOMPARE(admin->conditions.front().given, ExcludingCondition::Given::Absent);
    QVERIFY(admin->exception);
    QCOMPARE(admin->exception->conditionOperator, string("ArnNotLike"));
    QCOMPARE(admin->exception->values, std::vector<string>{"arn:aws:iam::111122223333:role/admin"});

    const LockedOut* pipeline = find(answer, LockoutKind::Pipeline, "ci-deploy");
    QVERIFY(pipeline);
    QCOMPARE(pipeline->flow.value, string("ci-policy"));
    QVERIFY(isOut(answer, LockoutKind::Administrator, "admin"));
    QVERIFY(isOut(answer, LockoutKind::Administrator, "ci-deploy"));

    const LockedOut* athena = find(answer, LockoutKind::ForwardAccess, "Amazon Athena");
    QVERIFY(athena);
    QCOMPARE(athena->actions, std::vector<string>{"s3:GetObject"});
    QCOMPARE(athena->via, string("athena.amazonaws.com"));
    QVERIFY(athena->exception);
    QCOMPARE(athena->exception->key, string("aws:ViaAWSService"));

    // The endpoint's own policy lets nobody change the bucket's; the root user of the owner always may.
    QVERIFY(answer.repair);
    QVERIFY(answer.repair->keepers.empty());
    QCOMPARE(answer.repair->root, AccessResult::Allowed);
    for (const LockedOut& each : answer.found) {
        QVERIFY(!each.source.empty());
        QVERIFY(!each.keep.empty());
    }
}

void LockoutTest::exceptionsByRoleLetThemStay() {
    const string exceptions = R"(, "ArnNotLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/admin",
                                                                       "arn:aws:iam::111122223333:role/ci-deploy"]})";
    const Lockouts answer = ask(secureCart(), "bucket-archive", denyArchive(unlessEndpoint + exceptions));
    QVERIFY(!answer.isAny());
    QCOMPARE(answer.repair->keepers.size(), 2u);
    QCOMPARE(answer.repair->keepers.front().name, string("admin"));
    QVERIFY(answer.repair->keepers.front().isSure);
    QVERIFY(!answer.repair->keepers.front().through);

    // Without the second role it is out, and the value goes beside the first.
    const string one = R"(, "ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin"})";
    const Lockouts second = ask(secureCart(), "bucket-archive", denyArchive(unlessEndpoint + one));
    QVERIFY(!find(second, LockoutKind::Console, "admin"));
    QVERIFY(isOut(second, LockoutKind::Pipeline, "ci-deploy"));
    QVERIFY(find(second, LockoutKind::Pipeline, "ci-deploy")->exception);
}

void LockoutTest::conditionsDecide_data() {
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("order");  // "", "out" or "may"
    QTest::addColumn<QString>("admin");
    const auto row = [](const char* name, const char* condition, const char* order, const char* admin) {
        QTest::newRow(name) << QString(condition) << QString(order) << QString(admin);
    };
    row("endpoint", R"("StringNotEquals": {"aws:SourceVpce": "vpce-s3"})", "", "out");
    // A key that is not there makes every negated operator true, IfExists or not.
    row("endpoint, if it exists", R"("StringNotEqualsIfExists": {"aws:SourceVpce": "vpce-s3"})", "", "out");
    row("endpoint, where there is one",
        R"("StringNotEquals": {"aws:SourceVpce": "vpce-s3"}, "Null": {"aws:SourceVpce": "false"})", "", "");
    row("any value", R"("ForAnyValue:StringNotEquals": {"aws:SourceVpce": "vpce-s3"})", "", "");
    row("all values", R"("ForAllValues:StringNotEquals": {"aws:SourceVpce": "vpce-s3"})", "", "out");
    row("none", R"("Null": {"aws:SourceVpce": "true"})", "", "out");
    row("another endpoint", R"("StringNotEquals": {"aws:SourceVpce": "vpce-other"})", "out", "out");
    row("VPC", R"("StringNotEquals": {"aws:SourceVpc": "vpc-shop"})", "", "out");
    row("another VPC", R"("StringNotEquals": {"aws:SourceVpc": "vpc-other"})", "out", "out");
    row("public addresses", R"("NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"})", "out", "may");
    row("public addresses or a VPC",
        R"("NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}, "StringNotEquals": {"aws:SourceVpc": "vpc-shop"})", "",
        "may");
    row("private addresses", R"("NotIpAddress": {"aws:VpcSourceIp": "10.20.0.0/16"})", "", "out");
    row("organisation", R"("StringNotEquals": {"aws:PrincipalOrgID": "o-securecart"})", "", "");
    row("another organisation", R"("StringNotEquals": {"aws:PrincipalOrgID": "o-other"})", "out", "out");
    row("account", R"("StringNotEquals": {"aws:PrincipalAccount": "111122223333"})", "", "");
    row("another account", R"("StringNotEquals": {"aws:PrincipalAccount": "999900001111"})", "out", "out");
    row("a role", R"("ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin"})", "out", "");
    // Only services by principals of their own send whose resource they call for.
    row("source organisation", R"("StringNotEquals": {"aws:SourceOrgID": "o-securecart"})", "out", "out");
    row("source organisation of services",
        R"("StringNotEquals": {"aws:SourceOrgID": "o-securecart"}, "Bool": {"aws:PrincipalIsAWSService": "true"})", "",
        "");
    row("second factor", R"("BoolIfExists": {"aws:MultiFactorAuthPresent": "false"})", "may", "may");
}

void LockoutTest::conditionsDecide() {
    QFETCH(QString, condition);
    QFETCH(QString, order);
    QFETCH(QString, admin);
    const Lockouts answer = ask(secureCart(), "bucket-archive", denyArchive(condition.toStdString()));
    QCOMPARE(isOut(answer, LockoutKind::Caller, "order-service"), order == "out");
    QCOMPARE(mayBeOut(answer, LockoutKind::Caller, "order-service"), order == "may");
    QCOMPARE(isOut(answer, LockoutKind::Console, "admin"), admin == "out");
    QCOMPARE(mayBeOut(answer, LockoutKind::Console, "admin"), admin == "may");
    if (admin == "may") QVERIFY(!find(answer, LockoutKind::Console, "admin")->missingKeys.empty());
}

void LockoutTest::anotherEndpointIsNamedBeside() {
    const Lockouts answer =
        ask(secureCart(), "bucket-archive", denyArchive(R"("StringNotEquals": {"aws:SourceVpce": "vpce-other"})"));
    const LockedOut* order = find(answer, LockoutKind::Caller, "order-service");
    QVERIFY(order);
    QCOMPARE(order->via, string("vpce-s3"));
    QCOMPARE(order->conditions.front().sent, std::vector<string>{"vpce-s3"});
    QVERIFY(order->exception);
    QCOMPARE(order->exception->conditionOperator, string("StringNotEquals"));
    QCOMPARE(order->exception->values, std::vector<string>{"vpce-s3"});
    QCOMPARE(std::ranges::count(answer.found, string("order-archive"),
                                [](const LockedOut& each) { return each.flow.value; }),
             1);
}

void LockoutTest::logDelivery_data() {
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("out");
    const auto row = [](const char* name, const QString& condition, bool out) {
        QTest::newRow(name) << condition << out;
    };
    const QString endpoint = QString::fromStdString(unlessEndpoint);
    row("endpoint", endpoint, true);
    row("VPC", R"("StringNotEquals": {"aws:SourceVpc": "vpc-shop"})", true);
    row("organisation", R"("StringNotEquals": {"aws:PrincipalOrgID": "o-securecart"})", true);
    row("organisation, if it exists", R"("StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-securecart"})", true);
    row("account", R"("StringNotEquals": {"aws:PrincipalAccount": "111122223333"})", true);
    row("services excepted", endpoint + R"(, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"})", false);
    row("services excepted, without IfExists", endpoint + R"(, "Bool": {"aws:PrincipalIsAWSService": "false"})", false);
    // A service's own principal is no forward access session.
    row("forward access sessions excepted", endpoint + R"(, "BoolIfExists": {"aws:ViaAWSService": "false"})", true);
    row("source account", R"("StringNotEquals": {"aws:SourceAccount": "111122223333"})", false);
    row("another source account", R"("StringNotEquals": {"aws:SourceAccount": "999900001111"})", true);
    row("source organisation", R"("StringNotEquals": {"aws:SourceOrgID": "o-securecart"})", false);
}

void LockoutTest::logDelivery() {
    QFETCH(QString, condition);
    QFETCH(bool, out);
    const Lockouts answer = ask(secureCart(), "bucket-network-logs", denyLogs(condition.toStdString()));
    QCOMPARE(isOut(answer, LockoutKind::Delivery, "delivery.logs.amazonaws.com"), out);
    if (!out) return;
    const LockedOut& found = *find(answer, LockoutKind::Delivery, "delivery.logs.amazonaws.com");
    QCOMPARE(found.decidedBy.front().sid, string("Guard"));
    QVERIFY(found.exception);
    QCOMPARE(found.exception->key, string("aws:PrincipalIsAWSService"));
    QVERIFY(std::ranges::any_of(answer.found, [](const LockedOut& each) { return each.who.value == "fl-vpc"; }));
}

void LockoutTest::logDeliveryThatNothingAllows() {
    const Lockouts answer = ask(secureCart(), "bucket-network-logs",
                                denyOn("securecart-network-logs", R"("Bool": {"aws:SecureTransport": "false"})"));
    const LockedOut* logs = find(answer, LockoutKind::Delivery, "delivery.logs.amazonaws.com");
    QVERIFY(logs);
    QCOMPARE(logs->standing, Standing::LockedOut);
    QVERIFY(logs->isImplicit);
    QVERIFY(!logs->exception);
    QVERIFY(logs->keep.starts_with("Allow s3:"));
}

void LockoutTest::aDesignThatDrawsNoAdministratorHasOne() {
    Design design = secureCart();
    design.flows.erase({"admin-policy"});
    design.flows.erase({"ci-policy"});
    change<Role>(design.roles, "admin", [](Role& row) { row.interactive = false; });
    const string who = "administrators of shop";
    const Lockouts answer = ask(design, "bucket-network-logs", denyLogs(unlessEndpoint));
    QVERIFY(isOut(answer, LockoutKind::Console, who));
    QVERIFY(isOut(answer, LockoutKind::Administrator, who));
    QVERIFY(isOut(answer, LockoutKind::ForwardAccess, "AWS CloudFormation"));
    QCOMPARE(find(answer, LockoutKind::Console, who)->who.value, string("shop"));
    QVERIFY(!find(answer, LockoutKind::Console, who)->keep.empty());
    QVERIFY(!find(answer, LockoutKind::Console, "admin"));

    // Whether the role that is excepted is the one that administers, nobody knows.
    const string exception = R"(, "ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/ops"})";
    const Lockouts excepted = ask(design, "bucket-network-logs", denyLogs(unlessEndpoint + exception));
    QVERIFY(mayBeOut(excepted, LockoutKind::Console, who));
    QCOMPARE(find(excepted, LockoutKind::Console, who)->missingKeys, std::vector<string>{"aws:PrincipalArn"});
    const Lockouts negated =
        ask(design, "bucket-network-logs",
            policy(R"({"Effect": "Deny", "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:role/ops"},
                       "Action": "s3:*", "Resource": "arn:aws:s3:::securecart-network-logs/*"})"));
    QVERIFY(mayBeOut(negated, LockoutKind::Console, who));
    // SecureCart draws one.
    QVERIFY(!find(ask(secureCart(), "bucket-archive", denyArchive(unlessEndpoint)), LockoutKind::Console, who));
}

void LockoutTest::keysAreUsedOnBehalf() {
    const Design design = withKey();
    const auto draft = [](const string& exception) {
        return policy(ownAccount + R"(, {"Sid": "Guard", "Effect": "Deny", "Principal": "*", "Action": "kms:*",
            "Resource": "*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-s3"})" +
                      exception + "}}");
    };
    const Lockouts answer = ask(design, "key-orders", draft(""));
    const auto at = std::ranges::find_if(answer.found, [](const LockedOut& each) {
        return each.kind == LockoutKind::ForwardAccess && each.via == "s3.amazonaws.com";
    });
    QVERIFY(at != answer.found.end());
    QCOMPARE(at->standing, Standing::LockedOut);
    QCOMPARE(at->actions, std::vector<string>{"kms:GenerateDataKey"});
    QCOMPARE(at->who.value, string("order"));
    QVERIFY(at->exception);
    QCOMPARE(at->exception->key, string("aws:ViaAWSService"));

    const auto hasS3 = [&](const string& exception) {
        return std::ranges::any_of(ask(design, "key-orders", draft(exception)).found, [](const LockedOut& each) {
            return each.via == "s3.amazonaws.com" && each.standing != Standing::Already;
        });
    };
    QVERIFY(!hasS3(R"(, "BoolIfExists": {"aws:ViaAWSService": "false"})"));
    QVERIFY(!hasS3(R"(, "StringNotEqualsIfExists": {"kms:ViaService": "s3.us-east-1.amazonaws.com"})"));
    QVERIFY(hasS3(R"(, "StringNotEqualsIfExists": {"kms:ViaService": "sqs.us-east-1.amazonaws.com"})"));
    QVERIFY(!hasS3(R"(, "ForAllValues:StringNotEquals": {"aws:CalledVia": "s3.amazonaws.com"})"));
    QVERIFY(hasS3(R"(, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"})"));
}

void LockoutTest::endpointsLetThroughWhatTheyAllow() {
    const Lockouts answer =
        ask(secureCart(), "vpce-s3",
            policy(R"({"Sid": "Archive", "Effect": "Allow", "Principal": "*", "Action": "s3:PutObject",
                   "Resource": "arn:aws:s3:::securecart-order-archive/*"})"));
    QCOMPARE(answer.type, PolicyType::Endpoint);
    QVERIFY(!answer.repair);
    const auto out = [&](const char* flow) {
        return std::ranges::any_of(answer.found, [&](const LockedOut& each) {
            return each.flow.value == flow && each.standing == Standing::LockedOut && each.isImplicit;
        });
    };
    QVERIFY(!out("order-archive"));
    QVERIFY(out("product-images"));
    QVERIFY(out("pull-layers-order"));
    for (const LockedOut& each : answer.found) QCOMPARE(each.via, string("vpce-s3"));
}

void LockoutTest::policiesOfTheOrganisation() {
    for (const PolicyKind kind : {PolicyKind::ServiceControl, PolicyKind::ResourceControl}) {
        Design design = secureCart();
        Policy row;
        row.id = {"guard"};
        row.policyKind = kind;
        row.targets = {IdOf<Organization, OrganizationalUnit, Account>("shop")};
        const string principal = kind == PolicyKind::ResourceControl ? R"("Principal": "*", )" : "";
        const string allow = R"({"Effect": "Allow", )" + principal + R"("Action": "*", "Resource": "*"})";
        // An RCP only denies: AWS's own one allows everything beside it.
        const string little = R"({"Effect": "Deny", "Principal": "*", "Action": "s3:DeleteBucket", "Resource": "*"})";
        row.document = PolicyDocument::literal(policy(kind == PolicyKind::ServiceControl ? allow : little));
        design.policies.put(row);
        const auto draft = [&](const string& condition) {
            return policy((kind == PolicyKind::ServiceControl ? allow + ", " : string()) +
                          R"({"Sid": "Guard", "Effect": "Deny", )" + principal +
                          R"("Action": "s3:*", "Resource": "*", "Condition": {)" + condition + "}}");
        };
        const Lockouts answer = ask(design, "guard", draft(unlessEndpoint));
        QVERIFY(!find(answer, LockoutKind::Caller, "order-service"));
        QVERIFY(isOut(answer, LockoutKind::Console, "admin"));
        QVERIFY(isOut(answer, LockoutKind::Pipeline, "ci-deploy"));
        QVERIFY(!answer.repair);
        // What services send by principals of their own no SCP stops.
        QCOMPARE(isOut(answer, LockoutKind::Delivery, "delivery.logs.amazonaws.com"),
                 kind == PolicyKind::ResourceControl);
        const Lockouts other = ask(design, "guard", draft(R"("StringNotEquals": {"aws:SourceVpce": "vpce-other"})"));
        QVERIFY(isOut(other, LockoutKind::Caller, "order-service"));
    }
}

void LockoutTest::whatDoesNotWorkAnywayIsToldApart() {
    Design design = secureCart();
    change<Role>(design.roles, "order-task", [](Role& row) {
        row.policies = {{"none", PolicyDocument::literal(
                                     policy(R"({"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"})"))}};
    });
    const Lockouts answer =
        ask(design, "bucket-archive", denyArchive(R"("StringNotEquals": {"aws:PrincipalOrgID": "o-securecart"})"));
    const LockedOut* order = find(answer, LockoutKind::Caller, "order-service");
    QVERIFY(order);
    QCOMPARE(order->standing, Standing::Already);
    QVERIFY(!answer.isAny());
}

void LockoutTest::aGivenStandingPolicyCounts() {
    const Design design = secureCart();
    const string draft = denyArchive(unlessEndpoint);
    const auto answer = lockouts(design, {AnyId("bucket-archive"), draft, draft});
    QVERIFY(answer);
    QVERIFY(!answer->isAny());
    // The flows that are wanted are told still.
    QVERIFY(std::ranges::any_of(answer->found, [](const LockedOut& each) { return each.flow.value == "ci-policy"; }));
}

void LockoutTest::eachExceptionHolds() {
    const Design design = secureCart();
    int tried = 0;
    for (const char* condition : {R"("StringNotEquals": {"aws:SourceVpce": ["vpce-other", "vpce-more"]})",
                                  R"("StringNotEquals": {"aws:SourceVpc": "vpc-other"})",
                                  R"("StringNotLike": {"aws:PrincipalOrgID": "o-other"})"})
        for (const char* row : {"bucket-archive", "bucket-network-logs"}) {
            const string text = row == string("bucket-archive") ? denyArchive(condition) : denyLogs(condition);
            for (const LockedOut& each : ask(design, row, text).found) {
                if (!each.exception) continue;
                ++tried;
                const auto excepted = draftWith(design, {AnyId(row), text}, *each.exception);
                QVERIFY(excepted);
                const Lockouts mended = ask(design, row, excepted->text());
                QVERIFY2(std::ranges::none_of(mended.found,
                                              [&](const LockedOut& other) {
                                                  return other.kind == each.kind && other.name == each.name &&
                                                         other.how == each.how && other.flow == each.flow &&
                                                         other.standing != Standing::Already;
                                              }),
                         (each.name + " " + condition).c_str());
            }
        }
    QVERIFY(tried > 15);
}

void LockoutTest::rootOfOtherServices() {
    Design design = secureCart();
    const auto add = [&](const char* id, const char* service, const char* arn) {
        ServiceResource row;
        row.id = {id};
        row.service = service;
        row.region = {"us-east-1"};
        row.arn = arn;
        design.resources.put(row);
    };
    add("queue", "sqs", "arn:aws:sqs:us-east-1:111122223333:orders");
    add("topic", "sns", "arn:aws:sns:us-east-1:111122223333:orders");
    const auto deny = [](const char* action) {
        return policy(R"({"Effect": "Deny", "Principal": "*", "Action": ")" + string(action) +
                      R"(", "Resource": "*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-sqs"}}})");
    };
    const Lockouts queue = ask(design, "queue", deny("sqs:*"));
    QCOMPARE(queue.repair->root, AccessResult::Allowed);
    const Lockouts topic = ask(design, "topic", deny("sns:*"));
    QCOMPARE(topic.repair->root, AccessResult::ExplicitlyDenied);
    QVERIFY(topic.repair->keepers.empty());
}

void LockoutTest::refusals() {
    const Design design = secureCart();
    const auto refusal = [&](const char* row, const string& draft) {
        const auto answer = lockouts(design, {AnyId(row), draft});
        return answer ? LockoutRefusal{} : answer.error();
    };
    const string good = denyArchive(unlessEndpoint);
    QCOMPARE(refusal("nothing", good).message, string("there is no nothing."));
    QCOMPARE(refusal("vpc-shop", good).message, string("vpc-shop carries no policy that can be drafted."));
    QCOMPARE(refusal("bucket-layers", good).message, string("bucket-layers carries no policy that can be drafted."));
    const LockoutRefusal broken = refusal("bucket-archive", "{");
    QVERIFY(broken.offset);
    const LockoutRefusal unknown = refusal("bucket-archive", policy(R"({"Effect": "deny"})"));
    QVERIFY(unknown.offset);
    QVERIFY(*unknown.offset > 0);
    const auto standing = lockouts(design, {AnyId("bucket-archive"), good, "["});
    QVERIFY(!standing);
    QVERIFY(!standing.error().offset);
}

void LockoutTest::usesAreOfTheCatalogue() {
    const auto isKnown = [](std::string_view action) {
        const IamService* service = IamCatalog::builtIn().service(action.substr(0, action.find(':')));
        return service && service->action(action.substr(action.find(':') + 1));
    };
    for (const ServiceUse& use : serviceUses()) {
        for (const std::string_view action : use.actions) QVERIFY2(isKnown(action), string(action).c_str());
        for (const std::string_view action : use.managing) QVERIFY2(isKnown(action), string(action).c_str());
        for (const Deliverer& each : use.deliverers) {
            QVERIFY(each.principal.ends_with(".amazonaws.com"));
            QVERIFY(!each.source.empty());
            for (const std::string_view action : each.actions) QVERIFY2(isKnown(action), string(action).c_str());
        }
        for (const ForwardingService& each : use.forwarding)
            for (const std::string_view action : each.actions) QVERIFY2(isKnown(action), string(action).c_str());
    }
    QVERIFY(!useOf("nothing"));
}

QTEST_GUILESS_MAIN(LockoutTest)
#include "lockout_test.moc"
