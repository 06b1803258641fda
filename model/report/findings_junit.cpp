#include <algorithm>

#include "model/design/text_form.h"
#include "model/interchange/xml.h"
#include "model/report/findings.h"
#include "model/report/places.h"

namespace gw {
namespace {

std::string caseOpen(const Rule& rule, const std::string& subject) {
    return "    <testcase classname=\"" + xmlText(rule.code) + "\" name=\"" +
           xmlText(std::string(rule.name) + (subject.empty() ? "" : ": " + subject)) + "\"";
}

std::string findingCase(const CheckedDesign& checked, const Places& places, const Diagnostic& diagnostic,
                        const FindingsScope& scope) {
    const Finding& finding = *diagnostic.finding;
    const TextPosition at = places.of(finding.subject.value);
    const std::string where = checked.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    std::string text = caseOpen(*diagnostic.rule, finding.subject.value) + ">\n";
    if (diagnostic.waiver)
        text += "      <skipped message=\"" + xmlText("waived: " + diagnostic.waiver->reason) + "\"/>\n";
    else if (counts(diagnostic, scope))
        text +=
            "      <failure type=\"" + textOf(finding.severity) + "\" message=\"" + xmlText(finding.message) + "\">" +
            xmlText(where + ": " + std::string(diagnostic.rule->why) + " " + std::string(diagnostic.rule->howToFix)) +
            "</failure>\n";
    else
        text += "      <system-out>" + xmlText(where + ": " + textOf(finding.severity) + ": " + finding.message) +
                "</system-out>\n";
    return text + "    </testcase>\n";
}

}  // namespace

std::string findingsJunit(std::span<const CheckedDesign> designs, const FindingsScope& scope) {
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    for (const CheckedDesign& checked : designs) {
        const Places places(checked.text);
        std::size_t tests = 0;
        std::size_t failures = 0;
        std::size_t skipped = 0;
        std::string cases;
        for (const Rule* rule : scope.rules) {
            bool clean = true;
            for (const Diagnostic& each : checked.diagnostics) {
                if (each.rule != rule) continue;
                clean = false;
                ++tests;
                failures += counts(each, scope) ? 1 : 0;
                skipped += each.waiver ? 1 : 0;
                cases += findingCase(checked, places, each, scope);
            }
            if (!clean) continue;
            ++tests;
            cases += caseOpen(*rule, {}) + "/>\n";
        }
        text += "  <testsuite name=\"" + xmlText(checked.path) + "\" tests=\"" + std::to_string(tests) +
                "\" failures=\"" + std::to_string(failures) + "\" errors=\"0\" skipped=\"" + std::to_string(skipped) +
                "\">\n" + cases + "  </testsuite>\n";
    }
    return text + "</testsuites>\n";
}

}  // namespace gw
