#include <QtTest>

#include "model/reach/call_request.h"
#include "model/repair/repair.h"
#include "tests/model/reach/archiving.h"

using namespace gw;
using namespace gw::archiving;

namespace {

/// The archive is encrypted with a key; the role may put objects there, and whatever `more` says.
const string keyArn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd";
Change encrypted(const string& keyPolicy, const string& more) {
    return [=](Design& design) {
        ServiceResource key;
        key.id = {"key"};
        key.service = "kms";
        key.region = {"us-east-1"};
        key.arn = keyArn;
        if (!keyPolicy.empty()) key.policy = policy(keyPolicy);
        design.resources.put(key);
        change<ServiceResource>(design, "bucket-archive", [](ServiceResource& row) { row.encryptionKey = {"key"}; });
        role(statement("Allow", "s3:PutObject", archive) + (more.empty() ? "" : "," + more))(design);
    };
}

}  // namespace

/// One verdict of network and policies, on the call by which SecureCart's orders are archived.
class PoliciesTest : public QObject {
    Q_OBJECT
private slots:
    void oneChangeDecides_data();
    void oneChangeDecides();
    void whatIsNotSaidIsNotAsked();
    void theRoleIsNotMissingWhereAnotherPolicyIsInDoubt();
    void twoActionsMayFareDifferently();
    void theBlockOfASubnetStandsForItsAddresses();
    void anObjectOfManyMayBeAnyOfThem();
    void apisAskTheirOwnPolicy();
    void aKeyWithoutAPolicyHasAwsOwn();
    void whoAsksWhoItIsNeedsNoLeave();
    void theBlockOfABucketIsNotForItsEndpoint();
    void aPolicyThatAwsIgnoresStopsNobody();
    void theKeyBehindABucketIsAskedToo_data();
    void theKeyBehindABucketIsAskedToo();
    void theKeyBehindABucketIsRepaired();
    void eachActionIsAskedOnWhatItTakes_data();
    void eachActionIsAskedOnWhatItTakes();
    void repairsAllowWhatIsAskedForAlone_data();
    void repairsAllowWhatIsAskedForAlone();
    void repairsNameThePartitionOfTheRegion();
    void repairsNameEveryEndpointOnTheWay();
    void whatIsDeniedIsNotRepaired();
    void anEndpointIsAddedToThoseThatADenialSpares();
    void aNetworkIsRepairedWherePoliciesCannotBe();
};

