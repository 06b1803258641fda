#include <QtTest>

#include "model/reach/reach.h"
#include "model/repair/repair.h"
#include "tests/model/reach/archiving.h"
#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

namespace {

std::vector<faults::Fault> allFaults() {
    std::vector<faults::Fault> all;
    for (const auto& part : {faults::ofNames(), faults::ofFilters(), faults::ofWays(), faults::betweenVpcs()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Traces tracesOf(const Design& design) {
    const Network network(design);
    return traces(network);
}

const Trace* traceIn(const Traces& traces, const Id<Flow>& flow) {
    return traces.of(flow);
}

/// The design with these steps done; the design itself where one cannot be.
Result<Design> with(const std::vector<Edit>& steps, Design design, std::size_t leftOut = SIZE_MAX) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i == leftOut) continue;
        auto done = apply(steps.at(i), std::move(design));
        if (!done) return done;
        design = *std::move(done);
    }
    return design;
}

QString labels(const Repair& repair) {
    QStringList all;
    for (const Edit& step : repair.steps) all << QString::fromStdString(step.label);
    return all.join(" + ");
}

/// All steps make it as wanted; all but one do not; what happens to other flows is told.
QString broken(const Design& design, const Id<Flow>& flow, const Repair& repair) {
    if (repair.steps.empty()) return "has no step";
    for (const Edit& step : repair.steps)
        if (step.label.empty()) return "has a step without a label";
    const auto whole = apply(repair.whole(), design);
    if (!whole) return "cannot be done: " + QString::fromStdString(whole.error().message);
    const auto before = tracesOf(design);
    const auto after = tracesOf(*whole);
    const Trace* now = traceIn(after, flow);
    if (!now) return "takes the flow away";
    // Where policies cannot be mended, the network is.
    const bool isWhole = now->asWanted;
    const auto mended = [&](const Trace& trace) { return isWhole ? trace.asWanted : trace.networkAsWanted; };
    if (!mended(*now) || mended(*traceIn(before, flow)))
        return "does not repair: " + QString::fromStdString(now->summary);
    if (now->verdict != repair.verdict || now->via != repair.via) return "promises another way than it makes";
    for (std::size_t i = 0; i < repair.steps.size(); ++i) {
        const auto less = with(repair.steps, design, i);
        if (!less) continue;
        const auto still = tracesOf(*less);
        if (const Trace* trace = traceIn(still, flow); trace && mended(*trace))
            return "does not need: " + QString::fromStdString(repair.steps.at(i).label);
    }
    for (const Trace& old : before) {
        if (old.flow == flow || !old.asWanted) continue;
        const Trace* each = traceIn(after, old.flow);
        const bool told = std::ranges::any_of(repair.sideEffects, [&](const FlowChange& change) {
            return change.flow == old.flow && isWorse(change.effect);
        });
        if ((!each || !each->asWanted) && !told)
            return "breaks " + QString::fromStdString(old.flow.value) + " and does not say so";
    }
    return {};
}

Design withFaultOf(const std::vector<faults::Fault>& all, std::string_view name) {
    Design design = shop::open();
    std::ranges::find(all, name, [](const faults::Fault& each) { return std::string_view(each.name); })->apply(design);
    return design;
}

Design withFault(std::string_view name) {
    return withFaultOf(faults::onPremises(), name);
}

/// What those denials of the archive's policy speak of whose endpoints the first repair adds to.
std::vector<std::string> sparedIn(const Design& design) {
    std::vector<std::string> spared;
    const auto repairs = repairsOf(design, {"order-archive"});
    const auto after = repairs.empty() ? design : apply(repairs.front().whole(), design).value_or(design);
    const auto policy = parseJson(find(after, Id<ServiceResource>{"bucket-archive"})->policy->text());
    for (const auto& [none, statement] : policy->find("Statement")->children)
        if (const JsonNode* condition = statement.find("Condition"))
            if (condition->find("StringNotEquals")->find("aws:SourceVpce")->is(JsonNode::Kind::Array))
                spared.push_back(statement.find("Resource")->text);
    return spared;
}

/// The design with the first repair of the office's flow; none where there is none.
std::optional<Design> firstRepairOf(const Design& design) {
    const auto repairs = repairsOf(design, {"office-flow"});
    if (repairs.empty()) return std::nullopt;
    auto after = apply(repairs.front().whole(), design);
    return after ? std::optional(*std::move(after)) : std::nullopt;
}

}  // namespace

