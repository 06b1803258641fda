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

std::set<std::string> errorSubjects(const Judgement& judged) {
    std::set<std::string> subjects;
    for (const Diagnostic& each : judged.diagnostics())
        if (each.finding->severity == Severity::Error) subjects.insert(each.finding->subject.value);
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
        const std::set<std::string> subjects = errorSubjects(judged);
        byThisRule += static_cast<int>(saidOfArrival(judged.diagnostics()));
        for (const FlowFacts& each : judged.facts().flows()) {
            if (!isStoppedSomewhere(each)) continue;
            ++stopped;
            std::vector<AnyId> about{each.flow.id, AnyId(each.flow.from.value), AnyId(each.flow.to.value)};
            for (const Hop& hop : each.trace.hops) about.push_back(hop.subject);
            for (const Blocker& blocker : each.trace.blockers) about.push_back(blocker.subject);
            QVERIFY2(std::ranges::any_of(about, [&](const AnyId& id) { return subjects.contains(id.value); }),
                     ("seed " + std::to_string(seed) + ": " + each.trace.summary).c_str());
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
