#include <QtTest>

#include "model/reach/reach.h"
#include "tests/model/reach/archiving.h"
#include "tests/model/reach/shop.h"
#include "tests/model/reach/surroundings.h"

using namespace gw;
using archiving::everybody;
using archiving::has;
using archiving::policy;
using archiving::statement;
using archiving::traceIn;
using shop::change;
using std::string;

namespace {

const string ours = "111122223333";
const string others = "999900001111";

void addAccount(Design& design, const char* id, const string& number) {
    Account account;
    account.id = {id};
    account.name = id;
    if (!number.empty()) account.number = AccountNumber::parse(number).value();
    design.accounts.put(account);
}

/// The shop in an account, calling images and keys as a role that may do what the statements say.
Design callingShop(const string& statements, const string& number = ours) {
    Design design = shop::withNat();
    addAccount(design, "ours", number);
    change<Region>(design, "region", [](Region& row) { row.account = {"ours"}; });
    Role role;
    role.id = {"signer"};
    role.name = "signer";
    role.account = {"ours"};
    role.policies = {{"own", policy(statements)}};
    design.roles.put(role);
    change<Workload>(design, "app", [](Workload& row) { row.role = {"signer"}; });
    change<ServiceResource>(design, "images", [](ServiceResource& row) { row.arn = "arn:aws:s3:::images"; });
    change<Flow>(design, "images-flow", [](Flow& row) {
        row.actions = {"s3:GetObject"};
        row.resourceArn = "arn:aws:s3:::images/a.png";
        row.intent = FlowIntent::Any;
    });
    change<Flow>(design, "keys-flow", [](Flow& row) { row.actions = {"secretsmanager:GetSecretValue"}; });
    return design;
}

/// By the NAT gateway, past no endpoint.
Design throughNat(const string& statements) {
    Design design = callingShop(statements);
    change<Endpoint>(design, "vpce-s3", [](Endpoint& row) { row.routeTables.clear(); });
    return design;
}

string fromAddresses(const string& block, const string& comparison = "IpAddress") {
    return statement("Allow", "s3:GetObject", "*",
                     R"(, "Condition": {")" + comparison + R"(": {"aws:SourceIp": ")" + block + "\"}}");
}

void addElasticIp(Design& design, const char* address) {
    ElasticIp elastic;
    elastic.id = {"eip-2"};
    elastic.region = {"region"};
    if (address) elastic.address = IpAddress::parse(address).value();
    design.elasticIps.put(elastic);
    change<NatGateway>(design, "nat", [](NatGateway& row) { row.elasticIps = {{"eip"}, {"eip-2"}}; });
}

/// A client that acts as the role and calls images from these blocks.
Design fromClient(const std::vector<const char*>& blocks, const string& statements) {
    Design design = callingShop(statements);
    Client client;
    client.id = {"client"};
    client.name = "client";
    client.role = {"signer"};
    for (const char* each : blocks) client.cidrs.push_back(Cidr::literal(each));
    design.clients.put(client);
    change<Flow>(design, "images-flow", [](Flow& row) { row.from = Id<Client>{"client"}; });
    return design;
}

/// The verdict for a call of AWS STS to assume the role of that ARN.
Trace assuming(const Design& shop, const string& arn) {
    Design design = shop;
    design.resources.put(shop::resource("sts", "sts"));
    Flow flow = shop::flow("assume", Id<Workload>{"app"}, Id<ServiceResource>{"sts"});
    flow.actions = {"sts:AssumeRole"};
    flow.resourceArn = arn;
    flow.intent = FlowIntent::Any;
    design.flows.put(flow);
    return traceIn(design, "assume");
}

void addRole(Design& design, const char* id, const char* account, const string& trusted) {
    Role role;
    role.id = {id};
    role.name = id;
    role.account = {account};
    role.policies = {{"own", policy(statement("Allow", "s3:*", "*"))}};
    if (!trusted.empty())
        role.trustPolicy = PolicyDocument::literal(
            R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": )"
            R"({"AWS": ")" +
            trusted + R"("}}]})");
    design.roles.put(role);
}

}  // namespace

