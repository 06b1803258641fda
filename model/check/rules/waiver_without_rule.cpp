#include "model/check/rule.h"
#include "model/core/visible_text.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// The rule that is meant: by its name, or by its code in small letters.
const Rule* meantBy(const std::string& text) {
    std::string code = text;
    for (char& c : code)
        if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const Rule* rule = ruleOf(code);
    return rule ? rule : ruleOf(text);
}

void lookAt(const Facts& facts, const Waiver& waiver, std::vector<Finding>& found) {
    const Rule* meant = meantBy(waiver.rule);
    if (meant && meant->code == waiver.rule) return;
    const std::string start = "Waiver " + facts.name(waiver.id) + " accepts nothing: ";
    if (!meant) {
        found.push_back(
            {waiver.id, start + "no rule is called " + quotedBriefly(waiver.rule) + ".", Severity::Warning});
        return;
    }
    const std::string code(meant->code);
    Finding finding{waiver.id, start + "it goes by " + code + ", the code of its rule.", Severity::Warning};
    // What was found is accepted from then on: that is for people to see.
    finding.fixes.push_back(
        reviewedFix("Name " + code + " in waiver " + facts.name(waiver.id), edits::setField(waiver.id, "rule", code)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule waiverWithoutRule = {
    .code = "WVR001",
    .name = "waiver-without-rule",
    .severity = Severity::Warning,
    .category = Category::Practice,
    .title = "Every waiver names a rule by its code",
    .why =
        "A waiver of a rule that is not there accepts nothing, and whoever wrote it believes that it does. The design "
        "is "
        "read all the same: the rule may be one of a later version of Gatewright.",
    .howToFix = "Write the code of the rule, as the finding shows it (VPE009), or take the waiver out.",
    .source = "Your own design; gatewright-cli rules lists the codes",
    .check = each<&Design::waivers, lookAt>(),
};

}  // namespace gw::rules
