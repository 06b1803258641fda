#include <QtTest>

#include <algorithm>
#include <map>

#include "model/report/proof.h"
#include "tests/model/policy/proof/proof_questions.h"
#include "tests/oracle/small_world.h"
#include "tests/random/rounds.h"

using namespace gw;

/// The prover held against all requests of a small world, one by one: what is proved no request of it contradicts, and
/// each counter-example is what the judge says it is.
class ProofOracleTest : public QObject {
    Q_OBJECT
private slots:
    void containment_data();
    void containment();
    void exclusive_data();
    void exclusive();
    void foreign();
    void deadAndChanged();
};

namespace {

bool mayBeUnknown(const std::string& text) {
    return text.find("${") != std::string::npos;
}

/// What the judge says of two resource policies, for every request there is and beside whatever other policies there
/// are that let nobody in by themselves: those of another account's caller may allow everything, the same account's
/// not.
template <class Visit>
void forEachBesideOthers(SmallWorld& world, const std::string& one, const std::string& other, Visit visit) {
    const std::vector<Grants> ofOne = SmallWorld::besideOthers(one);
    const std::vector<Grants> ofOther = SmallWorld::besideOthers(other);
    const std::vector<Grants> ofNone = SmallWorld::besideOthers("null");
    world.forEachRequest({one, other}, true, [&](WorldRequest request) {
        // Services and strangers without an account have no policies of their own.
        if (!request.principal.starts_with("arn:")) return;
        for (const char* owner : {"", "123412341234"}) {
            request.owner = owner;
            for (std::size_t i = 0; i < ofOne.size(); ++i)
                if (request.judgedBy(ofNone[i]) != AccessResult::Allowed)
                    visit(request.judgedBy(ofOne[i]), request.judgedBy(ofOther[i]),
                          "beside " + std::to_string(i) + ": " + request.text());
        }
    });
}

/// Of one of three parts.
int roundsOfAPart() {
    return rounds(18);
}

void addParts() {
    QTest::addColumn<int>("first");
    for (int part = 0; part < 3; ++part) QTest::addRow("part %d", part) << part * roundsOfAPart();
}

}  // namespace

void ProofOracleTest::containment_data() {
    addParts();
}

void ProofOracleTest::containment() {
    QFETCH(int, first);
    std::map<ProofAnswer::Verdict, int> verdicts;
    for (int seed = first; seed < first + roundsOfAPart(); ++seed) {
        SmallWorld world(static_cast<std::uint64_t>(seed));
        const bool withPrincipals = world.chance(50);
        const std::string policy = world.policy(withPrincipals);
        const std::string than = world.chance(40) ? world.variantOf(policy) : world.policy(withPrincipals);
        const std::string text = R"({"ask":"noMorePermissive","policy":)" + policy + R"(,"than":)" + than + "}";
        const ProofAnswer answer = answerTo(text);
        ++verdicts[answer.verdict];
        const auto told = [&](const std::string& what) {
            return "seed " + std::to_string(seed) + ": " + what + "\n" + text;
        };
        QVERIFY2(answer.verdict != ProofAnswer::Verdict::Unknown || mayBeUnknown(text), told(answer.reason).c_str());
        if (answer.verdict == ProofAnswer::Verdict::Refuted)
            QVERIFY2(judged(*answer.counterExample) == AccessResult::Allowed, told(proofJson(answer)).c_str());
        if (answer.verdict != ProofAnswer::Verdict::Proved) continue;
        // Beside a policy that allows everything where neither allows anything.
        const bool beside = text.find("\"Allow\"") == std::string::npos;
        const Grants ofPolicy = SmallWorld::alone(policy, withPrincipals, beside);
        const Grants ofThan = SmallWorld::alone(than, withPrincipals, beside);
        world.forEachRequest({policy, than}, withPrincipals, [&](const WorldRequest& request) {
            QVERIFY2(request.judgedBy(ofPolicy) != AccessResult::Allowed ||
                         request.judgedBy(ofThan) == AccessResult::Allowed,
                     told(request.text()).c_str());
        });
        if (withPrincipals && !beside)
            forEachBesideOthers(
                world, policy, than, [&](AccessResult one, AccessResult other, const std::string& asked) {
                    QVERIFY2(one != AccessResult::Allowed || other == AccessResult::Allowed, told(asked).c_str());
                });
    }
    QVERIFY(verdicts[ProofAnswer::Verdict::Proved] > 3);
    QVERIFY(verdicts[ProofAnswer::Verdict::Refuted] > 3);
}

void ProofOracleTest::exclusive_data() {
    addParts();
}