/// What a call asks of policies, and what it may turn out to ask where the design leaves something open.
class RequestsTest : public QObject {
    Q_OBJECT
private slots:
    void eachAddressOfANatGatewayIsAskedFor();
    void anAddressThatIsNotSaidIsNotKnown();
    void anElasticIpIsNotTheAddressBehindANatGateway();
    void clientsCallFromAnyOfTheirBlocks();
    void officesCallFromAnyOfTheirBlocks();
    void aBlockHasNoTextToCompare();
    void accountsDrawnApartAreTwo();
    void theArnSaysTheAccount();
    void anAssumedRoleIsOfItsAccount();
    void aRoleThatIsNotDrawnMayTrustTheCaller();
    void aPatternForSomeObjectsIsNotSure_data();
    void aPatternForSomeObjectsIsNotSure();
    void whatCannotMatterLeavesNothingOpen();
    void anAccountThatIsNotSaidMayBeTheOneThatIsNamed();
    void whatAwsOwnsIsAskedForByTheCallersLeave();
    void anActionStoppedBesideOneNotKnownIsNoPart();
    void theManagementAccountIsNotRestricted();
    void unitsInACircleEndTheWalk();
};

void RequestsTest::eachAddressOfANatGatewayIsAskedFor() {
    Design design = throughNat(fromAddresses("198.51.100.0/24"));
    QVERIFY2(traceIn(design, "images-flow").verdict == Verdict::Public, traceIn(design, "images-flow").summary.c_str());
    addElasticIp(design, "198.51.100.8");
    QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::Public);
    QCOMPARE(traceIn(design, "images-flow").context.at("aws:SourceIp"), string("198.51.100.7, 198.51.100.8"));
    addElasticIp(design, "203.0.113.8");
    const Trace told = traceIn(design, "images-flow");
    QCOMPARE(told.verdict, Verdict::Partial);
    QCOMPARE(told.network, Verdict::Public);
    const std::vector<string> shares{"works from 198.51.100.7 only", "blocked from 203.0.113.8"};
    QCOMPARE(told.shares, shares);
}

void RequestsTest::anAddressThatIsNotSaidIsNotKnown() {
    Design design = throughNat(fromAddresses("198.51.100.0/24"));
    addElasticIp(design, nullptr);
    QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::Unknown);
    change<NatGateway>(design, "nat", [](NatGateway& row) { row.elasticIps = {{"eip-2"}}; });
    QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::Unknown);
    QCOMPARE(traceIn(design, "images-flow").missing.front(),
             string("The value of aws:SourceIp in calls of s3:GetObject."));
}

void RequestsTest::anElasticIpIsNotTheAddressBehindANatGateway() {
    Design design = throughNat(fromAddresses("203.0.113.0/24"));
    addElasticIp(design, nullptr);
    change<NatGateway>(design, "nat", [](NatGateway& row) { row.elasticIps = {{"eip-2"}}; });
    ElasticIp own;
    own.id = {"own"};
    own.region = {"region"};
    own.address = IpAddress::parse("203.0.113.9").value();
    design.elasticIps.put(own);
    change<Workload>(design, "app", [](Workload& row) { row.elasticIps = {{"own"}}; });
    QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::Unknown);
    // A regional one has addresses of AWS's choice.
    change<NatGateway>(design, "nat", [](NatGateway& row) {
        row.availability = NatAvailability::Regional;
        row.elasticIps.clear();
    });
    QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::Unknown);
}

void RequestsTest::clientsCallFromAnyOfTheirBlocks() {
    const auto traceFor = [](const std::vector<const char*>& blocks) {
        return traceIn(fromClient(blocks, fromAddresses("198.51.100.0/24")), "images-flow");
    };
    QCOMPARE(traceFor({"198.51.100.7/32"}).verdict, Verdict::Public);
    QCOMPARE(traceFor({"198.51.100.0/28", "198.51.100.64/26"}).verdict, Verdict::Public);
    QCOMPARE(traceFor({"203.0.113.0/24"}).verdict, Verdict::Blocked);
    // Some addresses of the block are meant, others are not.
    QCOMPARE(traceFor({"198.51.0.0/16"}).verdict, Verdict::Unknown);
    const Trace told = traceFor({"198.51.100.0/28", "203.0.113.7/32"});
    QCOMPARE(told.verdict, Verdict::Partial);
    const std::vector<string> shares{"works from 198.51.100.0/28 only", "blocked from 203.0.113.7"};
    QCOMPARE(told.shares, shares);
}

