#include "model/policy/proof/asks.h"

#include <algorithm>
#include <set>
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

std::optional<PolicyBoxes> boxesOfPolicy(const RequestSpace& space, const ProofPolicy& policy,
                                         const ReachContext& context) {
    PolicyBoxes found;
    for (std::size_t i = 0; i < policy.compiled.statements().size(); ++i) {
        const CompiledStatement& statement = policy.compiled.statements()[i];
        const ClassSet meant = space.principalsWhere([&](const RequestPrincipal& principal) {
            const PrincipalReach reach = statement.reachOf(principal, PrincipalRule::Usual, context.limitedByBoundary);
            return statement.allows() ? reach >= context.least : reach != PrincipalReach::None;
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
                                                  const SharedPolicy& second, bool beside,
                                                  const ReachContext& context) {
    const auto placesIn = [&](const ProofPolicy& policy) {
        return context.least == PrincipalReach::Account ? placesOf(policy, beside)
                                                        : std::vector{ProofPlace::OwnResourceAlone};
    };
    const auto with = [&](const SharedPolicy& policy, ProofPlace place) {
        CounterExample example = placed(request, policy, place, beside);
        if (context.limitedByBoundary)
            example.policies.push_back({PolicyType::Boundary, everythingPolicy(PolicyType::Boundary)});
        if (context.least == PrincipalReach::Direct)
            example.policies.push_back({PolicyType::Session, narrowSession(request.action)});
        return example;
    };
    const std::vector<ProofPlace> ofSecond = placesIn(*second);
    for (const ProofPlace place : placesIn(*first)) {
        if (std::ranges::find(ofSecond, place) == ofSecond.end() || !canStandIn(place, request, *first)) continue;
        CounterExample example = with(first, place);
        if (resultOf(example) == AccessResult::Allowed && resultOf(with(second, place)) != AccessResult::Allowed)
            return example;
    }
    return std::nullopt;
}

namespace {

/// The policy with the canonical user taken for the account.
SharedPolicy takenFor(const SharedPolicy& policy, const std::string& user, const std::string& account) {
    ProofPolicy made = *policy;
    for (PolicyStatement& statement : made.policy.statements)
        if (statement.principal)
            for (PrincipalEntry& entry : statement.principal->entries)
                if (entry.kind == PrincipalEntry::Kind::CanonicalUser && entry.name.text == user) {
                    entry.kind = PrincipalEntry::Kind::Aws;
                    entry.name.text = account;
                }
    made.compiled = CompiledPolicy(made.policy);
    return std::make_shared<const ProofPolicy>(std::move(made));
}

}  // namespace

tl::expected<std::vector<CanonicalGuess>, std::string> canonicalGuesses(const std::vector<SharedPolicy>& policies,
                                                                        const std::vector<std::string>& further) {
    std::set<std::string> users;
    std::set<std::string> accounts(further.begin(), further.end());
    for (const SharedPolicy& policy : policies)
        for (const PolicyStatement& statement : policy->policy.statements)
            if (statement.principal)
                for (const PrincipalEntry& entry : statement.principal->entries) {
                    if (entry.kind == PrincipalEntry::Kind::CanonicalUser) users.insert(entry.name.text);
                    const RequestPrincipal named = RequestPrincipal::of(entry.name.text);
                    if (entry.kind == PrincipalEntry::Kind::Aws && named.belongsToAccount())
                        accounts.insert(named.account());
                }
    if (users.size() * accounts.size() > proofLimits.guesses)
        return tl::make_unexpected(
            "Canonical users may be of more accounts than are worked through, and the policy does not say of which.");
    // A caller is of one account, so that one guess at a time meets every case.
    std::vector<CanonicalGuess> guesses;
    for (const std::string& user : users)
        for (const std::string& account : accounts) {
            CanonicalGuess guess{user, {}};
            for (const SharedPolicy& policy : policies) guess.policies.push_back(takenFor(policy, user, account));
            guesses.push_back(std::move(guess));
        }
    return guesses;
}

std::string dependsOn(const CanonicalGuess& guess) {
    return "It depends on whose account the canonical user " + guess.user + " is, which the policy does not say.";
}

ProofAnswer unknownBecause(std::string reason) {
    ProofAnswer answer;
    answer.reason = std::move(reason);
    return answer;
}

}  // namespace gw
