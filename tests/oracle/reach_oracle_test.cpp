#include <QtTest>

#include "model/reach/reach.h"
#include "tests/oracle/reach_oracle.h"
#include "tests/random/random.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;
using oracle::Fate;

/// The tracer against a second, naive implementation on random designs.
class ReachOracleTest : public QObject {
    Q_OBJECT
private slots:
    void sameAnswerOnRandomDesigns();
};

namespace {

Cidr halfOf(const Cidr& block, bool upper) {
    const IpAddress at = upper ? block.last() : block.first();
    return Cidr::of(at, std::min(block.prefix() + 1, block.width())).canonical();
}

/// Random designs filter by whole subnets; this makes rules that hold for a half of them, of ports or of addresses.
Design roughened(Design design, std::uint64_t seed) {
    std::uint64_t state = seed * 2654435761U + 1;
    const auto chance = [&](std::uint64_t percent) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return (state >> 33) % 100 < percent;
    };
    std::vector<SecurityGroup> groups(design.securityGroups.begin(), design.securityGroups.end());
    for (SecurityGroup& group : groups)
        for (auto* rules : {&group.ingress, &group.egress})
            for (SecurityGroupRule& rule : *rules)
                if (Cidr* block = std::get_if<Cidr>(&rule.peer); block && block->isV4() && chance(25))
                    for (bool more = true; more; more = chance(80)) *block = halfOf(*block, chance(50));
    design.securityGroups = Table<SecurityGroup>::of(std::move(groups));
    std::vector<NetworkAcl> acls(design.networkAcls.begin(), design.networkAcls.end());
    for (NetworkAcl& acl : acls)
        for (auto* entries : {&acl.ingress, &acl.egress}) {
            for (NetworkAclEntry& entry : *entries) {
                if (entry.cidr.isV4() && chance(15)) entry.cidr = halfOf(entry.cidr, chance(50));
                if (entry.protocol == Protocol::tcp() && entry.ports.from != entry.ports.to && chance(20))
                    entry.ports.from =
                        static_cast<std::uint16_t>(entry.ports.from + (entry.ports.to - entry.ports.from) / 2);
            }
            if (chance(20)) {
                NetworkAclEntry deny;
                deny.number = chance(50) ? 1 : 32000;
                deny.action = AclAction::Deny;
                deny.protocol = Protocol::tcp();
                deny.ports = chance(50) ? PortRange{20000, 30000} : PortRange::single(443);
                deny.cidr = Cidr::literal(chance(50) ? "0.0.0.0/0" : "10.0.0.0/9");
                entries->push_back(deny);
            }
        }
    design.networkAcls = Table<NetworkAcl>::of(std::move(acls));
    return design;
}

/// Random designs call what listens; this makes calls to other ports, past filters that let every port through, and
/// transit gateways of another Region.
Design miscalled(Design design, std::uint64_t seed) {
    Random random(seed);
    std::vector<SecurityGroup> groups(design.securityGroups.begin(), design.securityGroups.end());
    for (SecurityGroup& group : groups)
        for (auto* rules : {&group.ingress, &group.egress})
            for (SecurityGroupRule& rule : *rules)
                if (rule.protocol == Protocol::tcp()) rule.ports = PortRange{};
    design.securityGroups = Table<SecurityGroup>::of(std::move(groups));
    for (Flow flow : std::vector<Flow>(design.flows.begin(), design.flows.end())) {
        if (!random.chance(30)) continue;
        flow.port = PortRange::single(random.chance(50) ? 80 : random.chance(50) ? 22 : 8443);
        design.flows.put(std::move(flow));
    }
    for (Workload workload : std::vector<Workload>(design.workloads.begin(), design.workloads.end())) {
        if (!random.chance(30)) continue;
        workload.ports = PortRange::single(8443);
        design.workloads.put(std::move(workload));
    }
    for (TransitGateway gateway :
         std::vector<TransitGateway>(design.transitGateways.begin(), design.transitGateways.end())) {
        if (!random.chance(20)) continue;
        Region elsewhere;
        elsewhere.id = {"region-elsewhere"};
        elsewhere.code = "ap-south-1";
        design.regions.put(elsewhere);
        gateway.region = elsewhere.id;
        design.transitGateways.put(std::move(gateway));
    }
    return design;
}

