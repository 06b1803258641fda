#include <algorithm>
#include <utility>

#include "model/policy/proof/asks.h"

namespace gw {
namespace {

constexpr const char* tooManyBoxes = "A statement falls into more cases than are worked through.";

/// Two policies over the requests that they tell apart.
class PolicyPair {
public:
    PolicyPair(SharedPolicy first, SharedPolicy second, std::string_view text)
        : policies_{std::move(first), std::move(second)}, text_(text) {
        auto space = RequestSpace::of(distinctionsOf(policies_));
        if (!space) {
            problem_ = space.error();
            return;
        }
        space_.emplace(*std::move(space));
        for (const ReachContext& context : reachContextsOf(*space_, policies_)) {
            auto ofFirst = boxesOfPolicy(*space_, *policies_.front(), context);
            auto ofSecond = boxesOfPolicy(*space_, *policies_.back(), context);
            if (!ofFirst || !ofSecond) {
                problem_ = tooManyBoxes;
                return;
            }
            contexts_.push_back(
                {context, callersIn(*space_, policies_, context), *std::move(ofFirst), *std::move(ofSecond)});
        }
        hunt_.emplace(*space_, text_);
    }

    /// What kept the pair from being compared at all.
    const std::string& problem() const { return problem_; }
    const std::string& doubt() const { return hunt_->doubt(); }

    /// The statements of the first policy that allow something.
    std::vector<std::size_t> allowancesOfFirst() const {
        std::vector<std::size_t> found;
        for (const PolicyBoxes::OfStatement& each : contexts_.front().first.allows) found.push_back(each.statement);
        return found;
    }
    const ProofPolicy& first() const { return *policies_.front(); }

    /// A request that this statement of the first policy allows, and the second policy does not allow.
    std::optional<CounterExample> allowedBy(std::size_t statement) {
        for (const InContext& in : contexts_)
            if (auto found = allowedIn(in, statement)) return found;
        return std::nullopt;
    }

    /// A request that the first policy does not deny, and the second does.
    std::optional<CounterExample> undenied() {
        for (const InContext& in : contexts_) {
            if (in.context.least != PrincipalReach::Account) continue;
            const std::vector<RequestBox> deniedBySecond = allOf(in.second.denies);
            if (auto found = find(in, {&deniedBySecond}, allOf(in.first.denies), true)) return found;
        }
        return std::nullopt;
    }

private:
    struct InContext {
        ReachContext context{};
        std::vector<RequestBox> callers{};
        PolicyBoxes first{};
        PolicyBoxes second{};
    };

    std::optional<CounterExample> find(const InContext& in, std::vector<const std::vector<RequestBox>*> within,
                                       const std::vector<RequestBox>& taken, bool beside) {
        if (!in.context.isUsual()) within.push_back(&in.callers);
        return hunt_->find(space_->boxes().whole(), within, taken, [&](const RequestExample& request) {
            return allowedByFirstAlone(request, policies_.front(), policies_.back(), beside, in.context);
        });
    }

    std::optional<CounterExample> allowedIn(const InContext& in, std::size_t statement) {
        const auto at = std::ranges::find(in.first.allows, statement, &PolicyBoxes::OfStatement::statement);
        const std::vector<RequestBox> denied = allOf(in.first.denies);
        std::vector<RequestBox> taken = denied;
        const std::vector<RequestBox> allowedBySecond = allOf(in.second.allows);
        taken.insert(taken.end(), allowedBySecond.begin(), allowedBySecond.end());
        if (auto found = find(in, {&at->boxes}, taken, false)) return found;
        const std::vector<RequestBox> deniedBySecond = allOf(in.second.denies);
        return find(in, {&at->boxes, &deniedBySecond}, denied, false);
    }

