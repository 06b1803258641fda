#include <algorithm>

#include "model/check/findings.h"

namespace gw {
namespace {

Told toldByOthers(const Facts& facts) {
    Told told;
    for (const Rule* rule : allRules())
        if (!rule->check.isAfterOthers())
            for (const Finding& finding : rule->check(facts))
                if (finding.severity == Severity::Error) told.add(finding.subject, rule->category == Category::Traffic);
    return told;
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

Look::Found Look::operator()(const Facts& facts) const {
    if (atAll_) return atAll_(facts);
    if (afterOthers_) return afterOthers_(facts, toldByOthers(facts));
    Found found;
    eachRow(facts, [&](const std::string&, const void* row) { lookAt(facts, row, found); });
    return found;
}

std::vector<Diagnostic> check(const Facts& facts, const Date& today) {
    return Findings(facts).diagnostics(today);
}

}  // namespace gw
