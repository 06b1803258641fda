#include "model/lockout/draft.h"

#include <algorithm>

#include "model/core/words.h"
#include "model/reach/permission_words.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

/// What keeps a draft from being a policy; limits of endpoints and lengths keep nobody from reading it.
bool isForgiven(const PolicyProblem& problem) {
    return problem.kind == PolicyProblem::Kind::BadSid || problem.kind == PolicyProblem::Kind::TooLong ||
           problem.isEndpointLimit();
}

JsonNode text(string_view value) {
    return {JsonNode::Kind::String, string(value)};
}

/// The member of an object; made where there is none.
JsonNode& memberOf(JsonNode& object, string_view key, JsonNode::Kind kind) {
    const auto at = std::ranges::find(object.children, key, &std::pair<string, JsonNode>::first);
    if (at != object.children.end()) return at->second;
    return object.children.emplace_back(string(key), JsonNode{kind}).second;
}

void addValues(JsonNode& condition, const LockoutException& exception) {
    JsonNode& values = memberOf(memberOf(condition, exception.conditionOperator, JsonNode::Kind::Object), exception.key,
                                JsonNode::Kind::Array);
    if (!values.is(JsonNode::Kind::Array)) {
        JsonNode list{JsonNode::Kind::Array};
        list.children.emplace_back(string(), std::move(values));
        values = std::move(list);
    }
    for (const string& value : exception.values) values.children.emplace_back(string(), text(value));
    if (values.children.size() == 1) values = JsonNode(values.children.front().second);
}

/// Conditions of the draft's deciding statements that hold an id of the way against it: the endpoint or VPC by which
/// the caller comes can be named beside the others.
std::optional<LockoutException> byName(const Draft& draft, const DraftCaller& caller, const LockedOut& found) {
    if (!caller.way.endpoint || caller.way.road == Road::Internet || found.decidedBy.empty()) return std::nullopt;
    const PolicyStatement* statement = draft.statement(found.decidedBy.front());
    if (!statement) return std::nullopt;
    for (const PolicyCondition& condition : statement->conditions) {
        const string key = lowerCase(condition.key.text);
        const bool isList = condition.compares.negated &&
                            condition.compares.quantifier == ConditionOperator::Quantifier::None &&
                            (condition.compares.family == ConditionOperator::Family::String ||
                             condition.compares.family == ConditionOperator::Family::StringLike ||
                             condition.compares.family == ConditionOperator::Family::StringIgnoreCase);
        if (!isList || (key != "aws:sourcevpce" && key != "aws:sourcevpc")) continue;
        const Endpoint& endpoint = *caller.way.endpoint;
        return LockoutException{found.decidedBy,
                                condition.operatorName.text,
                                condition.key.text,
                                {key == "aws:sourcevpce" ? endpoint.id.value : endpoint.vpc.value}};
    }
    return std::nullopt;
}

/// What may let the caller stay, the most fitting first.
std::vector<LockoutException> candidatesFor(const Draft& draft, const CallerJudge& judge, const DraftCaller& caller,
                                            const LockedOut& found) {
    std::vector<LockoutException> all;
    if (caller.signs == DraftCaller::Signs::Service)
        all.push_back({found.decidedBy, "BoolIfExists", "aws:PrincipalIsAWSService", {"false"}});
    if (!caller.forwardedBy.empty()) all.push_back({found.decidedBy, "BoolIfExists", "aws:ViaAWSService", {"false"}});
    if (auto named = byName(draft, caller, found)) all.push_back(*std::move(named));
    if (const string arn = judge.principalArn(); !arn.empty())
        all.push_back({found.decidedBy, "ArnNotLike", "aws:PrincipalArn", {arn}});
    return all;
}

string statementsOf(const std::vector<StatementName>& names) {
    std::vector<string> words;
    for (const StatementName& each : names) words.push_back(nameOf(StatementName{each.type, "", each.index, each.sid}));
    return listedWords(words);
}

}  // namespace