void PoliciesTest::oneChangeDecides_data() {
    QTest::addColumn<Change>("how");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<string>("code");
    const Verdict open = Verdict::PrivateGateway;
    const Verdict closed = Verdict::Blocked;
    const auto row = [](const char* name, Change how, Verdict verdict, const char* code) {
        QTest::newRow(name) << std::move(how) << verdict << string(code);
    };
    row(
        "as it is", [](Design&) {}, open, "POL_IDENTITY_ALLOWS");
    row("role allows another action", role(statement("Allow", "s3:GetObject", archive)), closed,
        "POL_IDENTITY_IMPLICIT");
    row("role allows another bucket", role(statement("Allow", "s3:PutObject", "arn:aws:s3:::other/*")), closed,
        "POL_IDENTITY_IMPLICIT");
    row("role denies", role(statement("Allow", "s3:*", "*") + "," + statement("Deny", "s3:Put*", archive)), closed,
        "POL_IDENTITY_EXPLICIT");
    row("role asks for a key that is not known",
        role(statement("Allow", "s3:PutObject", archive,
                       R"(, "Condition": {"StringEquals": {"s3:x-amz-acl": "private"}})")),
        Verdict::Unknown, "POL_NOT_KNOWN");
    row("role asks for this endpoint",
        role(statement("Allow", "s3:PutObject", archive,
                       R"(, "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-s3"}})")),
        open, "POL_IDENTITY_ALLOWS");
    row("role asks for an address of the internet",
        role(statement("Allow", "s3:PutObject", archive,
                       R"(, "Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}})")),
        closed, "POL_IDENTITY_IMPLICIT");
    row(
        "endpoint lets everything pass",
        [](Design& design) { change<Endpoint>(design, "vpce-s3", [](Endpoint& each) { each.policy.reset(); }); }, open,
        "POL_VPCE_DEFAULT");
    row("endpoint allows another action", endpoint(statement("Allow", "s3:GetObject", archive, everybody)), closed,
        "POL_VPCE_IMPLICIT");
    row("endpoint denies",
        endpoint(statement("Allow", "*", "*", everybody) + "," + statement("Deny", "s3:PutObject", "*", everybody)),
        closed, "POL_VPCE_EXPLICIT");
    row("gateway endpoint names the role as principal",
        endpoint(
            statement("Allow", "*", "*", R"(, "Principal": {"AWS": "arn:aws:iam::111122223333:role/order-task"})")),
        closed, "POL_VPCE_IMPLICIT");
    row("AWS would refuse the endpoint's policy", endpoint(R"({"Effect": "Perhaps"})"), Verdict::Unknown,
        "POL_NOT_KNOWN");
    row("bucket lets another endpoint in alone",
        bucket(statement("Deny", "s3:*", archive,
                         everybody + R"(, "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-other"}})")),
        closed, "POL_RESOURCE_EXPLICIT");
    row(
        "bucket allows the role, which has no allowance of its own",
        [](Design& design) {
            role(statement("Allow", "s3:GetObject", archive))(design);
            bucket(statement("Allow", "s3:PutObject", archive,
                             R"(, "Principal": {"AWS": "arn:aws:iam::111122223333:role/order-task"})"))(design);
        },
        open, "POL_SILENT");
    row("bucket of another account allows nothing", elsewhere(statement("Allow", "s3:GetObject", archive, everybody)),
        closed, "POL_RESOURCE_IMPLICIT");
    row("bucket of another account allows the role",
        elsewhere(statement("Allow", "s3:PutObject", archive,
                            R"(, "Principal": {"AWS": "arn:aws:iam::111122223333:role/order-task"})")),
        open, "POL_RESOURCE_ALLOWS");
    row("boundary allows less", boundary(statement("Allow", "dynamodb:*", "*")), closed, "POL_BOUNDARY_IMPLICIT");
    row("boundary allows it", boundary(statement("Allow", "s3:*", "*")), open, "POL_IDENTITY_ALLOWS");
    row("SCP of the organisation denies",
        organization(PolicyKind::ServiceControl, "o-securecart", statement("Deny", "s3:PutObject", "*")), closed,
        "POL_SCP_EXPLICIT");
    row("SCP of the account allows less",
        organization(PolicyKind::ServiceControl, "shop", statement("Allow", "dynamodb:*", "*")), closed,
        "POL_SCP_IMPLICIT");
    row("SCP of another account", organization(PolicyKind::ServiceControl, "stranger", statement("Deny", "*", "*")),
        open, "POL_IDENTITY_ALLOWS");
    row("RCP denies", organization(PolicyKind::ResourceControl, "shop", statement("Deny", "s3:*", "*", everybody)),
        closed, "POL_RCP_EXPLICIT");
}

void PoliciesTest::oneChangeDecides() {
    QFETCH(Change, how);
    QFETCH(Verdict, verdict);
    QFETCH(string, code);
    Design design = secureCart();
    how(design);
    const Trace found = traceIn(design, "order-archive");
    QCOMPARE(found.network, Verdict::PrivateGateway);
    QVERIFY2(found.verdict == verdict, found.summary.c_str());
    QVERIFY2(has(found, code), found.summary.c_str());
    QCOMPARE(found.asWanted, isPrivate(verdict));
    QVERIFY(found.networkAsWanted);
    QVERIFY(!found.policiesOpen);
    QCOMPARE(found.blockers.empty(), verdict != Verdict::Blocked);
    QCOMPARE(found.missing.empty(), verdict != Verdict::Unknown);
}

