#include <algorithm>
#include <array>
#include <string_view>

#include "model/policy/compiled_policy.h"
#include "model/policy/condition_value.h"

namespace gw {
namespace {

using Family = ConditionOperator::Family;
using Relation = ConditionOperator::Relation;
using Quantifier = ConditionOperator::Quantifier;
using Presence = RequestContext::Presence;

template <class Number>
bool inRelation(Relation relation, Number given, Number wanted) {
    switch (relation) {
        case Relation::Equal:
            return given == wanted;
        case Relation::Less:
            return given < wanted;
        case Relation::LessOrEqual:
            return given <= wanted;
        case Relation::Greater:
            return given > wanted;
        case Relation::GreaterOrEqual:
            return given >= wanted;
    }
    return false;
}

PatternStyle styleOf(Family family, bool variables) {
    PatternStyle style;
    style.variables = variables;
    style.wildcards = family == Family::StringLike || family == Family::Arn;
    style.ignoreCase = family == Family::StringIgnoreCase || family == Family::Bool;
    style.colons = family == Family::Arn ? PatternStyle::Colons::Arn : PatternStyle::Colons::Free;
    return style;
}

}  // namespace

CompiledCondition::CompiledCondition(const PolicyCondition& condition, bool variables)
    : compares_(condition.compares),
      operatorName_(condition.operatorName.text),
      key_(condition.key.text),
      lowerKey_(lowerCase(key_)) {
    for (const PlacedText& value : condition.values) values_.push_back(valueOf(compares_, value.text, variables));
}

CompiledCondition::Value CompiledCondition::valueOf(const ConditionOperator& compares, const std::string& text,
                                                    bool variables) {
    const auto known = [](auto&& value) { return value ? Value(*value) : Value(); };
    switch (compares.family) {
        case Family::Numeric:
            return known(numberOf(text));
        case Family::Date:
            return known(momentOf(text));
        case Family::Binary:
            return known(bytesOfBase64(text));
        case Family::Ip:
            return known(addressBlockOf(text));
        case Family::Null:
            return known(boolOf(text));
        case Family::Bool:
            if (!variables || text.find("${") == std::string::npos) return known(boolOf(text));
            break;
        case Family::String:
        case Family::StringIgnoreCase:
        case Family::StringLike:
        case Family::Arn:
            break;
    }
    return Pattern(text, styleOf(compares.family, variables));
}

/// Whether one value of the request is the wanted one, leaving the negation aside.
Match CompiledCondition::matchesAny(const std::string& given, const RequestContext& context) const {
    Match any = Match::No;
    const auto relates = [&](auto&& value, auto&& wanted) {
        return matchOf(value && inRelation(compares_.relation, *value, wanted));
    };
    for (const Value& wanted : values_) {
        Match match = Match::No;
        if (const auto* pattern = std::get_if<Pattern>(&wanted))
            match = pattern->matches(given, context);
        else if (const auto* number = std::get_if<double>(&wanted))
            match = relates(numberOf(given), *number);
        else if (const auto* moment = std::get_if<std::int64_t>(&wanted))
            match = relates(momentOf(given), *moment);
        else if (const auto* flag = std::get_if<bool>(&wanted))
            match = matchOf(boolOf(given) == *flag);
        else if (const auto* bytes = std::get_if<std::string>(&wanted))
            match = matchOf(bytesOfBase64(given) == *bytes);
        else if (const auto* block = std::get_if<Cidr>(&wanted)) {
            // Of a caller whose subnet alone is known the address is one of a block.
            const auto from = addressBlockOf(given);
            match = matchOf(from && block->contains(*from));
            if (from && match == Match::No && from->contains(*block)) match = Match::Unknown;
        }
        any = eitherOf(any, match);
        if (any == Match::Yes) break;
    }
    return any;
}

Match CompiledCondition::comparesWith(const std::string& given, const RequestContext& context) const {
    const Match any = matchesAny(given, context);
    return compares_.negated ? notOf(any) : any;
}

/// F-302, F-303, F-328.
Match CompiledCondition::holdsForAbsent() const {
    if (compares_.ifExists || compares_.quantifier == Quantifier::ForAllValues) return Match::Yes;
    if (compares_.quantifier == Quantifier::ForAnyValue) return Match::No;
    return matchOf(compares_.negated);
}

Match CompiledCondition::holdsFor(const RequestContext& context) const {
    const auto [presence, values] = context.find(lowerKey_);
    if (compares_.family == Family::Null) {
        const auto asksFor = [&](bool absent) {
            return std::ranges::any_of(values_, [&](const Value& value) {
                const bool* wanted = std::get_if<bool>(&value);
                return wanted && *wanted == absent;
            });
        };
        if (presence != Presence::Unknown) return matchOf(asksFor(presence == Presence::Absent));
        return asksFor(true) == asksFor(false) ? matchOf(asksFor(true)) : Match::Unknown;
    }
    if (presence == Presence::Unknown) return Match::Unknown;
    if (presence == Presence::Absent) return holdsForAbsent();
    if (compares_.quantifier == Quantifier::None) {
        // Several values under an operator for one: one that matches is enough, and under a negation none may.
        Match any = Match::No;
        for (const std::string& value : *values) any = eitherOf(any, matchesAny(value, context));
        return compares_.negated ? notOf(any) : any;
    }
    const bool all = compares_.quantifier == Quantifier::ForAllValues;
    // Empty texts are no members of the set (IAM User Guide, "Evaluation logic for condition set operators").
    Match whole = matchOf(all);
    for (const std::string& value : *values) {
        if (value.empty()) continue;
        const Match one = comparesWith(value, context);
        whole = all ? bothOf(whole, one) : eitherOf(whole, one);
    }
    return whole;
}

bool CompiledCondition::isFixed(const Value& value) const {
    if (const auto* block = std::get_if<Cidr>(&value)) return block->prefix() >= (block->isV4() ? 8 : 32);
    const auto* pattern = std::get_if<Pattern>(&value);
    if (!pattern) return false;
    if (pattern->isLiteral()) return true;
    // The session's name may stay open where the role's id stands before it, and an access point of a fixed account.
    return (lowerKey_ == "aws:userid" && pattern->literalStart().find(':') != std::string_view::npos) ||
           (lowerKey_ == "s3:dataaccesspointarn" && std::ranges::count(pattern->literalStart(), ':') >= 5);
}

bool CompiledCondition::pinsCaller() const {
    using namespace std::string_view_literals;
    constexpr std::array keys{"aws:principalarn"sv,
                              "aws:principalaccount"sv,
                              "aws:principalorgid"sv,
                              "aws:sourceip"sv,
                              "aws:sourcearn"sv,
                              "aws:sourcevpc"sv,
                              "aws:sourcevpce"sv,
                              "aws:sourceowner"sv,
                              "aws:sourceaccount"sv,
                              "aws:userid"sv,
                              "aws:sourceorgid"sv,
                              "s3:dataaccesspointarn"sv,
                              "s3:dataaccesspointaccount"sv,
                              "s3:x-amz-server-side-encryption-aws-kms-key-id"sv};
    const bool holdsWithoutKey =
        compares_.negated || compares_.ifExists || compares_.quantifier == Quantifier::ForAllValues;
    return !holdsWithoutKey && compares_.family != Family::Null && !values_.empty() &&
           std::ranges::find(keys, lowerKey_) != keys.end() &&
           std::ranges::all_of(values_, [&](const Value& value) { return isFixed(value); });
}

void CompiledCondition::addUnknownKeys(const RequestContext& context, std::vector<std::string>& keys) const {
    if (context.find(lowerKey_).presence == Presence::Unknown) return keys.push_back(key_);
    for (const Value& value : values_)
        if (const auto* pattern = std::get_if<Pattern>(&value))
            for (const std::string_view variable : pattern->variableKeys())
                if (context.find(variable).presence == Presence::Unknown) keys.emplace_back(variable);
}

}  // namespace gw
