#include "model/report/policy_lint.h"

#include <algorithm>

#include "model/check/rule.h"
#include "model/core/text_places.h"
#include "model/design/text_form.h"
#include "model/report/json_value.h"
#include "model/report/plain_text.h"

namespace gw {
namespace {

void addSpan(json::Object& object, const TextPlaces& lines, std::size_t begin, std::size_t end) {
    const TextPosition from = lines.of(begin);
    const TextPosition to = lines.of(end);
    object.add("line", json::number(from.line)).add("column", json::number(from.column));
    object.add("endLine", json::number(to.line)).add("endColumn", json::number(to.column));
}

JsonNode editJson(const TextPlaces& lines, const PolicyTextEdit& edit) {
    json::Object object;
    addSpan(object, lines, edit.begin, edit.end);
    return object.add("text", edit.text);
}

JsonNode findingJson(const TextPlaces& lines, const PolicyFinding& finding) {
    const PolicyCheck& check = *finding.check;
    json::Object object;
    object.add("code", check.code).add("rule", check.name).add("severity", textOf(finding.severity));
    object.add("category", textOf(check.category)).add("message", finding.message);
    object.add("why", check.why).add("fix", check.howToFix).add("source", check.source);
    addSpan(object, lines, finding.begin, finding.end);
    if (finding.fix)
        object.add("mend", json::Object()
                               .add("label", finding.fix->label)
                               .add("safety", finding.fix->safe ? "safe" : "review")
                               .add("edits", json::array(finding.fix->edits, [&](const PolicyTextEdit& edit) {
                                        return editJson(lines, edit);
                                    })));
    return object;
}

std::string summaryOf(const CheckedPolicy& checked) {
    std::string counts;
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Hint}) {
        const auto count = std::ranges::count(checked.findings, severity, &PolicyFinding::severity);
        if (count > 0)
            counts += (counts.empty() ? "" : ", ") + countOf(static_cast<std::size_t>(count), textOf(severity));
    }
    if (counts.empty()) counts = "nothing found";
    return counts + " (as " + std::string(infoOf(checked.place.type).label) + ")";
}

}  // namespace

std::string policyLintText(const CheckedPolicy& checked) {
    const TextPlaces lines(checked.text);
    const std::string path = plainText(checked.path);
    std::string text;
    for (const PolicyFinding& finding : checked.findings) {
        const TextPosition at = lines.of(finding.begin);
        text += path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
                textOf(finding.severity) + " " + std::string(finding.check->code) + " (" +
                std::string(finding.check->name) + "): " + plainText(finding.message) + "\n";
        if (finding.fix)
            text += std::string("    ") + (finding.fix->safe ? "fix: " : "fix (look first): ") +
                    plainText(finding.fix->label) + "\n";
    }
    return text + path + ": " + summaryOf(checked) + "\n";
}

std::string policyLintJson(const CheckedPolicy& checked) {
    const TextPlaces lines(checked.text);
    const JsonNode document = json::Object()
                                  .add("format", "gatewright-policy-lint/1")
                                  .add("policy", checked.path)
                                  .add("type", infoOf(checked.place.type).word)
                                  .add("findings", json::array(checked.findings, [&](const PolicyFinding& finding) {
                                           return findingJson(lines, finding);
                                       }));
    return prettyJson(document) + "\n";
}

}  // namespace gw
