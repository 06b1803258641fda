#include "model/core/visible_text.h"
#include "model/policy/condition_value.h"
#include "model/policy/read_elements.h"

namespace gw {
namespace {

using ProblemKind = PolicyProblem::Kind;
using Family = ConditionOperator::Family;

/// What a value of the family looks like; nullptr where the text is one.
const char* expectedInstead(Family family, const std::string& text) {
    switch (family) {
        case Family::Numeric:
            return numberOf(text) ? nullptr : "a number such as 10 or 2.5";
        case Family::Date:
            return momentOf(text) ? nullptr : "a date such as 2026-11-24T08:00:00Z, or seconds since 1970";
        case Family::Bool:
        case Family::Null:
            return boolOf(text) ? nullptr : "true or false";
        case Family::Binary:
            return bytesOfBase64(text) ? nullptr : "base-64 text";
        case Family::Ip:
            return addressBlockOf(text) ? nullptr : "an address or address block such as 203.0.113.0/24";
        case Family::String:
        case Family::StringIgnoreCase:
        case Family::StringLike:
        case Family::Arn:
            return nullptr;
    }
    return nullptr;
}

void readValue(const JsonNode& node, bool variables, PolicyCondition& into, ProblemList& problems) {
    const bool scalar =
        node.is(JsonNode::Kind::String) || node.is(JsonNode::Kind::Number) || node.is(JsonNode::Kind::Bool);
    if (!scalar) {
        problems.add(ProblemKind::WrongType, node.offset,
                     "A condition compares with texts, numbers, true or false alone.");
        return;
    }
    into.values.push_back({node.text, node.offset});
    const bool variable =
        variables && takesVariables(into.compares.family) && node.text.find("${") != std::string::npos;
    if (const char* expected = expectedInstead(into.compares.family, node.text); expected && !variable)
        problems.add(ProblemKind::BadConditionValue, node.offset,
                     into.operatorName.text + " compares with " + expected + "; \"" + node.text + "\" is none.");
}

/// "aws:SourceVpce", "s3:prefix", "cognito-identity.amazonaws.com:aud".
bool isConditionKey(std::string_view key) {
    const auto colon = key.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < key.size();
}

PolicyCondition readCondition(const ConditionOperator& compares, const PlacedText& operatorName, const PlacedText& key,
                              const JsonNode& node, bool variables, ProblemList& problems) {
    PolicyCondition condition{compares, operatorName, key};
    if (!isConditionKey(key.text))
        problems.add(ProblemKind::BadConditionKey, key.offset,
                     quotedBriefly(key.text) + " is no condition key; a key has a prefix, as in aws:SourceVpce.");
    if (node.is(JsonNode::Kind::Array)) {
        if (node.children.empty())
            problems.add(ProblemKind::Empty, node.offset,
                         "The condition compares with nothing; give one value or more.");
        for (const auto& [none, child] : node.children) readValue(child, variables, condition, problems);
    } else {
        readValue(node, variables, condition, problems);
    }
    return condition;
}

}  // namespace

std::vector<PolicyCondition> readConditions(const JsonNode& node, bool variables, ProblemList& problems) {
    std::vector<PolicyCondition> found;
    if (!isCleanObject(node, "Condition", problems)) return found;
    for (const auto& [name, keys] : node.children) {
        const auto compares = conditionOperatorOf(name);
        if (!compares)
            problems.add(
                ProblemKind::BadOperator, keys.keyOffset,
                "IAM knows no condition operator \"" + name + "\"; StringEquals and ArnLike are such. Case counts.");
        if (!isCleanObject(keys, "What stands under " + name, problems)) continue;
        if (keys.children.empty())
            problems.add(ProblemKind::Empty, keys.offset, name + " names no condition key; name one or take it out.");
        if (!compares) continue;
        for (const auto& [key, values] : keys.children)
            found.push_back(
                readCondition(*compares, {name, keys.keyOffset}, {key, values.keyOffset}, values, variables, problems));
    }
    return found;
}

}  // namespace gw