/// The law of repairs: with all steps the flow is as wanted, with all but one it is not, and what else breaks is said.
class RepairTest : public QObject {
    Q_OBJECT
private slots:
    void faults_data();
    void faults();
    void linesAndHubs();
    void loadBalancers();
    void targetsLetTheGroupOfTheLoadBalancerIn();
    void noPortGetsASecondListener();
    void aLineIsToldOfIpv4Alone();
    void resolversAreAskedOverBothProtocols();
    void ipv6OverATransitGateway();
    void severalFaultsAtOnce();
    void denialsStayInAnAcl();
    void onlyDenialsOfTheCallSpareItsEndpoint();
    void alternativesDiffer();
    void whatIsAsWantedNeedsNone();
    void randomDesigns_data();
    void randomDesigns();
    void whatIsTakenOverIsAsTracedAnew();
};

void RepairTest::faults_data() {
    QTest::addColumn<int>("index");
    const auto all = allFaults();
    for (int i = 0; i < static_cast<int>(all.size()); ++i) QTest::newRow(all.at(static_cast<std::size_t>(i)).name) << i;
}

void RepairTest::faults() {
    QFETCH(int, index);
    const faults::Fault fault = allFaults().at(static_cast<std::size_t>(index));
    Design design = fault.nat ? shop::withNat() : shop::open();
    fault.apply(design);
    const auto before = tracesOf(design);
    const Trace* trace = traceIn(before, {fault.flow});
    QVERIFY(trace);
    const auto repairs = repairsOf(design, {fault.flow});
    if (trace->asWanted || find(design, Id<Flow>{fault.flow})->intent == FlowIntent::Blocked) {
        QVERIFY(repairs.empty());
        return;
    }
    for (const Repair& repair : repairs) {
        const QString why = broken(design, {fault.flow}, repair);
        QVERIFY2(why.isEmpty(), qPrintable(labels(repair) + " " + why));
    }
    // What no edit of ours mends: what other people's servers answer, other address plans, callers outside every VPC.
    const QStringList others{"forwarding-rule", "everything-is-forwarded", "one-subnet-without-ipv4"};
    const bool beyondUs =
        others.contains(fault.name) || !find(design, Id<Workload>{find(design, Id<Flow>{fault.flow})->from.value});
    QVERIFY2(!repairs.empty() || beyondUs, trace->summary.c_str());
}

/// Where nobody calls from a workload, and where the least edit is one of a line, a Resolver endpoint or a translation.
void RepairTest::linesAndHubs() {
    const std::set<std::string_view> mended{"office-without-propagation", "office-line-tells-half",
                                            "office-resolver-closed", "nat64-without-dns64"};
    std::size_t seen = 0;
    for (const auto& part : {faults::onPremises(), faults::ofHubs()})
        for (const faults::Fault& fault : part) {
            Design design = fault.nat ? shop::withNat() : shop::open();
            fault.apply(design);
            // What is translated goes over the internet; it is wanted to get there.
            if (std::string_view(fault.name).starts_with("nat64"))
                shop::change<Flow>(design, fault.flow, [](Flow& row) { row.intent = FlowIntent::Any; });
            const auto repairs = repairsOf(design, {fault.flow});
            for (const Repair& repair : repairs) {
                const QString why = broken(design, {fault.flow}, repair);
                QVERIFY2(why.isEmpty(), qPrintable(QString(fault.name) + " " + labels(repair) + " " + why));
            }
            if (!mended.contains(fault.name)) continue;
            ++seen;
            QVERIFY2(!repairs.empty(), fault.name);
        }
    QCOMPARE(seen, mended.size());
}

