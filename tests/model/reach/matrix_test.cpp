#include <QtTest>

#include <set>

#include "model/reach/matrix.h"
#include "model/reach/reach.h"
#include "tests/model/reach/shop.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;
using shop::change;

/// The private-path matrix holds every flow once, and shows the one that fares worst.
class MatrixTest : public QObject {
    Q_OBJECT
private slots:
    void everyFlowStandsInOneCell();
    void theWorstIsShown();
    void allPairsAddsWhatNobodyDrew();
};

void MatrixTest::everyFlowStandsInOneCell() {
    for (int seed = 0; seed < rounds(20); ++seed) {
        const Design design = randomDesign(static_cast<std::uint64_t>(400 + seed));
        const Network network(design);
        const auto all = traces(network);
        const VerdictMatrix matrix = matrixOf(design, all);
        std::set<std::string> seen;
        for (const MatrixCell& cell : matrix.cells) {
            QVERIFY(std::ranges::binary_search(matrix.rows, cell.from));
            QVERIFY(std::ranges::binary_search(matrix.columns, cell.to));
            for (const Id<Flow>& id : cell.flows) {
                QVERIFY(seen.insert(id.value).second);
                const Flow& flow = *find(design, id);
                QCOMPARE(flow.from.value, cell.from.value);
                QCOMPARE(flow.to.value, cell.to.value);
                const auto at = std::ranges::find(all, id, &Trace::flow);
                QVERIFY(!isWorse(*at, cell.worst));
            }
        }
        QCOMPARE(seen.size(), design.flows.size());
    }
}

void MatrixTest::theWorstIsShown() {
    Design design = shop::open();
    design.flows.put(shop::flow("keys-again", Id<Workload>{"app"}, Id<ServiceResource>{"keys"}));
    change<Flow>(design, "keys-again", [](Flow& row) { row.port = PortRange::single(8443); });
    const Network network(design);
    const VerdictMatrix matrix = matrixOf(design, traces(network));
    QCOMPARE(matrix.rows, std::vector<AnyId>{AnyId("app")});
    QCOMPARE(matrix.columns, (std::vector<AnyId>{AnyId("images"), AnyId("keys")}));
    QCOMPARE(matrix.cells.back().flows.size(), std::size_t{2});
    QCOMPARE(matrix.cells.back().worst.flow, Id<Flow>{"keys-again"});
    QCOMPARE(matrix.cells.back().worst.verdict, Verdict::Blocked);
}

void MatrixTest::allPairsAddsWhatNobodyDrew() {
    Design design = shop::open();
    design.flows.erase({"keys-flow"});
    const Network network(design);
    const VerdictMatrix matrix = matrixOfAllPairs(network, traces(network));
    QCOMPARE(matrix.cells.size(), std::size_t{2});
    const MatrixCell& keys = matrix.cells.back();
    QVERIFY(keys.flows.empty());
    // What a call would meet is what the flow met that is not drawn any more.
    QCOMPARE(keys.worst.verdict, Verdict::PrivateInterface);
    QCOMPARE(keys.worst.via, std::vector<AnyId>{AnyId("vpce-secrets")});
}

QTEST_MAIN(MatrixTest)
#include "matrix_test.moc"