void RequestsTest::officesCallFromAnyOfTheirBlocks() {
    Design design = callingShop(statement("Allow", "secretsmanager:GetSecretValue", "*",
                                          R"(, "Condition": {"IpAddress": {"aws:VpcSourceIp": "192.168.0.0/16"}})"));
    faults::addOffice(design, true);
    change<Flow>(design, "office-flow", [](Flow& row) {
        row.actions = {"secretsmanager:GetSecretValue"};
        row.role = {"signer"};
        row.hostStyle = HostStyle::EndpointSpecific;
        row.viaEndpoint = {"vpce-secrets"};
    });
    QCOMPARE(traceIn(design, "office-flow").verdict, Verdict::PrivateInterface);
    change<OnPremisesNetwork>(design, "office",
                              [](OnPremisesNetwork& row) { row.cidrs.push_back(Cidr::literal("172.16.0.0/16")); });
    change<SecurityGroup>(design, "sg-door",
                          [](SecurityGroup& row) { row.ingress.push_back(shop::rule(443, shop::block("0.0.0.0/0"))); });
    const Trace told = traceIn(design, "office-flow");
    QVERIFY2(isPrivate(told.network), told.summary.c_str());
    QCOMPARE(told.verdict, Verdict::Partial);
    const std::vector<string> shares{"works from 192.168.0.0/16 only", "blocked from 172.16.0.0/16"};
    QCOMPARE(told.shares, shares);
}

void RequestsTest::aBlockHasNoTextToCompare() {
    const auto verdictFor = [](const char* block) {
        return traceIn(fromClient({block}, fromAddresses("198.51.100.*", "StringLike")), "images-flow").verdict;
    };
    QCOMPARE(verdictFor("198.51.100.7/32"), Verdict::Public);
    QCOMPARE(verdictFor("198.51.100.0/28"), Verdict::Unknown);
}

void RequestsTest::accountsDrawnApartAreTwo() {
    const string may = statement("Allow", "s3:GetObject", "*");
    for (const string& number : {string(), ours}) {
        Design design = callingShop(may, number);
        QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::PrivateGateway);
        // Of another account it takes the bucket's leave as well.
        addAccount(design, "theirs", "");
        change<ServiceResource>(design, "images", [](ServiceResource& row) { row.account = {"theirs"}; });
        const Trace told = traceIn(design, "images-flow");
        QCOMPARE(told.verdict, Verdict::Blocked);
        QVERIFY2(has(told, "POL_RESOURCE_IMPLICIT"), told.summary.c_str());
        change<ServiceResource>(design, "images", [&](ServiceResource& row) {
            row.policy = policy(statement("Allow", "s3:GetObject", "*", everybody));
            row.blockPublicAccess = false;
        });
        QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::PrivateGateway);
    }
}

void RequestsTest::theArnSaysTheAccount() {
    const string may = statement("Allow", "secretsmanager:GetSecretValue", "*");
    Design design = callingShop(may);
    change<ServiceResource>(design, "keys", [](ServiceResource& row) {
        row.arn = "arn:aws:secretsmanager:us-east-1:" + ours + ":secret:keys";
    });
    const auto ask = [&](const string& account) {
        change<Flow>(design, "keys-flow", [&](Flow& row) {
            row.resourceArn = "arn:aws:secretsmanager:us-east-1:" + account + ":secret:theirs";
        });
        return traceIn(design, "keys-flow");
    };
    QCOMPARE(ask(ours).verdict, Verdict::PrivateInterface);
    // What the policy of the other account's secret says is not drawn.
    const Trace told = ask(others);
    QCOMPARE(told.verdict, Verdict::Unknown);
    QVERIFY2(told.missing.front().find(others) != string::npos, told.missing.front().c_str());
    // One that is drawn says it itself.
    ServiceResource theirs = shop::resource("theirs", "secretsmanager");
    theirs.arn = "arn:aws:secretsmanager:us-east-1:" + others + ":secret:theirs";
    design.resources.put(theirs);
    QCOMPARE(ask(others).verdict, Verdict::Blocked);
    theirs.policy =
        policy(statement("Allow", "secretsmanager:GetSecretValue", "*", R"(, "Principal": {"AWS": ")" + ours + "\"}"));
    design.resources.put(theirs);
    QCOMPARE(ask(others).verdict, Verdict::PrivateInterface);
    // Without an allowance of the caller's own no policy of theirs helps.
    change<Role>(design, "signer", [](Role& row) {
        row.policies = {{"own", policy(statement("Allow", "s3:*", "*"))}};
    });
    QCOMPARE(ask(others).verdict, Verdict::Blocked);
    design.resources.erase({"theirs"});
    QCOMPARE(ask(others).verdict, Verdict::Blocked);
}