void PoliciesTest::whatIsNotSaidIsNotAsked() {
    Design quiet = secureCart();
    change<Flow>(quiet, "order-archive", [](Flow& row) { row.actions.clear(); });
    Design noRole = secureCart();
    change<Workload>(noRole, "order", [](Workload& row) { row.role = {}; });
    Design noPolicies = secureCart();
    change<Role>(noPolicies, "order-task", [](Role& row) { row.policies.clear(); });
    for (const Design& design : {quiet, noRole, noPolicies}) {
        const Trace found = traceIn(design, "order-archive");
        QCOMPARE(found.verdict, Verdict::PrivateGateway);
        QVERIFY(found.policiesOpen);
        QVERIFY(has(found, "POL_NOT_JUDGED"));
    }
    // Who signs is missing in one of them alone: what says no action may need no signature.
    QCOMPARE(traceIn(quiet, "order-archive").unasked, string());
    QCOMPARE(traceIn(noPolicies, "order-archive").unasked, string());
    QCOMPARE(traceIn(noRole, "order-archive").unasked,
             string("order-service has no role in the design, so policies were not asked."));
    change<Flow>(noRole, "order-archive", [](Flow& row) { row.principal = FlowPrincipal::Anonymous; });
    QCOMPARE(traceIn(noRole, "order-archive").unasked, string());
    // What is blocked anyhow does not wait for a role.
    Design cut = secureCart();
    change<Workload>(cut, "order", [](Workload& row) { row.role = {}; });
    SecurityGroup closed = *find(cut, Id<SecurityGroup>{"sg-order"});
    closed.egress.clear();
    cut.securityGroups.put(closed);
    QCOMPARE(traceIn(cut, "order-archive").verdict, Verdict::Blocked);
    QCOMPARE(traceIn(cut, "order-archive").unasked, string());
    // What a bucket denies it denies whatever the role may do.
    bucket(statement("Deny", "s3:*", "*", everybody))(noPolicies);
    QCOMPARE(traceIn(noPolicies, "order-archive").verdict, Verdict::Blocked);
}

void PoliciesTest::theRoleIsNotMissingWhereAnotherPolicyIsInDoubt() {
    const auto sentenceOf = [](const Design& design, const char* flow) {
        const Trace found = traceIn(design, flow);
        for (const Hop& hop : found.hops)
            for (const Step& step : hop.steps)
                if (step.stage == Stage::IdentityPolicy) return QString::fromStdString(step.text);
        return QString();
    };
    // No way leads out, so that what the secret's policy asks of the endpoint is not known; what the role may is.
    Design design = secureCart();
    design.endpoints.erase({"vpce-secrets"});
    const QString role = sentenceOf(design, "db-credentials");
    QVERIFY2(role.startsWith("The policies of ") && role.endsWith(" allow secretsmanager:GetSecretValue."),
             qPrintable(role));
    // A role of which no policy is drawn is known as well.
    const Flow flow = *find(design, Id<Flow>{"db-credentials"});
    const Id<Role> signer = signingRole(design, flow)->id;
    change<Role>(design, signer.value.c_str(), [](Role& row) { row.policies.clear(); });
    QVERIFY2(sentenceOf(design, "db-credentials").startsWith("The design shows no policy of "),
             qPrintable(sentenceOf(design, "db-credentials")));
    // Nobody signs: there is no role to name.
    change<Flow>(design, "db-credentials", [](Flow& row) { row.principal = FlowPrincipal::Anonymous; });
    QVERIFY2(sentenceOf(design, "db-credentials").endsWith("nobody signs the call."),
             qPrintable(sentenceOf(design, "db-credentials")));
}

void PoliciesTest::twoActionsMayFareDifferently() {
    Design design = secureCart();
    change<Flow>(design, "order-archive", [](Flow& row) { row.actions = {"s3:PutObject", "s3:DeleteObject"}; });
    const Trace found = traceIn(design, "order-archive");
    QCOMPARE(found.verdict, Verdict::Partial);
    QCOMPARE(found.network, Verdict::PrivateGateway);
    const std::vector<string> shares{"works for s3:PutObject only", "policies stop s3:DeleteObject"};
    QCOMPARE(found.shares, shares);
}

