#include <QtTest>

#include "model/report/description.h"
#include "model/report/lens_content.h"
#include "model/report/overlay_of.h"
#include "model/report/what_if_picture.h"
#include "model/scene/look.h"
#include "model/scene/scene.h"
#include "tests/model/reach/shop.h"
#include "tests/samples.h"

using namespace gw;
using shop::change;

/// What the lenses say is what the judge finds.
class LensTest : public QObject {
    Q_OBJECT

private slots:
    void topologySaysNothing();
    void routingTellsTablesApart();
    void routingSaysPublicAndPrivate();
    void routesThatLeadNowhere();
    void securityNamesTheGroups();
    void securityPointsOutWhatIsOpen();
    void securityPointsOutWhereNoGroupIsNamed();
    void securityOfBalancersAndResolvers();
    void securityPointsOutAclsThatStop();
    void dnsSaysWhereNamesLead();
    void dnsWithoutPrivateDns();
    void dnsPrivateDnsWithoutEffect();
    void policySaysWhoAllows();
    void policySaysWhoDenies();
    void policySaysWhatCannotBeTold();
    void policyOfWhatIsBlockedOnPurpose();
    void policyColoursLinesAndLeavesTheirWays();
    void whatIsMeantBlockedAndArrivesIsAFault();
    void aCallWithoutARoleKeepsItsWay();
    void aCallThatNoFlowMakesIsPutForward();
    void resilienceCountsZones();
    void whatIfStrikesOutWhatIsGone();

private:
    static LensContent said(Lens lens, const Design& design) {
        const Facts facts(design);
        return contentOf(lens, facts).value_or(LensContent{});
    }
    static LensMark mark(const LensContent& content, const char* id) {
        const auto at = content.marks.find(AnyId(id));
        return at == content.marks.end() ? LensMark{} : at->second;
    }
    static QStringList legend(const LensContent& content) {
        QStringList words;
        for (const LegendEntry& each : content.legend)
            words << QString::fromStdString((each.key.empty() ? "" : each.key + " ") + each.words);
        return words;
    }
};

/// With the caller on the canvas.
static Design drawn(Design design) {
    Placement placement;
    placement.id = {"app"};
    design.placements.put(placement);
    return design;
}

void LensTest::topologySaysNothing() {
    const Design design = shop::open();
    const Facts facts(design);
    QVERIFY(!contentOf(Lens::Topology, facts));
}

void LensTest::routingTellsTablesApart() {
    const LensContent content = said(Lens::Routing, shop::withNat());
    QCOMPARE(mark(content, "app-a").key, "A");
    QCOMPARE(mark(content, "app-b").key, "B");
    QVERIFY(mark(content, "app-a").tone != mark(content, "app-b").tone);
    QCOMPARE(mark(content, "door-a"), mark(content, "door-b"));
    QCOMPARE(mark(content, "app-a").caption, "\u2192 nat, +1");
    QCOMPARE(mark(content, "door-a").caption, "local only");
    // Gateways and gateway endpoints wear the tables that lead to them.
    QCOMPARE(mark(content, "nat").key, "A B");
    QCOMPARE(mark(content, "vpce-s3").key, "A B");
    QCOMPARE(mark(content, "igw").key, "D");
    QVERIFY(content.marks.contains(AnyId("vpce-secrets")) && mark(content, "vpce-secrets").key.empty());
    QVERIFY(!content.keepsFlows);
}

void LensTest::routingSaysPublicAndPrivate() {
    const LensContent content = said(Lens::Routing, shop::withNat());
    QCOMPARE(legend(content), (QStringList{"A rt-a: nat, vpce-s3", "B rt-b: nat, vpce-s3", "C rt-doors: local only",
                                           "D rt-public: igw"}));
    QCOMPARE(mark(content, "app-a").detail,
             "Route table rt-a (private): 0.0.0.0/0 \u2192 nat, Amazon S3 \u2192 vpce-s3.");
    QVERIFY(mark(content, "public-a").detail.starts_with("Route table rt-public (public): "));
}