/// What stops the call behind a load balancer is mended as if the load balancer called.
void RepairTest::loadBalancers() {
    const std::set<std::string_view> mended{"partner-listens-elsewhere",
                                            "partner-target-closed",
                                            "partner-target-lets-callers-in-alone",
                                            "partner-balancer-lets-its-own-network-in",
                                            "partner-balancer-lets-nobody-in",
                                            "partner-balancer-names-the-callers-group",
                                            "balancer-on-another-port",
                                            "balancer-target-closed",
                                            "balancer-target-lets-callers-in-alone",
                                            "balancer-before-a-balancer"};
    std::set<std::string_view> seen;
    for (const faults::Fault& fault : faults::ofListeners()) {
        Design design = fault.nat ? shop::withNat() : shop::open();
        fault.apply(design);
        const auto repairs = repairsOf(design, {fault.flow});
        for (const Repair& repair : repairs) {
            const QString why = broken(design, {fault.flow}, repair);
            QVERIFY2(why.isEmpty(), qPrintable(QString(fault.name) + " " + labels(repair) + " " + why));
        }
        if (!mended.contains(fault.name)) continue;
        seen.insert(fault.name);
        QVERIFY2(!repairs.empty(), fault.name);
    }
    QCOMPARE(seen, mended);
}

/// A rule that names the load balancer's group lets in what it hands on, whoever calls: nobody else is let in.
void RepairTest::targetsLetTheGroupOfTheLoadBalancerIn() {
    Design design = withFaultOf(faults::ofListeners(), "balancer-let-in-by-group");
    const SecurityGroupRule byAddress = shop::rule(443, shop::block("10.1.1.0/24"));
    shop::change<SecurityGroup>(design, "sg-far", [&](SecurityGroup& row) { row.ingress = {byAddress}; });
    const auto repairs = repairsOf(design, {"lb-flow"});
    QVERIFY(!repairs.empty());
    const auto after = apply(repairs.front().whole(), design);
    QVERIFY(after);
    QCOMPARE(find(*after, Id<SecurityGroup>{"sg-far"})->ingress,
             (std::vector<SecurityGroupRule>{byAddress, shop::rule(443, shop::group("sg-nlb"))}));
}

/// AWS has one listener on a port (InvalidListener, DuplicateListener).
void RepairTest::noPortGetsASecondListener() {
    Design design = withFaultOf(faults::ofListeners(), "balancer-on-another-port");
    shop::change<LoadBalancer>(design, "nlb", [](LoadBalancer& row) {
        Listener udp = row.listeners.front();
        udp.port = PortRange::single(443);
        udp.protocol = "UDP";
        row.listeners.push_back(udp);
    });
    const auto repairs = repairsOf(design, {"lb-flow"});
    QVERIFY(!repairs.empty());
    const auto after = apply(repairs.front().whole(), design);
    QVERIFY(after);
    const auto& listeners = find(*after, Id<LoadBalancer>{"nlb"})->listeners;
    QCOMPARE(listeners.size(), std::size_t{2});
    QCOMPARE(listeners.back().protocol, std::string("TCP_UDP"));
}

void RepairTest::aLineIsToldOfIpv4Alone() {
    Design design = withFault("office-line-tells-half");
    shop::change<OnPremisesNetwork>(
        design, "office", [](OnPremisesNetwork& row) { row.cidrs.push_back(Cidr::literal("2001:db8:9::/48")); });
    const auto after = firstRepairOf(design);
    QVERIFY(after);
    const std::vector<Cidr>& routes = find(*after, Id<VpnConnection>{"line"})->staticRoutes;
    QCOMPARE(routes.size(), std::size_t{2});
    QVERIFY(std::ranges::all_of(routes, &Cidr::isV4));
}

