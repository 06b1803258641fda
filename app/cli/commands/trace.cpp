#include <algorithm>
#include <memory>
#include <optional>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "model/reach/reach.h"
#include "model/reach/supposition.h"
#include "model/report/traces.h"

namespace gw::cli {
namespace {

struct Asked {
    std::string design{};
    std::vector<std::string> flows{};
    std::vector<std::string> without{};
    std::vector<std::string> zonesDown{};
    bool repair = false;
    std::string format = "text";
};

/// Everything that is to be imagined gone.
std::vector<Supposition> supposed(const Asked& asked) {
    std::vector<Supposition> all;
    for (const std::string& id : asked.without) all.push_back({Supposition::Kind::ThingGone, AnyId(id)});
    for (const std::string& zone : asked.zonesDown) all.push_back({Supposition::Kind::ZoneDown, AnyId(zone)});
    return all;
}

Result<int> run(const Asked& asked) {
    const auto open = openDesign(asked.design);
    if (!open) return tl::unexpected<Error>(open.error());
    for (const std::string& flow : asked.flows)
        if (!open->design.flows.find({flow})) return fail(asked.design + ": there is no flow " + flow + ".");
    Traces all = traces(Network(open->design));
    const auto notAsked = [&](const Id<Flow>& flow) {
        return !asked.flows.empty() && std::ranges::find(asked.flows, flow.value) == asked.flows.end();
    };
    TracedDesign traced;
    traced.path = asked.design;
    traced.design = &open->design;
    std::optional<WhatIf> answer;
    if (std::vector<Supposition> suppositions = supposed(asked); !suppositions.empty()) {
        auto found = whatIf(open->design, all, std::move(suppositions));
        if (!found) return fail(asked.design + ": " + found.error().message);
        answer = *std::move(found);
        std::erase_if(answer->changes, [&](const FlowChange& each) { return notAsked(each.flow); });
        all = answer->traces;
        traced.design = &answer->design;
        traced.changes = answer->changes;
        traced.without = asked.without;
        traced.without.insert(traced.without.end(), asked.zonesDown.begin(), asked.zonesDown.end());
    }
    if (asked.repair) {
        const Network network(*traced.design);
        for (const Trace& trace : all)
            if (!trace.asWanted && !notAsked(trace.flow))
                traced.repairs[trace.flow] = repairsOf(network, all, trace.flow);
    }
    all.eraseIf([&](const Trace& each) { return notAsked(each.flow); });
    traced.traces = all;
    const bool json = valueOf<TracesFormat>(asked.format) == TracesFormat::Json;
    if (Status done = print(json ? tracesJson(traced) : tracesText(traced)); !done)
        return tl::unexpected<Error>(done.error());
    return 0;
}

}  // namespace

Run declareTrace(CLI::App& command) {
    const auto asked = std::make_shared<Asked>();
    const auto addList = [&](const char* name, std::vector<std::string>& list, const char* about, const char* type) {
        command.add_option(name, list, about)
            ->type_name(type)
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    };
    command.add_option("design", asked->design, "The design; - for standard input")->required()->type_name("DESIGN");
    addList("--flow", asked->flows, "This flow alone; may be repeated", "ID");
    addList("--without", asked->without, "As if this thing had failed or were gone; may be repeated", "ID");
    addList("--zone-down", asked->zonesDown, "As if this Availability Zone were down; may be repeated", "AZ");
    command.add_flag("--repair", asked->repair, "Also say which edits would make each flow as it is wanted");
    addChoice(command, "--format", asked->format, wordsOf<TracesFormat>(), "How to write the ways (default: text)");
    return [asked] { return run(*asked); };
}

}  // namespace gw::cli
