#include <QtTest>

#include "tests/model/policy/proof/proof_questions.h"
#include "tests/oracle/small_world.h"
#include "tests/random/rounds.h"

using namespace gw;

using Verdict = ProofAnswer::Verdict;

/// Statements that change nothing.
class DeadTest : public QObject {
    Q_OBJECT
private slots:
    void deadStatementsAreFound_data();
    void deadStatementsAreFound();
    void withoutThemNothingChanges();
    void aLiveStatementIsShownAlive();
    void aCanonicalUserMayBeAnyAccount();
    void canonicalUsersOfTooManyAccountsStayOpen();
};

namespace {

std::vector<std::size_t> placesOf(const std::vector<DeadStatement>& statements) {
    std::vector<std::size_t> places;
    for (const DeadStatement& each : statements) places.push_back(each.index);
    return places;
}

}  // namespace

void DeadTest::deadStatementsAreFound_data() {
    using Places = std::vector<std::size_t>;
    QTest::addColumn<std::string>("statements");
    QTest::addColumn<Places>("dead");
    const auto row = [](const char* name, const char* statements, const Places& dead) {
        QTest::newRow(name) << std::string(statements) << dead;
    };
    row("one statement", "{}", {});
    row("the same twice", R"([{"Action":"s3:Get*"},{"Action":"S3:get*"}])", {1});
    row("a part of another", R"([{"Action":"s3:GetObject"},{"Action":"s3:Get*"}])", {0});
    row("a part of two", R"([{"Action":"s3:Get*"},{"NotAction":"s3:Get*"},{"Action":"s3:*"}])", {2});
    row("an allowance that is denied", R"([{"Action":"s3:Get*"},{"Effect":"Deny","Action":"s3:*"}])", {0});
    row("a denial within a denial", R"([{},{"Effect":"Deny","Action":"s3:Get*"},{"Effect":"Deny","Action":"s3:*"}])",
        {1});
    // What nobody allows here another policy may.
    row("a denial of what nobody allows", R"([{"Action":"s3:*"},{"Effect":"Deny","Action":"sqs:*"}])", {});
    row("a condition that never holds",
        R"([{"Action":"s3:*"},{"Action":"sqs:*","Condition":{"Null":{"aws:SourceVpc":"true"},"StringEquals":{"aws:SourceVpc":"v"}}}])",
        {1});
    row("conditions that together always hold",
        R"([{"Condition":{"Null":{"aws:SourceVpc":"true"}}},{"Condition":{"Null":{"aws:SourceVpc":"false"}}},{"Action":"s3:*"}])",
        {2});
    // An account named leaves it to the account's policies, which may allow nothing: what a statement gives the role or
    // the user itself is more (F-309, F-310).
    row("a role of an account that may", R"([{"Principal":{"AWS":"111122223333"}},
        {"Principal":{"AWS":"arn:aws:iam::111122223333:role/app"}}])",
        {});
    row("a user of an account that may", R"([{"Principal":{"AWS":"arn:aws:iam::111122223333:root"}},
        {"Principal":{"AWS":"arn:aws:iam::111122223333:user/ann"}}])",
        {});
    row("a session of a role that may", R"([{"Principal":{"AWS":"arn:aws:iam::111122223333:role/app"}},
        {"Principal":{"AWS":"arn:aws:sts::111122223333:assumed-role/app/s1"}}])",
        {});
    row("a role of everybody who may", R"([{"Principal":"*"},
        {"Principal":{"AWS":"arn:aws:iam::111122223333:role/app"}}])",
        {1});
    row("an account of a role that may",
        R"([{"Principal":{"AWS":["arn:aws:iam::111122223333:role/app","111122223333"]}},
        {"Principal":{"AWS":"111122223333"}}])",
        {1});
    row("the account beside a user that may", R"([{"Principal":{"AWS":"arn:aws:iam::111122223333:user/ann"}},
        {"Principal":{"AWS":"111122223333"}}])",
        {});
    // Of what another account owns, both sides must allow anyway.
    row("a role of another account",
        R"([{"Principal":{"AWS":"111122223333"},"Resource":"arn:aws:sqs:us-east-1:444455556666:q"},
        {"Principal":{"AWS":"arn:aws:iam::111122223333:role/app"},"Resource":"arn:aws:sqs:us-east-1:444455556666:q"}])",
        {1});
    // Those whom NotPrincipal spares it denies too once a boundary limits them.
    row("a denial that a boundary widens", R"([{"Principal":{"AWS":"arn:aws:iam::111122223333:user/ann"}},
        {"Effect":"Deny","Principal":"*","Action":"s3:*"},
        {"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::111122223333:user/ann","111122223333"]},"Action":"s3:*"}])",
        {2});
}

