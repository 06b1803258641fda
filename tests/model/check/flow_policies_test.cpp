#include <QtTest>

#include "model/check/flow_policies.h"
#include "model/reach/access_question.h"
#include "tests/samples.h"

using namespace gw;

/// Policies made from flows: each wanted flow fares as before, and nothing else is allowed.
class FlowPoliciesTest : public QObject {
    Q_OBJECT

private slots:
    void eachFlowStaysAllowed_data();
    void eachFlowStaysAllowed();
    void aRoleMayDoNothingElse();
    void whatComesAndGoesIsSaid();
    void anEndpointLetsNothingElsePass();
    void aResourceNamesNobodyElse();
    void denialsStay();
    void managedPoliciesThatAllowGo();
    void theKeyIsAllowedAsWell();
    void refusesWhatFlowsDoNotSay();

private:
    static Design made(const Design& design, const char* thing) {
        const Facts facts(design);
        const auto policy = leastPolicyFor(facts, AnyId(thing));
        if (!policy) qFatal("%s", policy.error().message.c_str());
        auto after = apply(policy->edit, design);
        if (!after) qFatal("%s", after.error().message.c_str());
        return *std::move(after);
    }
    static AccessAnswer answerTo(const Design& design, const AccessQuestion& question) {
        const Network network(design);
        const auto answer = ask(network, question);
        if (!answer) qFatal("%s", answer.error().message.c_str());
        return *answer;
    }
    /// Whether the policies of that type have a statement for the request.
    static bool speaks(const AccessAnswer& answer, PolicyType type) {
        return std::ranges::any_of(answer.policies, [&](const AskedPolicy& policy) {
            return policy.type == type && std::ranges::any_of(policy.statements, [](const AskedStatement& each) {
                       return each.allows && each.match == Match::Yes;
                   });
        });
    }
};

static AccessQuestion orderPutsArchive() {
    return {AnyId("order"),
            "order-task",
            "s3:PutObject",
            "arn:aws:s3:::securecart-order-archive/o/1.json",
            {AccessWay::Kind::Endpoint, AnyId("vpce-s3")}};
}

void FlowPoliciesTest::eachFlowStaysAllowed_data() {
    QTest::addColumn<QString>("thing");
    for (const char* thing :
         {"order-task", "product-task", "payment-task", "database-task", "vpce-s3", "vpce-ddb", "vpce-secrets",
          "vpce-api", "vpce-ecr-api", "vpce-logs", "bucket-archive", "secret-payment", "table-orders"})
        QTest::newRow(thing) << thing;
}

void FlowPoliciesTest::eachFlowStaysAllowed() {
    QFETCH(QString, thing);
    const Design before = secureCart();
    const Design after = made(before, qPrintable(thing));
    QVERIFY(after != before);
    const Facts then(before);
    const Facts now(after);
    for (const Trace& trace : then.traces()) {
        const Flow* flow = find(before, trace.flow);
        // What is meant to be kept out is kept out all the more.
        QVERIFY2(!trace.asWanted || now.traceOf(trace.flow)->asWanted,
                 (trace.flow.value + ": " + now.traceOf(trace.flow)->summary).c_str());
        QVERIFY(flow);
    }
    // Doing it again changes nothing.
    QCOMPARE(made(after, qPrintable(thing)), after);
}

void FlowPoliciesTest::aRoleMayDoNothingElse() {
    const Design after = made(secureCart(), "order-task");
    const Role& role = *find(after, Id<Role>{"order-task"});
    QCOMPARE(role.policies.size(), std::size_t{1});
    QCOMPARE(role.policies.front().name, "flows");
    QVERIFY(speaks(answerTo(after, orderPutsArchive()), PolicyType::Identity));
    AccessQuestion other = orderPutsArchive();
    other.action = "s3:GetObject";
    QVERIFY(speaks(answerTo(secureCart(), other), PolicyType::Identity));
    QVERIFY(!speaks(answerTo(after, other), PolicyType::Identity));
    other = orderPutsArchive();
    other.resource = "arn:aws:s3:::securecart-order-archive/o/2.json";
    QVERIFY(!speaks(answerTo(after, other), PolicyType::Identity));
}

void FlowPoliciesTest::whatComesAndGoesIsSaid() {
    const Design design = secureCart();
    const Facts facts(design);
    const auto policy = leastPolicyFor(facts, AnyId("order-task"));
    QVERIFY(policy);
    QVERIFY(std::ranges::find(policy->changes,
                              "- Allow s3:GetObject, s3:PutObject on arn:aws:s3:::securecart-order-archive/*") !=
            policy->changes.end());
    QVERIFY(
        std::ranges::find(policy->changes, "+ Allow s3:PutObject on arn:aws:s3:::securecart-order-archive/o/1.json") !=
        policy->changes.end());
    const Design after = made(design, "order-task");
    const Facts again(after);
    QVERIFY(leastPolicyFor(again, AnyId("order-task"))->changes.empty());
}

