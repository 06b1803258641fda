#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

#include "model/check/judgement.h"
#include "model/design/text_form.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"
#include "tests/model/check/hand.h"
#include "tests/random/random.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

namespace {

/// All of a finding that is told, with what its fixes are called.
std::string allOf(const Diagnostic& each) {
    std::string text = std::string(each.rule->code) + " " + textOf(each.finding->severity) + " " +
                       each.finding->subject.value + ": " + each.finding->message;
    for (const Fix& fix : each.finding->fixes)
        text += (fix.safety == Safety::Safe ? "\n  safe: " : "\n  review: ") + fix.edit.label;
    if (each.waiver) text += "\n  waived by " + each.waiver->id.value;
    return text;
}

/// The first difference between two judgements of one design; empty where there is none.
std::string difference(const Judgement& one, const Judgement& other) {
    const auto& traces = one.facts().traces();
    const auto& others = other.facts().traces();
    if (traces.size() != others.size()) return "number of traces";
    for (std::size_t i = 0; i < traces.size(); ++i)
        if (!(traces[i] == others[i])) return "trace of " + traces[i].flow.value;
    for (std::size_t i = 0; i < std::min(one.diagnostics().size(), other.diagnostics().size()); ++i) {
        const std::string a = allOf(one.diagnostics()[i]);
        const std::string b = allOf(other.diagnostics()[i]);
        if (a != b) return a + "\n instead of\n" + b;
    }
    return one.diagnostics().size() == other.diagnostics().size() ? "" : "number of findings";
}

/// The same of what their fixes do; one of them in `oneIn` is tried.
std::string differenceOfFixes(const Judgement& one, const Judgement& other, std::size_t oneIn, Random& random) {
    for (std::size_t i = 0; i < one.diagnostics().size(); ++i) {
        const Finding& finding = *one.diagnostics()[i].finding;
        for (std::size_t fix = 0; fix < finding.fixes.size(); ++fix) {
            if (random.below(oneIn) != 0) continue;
            const auto a = apply(finding.fixes[fix].edit, one.design());
            const auto b = apply(other.diagnostics()[i].finding->fixes[fix].edit, one.design());
            if (a.has_value() != b.has_value() || (a && !(*a == *b))) return "fix of " + allOf(one.diagnostics()[i]);
        }
    }
    return {};
}

/// Sixty steps of a hand, each judged with the judgement before and anew: the first difference between the two, with
/// one fix in so many; empty where there is none.
std::string differenceAfterEdits(std::uint64_t number, Design design, void (Hand::*step)(const Judgement&),
                                 std::size_t oneFixIn) {
    Hand hand(number, std::move(design));
    Random random(number);
    auto judged = std::make_unique<const Judgement>(hand.design());
    for (int i = 0; i < 60; ++i) {
        (hand.*step)(*judged);
        // The one before goes: nothing may point into it.
        judged = std::make_unique<const Judgement>(hand.design(), Date{}, judged.get());
        const Judgement anew(hand.design());
        std::string differs = difference(*judged, anew);
        if (differs.empty()) differs = differenceOfFixes(*judged, anew, oneFixIn, random);
        if (!differs.empty()) return "step " + std::to_string(i) + ", " + hand.lastStep() + ": " + differs;
    }
    return {};
}

}  // namespace

/// Full = incremental: what is taken over from the judgement of another design is what judging anew would find.
class IncrementalTest : public QObject {
    Q_OBJECT

private slots:
    void afterEveryEditAsIfJudgedAnew_data();
    void afterEveryEditAsIfJudgedAnew();
    void afterEveryEditOfRightsAsIfJudgedAnew_data();
    void afterEveryEditOfRightsAsIfJudgedAnew();
    void editsOfRightsConcernTheirRules();
    void fromAnyOtherDesignAsIfJudgedAnew();
    void whatDoesNotChangeIsNotTracedAgain();
    void rolesThatAnEditLeavesAloneAreNotAskedAgain();
    void companionSetsOfOtherVpcsAreNotAskedAgain();
    void aCompanionSetEndsWithThePolicyThatDeclaresIt();
};

void IncrementalTest::afterEveryEditAsIfJudgedAnew_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= rounds(10); ++seed) QTest::addRow("seed %d", seed) << seed;
}

