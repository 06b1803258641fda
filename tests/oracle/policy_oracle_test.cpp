#include <QtTest>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "model/policy/evaluation_request.h"
#include "tests/oracle/policy_oracle.h"
#include "tests/random/random_policy_request.h"
#include "tests/random/rounds.h"

using namespace gw;

/// The judge of policies held against a second one on random requests, and against itself where keys are not known.
class PolicyOracleTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithTheNaiveJudge_data();
    void agreesWithTheNaiveJudge();
    void anUnknownKeyDecidesNothingThatItsValueCouldChange();
};

namespace {

EvaluationRequest readOf(const std::string& text, std::uint64_t seed) {
    const auto read = readEvaluationRequest(text);
    if (!read) qFatal("seed %llu: %s", static_cast<unsigned long long>(seed), read.error().message.c_str());
    return *read;
}

int requestsInAPart() {
    return rounds(500);
}

/// What a key that is not known may turn out to be; null for absent.
const std::vector<nlohmann::json> completions{
    nullptr, "vpce-1", "red", "true", "203.0.113.9", "10", "arn:aws:iam::111122223333:role/app", {"cost", "team"}};

}  // namespace

void PolicyOracleTest::agreesWithTheNaiveJudge_data() {
    QTest::addColumn<int>("first");
    for (int part = 0; part < 10; ++part) QTest::addRow("part %d", part) << part * requestsInAPart();
}

void PolicyOracleTest::agreesWithTheNaiveJudge() {
    QFETCH(int, first);
    std::map<std::string, int> results;
    for (int seed = first; seed < first + requestsInAPart(); ++seed) {
        const std::string text = randomPolicyRequest(static_cast<std::uint64_t>(seed));
        const EvaluationRequest request = readOf(text, static_cast<std::uint64_t>(seed));
        const Evaluation told = evaluate(request.request, request.grants);
        const std::string expected = policyOracle(nlohmann::json::parse(text));
        ++results[expected];
        QVERIFY2(std::string(wordOf(told.result)) == expected,
                 ("seed " + std::to_string(seed) + ": " + std::string(wordOf(told.result)) + ", the naive judge says " +
                  expected + "\n" + text)
                     .c_str());
        QVERIFY(decide(request.request, request.grants) == told.result);
        // The root user needs nobody's allowance in its own account, and nobody does to ask who he is.
        QVERIFY(!told.decidedBy.empty() || request.request.principal().kind() == RequestPrincipal::Kind::Root ||
                request.request.lowerAction() == "sts:getcalleridentity");
        QVERIFY(told.missingKeys.empty());
    }
    // Each result is common enough that a wrong one would be met.
    for (const char* result : {"Allowed", "ExplicitlyDenied", "ImplicitlyDenied"})
        QVERIFY(results[result] > requestsInAPart() / 20);
}

void PolicyOracleTest::anUnknownKeyDecidesNothingThatItsValueCouldChange() {
    std::map<AccessResult, int> results;
    for (int seed = 0; seed < rounds(1'000); ++seed) {
        const std::string text = randomPolicyRequest(static_cast<std::uint64_t>(seed), {true});
        const EvaluationRequest request = readOf(text, static_cast<std::uint64_t>(seed));
        const Evaluation told = evaluate(request.request, request.grants);
        ++results[told.result];
        nlohmann::json document = nlohmann::json::parse(text);
        nlohmann::json& context = document["request"]["context"];
        std::vector<std::string> unknown;
        for (const auto& [key, value] : context.items())
            if (value.is_null()) unknown.push_back(key);
        for (const std::string& key : told.missingKeys)
            QVERIFY(std::any_of(unknown.begin(), unknown.end(), [&](const std::string& each) {
                return QString::fromStdString(each).compare(QString::fromStdString(key), Qt::CaseInsensitive) == 0;
            }));
        QCOMPARE(told.missingKeys.empty(), told.result != AccessResult::Unknown);
        if (told.result == AccessResult::Unknown) continue;
        // With any values at all the verdict is the same.
        for (std::size_t turn = 0; turn < 12; ++turn) {
            for (std::size_t i = 0; i < unknown.size(); ++i) {
                const nlohmann::json& value = completions[(turn * (i + 1) + i) % completions.size()];
                if (value.is_null())
                    context.erase(unknown[i]);
                else
                    context[unknown[i]] = value;
            }
            const std::string completed = policyOracle(document);
            if (told.result == AccessResult::ImplicitlyDenied)
                QVERIFY2(completed != "Allowed", text.c_str());
            else
                QVERIFY2(completed == wordOf(told.result), text.c_str());
        }
    }
    for (const AccessResult result :
         {AccessResult::Allowed, AccessResult::ExplicitlyDenied, AccessResult::ImplicitlyDenied, AccessResult::Unknown})
        QVERIFY2(results[result] > rounds(1'000) / 100,
                 (std::string(wordOf(result)) + ": " + std::to_string(results[result])).c_str());
}

QTEST_APPLESS_MAIN(PolicyOracleTest)
#include "policy_oracle_test.moc"
