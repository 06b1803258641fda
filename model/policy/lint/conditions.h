#pragma once
#include <algorithm>
#include <string_view>

#include "model/policy/policy.h"
#include "model/policy/request_context.h"

/// What conditions ask, for checks.
namespace gw {

/// Whether the condition holds only for requests that carry its key (F-302, F-303).
inline bool asksForKey(const PolicyCondition& condition) {
    using Quantifier = ConditionOperator::Quantifier;
    return condition.compares.family != ConditionOperator::Family::Null && !condition.compares.ifExists &&
           condition.compares.quantifier != Quantifier::ForAllValues &&
           (!condition.compares.negated || condition.compares.quantifier == Quantifier::ForAnyValue);
}

/// `lowerKey`: in lower case.
inline bool isOn(const PolicyCondition& condition, std::string_view lowerKey) {
    return lowerCase(condition.key.text) == lowerKey;
}

/// Whether the key is of the endpoint or VPC that a request comes through, and absent without one (F-312 to F-316).
inline bool isOnNetwork(const PolicyCondition& condition) {
    const std::string key = lowerCase(condition.key.text);
    return key == "aws:sourcevpce" || key == "aws:sourcevpc" || key == "aws:sourcevpcarn" || key == "aws:vpcsourceip" ||
           key == "aws:vpceaccount" || key == "aws:vpceorgid" || key == "aws:vpceorgpaths";
}

/// Whether the principal is everyone: "*", by itself or among others.
inline bool isForEveryone(const PolicyStatement& statement) {
    return statement.principal && !statement.principal->negated &&
           std::ranges::any_of(statement.principal->entries, [](const PrincipalEntry& entry) {
               return entry.name.text == "*" &&
                      (entry.kind == PrincipalEntry::Kind::Everyone || entry.kind == PrincipalEntry::Kind::Aws);
           });
}

/// Whether a pattern of the list is "*".
inline bool hasStar(const std::vector<PlacedText>& patterns) {
    return std::ranges::any_of(patterns, [](const PlacedText& each) { return each.text == "*" || each.text == "*:*"; });
}

}  // namespace gw