void RepairTest::resolversAreAskedOverBothProtocols() {
    const auto after = firstRepairOf(withFault("office-resolver-closed"));
    QVERIFY(after);
    std::set<std::string> protocols;
    for (const SecurityGroupRule& rule : find(*after, Id<SecurityGroup>{"sg-resolver"})->ingress)
        if (rule.peer == Peer(Cidr::literal("192.168.0.0/16"))) protocols.insert(rule.protocol.text());
    QCOMPARE(protocols, (std::set<std::string>{"tcp", "udp"}));
}

void RepairTest::ipv6OverATransitGateway() {
    Design design = shop::open();
    faults::addTransitGateway(design);
    const auto addIpv6 = [&](const char* vpc, const char* block,
                             const std::vector<std::pair<const char*, const char*>>& subnets) {
        shop::change<Vpc>(design, vpc, [&](Vpc& row) { row.ipv6Cidrs = {Cidr::literal(block)}; });
        for (const auto& [id, own] : subnets)
            shop::change<Subnet>(design, id, [own = own](Subnet& row) { row.ipv6Cidr = Cidr::literal(own); });
    };
    addIpv6("vpc", "2001:db8:1::/56", {{"app-a", "2001:db8:1:1::/64"}, {"app-b", "2001:db8:1:2::/64"}});
    addIpv6("vpc-far", "2001:db8:2::/56", {{"far-a", "2001:db8:2:1::/64"}});
    for (const char* id : {"rt-a", "rt-b", "rt-far"})
        shop::change<RouteTable>(design, id, [&](RouteTable& row) {
            const char* there = row.id.value == "rt-far" ? "2001:db8:1::/56" : "2001:db8:2::/56";
            row.routes.push_back(shop::route(there, Id<TransitGateway>{"tgw"}));
        });
    shop::change<SecurityGroup>(design, "sg-app", [](SecurityGroup& row) {
        row.egress.push_back(shop::rule(443, shop::block("2001:db8:2::/56")));
    });
    shop::change<SecurityGroup>(design, "sg-far", [](SecurityGroup& row) {
        row.ingress.push_back(shop::rule(443, shop::block("2001:db8:1::/56")));
    });
    shop::change<Flow>(design, "far-flow", [](Flow& row) { row.hostStyle = HostStyle::DualStack; });
    const auto repairs = repairsOf(design, {"far-flow"});
    QVERIFY(!repairs.empty());
    QCOMPARE(repairs.front().steps.size(), std::size_t{2});
    const QString why = broken(design, {"far-flow"}, repairs.front());
    QVERIFY2(why.isEmpty(), qPrintable(labels(repairs.front()) + " " + why));
}

/// Two faults of the same flow, each way round: every pair that both can be drawn.
void RepairTest::severalFaultsAtOnce() {
    const auto all = allFaults();
    int pairs = 0;
    int repaired = 0;
    for (std::size_t one = 0; one < all.size(); ++one)
        for (std::size_t two = one + 1; two < all.size(); two += 7) {
            const faults::Fault& first = all.at(one);
            const faults::Fault& second = all.at(two);
            if (QString(first.flow) != second.flow || first.nat != second.nat) continue;
            if (QString(first.flow) != "keys-flow" && QString(first.flow) != "images-flow") continue;
            Design design = first.nat ? shop::withNat() : shop::open();
            first.apply(design);
            if (!find(design, Id<Endpoint>{"vpce-secrets"}) || !find(design, Id<Endpoint>{"vpce-s3"})) continue;
            second.apply(design);
            const auto before = tracesOf(design);
            const Trace* trace = traceIn(before, {first.flow});
            if (!trace || trace->asWanted) continue;
            ++pairs;
            const auto repairs = repairsOf(design, {first.flow});
            repaired += repairs.empty() ? 0 : 1;
            for (const Repair& repair : repairs) {
                const QString why = broken(design, {first.flow}, repair);
                QVERIFY2(why.isEmpty(),
                         qPrintable(QString(first.name) + " and " + second.name + ": " + labels(repair) + " " + why));
            }
        }
    QVERIFY2(pairs > 40 && repaired * 10 > pairs * 8, qPrintable(QString("%1 of %2").arg(repaired).arg(pairs)));
}

