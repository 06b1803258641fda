#include <QTest>

#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/check/rule.h"

using namespace gw;

namespace {

const Id<Vpc> shop{"shop"};
const Id<Subnet> app{"app"};
const Id<RouteTable> table{"rt"};
const Id<SecurityGroup> callers{"sg-callers"};
const Id<SecurityGroup> doors{"sg-doors"};
const Id<Workload> workload{"node"};

/// How a workload shows that it needs a set: what it is, a service it calls, a managed policy of its role.
struct Declaration {
    const char* set;
    const char* rule;
    WorkloadKind kind;
    const char* calls;
    const char* policy;
    const char* detail;
};

constexpr Declaration declarations[] = {
    {"ecr-pull", "DEP001", WorkloadKind::Fargate, "ecr.dkr", "", ""},
    {"ecr-pull", "DEP001", WorkloadKind::Ec2, "ecr.api", "", ""},
    {"ecs-ec2", "DEP003", WorkloadKind::Ecs, "", "", ""},
    {"ssm-managed-node", "DEP006", WorkloadKind::Ec2, "ssmmessages", "", ""},
    {"ssm-managed-node", "DEP006", WorkloadKind::Ec2, "", "AmazonSSMManagedInstanceCore", ""},
    {"eks-private", "DEP008", WorkloadKind::Eks, "", "", ""},
    {"cloudwatch-agent", "DEP014", WorkloadKind::Ec2, "", "CloudWatchAgentServerPolicy", ""},
    {"sagemaker-studio-vpconly", "DEP019", WorkloadKind::Generic, "", "", "SageMaker Studio"},
};

Endpoint endpointFor(const Companion& member) {
    Endpoint endpoint;
    endpoint.id = {"vpce-" + std::string(member.service)};
    endpoint.vpc = shop;
    endpoint.service = member.service;
    if (member.gateway) {
        endpoint.type = EndpointType::Gateway;
        endpoint.routeTables = {table};
    } else {
        endpoint.subnets = {app};
        endpoint.securityGroups = {doors};
        endpoint.privateDns = true;
    }
    return endpoint;
}

/// A VPC without a way out, with an endpoint for every member of the set and one workload that declares it.
Design served(const Declaration& declared) {
    Design design;
    design.regions.put({.id = {"us-east-1"}, .code = "us-east-1"});
    design.availabilityZones.put({.id = {"az"}, .name = "us-east-1a", .region = {"us-east-1"}});
    Vpc vpc;
    vpc.id = shop;
    vpc.region = {"us-east-1"};
    vpc.cidrs = {Cidr::literal("10.0.0.0/16")};
    vpc.dnsHostnames = true;
    design.vpcs.put(vpc);
    Subnet subnet;
    subnet.id = app;
    subnet.vpc = shop;
    subnet.zone = {"az"};
    subnet.cidr = Cidr::literal("10.0.0.0/24");
    design.subnets.put(subnet);
    RouteTable routes;
    routes.id = table;
    routes.vpc = shop;
    routes.isMain = true;
    design.routeTables.put(routes);
    SecurityGroup outward;
    outward.id = callers;
    outward.vpc = shop;
    outward.egress = {{.ports = PortRange::single(443), .peer = Cidr()}};
    design.securityGroups.put(outward);
    SecurityGroup inward;
    inward.id = doors;
    inward.vpc = shop;
    inward.ingress = {{.ports = PortRange::single(443), .peer = callers}};
    design.securityGroups.put(inward);

    Workload node;
    node.id = workload;
    node.workloadKind = declared.kind;
    node.vpc = shop;
    node.subnets = {app};
    node.securityGroups = {callers};
    node.detail = declared.detail;
    if (const std::string policy = declared.policy; !policy.empty()) {
        Policy managed;
        managed.id = {"managed"};
        managed.name = policy;
        design.policies.put(managed);
        Role role;
        role.id = {"node-role"};
        role.managedPolicies = {managed.id};
        design.roles.put(role);
        node.role = role.id;
    }
    design.workloads.put(node);
    if (const std::string service = declared.calls; !service.empty()) {
        ServiceResource target;
        target.id = {"target"};
        target.service = service;
        target.region = {"us-east-1"};
        design.resources.put(target);
        Flow flow;
        flow.id = {"call"};
        flow.from = workload;
        flow.to = target.id;
        design.flows.put(flow);
    }
    for (const Companion& member : Catalog::builtIn().companionSet(declared.set)->members)
        design.endpoints.put(endpointFor(member));
    return design;
}

std::vector<std::string> found(const Rule& rule, const Design& design) {
    std::vector<std::string> messages;
    for (const Finding& finding : rule.check(Facts(design)))
        if (finding.severity == Severity::Error) messages.push_back(finding.message);
    return messages;
}

}  // namespace

