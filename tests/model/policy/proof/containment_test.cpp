#include <QtTest>

#include <map>

#include "tests/model/policy/proof/proof_questions.h"
#include "tests/oracle/small_world.h"
#include "tests/random/rounds.h"

using namespace gw;

using Verdict = ProofAnswer::Verdict;

/// "The policy allows no more than the other": by the rules of AWS's documents, and by what holds of any such answer.
class ContainmentTest : public QObject {
    Q_OBJECT
private slots:
    void asDocumented_data();
    void asDocumented();
    void noPolicyAllowsMoreThanItself();
    void answersAreTransitive();
    void anAllowanceGivesAndADenialTakes();
    void nothingChangedIsToldSo();
    void whatChangedIsShown();
    void policiesThatOnlyDenyAreComparedAsLimits();
    void aVariableIsNeverGuessed();
    void canonicalUsersOfTooManyAccountsStayOpen();
};

namespace {

/// Some policies of a small world.
std::vector<std::string> somePolicies(int count, bool withPrincipals) {
    SmallWorld world(withPrincipals ? 7 : 8);
    std::vector<std::string> policies;
    for (int i = 0; i < count; ++i) policies.push_back(world.policy(withPrincipals));
    return policies;
}

constexpr const char* allowedPuts = R"({"Effect":"Allow","Action":"s3:Put*","Resource":"arn:aws:s3:::a/*"})";
constexpr const char* deniedPuts = R"({"Effect":"Deny","Action":"s3:Put*","Resource":"arn:aws:s3:::a/*"})";

/// The policy with one statement more.
std::string with(const std::string& policy, const char* statement) {
    return policy.substr(0, policy.rfind(']')) + "," + statement + "]}";
}

bool allows(const std::string& policy) {
    return policy.find("\"Allow\"") != std::string::npos;
}

}  // namespace

void ContainmentTest::asDocumented_data() {
    QTest::addColumn<std::string>("policy");
    QTest::addColumn<std::string>("than");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char* name, const char* policy, const char* than, Verdict verdict) {
        QTest::newRow(name) << policyOf(policy) << policyOf(than) << verdict;
    };
    const auto within = [&](const char* name, const char* policy, const char* than) {
        row(name, policy, than, Verdict::Proved);
    };
    const auto beyond = [&](const char* name, const char* policy, const char* than) {
        row(name, policy, than, Verdict::Refuted);
    };
    // Elements.
    within("NotAction leaves something out", R"({"NotAction":"iam:*"})", "{}");
    beyond("what NotAction leaves out", "{}", R"({"NotAction":"iam:*"})");
    within("actions have no letter case", R"({"Action":"S3:GETOBJECT"})", R"({"Action":"s3:GetObject"})");
    within("nor has NotAction", R"({"NotAction":"IAM:*"})", R"({"NotAction":"iam:*"})");
    within("an action NotAction leaves in", R"({"Action":"s3:GetObject"})", R"({"NotAction":["iam:*","sts:*"]})");
    beyond("an action NotAction leaves out", R"({"Action":"iam:PassRole"})", R"({"NotAction":"iam:*"})");
    within("? is one character of *", R"({"Action":"s3:Get?bject"})", R"({"Action":"s3:Get*"})");
    beyond("NotResource with one more", R"({"NotResource":"arn:aws:s3:::a/*"})",
           R"({"NotResource":["arn:aws:s3:::a/*","arn:aws:s3:::b/*"]})");
    within("NotResource with one less", R"({"NotResource":["arn:aws:s3:::a/*","arn:aws:s3:::b/*"]})",
           R"({"NotResource":"arn:aws:s3:::a/*"})");
    beyond("resources have letter case", R"({"Resource":"arn:aws:s3:::A"})", R"({"Resource":"arn:aws:s3:::a"})");
    within("an account of any account", R"({"Resource":"arn:aws:sqs:*:111122223333:q"})",
           R"({"Resource":"arn:aws:sqs:*:*:q"})");
    beyond("any account of one", R"({"Resource":"arn:aws:sqs:*:*:q"})",
           R"({"Resource":"arn:aws:sqs:*:111122223333:q"})");
    within("an account by digits", R"({"Resource":"arn:aws:sqs:us-east-1:11112222????:q"})",
           R"({"Resource":"arn:aws:sqs:us-east-1:1111*:q"})");
    // Principals.
    // Who is named himself needs no leave of his account's policies (F-309, F-310).
    beyond("a role of its account", R"({"Principal":{"AWS":"arn:aws:iam::111122223333:role/app"}})",
           R"({"Principal":{"AWS":"111122223333"}})");
    beyond("a user of its account", R"({"Principal":{"AWS":"arn:aws:iam::111122223333:user/ann"}})",
           R"({"Principal":{"AWS":"111122223333"}})");
    within("a role of everybody", R"({"Principal":{"AWS":"arn:aws:iam::111122223333:role/app"}})",
           R"({"Principal":"*"})");
    within(
        "a role for what another account owns",
        R"({"Principal":{"AWS":"arn:aws:iam::111122223333:role/app"},"Resource":"arn:aws:sqs:us-east-1:444455556666:q"})",
        R"({"Principal":{"AWS":"111122223333"},"Resource":"arn:aws:sqs:us-east-1:444455556666:q"})");
    beyond(
        "a role for what its own account owns",
        R"({"Principal":{"AWS":"arn:aws:iam::111122223333:role/app"},"Resource":"arn:aws:sqs:us-east-1:111122223333:q"})",
        R"({"Principal":{"AWS":"111122223333"},"Resource":"arn:aws:sqs:us-east-1:111122223333:q"})");
    beyond("one whom a boundary limits", R"({"Principal":{"AWS":"arn:aws:iam::111122223333:user/ann"}})",
           R"([{"Principal":{"AWS":"arn:aws:iam::111122223333:user/ann"}},
               {"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::111122223333:user/ann","111122223333"]}}])");
    beyond("an account of its role", R"({"Principal":{"AWS":"111122223333"}})",
           R"({"Principal":{"AWS":"arn:aws:iam::111122223333:role/app"}})");
    beyond("a session of its role", R"({"Principal":{"AWS":"arn:aws:sts::111122223333:assumed-role/app/s1"}})",
           R"({"Principal":{"AWS":"arn:aws:iam::111122223333:role/app"}})");
    within("everybody but a denied NotPrincipal",
           R"([{"Principal":"*"},{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"}}])",
           R"({"Principal":{"AWS":"111122223333"}})");
    beyond("a service is no account", R"({"Principal":{"Service":"events.amazonaws.com"}})",
           R"({"Principal":{"AWS":"111122223333"}})");
    // Absent keys (F-302, F-303, F-328).
    beyond("ForAllValues is true of an absent key",
           R"({"Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":"a"}}})",
           R"({"Condition":{"ForAnyValue:StringEquals":{"aws:TagKeys":"a"}}})");
    within("ForAllValues of a key that is there",
           R"({"Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":"a"},"Null":{"aws:TagKeys":"false"}}})",
           R"({"Condition":{"ForAnyValue:StringEquals":{"aws:TagKeys":"a"}}})");
    beyond("ForAnyValue leaves other values", R"({"Condition":{"ForAnyValue:StringEquals":{"aws:TagKeys":"a"}}})",
           R"({"Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":"a"}}})");
    // Of a key that AWS lists as multivalued, whatever service sends it, one value may be this and another that
    // (F-329).
    beyond("a value beside the one that is denied", R"({"Condition":{"StringEquals":{"dynamodb:LeadingKeys":"a"}}})",
           R"([{"Condition":{"StringEquals":{"dynamodb:LeadingKeys":"a"}}},
               {"Effect":"Deny","Condition":{"StringEquals":{"dynamodb:LeadingKeys":"b"}}}])");
    within("of a key of one value", R"({"Condition":{"StringEquals":{"dynamodb:Select":"a"}}})",
           R"([{"Condition":{"StringEquals":{"dynamodb:Select":"a"}}},
               {"Effect":"Deny","Condition":{"StringEquals":{"dynamodb:Select":"b"}}}])");
    within("a negation is true of an absent key", R"({"Condition":{"StringNotEqualsIfExists":{"aws:SourceVpce":"v"}}})",
           R"({"Condition":{"StringNotEquals":{"aws:SourceVpce":"v"}}})");
    within("so is its Null", R"({"Condition":{"Null":{"aws:SourceVpce":"true"}}})",
           R"({"Condition":{"StringNotEquals":{"aws:SourceVpce":"v"}}})");
    beyond("IfExists is true of an absent key", R"({"Condition":{"StringEqualsIfExists":{"aws:SourceVpce":"v"}}})",
           R"({"Condition":{"StringEquals":{"aws:SourceVpce":"v"}}})");
    within("Bool and its IfExists", R"({"Condition":{"Bool":{"aws:SecureTransport":"true"}}})",
           R"({"Condition":{"BoolIfExists":{"aws:SecureTransport":"true"}}})");
    within("a key there is true or false", R"({"Condition":{"Null":{"aws:SecureTransport":"false"}}})",
           R"({"Condition":{"Bool":{"aws:SecureTransport":["true","false"]}}})");
    // Typed values.
    within("a block of a block, IPv6", R"({"Condition":{"IpAddress":{"aws:SourceIp":"2001:db8:1::/48"}}})",
           R"({"Condition":{"IpAddress":{"aws:SourceIp":"2001:DB8::/32"}}})");
    beyond("another block, IPv6", R"({"Condition":{"IpAddress":{"aws:SourceIp":"2001:db9::/48"}}})",
           R"({"Condition":{"IpAddress":{"aws:SourceIp":"2001:DB8::/32"}}})");
    within("two halves are the whole", R"({"Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}})",
           R"({"Condition":{"IpAddress":{"aws:SourceIp":["10.0.0.0/9","10.128.0.0/9"]}}})");
    beyond("two halves but one address", R"({"Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/30"}}})",
           R"({"Condition":{"IpAddress":{"aws:SourceIp":["10.0.0.0/31","10.0.0.2/32"]}}})");
    within("not IPv4 is IPv6",
           R"({"Condition":{"NotIpAddress":{"aws:SourceIp":"0.0.0.0/0"},"Null":{"aws:SourceIp":"false"}}})",
           R"({"Condition":{"IpAddress":{"aws:SourceIp":"::/0"}}})");
    within("numbers around a gap",
           R"([{"Condition":{"NumericGreaterThan":{"aws:MultiFactorAuthAge":"10"}}},
               {"Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":"5"}}}])",
           R"({"Condition":{"NumericNotEquals":{"aws:MultiFactorAuthAge":"7"}}})");
    beyond("a number in the gap", R"({"Condition":{"NumericLessThanEquals":{"aws:MultiFactorAuthAge":"7"}}})",
           R"([{"Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":"7"}}},
               {"Condition":{"NumericGreaterThan":{"aws:MultiFactorAuthAge":"7.0"}}}])");
    beyond("a number between two that are near",
           R"({"Condition":{"NumericGreaterThan":{"aws:MultiFactorAuthAge":"10"},
                            "NumericLessThan":{"aws:MultiFactorAuthAge":"10.5"}}})",
           R"({"Condition":{"NumericEquals":{"aws:MultiFactorAuthAge":"10.5"}}})");
    within("a month, written in two ways",
           R"({"Condition":{"DateGreaterThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"},
                            "DateLessThan":{"aws:CurrentTime":"2026-02-01T00:00:00Z"}}})",
           R"({"Condition":{"DateGreaterThanEquals":{"aws:CurrentTime":"2026-01-01"},
                            "DateLessThan":{"aws:CurrentTime":"1769904000"}}})");
    beyond("a moment in the gap",
           R"({"Condition":{"DateGreaterThanEquals":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}}})",
           R"([{"Condition":{"DateLessThan":{"aws:CurrentTime":"2026-02-01T00:00:00Z"}}},
               {"Condition":{"DateGreaterThan":{"aws:CurrentTime":"2026-02-01T00:00:00Z"}}}])");
    // Texts and ARNs (F-300).
    within("ArnLike stays within its parts",
           R"({"Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/*"}}})",
           R"({"Condition":{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/*"}}})");
    beyond("StringLike runs over colons",
           R"({"Condition":{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/*"}}})",
           R"({"Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/*"}}})");
    within("ArnEquals is ArnLike", R"({"Condition":{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:*:111122223333:t*"}}})",
           R"({"Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:111122223333:t*"}}})");
    within("keys have no letter case", R"({"Condition":{"StringEquals":{"AWS:sourcevpce":"v"}}})",
           R"({"Condition":{"StringEquals":{"aws:SourceVpce":"v"}}})");
    beyond("values have letter case", R"({"Condition":{"StringEqualsIgnoreCase":{"aws:SourceVpce":"V"}}})",
           R"({"Condition":{"StringEquals":{"aws:SourceVpce":"v"}}})");
    // Variables.
    within("a variable and itself", R"({"Resource":"arn:aws:s3:::b/${aws:username}/*"})",
           R"({"Resource":"arn:aws:s3:::b/${aws:username}/*"})");
    within("a variable within a wildcard", R"({"Resource":"arn:aws:s3:::b/${aws:username}/*"})",
           R"({"Resource":"arn:aws:s3:::b/*"})");
    beyond("a wildcard beyond a variable", R"({"Resource":"arn:aws:s3:::b/*"})",
           R"({"Resource":"arn:aws:s3:::b/${aws:username}/*"})");
    beyond("${*} is an asterisk", R"({"Resource":"arn:aws:s3:::b/*"})", R"({"Resource":"arn:aws:s3:::b/${*}"})");
    within("a variable or not", "{}",
           R"([{"Condition":{"StringEquals":{"aws:PrincipalTag/t":"${aws:ResourceTag/t}"}}},
               {"Condition":{"StringNotEquals":{"aws:PrincipalTag/t":"${aws:ResourceTag/t}"}}}])");
    // Several statements.
    within("what is denied is not allowed", R"([{},{"Effect":"Deny","NotAction":"s3:*"}])", R"({"Action":"s3:*"})");
    within("two parts are the whole", R"({"Action":"s3:*"})", R"([{"Action":"s3:Get*"},{"NotAction":"s3:Get*"}])");
}

void ContainmentTest::asDocumented() {
    QFETCH(std::string, policy);
    QFETCH(std::string, than);
    QFETCH(Verdict, verdict);
    const ProofAnswer answer = noMorePermissive(policy, than);
    QCOMPARE(wordOf(answer.verdict), wordOf(verdict));
    QCOMPARE(answer.counterExample.has_value(), verdict == Verdict::Refuted);
    if (answer.counterExample) QCOMPARE(judged(*answer.counterExample), AccessResult::Allowed);
    QCOMPARE(answer.reason, std::string());
}

void ContainmentTest::noPolicyAllowsMoreThanItself() {
    for (const bool withPrincipals : {false, true})
        for (const std::string& policy : somePolicies(rounds(30), withPrincipals)) {
            const ProofAnswer same = noMorePermissive(policy, policy);
            QVERIFY2(same.verdict == Verdict::Proved, (policy + same.reason).c_str());
            const ProofAnswer change = changed(policy, policy);
            QVERIFY2(change.verdict == Verdict::Proved, (policy + change.reason).c_str());
            QVERIFY(change.gained.empty() && change.lost.empty());
        }
}

void ContainmentTest::answersAreTransitive() {
    // Of each some that give more and some that take something away.
    std::vector<std::string> policies;
    for (const std::string& policy : somePolicies(3, false))
        for (const std::string& each :
             {policy, with(policy, allowedPuts), with(policy, deniedPuts), with(with(policy, allowedPuts), deniedPuts)})
            policies.push_back(each);
    std::map<std::pair<std::size_t, std::size_t>, Verdict> verdicts;
    for (std::size_t i = 0; i < policies.size(); ++i)
        for (std::size_t j = 0; j < policies.size(); ++j)
            if (allows(policies[i]) && allows(policies[j]))
                verdicts[{i, j}] = noMorePermissive(policies[i], policies[j]).verdict;
    const auto isProved = [&](std::size_t i, std::size_t j) {
        const auto at = verdicts.find({i, j});
        return at != verdicts.end() && at->second == Verdict::Proved;
    };
    int chains = 0;
    for (std::size_t i = 0; i < policies.size(); ++i)
        for (std::size_t j = 0; j < policies.size(); ++j)
            for (std::size_t k = 0; k < policies.size(); ++k) {
                if (i == j || j == k || !isProved(i, j) || !isProved(j, k)) continue;
                ++chains;
                QVERIFY2((verdicts[{i, k}] != Verdict::Refuted), (policies[i] + policies[j] + policies[k]).c_str());
            }
    QVERIFY(chains > 0);
}

void ContainmentTest::anAllowanceGivesAndADenialTakes() {
    std::map<Verdict, int> count;
    for (const std::string& policy : somePolicies(rounds(60), false)) {
        const std::string more = with(policy, allowedPuts);
        QVERIFY2(noMorePermissive(policy, more).verdict == Verdict::Proved, policy.c_str());
        const std::string less = with(policy, deniedPuts);
        QVERIFY2(noMorePermissive(less, policy).verdict == Verdict::Proved, policy.c_str());
        // Where nothing changed neither allows more. That a denial changes nothing is more than that.
        ++count[changed(policy, less).verdict];
        if (changed(policy, less).verdict == Verdict::Proved)
            QVERIFY2(noMorePermissive(policy, less).verdict == Verdict::Proved, policy.c_str());
    }
    QVERIFY(count[Verdict::Refuted] > 0 && count[Verdict::Proved] > 0);
}

void ContainmentTest::nothingChangedIsToldSo() {
    const std::string before = policyOf(R"([{"Sid":"A","Action":["s3:GetObject","s3:PutObject"]}])");
    const std::string after = policyOf(R"([{"Action":"s3:PutObject"},{"Action":"S3:getobject"}])");
    const ProofAnswer answer = changed(before, after);
    QCOMPARE(answer.verdict, Verdict::Proved);
    QVERIFY(!answer.counterExample && answer.gained.empty() && answer.lost.empty() && answer.reason.empty());
}

void ContainmentTest::whatChangedIsShown() {
    const std::string before = policyOf(R"([{"Sid":"Reads","Action":"s3:Get*"},{"Sid":"Old","Action":"sqs:*"}])");
    const std::string after = policyOf(R"([{"Sid":"Reads","Action":"s3:Get*"},{"Action":"s3:PutObject"}])");
    const ProofAnswer answer = changed(before, after);
    QCOMPARE(answer.verdict, Verdict::Refuted);
    QCOMPARE(answer.gained.size(), std::size_t(1));
    QCOMPARE(answer.gained[0].statement, std::optional<std::size_t>(1));
    QCOMPARE(answer.gained[0].request.request.action, std::string("s3:PutObject"));
    QCOMPARE(answer.lost.size(), std::size_t(1));
    QCOMPARE(answer.lost[0].sid, std::string("Old"));
    QVERIFY(answer.lost[0].request.request.action.starts_with("sqs:"));
    // What is gained the new policy allows, what is lost the old one.
    QCOMPARE(judged(answer.gained[0].request), AccessResult::Allowed);
    QCOMPARE(judged(answer.lost[0].request), AccessResult::Allowed);
    const ProofAnswer undenied =
        changed(policyOf(R"({"Effect":"Deny","Action":"s3:*"})"), policyOf(R"({"Effect":"Deny","Action":"s3:Get*"})"));
    QCOMPARE(undenied.gained.size(), std::size_t(1));
    QVERIFY(!undenied.gained[0].statement && undenied.lost.empty());
}

void ContainmentTest::policiesThatOnlyDenyAreComparedAsLimits() {
    const std::string all = policyOf(R"({"Effect":"Deny","Action":"s3:*"})");
    const std::string reads = policyOf(R"({"Effect":"Deny","Action":"s3:Get*"})");
    QCOMPARE(noMorePermissive(all, reads).verdict, Verdict::Proved);
    const ProofAnswer answer = noMorePermissive(reads, all);
    QCOMPARE(answer.verdict, Verdict::Refuted);
    QCOMPARE(judged(*answer.counterExample), AccessResult::Allowed);
    QVERIFY(!answer.reason.empty());
    // A resource control policy for actions of STS stands nowhere but above the resource.
    const std::string control = policyOf(
        R"({"Effect":"Deny","Principal":"*","Action":"sts:TagSession","Condition":{"Null":{"aws:TagKeys":"false"}}})");
    QCOMPARE(
        noMorePermissive(policyOf(R"({"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"})"), control).verdict,
        Verdict::Refuted);
}

void ContainmentTest::aVariableIsNeverGuessed() {
    const std::string own = policyOf(R"({"Condition":{"StringEquals":{"aws:PrincipalTag/t":"${aws:ResourceTag/t}"}}})");
    const std::string turned =
        policyOf(R"({"Condition":{"StringEquals":{"aws:ResourceTag/t":"${aws:PrincipalTag/t}"}}})");
    const ProofAnswer answer = noMorePermissive(own, turned);
    QCOMPARE(answer.verdict, Verdict::Unknown);
    QVERIFY2(answer.reason.find("StringEquals aws:") != std::string::npos, answer.reason.c_str());
    QVERIFY(!answer.counterExample);
    // Its negation leaves something, but of which request, only a value of the variable would tell.
    const std::string other =
        policyOf(R"({"Condition":{"StringNotEquals":{"aws:PrincipalTag/t":"${aws:ResourceTag/t}"}}})");
    QCOMPARE(noMorePermissive(own, other).verdict, Verdict::Unknown);
    QCOMPARE(noMorePermissive(policyOf("{}"), other).verdict, Verdict::Unknown);
}

/// Each user may be each account: the answer says that it does not go through them all.
void ContainmentTest::canonicalUsersOfTooManyAccountsStayOpen() {
    std::string users;
    std::string accounts;
    for (std::size_t i = 0; i < 12; ++i) {
        users += (i == 0 ? "\"" : ",\"") + std::string(64, static_cast<char>('a' + i)) + "\"";
        accounts += (i == 0 ? "\"" : ",\"") + std::to_string(111122223300 + i) + "\"";
    }
    const std::string principals = R"("Principal":{"CanonicalUser":[)" + users + R"(],"AWS":[)" + accounts + "]}";
    const ProofAnswer answer = noMorePermissive(policyOf("{" + principals + R"(,"Action":"s3:GetObject"})"),
                                                policyOf("{" + principals + R"(,"Action":"s3:*"})"));
    QCOMPARE(answer.verdict, Verdict::Unknown);
    QVERIFY2(answer.reason.starts_with("Canonical users"), answer.reason.c_str());
}

QTEST_GUILESS_MAIN(ContainmentTest)
#include "containment_test.moc"
