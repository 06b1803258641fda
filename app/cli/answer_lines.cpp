#include "app/cli/answer_lines.h"

#include "app/cli/files.h"
#include "model/report/evaluation.h"

namespace gw::cli {

Result<int> answerLines(const std::string& path, std::string_view what,
                        const std::function<tl::expected<std::string, PolicyProblem>(std::string_view line)>& answer) {
    std::string out;
    std::size_t line = 0;
    std::size_t refused = 0;
    std::string firstRefusal;
    const auto take = [&](std::string_view text) -> Status {
        ++line;
        if (const auto answered = answer(text)) {
            out += *answered;
        } else {
            const std::string problem = placedMessage(text, answered.error());
            if (refused++ == 0) firstRefusal = "line " + std::to_string(line) + ", " + problem;
            out += refusalLine(problem);
        }
        return {};
    };
    const auto write = [&]() -> Status {
        const Status done = print(out);
        out.clear();
        return done;
    };
    if (Status done = forEachLine(path, take, write); !done) return tl::unexpected<Error>(done.error());
    if (refused > 0)
        return fail(path + ": " + std::to_string(refused) + " of " + std::to_string(line) + " " + std::string(what) +
                    " cannot be read; the first: " + firstRefusal);
    return 0;
}

}  // namespace gw::cli
