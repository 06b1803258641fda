#include <QtTest>

#include <algorithm>

#include "model/check/mend.h"
#include "model/spec/spec.h"
#include "resources/embedded.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

/// All fixes at once: what is left is no worse anywhere, and nothing is left that the same call would still fix.
class MendTest : public QObject {
    Q_OBJECT

private slots:
    void theBrokenTwin();
    void theReferenceStaysAsItIs();
    void safeFixesAreFewer();
    void oneRuleAlone();
    void waivedFindingsStay();
    void randomDesigns();
};

namespace {

Design sample(const char* name) {
    auto read = readSpec(embeddedFile(std::string("samples/") + name + ".gatewright.json"));
    if (!read) qFatal("%s", read.error().message.c_str());
    return *std::move(read);
}

std::array<int, 3> counts(const Design& design) {
    std::array<int, 3> found{};
    for (const Diagnostic& each : check(Facts(design)))
        if (!each.waiver) ++found[static_cast<std::size_t>(each.finding->severity)];
    return found;
}

}  // namespace

void MendTest::theBrokenTwin() {
    const Design broken = sample("securecart-broken");
    const Mended mended = mend(broken, {.reviewed = true});
    QVERIFY(mended.steps.size() > 10);
    const auto before = counts(broken);
    const auto after = counts(mended.design);
    QVERIFY(before[2] > 5);
    // What credentials reach that were carried outside, resource policies alone stop: those keep it to its endpoint.
    QCOMPARE(after[2], 0);
    // No denial is in the way of what is needed and was stopped by something else.
    const Facts facts(mended.design);
    for (const Trace& trace : facts.traces())
        if (const Flow* flow = find(mended.design, trace.flow); flow->intent != FlowIntent::Blocked)
            QVERIFY2(trace.asWanted, trace.summary.c_str());
    QVERIFY2(after[1] * 2 < before[1], qPrintable(QString("%1 of %2 warnings").arg(after[1]).arg(before[1])));
}

void MendTest::theReferenceStaysAsItIs() {
    const Design reference = sample("securecart");
    const Mended mended = mend(reference, {.reviewed = true});
    QVERIFY(mended.steps.empty());
    QVERIFY(mended.design == reference);
}

void MendTest::safeFixesAreFewer() {
    const Design broken = sample("securecart-broken");
    QVERIFY(mend(broken, {}).steps.size() < mend(broken, {.reviewed = true}).steps.size());
}

void MendTest::oneRuleAlone() {
    const Rule* rule = ruleOf("VPE009");
    const std::vector<const Rule*> rules{rule};
    const Mended mended = mend(sample("securecart-broken"), {.rules = rules, .reviewed = true});
    QVERIFY(!mended.steps.empty());
    for (const MendStep& step : mended.steps) QCOMPARE(step.rule, rule);
    QVERIFY(rule->check(Facts(mended.design)).empty());
}

void MendTest::waivedFindingsStay() {
    Design broken = sample("securecart-broken");
    const Rule* rule = ruleOf("VPE009");
    const std::vector<const Rule*> rules{rule};
    int number = 0;
    for (const Finding& each : rule->check(Facts(broken))) {
        Waiver waiver;
        waiver.id = {"waiver-" + std::to_string(++number)};
        waiver.rule = "VPE009";
        waiver.subject = each.subject;
        waiver.reason = "Accepted for the workshop.";
        broken.waivers.put(waiver);
    }
    QVERIFY(number > 0);
    QVERIFY(mend(broken, {.rules = rules, .reviewed = true}).steps.empty());
}

void MendTest::randomDesigns() {
    std::size_t fixes = 0;
    for (int seed = 1; seed <= rounds(6); ++seed) {
        const auto random = static_cast<std::uint64_t>(seed);
        const Design design = seed % 2 ? randomDesign(random, {30}) : randomConnectedDesign(random);
        const MendScope scope{.reviewed = true};
        const Mended mended = mend(design, scope);
        fixes += mended.steps.size();
        const auto again = readSpec(writeSpec(mended.design));
        QVERIFY(again && *again == mended.design);
        QVERIFY(counts(mended.design)[2] <= counts(design)[2]);
        const Facts before(design);
        const Facts after(mended.design);
        for (const Trace& trace : before.traces()) {
            const Trace* now = after.traceOf(trace.flow);
            QVERIFY2(now && (now->asWanted || !trace.asWanted), trace.flow.value.c_str());
        }
        QVERIFY(mend(mended.design, scope).steps.empty());
    }
    QVERIFY(fixes > 20);
}

QTEST_GUILESS_MAIN(MendTest)
#include "mend_test.moc"