void RequestsTest::anAssumedRoleIsOfItsAccount() {
    Design design = callingShop(statement("Allow", "sts:AssumeRole", "*"));
    addAccount(design, "theirs", others);
    addRole(design, "deploy", "ours", ours);
    const string name = "arn:aws:iam::" + ours + ":role/deploy";
    QVERIFY2(assuming(design, name).verdict == Verdict::Public, assuming(design, name).summary.c_str());
    // The path is no part of what a role is found by within its account.
    QCOMPARE(assuming(design, "arn:aws:iam::" + ours + ":role/teams/deploy").verdict, Verdict::Public);
    // That of the same name in another account is another role.
    QCOMPARE(assuming(design, "arn:aws:iam::" + others + ":role/deploy").verdict, Verdict::Unknown);
    addRole(design, "theirs", "theirs", "999900001111");
    QCOMPARE(assuming(design, "arn:aws:iam::" + others + ":role/theirs").verdict, Verdict::Blocked);
    addRole(design, "theirs", "theirs", ours);
    QCOMPARE(assuming(design, "arn:aws:iam::" + others + ":role/theirs").verdict, Verdict::Public);
}

void RequestsTest::aRoleThatIsNotDrawnMayTrustTheCaller() {
    const string foreign = "arn:aws:iam::" + others + ":role/deploy";
    const Design may = callingShop(statement("Allow", "sts:AssumeRole", "*"));
    const Trace told = assuming(may, foreign);
    QCOMPARE(told.verdict, Verdict::Unknown);
    QCOMPARE(told.missing.front(), "The policy of " + foreign + ".");
    // Across accounts the caller's own must allow it in any case; within one a trust policy may do without.
    const Design mayNot = callingShop(statement("Allow", "s3:*", "*"));
    QCOMPARE(assuming(mayNot, foreign).verdict, Verdict::Blocked);
    QCOMPARE(assuming(mayNot, "arn:aws:iam::" + ours + ":role/deploy").verdict, Verdict::Unknown);
}

void RequestsTest::aPatternForSomeObjectsIsNotSure_data() {
    QTest::addColumn<string>("statements");
    QTest::addColumn<Verdict>("verdict");
    const string all = statement("Allow", "s3:*", "*");
    const auto deny = [&](const string& element, const string& resource) {
        return all + R"(,{"Effect": "Deny", "Action": "s3:*", ")" + element + R"(": ")" + resource + "\"}";
    };
    const string bucket = "arn:aws:s3:::images";
    QTest::newRow("every object") << statement("Allow", "s3:*", bucket + "/*") << Verdict::PrivateGateway;
    QTest::newRow("objects whose names start so") << statement("Allow", "s3:*", bucket + "/a*") << Verdict::Unknown;
    QTest::newRow("objects in two halves")
        << statement("Allow", "s3:*", bucket + "/a*") + R"(,{"Effect": "Allow", "Action": "s3:*", "NotResource": ")" +
               bucket + "/a*\"}"
        << Verdict::PrivateGateway;
    QTest::newRow("all but some") << R"({"Effect": "Allow", "Action": "s3:*", "NotResource": ")" + bucket +
                                         R"(/2026/*"})"
                                  << Verdict::Unknown;
    QTest::newRow("some denied") << deny("Resource", bucket + "/a*") << Verdict::Unknown;
    QTest::newRow("some others denied") << deny("Resource", bucket + "/2026/*") << Verdict::Unknown;
    QTest::newRow("all but some denied") << deny("NotResource", bucket + "/a*") << Verdict::Unknown;
    QTest::newRow("all denied") << deny("Resource", bucket + "/*") << Verdict::Blocked;
    QTest::newRow("all of another bucket denied")
        << deny("Resource", "arn:aws:s3:::other/*") << Verdict::PrivateGateway;
    QTest::newRow("all but another bucket denied") << deny("NotResource", "arn:aws:s3:::other/*") << Verdict::Blocked;
}

