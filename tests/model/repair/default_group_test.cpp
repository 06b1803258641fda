#include <QtTest>

#include "model/design/references.h"
#include "model/reach/reach.h"
#include "model/repair/recommend.h"
#include "model/repair/repair.h"
#include "tests/model/reach/shop.h"

using namespace gw;

namespace {

SecurityGroup defaultGroup() {
    SecurityGroup group;
    group.id = {"sg-default"};
    group.vpc = {"vpc"};
    group.isDefault = true;
    SecurityGroupRule among;
    among.protocol = Protocol::all();
    among.peer = shop::group("sg-default");
    group.ingress = {among};
    return group;
}

/// The shop with a default group that lets nothing out, and nothing in but from its members.
Design withDefaultGroup() {
    Design design = shop::open();
    design.securityGroups.put(defaultGroup());
    return design;
}

bool isAsWanted(const Design& design, const char* flow) {
    const Network network(design);
    const Traces all = traces(network);
    const Trace* trace = all.of({flow});
    return trace && trace->asWanted;
}

/// The design with the steps but for one done; nothing where one of them cannot be.
std::optional<Design> without(const Repair& repair, Design design, std::size_t leftOut) {
    for (std::size_t i = 0; i < repair.steps.size(); ++i) {
        if (i == leftOut) continue;
        auto done = apply(repair.steps.at(i), std::move(design));
        if (!done) return std::nullopt;
        design = *std::move(done);
    }
    return design;
}

const SecurityGroup& groupOf(const Design& design, const char* id) {
    return *find(design, Id<SecurityGroup>{id});
}

}  // namespace

/// The default group is opened by no repair: what has no other gets one of its own (AWS Security Hub EC2.2).
class DefaultGroupTest : public QObject {
    Q_OBJECT

private slots:
    void repairsLeaveItAlone_data();
    void repairsLeaveItAlone();
    void theEndpointGetsItsOwn();
    void theCallerGetsItsOwnBesideIt();
    void anAdmissionLeavesItAlone();
    void severalAdmissionsGiveTheCallerOneGroup();
    void endpointsOfOneGroupAdmitOnce();
    void whatIsNotDrawnIsKept();
    void aCallerWithTheOneNotDrawnIsAdmitted();
    void groupsOfTwoThingsAreTwo();
    void lettingOutLeavesTheEndpointAlone();
};

void DefaultGroupTest::repairsLeaveItAlone_data() {
    QTest::addColumn<QString>("flow");
    QTest::addColumn<bool>("named");
    QTest::addColumn<bool>("caller");
    QTest::addColumn<bool>("endpoint");
    for (const bool named : {false, true})
        for (const auto& [caller, endpoint] :
             std::vector<std::pair<bool, bool>>{{true, false}, {false, true}, {true, true}})
            for (const char* flow : {"keys-flow", "images-flow"})
                if (caller || QString(flow) == "keys-flow")
                    QTest::addRow("%s%s%s%s", flow, named ? ", named" : "", caller ? ", caller" : "",
                                  endpoint ? ", endpoint" : "")
                        << QString(flow) << named << caller << endpoint;
}

void DefaultGroupTest::repairsLeaveItAlone() {
    QFETCH(QString, flow);
    QFETCH(bool, named);
    QFETCH(bool, caller);
    QFETCH(bool, endpoint);
    const std::string id = flow.toStdString();
    Design design = withDefaultGroup();
    const std::vector<Id<SecurityGroup>> groups =
        named ? std::vector<Id<SecurityGroup>>{{"sg-default"}} : std::vector<Id<SecurityGroup>>{};
    if (caller) shop::change<Workload>(design, "app", [&](Workload& row) { row.securityGroups = groups; });
    if (endpoint) shop::change<Endpoint>(design, "vpce-secrets", [&](Endpoint& row) { row.securityGroups = groups; });
    QVERIFY(!isAsWanted(design, id.c_str()));
    const auto repairs = repairsOf(design, {id});
    QVERIFY(!repairs.empty());
    for (const Repair& repair : repairs) {
        const auto after = apply(repair.whole(), design);
        QVERIFY(after && isAsWanted(*after, id.c_str()));
        QCOMPARE(groupOf(*after, "sg-default"), defaultGroup());
        for (std::size_t i = 0; i < repair.steps.size(); ++i)
            if (const auto less = without(repair, design, i))
                QVERIFY2(!isAsWanted(*less, id.c_str()), repair.steps.at(i).label.c_str());
    }
}

