#include <QtTest>

#include <deque>

#include "model/check/judgement.h"
#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"
#include "tests/random/random.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

namespace {

/// Somebody who changes what judges look at: any field of any row, removals, flows, fixes, and steps back.
class Hand {
public:
    Hand(std::uint64_t seed, Design design) : random_(seed), design_(std::move(design)) {}

    const Design& design() const { return design_; }
    const std::string& lastStep() const { return lastStep_; }

    /// One step of any kind; what is refused changes nothing. `judged` is the judgement of the design.
    void step(const Judgement& judged) {
        const int kind = random_.between(1, 100);
        if (kind <= 55) return setAField();
        if (kind <= 75) return fix(judged);
        if (kind <= 80) return run(edits::rename(any(), "name " + std::to_string(random_.between(1, 9))));
        if (kind <= 85) return run(edits::connect(any(), any(), freeId(design_, "flow")));
        if (kind <= 88) return run(edits::removeThings({any().value}));
        if (kind <= 92)
            return run(edits::moveThings({any().value}, random_.between(-80, 80), random_.between(-80, 80)));
        if (kind <= 95) return takeFrom(any());
        if (!past_.empty()) {
            lastStep_ = "back";
            design_ = past_[random_.below(past_.size())];
        }
    }

private:
    void run(const Edit& edit) {
        lastStep_ = edit.label;
        auto after = apply(edit, design_);
        if (!after) return;
        past_.push_back(std::exchange(design_, *std::move(after)));
        if (past_.size() > 20) past_.pop_front();
    }

    AnyId any() {
        std::vector<AnyId> ids;
        forEachTable([&]<class Row>(Table<Row> Design::*table) {
            // Kinds of which there are few get their turn, too.
            std::size_t left = 6;
            const std::size_t size = (design_.*table).size();
            for (const Row& row : design_.*table)
                if (left > 0 && random_.below(size) < 6) {
                    ids.emplace_back(row.id);
                    --left;
                }
        });
        return ids.empty() ? AnyId{} : random_.of(ids);
    }

    static std::string turned(const std::string& text) { return text == "true" ? "false" : "true"; }

    void setAField() {
        const AnyId id = any();
        const std::vector<FieldView> fields = fieldsOf(design_, id);
        if (fields.empty()) return;
        const FieldView& field = random_.of(fields);
        std::string text = field.text;
        switch (field.kind) {
            case FieldKind::Switch:
                text = turned(text);
                break;
            case FieldKind::Choice:
            case FieldKind::Reference:
                if (!field.choices.empty()) text = random_.chance(15) ? "" : random_.of(field.choices).value;
                break;
            case FieldKind::References:
                text.clear();
                for (const FieldChoice& choice : field.choices)
                    if (random_.chance(40)) text += (text.empty() ? "" : ", ") + choice.value;
                break;
            case FieldKind::Number:
                text = std::to_string(random_.between(0, 70000));
                break;
            case FieldKind::Block:
            case FieldKind::Blocks:
                text = "10." + std::to_string(random_.between(0, 3)) + "." + std::to_string(random_.between(0, 40)) +
                       ".0/" + std::to_string(random_.between(20, 26));
                break;
            case FieldKind::Ports:
                text = random_.chance(50) ? "443" : "1024-65535";
                break;
            case FieldKind::Text:
            case FieldKind::Words:
                text = random_.chance(50) ? "" : random_.chance(50) ? "s3" : "other";
                break;
            default:
                return;
        }
        run(edits::setField(id, field.key, text));
    }

    /// What the row is becomes what another row of its kind is.
    void takeFrom(const AnyId& id) {
        lastStep_ = "row taken from another";
        forEachTable([&]<class Row>(Table<Row> Design::*table) {
            const Row* row = (design_.*table).find({id.value});
            if (!row || std::is_same_v<Row, Placement>) return;
            auto other = (design_.*table).begin();
            std::advance(other, static_cast<std::ptrdiff_t>(random_.below((design_.*table).size())));
            Row changed = *other;
            changed.id = row->id;
            run(Edit("take", [&, changed](Design& design) -> Status {
                (design.*table).put(changed);
                return {};
            }));
        });
    }

    void fix(const Judgement& judged) {
        std::vector<const Fix*> fixes;
        for (const Diagnostic& each : judged.diagnostics())
            for (const Fix& one : each.finding->fixes) fixes.push_back(&one);
        if (!fixes.empty()) run(random_.of(fixes)->edit);
    }

    Random random_;
    Design design_;
    std::deque<Design> past_;
    std::string lastStep_;
};

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

/// The same of what their fixes do; `which` of them are tried, one in so many.
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

}  // namespace

/// Full = incremental: what is taken over from the judgement of another design is what judging anew would find.
class IncrementalTest : public QObject {
    Q_OBJECT

private slots:
    void afterEveryEditAsIfJudgedAnew_data();
    void afterEveryEditAsIfJudgedAnew();
    void fromAnyOtherDesignAsIfJudgedAnew();
    void whatDoesNotChangeIsNotTracedAgain();
};

void IncrementalTest::afterEveryEditAsIfJudgedAnew_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= rounds(16); ++seed) QTest::addRow("seed %d", seed) << seed;
}

void IncrementalTest::afterEveryEditAsIfJudgedAnew() {
    QFETCH(int, seed);
    const auto number = static_cast<std::uint64_t>(seed);
    Hand hand(number, seed % 2 ? randomDesign(number) : randomConnectedDesign(number));
    Random random(number);
    auto judged = std::make_unique<const Judgement>(hand.design());
    for (int i = 0; i < 60; ++i) {
        hand.step(*judged);
        // The one before goes: nothing may point into it.
        judged = std::make_unique<const Judgement>(hand.design(), Date{}, judged.get());
        const Judgement anew(hand.design());
        const std::string where = "step " + std::to_string(i) + ", " + hand.lastStep() + ": ";
        const std::string differs = difference(*judged, anew);
        QVERIFY2(differs.empty(), (where + differs).c_str());
        const std::string fixes = differenceOfFixes(*judged, anew, 40, random);
        QVERIFY2(fixes.empty(), (where + fixes).c_str());
    }
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

QTEST_GUILESS_MAIN(IncrementalTest)
#include "incremental_test.moc"
