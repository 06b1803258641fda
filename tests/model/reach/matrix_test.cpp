#include <QtTest>

#include <set>

#include "model/design/text_form.h"
#include "model/reach/fare.h"
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
    void faresAgreeWithWhatIsWanted();
    void whatArrivesAgainstIntentIntrudes();
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

/// Lines and counts follow from how a flow fares: nothing counts as mended that its trace calls unwanted.
void MatrixTest::faresAgreeWithWhatIsWanted() {
    std::set<Fare> met;
    for (int seed = 0; seed < rounds(40); ++seed) {
        Design design = randomDesign(static_cast<std::uint64_t>(700 + seed));
        std::size_t nth = 0;
        std::vector<Flow> flows(design.flows.begin(), design.flows.end());
        for (Flow& flow : flows) {
            flow.intent = static_cast<FlowIntent>(nth++ % 3);
            design.flows.put(flow);
        }
        for (const Trace& trace : traces(Network(design))) {
            const Fare fare = fareOf(*find(design, trace.flow), trace);
            met.insert(fare);
            QVERIFY2(isAsWanted(fare) == trace.asWanted, trace.summary.c_str());
        }
    }
    for (const Fare fare : {Fare::Private, Fare::Public, Fare::Blocked, Fare::Refused, Fare::Open, Fare::Intruding})
        QVERIFY2(met.contains(fare), std::string(enumLabel(fare)).c_str());
}

void MatrixTest::whatArrivesAgainstIntentIntrudes() {
    Flow flow;
    flow.intent = FlowIntent::Blocked;
    Trace trace;
    for (const Verdict verdict :
         {Verdict::PrivateGateway, Verdict::PrivateInterface, Verdict::Public, Verdict::Partial}) {
        trace.verdict = verdict;
        trace.policiesOpen = false;
        QCOMPARE(fareOf(flow, trace), Fare::Intruding);
        // What policies may still deny is not known to arrive.
        trace.policiesOpen = true;
        QCOMPARE(fareOf(flow, trace), Fare::Unknown);
    }
    trace.verdict = Verdict::Blocked;
    QCOMPARE(fareOf(flow, trace), Fare::Refused);
}

QTEST_MAIN(MatrixTest)
#include "matrix_test.moc"