void PoliciesTest::theBlockOfASubnetStandsForItsAddresses() {
    const auto verdictFor = [](const string& block) {
        Design design = secureCart();
        role(statement("Allow", "s3:PutObject", archive,
                       R"(, "Condition": {"IpAddress": {"aws:VpcSourceIp": ")" + block + "\"}}"))(design);
        return traceIn(design, "order-archive").verdict;
    };
    const Design design = secureCart();
    const string subnet = find(design, Id<Subnet>{"app-a"})->cidr->text();
    QCOMPARE(verdictFor("10.0.0.0/8"), Verdict::PrivateGateway);
    QCOMPARE(verdictFor("192.168.0.0/16"), Verdict::Blocked);
    // Callers in app-a may, those of the other subnets may not.
    QCOMPARE(verdictFor(subnet), Verdict::Partial);
    // A part of app-a may: which address a task gets is not drawn.
    QCOMPARE(verdictFor(subnet.substr(0, subnet.find('/')) + "/28"), Verdict::Unknown);
}

void PoliciesTest::anObjectOfManyMayBeAnyOfThem() {
    const auto verdictFor = [](const string& resource) {
        Design design = secureCart();
        change<Flow>(design, "order-archive", [](Flow& row) { row.resourceArn.clear(); });
        role(statement("Allow", "s3:PutObject", resource))(design);
        return traceIn(design, "order-archive").verdict;
    };
    QCOMPARE(verdictFor(archive), Verdict::PrivateGateway);
    QCOMPARE(verdictFor("arn:aws:s3:::securecart-order-archive/2026/*"), Verdict::Unknown);
    QCOMPARE(verdictFor("arn:aws:s3:::another-bucket/*"), Verdict::Blocked);
}

void PoliciesTest::apisAskTheirOwnPolicy() {
    const auto traceWith = [](const std::function<void(ServiceResource&)>& how) {
        Design design = secureCart();
        change<ServiceResource>(design, "api-orders", how);
        return traceIn(design, "order-api");
    };
    QCOMPARE(traceWith([](ServiceResource&) {}).verdict, Verdict::PrivateInterface);
    // A private API without a policy lets nobody in.
    const Trace closed = traceWith([](ServiceResource& row) { row.policy.reset(); });
    QCOMPARE(closed.verdict, Verdict::Blocked);
    QVERIFY(has(closed, "POL_RESOURCE_IMPLICIT"));
    // Where the methods of a Regional one ask for IAM, the role's allowance suffices within the account.
    const Trace signedCall = traceWith([](ServiceResource& row) {
        row.apiType = ApiType::Regional;
        row.apiAuth = ApiAuth::Iam;
        row.policy.reset();
    });
    QVERIFY(has(signedCall, "POL_IDENTITY_ALLOWS"));
}

void PoliciesTest::aKeyWithoutAPolicyHasAwsOwn() {
    Design design = secureCart();
    ServiceResource key;
    key.id = {"key"};
    key.service = "kms";
    key.region = {"us-east-1"};
    key.arn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd";
    design.resources.put(key);
    Flow flow = *find(design, Id<Flow>{"order-archive"});
    flow.id = {"decrypt"};
    flow.to = FlowTarget("key");
    flow.actions = {"kms:Decrypt"};
    flow.resourceArn.clear();
    design.flows.put(flow);
    QVERIFY(has(traceIn(design, "decrypt"), "POL_IDENTITY_IMPLICIT"));
    role(statement("Allow", "kms:Decrypt", key.arn))(design);
    QVERIFY(has(traceIn(design, "decrypt"), "POL_IDENTITY_ALLOWS"));
    QVERIFY(!has(traceIn(design, "decrypt"), "POL_RESOURCE_IMPLICIT"));
    // So has one whose account is not drawn.
    Region region = *find(design, Id<Region>{"us-east-1"});
    region.account = {};
    design.regions.put(region);
    change<Role>(design, "order-task", [](Role& row) { row.account = {}; });
    design.accounts = {};
    QVERIFY(has(traceIn(design, "decrypt"), "POL_IDENTITY_ALLOWS"));
    QVERIFY(!has(traceIn(design, "decrypt"), "POL_RESOURCE_IMPLICIT"));
}

