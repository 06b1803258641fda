#include <QTest>

#include <algorithm>
#include <set>

#include "model/check/judgement.h"
#include "model/check/needs.h"
#include "tests/model/check/fixture.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

/// No flow is stopped without an error that says so.
class ArrivalTest : public QObject {
    Q_OBJECT
private slots:
    void noStoppedFlowGoesUntold();
    void whatAnotherRuleTellsIsToldOnce();
};

namespace {

bool isStoppedSomewhere(const FlowFacts& each) {
    return isWanted(each.flow) && (each.trace.verdict == Verdict::Blocked || each.trace.verdict == Verdict::Partial);
}

/// What errors are about; of traffic alone, or of all that is wrong.
std::set<std::string> errorSubjects(const Judgement& judged, bool ofTraffic) {
    std::set<std::string> subjects;
    for (const Diagnostic& each : judged.diagnostics())
        if (each.finding->severity == Severity::Error && (!ofTraffic || each.rule->category == Category::Traffic))
            subjects.insert(each.finding->subject.value);
    return subjects;
}

qsizetype saidOfArrival(const std::vector<Diagnostic>& diagnostics) {
    return std::ranges::count(diagnostics, std::string_view("INV003"),
                              [](const Diagnostic& each) { return each.rule->code; });
}

}  // namespace

void ArrivalTest::noStoppedFlowGoesUntold() {
    int stopped = 0;
    int byThisRule = 0;
    for (int seed = 1; seed <= rounds(40); ++seed) {
        const Judgement judged(randomDesign(static_cast<std::uint64_t>(seed), {60}));
        const std::set<std::string> traffic = errorSubjects(judged, true);
        const std::set<std::string> all = errorSubjects(judged, false);
        byThisRule += static_cast<int>(saidOfArrival(judged.diagnostics()));
        for (const FlowFacts& each : judged.facts().flows()) {
            if (!isStoppedSomewhere(each)) continue;
            ++stopped;
            // Of the ends and the way any error would do to hide what stops the flow: those say something else.
            std::vector<std::string> about{each.flow.from.value, each.flow.to.value};
            for (const Hop& hop : each.trace.hops) about.push_back(hop.subject.value);
            bool isTold = all.contains(each.flow.id.value) ||
                          std::ranges::any_of(about, [&](const std::string& id) { return traffic.contains(id); });
            for (const Blocker& blocker : each.trace.blockers)
                isTold = isTold || (blocker.subject.value != each.flow.to.value && all.contains(blocker.subject.value));
            QVERIFY2(isTold, ("seed " + std::to_string(seed) + ": " + each.trace.summary).c_str());
        }
    }
    QVERIFY(stopped > 100);
    QVERIFY(byThisRule > 10);
    QVERIFY(byThisRule < stopped);
}

void ArrivalTest::whatAnotherRuleTellsIsToldOnce() {
    const QString rules = SOURCE_DIR "/tests/fixtures/rules/";
    const Judgement alone(fixture::design(rules + "flow-does-not-arrive/bad.gatewright.json"));
    QCOMPARE(saidOfArrival(alone.diagnostics()), 1);
    const Judgement told(fixture::design(rules + "caller-egress-misses-endpoint/bad.gatewright.json"));
    QVERIFY(std::ranges::any_of(told.facts().flows(), isStoppedSomewhere));
    QCOMPARE(saidOfArrival(told.diagnostics()), 0);
}

QTEST_GUILESS_MAIN(ArrivalTest)
#include "arrival_test.moc"