/// What the oracle's packets say of the verdict; nullopt where it does not model a way.
std::optional<Verdict> expectedOf(const std::set<Fate>& fates) {
    if (fates.empty() || fates.contains(Fate::NotModelled)) return std::nullopt;
    if (fates.size() > 1) return Verdict::Partial;
    switch (*fates.begin()) {
        case Fate::Gateway:
            return Verdict::PrivateGateway;
        case Fate::Interface:
            return Verdict::PrivateInterface;
        case Fate::Public:
            return Verdict::Public;
        case Fate::Blocked:
            return Verdict::Blocked;
        case Fate::NotModelled:
            break;
    }
    return std::nullopt;
}

}  // namespace

void ReachOracleTest::sameAnswerOnRandomDesigns() {
    const int designs = rounds(600);
    int compared = 0;
    int unknown = 0;
    std::map<Verdict, int> seen;
    int dualstack = 0;
    std::map<Verdict, int> balanced;
    for (int seed = 0; seed < designs; ++seed) {
        const auto number = static_cast<std::uint64_t>(seed);
        Design design = seed % 4 < 2 ? randomConnectedDesign(number, {40}) : randomDesign(number, {40});
        if (seed % 2 == 1) design = roughened(std::move(design), number);
        if (seed % 3 == 2) design = miscalled(std::move(design), number);
        const Network network(design);
        for (const Flow& flow : design.flows) {
            const auto expected = expectedOf(oracle::fatesOf(design, flow));
            if (!expected) continue;
            const Trace found = trace(network, flow);
            if (found.network == Verdict::Unknown) {
                // The oracle takes an address of a service it does not know; the tracer says so instead.
                ++unknown;
                continue;
            }
            ++compared;
            dualstack += std::ranges::any_of(found.via, [&](const AnyId& id) {
                const Endpoint* endpoint = find(design, Id<Endpoint>{id.value});
                return endpoint && endpoint->ipAddressType == IpAddressType::Dualstack;
            });
            ++seen[found.network];
            if (find(design, Id<LoadBalancer>{flow.to.value}) || find(design, Id<EndpointService>{flow.to.value}))
                ++balanced[found.network];
            QVERIFY2(found.network == *expected, qPrintable(QString("seed %1, flow %2: tracer %3, oracle %4; %5")
                                                                .arg(seed)
                                                                .arg(QString::fromStdString(flow.id.value))
                                                                .arg(static_cast<int>(found.network))
                                                                .arg(static_cast<int>(*expected))
                                                                .arg(QString::fromStdString(found.summary))));
        }
    }
    qInfo() << "compared" << compared << "flows," << dualstack << "through dual-stack endpoints," << balanced.size()
            << "verdicts at load balancers (open" << balanced[Verdict::PrivateInterface] << "blocked"
            << balanced[Verdict::Blocked] << "partial" << balanced[Verdict::Partial] << "), unknown" << unknown;
    QVERIFY(balanced[Verdict::PrivateInterface] > designs / 60);
    QVERIFY(balanced[Verdict::Blocked] > designs / 60);
    QVERIFY(balanced[Verdict::Partial] > designs / 60);
    QVERIFY(dualstack > designs / 60);
    QVERIFY(compared > designs);
    QVERIFY(unknown < compared / 4);
    for (const Verdict verdict :
         {Verdict::PrivateGateway, Verdict::PrivateInterface, Verdict::Public, Verdict::Partial, Verdict::Blocked})
        QVERIFY2(seen[verdict] > 0, "Every verdict must be met.");
}

QTEST_APPLESS_MAIN(ReachOracleTest)
#include "reach_oracle_test.moc"