void LensTest::routesThatLeadNowhere() {
    Design design = shop::withNat();
    design.natGateways.erase({"nat"});
    const LensContent content = said(Lens::Routing, design);
    QCOMPARE(mark(content, "app-a").caption, "\u2192 nowhere, +1");
    QVERIFY(!content.marks.contains(AnyId{}));
}

void LensTest::securityNamesTheGroups() {
    const LensContent content = said(Lens::Security, shop::open());
    QCOMPARE(legend(content), (QStringList{"A sg-app", "B sg-door"}));
    QCOMPARE(mark(content, "app").key, "A");
    QCOMPARE(mark(content, "vpce-secrets").caption, "sg-door");
    // A gateway endpoint has none: it is not in the picture of groups.
    QVERIFY(!content.marks.contains(AnyId("vpce-s3")));
    QVERIFY(content.keepsFlows);
}

void LensTest::securityPointsOutWhatIsOpen() {
    Design design = shop::open();
    change<SecurityGroup>(design, "sg-door",
                          [](SecurityGroup& row) { row.ingress.push_back(shop::rule(22, shop::block("0.0.0.0/0"))); });
    QVERIFY(legend(said(Lens::Security, design)).contains("B sg-door (open: 22/tcp)"));
}

void LensTest::securityPointsOutWhereNoGroupIsNamed() {
    Design design = shop::open();
    change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) { row.securityGroups.clear(); });
    const LensContent content = said(Lens::Security, design);
    QCOMPARE(mark(content, "vpce-secrets").caption, "default group");
    QCOMPARE(mark(content, "vpce-secrets").tone, Tone::Caution);
    QCOMPARE(legend(content).last(), "? names no group: the default one holds");
}

void LensTest::securityOfBalancersAndResolvers() {
    Design design = shop::open();
    SecurityGroup group;
    group.id = {"sg-default"};
    group.vpc = {"vpc"};
    group.isDefault = true;
    design.securityGroups.put(group);
    LoadBalancer balancer;
    balancer.vpc = {"vpc"};
    balancer.subnets = {{"app-a"}};
    balancer.id = {"alb"};
    design.loadBalancers.put(balancer);
    balancer.id = {"nlb"};
    balancer.loadBalancerKind = LoadBalancerKind::Network;
    design.loadBalancers.put(balancer);
    ResolverEndpoint resolver;
    resolver.id = {"resolver"};
    resolver.vpc = {"vpc"};
    resolver.subnets = {{"app-b"}};
    design.resolverEndpoints.put(resolver);
    const LensContent content = said(Lens::Security, design);
    QCOMPARE(mark(content, "alb").caption, "default group");
    QCOMPARE(mark(content, "resolver").caption, "default group");
    // A Network Load Balancer without groups is filtered by none.
    QCOMPARE(mark(content, "nlb").caption, "no security group");
}

void LensTest::securityPointsOutAclsThatStop() {
    Design design = shop::open();
    NetworkAcl acl;
    acl.id = {"acl-doors"};
    acl.vpc = {"vpc"};
    acl.subnets = {{"door-a"}, {"door-b"}};
    acl.ingress = {shop::entry(100, AclAction::Allow, "0.0.0.0/0")};
    acl.egress = acl.ingress;
    design.networkAcls.put(acl);
    QCOMPARE(mark(said(Lens::Security, design), "door-a").caption, "acl-doors");
    QCOMPARE(mark(said(Lens::Security, design), "door-a").tone, Tone::Plain);
    change<NetworkAcl>(design, "acl-doors", [](NetworkAcl& row) {
        row.ingress.insert(row.ingress.begin(), shop::entry(10, AclAction::Deny, "10.0.0.0/16"));
    });
    const LensContent content = said(Lens::Security, design);
    QCOMPARE(mark(content, "door-a").caption, "acl-doors stops 1");
    QCOMPARE(mark(content, "door-a").tone, Tone::Bad);
    QVERIFY(!content.marks.contains(AnyId("app-a")));
    QVERIFY(QString::fromStdString(mark(content, "door-b").detail).contains("2 rules in, 1 out, 1 of them deny"));
}

