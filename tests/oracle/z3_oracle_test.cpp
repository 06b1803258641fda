#include <QtTest>

#include "tests/model/policy/proof/proof_questions.h"
#include "tests/oracle/small_world.h"
#include "tests/oracle/z3_containment.h"
#include "tests/random/rounds.h"

using namespace gw;

/// The prover held against a solver that shares nothing with it. Built where Z3 is installed (libz3-dev).
class Z3OracleTest : public QObject {
    Q_OBJECT
private slots:
    void theSolverSaysTheSame_data();
    void theSolverSaysTheSame();
    void cleanupTestCase();

private:
    int proved_ = 0;
    int refuted_ = 0;
    int unanswered_ = 0;
};

namespace {

std::string withoutVariables(SmallWorld& world) {
    while (true) {
        const std::string policy = world.policy(false);
        if (policy.find("${") == std::string::npos) return policy;
    }
}

/// Whether the counter-example has a key with more values than the solver is given.
bool goesBeyond(const CounterExample& example) {
    return std::ranges::any_of(example.request.context,
                               [](const auto& each) { return each.second.size() > z3MostValues; });
}

}  // namespace

void Z3OracleTest::theSolverSaysTheSame_data() {
    QTest::addColumn<int>("first");
    for (int part = 0; part < 10; ++part) QTest::addRow("part %d", part) << part * rounds(6);
}

void Z3OracleTest::theSolverSaysTheSame() {
    QFETCH(int, first);
    constexpr unsigned steps = 2'000'000;
    for (int seed = first; seed < first + rounds(6); ++seed) {
        SmallWorld world(static_cast<std::uint64_t>(seed) + 5'000'000);
        const std::string policy = withoutVariables(world);
        std::string than = world.chance(50) ? world.variantOf(policy) : withoutVariables(world);
        if (than.find("${") != std::string::npos) than = withoutVariables(world);
        const ProofAnswer answer = noMorePermissive(policy, than);
        const auto told = [&] { return "seed " + std::to_string(seed) + "\n" + policy + "\n" + than; };
        QVERIFY2(answer.verdict != ProofAnswer::Verdict::Unknown, (told() + answer.reason).c_str());
        const bool isRefuted = answer.verdict == ProofAnswer::Verdict::Refuted;
        if (isRefuted && goesBeyond(*answer.counterExample)) continue;
        const std::optional<bool> differs = z3Differs(policy, than, steps);
        if (!differs) {
            ++unanswered_;
            continue;
        }
        ++(isRefuted ? refuted_ : proved_);
        QVERIFY2(*differs == isRefuted, told().c_str());
    }
}

void Z3OracleTest::cleanupTestCase() {
    if (qEnvironmentVariableIsSet("GATEWRIGHT_SHOW"))
        qInfo("%d proved and %d refuted by both, %d not answered by the solver", proved_, refuted_, unanswered_);
    QVERIFY(proved_ + refuted_ > 4 * unanswered_);
}

QTEST_GUILESS_MAIN(Z3OracleTest)
#include "z3_oracle_test.moc"
