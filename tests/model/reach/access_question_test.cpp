#include <QtTest>

#include "model/reach/access_question.h"
#include "model/reach/call_request.h"
#include "model/reach/reach.h"
#include "tests/samples.h"

using namespace gw;

/// Questions about single requests, answered as traces answer.
class AccessQuestionTest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheTraceOfEachFlow();
    void saysWhoAllowsAndWhoDenies();
    void saysWhichPartDoesNotMatch();
    void theWayDecides();
    void eachAddressOfTheWayIsAsked_data();
    void eachAddressOfTheWayIsAsked();
    void eachAddressOfTheCallerIsAsked();
    void strangersAreAskedAbout_data();
    void strangersAreAskedAbout();
    void aUserOfOurAccountIsNotDrawn();
    void whatIsNotDrawnIsAskedAboutByItsArn();
    void objectsLieInTheirBucket();
    void offersTheWayOfTheNetworkFirst();
    void refusesWhatIsNotSaid_data();
    void refusesWhatIsNotSaid();

private:
    static AccessAnswer answerTo(const Design& design, const AccessQuestion& question) {
        const Network network(design);
        const auto answer = ask(network, question);
        if (!answer) qFatal("%s", answer.error().message.c_str());
        return *answer;
    }
    static AccessWay through(const char* endpoint) { return {AccessWay::Kind::Endpoint, AnyId(endpoint)}; }
    static const AskedStatement* statement(const AccessAnswer& answer, PolicyType type, const char* name) {
        for (const AskedPolicy& policy : answer.policies)
            if (policy.type == type)
                for (const AskedStatement& each : policy.statements)
                    if (each.name == name) return &each;
        return nullptr;
    }
};

static AccessQuestion putOrder() {
    return {AnyId("order"),
            "order-task",
            "s3:PutObject",
            "arn:aws:s3:::securecart-order-archive/o/1.json",
            {AccessWay::Kind::Endpoint, AnyId("vpce-s3")}};
}

/// What a trace says of policies, it says of a question that asks for the same.
void AccessQuestionTest::agreesWithTheTraceOfEachFlow() {
    const Design design = secureCart();
    const Network network(design);
    int asked = 0;
    for (const Flow& flow : design.flows) {
        const auto* target = find(design, Id<ServiceResource>{flow.to.value});
        const Role* role = signingRole(design, flow);
        const Trace trace = gw::trace(network, flow);
        const AnyId endpoint = trace.via.empty() ? AnyId() : trace.via.back();
        if (!target || !role || flow.actions.size() != 1 || !find(design, Id<Endpoint>{endpoint.value})) continue;
        const auto answer = ask(network, {AnyId(flow.from),
                                          role->id.value,
                                          flow.actions.front(),
                                          flow.resourceArn.empty() ? target->id.value : flow.resourceArn,
                                          {AccessWay::Kind::Endpoint, endpoint}});
        QVERIFY2(answer, flow.id.value.c_str());
        const auto blocks = [&](Stage stage) {
            return std::ranges::any_of(trace.blockers, [&](const Blocker& each) { return each.stage == stage; });
        };
        const bool denied =
            blocks(Stage::EndpointPolicy) || blocks(Stage::IdentityPolicy) || blocks(Stage::ResourcePolicy);
        QCOMPARE(answer->outcome == Outcome::Blocked, denied);
        // Each sentence of the answer is one of the trace.
        for (const AskedReason& reason : answer->reasons) {
            const bool isTold = std::ranges::any_of(trace.hops, [&](const Hop& hop) {
                return std::ranges::any_of(hop.steps, [&](const Step& step) { return step.text == reason.text; });
            });
            QVERIFY2(isTold, (flow.id.value + ": " + reason.text).c_str());
        }
        ++asked;
    }
    QVERIFY(asked > 10);
}

