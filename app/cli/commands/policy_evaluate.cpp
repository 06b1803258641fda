#include <memory>
#include <string>

#include "app/cli/answer_lines.h"
#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "model/policy/evaluation_request.h"
#include "model/report/evaluation.h"

namespace gw::cli {
namespace {

struct Asked {
    std::string request{};
    bool lines = false;
    std::string format = "json";
};

Result<int> runOne(const Asked& asked) {
    const auto text = readInput(asked.request);
    if (!text) return tl::unexpected<Error>(text.error());
    const auto request = readEvaluationRequest(*text);
    if (!request) return fail(asked.request + ":" + placedMessage(*text, request.error()));
    const Evaluation evaluation = evaluate(request->request, request->grants);
    const bool json = asked.format == "json";
    if (Status done = print(json ? evaluationJson(evaluation) : evaluationText(evaluation)); !done)
        return tl::unexpected<Error>(done.error());
    return 0;
}

Result<int> runLines(const Asked& asked) {
    return answerLines(asked.request, "requests",
                       [](std::string_view text) -> tl::expected<std::string, PolicyProblem> {
                           const auto request = readEvaluationRequest(text);
                           if (!request) return tl::unexpected(request.error());
                           return evaluationLine(evaluate(request->request, request->grants));
                       });
}

}  // namespace

Run declarePolicyEvaluate(CLI::App& command) {
    const auto asked = std::make_shared<Asked>();
    command.add_option("request", asked->request, "The request with its policies, as JSON; - for standard input")
        ->required()
        ->type_name("REQUEST");
    CLI::Option* lines = command.add_flag("--lines", asked->lines, "One request a line in, one JSON answer a line out");
    addChoice(command, "--format", asked->format, {"text", "json"}, "How to write the answer (default: json)")
        ->excludes(lines);
    return [asked] { return asked->lines ? runLines(*asked) : runOne(*asked); };
}

}  // namespace gw::cli