void PoliciesTest::whoAsksWhoItIsNeedsNoLeave() {
    Design design = secureCart();
    ServiceResource sts;
    sts.id = {"sts"};
    sts.service = "sts";
    sts.region = {"us-east-1"};
    design.resources.put(sts);
    Flow flow = *find(design, Id<Flow>{"order-archive"});
    flow.id = {"who"};
    flow.to = FlowTarget("sts");
    flow.resourceArn.clear();
    // Whether it may assume a role is for the trust policy of that to say.
    for (const auto& [action, isFree] : {std::pair("sts:GetCallerIdentity", true), {"sts:AssumeRole", false}}) {
        flow.actions = {action};
        design.flows.put(flow);
        QCOMPARE(has(traceIn(design, "who"), "POL_NOT_KNOWN"), !isFree);
    }
}

void PoliciesTest::theBlockOfABucketIsNotForItsEndpoint() {
    Design design = secureCart();
    elsewhere(statement("Allow", "s3:PutObject", archive, R"(, "Principal": {"AWS": "111122223333"})"))(design);
    endpoint(statement("Allow", "s3:PutObject", archive, everybody))(design);
    const Trace told = traceIn(design, "order-archive");
    QVERIFY2(has(told, "POL_VPCE_ALLOWS"), told.summary.c_str());
    QVERIFY2(told.verdict == Verdict::PrivateGateway, told.summary.c_str());
}

void PoliciesTest::aPolicyThatAwsIgnoresStopsNobody() {
    for (const auto& [service, stops] : {std::pair("acm", false), {"ssm", true}}) {
        Design design = secureCart();
        ServiceResource target;
        target.id = {"target"};
        target.service = service;
        target.region = {"us-east-1"};
        target.arn = "*";
        design.resources.put(target);
        Endpoint way = *find(design, Id<Endpoint>{"vpce-logs"});
        way.id = {"vpce-target"};
        way.service = service;
        way.policy = policy(statement("Deny", "*", "*", everybody));
        design.endpoints.put(way);
        Flow flow = *find(design, Id<Flow>{"order-archive"});
        flow.id = {"ask"};
        flow.to = FlowTarget("target");
        flow.actions = {string(service) + ":Something"};
        flow.resourceArn.clear();
        design.flows.put(flow);
        const Trace told = traceIn(design, "ask");
        QVERIFY2(has(told, "POL_VPCE_EXPLICIT") == stops, told.summary.c_str());
        QVERIFY2(has(told, "POL_VPCE_DEFAULT") != stops, told.summary.c_str());
    }
}

void PoliciesTest::theKeyBehindABucketIsAskedToo_data() {
    QTest::addColumn<Change>("how");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<string>("code");
    const Verdict open = Verdict::PrivateGateway;
    const Verdict closed = Verdict::Blocked;
    const string may = statement("Allow", "kms:GenerateDataKey", keyArn);
    const string account = statement("Allow", "kms:*", "*", R"(, "Principal": {"AWS": "111122223333"})");
    const auto unless = [&](const string& condition) {
        return account + "," + statement("Deny", "kms:*", "*", everybody + R"(, "Condition": {)" + condition + "}");
    };
    const auto row = [](const char* name, Change how, Verdict verdict, const char* code) {
        QTest::newRow(name) << std::move(how) << verdict << string(code);
    };
    row("the role may not", encrypted("", ""), closed, "POL_IDENTITY_IMPLICIT");
    row("the role may read alone", encrypted("", statement("Allow", "kms:Decrypt", keyArn)), closed,
        "POL_IDENTITY_IMPLICIT");
    row("the role may", encrypted("", may), open, "POL_IDENTITY_ALLOWS");
    row("through the endpoint alone", encrypted(unless(R"("StringNotEquals": {"aws:SourceVpce": "vpce-s3"})"), may),
        closed, "POL_RESOURCE_EXPLICIT");
    row("through S3 alone",
        encrypted(unless(R"("StringNotEquals": {"kms:ViaService": "s3.us-east-1.amazonaws.com"})"), may), open,
        "POL_IDENTITY_ALLOWS");
    row("through another service alone",
        encrypted(unless(R"("StringNotEquals": {"kms:ViaService": "sqs.us-east-1.amazonaws.com"})"), may), closed,
        "POL_RESOURCE_EXPLICIT");
    row("through no service", encrypted(unless(R"("Bool": {"aws:ViaAWSService": "true"})"), may), closed,
        "POL_RESOURCE_EXPLICIT");
    row("from an address", encrypted(unless(R"("NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"})"), may),
        Verdict::Unknown, "POL_NOT_KNOWN");
    row("for another role alone",
        encrypted(statement("Allow", "kms:*", "*", R"(, "Principal": {"AWS": "arn:aws:iam::111122223333:role/ops"})"),
                  may),
        closed, "POL_RESOURCE_IMPLICIT");
    row("a key of AWS's own", Change([](Design& design) {
            encrypted("", "")(design);
            change<ServiceResource>(design, "key", [](ServiceResource& each) { each.awsOwned = true; });
        }),
        open, "POL_IDENTITY_ALLOWS");
}