void LensTest::dnsSaysWhereNamesLead() {
    const LensContent content = said(Lens::Dns, drawn(shop::open()));
    QCOMPARE(mark(content, "keys").key, "E");
    QCOMPARE(mark(content, "images").key, "R");
    QCOMPARE(mark(content, "app").caption, "1 to endpoints, 1 by route");
    QCOMPARE(mark(content, "vpce-secrets").caption, "private DNS");
    QCOMPARE(mark(content, "keys-flow").caption, "keys \u2192 vpce-secrets");
    QCOMPARE(legend(content),
             (QStringList{"E addresses of an endpoint", "R public addresses, routed to a gateway endpoint"}));
}

void LensTest::dnsWithoutPrivateDns() {
    Design design = drawn(shop::withNat());
    change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) { row.privateDns = false; });
    const LensContent content = said(Lens::Dns, design);
    QCOMPARE(mark(content, "keys").key, "P");
    QCOMPARE(mark(content, "vpce-secrets").caption, "no private DNS");
    QVERIFY(legend(content).contains("P public addresses"));
}

void LensTest::dnsPrivateDnsWithoutEffect() {
    Design design = drawn(shop::withNat());
    change<Vpc>(design, "vpc", [](Vpc& row) { row.dnsHostnames = false; });
    const LensContent content = said(Lens::Dns, design);
    QCOMPARE(mark(content, "vpce-secrets").tone, Tone::Caution);
    QVERIFY(mark(content, "keys").key != "E");
    design = drawn(shop::withNat());
    change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) { row.state = EndpointState::PendingAcceptance; });
    QCOMPARE(mark(said(Lens::Dns, design), "vpce-secrets").caption, "private DNS without effect");
    change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) {
        row.state = EndpointState::Available;
        row.privateDnsOnlyForInboundResolver = true;
    });
    QCOMPARE(mark(said(Lens::Dns, design), "vpce-secrets").caption, "private DNS for inbound resolver");
}

static PolicyDocument statements(const std::string& text) {
    return PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": [)" + text + "]}");
}

static FlowLine lineOf(const Design& design, const char* flow, Lens lens = Lens::Policy) {
    const Facts facts(design);
    return overlayOf(facts, {}, {.lens = lens}).flows.at({flow});
}

/// The flow of the sample's order service to its archive, through vpce-s3.
static const char* const archiveFlow = "order-archive";

void LensTest::policySaysWhoAllows() {
    const LensContent content = said(Lens::Policy, secureCart());
    QCOMPARE(mark(content, "vpce-s3").key, "A");
    QCOMPARE(mark(content, "vpce-s3").tone, Tone::Good);
    QVERIFY(mark(content, "order").caption.starts_with("policies allow "));
    QVERIFY(QString::fromStdString(content.headline).startsWith("Policies allow "));
    QVERIFY(legend(content).contains("A policy does as wanted"));
    QCOMPARE(lineOf(secureCart(), archiveFlow).shownState(), LineState::Allowed);
    Design design = secureCart();
    change<Endpoint>(design, "vpce-s3", [](Endpoint& row) { row.policy.reset(); });
    const LensContent open = said(Lens::Policy, design);
    QCOMPARE(mark(open, "vpce-s3").key, "O");
    QCOMPARE(mark(open, "vpce-s3").caption, "default policy");
    QCOMPARE(mark(open, "vpce-s3").tone, Tone::Caution);
}

