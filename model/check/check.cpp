#include <algorithm>
#include <tuple>

#include "model/check/rule.h"
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

}  // namespace

Fix safeFix(std::string label, Edit edit) {
    edit.label = std::move(label);
    return {Safety::Safe, std::move(edit)};
}

Fix reviewedFix(std::string label, Edit edit) {
    edit.label = std::move(label);
    return {Safety::Review, std::move(edit)};
}

const Rule* ruleOf(std::string_view codeOrName) {
    const auto rules = allRules();
    const auto at = std::ranges::find_if(
        rules, [&](const Rule* rule) { return rule->code == codeOrName || rule->name == codeOrName; });
    return at == rules.end() ? nullptr : *at;
}

std::vector<Diagnostic> check(const Facts& facts, const Date& today) {
    const auto rules = allRules();
    std::vector<std::vector<Finding>> found(rules.size());
    inParallel(rules.size(), 16, [&](std::size_t i) { found[i] = rules[i]->check(facts); });
    std::vector<Diagnostic> diagnostics;
    for (std::size_t i = 0; i < rules.size(); ++i)
        for (Finding& finding : found[i]) {
            const Waiver* waiver = waiverOf(facts.design(), *rules[i], finding, today);
            diagnostics.push_back({rules[i], std::move(finding), waiver});
        }
    std::ranges::stable_sort(diagnostics, [](const Diagnostic& a, const Diagnostic& b) {
        return std::tuple(b.finding.severity, a.rule->code, a.finding.subject.value) <
               std::tuple(a.finding.severity, b.rule->code, b.finding.subject.value);
    });
    return diagnostics;
}

}  // namespace gw
