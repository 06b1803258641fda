#include <algorithm>

#include "model/policy/arn.h"
#include "model/policy/proof/account_links.h"
#include "model/policy/proof/asks.h"
#include "model/policy/proof/principal_classes.h"

namespace gw {
namespace {

/// Whose the resource of the request is, as far as the request says.
std::string ownerOf(const RequestExample& request) {
    for (const std::string_view key : {"aws:resourceaccount", "s3:resourceaccount"})
        if (const KeyValues* values = request.valuesOf(key); values && values->size() == 1) return values->front();
    const auto arn = Arn::parse(request.resource);
    return arn ? std::string(arn->account) : std::string();
}

/// Some classes of requests as boxes: callers by their account, resources by theirs.
struct LinkedBoxes {
    std::vector<RequestBox> all{};
    std::vector<RequestBox> foreign{};
};

bool isAsked(const std::vector<Pattern>& actions, const std::string& lowerAction) {
    return actions.empty() ||
           std::ranges::any_of(actions, [&](const Pattern& each) { return each.matchesPlain(lowerAction); });
}

ProofAnswer noForeignIn(const NoForeignQuestion& question, std::string_view text) {
    const auto isForeign = [&](const std::string& account) {
        return std::ranges::find(question.accounts, account) == question.accounts.end();
    };
    const auto links = AccountLinks::of(question.policy, question.accounts);
    if (!links) return unknownBecause("The policy tells more accounts apart than are worked through.");
    std::vector<Pattern> actions;
    for (const std::string& action : question.actions) actions.emplace_back(action, PatternStyle{});
    RequestDistinctions distinctions = links->distinctions();
    if (!actions.empty()) distinctions.actions.push_back(actions);
    const auto space = RequestSpace::of(distinctions);
    if (!space) return unknownBecause(space.error());
    const auto boxes = boxesOfPolicy(*space, *question.policy);
    if (!boxes) return unknownBecause("A statement falls into more cases than are worked through.");
    LinkedBoxes callers;
    LinkedBoxes resources;
    std::string foreignAccount;
    for (const std::string& account : links->accounts()) {
        callers.all.push_back(links->principalsOf(*space, account));
        resources.all.push_back(links->resourcesOf(*space, account));
        if (!isForeign(account)) continue;
        callers.foreign.push_back(callers.all.back());
        resources.foreign.push_back(resources.all.back());
        if (foreignAccount.empty()) foreignAccount = account;
    }
    callers.all.push_back(links->services(*space));
    callers.all.push_back(links->nobody(*space));
    callers.foreign.push_back(callers.all.back());

    bool ownerIsOpen = false;
    RequestHunt hunt(*space, text);
    const auto confirm = [&](const RequestExample& request) -> std::optional<CounterExample> {
        if (!isAsked(actions, lowerCase(request.action))) return std::nullopt;
        CounterExample example = placed(request, question.policy, ProofPlace::Endpoint, false);
        const RequestPrincipal caller = RequestPrincipal::of(request.principal);
        const bool foreignCaller = caller.kind() == RequestPrincipal::Kind::Anonymous ||
                                   (caller.belongsToAccount() && isForeign(caller.account()));
        std::string owner = ownerOf(request);
        const bool isOpen = owner.empty() && !foreignCaller;
        if (isOpen) owner = foreignAccount;
        if (!foreignCaller && !isForeign(owner)) return std::nullopt;
        const auto arn = Arn::parse(request.resource);
        if (!owner.empty() && (!arn || arn->account != owner)) example.resourceAccount = owner;
        if (resultOf(example) != AccessResult::Allowed) return std::nullopt;
        ownerIsOpen = isOpen;
        return example;
    };
    ProofAnswer answer;
    const std::vector<RequestBox> allowed = allOf(boxes->allows);
    const std::vector<RequestBox> denied = allOf(boxes->denies);
    RequestBox whole = space->boxes().whole();
    space->boxes().narrow(whole, RequestSpace::actionDimension,
                          space->actionsWhere([&](const std::string& action) { return isAsked(actions, action); }));
    answer.counterExample = hunt.find(whole, {&allowed, &callers.foreign, &resources.all}, denied, confirm);
    if (!answer.counterExample)
        answer.counterExample = hunt.find(whole, {&allowed, &callers.all, &resources.foreign}, denied, confirm);
    if (answer.counterExample) {
        answer.verdict = ProofAnswer::Verdict::Refuted;
        if (ownerIsOpen)
            answer.reason =
                "Whose resource it is, neither its ARN says nor does the policy ask: aws:ResourceAccount would.";
    } else if (hunt.doubt().empty()) {
        answer.verdict = ProofAnswer::Verdict::Proved;
    } else {
        answer.reason = hunt.doubt();
    }
    return answer;
}

/// The policy as a gateway endpoint has it, to which the names of principals mean root users alone: without the denials
/// of those (F-110).
SharedPolicy atGateway(SharedPolicy policy) {
    for (std::size_t i = policy->policy.statements.size(); i-- > 0;) {
        const PolicyStatement& statement = policy->policy.statements[i];
        if (statement.allows() || !statement.principal || statement.principal->negated) continue;
        if (!policy->compiled.statements()[i].isForEveryone()) policy = withoutStatement(*policy, i);
    }
    return policy;
}

}  // namespace

ProofAnswer answerTo(const NoForeignQuestion& question, std::string_view text) {
    ProofAnswer answer = noForeignIn(question, text);
    if (answer.verdict != ProofAnswer::Verdict::Proved) return answer;
    // A canonical user may be an account of these, or any other.
    std::vector<std::string> accounts = question.accounts;
    accounts.push_back(unnamedAccount({&question.policy->policy}, question.accounts));
    const auto guesses = canonicalGuesses({question.policy}, accounts);
    if (!guesses) return unknownBecause(guesses.error());
    for (const CanonicalGuess& guess : *guesses)
        if (noForeignIn({guess.policies.front(), question.accounts, question.actions}, text).verdict !=
            ProofAnswer::Verdict::Proved)
            return unknownBecause(dependsOn(guess));
    if (const SharedPolicy policy = atGateway(question.policy);
        policy != question.policy &&
        noForeignIn({policy, question.accounts, question.actions}, text).verdict != ProofAnswer::Verdict::Proved)
        return unknownBecause(
            "It holds for an interface endpoint. Behind a gateway endpoint a Deny that names principals means root "
            "users alone, so that others of their accounts pass.");
    return answer;
}

}  // namespace gw
