#include <QTest>

#include "model/edit/edits.h"
#include "model/edit/records.h"
#include "model/edit/settle.h"

using namespace gw;

/// What fixes do to blocks, routes, filters and endpoints: each verb does all of what it says, or refuses and says why.
class VerbsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aSubnetHasOneRouteTable();
    void aSubnetIsLeftToWhatItsVpcHas();
    void aTableOfAnotherVpcIsRefused();
    void aRouteTakesThePlaceOfItsLike();
    void aRouteThatIsGoneIsNotReplaced();
    void aRuleIsAddedOnce();
    void anEntryStandsWhereItsNumberSays();
    void entriesAreNumberedByTens();
    void takingThePublicAddressTakesElasticIps();
    void aGroupIsSetOnWhateverHasGroups();
    void aNewEndpointStandsOnItsBorder();
    void anApiIsSplitForItsFlows();
    void findingsAreAccepted();
    void whatIsGoneIsRefused();
    void whatIsThereIsNotAddedAgain();

private:
    /// The design after the edit, which must do.
    Design after(const Edit& edit) const;
    bool refuses(const Edit& edit) const;

    Design design_;
};

namespace {

const Id<Vpc> shop{"shop"};
const Id<Subnet> app{"app-a"};
const Id<RouteTable> first{"rt-1"};
const Id<RouteTable> second{"rt-2"};
const Id<SecurityGroup> group{"sg-app"};
const Id<NetworkAcl> acl{"acl-app"};

template <class Row>
Row named(const Id<Row>& id) {
    Row row;
    row.id = id;
    if constexpr (requires { row.vpc = shop; }) row.vpc = shop;
    return row;
}

}  // namespace

void VerbsTest::init() {
    design_ = {};
    design_.vpcs.put(named(shop));
    design_.subnets.put(named(app));
    RouteTable table = named(first);
    table.subnets = {app};
    table.routes = {{.destination = Cidr(), .target = Id<InternetGateway>{"igw"}}};
    design_.routeTables.put(table);
    design_.routeTables.put(named(second));
    design_.securityGroups.put(named(group));
    design_.networkAcls.put(named(acl));
}

Design VerbsTest::after(const Edit& edit) const {
    auto done = apply(edit, design_);
    if (!done) qFatal("%s: %s", edit.label.c_str(), done.error().message.c_str());
    return *std::move(done);
}

bool VerbsTest::refuses(const Edit& edit) const {
    const auto done = apply(edit, design_);
    return !done && !done.error().message.empty();
}

void VerbsTest::aSubnetHasOneRouteTable() {
    const Design moved = after(edits::setRouteTable(app, second));
    QVERIFY(find(moved, first)->subnets.empty());
    QVERIFY(find(moved, second)->subnets == std::vector{app});
    design_ = moved;
    QVERIFY(after(edits::setRouteTable(app, second)) == moved);
}

void VerbsTest::aSubnetIsLeftToWhatItsVpcHas() {
    // Also one that is in several, which AWS refuses and a file may say.
    RouteTable also = named(second);
    also.subnets = {Id<Subnet>{"other"}, app};
    design_.routeTables.put(also);
    const Design left = after(edits::leaveRouteTable(app));
    QVERIFY(find(left, first)->subnets.empty());
    QVERIFY(find(left, second)->subnets == std::vector{Id<Subnet>{"other"}});
    design_ = after(edits::setNetworkAcl(app, acl));
    QVERIFY(find(design_, acl)->subnets == std::vector{app});
    QVERIFY(find(after(edits::leaveNetworkAcl(app)), acl)->subnets.empty());
}

void VerbsTest::aTableOfAnotherVpcIsRefused() {
    RouteTable table = named(second);
    table.vpc = {"elsewhere"};
    design_.routeTables.put(table);
    QVERIFY(refuses(edits::setRouteTable(app, second)));
    NetworkAcl other = named(acl);
    other.vpc = {"elsewhere"};
    design_.networkAcls.put(other);
    QVERIFY(refuses(edits::setNetworkAcl(app, acl)));
}

void VerbsTest::aRouteTakesThePlaceOfItsLike() {
    const Route route{.destination = Cidr(), .target = Id<NatGateway>{"nat"}};
    QVERIFY(find(after(edits::addRoute(first, route)), first)->routes == std::vector{route});
    const Route other{.destination = Cidr::literal("10.0.0.0/8"), .target = Id<NatGateway>{"nat"}};
    QCOMPARE(find(after(edits::addRoute(first, other)), first)->routes.size(), std::size_t{2});
}

void VerbsTest::aRouteThatIsGoneIsNotReplaced() {
    const Route route = find(design_, first)->routes.front();
    QVERIFY(!refuses(edits::replaceRoute(first, route, route)));
    QVERIFY(refuses(edits::replaceRoute(second, route, route)));
    QVERIFY(find(after(edits::removeRoute(first, route)), first)->routes.empty());
}