void AccessQuestionTest::saysWhoAllowsAndWhoDenies() {
    const Design design = secureCart();
    const AccessAnswer may = answerTo(design, putOrder());
    QCOMPARE(may.outcome, Outcome::Passed);
    QCOMPARE(may.summary,
             "order-task may do s3:PutObject on arn:aws:s3:::securecart-order-archive/o/1.json through vpce-s3.");
    QCOMPARE(may.principal, "arn:aws:iam::111122223333:role/order-task");
    const AskedStatement* grants = statement(may, PolicyType::Identity, "Archive");
    QVERIFY(grants && grants->decides && grants->match == Match::Yes);
    QCOMPARE(grants->says, "allows");
    AccessQuestion wider = putOrder();
    wider.action = "s3:DeleteObject";
    const AccessAnswer mayNot = answerTo(design, wider);
    QCOMPARE(mayNot.outcome, Outcome::Blocked);
    QVERIFY(mayNot.summary.starts_with("order-task may not do s3:DeleteObject"));
    // Each gate that does not let it pass is told, by the row that carries it.
    std::set<AnyId> in;
    for (const AskedReason& reason : mayNot.reasons)
        if (reason.outcome == Outcome::Blocked) in.insert(reason.subject);
    QVERIFY(in.contains(AnyId("vpce-s3")));
    QVERIFY(in.contains(AnyId("order-task")));
}

void AccessQuestionTest::saysWhichPartDoesNotMatch() {
    const Design design = secureCart();
    AccessQuestion question = putOrder();
    question.principal = "payment-task";
    const AccessAnswer answer = answerTo(design, question);
    QCOMPARE(answer.outcome, Outcome::Blocked);
    const AskedStatement* own = statement(answer, PolicyType::Endpoint, "OrderArchive");
    QVERIFY(own);
    QCOMPARE(own->match, Match::No);
    QCOMPARE(own->says,
             "does not match: its Condition ArnLike aws:PrincipalArn; the call sends "
             "\"arn:aws:iam::111122223333:role/payment-task\"");
    const AskedStatement* images = statement(answer, PolicyType::Endpoint, "ProductReadsImages");
    QVERIFY(images);
    QCOMPARE(images->says, "does not match: its Action; the call is s3:PutObject");
    question.action = "s3:GetObject";
    const AccessAnswer reads = answerTo(design, question);
    images = statement(reads, PolicyType::Endpoint, "ProductReadsImages");
    QVERIFY(images && images->says.starts_with("does not match: its Resource; the call asks for arn:aws:s3:::"));
}

void AccessQuestionTest::theWayDecides() {
    const Design design = secureCart();
    AccessQuestion question = putOrder();
    question.way = {};
    const AccessAnswer answer = answerTo(design, question);
    QCOMPARE(answer.outcome, Outcome::Blocked);
    QVERIFY(std::ranges::none_of(answer.policies,
                                 [](const AskedPolicy& each) { return each.type == PolicyType::Endpoint; }));
    QCOMPARE(answer.context.front(), std::pair(std::string("aws:SourceVpce"), std::string()));
    QCOMPARE(answerTo(design, putOrder()).context.front(),
             std::pair(std::string("aws:SourceVpce"), std::string("vpce-s3")));
}

/// The bucket lets in who comes from there.
static void letIn(Design& design, const char* condition) {
    ServiceResource bucket = *find(design, Id<ServiceResource>{"bucket-archive"});
    bucket.policy = PolicyDocument::literal(
        std::string(R"({"Version": "2012-10-17", "Statement": [{"Sid": "Outside", "Effect": "Deny", "Action": "*", )") +
        R"("Resource": "*", "Principal": "*", "Condition": )" + condition + "}]}");
    design.resources.put(bucket);
}

void AccessQuestionTest::eachAddressOfTheWayIsAsked_data() {
    QTest::addColumn<QString>("allowed");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("says");
    QTest::newRow("both") << "198.51.100.0/24" << static_cast<int>(Outcome::Passed) << "";
    QTest::newRow("neither") << "203.0.113.0/24" << static_cast<int>(Outcome::Blocked) << "";
    QTest::newRow("one of them") << "198.51.100.7/32" << static_cast<int>(Outcome::Unknown)
                                 << "allowed from 198.51.100.7 and denied from 198.51.100.8";
}

