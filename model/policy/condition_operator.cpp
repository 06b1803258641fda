#include "model/policy/condition_operator.h"

#include <algorithm>
#include <array>

namespace gw {
namespace {

using Family = ConditionOperator::Family;
using Relation = ConditionOperator::Relation;
using Quantifier = ConditionOperator::Quantifier;

struct Named {
    std::string_view name;
    Family family;
    Relation relation;
    bool negated;
};

constexpr std::array named{
    Named{"StringEquals", Family::String, Relation::Equal, false},
    Named{"StringNotEquals", Family::String, Relation::Equal, true},
    Named{"StringEqualsIgnoreCase", Family::StringIgnoreCase, Relation::Equal, false},
    Named{"StringNotEqualsIgnoreCase", Family::StringIgnoreCase, Relation::Equal, true},
    Named{"StringLike", Family::StringLike, Relation::Equal, false},
    Named{"StringNotLike", Family::StringLike, Relation::Equal, true},
    Named{"NumericEquals", Family::Numeric, Relation::Equal, false},
    Named{"NumericNotEquals", Family::Numeric, Relation::Equal, true},
    Named{"NumericLessThan", Family::Numeric, Relation::Less, false},
    Named{"NumericLessThanEquals", Family::Numeric, Relation::LessOrEqual, false},
    Named{"NumericGreaterThan", Family::Numeric, Relation::Greater, false},
    Named{"NumericGreaterThanEquals", Family::Numeric, Relation::GreaterOrEqual, false},
    Named{"DateEquals", Family::Date, Relation::Equal, false},
    Named{"DateNotEquals", Family::Date, Relation::Equal, true},
    Named{"DateLessThan", Family::Date, Relation::Less, false},
    Named{"DateLessThanEquals", Family::Date, Relation::LessOrEqual, false},
    Named{"DateGreaterThan", Family::Date, Relation::Greater, false},
    Named{"DateGreaterThanEquals", Family::Date, Relation::GreaterOrEqual, false},
    Named{"Bool", Family::Bool, Relation::Equal, false},
    Named{"BinaryEquals", Family::Binary, Relation::Equal, false},
    Named{"IpAddress", Family::Ip, Relation::Equal, false},
    Named{"NotIpAddress", Family::Ip, Relation::Equal, true},
    Named{"ArnEquals", Family::Arn, Relation::Equal, false},
    Named{"ArnLike", Family::Arn, Relation::Equal, false},
    Named{"ArnNotEquals", Family::Arn, Relation::Equal, true},
    Named{"ArnNotLike", Family::Arn, Relation::Equal, true},
    Named{"Null", Family::Null, Relation::Equal, false},
};

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

}  // namespace

std::optional<ConditionOperator> conditionOperatorOf(std::string_view name) {
    ConditionOperator found;
    if (takePrefix(name, "ForAllValues:"))
        found.quantifier = Quantifier::ForAllValues;
    else if (takePrefix(name, "ForAnyValue:"))
        found.quantifier = Quantifier::ForAnyValue;
    if (name.ends_with("IfExists")) {
        found.ifExists = true;
        name.remove_suffix(std::string_view("IfExists").size());
    }
    const auto* at = std::ranges::find(named, name, &Named::name);
    if (at == named.end() || (found.ifExists && at->family == Family::Null)) return std::nullopt;
    found.family = at->family;
    found.relation = at->relation;
    found.negated = at->negated;
    return found;
}

std::vector<std::string_view> conditionOperatorNames() {
    std::vector<std::string_view> names;
    for (const Named& each : named) names.push_back(each.name);
    return names;
}

bool takesVariables(Family family) {
    return family == Family::String || family == Family::StringIgnoreCase || family == Family::StringLike ||
           family == Family::Arn || family == Family::Bool;
}

}  // namespace gw