void DefaultGroupTest::theEndpointGetsItsOwn() {
    Design design = withDefaultGroup();
    shop::change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) { row.securityGroups = {{"sg-default"}}; });
    shop::change<SecurityGroup>(design, "sg-app",
                                [](SecurityGroup& row) { row.egress = {shop::rule(443, shop::block("0.0.0.0/0"))}; });
    const auto repairs = repairsOf(design, {"keys-flow"});
    QCOMPARE(repairs.size(), std::size_t{1});
    QCOMPARE(repairs.front().steps.size(), std::size_t{1});
    const Design after = *apply(repairs.front().whole(), design);
    const Endpoint& endpoint = *find(after, Id<Endpoint>{"vpce-secrets"});
    QCOMPARE(endpoint.securityGroups, std::vector<Id<SecurityGroup>>{{"sg-vpce-secrets"}});
    QCOMPARE(groupOf(after, "sg-vpce-secrets").ingress,
             std::vector<SecurityGroupRule>{shop::rule(443, shop::group("sg-app"))});
    QVERIFY(groupOf(after, "sg-vpce-secrets").egress.empty());
}

void DefaultGroupTest::theCallerGetsItsOwnBesideIt() {
    Design design = withDefaultGroup();
    shop::change<Workload>(design, "app", [](Workload& row) { row.securityGroups.clear(); });
    const auto repairs = repairsOf(design, {"keys-flow"});
    QVERIFY(!repairs.empty());
    const Design after = *apply(repairs.front().whole(), design);
    // What others reach by the default group they still do.
    QCOMPARE(find(after, Id<Workload>{"app"})->securityGroups,
             (std::vector<Id<SecurityGroup>>{{"sg-default"}, {"sg-app-2"}}));
    QCOMPARE(groupOf(after, "sg-app-2").egress,
             std::vector<SecurityGroupRule>{shop::rule(443, shop::group("sg-door"))});
    // The endpoint admits the caller, not all that has the default group.
    const auto& admitted = groupOf(after, "sg-door").ingress;
    QVERIFY(std::ranges::find(admitted, shop::rule(443, shop::group("sg-app-2"))) != admitted.end());
    QVERIFY(std::ranges::find(admitted, shop::rule(443, shop::group("sg-default"))) == admitted.end());
}

void DefaultGroupTest::anAdmissionLeavesItAlone() {
    Design design = withDefaultGroup();
    shop::change<Workload>(design, "app", [](Workload& row) { row.securityGroups.clear(); });
    shop::change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) { row.securityGroups.clear(); });
    const Network network(design);
    const Workload* app = find(design, Id<Workload>{"app"});
    const auto after = apply(admission(network, *find(design, Id<Endpoint>{"vpce-secrets"}), {{app}}), design);
    QVERIFY(after && isAsWanted(*after, "keys-flow"));
    QCOMPARE(groupOf(*after, "sg-default"), defaultGroup());
    const auto out = apply(admission(network, *find(design, Id<Endpoint>{"vpce-s3"}), {{app}}), design);
    QVERIFY(out && isAsWanted(*out, "images-flow"));
    QCOMPARE(groupOf(*out, "sg-default"), defaultGroup());
}

void DefaultGroupTest::severalAdmissionsGiveTheCallerOneGroup() {
    Design design = withDefaultGroup();
    shop::change<Workload>(design, "app", [](Workload& row) { row.securityGroups.clear(); });
    const Network network(design);
    const Workload* app = find(design, Id<Workload>{"app"});
    const auto both = apply(inOrder("Admit", {admission(network, *find(design, Id<Endpoint>{"vpce-secrets"}), {{app}}),
                                              admission(network, *find(design, Id<Endpoint>{"vpce-s3"}), {{app}})}),
                            design);
    QVERIFY(both && isAsWanted(*both, "keys-flow") && isAsWanted(*both, "images-flow"));
    QCOMPARE(find(*both, Id<Workload>{"app"})->securityGroups.size(), std::size_t{2});
    QCOMPARE(both->securityGroups.size(), design.securityGroups.size() + 1);
}

