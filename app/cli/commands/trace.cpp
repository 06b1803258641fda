#include <algorithm>
#include <memory>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "model/reach/reach.h"
#include "model/report/traces.h"

namespace gw::cli {
namespace {

struct Asked {
    std::string design{};
    std::vector<std::string> flows{};
    std::string format = "text";
};

Result<int> run(const Asked& asked) {
    const auto open = openDesign(asked.design);
    if (!open) return tl::unexpected<Error>(open.error());
    for (const std::string& flow : asked.flows)
        if (!open->design.flows.find({flow})) return fail(asked.design + ": there is no flow " + flow + ".");
    std::vector<Trace> all = traces(Network(open->design));
    if (!asked.flows.empty())
        std::erase_if(all, [&](const Trace& each) {
            return std::ranges::find(asked.flows, each.flow.value) == asked.flows.end();
        });
    const bool json = valueOf<TracesFormat>(asked.format) == TracesFormat::Json;
    if (Status done = print(json ? tracesJson(asked.design, all) : tracesText(open->design, all)); !done)
        return tl::unexpected<Error>(done.error());
    return 0;
}

}  // namespace

Run declareTrace(CLI::App& command) {
    const auto asked = std::make_shared<Asked>();
    command.add_option("design", asked->design, "The design; - for standard input")->required()->type_name("DESIGN");
    command.add_option("--flow", asked->flows, "This flow alone; may be repeated")
        ->type_name("ID")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    addChoice(command, "--format", asked->format, wordsOf<TracesFormat>(), "How to write the ways (default: text)");
    return [asked] { return run(*asked); };
}

}  // namespace gw::cli
