#pragma once
#include <optional>
#include <string>

#include "model/lockout/caller_judge.h"
#include "model/lockout/draft_place.h"
#include "model/policy/policy.h"

namespace gw {

/// A policy that is not applied yet.
struct Draft {
    DraftPlace place{};
    PolicyDocument document{};
    IamPolicy policy{};

    /// The statement of that name; nullptr where the draft holds none such.
    const PolicyStatement* statement(const StatementName& name) const;
};

/// Reads the draft; refuses what AWS would refuse, as far as that keeps it from being understood.
tl::expected<Draft, LockoutRefusal> readDraft(const DraftPlace& place, const std::string& text);

/// The draft with the condition in the statements that it names.
PolicyDocument withException(const Draft& draft, const LockoutException& exception);

/// What the request says to each condition of the statement.
std::vector<ExcludingCondition> conditionsOf(const PolicyStatement& statement, const AccessRequest& request);

/// The condition that lets the caller stay for all these actions, tried with `judge`, which asks the design that holds
/// the draft; none where no single one does.
std::optional<LockoutException> exceptionFor(const Draft& draft, const CallerJudge& judge, const DraftCaller& caller,
                                             const LockedOut& found);

/// What to add so that it stays, one sentence.
std::string keepSentence(const Draft& draft, const DraftCaller& caller, const LockedOut& found);

}  // namespace gw
