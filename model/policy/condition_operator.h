#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gw {

/// How a condition compares, with what stands before and behind its name: "ForAnyValue:StringNotLikeIfExists" (F-299).
struct ConditionOperator {
    /// What is compared. ArnEquals and ArnLike are one (F-300).
    enum class Family : std::uint8_t {
        String,
        StringIgnoreCase,
        StringLike,
        Numeric,
        Date,
        Bool,
        Binary,
        Ip,
        Arn,
        Null
    };
    enum class Relation : std::uint8_t { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };
    enum class Quantifier : std::uint8_t { None, ForAllValues, ForAnyValue };

    Family family = Family::String;
    Relation relation = Relation::Equal;
    bool negated = false;
    bool ifExists = false;
    Quantifier quantifier = Quantifier::None;

    friend bool operator==(const ConditionOperator&, const ConditionOperator&) = default;
};

/// The operator of that name; none for a name that IAM does not know. Case counts.
std::optional<ConditionOperator> conditionOperatorOf(std::string_view name);

/// Their names without what may stand before and behind them, in IAM's order.
std::vector<std::string_view> conditionOperatorNames();

/// Whether `${key}` in a value stands for the key's value: with String and Arn operators, and Bool.
bool takesVariables(ConditionOperator::Family family);

}  // namespace gw
