#include <QtTest>

#include <algorithm>

#include "model/edit/edits.h"
#include "model/reach/reach.h"
#include "model/repair/repair.h"
#include "tests/random/random.h"
#include "tests/random/rounds.h"
#include "tests/samples.h"

using namespace gw;

namespace {

/// One thing wrong with the reference, done by an edit that anybody could do.
struct Seeded {
    Edit edit;
    std::set<std::string> flows{};  ///< that no longer fare as wanted because of it
};

Traces tracesOf(const Design& design) {
    const Network network(design);
    return traces(network);
}

/// Calls that should get through and do not, or not privately. What is to be kept out is left to policies here.
std::set<std::string> unwanted(const Design& design) {
    std::set<std::string> flows;
    for (const Trace& trace : tracesOf(design))
        if (!trace.asWanted && find(design, trace.flow)->intent != FlowIntent::Blocked) flows.insert(trace.flow.value);
    return flows;
}

/// Every single rule, association and switch that some flow of the reference hangs on.
std::vector<Seeded> seedsOf(const Design& design) {
    std::vector<Edit> edits;
    for (const SecurityGroup& group : design.securityGroups) {
        for (const SecurityGroupRule& rule : group.ingress)
            edits.push_back(edits::removeSecurityGroupRule(group.id, Direction::In, rule));
        for (const SecurityGroupRule& rule : group.egress)
            edits.push_back(edits::removeSecurityGroupRule(group.id, Direction::Out, rule));
    }
    for (const Endpoint& endpoint : design.endpoints) {
        if (endpoint.type == EndpointType::Interface) {
            edits.push_back(edits::setEndpointPrivateDns(endpoint.id, false));
            continue;
        }
        for (const Id<RouteTable>& table : endpoint.routeTables) {
            Endpoint less = endpoint;
            std::erase(less.routeTables, table);
            edits.push_back(edits::setEndpoint(less));
        }
    }
    std::vector<Seeded> seeds;
    for (Edit& edit : edits) {
        const auto broken = apply(edit, design);
        if (!broken) continue;
        if (std::set<std::string> flows = unwanted(*broken); !flows.empty())
            seeds.push_back({std::move(edit), std::move(flows)});
    }
    return seeds;
}

/// How many edits the repairs that are offered take, one flow after the other, until all is as wanted.
int editsToMend(Design design) {
    int edits = 0;
    for (auto flows = unwanted(design); !flows.empty(); flows = unwanted(design)) {
        const auto repairs = repairsOf(design, Id<Flow>{*flows.begin()});
        if (repairs.empty()) return -1;
        auto mended = apply(repairs.front().whole(), std::move(design));
        if (!mended) return -1;
        design = *std::move(mended);
        edits += static_cast<int>(repairs.front().steps.size());
    }
    return edits;
}

std::set<std::string> united(const std::vector<const Seeded*>& seeds) {
    std::set<std::string> flows;
    for (const Seeded* seed : seeds) flows.insert(seed->flows.begin(), seed->flows.end());
    return flows;
}

}  // namespace

/// As many independent faults as are put into the reference, so many are reported: no flow more is called broken than
/// they break, and the repairs take just as many edits.
class InjectedFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void referenceIsAsWanted() { QVERIFY(unwanted(design_).empty()); }
    void eachFaultIsOne();
    void faultsAreCounted_data();
    void faultsAreCounted();

private:
    /// Seeds of which no two break the same flow.
    std::vector<const Seeded*> independent(Random& random, std::size_t count) const;

    Design design_;
    std::vector<Seeded> seeds_;
};

void InjectedFaultsTest::initTestCase() {
    design_ = secureCart();
    seeds_ = seedsOf(design_);
    qInfo("%zu faults can be seeded", seeds_.size());
    QVERIFY(seeds_.size() > 20);
}

void InjectedFaultsTest::eachFaultIsOne() {
    QStringList wrong;
    for (const Seeded& seed : seeds_) {
        const int edits = editsToMend(*apply(seed.edit, design_));
        if (edits != 1) wrong << QString("%1: %2 edits").arg(seed.edit.label.c_str()).arg(edits);
    }
    QVERIFY2(wrong.empty(), qPrintable(wrong.join("; ")));
}

std::vector<const Seeded*> InjectedFaultsTest::independent(Random& random, std::size_t count) const {
    std::vector<const Seeded*> chosen;
    for (int tries = 0; chosen.size() < count && tries < 1000; ++tries) {
        const Seeded& seed = random.of(seeds_);
        const std::set<std::string> taken = united(chosen);
        if (std::ranges::none_of(seed.flows, [&](const std::string& flow) { return taken.contains(flow); }))
            chosen.push_back(&seed);
    }
    return chosen;
}

void InjectedFaultsTest::faultsAreCounted_data() {
    QTest::addColumn<int>("count");
    for (int count = 1; count <= 4; ++count) QTest::addRow("k = %d", count) << count;
}

void InjectedFaultsTest::faultsAreCounted() {
    QFETCH(int, count);
    Random random(static_cast<std::uint64_t>(count));
    for (int round = 0; round < rounds(6); ++round) {
        const auto chosen = independent(random, static_cast<std::size_t>(count));
        QCOMPARE(chosen.size(), static_cast<std::size_t>(count));
        Design broken = design_;
        QStringList labels;
        for (const Seeded* seed : chosen) {
            auto next = apply(seed->edit, std::move(broken));
            QVERIFY(next.has_value());
            broken = *std::move(next);
            labels << seed->edit.label.c_str();
        }
        QVERIFY2(unwanted(broken) == united(chosen), qPrintable(labels.join(", ")));
        const int edits = editsToMend(broken);
        QVERIFY2(edits == count, qPrintable(labels.join(", ") + QString(": %1 edits").arg(edits)));
    }
}

QTEST_APPLESS_MAIN(InjectedFaultsTest)
#include "injected_faults_test.moc"
