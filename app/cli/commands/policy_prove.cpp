#include <memory>
#include <string>

#include "app/cli/answer_lines.h"
#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "model/policy/proof/prove.h"
#include "model/report/proof.h"

namespace gw::cli {
namespace {

struct ProofAsked {
    std::string question{};
    bool lines = false;
    std::string format = "json";
};

Result<int> proveOne(const ProofAsked& asked) {
    const auto text = readInput(asked.question);
    if (!text) return tl::unexpected<Error>(text.error());
    const auto question = readProofQuestion(*text);
    if (!question) return fail(asked.question + ":" + placedMessage(*text, question.error()));
    const ProofAnswer answer = prove(*question);
    if (Status done = print(asked.format == "json" ? proofJson(answer) : proofText(*question, answer)); !done)
        return tl::unexpected<Error>(done.error());
    return answer.verdict == ProofAnswer::Verdict::Proved ? 0 : 1;
}

Result<int> proveLines(const ProofAsked& asked) {
    return answerLines(asked.question, "questions",
                       [](std::string_view text) -> tl::expected<std::string, PolicyProblem> {
                           const auto question = readProofQuestion(text);
                           if (!question) return tl::unexpected(question.error());
                           return proofLine(prove(*question));
                       });
}

}  // namespace

Run declarePolicyProve(CLI::App& command) {
    const auto asked = std::make_shared<ProofAsked>();
    command.add_option("question", asked->question, "The question with its policies, as JSON; - for standard input")
        ->required()
        ->type_name("QUESTION");
    CLI::Option* lines =
        command.add_flag("--lines", asked->lines, "One question a line in, one JSON answer a line out");
    addChoice(command, "--format", asked->format, {"text", "json"}, "How to write the answer (default: json)")
        ->excludes(lines);
    return [asked] { return asked->lines ? proveLines(*asked) : proveOne(*asked); };
}

}  // namespace gw::cli
