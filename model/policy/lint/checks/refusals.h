#pragma once
#include <algorithm>
#include <initializer_list>

#include "model/policy/lint/placeholders.h"
#include "model/policy/lint/policy_check.h"
#include "model/policy/lint/text_edits.h"

namespace gw::lint {

/// Calls `report` with each problem of those kinds that the reader found. A text with a placeholder is wrong for that
/// alone, which placeholderLeft says.
template <class Report>
void forEachProblem(const LintedPolicy& policy, std::initializer_list<PolicyProblem::Kind> kinds, Report report) {
    for (const PolicyProblem& problem : policy.problems()) {
        if (std::ranges::find(kinds, problem.kind) == kinds.end()) continue;
        const std::size_t begin = std::min(problem.offset, policy.text().size());
        const std::size_t end = endOfToken(policy.text(), begin);
        if (policy.text().substr(begin, 1) == "\"" && !placeholderIn(policy.text().substr(begin, end - begin)).empty())
            continue;
        report(problem);
    }
}

/// Tells each problem of that kind as the reader does.
template <PolicyProblem::Kind kind>
void refusals(const LintedPolicy& policy, PolicyFindings& found) {
    forEachProblem(policy, {kind}, [&](const PolicyProblem& problem) { found.add(problem.offset, problem.message); });
}

}  // namespace gw::lint