void LensTest::policySaysWhoDenies() {
    Design design = secureCart();
    change<Endpoint>(design, "vpce-s3", [](Endpoint& row) {
        row.policy = statements(R"({"Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "*"})");
    });
    const LensContent content = said(Lens::Policy, design);
    QCOMPARE(mark(content, "vpce-s3").key, "D");
    QCOMPARE(mark(content, "vpce-s3").tone, Tone::Bad);
    QVERIFY(mark(content, "vpce-s3").caption.starts_with("denies "));
    QVERIFY(mark(content, "vpce-s3").detail.find("does not allow") != std::string::npos);
    // The role allows it all the same: what stands in the way is said where it stands.
    QCOMPARE(mark(content, "order").key, "A");
    const FlowLine line = lineOf(design, archiveFlow);
    QCOMPARE(line.shownState(), LineState::Denied);
    QCOMPARE(line.shownPill(), "denied by vpce-s3");
}

void LensTest::policySaysWhatCannotBeTold() {
    Design design = secureCart();
    change<ServiceResource>(design, "bucket-archive", [](ServiceResource& row) {
        row.policy = statements(R"({"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
            "Condition": {"StringEquals": {"aws:UserAgent": "x"}}})");
    });
    const LensContent content = said(Lens::Policy, design);
    QCOMPARE(mark(content, "bucket-archive").key, "?");
    QCOMPARE(lineOf(design, archiveFlow).shownState(), LineState::Unknown);
    // A role whose policies are not drawn is not asked.
    Design plain = secureCart();
    change<Role>(plain, "order-task", [](Role& row) { row.policies.clear(); });
    const LensContent open = said(Lens::Policy, plain);
    QCOMPARE(lineOf(plain, archiveFlow).shownState(), LineState::NotAsked);
}

void LensTest::policyOfWhatIsBlockedOnPurpose() {
    Design design = secureCart();
    change<Endpoint>(design, "vpce-s3", [](Endpoint& row) {
        row.policy = statements(R"({"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"})");
    });
    change<Flow>(design, archiveFlow, [](Flow& row) { row.intent = FlowIntent::Blocked; });
    QCOMPARE(lineOf(design, archiveFlow).shownState(), LineState::Refused);
    const LensContent content = said(Lens::Policy, design);
    QVERIFY(content.headline.find("denied on purpose") != std::string::npos);
    QVERIFY(mark(content, "vpce-s3").caption.find(" barred") != std::string::npos);
}

void LensTest::policyColoursLinesAndLeavesTheirWays() {
    const Design design = sample("securecart-broken");
    const Facts facts(design);
    const Overlay plain = overlayOf(facts, {});
    const Overlay lens = overlayOf(facts, {}, {.lens = Lens::Policy});
    QVERIFY(!plain.flows.empty());
    for (const auto& [id, line] : plain.flows) {
        FlowLine own = lens.flows.at(id);
        QVERIFY(own.inLens);
        own.inLens.reset();
        QCOMPARE(own, line);
    }
}

void LensTest::whatIsMeantBlockedAndArrivesIsAFault() {
    const Design design = sample("securecart-broken");
    const FlowLine line = lineOf(design, "x-stolen-archive", Lens::Topology);
    QCOMPARE(line.state, LineState::Intruding);
    QCOMPARE(line.pill, std::string("gets through"));
    QCOMPARE(strokeOf(line.state).ink, Ink::Blocked);
    // Who allows it did no good.
    QCOMPARE(lineOf(design, "x-stolen-archive", Lens::Policy).shownState(), LineState::Intruding);
    const LensContent policies = said(Lens::Policy, design);
    for (const char* at : {"outsider", "bucket-archive"}) {
        QCOMPARE(mark(policies, at).key, "!");
        QVERIFY(mark(policies, at).tone == Tone::Bad);
    }
    // A private way makes it no better.
    Design inside = secureCart();
    change<Flow>(inside, archiveFlow, [](Flow& row) { row.intent = FlowIntent::Blocked; });
    QCOMPARE(lineOf(inside, archiveFlow, Lens::Topology).state, LineState::Intruding);
    const Scene scene = sceneOf(inside, overlayOf(Facts(inside), {}));
    QVERIFY(std::ranges::find(scene.lineStates, LineState::Intruding) != scene.lineStates.end());
}