void IncrementalTest::afterEveryEditAsIfJudgedAnew() {
    QFETCH(int, seed);
    const auto number = static_cast<std::uint64_t>(seed);
    const std::string differs =
        differenceAfterEdits(number, seed % 2 ? randomDesign(number) : randomConnectedDesign(number), &Hand::step, 40);
    QVERIFY2(differs.empty(), differs.c_str());
}

void IncrementalTest::afterEveryEditOfRightsAsIfJudgedAnew_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= rounds(3); ++seed) QTest::addRow("seed %d", seed) << seed;
}

void IncrementalTest::afterEveryEditOfRightsAsIfJudgedAnew() {
    QFETCH(int, seed);
    const auto number = static_cast<std::uint64_t>(1000 + seed);
    const std::string differs = differenceAfterEdits(number, randomConnectedDesign(number), &Hand::stepOfRights, 4);
    QVERIFY2(differs.empty(), differs.c_str());
}

/// Edits that no rule about rights minds would show nothing.
void IncrementalTest::editsOfRightsConcernTheirRules() {
    std::set<std::string, std::less<>> seen;
    for (std::uint64_t number = 1001; number <= 1008; ++number) {
        Hand hand(number, randomConnectedDesign(number));
        auto judged = std::make_unique<const Judgement>(hand.design());
        for (int i = 0; i < 60; ++i) {
            hand.stepOfRights(*judged);
            judged = std::make_unique<const Judgement>(hand.design(), Date{}, judged.get());
            for (const Diagnostic& each : judged->diagnostics()) seen.emplace(each.rule->code);
        }
    }
    for (const char* code : {"DEP001", "DEP003", "DEP008", "PSE006", "PSE007", "PSE008", "PSE012", "RTE012"})
        QVERIFY2(seen.contains(code), code);
}

void IncrementalTest::fromAnyOtherDesignAsIfJudgedAnew() {
    auto judged = std::make_unique<const Judgement>(Design{});
    for (int seed = 1; seed <= rounds(30); ++seed) {
        const auto number = static_cast<std::uint64_t>(seed);
        // The same ids all over again, of other things.
        const Design design = seed % 3 == 0 ? arbitraryDesign(number) : randomConnectedDesign(number);
        judged = std::make_unique<const Judgement>(design, Date{}, judged.get());
        const std::string differs = difference(*judged, Judgement(design));
        QVERIFY2(differs.empty(), (std::to_string(seed) + ": " + differs).c_str());
    }
}

void IncrementalTest::whatDoesNotChangeIsNotTracedAgain() {
    const Design before = randomDesign(7, {500});
    const Judgement first(before);
    const auto kept = [&](const Edit& edit) {
        const Judgement second(*apply(edit, before), Date{}, &first);
        std::size_t same = 0;
        for (const Trace& trace : second.facts().traces()) same += first.facts().traceOf(trace.flow) == &trace;
        return same;
    };
    const std::size_t all = first.facts().traces().size();
    const auto group = before.securityGroups.begin()->id;
    SecurityGroupRule rule;
    rule.peer = Cidr::literal("10.1.2.0/24");
    QCOMPARE(kept(edits::moveThings({before.workloads.begin()->id.value}, 8, 8)), all);
    // Sentences of its own flows name it.
    QVERIFY(kept(edits::rename(before.workloads.begin()->id, "another")) > all * 9 / 10);
    QVERIFY(kept(edits::allowInSecurityGroup(group, Direction::In, rule)) > all / 2);
}

void IncrementalTest::rolesThatAnEditLeavesAloneAreNotAskedAgain() {
    Design before = randomDesign(7, {500});
    const auto findingsOf = [&](const Judgement& judged) {
        std::map<std::string, const Finding*> found;
        for (const Diagnostic& each : judged.diagnostics())
            if (each.rule->code == "PSE007") found[each.finding->subject.value] = each.finding.get();
        return found;
    };
    const auto everything =
        PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", )"
                                R"("Resource": "*"}]})");
    for (Role role : std::vector<Role>(before.roles.begin(), before.roles.end())) {
        role.policies = {{"all", everything}};
        before.roles.put(std::move(role));
    }
    const Judgement first(before);
    const auto was = findingsOf(first);
    QVERIFY(was.size() > 2);
    const auto kept = [&](const Edit& edit) {
        const Judgement second(*apply(edit, before), Date{}, &first);
        std::size_t same = 0;
        for (const auto& [role, finding] : findingsOf(second)) same += was.contains(role) && was.at(role) == finding;
        return same;
    };
    const Id<Role> role{was.begin()->first};
    const std::vector<NamedPolicy> twice{{"all", everything}, {"more", everything}};
    QCOMPARE(kept(edits::setInlinePolicies(role, twice)), was.size() - 1);
    QCOMPARE(kept(edits::rename(role, "another")), was.size() - 1);
    const Flow flow = *first.facts().flowsSignedBy(role).front();
    QCOMPARE(kept(edits::setField(flow.id, "actions", "s3:DeleteObject")), was.size() - 1);
    QCOMPARE(kept(edits::moveThings({before.workloads.begin()->id.value}, 8, 8)), was.size());
}