void VerbsTest::aRuleIsAddedOnce() {
    const SecurityGroupRule rule{.ports = PortRange::single(443), .peer = Cidr()};
    const Edit allow = edits::allowInSecurityGroup(group, Direction::In, rule);
    design_ = after(allow);
    QVERIFY(find(design_, group)->ingress == std::vector{rule});
    QVERIFY(find(design_, group)->egress.empty());
    QVERIFY(refuses(allow));
    SecurityGroupRule other = rule;
    other.ports = PortRange::single(80);
    QVERIFY(find(after(edits::replaceSecurityGroupRule(group, Direction::In, rule, other)), group)->ingress ==
            std::vector{other});
    QVERIFY(find(after(edits::removeSecurityGroupRule(group, Direction::In, rule)), group)->ingress.empty());
}

void VerbsTest::anEntryStandsWhereItsNumberSays() {
    for (const int number : {200, 100, 150})
        design_ = after(edits::addAclEntry(acl, Direction::Out, {.number = number}));
    std::vector<int> numbers;
    for (const NetworkAclEntry& entry : find(design_, acl)->egress) numbers.push_back(entry.number);
    QCOMPARE(numbers, (std::vector{100, 150, 200}));
    QVERIFY(refuses(edits::addAclEntry(acl, Direction::Out, {.number = 150})));
    QVERIFY(!refuses(edits::addAclEntry(acl, Direction::In, {.number = 150})));
}

void VerbsTest::entriesAreNumberedByTens() {
    const NetworkAclEntry deny{.number = 40000, .action = AclAction::Deny};
    const NetworkAclEntry one{.number = 7, .cidr = Cidr::literal("10.0.0.0/8")};
    const NetworkAclEntry like{.number = 7, .cidr = Cidr::literal("10.1.0.0/16")};
    design_ = after(edits::setAclEntries(acl, Direction::In, {deny, one, like}));
    const std::vector<NetworkAclEntry> entries =
        find(after(edits::renumberAclEntries(acl, Direction::In)), acl)->ingress;
    QCOMPARE(entries.size(), std::size_t{3});
    QCOMPARE(entries[0].number, 10);
    QVERIFY(entries[0].cidr == one.cidr);
    QVERIFY(entries[1].cidr == like.cidr);
    QCOMPARE(entries[2].number, 30);
    QCOMPARE(entries[2].action, AclAction::Deny);
}

void VerbsTest::takingThePublicAddressTakesElasticIps() {
    Workload web = named(Id<Workload>{"web"});
    web.publicIp = true;
    web.elasticIps = {{"eip"}};
    design_.workloads.put(web);
    const Design taken = after(edits::setPublicIp(web.id, false));
    QVERIFY(!find(taken, web.id)->publicIp);
    QVERIFY(find(taken, web.id)->elasticIps.empty());
}

void VerbsTest::aGroupIsSetOnWhateverHasGroups() {
    design_.workloads.put(named(Id<Workload>{"w"}));
    design_.loadBalancers.put(named(Id<LoadBalancer>{"l"}));
    design_.endpoints.put(named(Id<Endpoint>{"e"}));
    for (const char* id : {"w", "l", "e"}) design_ = after(edits::setSecurityGroups(AnyId(id), {group}));
    QVERIFY(find(design_, Id<Workload>{"w"})->securityGroups == std::vector{group});
    QVERIFY(find(design_, Id<LoadBalancer>{"l"})->securityGroups == std::vector{group});
    QVERIFY(find(design_, Id<Endpoint>{"e"})->securityGroups == std::vector{group});
    QVERIFY(refuses(edits::setSecurityGroups(shop, {group})));
}

void VerbsTest::aNewEndpointStandsOnItsBorder() {
    const Endpoint endpoint = named(Id<Endpoint>{"vpce-s3"});
    QVERIFY(after(edits::addEndpoint(endpoint)).placements.empty());
    design_.placements.put({.id = {"shop"}, .x = 40, .y = 80, .width = 400, .height = 240});
    const Design drawn = after(edits::addEndpoint(endpoint));
    const Placement* sign = drawn.placements.find({"vpce-s3"});
    QVERIFY(sign != nullptr);
    QCOMPARE(sign->box().centre().x, 440);
    QCOMPARE(sign->width, measure::endpointSign);
}

