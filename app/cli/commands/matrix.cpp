#include <memory>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "model/reach/reach.h"
#include "model/report/matrix.h"

namespace gw::cli {
namespace {

struct Asked {
    std::string design{};
    bool allPairs = false;
    std::string format = "text";
};

std::string written(MatrixFormat format, const Asked& asked, const Design& design, const VerdictMatrix& matrix) {
    switch (format) {
        case MatrixFormat::Text:
            return matrixText(design, matrix);
        case MatrixFormat::Json:
            return matrixJson(asked.design, matrix);
        case MatrixFormat::Csv:
            return matrixCsv(design, matrix);
    }
    return {};
}

Result<int> run(const Asked& asked) {
    const auto open = openDesign(asked.design);
    if (!open) return tl::unexpected<Error>(open.error());
    const Network network(open->design);
    const auto all = traces(network);
    const VerdictMatrix matrix = asked.allPairs ? matrixOfAllPairs(network, all) : matrixOf(open->design, all);
    if (Status done = print(written(valueOf<MatrixFormat>(asked.format), asked, open->design, matrix)); !done)
        return tl::unexpected<Error>(done.error());
    return 0;
}

}  // namespace

Run declareMatrix(CLI::App& command) {
    const auto asked = std::make_shared<Asked>();
    command.add_option("design", asked->design, "The design; - for standard input")->required()->type_name("DESIGN");
    command.add_flag("--all-pairs", asked->allPairs,
                     "Also what each workload would meet at each service that no flow joins it to");
    addChoice(command, "--format", asked->format, wordsOf<MatrixFormat>(), "How to write it (default: text)");
    return [asked] { return run(*asked); };
}

}  // namespace gw::cli
