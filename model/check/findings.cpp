#include "model/check/findings.h"

#include <algorithm>
#include <tuple>

#include "model/core/parallel.h"

namespace gw {
namespace {

const Waiver* waiverOf(const Design& design, const Rule& rule, const Finding& finding, const Date& today) {
    for (const Waiver& waiver : design.waivers)
        if (waiver.rule == rule.code && waiver.subject == finding.subject &&
            (!waiver.expires || !today || today <= waiver.expires))
            return &waiver;
    return nullptr;
}

bool isBefore(const std::shared_ptr<const Finding>& a, const std::shared_ptr<const Finding>& b) {
    return std::tie(b->severity, a->subject.value) < std::tie(a->severity, b->subject.value);
}

}  // namespace

Findings::Findings(const Facts& facts, const Findings* previous) : design_(&facts.design()) {
    const auto rules = allRules();
    byRule_.resize(rules.size());
    inParallel(rules.size(), 16, [&](std::size_t i) {
        byRule_[i] = ofRule(facts, *rules[i], previous ? previous->byRule_[i].get() : nullptr);
    });
}

std::shared_ptr<const Findings::Piece> Findings::pieceOf(const Facts& facts, const Rule& rule, const std::string& id,
                                                         const void* row) {
    auto piece = std::make_shared<Piece>();
    piece->row = id;
    const Reading reading;
    if (row) {
        Reading::note(partOf(id));
        rule.check.lookAt(facts, row, piece->findings);
    } else {
        piece->findings = rule.check(facts);
    }
    piece->read = reading.parts();
    return piece;
}

std::shared_ptr<const Findings::OfRule> Findings::ofRule(const Facts& facts, const Rule& rule, const OfRule* previous) {
    OfRule made;
    bool areSame = previous != nullptr;
    std::size_t old = 0;
    const auto add = [&](const std::string& id, const void* row) {
        const auto isOld = [&] { return previous && old < previous->pieces.size(); };
        while (isOld() && previous->pieces[old]->row < id) ++old;
        const bool isKnown =
            isOld() && previous->pieces[old]->row == id && !facts.changes().touch(previous->pieces[old]->read);
        areSame = areSame && isKnown;
        made.pieces.push_back(isKnown ? previous->pieces[old] : pieceOf(facts, rule, id, row));
    };
    if (rule.check.isByRow())
        rule.check.eachRow(facts, add);
    else
        add({}, nullptr);
    if (areSame && made.pieces.size() == previous->pieces.size()) {
        made.sorted = previous->sorted;
    } else {
        for (const auto& piece : made.pieces)
            for (const Finding& finding : piece->findings) made.sorted.emplace_back(piece, &finding);
        if (!std::ranges::is_sorted(made.sorted, isBefore)) std::ranges::stable_sort(made.sorted, isBefore);
    }
    return std::make_shared<const OfRule>(std::move(made));
}

std::vector<Diagnostic> Findings::diagnostics(const Date& today) const {
    const auto rules = allRules();
    std::vector<Diagnostic> all;
    std::vector<std::size_t> next(rules.size(), 0);
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Hint})
        // Rules stand in order of code.
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const auto& sorted = byRule_[i]->sorted;
            for (; next[i] < sorted.size() && sorted[next[i]]->severity == severity; ++next[i])
                all.push_back({rules[i], sorted[next[i]], waiverOf(*design_, *rules[i], *sorted[next[i]], today)});
        }
    return all;
}

}  // namespace gw