void VerbsTest::anApiIsSplitForItsFlows() {
    const Id<ServiceResource> api{"orders-api"};
    const Id<ServiceResource> twin{"orders-api-public"};
    ServiceResource row;
    row.id = api;
    row.service = "execute-api";
    row.apiType = ApiType::Private;
    row.policy = PolicyDocument();
    design_.resources.put(row);
    Flow inside;
    inside.id = {"inside"};
    inside.to = api;
    design_.flows.put(inside);
    Flow outside = inside;
    outside.id = {"outside"};
    design_.flows.put(outside);

    const Design split = after(edits::splitApi(api, twin, {outside.id}));
    QCOMPARE(*find(split, api), row);
    QCOMPARE(find(split, twin)->apiType, ApiType::Regional);
    QVERIFY(!find(split, twin)->policy);
    QVERIFY(find(split, inside.id)->to == FlowTarget(api));
    QVERIFY(find(split, outside.id)->to == FlowTarget(twin));
    QVERIFY(split.placements.empty());

    design_.placements.put({.id = {api.value}, .x = 40, .y = 80, .width = 144, .height = 42});
    const Design drawn = after(edits::splitApi(api, twin, {outside.id}));
    QCOMPARE(drawn.placements.size(), std::size_t{2});
    const Box first = drawn.placements.find({api.value})->box();
    const Box second = drawn.placements.find({twin.value})->box();
    QVERIFY(!first.overlaps(second));
    QCOMPARE(second.width, first.width);

    QVERIFY(refuses(edits::splitApi({"gone"}, twin, {})));
    QVERIFY(refuses(edits::splitApi(api, api, {})));
    QVERIFY(refuses(edits::splitApi(api, twin, {Id<Flow>{"gone"}})));
}

void VerbsTest::whatIsGoneIsRefused() {
    QVERIFY(refuses(edits::setVpcDns({"gone"}, true, true)));
    QVERIFY(refuses(edits::setSubnetBlock({"gone"}, Cidr())));
    QVERIFY(refuses(edits::setRouteTable({"gone"}, first)));
    QVERIFY(refuses(edits::setRouteTable(app, {"gone"})));
    QVERIFY(refuses(edits::setNetworkAcl(app, {"gone"})));
    QVERIFY(refuses(edits::leaveRouteTable({"gone"})));
    QVERIFY(refuses(edits::leaveNetworkAcl({"gone"})));
    QVERIFY(refuses(edits::setZone(app, {"gone"})));
    QVERIFY(refuses(edits::associateRouteTable({"gone"}, first)));
    QVERIFY(refuses(edits::setPolicy(shop, PolicyDocument())));
    QVERIFY(refuses(edits::setElasticIps({"gone"}, {})));
    FlowLog log = named(Id<FlowLog>{"fl"});
    log.resource = Id<Vpc>{"gone"};
    QVERIFY(refuses(edits::addFlowLog(log)));
}

void VerbsTest::whatIsThereIsNotAddedAgain() {
    QVERIFY(refuses(edits::addSecurityGroup(named(group))));
    QVERIFY(refuses(edits::addSecurityGroup(SecurityGroup())));
    design_ = after(edits::addInternetGateway(named(Id<InternetGateway>{"igw"})));
    QVERIFY(refuses(edits::addInternetGateway(named(Id<InternetGateway>{"igw"}))));
    design_ = after(edits::addHostedZone(named(Id<HostedZone>{"zone"})));
    QVERIFY(refuses(edits::addHostedZone(named(Id<HostedZone>{"zone"}))));
    design_ = after(edits::addRole(named(Id<Role>{"writer"})));
    QVERIFY(refuses(edits::addRole(named(Id<Role>{"writer"}))));
    design_ = after(edits::addAssumption(named(Id<Assumption>{"assume"})));
    QVERIFY(refuses(edits::addAssumption(named(Id<Assumption>{"assume"}))));
}

void VerbsTest::findingsAreAccepted() {
    const Design before = design_;
    design_ = after(edits::acceptFindings("VPE009", AnyId("app-a"), "A gateway stands in front.",
                                          Date::parse("2027-01-31").value()));
    QCOMPARE(design_.waivers.size(), 1U);
    const Waiver accepted = *design_.waivers.begin();
    QCOMPARE(accepted.id.value, "VPE009-app-a");
    QCOMPARE(accepted.rule, "VPE009");
    QCOMPARE(accepted.subject.value, "app-a");
    QCOMPARE(accepted.expires.text(), "2027-01-31");
    // A new reason takes the place of the old one.
    design_ = after(edits::acceptFindings("VPE009", AnyId("app-a"), "For good."));
    QCOMPARE(design_.waivers.size(), 1U);
    QCOMPARE(design_.waivers.begin()->reason, "For good.");
    QVERIFY(!design_.waivers.begin()->expires);
    design_ = after(edits::acceptFindings("VPE010", AnyId("app-a"), "As well."));
    QCOMPARE(design_.waivers.size(), 2U);
    QVERIFY(refuses(edits::acceptFindings("VPE011", AnyId("app-a"), " \n")));
    QVERIFY(refuses(edits::acceptFindings("VPE011", AnyId("nobody"), "Gone.")));
    design_ = after(edits::withdrawWaiver({"VPE010-app-a"}));
    design_ = after(edits::withdrawWaiver(accepted.id));
    QVERIFY(design_ == before);
    QVERIFY(refuses(edits::withdrawWaiver(accepted.id)));
}

QTEST_GUILESS_MAIN(VerbsTest)
#include "verbs_test.moc"