void AccessQuestionTest::eachAddressOfTheWayIsAsked() {
    QFETCH(QString, allowed);
    QFETCH(int, outcome);
    QFETCH(QString, says);
    Design design = secureCart();
    letIn(design, qPrintable(R"({"NotIpAddress": {"aws:SourceIp": ")" + allowed + "\"}}"));
    NatGateway nat;
    nat.id = {"nat-asked"};
    for (const char* address : {"198.51.100.7", "198.51.100.8"}) {
        ElasticIp elastic;
        elastic.id = {"eip-" + std::to_string(nat.elasticIps.size())};
        elastic.address = *IpAddress::parse(address);
        nat.elasticIps.push_back(elastic.id);
        design.elasticIps.put(elastic);
    }
    design.natGateways.put(nat);
    AccessQuestion question = putOrder();
    question.way = {AccessWay::Kind::Nat, AnyId("nat-asked")};
    const AccessAnswer answer = answerTo(design, question);
    QCOMPARE(static_cast<int>(answer.outcome), outcome);
    const bool isSaid = std::ranges::any_of(answer.missing, [&](const std::string& each) {
        return each.find("From which address") != std::string::npos &&
               each.find(says.toStdString()) != std::string::npos;
    });
    QCOMPARE(isSaid, !says.isEmpty());
}

/// The workload has network interfaces in several subnets; where one of these may not, this is not "may".
void AccessQuestionTest::eachAddressOfTheCallerIsAsked() {
    Design design = secureCart();
    const Workload& order = *find(design, Id<Workload>{"order"});
    QVERIFY(order.subnets.size() > 1);
    const Subnet& first = *find(design, order.subnets.front());
    letIn(design, (R"({"NotIpAddress": {"aws:VpcSourceIp": ")" + first.cidr->text() + "\"}}").c_str());
    const AccessAnswer answer = answerTo(design, putOrder());
    QCOMPARE(answer.outcome, Outcome::Unknown);
    QVERIFY(!answer.missing.empty());
    QVERIFY2(answer.missing.front().find("allowed from " + first.cidr->text()) != std::string::npos,
             answer.missing.front().c_str());
    // What is shown is what refuses.
    const AskedStatement* denies = statement(answer, PolicyType::Resource, "Outside");
    QVERIFY(denies && denies->match == Match::Yes);
}

void AccessQuestionTest::strangersAreAskedAbout_data() {
    QTest::addColumn<QString>("principal");
    QTest::addColumn<QString>("named");
    QTest::newRow("nobody") << "*"
                            << "Whoever does not sign";
    QTest::newRow("a role") << "arn:aws:iam::999900001111:role/thief"
                            << "arn:aws:iam::999900001111:role/thief";
    QTest::newRow("a user of an account that is not drawn") << "arn:aws:iam::555500001111:user/thief"
                                                            << "arn:aws:iam::555500001111:user/thief";
    QTest::newRow("a service") << "lambda.amazonaws.com"
                               << "lambda.amazonaws.com";
}

void AccessQuestionTest::strangersAreAskedAbout() {
    QFETCH(QString, principal);
    QFETCH(QString, named);
    Design design = secureCart();
    AccessQuestion question = putOrder();
    question.principal = principal.toStdString();
    const AccessAnswer kept = answerTo(design, question);
    QCOMPARE(kept.outcome, Outcome::Blocked);
    QVERIFY2(kept.summary.starts_with(named.toStdString()), kept.summary.c_str());
    // A service signs what it sends; nobody does not.
    for (const AskedReason& reason : kept.reasons)
        QVERIFY2(principal == "*" || reason.text.find("unsigned") == std::string::npos, reason.text.c_str());
    // The design is asked, and left as it is.
    QCOMPARE(design, secureCart());
    // Let in by name.
    ServiceResource bucket = *find(design, Id<ServiceResource>{"bucket-archive"});
    bucket.blockPublicAccess = false;
    const std::string who = principal == "*"                 ? R"("*")"
                            : principal.startsWith("lambda") ? R"({"Service": "lambda.amazonaws.com"})"
                                                             : R"({"AWS": ")" + question.principal + "\"}";
    bucket.policy = PolicyDocument::literal(
        R"({"Version": "2012-10-17", "Statement": [{"Sid": "In", "Effect": "Allow", "Action": "*", "Resource": "*", "Principal": )" +
        who + "}]}");
    design.resources.put(bucket);
    question.way = {};
    const AccessAnswer in = answerTo(design, question);
    QVERIFY2(in.outcome == Outcome::Passed || in.outcome == Outcome::NotJudged, in.summary.c_str());
    const AskedStatement* lets = statement(in, PolicyType::Resource, "In");
    QVERIFY(lets && lets->match == Match::Yes);
}

