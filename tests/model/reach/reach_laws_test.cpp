#include <QtTest>

#include <algorithm>

#include "model/design/references.h"
#include "model/reach/reach.h"
#include "model/reach/routes.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

namespace {

Design designOf(int seed) {
    return randomConnectedDesign(static_cast<std::uint64_t>(seed), {40});
}

QString where(int seed, const Trace& trace, const char* what) {
    return QString("seed %1, %2: %3; %4")
        .arg(seed)
        .arg(QString::fromStdString(trace.flow.value))
        .arg(what)
        .arg(QString::fromStdString(trace.summary));
}

template <class Row, class Change>
void changeAll(Design& design, Change how) {
    std::vector<Row> rows;
    for (Row row : design.*tableOf<Row>()) {
        how(row);
        rows.push_back(std::move(row));
    }
    design.*tableOf<Row>() = Table<Row>::of(std::move(rows));
}

/// Works, by whatever way, always.
bool works(const Trace& trace) {
    return isPrivate(trace.verdict) || trace.verdict == Verdict::Public;
}

std::string renamed(const std::string& id) {
    // Another order than before: the last character comes first.
    return id.empty() ? id : "n" + std::string(id.rbegin(), id.rend());
}

/// Every id another one, in every row and reference. Names stay; what has none is then called by its new id.
Design withOtherIds(const Design& design) {
    Design result = design;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        std::vector<Row> rows;
        for (Row row : design.*table) {
            row.id.value = renamed(row.id.value);
            forEachReference(row, [](auto& reference) { reference.value = renamed(reference.value); });
            rows.push_back(std::move(row));
        }
        result.*table = Table<Row>::of(std::move(rows));
    });
    return result;
}

/// Every list whose order means nothing to AWS, the other way round.
Design withListsReversed(Design design) {
    const auto turn = [](auto& list) { std::ranges::reverse(list); };
    changeAll<SecurityGroup>(design, [&](SecurityGroup& row) {
        turn(row.ingress);
        turn(row.egress);
    });
    changeAll<NetworkAcl>(design, [&](NetworkAcl& row) {
        turn(row.ingress);
        turn(row.egress);
        turn(row.subnets);
    });
    changeAll<RouteTable>(design, [&](RouteTable& row) {
        turn(row.routes);
        turn(row.subnets);
    });
    changeAll<Endpoint>(design, [&](Endpoint& row) {
        turn(row.routeTables);
        turn(row.securityGroups);
        if (row.type != EndpointType::GatewayLoadBalancer) turn(row.subnets);
    });
    changeAll<Workload>(design, [&](Workload& row) { turn(row.subnets); });
    changeAll<TransitGatewayAttachment>(design, [&](TransitGatewayAttachment& row) { turn(row.subnets); });
    changeAll<TransitGatewayRouteTable>(design, [&](TransitGatewayRouteTable& row) { turn(row.propagations); });
    return design;
}

/// Blocks of VPCs and what is part of them, 64 higher in the second byte.
Cidr shifted(const Cidr& block) {
    static const Cidr lower = Cidr::literal("10.0.0.0/10");
    if (!block.isV4() || block.prefix() < 16 || !lower.contains(block.first())) return block;
    return Cidr::of(IpAddress{IpFamily::V4, block.first().bits + (Bits128{64} << 16)}, block.prefix());
}

Design withBlocksShifted(Design design) {
    const auto shift = [](auto& blocks) {
        for (Cidr& block : blocks) block = shifted(block);
    };
    const auto move = [](auto& either) {
        if (Cidr* block = std::get_if<Cidr>(&either)) *block = shifted(*block);
    };
    changeAll<Vpc>(design, [&](Vpc& row) { shift(row.cidrs); });
    changeAll<Subnet>(design, [&](Subnet& row) {
        if (row.cidr) row.cidr = shifted(*row.cidr);
    });
    changeAll<SecurityGroup>(design, [&](SecurityGroup& row) {
        for (auto* rules : {&row.ingress, &row.egress})
            for (SecurityGroupRule& rule : *rules) move(rule.peer);
    });
    changeAll<NetworkAcl>(design, [&](NetworkAcl& row) {
        for (auto* entries : {&row.ingress, &row.egress})
            for (NetworkAclEntry& entry : *entries) entry.cidr = shifted(entry.cidr);
    });
    changeAll<RouteTable>(design, [&](RouteTable& row) {
        for (Route& route : row.routes) move(route.destination);
    });
    return design;
}

}  // namespace

/// Laws that hold for every design (rules/analysis.md, section 5).
class ReachLawsTest : public QObject {
    Q_OBJECT
private slots:
    void ruleMoreBlocksNothing();
    void idsMeanNothing();
    void orderMeansNothing();
    void offsetMeansNothing();
    void allMeansEach();
    void longestPrefixWins();
};

