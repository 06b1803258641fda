#include <memory>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "model/check/rule.h"
#include "model/design/text_form.h"
#include "model/reach/codes.h"

namespace gw::cli {
namespace {

std::string aboutCode(const CodeInfo& code) {
    std::string text = std::string(code.name) + "\n" + std::string(code.meaning) + "\n";
    if (!code.awsName.empty()) text += "\nVPC Reachability Analyzer calls it " + std::string(code.awsName) + ".\n";
    return text;
}

std::string aboutRule(const Rule& rule) {
    std::string text = std::string(rule.code) + " " + std::string(rule.name) + "\n" + std::string(rule.title) + "\n\n";
    text += "Severity  " + textOf(rule.severity) + "\nCategory  " + textOf(rule.category) + "\n\n";
    text += "Why\n  " + std::string(rule.why) + "\n\nHow to fix\n  " + std::string(rule.howToFix) + "\n\nSource\n  " +
            std::string(rule.source) + "\n";
    return text;
}

Result<int> run(const std::string& name) {
    const Rule* rule = ruleOf(name);
    const CodeInfo* code = codeNamed(name);
    if (!rule && !code) return fail("There is no rule and no code " + name + "; gatewright-cli rules lists the rules.");
    const std::string text = rule ? aboutRule(*rule) : aboutCode(*code);
    if (Status done = print(text); !done) return tl::unexpected<Error>(done.error());
    return 0;
}

}  // namespace

Run declareExplain(CLI::App& command) {
    const auto name = std::make_shared<std::string>();
    command.add_option("rule", *name, "Code or name of a rule (VPE009), or a code of a trace (SG_IN_NO_MATCH)")
        ->required()
        ->type_name("RULE|CODE");
    return [name] { return run(*name); };
}

}  // namespace gw::cli
