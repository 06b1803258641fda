#include <memory>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "app/cli/rule_choice.h"
#include "model/check/mend.h"
#include "model/report/plain_text.h"
#include "model/spec/spec.h"

namespace gw::cli {
namespace {

struct Asked {
    std::string design{};
    std::string to{};
    std::vector<std::string> rules{};
    bool review = false;
    std::string date{};
};

/// A line for each fix, then what is left.
std::string reportOf(const Mended& mended, const std::vector<Diagnostic>& left) {
    std::string text;
    for (const MendStep& step : mended.steps)
        text += "fixed " + std::string(step.rule->code) + " (" + plainText(step.subject.value) +
                "): " + plainText(step.label) + "\n";
    const auto open = static_cast<std::size_t>(
        std::ranges::count_if(left, [](const Diagnostic& each) { return each.waiver == nullptr; }));
    const std::size_t done = mended.steps.size();
    return text + std::to_string(done) + (done == 1 ? " fix" : " fixes") + " done, " + std::to_string(open) +
           (open == 1 ? " finding" : " findings") + " left\n";
}

/// Where nothing was fixed the text stays as it was written, and a file that holds it already is not touched.
Status writeDesign(const std::string& to, const OpenDesign& open, const Mended& mended) {
    if (!mended.steps.empty()) return writeOutput(to, writeSpec(mended.design));
    return isSameFile(open.path, to) ? Status{} : writeOutput(to, open.text);
}

Result<int> run(const Asked& asked) {
    const auto rules = rulesNamed(asked.rules);
    if (!rules) return tl::unexpected<Error>(rules.error());
    auto open = openDesign(asked.design);
    if (!open) return tl::unexpected<Error>(open.error());
    const Date today = dayOf(asked.date);
    const Mended mended = mend(std::move(open->design), {.rules = *rules, .reviewed = asked.review, .today = today});
    if (Status done = writeDesign(asked.to, *open, mended); !done) return tl::unexpected<Error>(done.error());
    // A design on standard output has it to itself.
    if (asked.to == "-" || asked.to == "/dev/stdout") return 0;
    if (Status done = print(reportOf(mended, check(Facts(mended.design), today))); !done)
        return tl::unexpected<Error>(done.error());
    return 0;
}

}  // namespace

Run declareFix(CLI::App& command) {
    const auto asked = std::make_shared<Asked>();
    command.add_option("design", asked->design, "The design; - for standard input")->required()->type_name("DESIGN");
    command.add_option("--to", asked->to, "Where to write the fixed design; - for standard output")
        ->required()
        ->type_name("FILE");
    addRules(command, asked->rules, "Fix what this rule finds alone, by code or name; may be repeated");
    command.add_flag("--review", asked->review, "Also do fixes that change what the design means: look at them after");
    addDate(command, asked->date);
    return [asked] { return run(*asked); };
}

}  // namespace gw::cli