/// An ACL whose first entry denies leaves no number in front of it: its entries are numbered anew, and all stay.
void RepairTest::denialsStayInAnAcl() {
    Design design = shop::open();
    NetworkAcl acl;
    acl.id = {"acl-doors"};
    acl.vpc = {"vpc"};
    acl.subnets = {{"door-a"}, {"door-b"}};
    acl.ingress = {shop::entry(1, AclAction::Deny, "10.0.0.0/16"), shop::entry(2, AclAction::Deny, "192.0.2.0/24"),
                   shop::entry(3, AclAction::Allow, "0.0.0.0/0")};
    acl.egress = {shop::entry(100, AclAction::Allow, "0.0.0.0/0")};
    design.networkAcls.put(acl);
    const auto repairs = repairsOf(design, {"keys-flow"});
    QVERIFY(!repairs.empty());
    const auto after = apply(repairs.front().whole(), design);
    QVERIFY(after);
    const auto& entries = find(*after, Id<NetworkAcl>{"acl-doors"})->ingress;
    std::vector<std::string> denied;
    std::set<int> numbers;
    for (const NetworkAclEntry& each : entries) {
        QVERIFY(each.number > 0 && numbers.insert(each.number).second);
        if (each.action == AclAction::Deny) denied.push_back(each.cidr.text());
    }
    QCOMPARE(denied, (std::vector<std::string>{"10.0.0.0/16", "192.0.2.0/24"}));
}

/// A bucket's policy denies other networks by prefix, by who calls and by action: what does not deny the call stays.
void RepairTest::onlyDenialsOfTheCallSpareItsEndpoint() {
    Design design = secureCart();
    const std::string bucket = "arn:aws:s3:::securecart-order-archive";
    const auto unless = [](const std::string& endpoint, const std::string& principal = R"("*")") {
        return R"(, "Principal": )" + principal + R"(, "Condition": {"StringNotEquals": {"aws:SourceVpce": ")" +
               endpoint + R"("}})";
    };
    archiving::bucket(
        archiving::statement("Allow", "s3:*", archiving::archive, archiving::everybody) + ", " +
        archiving::statement("Deny", "s3:PutObject", bucket + "/public/*", unless("vpce-public")) + ", " +
        archiving::statement("Deny", "s3:PutObject", bucket + "/secret/*", unless("vpce-secret")) + ", " +
        archiving::statement("Deny", "s3:DeleteObject", bucket + "/public/*", unless("vpce-delete")) + ", " +
        archiving::statement("Deny", "s3:*", bucket + "/public/*",
                             unless("vpce-other-role", R"({"AWS": "arn:aws:iam::111122223333:role/other"})")))(design);
    archiving::change<Flow>(design, "order-archive", [&](Flow& row) {
        row.actions = {"s3:PutObject"};
        row.resourceArn = bucket + "/public/x";
    });
    QCOMPARE(sparedIn(design), std::vector<std::string>{bucket + "/public/*"});
    // Of an object that the design does not name, each that may be meant.
    archiving::change<Flow>(design, "order-archive", [&](Flow& row) { row.resourceArn.clear(); });
    archiving::bucket(
        archiving::statement("Allow", "s3:*", archiving::archive, archiving::everybody) + ", " +
        archiving::statement("Deny", "s3:PutObject", archiving::archive, unless("vpce-all")) + ", " +
        archiving::statement("Deny", "s3:PutObject", bucket + "/public/*", unless("vpce-public")) + ", " +
        archiving::statement("Deny", "s3:PutObject", "arn:aws:s3:::other/*", unless("vpce-other")) + ", " +
        archiving::statement("Deny", "s3:PutObject", bucket + "/secret/*",
                             unless("vpce-other-role", R"({"AWS": "arn:aws:iam::111122223333:role/other"})")))(design);
    QCOMPARE(sparedIn(design), (std::vector<std::string>{archiving::archive, bucket + "/public/*"}));
}

