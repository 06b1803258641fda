#include <QtTest>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "model/policy/evaluation_request.h"
#include "tests/oracle/corpus_requests.h"
#include "tests/oracle/iam_simulate.h"
#include "tests/oracle/known_differences.h"
#include "tests/oracle/policy_oracle_values.h"
#include "tests/oracle/request_edits.h"
#include "tests/random/random_policy_request.h"
#include "tests/random/rounds.h"

using namespace gw;
using oracle::Json;

/// The judge of policies held against iam-simulate, where GATEWRIGHT_IAM_SIMULATE names a folder that has it. What the
/// two judge differently is a known difference, or a fault.
class IamSimulateTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void agreesOnRandomRequests();
    void agreesOnRequestsAimedAtRealPolicies();
    void cleanupTestCase();

private:
    /// The request as both take it.
    Json taken(const Json& request);
    void compare(const std::vector<Json>& requests);
    void countDifference(const KnownDifference& difference);
    void compareOne(const Json& request, const std::string& theirs);
    bool isExplained(const Json& request, const std::string& theirs);
    /// Tells the figures; fails where a difference is not explained.
    void conclude();

    std::unique_ptr<IamSimulate> other_;
    int requests_ = 0;
    int completed_ = 0;
    int compared_ = 0;
    std::map<std::string, int> verdicts_;
    std::map<std::string, int> refused_;
    std::map<std::string, int> known_;
    std::vector<std::string> unexplained_;
};

namespace {

constexpr std::size_t batchSize = 500;

std::string verdictOn(const Json& request) {
    const auto read = readEvaluationRequest(request.dump());
    if (!read) return "refused: " + read.error().message;
    return std::string(wordOf(decide(read->request, read->grants)));
}

/// iam-simulate holds that Organizations takes no ARN with fewer than six parts in an RCP; no page of AWS tells.
void wholeArnsOfResourceControl(Json& request) {
    oracle::eachLevelPolicy(request, "resourceControlPolicies", [](Json& policy) {
        oracle::eachStatementOf(policy, [](Json& statement) {
            for (const char* element : {"Resource", "NotResource"})
                if (statement.contains(element))
                    oracle::eachText(statement[element], [](std::string& arn) {
                        if (oracle::partsOf(arn).size() < 6) arn = "*";
                    });
        });
    });
}

/// The keys that a request can have: no value that the key's type does not know, one of a key that holds a single one.
Json possible(const Json& context) {
    static const std::set<std::string> impossible{"no arn", "soon", "x", "maybe", "no"};
    Json found = Json::object();
    for (const auto& [key, values] : context.items()) {
        const std::vector<std::string> list = oracle::listOf(values);
        if (list.empty() || impossible.contains(list.front())) continue;
        if (oracle::lowered(key).ends_with("arn") && !list.front().starts_with("arn:")) continue;
        if (oracle::lowered(key) == "aws:tagkeys" || (values.is_array() && list.size() == 1))
            found[key] = list;
        else
            found[key] = list.front();
    }
    return found;
}

/// AWS lets NotPrincipal stand with Deny alone (IAM User Guide, JSON policy elements: NotPrincipal).
void deniesOthersOnly(Json& request) {
    oracle::eachStatement(request, [](Json& statement) {
        if (statement.contains("NotPrincipal")) statement["Effect"] = "Deny";
    });
}

/// The request as both take it, and as AWS could have it: whose the resource is stands there, only who can have a
/// session policy or a boundary has one, and one boundary alone.
Json completed(Json request) {
    Json& asked = request["request"];
    Json& resource = asked["resource"];
    if (!resource.contains("accountId")) {
        const std::vector<std::string> parts = oracle::partsOf(resource["arn"]);
        resource["accountId"] = parts.size() == 6 && !parts[4].empty() ? parts[4] : "111122223333";
    }
    const std::string principal = asked["principal"];
    const auto is = [&](const char* kind) { return principal.find(kind) != std::string::npos; };
    if (!is(":assumed-role/") && !is(":role/") && !is(":federated-user/")) request.erase("sessionPolicy");
    if (is(":root")) request.erase("permissionBoundaries");
    if (request.contains("permissionBoundaries"))
        request["permissionBoundaries"] = Json::array({request["permissionBoundaries"].front()});
    asked["context"] = possible(asked["context"]);
    wholeArnsOfResourceControl(request);
    deniesOthersOnly(request);
    return request;
}

/// Without the keys that the checked way ignores.
Json reduced(Json request, const std::vector<std::string>& ignored) {
    for (const std::string& key : ignored) request["request"]["context"].erase(key);
    return request;
}

}  // namespace