void ReachLawsTest::ruleMoreBlocksNothing() {
    int worked = 0;
    for (int seed = 0; seed < rounds(60); ++seed) {
        const Design before = designOf(seed);
        if (before.securityGroups.empty()) continue;
        Design after = before;
        const std::size_t chosen = static_cast<std::size_t>(seed) % before.securityGroups.size();
        std::size_t at = 0;
        changeAll<SecurityGroup>(after, [&](SecurityGroup& row) {
            if (at++ != chosen) return;
            auto& rules = seed % 2 == 0 ? row.ingress : row.egress;
            rules.push_back({seed % 3 == 0 ? Protocol::all() : Protocol::tcp(),
                             seed % 3 == 0 ? PortRange{} : PortRange::single(443),
                             Cidr::literal(seed % 5 == 0 ? "10.0.0.0/9" : "0.0.0.0/0"), ""});
        });
        const auto then = traces(Network(before));
        const auto now = traces(Network(after));
        for (std::size_t i = 0; i < then.size(); ++i) {
            worked += works(then[i]);
            if (works(then[i]))
                QVERIFY2(now[i].verdict == then[i].verdict, qPrintable(where(seed, now[i], "worked before")));
            if (then[i].verdict == Verdict::Partial)
                QVERIFY2(now[i].verdict != Verdict::Blocked, qPrintable(where(seed, now[i], "worked in part before")));
        }
    }
    QVERIFY(worked > 100);
}

void ReachLawsTest::idsMeanNothing() {
    for (int seed = 0; seed < rounds(60); ++seed) {
        const Design before = designOf(seed);
        const Design after = withOtherIds(before);
        const Network there(after);
        for (const Trace& trace : traces(Network(before))) {
            const Trace now = gw::trace(there, *find(after, Id<Flow>{renamed(trace.flow.value)}));
            QVERIFY2(now.network == trace.network, qPrintable(where(seed, trace, "another verdict by other ids")));
            // Policies name ids of their own.
            const auto ofNetwork = [](const Trace& each) {
                return std::ranges::count_if(each.blockers, [](const Blocker& blocker) {
                    return blocker.stage < Stage::EndpointPolicy || blocker.stage > Stage::ResourcePolicy;
                });
            };
            QCOMPARE(ofNetwork(now), ofNetwork(trace));
        }
    }
}

void ReachLawsTest::orderMeansNothing() {
    for (int seed = 0; seed < rounds(60); ++seed) {
        const Design before = designOf(seed);
        const Design after = withListsReversed(before);
        const auto then = traces(Network(before));
        const auto now = traces(Network(after));
        for (std::size_t i = 0; i < then.size(); ++i)
            QVERIFY2(now[i].verdict == then[i].verdict, qPrintable(where(seed, now[i], "another verdict by order")));
    }
}

void ReachLawsTest::offsetMeansNothing() {
    for (int seed = 0; seed < rounds(60); ++seed) {
        const Design before = designOf(seed);
        const Design after = withBlocksShifted(before);
        // Resolver addresses are values of their own, and are not shifted with the subnets.
        const auto then = traces(Network(before));
        const auto now = traces(Network(after));
        for (std::size_t i = 0; i < then.size(); ++i)
            QVERIFY2(now[i].verdict == then[i].verdict, qPrintable(where(seed, now[i], "another verdict elsewhere")));
    }
}

/// What is said of a caller in several subnets holds for it in each of them alone.
void ReachLawsTest::allMeansEach() {
    int seen = 0;
    for (int seed = 0; seed < rounds(60); ++seed) {
        const Design whole = designOf(seed);
        const Network network(whole);
        for (const Flow& flow : whole.flows) {
            const Workload* caller = find(whole, Id<Workload>{flow.from.value});
            if (!caller || caller->subnets.size() < 2 || flow.to.value == flow.from.value) continue;
            const Trace all = trace(network, flow);
            if (!works(all) && all.verdict != Verdict::Blocked) continue;
            for (const Id<Subnet>& subnet : caller->subnets) {
                // Another caller like it: it may be what load balancers on the way forward to, which stays as it is.
                Design part = whole;
                Workload alone = *caller;
                alone.id = {"alone"};
                alone.subnets = {subnet};
                Flow same = flow;
                same.from = alone.id;
                part.workloads.put(std::move(alone));
                const Trace one = trace(Network(part), same);
                QVERIFY2(one.verdict == all.verdict, qPrintable(where(seed, all, "not so in each subnet")));
                ++seen;
            }
        }
    }
    QVERIFY(seen > 100);
}

/// The routes chosen for single addresses against a scan of the table.
void ReachLawsTest::longestPrefixWins() {
    int seen = 0;
    for (int seed = 0; seed < rounds(60); ++seed) {
        const Design design = designOf(seed);
        const Network network(design);
        for (const Subnet& subnet : design.subnets) {
            const RouteTable* table = network.routeTableOf(subnet);
            const Vpc* vpc = network.vpcOf(subnet);
            if (!table || !vpc || !table->propagatingGateways.empty()) continue;
            for (const char* text : {"10.0.0.9", "10.1.16.9", "10.2.1.9", "10.200.0.1", "192.168.7.7", "203.0.113.9"}) {
                const IpAddress address = IpAddress::parse(text).value();
                End target;
                target.addresses = {{address.bits, address.bits}};
                int best = -1;
                std::string wanted;
                for (const Cidr& block : vpc->cidrs)
                    if (block.contains(address) && block.prefix() > best) best = block.prefix();
                for (const Route& route : table->routes) {
                    const Cidr* block = std::get_if<Cidr>(&route.destination);
                    if (!block || !block->contains(address) || block->prefix() <= best) continue;
                    best = block->prefix();
                    wanted = route.target.value;
                }
                const auto chosen = routesTo(network, subnet, target, IpFamily::V4);
                QCOMPARE(chosen.size(), std::size_t{1});
                QCOMPARE(std::string(chosen.front().gateway), wanted);
                QCOMPARE(chosen.front().next == NextHop::None, best < 0);
                ++seen;
            }
        }
    }
    QVERIFY(seen > 100);
}

QTEST_APPLESS_MAIN(ReachLawsTest)
#include "reach_laws_test.moc"
