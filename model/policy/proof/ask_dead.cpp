#include <algorithm>
#include <utility>

#include "model/policy/proof/asks.h"

namespace gw {
namespace {

/// A policy's statements, of which those found dead are taken out one after the other.
class DeadStatements {
public:
    DeadStatements(const RequestSpace& space, SharedPolicy policy, PolicyBoxes boxes, std::string_view text)
        : space_(space), policy_(std::move(policy)), boxes_(std::move(boxes)), text_(text) {}

    /// Looks at the statement in what is left of the policy; those behind it have been looked at. A denial is alive
    /// where no other statement denies the same; an allowance where no other allows it and none denies it.
    void judge(std::size_t index, ProofAnswer& answer) {
        const SharedPolicy whole = policy_;
        const bool allows = whole->policy.statements[index].allows();
        auto& own = allows ? boxes_.allows : boxes_.denies;
        const auto at = std::ranges::find(own, index, &PolicyBoxes::OfStatement::statement);
        const PolicyBoxes::OfStatement statement = *at;
        own.erase(at);
        std::vector<RequestBox> taken = allOf(boxes_.denies);
        if (allows) {
            const std::vector<RequestBox> others = allOf(boxes_.allows);
            taken.insert(taken.end(), others.begin(), others.end());
        }
        RequestHunt hunt(space_, text_);
        const SharedPolicy without = withoutStatement(*whole, index);
        const auto alive =
            hunt.find(space_.boxes().whole(), {&statement.boxes}, taken, [&](const RequestExample& each) {
                return allows ? allowedByFirstAlone(each, whole, without, false)
                              : allowedByFirstAlone(each, without, whole, true);
            });
        if (!alive && hunt.doubt().empty()) {
            answer.dead.push_back({index, whole->policy.statements[index].sid});
            policy_ = without;
            return;
        }
        own.push_back(statement);
        if (alive && (allows || !answer.counterExample)) answer.counterExample = alive;
        if (!alive && answer.reason.empty()) answer.reason = hunt.doubt();
    }

private:
    const RequestSpace& space_;
    SharedPolicy policy_;
    PolicyBoxes boxes_;
    std::string_view text_;
};

}  // namespace

ProofAnswer answerTo(const DeadQuestion& question, std::string_view text) {
    const auto space = RequestSpace::of({{question.policy}});
    if (!space) return unknownBecause(space.error());
    auto boxes = boxesOfPolicy(*space, *question.policy);
    if (!boxes) return unknownBecause("A statement falls into more cases than are worked through.");
    DeadStatements statements(*space, question.policy, *std::move(boxes), text);
    ProofAnswer answer;
    // From the end: of two that say the same the later one is dead.
    for (std::size_t index = question.policy->policy.statements.size(); index-- > 0;) statements.judge(index, answer);
    std::ranges::reverse(answer.dead);
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
