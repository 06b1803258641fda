#include <QtTest>

#include <QDir>

#include <map>

#include "model/policy/read.h"
#include "tests/model/policy/proof/proof_questions.h"

using namespace gw;

using Verdict = ProofAnswer::Verdict;

/// Real policies: each question about them is answered, and where they hold no placeholder it is decided.
class CorpusTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void noneAllowsMoreThanItself();
    void deadStatementsAreDecided();
    void strangersAreDecided();
    void oneIsHeldAgainstAnother();

private:
    struct Policy {
        std::string name;
        std::string text;
        bool asEndpoint;
        bool hasPlaceholder;
    };
    /// Holds an answer against what every answer is; counts verdicts.
    void look(const Policy& policy, const ProofAnswer& answer);

    std::vector<Policy> policies_;
    std::map<Verdict, int> verdicts_;
};

void CorpusTest::initTestCase() {
    const QDir folder(SOURCE_DIR "/../shared/corpus/policies");
    const QStringList names = folder.entryList({"0*.json"}, QDir::Files);
    if (names.isEmpty()) QSKIP("the policies of the corpus are not here");
    int refused = 0;
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        Policy policy{name.toStdString(), file.readAll().toStdString(), false, false};
        // What AWS would refuse no question is asked about.
        if (!readProofQuestion(R"({"ask":"dead","policy":)" + policy.text + "}")) {
            ++refused;
            continue;
        }
        policy.asEndpoint = readPolicy(policy.text, PolicyType::Endpoint).problems.empty();
        policy.hasPlaceholder = policy.text.find("${") != std::string::npos;
        policies_.push_back(std::move(policy));
    }
    QVERIFY(refused < names.size() / 4);
}

void CorpusTest::look(const Policy& policy, const ProofAnswer& answer) {
    ++verdicts_[answer.verdict];
    if (answer.verdict == Verdict::Unknown) {
        QVERIFY2(policy.hasPlaceholder, (policy.name + ": " + answer.reason).c_str());
        QVERIFY2(answer.reason.find("variable") != std::string::npos, answer.reason.c_str());
    }
    QCOMPARE(answer.counterExample.has_value(), answer.verdict == Verdict::Refuted);
    if (answer.counterExample) QVERIFY2(judged(*answer.counterExample) == AccessResult::Allowed, policy.name.c_str());
}

void CorpusTest::noneAllowsMoreThanItself() {
    for (const Policy& policy : policies_) {
        const ProofAnswer answer = noMorePermissive(policy.text, policy.text);
        QVERIFY2(answer.verdict == Verdict::Proved, (policy.name + ": " + answer.reason).c_str());
        QVERIFY2(changed(policy.text, policy.text).verdict == Verdict::Proved, policy.name.c_str());
    }
}

void CorpusTest::deadStatementsAreDecided() {
    verdicts_.clear();
    for (const Policy& policy : policies_) look(policy, dead(policy.text));
    QVERIFY(verdicts_[Verdict::Refuted] > verdicts_[Verdict::Unknown]);
}

void CorpusTest::strangersAreDecided() {
    verdicts_.clear();
    for (const Policy& policy : policies_)
        if (policy.asEndpoint)
            look(policy,
                 answerTo(R"({"ask":"noForeign","policy":)" + policy.text + R"(,"accounts":["111122223333"]})"));
    QVERIFY(verdicts_[Verdict::Proved] > 0 && verdicts_[Verdict::Refuted] > 0);
}

void CorpusTest::oneIsHeldAgainstAnother() {
    verdicts_.clear();
    for (std::size_t i = 0; i < policies_.size(); ++i) {
        Policy both = policies_[i];
        const Policy& other = policies_[(i + 1) % policies_.size()];
        both.name += " and " + other.name;
        both.hasPlaceholder = both.hasPlaceholder || other.hasPlaceholder;
        const std::string question =
            R"({"ask":"noMorePermissive","policy":)" + both.text + R"(,"than":)" + other.text + "}";
        // One with principals and one without stand in no place together.
        if (readProofQuestion(question)) look(both, answerTo(question));
    }
    QVERIFY(verdicts_[Verdict::Proved] + verdicts_[Verdict::Refuted] > verdicts_[Verdict::Unknown]);
}

QTEST_GUILESS_MAIN(CorpusTest)
#include "corpus_test.moc"