void ProofOracleTest::exclusive() {
    QFETCH(int, first);
    std::map<ProofAnswer::Verdict, int> verdicts;
    for (int seed = first; seed < first + roundsOfAPart(); ++seed) {
        SmallWorld world(static_cast<std::uint64_t>(seed) + 1'000'000);
        const SmallWorld::Exclusive asked = world.exclusive();
        const ProofAnswer answer = answerTo(asked.question);
        ++verdicts[answer.verdict];
        const auto told = [&](const std::string& what) {
            return "seed " + std::to_string(seed) + ": " + what + "\n" + asked.question;
        };
        QVERIFY2(answer.verdict != ProofAnswer::Verdict::Unknown || mayBeUnknown(asked.question),
                 told(answer.reason).c_str());
        if (answer.verdict == ProofAnswer::Verdict::Refuted) {
            QVERIFY2(judged(*answer.counterExample) == AccessResult::Allowed, told(proofJson(answer)).c_str());
            const KeyValues* endpoint = answer.counterExample->request.valuesOf("aws:sourcevpce");
            QVERIFY2(!endpoint || endpoint->front() != SmallWorld::excepted, told(proofJson(answer)).c_str());
            QVERIFY(answer.counterExample->request.resource.starts_with(SmallWorld::bucket));
        }
        if (answer.verdict != ProofAnswer::Verdict::Proved) continue;
        world.forEachExclusiveRequest(asked, [&](const WorldRequest& request, const Grants& grants) {
            QVERIFY2(request.judgedBy(grants) != AccessResult::Allowed, told(request.text()).c_str());
        });
    }
    QVERIFY(verdicts[ProofAnswer::Verdict::Proved] > 3);
    QVERIFY(verdicts[ProofAnswer::Verdict::Refuted] > 3);
}

void ProofOracleTest::foreign() {
    std::map<ProofAnswer::Verdict, int> verdicts;
    for (int seed = 0; seed < rounds(50); ++seed) {
        SmallWorld world(static_cast<std::uint64_t>(seed) + 2'000'000);
        const std::string policy = world.accountPolicy();
        const std::string text = R"({"ask":"noForeign","accounts":["111122223333"],"policy":)" + policy + "}";
        const ProofAnswer answer = answerTo(text);
        ++verdicts[answer.verdict];
        const auto told = [&](const std::string& what) {
            return "seed " + std::to_string(seed) + ": " + what + "\n" + text;
        };
        // What hangs on a Deny for a principal holds for an interface endpoint, which these requests come through.
        const bool holds = answer.verdict == ProofAnswer::Verdict::Proved ||
                           answer.reason.starts_with("It holds for an interface endpoint.");
        QVERIFY2(answer.verdict != ProofAnswer::Verdict::Unknown || holds, told(answer.reason).c_str());
        if (answer.verdict == ProofAnswer::Verdict::Refuted)
            QVERIFY2(judged(*answer.counterExample) == AccessResult::Allowed, told(proofJson(answer)).c_str());
        if (!holds) continue;
        SmallWorld::forEachForeignRequest(
            policy, "111122223333", [&](const WorldRequest& request, const Grants& grants) {
                QVERIFY2(request.judgedBy(grants) != AccessResult::Allowed, told(request.text()).c_str());
            });
    }
    QVERIFY(verdicts[ProofAnswer::Verdict::Proved] > 3);
    QVERIFY(verdicts[ProofAnswer::Verdict::Refuted] > 3);
}

void ProofOracleTest::deadAndChanged() {
    int dead = 0;
    for (int seed = 0; seed < rounds(50); ++seed) {
        SmallWorld world(static_cast<std::uint64_t>(seed) + 3'000'000);
        const bool withPrincipals = seed % 2 == 1;
        const std::string policy = world.policy(withPrincipals);
        const ProofAnswer answer = answerTo(R"({"ask":"dead","policy":)" + policy + "}");
        if (answer.verdict == ProofAnswer::Verdict::Refuted)
            QVERIFY2(judged(*answer.counterExample) == AccessResult::Allowed, policy.c_str());
        if (answer.verdict != ProofAnswer::Verdict::Proved) continue;
        ++dead;
        std::vector<std::size_t> taken;
        for (const DeadStatement& each : answer.dead) taken.push_back(each.index);
        const std::string less = SmallWorld::without(policy, taken);
        if (less.empty()) continue;
        // Without its dead statements a policy says the same.
        const ProofAnswer change = answerTo(R"({"ask":"changed","before":)" + policy + R"(,"after":)" + less + "}");
        QVERIFY2(change.verdict == ProofAnswer::Verdict::Proved || mayBeUnknown(policy),
                 (policy + proofJson(answer) + proofJson(change)).c_str());
        if (withPrincipals)
            forEachBesideOthers(world, policy, less,
                                [&](AccessResult one, AccessResult other, const std::string& asked) {
                                    QVERIFY2((one == AccessResult::Allowed) == (other == AccessResult::Allowed),
                                             (asked + policy + proofJson(answer)).c_str());
                                });
        const Grants before = SmallWorld::alone(policy, withPrincipals, false);
        const Grants after = SmallWorld::alone(less, withPrincipals, false);
        world.forEachRequest({policy}, withPrincipals, [&](const WorldRequest& request) {
            QVERIFY2(request.judgedBy(before) == request.judgedBy(after),
                     (request.text() + policy + proofJson(answer)).c_str());
        });
    }
    QVERIFY(dead > 4);
}

QTEST_GUILESS_MAIN(ProofOracleTest)
#include "proof_oracle_test.moc"
