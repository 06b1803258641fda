#include <memory>
#include <string>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "model/report/lockout.h"

namespace gw::cli {
namespace {

struct Asked {
    std::string design{};
    std::string row{};
    std::string policy{};
    std::string format = "text";
};

Result<int> run(const Asked& asked) {
    if (asked.design == "-" && asked.policy == "-") return fail("Standard input can be read once; give - once.");
    const auto open = openDesign(asked.design);
    if (!open) return tl::unexpected<Error>(open.error());
    const auto draft = readInput(asked.policy);
    if (!draft) return tl::unexpected<Error>(draft.error());
    const auto answer = lockouts(open->design, {AnyId(asked.row), *draft});
    if (!answer && answer.error().offset) {
        PolicyProblem problem;
        problem.offset = *answer.error().offset;
        problem.message = answer.error().message;
        return fail(asked.policy + ":" + placedMessage(*draft, problem));
    }
    if (!answer) return fail(asked.design + ": " + answer.error().message);
    const bool json = asked.format == "json";
    if (Status done = print(json ? lockoutJson(*answer, AnyId(asked.row)) : lockoutText(*answer)); !done)
        return tl::unexpected<Error>(done.error());
    return answer->isAny() ? 1 : 0;
}

}  // namespace

Run declarePolicyLockout(CLI::App& command) {
    const auto asked = std::make_shared<Asked>();
    command.add_option("design", asked->design, "The design; - for standard input")->required()->type_name("DESIGN");
    command.add_option("--at", asked->row, "The resource, endpoint or policy of the design that would carry it")
        ->required()
        ->type_name("ID");
    command.add_option("--policy", asked->policy, "The draft, as JSON; - for standard input")
        ->required()
        ->type_name("POLICY");
    addChoice(command, "--format", asked->format, {"text", "json"}, "How to write the answer (default: text)");
    return [asked] { return run(*asked); };
}

}  // namespace gw::cli