void DefaultGroupTest::endpointsOfOneGroupAdmitOnce() {
    Design design = withDefaultGroup();
    Endpoint other = *find(design, Id<Endpoint>{"vpce-secrets"});
    other.id = {"vpce-other"};
    other.service = "kms";
    design.endpoints.put(other);
    SecurityGroup caller = groupOf(design, "sg-app");
    caller.id = {"sg-new"};
    caller.egress.clear();
    design.securityGroups.put(caller);
    shop::change<Workload>(design, "app", [](Workload& row) { row.securityGroups = {{"sg-new"}}; });
    const Network network(design);
    const Workload* app = find(design, Id<Workload>{"app"});
    const auto both = apply(inOrder("Admit", {admission(network, *find(design, Id<Endpoint>{"vpce-secrets"}), {{app}}),
                                              admission(network, *find(design, Id<Endpoint>{"vpce-other"}), {{app}})}),
                            design);
    QVERIFY(both && isAsWanted(*both, "keys-flow"));
    QCOMPARE(groupOf(*both, "sg-new").egress, std::vector<SecurityGroupRule>{shop::rule(443, shop::group("sg-door"))});
}

/// A thing without groups has the default group of its VPC, which lets everything out and its members reach each other;
/// it keeps that beside a group of its own.
void DefaultGroupTest::whatIsNotDrawnIsKept() {
    const Design design = shop::open();
    SecurityGroup own = newGroupFor(design, AnyId("app"), {"vpc"}, "Callers of");
    const auto after = apply(besideDefaultGroup(AnyId("app"), own, {}), design);
    QVERIFY(after);
    const auto& groups = find(*after, Id<Workload>{"app"})->securityGroups;
    QCOMPARE(groups.size(), std::size_t{2});
    const SecurityGroup& kept = *find(*after, groups.front());
    QVERIFY(kept.isDefault);
    QCOMPARE(kept.egress.size(), std::size_t{1});
    QVERIFY(kept.egress.front().protocol == Protocol::all());
    QVERIFY(kept.egress.front().peer == shop::block("0.0.0.0/0"));
    QCOMPARE(kept.ingress.size(), std::size_t{1});
    QVERIFY(kept.ingress.front().peer == shop::group(kept.id.value.c_str()));
    QCOMPARE(groups.back(), own.id);
}

void DefaultGroupTest::aCallerWithTheOneNotDrawnIsAdmitted() {
    Design design = shop::open();
    shop::change<Workload>(design, "app", [](Workload& row) { row.securityGroups.clear(); });
    QVERIFY(!isAsWanted(design, "keys-flow"));
    const Network network(design);
    const Workload* app = find(design, Id<Workload>{"app"});
    const auto after = apply(admission(network, *find(design, Id<Endpoint>{"vpce-secrets"}), {{app}}), design);
    QVERIFY(after && isAsWanted(*after, "keys-flow"));
}

/// "app" and "app-2", where "sg-app" is taken: neither gets the group of the other.
void DefaultGroupTest::groupsOfTwoThingsAreTwo() {
    Design design = shop::open();
    Workload second = *find(design, Id<Workload>{"app"});
    second.id = {"app-2"};
    design.workloads.put(second);
    const auto first = newGroupFor(design, AnyId("app"), {"vpc"}, "Calls of").id;
    const auto other = newGroupFor(design, AnyId("app-2"), {"vpc"}, "Calls of").id;
    QVERIFY(first != other);
    QVERIFY(!contains(design, first) && !contains(design, other));
}

/// Who is to be let out is let out; the groups of the endpoint, and who they admit, stay.
void DefaultGroupTest::lettingOutLeavesTheEndpointAlone() {
    Design design = withDefaultGroup();
    shop::change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) { row.securityGroups.clear(); });
    shop::change<SecurityGroup>(design, "sg-app", [](SecurityGroup& row) { row.egress.clear(); });
    const Network network(design);
    const auto after = apply(
        letOutTo(network, *find(design, Id<Endpoint>{"vpce-secrets"}), *find(design, Id<Workload>{"app"})), design);
    QVERIFY(after);
    QVERIFY(after->endpoints == design.endpoints);
    QCOMPARE(groupOf(*after, "sg-default"), defaultGroup());
    QCOMPARE(groupOf(*after, "sg-app").egress.size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(DefaultGroupTest)
#include "default_group_test.moc"