void FlowPoliciesTest::anEndpointLetsNothingElsePass() {
    const Design after = made(secureCart(), "vpce-s3");
    QVERIFY(speaks(answerTo(after, orderPutsArchive()), PolicyType::Endpoint));
    AccessQuestion other = orderPutsArchive();
    other.action = "s3:GetObject";
    QVERIFY(!speaks(answerTo(after, other), PolicyType::Endpoint));
    other = orderPutsArchive();
    other.resource = "arn:aws:s3:::somebody-elses/o/1.json";
    QVERIFY(!speaks(answerTo(after, other), PolicyType::Endpoint));
    for (const char* principal : {"payment-task", "arn:aws:iam::999900001111:role/thief", "*"}) {
        other = orderPutsArchive();
        other.principal = principal;
        QVERIFY2(!speaks(answerTo(after, other), PolicyType::Endpoint), principal);
    }
}

void FlowPoliciesTest::aResourceNamesNobodyElse() {
    const Design after = made(secureCart(), "bucket-archive");
    QVERIFY(speaks(answerTo(after, orderPutsArchive()), PolicyType::Resource));
    for (const char* principal : {"payment-task", "arn:aws:iam::999900001111:role/thief", "*"}) {
        AccessQuestion other = orderPutsArchive();
        other.principal = principal;
        QVERIFY2(!speaks(answerTo(after, other), PolicyType::Resource), principal);
    }
    AccessQuestion other = orderPutsArchive();
    other.action = "s3:DeleteObject";
    QVERIFY(!speaks(answerTo(after, other), PolicyType::Resource));
}

void FlowPoliciesTest::denialsStay() {
    Design design = secureCart();
    Endpoint endpoint = *find(design, Id<Endpoint>{"vpce-s3"});
    endpoint.policy = PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": [
        {"Sid": "Wide", "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"},
        {"Sid": "NoStrangers", "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*",
         "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}}]})");
    design.endpoints.put(endpoint);
    const Design after = made(design, "vpce-s3");
    const std::string& text = find(after, Id<Endpoint>{"vpce-s3"})->policy->text();
    QVERIFY(text.find("NoStrangers") != std::string::npos);
    QVERIFY(text.find("Wide") == std::string::npos);
}

void FlowPoliciesTest::managedPoliciesThatAllowGo() {
    Design design = secureCart();
    Policy wide;
    wide.id = {"wide"};
    wide.document = PolicyDocument::literal(
        R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})");
    Policy guard = wide;
    guard.id = {"guard"};
    guard.document = PolicyDocument::literal(
        R"({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "iam:*", "Resource": "*"}]})");
    design.policies.put(wide);
    design.policies.put(guard);
    Role role = *find(design, Id<Role>{"order-task"});
    role.managedPolicies = {{"wide"}, {"guard"}};
    design.roles.put(role);
    const Design after = made(design, "order-task");
    QCOMPARE(find(after, Id<Role>{"order-task"})->managedPolicies, std::vector<Id<Policy>>{{"guard"}});
    // Others may have them.
    QVERIFY(find(after, Id<Policy>{"wide"}));
}

void FlowPoliciesTest::theKeyIsAllowedAsWell() {
    Design design = secureCart();
    ServiceResource key;
    key.id = {"key"};
    key.service = "kms";
    key.region = {"us-east-1"};
    key.arn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd";
    design.resources.put(key);
    ServiceResource bucket = *find(design, Id<ServiceResource>{"bucket-archive"});
    bucket.encryptionKey = {"key"};
    design.resources.put(bucket);
    const std::string text = find(made(design, "order-task"), Id<Role>{"order-task"})->policies.front().document.text();
    QVERIFY2(text.find("kms:GenerateDataKey") != std::string::npos, text.c_str());
    QVERIFY(text.find(key.arn) != std::string::npos);
}

void FlowPoliciesTest::refusesWhatFlowsDoNotSay() {
    Design design = secureCart();
    const Facts facts(design);
    QVERIFY(!leastPolicyFor(facts, AnyId("vpc-shop")));
    QVERIFY(!takesFlowPolicy(design, AnyId("vpc-shop")));
    const auto unused = leastPolicyFor(facts, AnyId("bucket-network-logs"));
    QVERIFY(!unused);
    ServiceResource table = *find(design, Id<ServiceResource>{"table-orders"});
    table.arn.clear();
    design.resources.put(table);
    const Facts without(design);
    const auto role = leastPolicyFor(without, AnyId("order-task"));
    QVERIFY(!role);
    QVERIFY2(role.error().message.find("has no ARN") != std::string::npos, role.error().message.c_str());
}

QTEST_APPLESS_MAIN(FlowPoliciesTest)
#include "flow_policies_test.moc"
