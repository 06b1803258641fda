#include "model/report/evaluation.h"

#include <limits>

#include "model/report/json_value.h"
#include "model/report/plain_text.h"

namespace gw {
namespace {

JsonNode jsonOf(const Evaluation& evaluation) {
    return json::Object()
        .add("result", wordOf(evaluation.result))
        .add("decidedBy", json::array(evaluation.decidedBy, statementJson))
        .add("missingKeys",
             json::array(evaluation.missingKeys, [](const std::string& key) { return json::string(key); }));
}

std::string oneLine(const JsonNode& node) {
    return prettyJson(node, 0, std::numeric_limits<std::size_t>::max()) + "\n";
}

/// "serviceControl \"guard\", statement 0".
std::string textOf(const StatementName& name) {
    std::string text(infoOf(name.type).word);
    if (!name.policy.empty()) text += " \"" + plainText(name.policy) + "\"";
    if (!name.index) return text;
    return text + ", statement " + (name.sid.empty() ? std::to_string(*name.index) : plainText(name.sid));
}

std::string saysOf(const StatementFinding& finding) {
    const std::string does = finding.allows ? "allows" : "denies";
    if (finding.match == Match::Yes) return does;
    if (finding.match == Match::Unknown) return "may apply: a key it asks for is not known";
    if (finding.against != "Condition") return "does not apply: its " + std::string(finding.against);
    return "does not apply: its condition " + plainText(finding.conditionOperator) + " " +
           plainText(finding.conditionKey);
}

}  // namespace

JsonNode statementJson(const StatementName& name) {
    return json::Object()
        .add("policyType", infoOf(name.type).word)
        .add("name", name.policy)
        .add("statement", !name.index        ? json::null()
                          : name.sid.empty() ? json::number(*name.index)
                                             : json::string(name.sid));
}

std::string evaluationText(const Evaluation& evaluation) {
    std::string text = std::string(wordOf(evaluation.result)) + "\n";
    const bool lack = evaluation.result == AccessResult::ImplicitlyDenied;
    for (const StatementName& name : evaluation.decidedBy)
        text += std::string(lack ? "  nothing allows it in " : "  by ") + textOf(name) + "\n";
    for (const std::string& key : evaluation.missingKeys) text += "  not known: " + plainText(key) + "\n";
    if (!evaluation.statements.empty()) text += "\nStatements\n";
    for (const StatementFinding& finding : evaluation.statements)
        text += "  " + textOf(finding.statement) + ": " + saysOf(finding) + "\n";
    return text;
}

std::string evaluationJson(const Evaluation& evaluation) {
    return prettyJson(jsonOf(evaluation)) + "\n";
}

std::string evaluationLine(const Evaluation& evaluation) {
    return oneLine(jsonOf(evaluation));
}

std::string refusalLine(std::string_view problem) {
    return oneLine(json::Object().add("error", problem));
}

}  // namespace gw