void IamSimulateTest::initTestCase() {
    const auto folder = IamSimulate::folder();
    if (!folder)
        QSKIP("GATEWRIGHT_IAM_SIMULATE names no folder with iam-simulate under node_modules, or node is missing");
    other_ = std::make_unique<IamSimulate>(*folder);
}

void IamSimulateTest::init() {
    requests_ = 0;
    completed_ = 0;
    compared_ = 0;
    for (auto* counts : {&verdicts_, &refused_, &known_}) counts->clear();
    unexplained_.clear();
}

void IamSimulateTest::countDifference(const KnownDifference& difference) {
    const std::string name(difference.name);
    ++known_[difference.source.starts_with(unsettled) ? name + " (AWS does not say)" : name];
}

bool IamSimulateTest::isExplained(const Json& request, const std::string& theirs) {
    Json together = request;
    for (const auto differences : {differencesInConditions(), differencesInPolicies()})
        for (const KnownDifference& each : differences) {
            const auto alone = each.asJudgedThere(request);
            if (alone && verdictOn(*alone) == theirs) {
                countDifference(each);
                return true;
            }
            if (auto changed = each.asJudgedThere(together)) together = *std::move(changed);
        }
    if (verdictOn(together) != theirs) return false;
    ++known_["several of them at once"];
    return true;
}

Json IamSimulateTest::taken(const Json& request) {
    Json made = completed(request);
    if (made != request) ++completed_;
    return made;
}

void IamSimulateTest::compareOne(const Json& request, const std::string& theirs) {
    const std::string ours = verdictOn(request);
    ++compared_;
    ++verdicts_[ours];
    if (ours != theirs && !isExplained(request, theirs))
        unexplained_.push_back(ours + " here, " + theirs + " there: " + request.dump());
}

void IamSimulateTest::compare(const std::vector<Json>& requests) {
    const std::vector<Json> answers = other_->answersTo(requests);
    QCOMPARE(answers.size(), requests.size());
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const Json& answer = answers[i];
        ++requests_;
        compareOne(requests[i], answer["core"]);
        if (answer.contains("refused"))
            ++refused_[answer["refused"]];
        else
            compareOne(reduced(requests[i], answer["ignored"]), answer["checked"]);
    }
}

void IamSimulateTest::conclude() {
    qInfo("%d requests, %d of them completed or cut to what both take, %d verdicts compared", requests_, completed_,
          compared_);
    for (const auto& [name, count] : verdicts_) qInfo("%7d %s", count, name.c_str());
    for (const auto& [name, count] : refused_) qInfo("%7d refused by the checked way: %s", count, name.c_str());
    for (const auto& [name, count] : known_) qInfo("%7d differ: %s", count, name.c_str());
    for (std::size_t i = 0; i < std::min<std::size_t>(unexplained_.size(), 40); ++i)
        qWarning("%s", unexplained_[i].c_str());
    QCOMPARE(unexplained_.size(), std::size_t{0});
    // Each verdict is common enough that a wrong one would be met.
    for (const char* verdict : {"Allowed", "ExplicitlyDenied", "ImplicitlyDenied"})
        QVERIFY(verdicts_[verdict] > compared_ / 20);
}

void IamSimulateTest::agreesOnRandomRequests() {
    std::vector<Json> batch;
    for (int seed = 0; seed < rounds(2'000); ++seed) {
        batch.push_back(taken(Json::parse(randomPolicyRequest(static_cast<std::uint64_t>(seed)))));
        if (batch.size() < batchSize) continue;
        compare(batch);
        if (QTest::currentTestFailed()) return;
        batch.clear();
    }
    conclude();
}

void IamSimulateTest::agreesOnRequestsAimedAtRealPolicies() {
    const auto [policies, files] = corpus();
    if (files == 0) QSKIP("the policies of the corpus are not here");
    qInfo("%zu of %d policies are read without complaint", policies.size(), files);
    QVERIFY(!policies.empty());
    for (const CorpusPolicy& policy : policies) {
        std::vector<Json> batch;
        for (int seed = 0; seed < rounds(20); ++seed)
            batch.push_back(taken(requestAimedAt(policy, static_cast<std::uint64_t>(seed))));
        compare(batch);
        if (QTest::currentTestFailed()) return;
    }
    conclude();
}

void IamSimulateTest::cleanupTestCase() {
    other_.reset();
}

QTEST_GUILESS_MAIN(IamSimulateTest)
#include "iam_simulate_test.moc"
