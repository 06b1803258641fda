#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/report/findings.h"
#include "model/report/json_value.h"
#include "model/report/places.h"

namespace gw {
namespace {

JsonNode fixJson(const Fix& fix) {
    return json::Object().add("label", fix.edit.label).add("safety", fix.safety == Safety::Safe ? "safe" : "review");
}

JsonNode waiverJson(const Waiver& waiver) {
    json::Object object;
    object.add("id", waiver.id.value).add("reason", waiver.reason);
    if (waiver.expires) object.add("expires", waiver.expires.text());
    return object;
}

JsonNode findingJson(const CheckedDesign& checked, const Places& places, const Diagnostic& diagnostic) {
    const Rule& rule = *diagnostic.rule;
    const Finding& finding = *diagnostic.finding;
    const TextPosition at = places.of(finding.subject.value);
    json::Object object;
    object.add("code", rule.code).add("rule", rule.name).add("severity", textOf(finding.severity));
    object.add("category", textOf(rule.category)).add("subject", finding.subject.value);
    object.add("name", nameOf(*checked.design, finding.subject)).add("message", finding.message);
    object.add("why", rule.why).add("fix", rule.howToFix).add("source", rule.source);
    object.add("line", json::number(at.line)).add("column", json::number(at.column));
    if (!finding.fixes.empty()) object.add("fixes", json::array(finding.fixes, fixJson));
    if (diagnostic.waiver) object.add("waiver", waiverJson(*diagnostic.waiver));
    return object;
}

JsonNode designJson(const CheckedDesign& checked) {
    const Places places(checked.text);
    return json::Object()
        .add("design", checked.path)
        .add("findings", json::array(checked.diagnostics,
                                     [&](const Diagnostic& each) { return findingJson(checked, places, each); }));
}

}  // namespace

std::string findingsJson(std::span<const CheckedDesign> designs) {
    const JsonNode document =
        json::Object().add("format", "gatewright-findings/1").add("designs", json::array(designs, designJson));
    return prettyJson(document) + "\n";
}

}  // namespace gw
