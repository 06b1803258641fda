#include "model/policy/endpoint_limits.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/policy/arn.h"
#include "model/policy/request_context.h"

namespace gw {
namespace {

using namespace std::string_view_literals;
using Family = ConditionOperator::Family;
using ProblemKind = PolicyProblem::Kind;

constexpr std::string_view wildcards = "*?";

/// Global keys whose values AWS makes up; the guide names the first two and goes on with "such as".
bool holdsSystemIdentifier(std::string_view key) {
    constexpr std::array keys{"aws:principalaccount"sv, "aws:sourcevpc"sv,           "aws:sourcevpce"sv,
                              "aws:resourceaccount"sv,  "aws:principalorgid"sv,      "aws:resourceorgid"sv,
                              "aws:vpceaccount"sv,      "aws:vpceorgid"sv,           "aws:sourceaccount"sv,
                              "aws:sourceorgid"sv,      "aws:ec2instancesourcevpc"sv};
    return std::ranges::find(keys, lowerCase(key)) != keys.end();
}

/// Whether six characters in a row stand before or behind each wildcard.
bool hasSixBesideEachWildcard(std::string_view value) {
    constexpr std::size_t least = 6;
    for (std::size_t at = value.find_first_of(wildcards); at != std::string_view::npos;
         at = value.find_first_of(wildcards, at + 1)) {
        const std::size_t previous = at == 0 ? std::string_view::npos : value.find_last_of(wildcards, at - 1);
        const std::size_t before = previous == std::string_view::npos ? at : at - previous - 1;
        const std::size_t behind = std::min(value.find_first_of(wildcards, at + 1), value.size()) - at - 1;
        if (before < least && behind < least) return false;
    }
    return true;
}

/// "1111*": part number and part wildcard.
bool mixesAccount(std::string_view value) {
    const auto arn = Arn::parse(value);
    return arn && arn->account.size() > 1 && arn->account.find_first_of(wildcards) != std::string_view::npos;
}

class LimitFinder {
public:
    std::vector<PolicyProblem> of(const IamPolicy& policy) {
        for (const PolicyStatement& statement : policy.statements) {
            if (statement.resource)
                for (const PlacedText& resource : statement.resource->patterns) checkAccount(resource);
            for (const PolicyCondition& condition : statement.conditions) check(condition);
        }
        std::ranges::stable_sort(found_, {}, &PolicyProblem::offset);
        return std::move(found_);
    }

private:
    void refuse(ProblemKind kind, const PlacedText& at, std::string message) {
        found_.push_back({kind, at.offset, std::move(message)});
    }

    void checkAccount(const PlacedText& value) {
        if (mixesAccount(value.text))
            refuse(ProblemKind::EndpointAccount, value,
                   "In an endpoint policy the account of an ARN is a number or *, not both; write one of them.");
    }

    void check(const PolicyCondition& condition) {
        const Family family = condition.compares.family;
        const bool identifier = holdsSystemIdentifier(condition.key.text);
        if (identifier && family == Family::Numeric)
            refuse(
                ProblemKind::EndpointIdentifier, condition.operatorName,
                "In an endpoint policy " + condition.key.text + " cannot be compared as a number; use StringEquals.");
        for (const PlacedText& value : condition.values) {
            checkAccount(value);
            if (family != Family::StringLike && family != Family::Arn) continue;
            const bool wild = value.text.find_first_of(wildcards) != std::string::npos;
            if (identifier && wild)
                refuse(ProblemKind::EndpointIdentifier, value,
                       "In an endpoint policy " + condition.key.text +
                           " takes no wildcards; list the ids that are meant.");
            else if (family == Family::StringLike && !hasSixBesideEachWildcard(value.text))
                refuse(ProblemKind::EndpointWildcard, value,
                       "In an endpoint policy six characters stand before or behind each wildcard; \"" + value.text +
                           "\" has fewer. Write more of it out.");
        }
    }

    std::vector<PolicyProblem> found_;
};

}  // namespace

std::vector<PolicyProblem> endpointLimitsBrokenBy(const IamPolicy& policy) {
    return LimitFinder().of(policy);
}

}  // namespace gw
