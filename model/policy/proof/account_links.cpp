#include "model/policy/proof/account_links.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/policy/arn.h"
#include "model/policy/proof/proof_limits.h"
#include "model/policy/proof/text_classes.h"

namespace gw {
namespace {

using namespace std::string_view_literals;

constexpr std::array accountKeys{"aws:principalaccount"sv, "aws:resourceaccount"sv, "s3:resourceaccount"sv};
constexpr std::string_view arnKey = "aws:principalarn";
constexpr std::string_view serviceKey = "aws:principalisawsservice";

bool isAccountKey(std::string_view lowerKey) {
    return std::ranges::find(accountKeys, lowerKey) != accountKeys.end();
}

TextUniverse accountNumbers() {
    TextUniverse universe;
    universe.within = {{std::vector<PatternToken>(12, anyOneToken), false}};
    universe.letters = "9876543210";
    universe.lettersAlone = true;
    return universe;
}

/// The account part of a resource's pattern; everything where a wildcard before it may run over it.
Pattern accountPart(std::string_view resource) {
    const auto arn = Arn::parse(resource);
    if (!arn) return Pattern("*", {});
    for (const std::string_view part : {arn->partition, arn->service, arn->region})
        if (part.ends_with('*')) return Pattern("*", {});
    return Pattern(arn->account, {});
}

PolicyCondition conditionFor(std::string_view lowerKey, const std::string& account) {
    PolicyCondition condition;
    condition.key.text = lowerKey;
    if (lowerKey == serviceKey) {
        condition.compares.family = ConditionOperator::Family::Bool;
        condition.values = {{"false"}};
        return condition;
    }
    if (lowerKey != arnKey) {
        condition.values = {{account}};
        return condition;
    }
    condition.compares.family = ConditionOperator::Family::Arn;
    for (const char* form : {"iam::A:role/?*", "iam::A:user/?*", "iam::A:root", "sts::A:federated-user/?*"})
        condition.values.push_back({"arn:aws*:" + std::string(form).replace(std::string(form).find('A'), 1, account)});
    return condition;
}

}  // namespace

std::optional<AccountLinks> AccountLinks::of(SharedPolicy policy, const std::vector<std::string>& known) {
    AccountLinks links;
    std::vector<TextPatterns> groups;
    const auto addGroup = [&](const Pattern& pattern) {
        groups.push_back({{pattern.outline(), pattern.ignoresCase()}});
    };
    for (const std::string& account : known) addGroup(Pattern(account, {false}));
    std::vector<std::string> asked;
    for (const CompiledStatement& statement : policy->compiled.statements())
        for (const CompiledCondition& condition : statement.conditions()) {
            const std::string& key = condition.lowerKey();
            if (std::ranges::find(asked, key) == asked.end()) asked.push_back(key);
            if (!isAccountKey(key) && key != arnKey) continue;
            for (const CompiledCondition::Value& value : condition.values()) {
                const auto* pattern = std::get_if<Pattern>(&value);
                if (pattern && key != arnKey) addGroup(*pattern);
            }
        }
    for (const PolicyStatement& statement : policy->policy.statements) {
        if (statement.principal)
            for (const PrincipalEntry& entry : statement.principal->entries) {
                const RequestPrincipal principal = RequestPrincipal::of(entry.name.text);
                if (principal.belongsToAccount()) addGroup(Pattern(principal.account(), {false}));
            }
        if (statement.resource)
            for (const PlacedText& resource : statement.resource->patterns) addGroup(accountPart(resource.text));
        // An ARN's account part tells accounts apart as well.
        for (const PolicyCondition& condition : statement.conditions)
            if (lowerCase(condition.key.text) == arnKey)
                for (const PlacedText& value : condition.values) addGroup(accountPart(value.text));
    }
    std::vector<std::string> preferred = known;
    preferred.insert(preferred.end(), {"999988887777", "444455556666"});
    auto accounts = textClasses(groups, accountNumbers(), preferred, proofLimits.states);
    // A request pairs two accounts; more than these take too long.
    constexpr std::size_t mostAccounts = 64;
    if (!accounts || accounts->size() > mostAccounts) return std::nullopt;
    links.accounts_ = *std::move(accounts);
    for (const std::string& key : asked)
        if (isAccountKey(key) || key == arnKey || key == serviceKey)
            for (const std::string& account : links.accounts_)
                links.links_.push_back({account, CompiledCondition(conditionFor(key, account), false)});
    links.policy_ = std::move(policy);
    return links;
}

RequestDistinctions AccountLinks::distinctions() const {
    RequestDistinctions distinctions;
    distinctions.policies = {policy_};
    distinctions.accounts = accounts_;
    for (const Link& link : links_) distinctions.conditions.push_back(&link.condition);
    const PatternStyle style{true, false, false, PatternStyle::Colons::Arn};
    distinctions.resources.push_back({Pattern("arn:*:*:*::*", style)});
    for (const std::string& account : accounts_)
        distinctions.resources.push_back({Pattern("arn:*:*:*:" + account + ":*", style)});
    return distinctions;
}

const CompiledCondition* AccountLinks::conditionOf(const std::string& account, std::string_view lowerKey) const {
    for (const Link& link : links_)
        if (link.account == account && link.condition.lowerKey() == lowerKey) return &link.condition;
    return nullptr;
}

RequestBox AccountLinks::principalsOf(const RequestSpace& space, const std::string& account) const {
    RequestBox box = space.boxes().whole();
    space.boxes().narrow(box, RequestSpace::principalDimension,
                         space.principalsWhere([&](const RequestPrincipal& principal) {
                             return principal.belongsToAccount() && principal.account() == account;
                         }));
    for (const std::string_view key : {"aws:principalaccount"sv, arnKey})
        if (const CompiledCondition* condition = conditionOf(account, key)) space.narrow(box, *condition);
    if (const CompiledCondition* condition = conditionOf(account, serviceKey)) space.narrowToAbsentOr(box, *condition);
    return box;
}

RequestBox AccountLinks::nobody(const RequestSpace& space) const {
    RequestBox box = space.boxes().whole();
    space.boxes().narrow(box, RequestSpace::principalDimension,
                         space.principalsWhere([](const RequestPrincipal& principal) {
                             return principal.kind() == RequestPrincipal::Kind::Anonymous;
                         }));
    space.narrowToAbsent(box, "aws:principalaccount");
    space.narrowToAbsent(box, arnKey);
    if (const CompiledCondition* condition = conditionOf(accounts_.front(), serviceKey))
        space.narrowToAbsentOr(box, *condition);
    return box;
}

RequestBox AccountLinks::services(const RequestSpace& space) const {
    RequestBox box = space.boxes().whole();
    space.boxes().narrow(box, RequestSpace::principalDimension,
                         space.principalsWhere([](const RequestPrincipal& principal) {
                             return principal.kind() == RequestPrincipal::Kind::External;
                         }));
    space.narrowToAbsent(box, "aws:principalaccount");
    space.narrowToAbsent(box, arnKey);
    return box;
}

RequestBox AccountLinks::resourcesOf(const RequestSpace& space, const std::string& account) const {
    RequestBox box = space.boxes().whole();
    space.boxes().narrow(box, RequestSpace::resourceDimension, space.resourcesWhere([&](const std::string& resource) {
        const auto arn = Arn::parse(resource);
        return !arn || arn->account.empty() || arn->account == account;
    }));
    for (const std::string_view key : {"aws:resourceaccount"sv, "s3:resourceaccount"sv})
        if (const CompiledCondition* condition = conditionOf(account, key)) space.narrowToAbsentOr(box, *condition);
    return box;
}

}  // namespace gw