void DeadTest::deadStatementsAreFound() {
    QFETCH(std::string, statements);
    QFETCH(std::vector<std::size_t>, dead);
    const ProofAnswer answer = gw::dead(policyOf(statements));
    QCOMPARE(placesOf(answer.dead), dead);
    QCOMPARE(wordOf(answer.verdict), wordOf(dead.empty() ? Verdict::Refuted : Verdict::Proved));
    if (answer.counterExample) QCOMPARE(judged(*answer.counterExample), AccessResult::Allowed);
}

void DeadTest::withoutThemNothingChanges() {
    SmallWorld world(9);
    int found = 0;
    for (int i = 0; i < rounds(80); ++i) {
        const std::string policy = world.policy(world.chance(50));
        const ProofAnswer answer = dead(policy);
        const std::string less = SmallWorld::without(policy, placesOf(answer.dead));
        if (answer.verdict != Verdict::Proved || less.empty()) continue;
        ++found;
        const ProofAnswer change = changed(policy, less);
        QVERIFY2(change.verdict == Verdict::Proved, (policy + less + change.reason).c_str());
        // And nothing of what is left is dead.
        QVERIFY2(dead(less).verdict != Verdict::Proved, less.c_str());
    }
    QVERIFY(found > 5);
}

void DeadTest::aLiveStatementIsShownAlive() {
    const ProofAnswer answer = dead(policyOf(R"([{"Action":"s3:GetObject"},{"Action":"sqs:SendMessage"}])"));
    QCOMPARE(answer.verdict, Verdict::Refuted);
    QCOMPARE(answer.counterExample->request.action, std::string("s3:GetObject"));
    QVERIFY(answer.dead.empty() && answer.reason.empty());
}

void DeadTest::aCanonicalUserMayBeAnyAccount() {
    const std::string user(64, 'a');
    const ProofAnswer answer =
        dead(policyOf(R"([{"Effect":"Deny","Principal":{"AWS":"111122223333"}},{"Effect":"Deny","Principal":"*"},
                          {"Principal":{"CanonicalUser":")" +
                      user + "\"}}]"));
    QCOMPARE(placesOf(answer.dead), (std::vector<std::size_t>{0, 2}));
    const ProofAnswer open =
        dead(policyOf(R"([{"Effect":"Deny","Principal":{"CanonicalUser":")" + user +
                      R"("}},{"Principal":{"AWS":"111122223333"}},{"Principal":{"AWS":"111122223333"}}])"));
    QCOMPARE(open.verdict, Verdict::Unknown);
    QVERIFY2(open.reason.find(user) != std::string::npos, open.reason.c_str());
}

/// Each user may be each account: the answer says that it does not go through them all.
void DeadTest::canonicalUsersOfTooManyAccountsStayOpen() {
    const auto named = [](std::size_t users, std::size_t accounts) {
        std::string statements;
        for (std::size_t i = 0; i < users; ++i)
            statements += R"({"Principal":{"CanonicalUser":")" + std::string(64, static_cast<char>('a' + i)) +
                          R"("},"Action":"sqs:SendMessage"},)";
        for (std::size_t i = 0; i < accounts; ++i)
            statements +=
                R"({"Principal":{"AWS":")" + std::to_string(111122223300 + i) + R"("},"Action":"sqs:ReceiveMessage"},)";
        return policyOf("[" + statements +
                        R"({"Principal":"*","Action":"s3:Get*"},{"Principal":"*","Action":"s3:*"}])");
    };
    const ProofAnswer few = dead(named(2, 2));
    QCOMPARE(few.verdict, Verdict::Proved);
    const ProofAnswer many = dead(named(12, 12));
    QCOMPARE(many.verdict, Verdict::Unknown);
    QVERIFY2(many.dead.empty() && many.reason.starts_with("Canonical users"), many.reason.c_str());
}

QTEST_GUILESS_MAIN(DeadTest)
#include "dead_test.moc"
