#include "model/report/lockout.h"

#include <algorithm>

#include "model/core/words.h"
#include "model/design/text_form.h"
#include "model/reach/permission_words.h"
#include "model/report/evaluation.h"
#include "model/report/json_value.h"
#include "model/report/plain_text.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

string_view wordOf(ExcludingCondition::Given given) {
    switch (given) {
        case ExcludingCondition::Given::Present:
            return "present";
        case ExcludingCondition::Given::Absent:
            return "absent";
        case ExcludingCondition::Given::Unknown:
            break;
    }
    return "unknown";
}

JsonNode strings(const std::vector<string>& values) {
    return json::array(values, [](const string& each) { return json::string(each); });
}

JsonNode conditionJson(const ExcludingCondition& condition) {
    json::Object object;
    object.add("operator", condition.conditionOperator).add("key", condition.key);
    object.add("values", strings(condition.values));
    object.add("given", wordOf(condition.given));
    if (condition.given == ExcludingCondition::Given::Present) object.add("sent", strings(condition.sent));
    return object;
}

JsonNode exceptionJson(const LockoutException& exception) {
    return json::Object()
        .add("statements", json::array(exception.statements, statementJson))
        .add("operator", exception.conditionOperator)
        .add("key", exception.key)
        .add("values", strings(exception.values));
}

JsonNode foundJson(const LockedOut& found) {
    json::Object object;
    object.add("kind", textOf(found.kind)).add("standing", textOf(found.standing));
    object.add("name", found.name).add("how", found.how);
    if (found.who) object.add("who", found.who.value);
    if (!found.flow.value.empty()) object.add("flow", found.flow.value);
    object.add("target", found.target.value);
    if (!found.via.empty()) object.add("via", found.via);
    object.add("resource", found.asked).add("actions", strings(found.actions));
    object.add("denial", found.isImplicit ? "implicit" : "explicit");
    object.add("decidedBy", json::array(found.decidedBy, statementJson));
    object.add("conditions", json::array(found.conditions, conditionJson));
    object.add("missingKeys", strings(found.missingKeys));
    if (found.exception) object.add("exception", exceptionJson(*found.exception));
    if (!found.keep.empty()) object.add("keep", found.keep);
    return object.add("source", found.source);
}

JsonNode keeperJson(const PolicyKeeper& keeper) {
    json::Object object;
    object.add("role", keeper.role.value).add("name", keeper.name);
    if (keeper.through) object.add("through", keeper.through.value);
    return object.add("sure", json::boolean(keeper.isSure));
}

JsonNode repairJson(const PolicyRepair& repair) {
    return json::Object()
        .add("actions", strings(repair.actions))
        .add("keepers", json::array(repair.keepers, keeperJson))
        .add("root", wordOf(repair.root))
        .add("rootNote", repair.rootNote);
}

string conditionText(const ExcludingCondition& condition) {
    string text = plainText(condition.conditionOperator + " " + condition.key + " " + listedWords(condition.values));
    switch (condition.given) {
        case ExcludingCondition::Given::Present:
            return text + " (it sends " + plainText(listedWords(condition.sent)) + ")";
        case ExcludingCondition::Given::Absent:
            return text + " (it sends none)";
        case ExcludingCondition::Given::Unknown:
            break;
    }
    return text + " (not known)";
}

string decisionText(const LockedOut& found) {
    std::vector<string> names;
    for (const StatementName& each : found.decidedBy) {
        const string name = plainText(nameOf(each));
        names.push_back(name.empty() ? string(infoOf(each.type).label) : name);
    }
    return (found.isImplicit                           ? "nothing allows it in "
            : found.standing == LockoutStanding::MayBe ? "may be denied by "
                                                       : "denied by ") +
           listedWords(names);
}

string foundText(const LockedOut& found) {
    string text = std::string(enumLabel(found.standing)) + ": " + plainText(found.name);
    if (!found.flow.value.empty()) text += ", flow " + plainText(found.flow.value);
    text += " (" + plainText(found.how) + ")\n";
    text += "  asks for " + plainText(listedWords(found.actions)) + " on " + plainText(found.asked) + "\n";
    text += "  " + decisionText(found) + "\n";
    for (const ExcludingCondition& each : found.conditions) text += "    where " + conditionText(each) + "\n";
    if (found.standing == LockoutStanding::MayBe && !found.missingKeys.empty())
        text += "  hangs on " + plainText(listedWords(found.missingKeys)) + "\n";
    if (!found.keep.empty()) text += "  to keep it: " + plainText(found.keep) + "\n";
    return text + "  source: " + plainText(found.source) + "\n";
}

string repairText(const PolicyRepair& repair) {
    std::vector<string> names;
    for (const PolicyKeeper& each : repair.keepers) {
        string name = plainText(each.name);
        if (each.through) name += " through " + plainText(each.through.value);
        if (!each.isSure) name += " (not sure)";
        names.push_back(std::move(name));
    }
    string text =
        "Who could change the policy then: " + (names.empty() ? string("no role of the design") : listedWords(names)) +
        ".\n";
    const bool mayRoot = repair.root == AccessResult::Allowed;
    text += string("The root user ") + (mayRoot                                ? "could"
                                        : repair.root == AccessResult::Unknown ? "may be able to"
                                                                               : "could not");
    return text + ". " + plainText(repair.rootNote) + "\n";
}

string summaryOf(const Lockouts& answer) {
    string counts;
    for (const LockoutStanding standing :
         {LockoutStanding::LockedOut, LockoutStanding::MayBe, LockoutStanding::Already}) {
        const auto count = std::ranges::count(answer.found, standing, &LockedOut::standing);
        if (count > 0)
            counts += (counts.empty() ? "" : ", ") + std::to_string(count) + " " + string(enumLabel(standing));
    }
    return counts.empty() ? "nobody is locked out" : counts;
}

}  // namespace

string lockoutText(const Lockouts& answer) {
    string text =
        plainText(answer.name) + ": " + summaryOf(answer) + " (as " + string(infoOf(answer.type).label) + ")\n";
    for (const LockedOut& each : answer.found) text += foundText(each);
    if (answer.repair) text += repairText(*answer.repair);
    return text;
}

string lockoutJson(const Lockouts& answer, const AnyId& row) {
    json::Object object;
    object.add("format", "gatewright-policy-lockout/1").add("row", row.value).add("name", answer.name);
    object.add("type", infoOf(answer.type).word).add("lockedOut", json::boolean(answer.isAny()));
    object.add("found", json::array(answer.found, foundJson));
    if (answer.repair) object.add("repair", repairJson(*answer.repair));
    return prettyJson(object) + "\n";
}

}  // namespace gw