void PoliciesTest::theKeyBehindABucketIsAskedToo() {
    QFETCH(Change, how);
    QFETCH(Verdict, verdict);
    QFETCH(string, code);
    Design design = secureCart();
    how(design);
    const Trace told = traceIn(design, "order-archive");
    QVERIFY2(told.verdict == verdict, told.summary.c_str());
    QVERIFY2(has(told, code), told.summary.c_str());
    QCOMPARE(told.network, Verdict::PrivateGateway);
    // What does not touch an object does not touch the key.
    change<Flow>(design, "order-archive", [](Flow& row) {
        row.actions = {"s3:ListBucket"};
        row.resourceArn = "arn:aws:s3:::securecart-order-archive";
    });
    role(statement("Allow", "s3:ListBucket", "arn:aws:s3:::securecart-order-archive"))(design);
    endpoint(statement("Allow", "*", "*", everybody))(design);
    QVERIFY2(traceIn(design, "order-archive").verdict == Verdict::PrivateGateway,
             traceIn(design, "order-archive").summary.c_str());
}

void PoliciesTest::theKeyBehindABucketIsRepaired() {
    Design design = secureCart();
    encrypted("", "")(design);
    const auto repairs = repairsOf(design, {"order-archive"});
    QVERIFY(!repairs.empty());
    const auto mended = apply(repairs.front().whole(), design);
    QVERIFY(mended);
    QVERIFY2(traceIn(*mended, "order-archive").asWanted, traceIn(*mended, "order-archive").summary.c_str());
    // The key alone, and this action alone.
    const string added = find(*mended, Id<Role>{"order-task"})->policies.back().document.text();
    QVERIFY2(added.find(keyArn) != string::npos && added.find("kms:GenerateDataKey") != string::npos, added.c_str());
    QVERIFY2(added.find('*') == string::npos, added.c_str());
}

void PoliciesTest::repairsAllowWhatIsAskedForAlone_data() {
    QTest::addColumn<Change>("how");
    QTest::newRow("role") << role(statement("Allow", "s3:GetObject", archive));
    QTest::newRow("endpoint") << endpoint(statement("Allow", "s3:GetObject", archive, everybody));
    QTest::newRow("both") << Change([](Design& design) {
        role(statement("Allow", "s3:GetObject", archive))(design);
        endpoint(statement("Allow", "s3:GetObject", archive, everybody))(design);
    });
    QTest::newRow("another account's bucket")
        << elsewhere(statement("Allow", "s3:PutObject", archive, R"(, "Principal": {"AWS": "999900001111"})"));
}

void PoliciesTest::repairsAllowWhatIsAskedForAlone() {
    QFETCH(Change, how);
    Design design = secureCart();
    how(design);
    const auto repairs = repairsOf(design, {"order-archive"});
    QVERIFY(!repairs.empty());
    const auto mended = apply(repairs.front().whole(), design);
    QVERIFY(mended);
    QVERIFY2(traceIn(*mended, "order-archive").asWanted, traceIn(*mended, "order-archive").summary.c_str());
    // Nobody else gets in by it, and no other action, and no other object.
    for (const char* other : {"x-exfil", "x-stolen-archive"})
        QCOMPARE(traceIn(*mended, other).verdict, Verdict::Blocked);
    Design asks = *mended;
    change<Flow>(asks, "order-archive", [](Flow& row) { row.actions = {"s3:DeleteObject"}; });
    QCOMPARE(traceIn(asks, "order-archive").verdict, Verdict::Blocked);
    asks = *mended;
    change<Flow>(asks, "order-archive",
                 [](Flow& row) { row.resourceArn = "arn:aws:s3:::securecart-order-archive/other"; });
    QCOMPARE(traceIn(asks, "order-archive").verdict, Verdict::Blocked);
}