const PolicyStatement* Draft::statement(const StatementName& name) const {
    const bool isOurs = name.type == place.type && name.policy == place.name && name.index;
    return isOurs && *name.index < policy.statements.size() ? &policy.statements[*name.index] : nullptr;
}

tl::expected<Draft, LockoutRefusal> readDraft(const DraftPlace& place, const string& text) {
    const auto refuse = [](string message, std::size_t offset) {
        return tl::unexpected(LockoutRefusal{std::move(message), offset});
    };
    PolicyReading reading = readPolicy(text, place.type);
    for (const PolicyProblem& problem : reading.problems)
        if (!isForgiven(problem)) return refuse(problem.message, problem.offset);
    const auto document = PolicyDocument::parse(text);
    if (!document) return refuse(document.error().message, document.error().offset);
    return Draft{place, *document, std::move(reading.policy)};
}

PolicyDocument withException(const Draft& draft, const LockoutException& exception) {
    auto root = parseJson(draft.document.text());
    if (!root) return draft.document;
    JsonNode& statements = memberOf(*root, "Statement", JsonNode::Kind::Array);
    for (const StatementName& name : exception.statements) {
        if (!draft.statement(name)) continue;
        JsonNode& statement =
            statements.is(JsonNode::Kind::Array) ? statements.children.at(*name.index).second : statements;
        addValues(memberOf(statement, "Condition", JsonNode::Kind::Object), exception);
    }
    return PolicyDocument::of(*root);
}

std::vector<ExcludingCondition> conditionsOf(const PolicyStatement& statement, const AccessRequest& request) {
    std::vector<ExcludingCondition> all;
    for (const PolicyCondition& condition : statement.conditions) {
        ExcludingCondition& each = all.emplace_back();
        each.conditionOperator = condition.operatorName.text;
        each.key = condition.key.text;
        for (const PlacedText& value : condition.values) each.values.push_back(value.text);
        const auto given = request.context().find(lowerCase(each.key));
        using Presence = RequestContext::Presence;
        each.given = given.presence == Presence::Present  ? ExcludingCondition::Given::Present
                     : given.presence == Presence::Absent ? ExcludingCondition::Given::Absent
                                                          : ExcludingCondition::Given::Unknown;
        if (given.values) each.sent = *given.values;
    }
    return all;
}

std::optional<LockoutException> exceptionFor(const Draft& draft, const CallerJudge& judge, const DraftCaller& caller,
                                             const LockedOut& found) {
    const bool isDraft = std::ranges::all_of(
        found.decidedBy, [&](const StatementName& name) { return draft.statement(name) != nullptr; });
    if (found.isImplicit || found.decidedBy.empty() || !isDraft) return std::nullopt;
    for (LockoutException& candidate : candidatesFor(draft, judge, caller, found)) {
        const PolicyDocument mended = withException(draft, candidate);
        const bool stays = std::ranges::all_of(found.actions, [&](const string& action) {
            return isLetIn(caller, judge.judgeWith(action, draft.place, mended));
        });
        if (stays) return std::move(candidate);
    }
    return std::nullopt;
}

string keepSentence(const Draft& draft, const DraftCaller& caller, const LockedOut& found) {
    if (found.exception) {
        const LockoutException& exception = *found.exception;
        return "Add " + exception.conditionOperator + " " + exception.key + " " + listedWords(exception.values) +
               " to the Condition of " + statementsOf(exception.statements) + ".";
    }
    if (found.isImplicit) return "Allow " + listedWords(found.actions) + " on " + found.asked + " to it.";
    const bool isDraft = std::ranges::any_of(
        found.decidedBy, [&](const StatementName& name) { return draft.statement(name) != nullptr; });
    if (!isDraft) return {};
    const string where = statementsOf(found.decidedBy);
    if (caller.signs == DraftCaller::Signs::UnnamedRole)
        return "Add ArnNotLike aws:PrincipalArn with the ARN of the role that administers to the Condition of " +
               where + ".";
    return "No single exception lets it pass; narrow what " + where + " denies.";
}

}  // namespace gw
