#include "model/policy/proof/request_space.h"

#include <algorithm>
#include <utility>

#include "model/policy/proof/examples.h"
#include "model/policy/proof/principal_classes.h"
#include "model/policy/proof/proof_limits.h"

namespace gw {
namespace {

using Conditions = std::vector<const CompiledCondition*>;

template <class Patterns>
void addGroup(const Patterns& patterns, std::vector<TextPatterns>& groups, std::vector<const Pattern*>& all) {
    TextPatterns plain;
    TextPatterns open;
    for (const Pattern& pattern : patterns) {
        (pattern.hasVariables() ? open : plain).push_back({pattern.outline(), pattern.ignoresCase()});
        all.push_back(&pattern);
    }
    if (!plain.empty()) groups.push_back(std::move(plain));
    if (!open.empty()) groups.push_back(std::move(open));
}

/// "service:name" in lower case.
TextUniverse actionUniverse() {
    TextUniverse universe;
    universe.within = {
        {{anyOneWithinToken, anyRunWithinToken, literalToken(':'), anyOneWithinToken, anyRunWithinToken}, false}};
    universe.letters = "xyzabcdefghijklmnopqrstuvw0123456789-_";
    return universe;
}

/// An ARN of six parts, or "*" for an action without a resource.
TextUniverse resourceUniverse() {
    TextUniverse universe;
    universe.within = {{Pattern("arn:?*:?*:*:*:?*", {true, false, false, PatternStyle::Colons::Arn}).outline(), false},
                       {Pattern("*", {false}).outline(), false}};
    return universe;
}

std::string tooMany(std::string_view what) {
    return "The patterns of the " + std::string(what) + " fall into more cases than are worked through.";
}

/// Whether a negation turns the whole condition around.
bool isPlainNegation(const ConditionOperator& compares) {
    return compares.negated && compares.quantifier == ConditionOperator::Quantifier::None;
}

/// What the condition compares, leaving aside a negation and what it says of an absent key: two conditions with the
/// same identity hold together, or one holds where the other does not.
std::string identityOf(const PolicyCondition& condition) {
    const ConditionOperator& compares = condition.compares;
    std::string identity = lowerCase(condition.key.text) + '\n';
    for (const int part :
         {static_cast<int>(compares.family), static_cast<int>(compares.relation), static_cast<int>(compares.quantifier),
          compares.quantifier == ConditionOperator::Quantifier::None ? 0 : int{compares.negated}})
        identity += std::to_string(part) + '\n';
    for (const PlacedText& value : condition.values) identity += value.text + '\n';
    return identity;
}

}  // namespace

tl::expected<RequestSpace, std::string> RequestSpace::of(const RequestDistinctions& distinctions) {
    RequestSpace space;
    std::vector<const IamPolicy*> policies;
    for (const SharedPolicy& each : distinctions.policies) policies.push_back(&each->policy);
    space.principals_ = principalClassesOf(policies, distinctions.accounts);
    space.boxes_.addDimension(space.principals_.size());
    if (auto done = space.addActions(distinctions); !done) return tl::unexpected(done.error());
    if (auto done = space.addResources(distinctions); !done) return tl::unexpected(done.error());
    if (auto done = space.addKeys(distinctions); !done) return tl::unexpected(done.error());
    for (const SharedPolicy& each : distinctions.policies) space.addOpaque(each);
    return space;
}

tl::expected<void, std::string> RequestSpace::addActions(const RequestDistinctions& distinctions) {
    std::vector<TextPatterns> groups;
    std::vector<const Pattern*> all;
    for (const SharedPolicy& each : distinctions.policies) {
        for (const CompiledStatement& statement : each->compiled.statements())
            addGroup(statement.actions(), groups, all);
        for (const PolicyStatement& statement : each->policy.statements)
            for (const PlacedText& action : statement.action.patterns)
                spelling_.try_emplace(lowerCase(action.text), action.text);
    }
    for (const std::vector<Pattern>& group : distinctions.actions) addGroup(group, groups, all);
    std::vector<std::string> examples;
    for (const std::string& example : examplesOfActions(all)) {
        examples.push_back(lowerCase(example));
        spelling_.try_emplace(examples.back(), example);
    }
    auto classes = textClasses(groups, actionUniverse(), examples, proofLimits.states);
    if (!classes) return tl::unexpected(tooMany("actions"));
    actions_ = *std::move(classes);
    boxes_.addDimension(actions_.size());
    return {};
}

tl::expected<void, std::string> RequestSpace::addResources(const RequestDistinctions& distinctions) {
    std::vector<TextPatterns> groups;
    std::vector<const Pattern*> all;
    for (const SharedPolicy& each : distinctions.policies)
        for (const CompiledStatement& statement : each->compiled.statements())
            addGroup(statement.resources(), groups, all);
    for (const std::vector<Pattern>& group : distinctions.resources) addGroup(group, groups, all);
    auto classes = textClasses(groups, resourceUniverse(), examplesOfResources(all), proofLimits.states);
    if (!classes) return tl::unexpected(tooMany("resources"));
    resources_ = *std::move(classes);
    boxes_.addDimension(resources_.size());
    return {};
}

tl::expected<void, std::string> RequestSpace::addKeys(const RequestDistinctions& distinctions) {
    std::map<std::string, Conditions> byKey;
    const auto add = [&](const CompiledCondition& condition) { byKey[condition.lowerKey()].push_back(&condition); };
    for (const SharedPolicy& each : distinctions.policies)
        for (const CompiledStatement& statement : each->compiled.statements())
            for (const CompiledCondition& condition : statement.conditions()) add(condition);
    for (const CompiledCondition* condition : distinctions.conditions) add(*condition);
    for (const auto& [key, conditions] : byKey) {
        auto classes = keyClassesOf(conditions);
        if (!classes) return tl::unexpected(tooMany("values of " + conditions.front()->key()));
        keyDimensions_[key] = boxes_.addDimension(classes->examples.size());
        keys_.push_back(*std::move(classes));
    }
    return {};
}

std::size_t RequestSpace::opaqueDimensionOf(const std::string& identity, std::string text, std::size_t offset) {
    const auto [at, isNew] = opaqueDimensions_.try_emplace(identity, 0);
    if (isNew) {
        at->second = boxes_.addDimension(2);
        opaque_.push_back({std::move(text), offset, at->second});
    }
    return at->second;
}

void RequestSpace::addOpaque(const SharedPolicy& policy) {
    for (std::size_t i = 0; i < policy->policy.statements.size(); ++i) {
        const PolicyStatement& written = policy->policy.statements[i];
        const CompiledStatement& statement = policy->compiled.statements()[i];
        std::string resources = "Resource\n";
        const PlacedText* variable = nullptr;
        for (std::size_t j = 0; j < statement.resources().size(); ++j) {
            const PlacedText& text = written.resource->patterns[j];
            resources += text.text + '\n';
            if (!variable && statement.resources()[j].hasVariables()) variable = &text;
        }
        if (variable)
            opaqueResources_[{policy.get(), i}] =
                opaqueDimensionOf(resources, "the variable in the resource " + variable->text, variable->offset);
        for (std::size_t j = 0; j < written.conditions.size(); ++j) {
            const CompiledCondition& condition = statement.conditions()[j];
            const KeyClasses& key = keys_[dimensionOfKey(condition.lowerKey()) - firstKeyDimension];
            const bool undecided = std::ranges::find(key.undecided, &condition) != key.undecided.end();
            if (!undecided && !hasVariables(condition)) continue;
            const std::string name = written.conditions[j].operatorName.text + " " + condition.key();
            opaqueConditions_[&condition] = opaqueDimensionOf(
                identityOf(written.conditions[j]),
                undecided ? "the condition " + name + ", whose key is compared as values of another type elsewhere,"
                          : "the variable in the condition " + name,
                written.conditions[j].key.offset);
        }
    }
}

std::string RequestSpace::spelled(const std::string& lowerAction) const {
    const auto at = spelling_.find(lowerAction);
    return at == spelling_.end() ? lowerAction : at->second;
}

std::size_t RequestSpace::dimensionOfKey(std::string_view lowerKey) const {
    return keyDimensions_.find(lowerKey)->second;
}

Match RequestSpace::matchOn(const CompiledCondition& condition, const KeyClasses& key, const KeyValues& values) const {
    const bool undecided = std::ranges::find(key.undecided, &condition) != key.undecided.end();
    return undecided && !values.empty() ? Match::Unknown : conditionOn(condition, values);
}

RequestSpace::Term RequestSpace::termOf(const CompiledCondition& condition) const {
    Term term;
    term.dimension = dimensionOfKey(condition.lowerKey());
    const KeyClasses& key = keys_[term.dimension - firstKeyDimension];
    std::vector<Match> matches;
    for (const KeyValues& values : key.examples) matches.push_back(matchOn(condition, key, values));
    term.certain = classesWhere(matches, [](Match match) { return match == Match::Yes; });
    term.possible = classesWhere(matches, [](Match match) { return match != Match::No; });
    if (const auto at = opaqueConditions_.find(&condition); at != opaqueConditions_.end()) term.opaque = at->second;
    term.inverted = isPlainNegation(condition.compares());
    return term;
}

RequestSpace::Term RequestSpace::termOfResource(const ProofPolicy& policy, std::size_t statement) const {
    const CompiledStatement& speaks = policy.compiled.statements()[statement];
    RequestContext unknown;
    unknown.assumeOthersUnknown(true);
    std::vector<Match> matches;
    for (const std::string& resource : resources_) matches.push_back(speaks.speaksOfResource(resource, unknown));
    Term term;
    term.dimension = resourceDimension;
    term.certain = classesWhere(matches, [](Match match) { return match == Match::Yes; });
    term.possible = classesWhere(matches, [](Match match) { return match != Match::No; });
    if (const auto at = opaqueResources_.find({&policy, statement}); at != opaqueResources_.end())
        term.opaque = at->second;
    term.inverted = speaks.negatesResource();
    return term;
}

std::optional<std::vector<RequestBox>> RequestSpace::boxesOf(const ProofPolicy& policy, std::size_t statement,
                                                             const ClassSet& principals) const {
    const CompiledStatement& speaks = policy.compiled.statements()[statement];
    RequestBox box = boxes_.whole();
    boxes_.narrow(box, principalDimension, principals);
    boxes_.narrow(box, actionDimension,
                  actionsWhere([&](const std::string& action) { return speaks.speaksOfAction(action); }));
    std::vector<RequestBox> found{std::move(box)};
    std::vector<Term> terms{termOfResource(policy, statement)};
    for (const CompiledCondition& condition : speaks.conditions()) terms.push_back(termOf(condition));
    for (const Term& term : terms) {
        std::vector<RequestBox> open;
        if (term.opaque && term.certain != term.possible) {
            ClassSet side(2, false);
            side.add(term.inverted ? 0 : 1);
            open = found;
            for (RequestBox& each : open) {
                boxes_.narrow(each, term.dimension, term.possible);
                boxes_.narrow(each, *term.opaque, side);
            }
        }
        for (RequestBox& each : found) boxes_.narrow(each, term.dimension, term.certain);
        found.insert(found.end(), open.begin(), open.end());
        std::erase_if(found, [&](const RequestBox& each) { return boxes_.isEmpty(each); });
        if (found.size() > proofLimits.boxesOfAStatement) return std::nullopt;
    }
    return found;
}

void RequestSpace::narrow(RequestBox& box, const CompiledCondition& condition) const {
    const Term term = termOf(condition);
    boxes_.narrow(box, term.dimension, term.certain);
}

void RequestSpace::narrowToAbsentOr(RequestBox& box, const CompiledCondition& condition) const {
    Term term = termOf(condition);
    term.certain.add(0);
    boxes_.narrow(box, term.dimension, term.certain);
}

void RequestSpace::narrowToAbsent(RequestBox& box, std::string_view lowerKey) const {
    const auto at = keyDimensions_.find(lowerKey);
    if (at == keyDimensions_.end()) return;
    ClassSet absent(keys_[at->second - firstKeyDimension].examples.size(), false);
    absent.add(0);
    boxes_.narrow(box, at->second, absent);
}

}  // namespace gw
