#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "model/check/rule.h"
#include "model/design/text_form.h"

namespace gw::cli {
namespace {

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

Result<int> run() {
    std::string text;
    for (const Rule* rule : allRules())
        text += padded(std::string(rule->code), 8) + padded(textOf(rule->severity), 9) +
                padded(textOf(rule->category), 10) + std::string(rule->title) + "\n";
    if (Status done = print(text); !done) return tl::unexpected<Error>(done.error());
    return 0;
}

}  // namespace

Run declareRules(CLI::App&) {
    return run;
}

}  // namespace gw::cli