void LensTest::aCallWithoutARoleKeepsItsWay() {
    Design design = secureCart();
    change<Workload>(design, "order", [](Workload& row) { row.role = {}; });
    // Its colour is that of the way; who points at it reads that nobody signs, and the Policy lens shows it.
    QCOMPARE(lineOf(design, archiveFlow, Lens::Topology).state, LineState::Private);
    QCOMPARE(lineOf(design, archiveFlow).shownState(), LineState::NotAsked);
    const std::string tip = tipOf(Facts(design), {}, AnyId(archiveFlow));
    QVERIFY2(tip.find("has no role in the design") != std::string::npos, tip.c_str());
}

void LensTest::aCallThatNoFlowMakesIsPutForward() {
    const Design design = secureCart();
    const Facts facts(design);
    const AnswerLine answer{
        {AnyId("vpce-s3"), AnyId("bucket-archive")}, "role/thief of 9", LineState::Public, "gets through"};
    const Scene plain = sceneOf(design, overlayOf(facts, {}));
    const Scene scene = sceneOf(design, overlayOf(facts, {}, {.answer = &answer}));
    const auto said = [&](const std::string& words) -> const Item* {
        for (const Item& item : scene.items)
            for (const Shape& shape : scene.shapesOf(item))
                if (const auto* pill = std::get_if<PillShape>(&shape); pill && pill->text == words) return &item;
        return nullptr;
    };
    // Who stands outside has a note above all else, and is no thing that could be pointed at.
    const Item* note = said("role/thief of 9");
    QVERIFY(note && !note->faint && !note->subject);
    QVERIFY(note->bounds.bottom() < plain.bounds.y);
    QVERIFY(said("gets through"));
    // What it passes is in colour, all else is not.
    const auto faint = [&](const char* id) { return scene.bodyOf(AnyId(id))->faint; };
    QVERIFY(!faint("vpce-s3") && !faint("bucket-archive") && !faint("vpc-shop"));
    QVERIFY(faint("vpce-secrets") && faint("order"));
    // Without an outsider the line starts at the first thing.
    AnswerLine own = answer;
    own.outsider.clear();
    own.way.insert(own.way.begin(), AnyId("order"));
    const Scene within = sceneOf(design, overlayOf(facts, {}, {.answer = &own}));
    QVERIFY(!within.bodyOf(AnyId("order"))->faint);
    QCOMPARE(within.bounds, plain.bounds);
}

void LensTest::resilienceCountsZones() {
    Design design = shop::withNat();
    change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) { row.subnets = {{"door-a"}}; });
    const LensContent content = said(Lens::Resilience, design);
    QCOMPARE(mark(content, "app").caption, "2 zones");
    QCOMPARE(mark(content, "app").tone, Tone::Good);
    QCOMPARE(mark(content, "vpce-secrets").caption, "zone-a only");
    QCOMPARE(mark(content, "nat").tone, Tone::Caution);
    QCOMPARE(content.headline, "2 things stand in one zone alone");
    // AWS keeps a gateway endpoint up in every zone.
    QCOMPARE(mark(content, "vpce-s3").tone, Tone::Plain);
}

void LensTest::whatIfStrikesOutWhatIsGone() {
    Design design = drawn(shop::open());
    Placement placement;
    placement.id = {"vpce-secrets"};
    design.placements.put(placement);
    const Facts facts(design);
    const auto answer = whatIf(design, facts.traces(), {{Supposition::Kind::ThingGone, AnyId("vpce-secrets")}});
    QVERIFY(answer);
    const LensContent content = contentOf(*answer, design);
    QCOMPARE(content.headline, "Without vpce-secrets: 1 breaks");
    QVERIFY(mark(content, "vpce-secrets").isGone);
    QVERIFY(!content.marks.contains(AnyId("app")));
    QCOMPARE(mark(content, "keys-flow").tone, Tone::Bad);
    QVERIFY(!content.marks.contains(AnyId("images-flow")));
    QVERIFY(content.legend.front().isGone);
}

QTEST_APPLESS_MAIN(LensTest)
#include "lens_test.moc"