void RequestsTest::aPatternForSomeObjectsIsNotSure() {
    QFETCH(string, statements);
    QFETCH(Verdict, verdict);
    Design design = callingShop(statements);
    change<Flow>(design, "images-flow", [](Flow& row) { row.resourceArn.clear(); });
    const Trace told = traceIn(design, "images-flow");
    QVERIFY2(told.verdict == verdict, told.summary.c_str());
    if (verdict == Verdict::Unknown)
        QCOMPARE(told.missing.front(), string("Which resource under arn:aws:s3:::images/ is asked for."));
    // Asked for all of them it is the same.
    change<Flow>(design, "images-flow", [](Flow& row) { row.resourceArn = "arn:aws:s3:::images/*"; });
    QCOMPARE(traceIn(design, "images-flow").verdict, verdict);
}

void RequestsTest::whatCannotMatterLeavesNothingOpen() {
    Design design = callingShop(statement("Allow", "s3:PutObject", "*"));
    change<Flow>(design, "images-flow", [](Flow& row) { row.resourceArn.clear(); });
    const string some = "arn:aws:s3:::images/a*";
    const auto verdictWith = [&](const string& statements) {
        change<ServiceResource>(design, "images", [&](ServiceResource& row) { row.policy = policy(statements); });
        return traceIn(design, "images-flow").verdict;
    };
    const string stranger = R"(, "Principal": {"AWS": "arn:aws:iam::)" + others + R"(:role/stranger"})";
    const string caller = R"(, "Principal": {"AWS": "arn:aws:iam::)" + ours + R"(:role/signer"})";
    QCOMPARE(verdictWith(statement("Allow", "s3:GetObject", some, stranger)), Verdict::Blocked);
    QCOMPARE(verdictWith(statement("Allow", "s3:DeleteObject", some, caller)), Verdict::Blocked);
    QCOMPARE(verdictWith(statement("Allow", "s3:GetObject", some, caller)), Verdict::Unknown);
    // Nor does a number in a statement for somebody else, where the account of the caller is not drawn with its own.
    Design without = callingShop(statement("Allow", "s3:PutObject", "*"), "");
    change<ServiceResource>(without, "images", [&](ServiceResource& row) {
        row.policy = policy(statement("Allow", "s3:GetObject", "*",
                                      R"(, "Principal": {"AWS": "arn:aws:iam::)" + others + R"(:role/stranger"})"));
    });
    QCOMPARE(traceIn(without, "images-flow").verdict, Verdict::Blocked);
}

void RequestsTest::anAccountThatIsNotSaidMayBeTheOneThatIsNamed() {
    Design design = callingShop(statement("Allow", "s3:GetObject", "*"), "");
    const auto verdictWith = [&](const string& effect, const string& account) {
        change<ServiceResource>(design, "images", [&](ServiceResource& row) {
            row.policy =
                policy(statement(effect, "s3:GetObject", "*", R"(, "Principal": {"AWS": ")" + account + "\"}"));
        });
        return traceIn(design, "images-flow").verdict;
    };
    QCOMPARE(verdictWith("Allow", ours), Verdict::PrivateGateway);
    QCOMPARE(verdictWith("Deny", ours), Verdict::Unknown);
    // It is not that of an account which is drawn beside.
    addAccount(design, "theirs", others);
    QCOMPARE(verdictWith("Deny", others), Verdict::PrivateGateway);
}