void PoliciesTest::eachActionIsAskedOnWhatItTakes_data() {
    QTest::addColumn<string>("named");
    QTest::addColumn<string>("action");
    QTest::addColumn<string>("asked");
    const auto row = [](const char* name, const string& named, const char* action, const string& asked) {
        QTest::newRow(name) << named << string(action) << asked;
    };
    const string list = "arn:aws:s3:::list";
    row("an object", list + "/a.json", "s3:GetObject", list + "/a.json");
    row("a bucket", list, "s3:ListBucket", list);
    row("an object's bucket", list + "/a.json", "s3:ListBucket", list);
    row("the bucket of any object", list + "/*", "s3:ListBucket", list);
    row("the bucket of some objects", list + "/2026/*", "s3:GetBucketLocation", list);
    row("any object of a bucket", list, "s3:GetObject", list + "/...");
    row("an object of some", list + "/2026/*", "s3:GetObject", list + "/2026/...");
    row("an access point", "arn:aws:s3:us-east-1:111122223333:accesspoint/a", "s3:ListBucket",
        "arn:aws:s3:us-east-1:111122223333:accesspoint/a");
    const string kms = "arn:aws:kms:us-east-1:111122223333:";
    row("the key behind an alias", kms + "alias/shop", "kms:Decrypt", kms + "key/...");
    row("an alias", kms + "alias/shop", "kms:DeleteAlias", kms + "alias/shop");
    row("nothing", list, "s3:ListAllMyBuckets", "*");
}

void PoliciesTest::eachActionIsAskedOnWhatItTakes() {
    QFETCH(string, named);
    QFETCH(string, action);
    QFETCH(string, asked);
    ServiceResource target;
    target.service = action.substr(0, action.find(':'));
    Flow flow;
    flow.actions = {action};
    const Design design = secureCart();
    const Network network(design);
    // Whether the flow names it or what it leads to.
    for (const bool ofFlow : {true, false}) {
        flow.resourceArn = ofFlow ? named : string();
        target.arn = ofFlow ? string() : named;
        const AskedArn arn = CallRequest(network, flow, target).arnFor(action);
        QCOMPARE(arn.isSure() ? arn.text : arn.text.substr(0, arn.sure) + "...", asked);
    }
}

void PoliciesTest::repairsNameThePartitionOfTheRegion() {
    Design design = secureCart();
    Region region = *find(design, Id<Region>{"us-east-1"});
    region.code = "cn-north-1";
    design.regions.put(region);
    const string orders = "arn:aws-cn:s3:::securecart-order-archive";
    change<ServiceResource>(design, "bucket-archive", [&](ServiceResource& row) {
        row.arn = orders;
        row.policy.reset();
    });
    change<Flow>(design, "order-archive", [&](Flow& row) { row.resourceArn = orders + "/o/1.json"; });
    role(statement("Allow", "s3:PutObject", orders + "/*"))(design);
    endpoint(statement("Allow", "s3:GetObject", orders + "/*", everybody))(design);
    const auto repairs = repairsOf(design, {"order-archive"});
    QVERIFY(!repairs.empty());
    const auto mended = apply(repairs.front().whole(), design);
    QVERIFY(mended && traceIn(*mended, "order-archive").asWanted);
    const string added = find(*mended, Id<Endpoint>{"vpce-s3"})->policy->text();
    QVERIFY2(added.find("\"arn:aws-cn:iam::111122223333:role/order-task\"") != string::npos, added.c_str());
}

