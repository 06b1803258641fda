#include "model/check/mend.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "model/check/judgement.h"
#include "model/reach/what_if.h"

namespace gw {
namespace {

/// A finding without its words, which may name things that a fix renames.
using Trouble = std::pair<std::string_view, AnyId>;

/// How many of each there are, of this severity and worse.
std::map<Trouble, int> troubles(const std::vector<Diagnostic>& diagnostics, Severity least) {
    std::map<Trouble, int> found;
    for (const Diagnostic& each : diagnostics)
        if (!each.waiver && each.finding->severity >= least) ++found[{each.rule->code, each.finding->subject}];
    return found;
}

/// Whether the fix ended its finding and did no harm.
bool helped(const Judgement& before, const Judgement& after, const Diagnostic& diagnostic) {
    const auto changes = changesBetween(before.design(), before.facts().traces(), after.facts().traces());
    if (std::ranges::any_of(changes, [](const FlowChange& each) { return isWorse(each.effect); })) return false;
    const auto had = troubles(before.diagnostics(), diagnostic.finding->severity);
    const auto has = troubles(after.diagnostics(), diagnostic.finding->severity);
    const auto countIn = [](const std::map<Trouble, int>& all, const Trouble& trouble) {
        const auto at = all.find(trouble);
        return at == all.end() ? 0 : at->second;
    };
    const Trouble own{diagnostic.rule->code, diagnostic.finding->subject};
    return countIn(has, own) < countIn(had, own) &&
           std::ranges::all_of(has, [&](const auto& each) { return each.second <= countIn(had, each.first); });
}

class Mender {
public:
    Mender(Design design, const MendScope& scope)
        : scope_(scope), now_(std::make_unique<Judgement>(std::move(design), scope.today)) {}

    /// Ends, since each fix lessens the findings of its severity or worse.
    Mended all() {
        bool done = true;
        while (done) {
            done = false;
            tried_.clear();
            while (step()) done = true;
        }
        return {now_->design(), std::move(steps_)};
    }

private:
    /// Whether a fix was done.
    bool step() {
        for (const Diagnostic& each : now_->diagnostics()) {
            if (each.waiver || std::ranges::find(scope_.rules, each.rule) == scope_.rules.end()) continue;
            for (const Fix& fix : each.finding->fixes)
                if (attempt(each, fix)) return true;
        }
        return false;
    }

    bool attempt(const Diagnostic& diagnostic, const Fix& fix) {
        if (fix.safety == Safety::Review && !scope_.reviewed) return false;
        // What did not help is tried again when all else is done.
        const AnyId subject = diagnostic.finding->subject;
        if (!tried_.insert(std::string(diagnostic.rule->code) + " " + subject.value + " " + fix.edit.label).second)
            return false;
        auto design = apply(fix.edit, now_->design());
        if (!design) return false;
        // What the fix leaves as it is, is taken over.
        auto after = std::make_unique<Judgement>(*std::move(design), scope_.today, now_.get());
        if (!helped(*now_, *after, diagnostic)) return false;
        steps_.push_back({diagnostic.rule, subject, fix.edit.label});
        now_ = std::move(after);
        return true;
    }

    const MendScope& scope_;
    std::unique_ptr<Judgement> now_;
    std::vector<MendStep> steps_;
    std::set<std::string> tried_;
};

}  // namespace

Mended mend(Design design, const MendScope& scope) {
    return Mender(std::move(design), scope).all();
}

}  // namespace gw