void RepairTest::alternativesDiffer() {
    Design design = shop::withNat();
    design.endpoints.erase({"vpce-s3"});
    const auto repairs = repairsOf(design, {"images-flow"});
    QCOMPARE(repairs.size(), std::size_t{2});
    // The gateway endpoint is as few edits, and free; the interface endpoint admits its callers alone.
    QCOMPARE(repairs.front().verdict, Verdict::PrivateGateway);
    QVERIFY(repairs.front().fewestEdits && repairs.front().cheapest && !repairs.front().mostPrivate);
    QCOMPARE(repairs.front().monthlyUsd, std::optional<double>(0));
    QCOMPARE(repairs.back().verdict, Verdict::PrivateInterface);
    QVERIFY(repairs.back().mostPrivate);
    // Two zones at one cent for each of 730 hours.
    QVERIFY(repairs.back().monthlyUsd && std::abs(*repairs.back().monthlyUsd - 14.6) < 0.001);
    QVERIFY(!repairs.front().breaksSomething());
}

void RepairTest::whatIsAsWantedNeedsNone() {
    for (const Flow& flow : shop::open().flows) QVERIFY(repairsOf(shop::open(), flow.id).empty());
}

void RepairTest::randomDesigns_data() {
    QTest::addColumn<bool>("isConnected");
    QTest::newRow("plain") << false;
    QTest::newRow("connected") << true;
}

void RepairTest::randomDesigns() {
    QFETCH(bool, isConnected);
    int repaired = 0;
    int asked = 0;
    for (int seed = 0; seed < rounds(12); ++seed) {
        const auto number = static_cast<std::uint64_t>(9000 + seed);
        const Design design = isConnected ? randomConnectedDesign(number, {40}) : randomDesign(number, {40});
        for (const Trace& trace : tracesOf(design)) {
            if (trace.asWanted) continue;
            ++asked;
            const auto repairs = repairsOf(design, trace.flow);
            repaired += repairs.empty() ? 0 : 1;
            for (const Repair& repair : repairs) {
                const QString why = broken(design, trace.flow, repair);
                QVERIFY2(why.isEmpty(),
                         qPrintable(QString("seed %1 %2: ").arg(seed).arg(QString::fromStdString(trace.flow.value)) +
                                    labels(repair) + " " + why));
            }
        }
    }
    qInfo() << repaired << "of" << asked << "flows repaired";
    QVERIFY(repaired * 2 > asked);
}

/// What a repair does to other flows is found from the traces before it, and is what all traces anew say.
void RepairTest::whatIsTakenOverIsAsTracedAnew() {
    int compared = 0;
    for (int seed = 0; seed < rounds(6); ++seed) {
        const Design design = randomConnectedDesign(static_cast<std::uint64_t>(9500 + seed), {60});
        const Network network(design);
        const Traces before = traces(network);
        for (const Trace& trace : before) {
            if (trace.asWanted) continue;
            for (const Repair& repair : repairsOf(network, before, trace.flow)) {
                const auto after = apply(repair.whole(), design);
                QVERIFY(after);
                auto changes = changesBetween(design, tracesOf(design), tracesOf(*after));
                std::erase_if(changes, [&](const FlowChange& each) { return each.flow == trace.flow; });
                QVERIFY2(changes == repair.sideEffects, trace.flow.value.c_str());
                ++compared;
            }
        }
    }
    QVERIFY(compared > 20);
}

QTEST_MAIN(RepairTest)
#include "repair_test.moc"
