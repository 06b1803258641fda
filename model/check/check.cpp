#include <algorithm>
#include <tuple>

#include "model/check/rule.h"

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
    std::vector<Diagnostic> diagnostics;
    for (const Rule* rule : allRules())
        for (Finding& finding : rule->check(facts)) {
            const Waiver* waiver = waiverOf(facts.design(), *rule, finding, today);
            diagnostics.push_back({rule, std::move(finding), waiver});
        }
    std::ranges::stable_sort(diagnostics, [](const Diagnostic& a, const Diagnostic& b) {
        return std::tuple(b.finding.severity, a.rule->code, a.finding.subject.value) <
               std::tuple(a.finding.severity, b.rule->code, b.finding.subject.value);
    });
    return diagnostics;
}

}  // namespace gw
