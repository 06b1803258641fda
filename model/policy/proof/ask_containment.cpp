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
        : first_(std::move(first)), second_(std::move(second)), text_(text) {
        auto space = RequestSpace::of({{first_, second_}});
        if (!space) {
            problem_ = space.error();
            return;
        }
        space_.emplace(*std::move(space));
        auto ofFirst = boxesOfPolicy(*space_, *first_);
        auto ofSecond = boxesOfPolicy(*space_, *second_);
        if (!ofFirst || !ofSecond) {
            problem_ = tooManyBoxes;
            return;
        }
        firstBoxes_ = *std::move(ofFirst);
        secondBoxes_ = *std::move(ofSecond);
        hunt_.emplace(*space_, text_);
    }

    /// What kept the pair from being compared at all.
    const std::string& problem() const { return problem_; }
    const std::string& doubt() const { return hunt_->doubt(); }

    /// A request that this statement of the first policy allows, and the second policy does not allow.
    std::optional<CounterExample> allowedBy(const PolicyBoxes::OfStatement& statement) {
        const std::vector<RequestBox> denied = allOf(firstBoxes_.denies);
        std::vector<RequestBox> taken = denied;
        const std::vector<RequestBox> allowedBySecond = allOf(secondBoxes_.allows);
        taken.insert(taken.end(), allowedBySecond.begin(), allowedBySecond.end());
        const RequestBox whole = space_->boxes().whole();
        const auto confirm = [&](const RequestExample& request) {
            return allowedByFirstAlone(request, first_, second_, false);
        };
        if (auto found = hunt_->find(whole, {&statement.boxes}, taken, confirm)) return found;
        const std::vector<RequestBox> deniedBySecond = allOf(secondBoxes_.denies);
        return hunt_->find(whole, {&statement.boxes, &deniedBySecond}, denied, confirm);
    }

    const std::vector<PolicyBoxes::OfStatement>& allowancesOfFirst() const { return firstBoxes_.allows; }
    const ProofPolicy& first() const { return *first_; }

    /// A request that the first policy does not deny, and the second does.
    std::optional<CounterExample> undenied() {
        const std::vector<RequestBox> deniedBySecond = allOf(secondBoxes_.denies);
        return hunt_->find(
            space_->boxes().whole(), {&deniedBySecond}, allOf(firstBoxes_.denies),
            [&](const RequestExample& request) { return allowedByFirstAlone(request, first_, second_, true); });
    }

private:
    SharedPolicy first_;
    SharedPolicy second_;
    std::string_view text_;
    std::optional<RequestSpace> space_;
    PolicyBoxes firstBoxes_;
    PolicyBoxes secondBoxes_;
    std::optional<RequestHunt> hunt_;
    std::string problem_;
};

/// What the first policy of the pair gives that the second does not: a request for each statement that gives something,
/// or one for what it no longer denies.
std::vector<PolicyChange> gainsOf(PolicyPair& pair) {
    std::vector<PolicyChange> gains;
    for (const PolicyBoxes::OfStatement& each : pair.allowancesOfFirst())
        if (auto found = pair.allowedBy(each))
            gains.push_back({each.statement, pair.first().policy.statements[each.statement].sid, *std::move(found)});
    if (gains.empty())
        if (auto found = pair.undenied()) gains.push_back({std::nullopt, "", *std::move(found)});
    return gains;
}

}  // namespace

ProofAnswer answerTo(const NoMorePermissiveQuestion& question, std::string_view text) {
    PolicyPair pair(question.policy, question.than, text);
    if (!pair.problem().empty()) return unknownBecause(pair.problem());
    ProofAnswer answer;
    // Policies that only deny allow nothing by themselves; they are compared as what they are, limits.
    const bool onlyDeny = !question.policy->hasAllowance() && !question.than->hasAllowance();
    if (onlyDeny) {
        answer.reason =
            "Neither policy allows anything by itself: they are compared beside one that allows everything.";
        answer.counterExample = pair.undenied();
    }
    for (const PolicyBoxes::OfStatement& each : pair.allowancesOfFirst())
        if (!answer.counterExample) answer.counterExample = pair.allowedBy(each);
    if (answer.counterExample)
        answer.verdict = ProofAnswer::Verdict::Refuted;
    else if (pair.doubt().empty())
        answer.verdict = ProofAnswer::Verdict::Proved;
    else
        answer.reason = pair.doubt();
    return answer;
}

ProofAnswer answerTo(const ChangedQuestion& question, std::string_view text) {
    PolicyPair gained(question.after, question.before, text);
    PolicyPair lost(question.before, question.after, text);
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

}  // namespace gw
