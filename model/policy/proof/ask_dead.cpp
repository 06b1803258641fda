#include <algorithm>
#include <utility>

#include "model/policy/proof/asks.h"

namespace gw {
namespace {

auto is(std::size_t index) {
    return [index](const PolicyBoxes::OfStatement& each) { return each.statement == index; };
}

/// The statements' boxes in one context.
struct ContextBoxes {
    ReachContext context{};
    std::vector<RequestBox> callers{};
    PolicyBoxes boxes{};
};

/// None where a statement falls into too many.
std::optional<std::vector<ContextBoxes>> boxesInContexts(const RequestSpace& space, const SharedPolicy& policy) {
    std::vector<ContextBoxes> all;
    for (const ReachContext& context : reachContextsOf(space, std::span(&policy, 1))) {
        auto boxes = boxesOfPolicy(space, *policy, context);
        if (!boxes) return std::nullopt;
        all.push_back({context, callersIn(space, std::span(&policy, 1), context), *std::move(boxes)});
    }
    return all;
}

/// A policy's statements, of which those found dead are taken out one after the other.
class DeadStatements {
public:
    DeadStatements(const RequestSpace& space, SharedPolicy policy, std::vector<ContextBoxes> contexts,
                   std::string_view text)
        : space_(space), policy_(std::move(policy)), contexts_(std::move(contexts)), text_(text) {}

    /// Looks at the statement in what is left of the policy; those behind it have been looked at. A denial is alive
    /// where no other statement denies the same; an allowance where no other allows it and none denies it.
    void judge(std::size_t index, ProofAnswer& answer) {
        const SharedPolicy whole = policy_;
        const bool allows = whole->policy.statements[index].allows();
        RequestHunt hunt(space_, text_);
        const SharedPolicy without = withoutStatement(*whole, index);
        std::optional<CounterExample> alive;
        for (ContextBoxes& in : contexts_) {
            // An allowance that reaches further counts as one in the usual context too, a denial in any.
            if (alive || (!allows && in.context.least != PrincipalReach::Account)) continue;
            alive = aliveIn(in, index, allows, hunt, [&](const RequestExample& each) {
                return allows ? allowedByFirstAlone(each, whole, without, false, in.context)
                              : allowedByFirstAlone(each, without, whole, true, in.context);
            });
        }
        if (!alive && hunt.doubt().empty()) {
            answer.dead.push_back({index, whole->policy.statements[index].sid});
            policy_ = without;
            for (ContextBoxes& in : contexts_) std::erase_if(allows ? in.boxes.allows : in.boxes.denies, is(index));
            return;
        }
        if (alive && (allows || !answer.counterExample)) answer.counterExample = alive;
        if (!alive && answer.reason.empty()) answer.reason = hunt.doubt();
    }

private:
    std::optional<CounterExample> aliveIn(const ContextBoxes& in, std::size_t index, bool allows, RequestHunt& hunt,
                                          const RequestHunt::Confirm& confirm) const {
        const auto& own = allows ? in.boxes.allows : in.boxes.denies;
        const auto at = std::ranges::find_if(own, is(index));
        std::vector<RequestBox> taken;
        for (const auto* list : {&in.boxes.denies, &in.boxes.allows})
            for (const PolicyBoxes::OfStatement& each : *list)
                if (each.statement != index && (allows || list == &in.boxes.denies))
                    taken.insert(taken.end(), each.boxes.begin(), each.boxes.end());
        std::vector<const std::vector<RequestBox>*> within{&at->boxes};
        if (!in.context.isUsual()) within.push_back(&in.callers);
        return hunt.find(space_.boxes().whole(), within, taken, confirm);
    }

    const RequestSpace& space_;
    SharedPolicy policy_;
    std::vector<ContextBoxes> contexts_;
    std::string_view text_;
};

ProofAnswer deadIn(const SharedPolicy& policy, std::string_view text) {
    const auto space = RequestSpace::of(distinctionsOf({policy}));
    if (!space) return unknownBecause(space.error());
    auto contexts = boxesInContexts(*space, policy);
    if (!contexts) return unknownBecause("A statement falls into more cases than are worked through.");
    DeadStatements statements(*space, policy, *std::move(contexts), text);
    ProofAnswer answer;
    // From the end: of two that say the same the later one is dead.
    for (std::size_t index = policy->policy.statements.size(); index-- > 0;) statements.judge(index, answer);
    std::ranges::reverse(answer.dead);
    return answer;
}

/// Leaves the statements that are dead whosever account a canonical user is. What may go in one case together with
/// others may not in the next: where they differ, nothing is claimed.
void holdAgainstGuesses(ProofAnswer& answer, const SharedPolicy& policy, std::string_view text) {
    if (answer.dead.empty()) return;
    const auto guesses = canonicalGuesses({policy});
    if (!guesses) {
        answer.dead.clear();
        answer.reason = guesses.error();
        return;
    }
    for (const CanonicalGuess& guess : *guesses) {
        const ProofAnswer guessed = deadIn(guess.policies.front(), text);
        const bool isSame =
            std::ranges::equal(answer.dead, guessed.dead, {}, &DeadStatement::index, &DeadStatement::index);
        if (isSame) continue;
        answer.dead.clear();
        answer.reason = dependsOn(guess);
        return;
    }
}

}  // namespace

ProofAnswer answerTo(const DeadQuestion& question, std::string_view text) {
    ProofAnswer answer = deadIn(question.policy, text);
    holdAgainstGuesses(answer, question.policy, text);
    if (!answer.dead.empty()) {
        answer.verdict = ProofAnswer::Verdict::Proved;
        answer.counterExample.reset();
        if (!answer.reason.empty()) answer.reason = "There may be more: " + answer.reason;
    } else if (answer.reason.empty()) {
        answer.verdict = ProofAnswer::Verdict::Refuted;
    } else {
        answer.counterExample.reset();
    }
    return answer;
}

}  // namespace gw
