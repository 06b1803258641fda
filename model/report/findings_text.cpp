#include <algorithm>

#include "model/design/text_form.h"
#include "model/report/findings.h"
#include "model/report/places.h"
#include "model/report/plain_text.h"

namespace gw {
namespace {

std::string summary(const CheckedDesign& checked) {
    std::string text;
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Hint}) {
        const auto count = std::ranges::count_if(checked.diagnostics, [&](const Diagnostic& each) {
            return !each.waiver && each.finding->severity == severity;
        });
        if (count > 0) text += (text.empty() ? "" : ", ") + countOf(static_cast<std::size_t>(count), textOf(severity));
    }
    const auto waived =
        std::ranges::count_if(checked.diagnostics, [](const Diagnostic& each) { return each.waiver != nullptr; });
    if (text.empty()) text = "nothing found";
    if (waived > 0) text += "; " + std::to_string(waived) + " waived";
    return plainText(checked.path) + ": " + text + "\n";
}

}  // namespace

std::string findingsText(std::span<const CheckedDesign> designs) {
    std::string text;
    for (const CheckedDesign& checked : designs) {
        const Places places(checked.text);
        for (const Diagnostic& each : checked.diagnostics) {
            if (each.waiver) continue;
            const TextPosition at = places.of(each.finding->subject.value);
            text += plainText(checked.path) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
                    textOf(each.finding->severity) + " " + std::string(each.rule->code) + " (" +
                    plainText(each.finding->subject.value) + "): " + plainText(each.finding->message) + "\n";
            for (const Fix& fix : each.finding->fixes)
                text += std::string("    ") + (fix.safety == Safety::Safe ? "fix: " : "fix (look first): ") +
                        plainText(fix.edit.label) + "\n";
        }
        text += summary(checked);
    }
    return text;
}

}  // namespace gw