/// Workloads share advice with those of their VPC that need the same service, and with nobody else.
void IncrementalTest::companionSetsOfOtherVpcsAreNotAskedAgain() {
    static const std::set<std::string_view> codes{"DEP001", "DEP003", "DEP008"};
    const Design before = randomDesign(7, {2000});
    const Judgement first(before);
    std::set<const Finding*> was;
    Id<Workload> workload;
    for (const Diagnostic& each : first.diagnostics()) {
        if (!codes.contains(each.rule->code)) continue;
        was.insert(each.finding.get());
        workload = {each.finding->subject.value};
    }
    QVERIFY(find(before, workload));
    const auto vpcOf = [&](const Id<Workload>& id) { return first.facts().network().vpcOf(*find(before, id)); };
    const auto isElsewhere = [&](const Finding* finding) { return vpcOf({finding->subject.value}) != vpcOf(workload); };
    const auto elsewhere = std::ranges::count_if(was, isElsewhere);
    QVERIFY(elsewhere > 1);
    const auto keptElsewhere = [&](const Edit& edit) {
        const Judgement second(*apply(edit, before), Date{}, &first);
        return std::ranges::count_if(second.diagnostics(), [&](const Diagnostic& each) {
            return was.contains(each.finding.get()) && isElsewhere(each.finding.get());
        });
    };
    QCOMPARE(keptElsewhere(edits::rename(workload, "another")), elsewhere);
    QCOMPARE(keptElsewhere(edits::setField(workload, "kind", "generic")), elsewhere);
    QCOMPARE(keptElsewhere(edits::removeThings({workload.value})), elsewhere);
}

/// Nothing that the rule reads changes but the needs: the workload stays, and has its role still.
void IncrementalTest::aCompanionSetEndsWithThePolicyThatDeclaresIt() {
    Design before = randomDesign(7, {500});
    const Id<Role> role = before.roles.begin()->id;
    for (Workload workload : std::vector<Workload>(before.workloads.begin(), before.workloads.end())) {
        workload.role = role;
        before.workloads.put(std::move(workload));
    }
    Role plain = *before.roles.begin();
    plain.managedPolicies.clear();
    Role agent = plain;
    agent.managedPolicies.push_back({"CloudWatchAgentServerPolicy"});
    before.roles.put(agent);
    const auto isAgent = [](const Diagnostic& each) { return each.rule->code == "DEP014"; };
    // Where the endpoints are there, and shut, no endpoint is advised, and no list of callers is read.
    const Judgement without(before);
    for (const Diagnostic& each : without.diagnostics())
        if (isAgent(each) && !each.finding->fixes.empty())
            if (auto with = apply(each.finding->fixes.front().edit, before)) before = *std::move(with);
    for (SecurityGroup group : std::vector<SecurityGroup>(before.securityGroups.begin(), before.securityGroups.end())) {
        group.ingress.clear();
        before.securityGroups.put(std::move(group));
    }
    const Judgement first(before);
    QVERIFY(std::ranges::any_of(first.diagnostics(), isAgent));
    Design after = before;
    after.roles.put(plain);
    const Judgement second(after, Date{}, &first);
    QVERIFY(std::ranges::none_of(second.diagnostics(), isAgent));
    QCOMPARE(difference(second, Judgement(after)), std::string());
    QCOMPARE(difference(Judgement(before, Date{}, &second), first), std::string());
}

QTEST_GUILESS_MAIN(IncrementalTest)
#include "incremental_test.moc"