void RequestsTest::whatAwsOwnsIsAskedForByTheCallersLeave() {
    const auto traceOf = [](const string& statements, FlowPrincipal principal) {
        Design design = callingShop(statements);
        change<ServiceResource>(design, "images", [](ServiceResource& row) { row.awsOwned = true; });
        change<Flow>(design, "images-flow", [&](Flow& row) { row.principal = principal; });
        return traceIn(design, "images-flow");
    };
    const string may = statement("Allow", "s3:GetObject", "*");
    const string mayNot = statement("Allow", "s3:PutObject", "*");
    QCOMPARE(traceOf(may, FlowPrincipal::Role).verdict, Verdict::PrivateGateway);
    QVERIFY(has(traceOf(mayNot, FlowPrincipal::Role), "POL_IDENTITY_IMPLICIT"));
    QCOMPARE(traceOf(mayNot, FlowPrincipal::Role).verdict, Verdict::Blocked);
    // Presigned URLs and unsigned calls are nobody's of ours.
    QCOMPARE(traceOf(mayNot, FlowPrincipal::AwsService).verdict, Verdict::PrivateGateway);
    QCOMPARE(traceOf(mayNot, FlowPrincipal::Anonymous).verdict, Verdict::PrivateGateway);
}

void RequestsTest::anActionStoppedBesideOneNotKnownIsNoPart() {
    const string perhaps = statement("Allow", "s3:PutObject", "*",
                                     R"(, "Condition": {"StringEquals": )"
                                     R"({"s3:x-amz-acl": "private"}})");
    Design design = callingShop(perhaps);
    change<Flow>(design, "images-flow", [](Flow& row) { row.actions = {"s3:PutObject", "s3:DeleteObject"}; });
    const Trace told = traceIn(design, "images-flow");
    QCOMPARE(told.verdict, Verdict::Unknown);
    QCOMPARE(told.missing.front(),
             string("Policies stop s3:DeleteObject; whether they allow s3:PutObject is not known."));
    change<Flow>(design, "images-flow", [](Flow& row) {
        row.actions = {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"};
    });
    change<Role>(design, "signer", [&](Role& row) {
        row.policies = {{"own", policy(perhaps + "," + statement("Allow", "s3:GetObject", "*"))}};
    });
    const Trace part = traceIn(design, "images-flow");
    QCOMPARE(part.verdict, Verdict::Partial);
    const std::vector<string> shares{"works for s3:GetObject", "policies stop s3:DeleteObject",
                                     "whether policies allow s3:PutObject is not known"};
    QCOMPARE(part.shares, shares);
}

void RequestsTest::theManagementAccountIsNotRestricted() {
    Design design = callingShop(statement("Allow", "s3:GetObject", "*"));
    Organization organization;
    organization.id = {"org"};
    design.organizations.put(organization);
    change<Account>(design, "ours", [](Account& row) { row.organization = {"org"}; });
    for (const PolicyKind kind : {PolicyKind::ServiceControl, PolicyKind::ResourceControl}) {
        Policy guard;
        guard.id = {kind == PolicyKind::ServiceControl ? "scp" : "rcp"};
        guard.policyKind = kind;
        guard.document =
            policy(statement("Deny", "s3:*", "*", kind == PolicyKind::ServiceControl ? string() : everybody));
        guard.targets = {IdOf<Organization, OrganizationalUnit, Account>("org")};
        design.policies.put(guard);
    }
    QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::Blocked);
    Assumption management;
    management.id = {"management"};
    management.key = "management-account";
    management.subject = AnyId("org");
    management.value = "another";
    design.assumptions.put(management);
    QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::Blocked);
    management.value = "ours";
    design.assumptions.put(management);
    QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::PrivateGateway);
}

void RequestsTest::unitsInACircleEndTheWalk() {
    Design design = callingShop(statement("Allow", "s3:GetObject", "*"));
    design.organizations.put({.id = {"org"}});
    design.organizationalUnits.put({.id = {"apps"}, .organization = {"org"}, .parent = {"prod"}});
    design.organizationalUnits.put({.id = {"prod"}, .organization = {"org"}, .parent = {"apps"}});
    change<Account>(design, "ours", [](Account& row) {
        row.organization = {"org"};
        row.organizationalUnit = {"apps"};
    });
    QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::PrivateGateway);
    Policy guard;
    guard.id = {"scp"};
    guard.policyKind = PolicyKind::ServiceControl;
    guard.document = policy(statement("Deny", "s3:*", "*"));
    guard.targets = {IdOf<Organization, OrganizationalUnit, Account>("prod")};
    design.policies.put(guard);
    QCOMPARE(traceIn(design, "images-flow").verdict, Verdict::Blocked);
}

QTEST_GUILESS_MAIN(RequestsTest)
#include "requests_test.moc"
