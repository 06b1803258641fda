#include "model/policy/proof/asks.h"

#include <algorithm>
#include <utility>

#include "model/policy/proof/lifelike.h"
#include "model/policy/proof/proof_limits.h"
#include "model/policy/read.h"

namespace gw {

std::vector<RequestBox> allOf(const std::vector<PolicyBoxes::OfStatement>& statements) {
    std::vector<RequestBox> all;
    for (const PolicyBoxes::OfStatement& each : statements) all.insert(all.end(), each.boxes.begin(), each.boxes.end());
    return all;
}

std::optional<PolicyBoxes> boxesOfPolicy(const RequestSpace& space, const ProofPolicy& policy) {
    PolicyBoxes found;
    for (std::size_t i = 0; i < policy.compiled.statements().size(); ++i) {
        const CompiledStatement& statement = policy.compiled.statements()[i];
        const ClassSet meant = space.principalsWhere([&](const RequestPrincipal& principal) {
            return statement.reachOf(principal, PrincipalRule::Usual, false) != PrincipalReach::None;
        });
        auto boxes = space.boxesOf(policy, i, meant);
        if (!boxes) return std::nullopt;
        (statement.allows() ? found.allows : found.denies).push_back({i, *std::move(boxes)});
    }
    return found;
}

std::optional<CounterExample> RequestHunt::find(const RequestBox& box,
                                                const std::vector<const std::vector<RequestBox>*>& within,
                                                const std::vector<RequestBox>& taken, const Confirm& confirm) {
    std::optional<CounterExample> found;
    BoxSearch search(space_.boxes(), proofLimits.pieces);
    constexpr std::size_t requestsOfABox = 24;
    search.within(box, within, taken, [&](const RequestBox& left) {
        for (const RequestExample& request : requestsIn(space_, left, requestsOfABox)) {
            found = confirm(request);
            if (!found) continue;
            for (const RequestExample& form : lifelikeForms(request))
                if (auto lifelike = confirm(form)) {
                    found = std::move(lifelike);
                    break;
                }
            return true;
        }
        noteDoubt(left);
        return ++attempts_ >= proofLimits.attempts;
    });
    if (!found && search.isExhausted() && doubt_.empty())
        doubt_ = "The policies overlap in more ways than are worked through.";
    return found;
}

void RequestHunt::noteDoubt(const RequestBox& box) {
    if (!doubt_.empty()) return;
    doubt_ = "A request that the classes allow for is not judged as claimed.";
    for (const OpaqueElement& each : space_.opaque()) {
        if (space_.boxes().classesOf(box, each.dimension).size() > 1) continue;
        const TextPosition at = positionAt(text_, each.offset);
        doubt_ = "It depends on " + each.text + " at " + std::to_string(at.line) + ":" + std::to_string(at.column) +
                 ", which is not decided.";
        return;
    }
}

bool canStandIn(ProofPlace place, const RequestExample& request, const ProofPolicy& policy) {
    if (place != ProofPlace::Resource && place != ProofPlace::OwnResource) return true;
    if (!lowerCase(request.action).starts_with("sts:")) return true;
    return std::ranges::none_of(policy.policy.statements,
                                [](const PolicyStatement& statement) { return statement.resource.has_value(); });
}

std::optional<CounterExample> allowedByFirstAlone(const RequestExample& request, const SharedPolicy& first,
                                                  const SharedPolicy& second, bool beside) {
    const std::vector<ProofPlace> ofSecond = placesOf(*second, beside);
    for (const ProofPlace place : placesOf(*first, beside)) {
        if (std::ranges::find(ofSecond, place) == ofSecond.end() || !canStandIn(place, request, *first)) continue;
        CounterExample example = placed(request, first, place, beside);
        if (resultOf(example) == AccessResult::Allowed &&
            resultOf(placed(request, second, place, beside)) != AccessResult::Allowed)
            return example;
    }
    return std::nullopt;
}

ProofAnswer unknownBecause(std::string reason) {
    ProofAnswer answer;
    answer.reason = std::move(reason);
    return answer;
}

}  // namespace gw