void PoliciesTest::repairsNameEveryEndpointOnTheWay() {
    Design design = secureCart();
    Endpoint second = *find(design, Id<Endpoint>{"vpce-s3"});
    second.id = {"vpce-s3-b"};
    second.routeTables = {{"rt-app-b"}};
    second.policy.reset();
    design.endpoints.put(second);
    change<Endpoint>(design, "vpce-s3", [](Endpoint& row) {
        row.routeTables = {{"rt-app-a"}, {"rt-app-c"}};
        row.policy.reset();
    });
    change<Flow>(design, "order-archive", [](Flow& row) { row.principal = FlowPrincipal::Anonymous; });
    bucket(statement("Allow", "s3:GetObject", archive, R"(, "Principal": {"AWS": "111122223333"})"))(design);
    const auto repairs = repairsOf(design, {"order-archive"});
    QVERIFY(!repairs.empty());
    const auto mended = apply(repairs.front().whole(), design);
    QVERIFY(mended && traceIn(*mended, "order-archive").asWanted);
    const string added = find(*mended, Id<ServiceResource>{"bucket-archive"})->policy->text();
    QVERIFY2(added.find(R"("aws:SourceVpce": ["vpce-s3", "vpce-s3-b"])") != string::npos, added.c_str());
}

void PoliciesTest::whatIsDeniedIsNotRepaired() {
    Design design = secureCart();
    bucket(statement("Deny", "s3:*", "*", everybody))(design);
    QVERIFY(repairsOf(design, {"order-archive"}).empty());
    // That the role may is told all the same; where it may not, that is in the way as well.
    QVERIFY(has(traceIn(design, "order-archive"), "POL_IDENTITY_ALLOWS"));
    role(statement("Allow", "s3:GetObject", archive))(design);
    QCOMPARE(traceIn(design, "order-archive").blockers.size(), 2u);
}

void PoliciesTest::anEndpointIsAddedToThoseThatADenialSpares() {
    const auto denial = [](const string& condition) {
        return statement("Deny", "s3:*", archive, everybody + R"(, "Condition": )" + condition);
    };
    Design design = secureCart();
    bucket(denial(R"({"StringNotEquals": {"AWS:SourceVpce": "vpce-old"}})") + "," +
           denial(R"({"Bool": {"aws:SecureTransport": "false"}})"))(design);
    QCOMPARE(traceIn(design, "order-archive").verdict, Verdict::Blocked);
    const auto repairs = repairsOf(design, {"order-archive"});
    QCOMPARE(repairs.size(), 1u);
    QCOMPARE(repairs.front().steps.size(), 1u);
    // What it opens is said: not to the caller alone.
    const string& label = repairs.front().steps.front().label;
    QVERIFY2(label.starts_with("Except all who come through vpce-s3 from"), label.c_str());
    const auto mended = apply(repairs.front().whole(), design);
    QVERIFY(mended && traceIn(*mended, "order-archive").asWanted);
    const string after = find(*mended, Id<ServiceResource>{"bucket-archive"})->policy->text();
    QVERIFY2(after.find(R"(["vpce-old", "vpce-s3"])") != string::npos, after.c_str());
    QVERIFY2(after.find("SecureTransport") != string::npos, after.c_str());
    // Nobody gets in by it from another network.
    QCOMPARE(traceIn(*mended, "x-stolen-archive").verdict, Verdict::Blocked);
    // Where another denial is left, or it is not a list of endpoints, there is nothing to add.
    bucket(denial(R"({"StringNotEquals": {"aws:SourceVpce": "vpce-old"}})") + "," +
           denial(R"({"StringNotEquals": {"aws:SourceVpc": "vpc-old"}})"))(design);
    QVERIFY(repairsOf(design, {"order-archive"}).empty());
    bucket(denial(R"({"StringNotLike": {"aws:SourceVpce": "vpce-old*"}})"))(design);
    QVERIFY(repairsOf(design, {"order-archive"}).empty());
}

void PoliciesTest::aNetworkIsRepairedWherePoliciesCannotBe() {
    Design design = secureCart();
    bucket(statement("Deny", "s3:*", "*", everybody))(design);
    change<Endpoint>(design, "vpce-s3", [](Endpoint& row) { row.routeTables.clear(); });
    const auto repairs = repairsOf(design, {"order-archive"});
    QVERIFY(!repairs.empty());
    const auto mended = apply(repairs.front().whole(), design);
    QVERIFY(mended);
    const Trace after = traceIn(*mended, "order-archive");
    QVERIFY(isPrivate(after.network));
    QCOMPARE(after.verdict, Verdict::Blocked);
}

QTEST_GUILESS_MAIN(PoliciesTest)
#include "policies_test.moc"