void AccessQuestionTest::aUserOfOurAccountIsNotDrawn() {
    const Design design = secureCart();
    AccessQuestion question = putOrder();
    question.principal = "arn:aws:iam::111122223333:user/alice";
    const AccessAnswer answer = answerTo(design, question);
    // What the endpoint says of it is known all the same.
    QCOMPARE(answer.outcome, Outcome::Blocked);
    const AskedStatement* own = statement(answer, PolicyType::Endpoint, "OrderArchive");
    QVERIFY(own && own->says.find("user/alice") != std::string::npos);
}

void AccessQuestionTest::whatIsNotDrawnIsAskedAboutByItsArn() {
    const Design design = secureCart();
    AccessQuestion question = putOrder();
    question.action = "sqs:SendMessage";
    question.resource = "arn:aws:sqs:us-east-1:111122223333:jobs";
    question.way = {};
    const AccessAnswer answer = answerTo(design, question);
    QCOMPARE(answer.outcome, Outcome::Blocked);
    QCOMPARE(answer.asked, question.resource);
}

void AccessQuestionTest::objectsLieInTheirBucket() {
    const Design design = secureCart();
    AccessQuestion question = putOrder();
    question.resource = "arn:aws:s3:::securecart-order-archive-of-another/o/1.json";
    question.way = {};
    const AccessAnswer other = answerTo(design, question);
    QVERIFY(std::ranges::none_of(other.policies, [](const AskedPolicy& each) {
        return each.type == PolicyType::Resource && each.row == AnyId("bucket-archive");
    }));
    QVERIFY(!other.target);
    const AccessAnswer own = answerTo(design, putOrder());
    QCOMPARE(own.target, AnyId("bucket-archive"));
    QVERIFY(std::ranges::any_of(own.policies, [](const AskedPolicy& each) {
        return each.type == PolicyType::Resource && each.row == AnyId("bucket-archive");
    }));
}

void AccessQuestionTest::offersTheWayOfTheNetworkFirst() {
    const Design design = secureCart();
    const Network network(design);
    const auto offered = waysOffered(network, putOrder());
    QVERIFY(!offered.empty());
    QCOMPARE(offered.front().way, through("vpce-s3"));
    QVERIFY(offered.front().isTraced);
    QCOMPARE(offered.front().name, "through vpce-s3");
    QCOMPARE(offered.back().name, "through no endpoint");
    // Endpoints of other services are no way.
    QVERIFY(std::ranges::none_of(offered, [](const OfferedWay& each) { return each.way == through("vpce-ddb"); }));
    // From outside, the network leads nowhere by itself.
    AccessQuestion outside = putOrder();
    outside.from = {};
    for (const OfferedWay& each : waysOffered(network, outside)) QVERIFY(!each.isTraced);
}

void AccessQuestionTest::refusesWhatIsNotSaid_data() {
    QTest::addColumn<QString>("principal");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("says");
    const QString bucket = "bucket-archive";
    QTest::newRow("no action") << "order-task"
                               << "" << bucket << "action";
    QTest::newRow("an action without its service") << "order-task"
                                                   << "PutObject" << bucket << "action";
    QTest::newRow("no resource") << "order-task"
                                 << "s3:PutObject"
                                 << ""
                                 << "resource";
    QTest::newRow("no such resource") << "order-task"
                                      << "s3:PutObject"
                                      << "bucket-nowhere"
                                      << "neither";
    QTest::newRow("no principal") << ""
                                  << "s3:PutObject" << bucket << "The principal";
    QTest::newRow("no such principal") << "somebody"
                                       << "s3:PutObject" << bucket << "no principal";
}

void AccessQuestionTest::refusesWhatIsNotSaid() {
    QFETCH(QString, principal);
    QFETCH(QString, action);
    QFETCH(QString, resource);
    QFETCH(QString, says);
    const Design design = secureCart();
    const Network network(design);
    const auto answer = ask(network, {{}, principal.toStdString(), action.toStdString(), resource.toStdString(), {}});
    QVERIFY(!answer);
    QVERIFY2(QString::fromStdString(answer.error().message).contains(says), answer.error().message.c_str());
}

QTEST_APPLESS_MAIN(AccessQuestionTest)
#include "access_question_test.moc"
