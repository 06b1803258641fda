#include <algorithm>
#include <deque>
#include <memory>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "app/cli/rule_choice.h"
#include "model/report/findings.h"

namespace gw::cli {
namespace {

struct Asked {
    std::vector<std::string> designs{};
    std::string format = "text";
    std::string failOn = "error";
    std::vector<std::string> rules{};
    std::string date{};
};

Result<int> run(const Asked& asked) {
    const auto rules = rulesNamed(asked.rules);
    if (!rules) return tl::unexpected<Error>(rules.error());
    if (std::ranges::count(asked.designs, "-") > 1) return fail("Standard input can be read once; give - once.");
    FindingsScope scope;
    scope.rules = *rules;
    scope.failOn = asked.failOn == "never" ? std::nullopt : std::optional(valueOf<Severity>(asked.failOn));

    std::deque<OpenDesign> open;
    std::vector<CheckedDesign> designs;
    bool failed = false;
    for (const std::string& path : asked.designs) {
        auto read = openDesign(path);
        if (!read) return tl::unexpected<Error>(read.error());
        const OpenDesign& one = open.emplace_back(*std::move(read));
        CheckedDesign checked{one.path, one.text, &one.design, check(Facts(one.design), dayOf(asked.date))};
        std::erase_if(checked.diagnostics,
                      [&](const Diagnostic& each) { return std::ranges::find(*rules, each.rule) == rules->end(); });
        failed = failed ||
                 std::ranges::any_of(checked.diagnostics, [&](const Diagnostic& each) { return counts(each, scope); });
        designs.push_back(std::move(checked));
    }
    if (Status done = print(findingsReport(valueOf<FindingsFormat>(asked.format), designs, scope)); !done)
        return tl::unexpected<Error>(done.error());
    return failed ? 1 : 0;
}

}  // namespace

Run declareCheck(CLI::App& command) {
    const auto asked = std::make_shared<Asked>();
    command.add_option("design", asked->designs, "The designs to judge; - for standard input")
        ->required()
        ->type_name("DESIGN");
    addChoice(command, "--format", asked->format, wordsOf<FindingsFormat>(),
              "How to write what is found (default: text)");
    addChoice(command, "--fail-on", asked->failOn, {"error", "warning", "hint", "never"},
              "The least severity that gives exit status 1 (default: error)");
    addRules(command, asked->rules, "Ask this rule alone, by code or name; may be repeated");
    addDate(command, asked->date);
    return [asked] { return run(*asked); };
}

}  // namespace gw::cli
