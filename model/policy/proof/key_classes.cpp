#include "model/policy/proof/key_classes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/catalog/iam.h"
#include "model/policy/proof/examples.h"
#include "model/policy/proof/proof_limits.h"
#include "model/policy/proof/text_classes.h"
#include "model/policy/proof/typed_values.h"

namespace gw {
namespace {

using Family = ConditionOperator::Family;
using Conditions = std::vector<const CompiledCondition*>;
using Signature = std::vector<Match>;

bool comparesTexts(Family family) {
    return family == Family::String || family == Family::StringIgnoreCase || family == Family::StringLike ||
           family == Family::Arn;
}

/// The type that a key's values are taken to have: text where any condition compares texts, else the first one met;
/// Null where presence alone matters.
Family familyOf(const Conditions& conditions) {
    Family found = Family::Null;
    for (const CompiledCondition* condition : conditions) {
        const Family family = condition->compares().family;
        if (comparesTexts(family)) return Family::String;
        if (found == Family::Null) found = family;
    }
    return found;
}

/// Whether a request may have several values of the key (F-329, and "Multivalued context keys" of the IAM User Guide).
bool isMultivalued(const Conditions& conditions) {
    const IamConditionKey* known = IamCatalog::builtIn().key(conditions.front()->lowerKey());
    return (known && known->multivalued) || std::ranges::any_of(conditions, [](const CompiledCondition* each) {
               return each->compares().quantifier != ConditionOperator::Quantifier::None;
           });
}

/// The patterns of a condition, those with variables apart: what these may match is known, not what they do.
void addPatterns(const CompiledCondition& condition, std::vector<TextPatterns>& groups) {
    TextPatterns plain;
    TextPatterns open;
    for (const CompiledCondition::Value& value : condition.values()) {
        if (const auto* pattern = std::get_if<Pattern>(&value))
            (pattern->hasVariables() ? open : plain).push_back({pattern->outline(), pattern->ignoresCase()});
        else if (const bool* flag = std::get_if<bool>(&value))
            plain.push_back({Pattern(*flag ? "true" : "false", {false, false, true}).outline(), true});
    }
    groups.push_back(std::move(plain));
    if (!open.empty()) groups.push_back(std::move(open));
}

std::optional<std::vector<std::string>> textExamples(const Conditions& conditions) {
    std::vector<TextPatterns> groups;
    for (const CompiledCondition* condition : conditions) addPatterns(*condition, groups);
    return textClasses(groups, {}, examplesOfKey(conditions), proofLimits.states);
}

std::optional<std::vector<std::string>> singleExamples(Family family, const Conditions& conditions) {
    if (comparesTexts(family)) return textExamples(conditions);
    if (family == Family::Bool) return std::vector<std::string>{"true", "false"};
    if (family == Family::Null) return examplesOfKey(conditions);
    return typedValueExamples(family, conditions);
}

Signature signatureOf(const Conditions& conditions, const KeyValues& values) {
    Signature signature;
    for (const CompiledCondition* condition : conditions) signature.push_back(conditionOn(*condition, values));
    return signature;
}

/// Adds to the classes of single values those of several. What a condition says of a set is what it says of its
/// members, joined by "and" or "or", so a class joined by one value more is known by its signature alone.
bool addSets(const Conditions& conditions, std::vector<KeyValues>& examples, std::set<Signature>& known) {
    const std::vector<KeyValues> singles(examples.begin() + 1, examples.end());
    for (std::size_t i = 1; i < examples.size(); ++i)
        for (const KeyValues& single : singles) {
            KeyValues joined = examples[i];
            if (std::ranges::find(joined, single.front()) != joined.end()) continue;
            joined.push_back(single.front());
            if (!known.insert(signatureOf(conditions, joined)).second) continue;
            if (examples.size() == proofLimits.valueSets) return false;
            examples.push_back(std::move(joined));
        }
    return true;
}

}  // namespace

Match conditionOn(const CompiledCondition& condition, const KeyValues& values) {
    RequestContext context;
    context.set(condition.lowerKey(), values);
    context.assumeOthersUnknown(hasVariables(condition));
    const Match match = condition.holdsFor(context);
    // A variable of the same key has a value here, which is only that of the example.
    const bool ofItself = std::ranges::any_of(condition.values(), [&](const CompiledCondition::Value& value) {
        const auto* pattern = std::get_if<Pattern>(&value);
        if (!pattern) return false;
        const auto keys = pattern->variableKeys();
        return std::ranges::find(keys, condition.lowerKey()) != keys.end();
    });
    return ofItself && !values.empty() ? Match::Unknown : match;
}

bool hasVariables(const CompiledCondition& condition) {
    return std::ranges::any_of(condition.values(), [](const CompiledCondition::Value& value) {
        const auto* pattern = std::get_if<Pattern>(&value);
        return pattern && pattern->hasVariables();
    });
}

std::optional<KeyClasses> keyClassesOf(const std::vector<const CompiledCondition*>& conditions) {
    KeyClasses classes;
    classes.key = conditions.front()->key();
    const Family family = familyOf(conditions);
    Conditions decided;
    Conditions compared;
    for (const CompiledCondition* condition : conditions) {
        const Family own = condition->compares().family;
        const bool fits = own == family || own == Family::Null ||
                          (family == Family::String && (comparesTexts(own) || own == Family::Bool));
        (fits ? decided : classes.undecided).push_back(condition);
        if (fits && own != Family::Null) compared.push_back(condition);
    }
    if (compared.empty()) compared = decided;
    const auto singles = singleExamples(family, compared);
    if (!singles) return std::nullopt;
    // Absent and present are two classes in any case: variables and conditions of another type ask for that.
    classes.examples.emplace_back();
    std::set<Signature> known;
    for (const std::string& text : *singles)
        if (known.insert(signatureOf(decided, {text})).second) classes.examples.push_back({text});
    if (isMultivalued(conditions) && !addSets(decided, classes.examples, known)) return std::nullopt;
    return classes;
}

}  // namespace gw