    std::vector<SharedPolicy> policies_;
    std::string_view text_;
    std::optional<RequestSpace> space_;
    std::vector<InContext> contexts_;
    std::optional<RequestHunt> hunt_;
    std::string problem_;
};

/// What the first policy of the pair gives that the second does not: a request for each statement that gives something,
/// or one for what it no longer denies.
std::vector<PolicyChange> gainsOf(PolicyPair& pair) {
    std::vector<PolicyChange> gains;
    for (const std::size_t each : pair.allowancesOfFirst())
        if (auto found = pair.allowedBy(each))
            gains.push_back({each, pair.first().policy.statements[each].sid, *std::move(found)});
    if (gains.empty())
        if (auto found = pair.undenied()) gains.push_back({std::nullopt, "", *std::move(found)});
    return gains;
}

ProofAnswer comparedWith(const SharedPolicy& policy, const SharedPolicy& than, std::string_view text) {
    PolicyPair pair(policy, than, text);
    if (!pair.problem().empty()) return unknownBecause(pair.problem());
    ProofAnswer answer;
    // Policies that only deny allow nothing by themselves; they are compared as what they are, limits.
    const bool onlyDeny = !policy->hasAllowance() && !than->hasAllowance();
    if (onlyDeny) {
        answer.reason =
            "Neither policy allows anything by itself: they are compared beside one that allows everything.";
        answer.counterExample = pair.undenied();
    }
    for (const std::size_t each : pair.allowancesOfFirst())
        if (!answer.counterExample) answer.counterExample = pair.allowedBy(each);
    if (answer.counterExample)
        answer.verdict = ProofAnswer::Verdict::Refuted;
    else if (pair.doubt().empty())
        answer.verdict = ProofAnswer::Verdict::Proved;
    else
        answer.reason = pair.doubt();
    return answer;
}

ProofAnswer changeBetween(const SharedPolicy& before, const SharedPolicy& after, std::string_view text) {
    PolicyPair gained(after, before, text);
    PolicyPair lost(before, after, text);
    for (const PolicyPair* pair : {&gained, &lost})
        if (!pair->problem().empty()) return unknownBecause(pair->problem());
    ProofAnswer answer;
    answer.gained = gainsOf(gained);
    answer.lost = gainsOf(lost);
    const std::string& doubt = gained.doubt().empty() ? lost.doubt() : gained.doubt();
    if (!answer.gained.empty() || !answer.lost.empty()) {
        answer.verdict = ProofAnswer::Verdict::Refuted;
        answer.counterExample = (answer.gained.empty() ? answer.lost : answer.gained).front().request;
        if (!doubt.empty()) answer.reason = "There may be more: " + doubt;
    } else if (doubt.empty()) {
        answer.verdict = ProofAnswer::Verdict::Proved;
    } else {
        answer.reason = doubt;
    }
    return answer;
}

/// What is proved must be so whosever account a canonical user is.
template <class Ask>
ProofAnswer provedForAnyGuess(ProofAnswer answer, const SharedPolicy& first, const SharedPolicy& second, Ask ask) {
    if (answer.verdict != ProofAnswer::Verdict::Proved) return answer;
    const auto guesses = canonicalGuesses({first, second});
    if (!guesses) return unknownBecause(guesses.error());
    for (const CanonicalGuess& guess : *guesses)
        if (ask(guess.policies.front(), guess.policies.back()).verdict != ProofAnswer::Verdict::Proved)
            return unknownBecause(dependsOn(guess));
    return answer;
}

}  // namespace

ProofAnswer answerTo(const NoMorePermissiveQuestion& question, std::string_view text) {
    const auto ask = [&](const SharedPolicy& policy, const SharedPolicy& than) {
        return comparedWith(policy, than, text);
    };
    return provedForAnyGuess(ask(question.policy, question.than), question.policy, question.than, ask);
}

ProofAnswer answerTo(const ChangedQuestion& question, std::string_view text) {
    const auto ask = [&](const SharedPolicy& before, const SharedPolicy& after) {
        return changeBetween(before, after, text);
    };
    return provedForAnyGuess(ask(question.before, question.after), question.before, question.after, ask);
}

}  // namespace gw