/// Companion sets are demands: every member must be served, and the one that is not is named.
class CompanionsTest : public QObject {
    Q_OBJECT

private slots:
    void eachMemberIsMissed_data() { sets(); }
    void eachMemberIsMissed();
    void aClosedGroupIsSeenToo_data() { sets(); }
    void aClosedGroupIsSeenToo();
    void nobodyAsksWithoutDeclaration();

private:
    static void sets();
};

void CompanionsTest::sets() {
    QTest::addColumn<int>("at");
    for (int i = 0; i < static_cast<int>(std::size(declarations)); ++i)
        QTest::addRow("%s by %s%s", declarations[i].set, declarations[i].calls, declarations[i].policy) << i;
}

void CompanionsTest::eachMemberIsMissed() {
    QFETCH(int, at);
    const Declaration& declared = declarations[at];
    const Rule& rule = *ruleOf(declared.rule);
    const Design whole = served(declared);
    QVERIFY(found(rule, whole).empty());
    const auto needs = companionNeeds(Network(whole));
    QVERIFY(needs.size() >= 2);
    std::vector<std::string> members;
    for (const CompanionNeed& need : needs) members.emplace_back(need.service);

    for (const std::string& member : members) {
        Design without = whole;
        without.endpoints.erase({"vpce-" + member});
        const auto messages = found(rule, without);
        QCOMPARE(messages.size(), std::size_t{1});
        QVERIFY2(messages.front().ends_with("but cannot reach " + member + "."), messages.front().c_str());
        const auto fixes = rule.check(Facts(without)).front().fixes;
        QCOMPARE(fixes.size(), std::size_t{1});
        const auto fixed = apply(fixes.front().edit, without);
        QVERIFY2(fixed.has_value(), member.c_str());
        QVERIFY(found(rule, *fixed).empty());
    }
}

void CompanionsTest::aClosedGroupIsSeenToo() {
    QFETCH(int, at);
    const Declaration& declared = declarations[at];
    Design closed = served(declared);
    SecurityGroup group = *find(closed, doors);
    group.ingress.clear();
    closed.securityGroups.put(group);
    // All endpoints but those of gateways are behind the group; a declared call is told by the rules about groups.
    const auto messages = found(*ruleOf(declared.rule), closed);
    QCOMPARE(messages.size(), std::size_t{1});
    const Design open = served(declared);
    for (const CompanionNeed& need : companionNeeds(Network(open))) {
        const Endpoint* endpoint = find(closed, Id<Endpoint>{"vpce-" + std::string(need.service)});
        const bool isNamed = messages.front().find(std::string(need.service)) != std::string::npos;
        QCOMPARE(isNamed, endpoint->type == EndpointType::Interface && !need.flow);
    }
}

void CompanionsTest::nobodyAsksWithoutDeclaration() {
    const Design quiet = served({"ecr-pull", "DEP001", WorkloadKind::Fargate, "secretsmanager", "", ""});
    QVERIFY(companionNeeds(Network(quiet)).empty());
    Design blocked = served(declarations[0]);
    Flow flow = *find(blocked, Id<Flow>{"call"});
    flow.intent = FlowIntent::Blocked;
    blocked.flows.put(flow);
    QVERIFY(companionNeeds(Network(blocked)).empty());
}

QTEST_GUILESS_MAIN(CompanionsTest)
#include "companions_test.moc"
