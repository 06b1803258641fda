#include <fmt/format.h>
#include <algorithm>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/report/plain_text.h"
#include "model/report/traces.h"

namespace gw {
namespace {

std::string_view markOf(Outcome outcome) {
    switch (outcome) {
        case Outcome::Passed:
            return "ok   ";
        case Outcome::Blocked:
            return "STOP ";
        case Outcome::Unknown:
            return "?    ";
        case Outcome::NotJudged:
            break;
    }
    return "-    ";
}

std::string padded(std::string_view text, std::size_t width) {
    std::string all(text);
    all.resize(std::max(width, all.size()), ' ');
    return all;
}

constexpr std::size_t stageWidth = 17;

std::string traceText(const Design& design, const Trace& trace) {
    const auto name = [&](const AnyId& id) { return plainText(nameOf(design, id)); };
    const Flow* flow = design.flows.find(trace.flow);
    std::string text = plainText(trace.flow.value) + ": ";
    if (flow) text += name(flow->from) + " -> " + name(flow->to) + ": ";
    text += verdictText(trace) + (trace.asWanted ? "" : " (not as wanted)") + "\n";
    if (const std::string summary = summaryOf(trace); !summary.empty()) text += "  " + plainText(summary) + "\n";
    for (const Hop& hop : trace.hops) {
        text += "  " + name(hop.subject) + "\n";
        for (const Step& step : hop.steps)
            text += "    " + std::string(markOf(step.outcome)) +
                    padded(stageName(design, hop, step.stage), stageWidth) + plainText(step.text) + "\n";
    }
    for (const std::string& each : trace.shares) text += "  part: " + plainText(each) + "\n";
    for (const std::string& each : trace.missing) text += "  missing: " + plainText(each) + "\n";
    return text;
}

std::string changesText(const TracedDesign& traced) {
    std::string names;
    for (const std::string& each : traced.without) names += (names.empty() ? "" : ", ") + plainText(each);
    std::string text = "Without " + names + ": " + summaryOf(traced.changes) + "\n";
    for (const FlowChange& change : traced.changes) {
        text += "  " + plainText(change.flow.value) + ": ";
        text += enumLabel(change.effect);
        text += ", was " + std::string(enumLabel(change.before));
        if (change.after && *change.after != change.before) text += ", is " + std::string(enumLabel(*change.after));
        text += "\n";
    }
    return text;
}

std::string repairsText(const std::vector<Repair>& repairs) {
    std::string text;
    for (const Repair& repair : repairs) {
        std::string merits;
        const auto add = [&](bool has, std::string_view merit) {
            if (has) merits += (merits.empty() ? "" : ", ") + std::string(merit);
        };
        add(repair.fewestEdits, "fewest edits");
        add(repair.cheapest, "cheapest");
        add(repair.mostPrivate, "most private");
        text += "  to mend it (" + merits +
                (repair.monthlyUsd ? fmt::format(", ${:.2f} per month", *repair.monthlyUsd) : std::string{}) + "):\n";
        for (const Edit& step : repair.steps) text += "    " + plainText(step.label) + "\n";
        for (const FlowChange& change : repair.sideEffects)
            if (isWorse(change.effect))
                text += "    but " + plainText(change.flow.value) + " " +
                        (change.effect == Effect::Opens ? "gets through" : "suffers") + ": " +
                        plainText(change.summary) + "\n";
    }
    return text;
}

}  // namespace

std::string_view stageName(const Design& design, const Hop& hop, Stage stage) {
    if (stage == Stage::SecurityGroupIn && !design.endpoints.find({hop.subject.value})) return "Target sg in";
    return enumLabel(stage);
}

std::string verdictText(const Trace& trace) {
    const bool isOpen = !trace.unasked.empty() && trace.verdict != Verdict::Unknown;
    return (isOpen ? "so far " : "") + std::string(enumLabel(trace.verdict));
}

std::string summaryOf(const Trace& trace) {
    return trace.unasked.empty() ? trace.summary : trace.summary + " " + trace.unasked;
}

std::string_view shortName(Stage stage) {
    switch (stage) {
        case Stage::Dns:
            return "dns";
        case Stage::SecurityGroupOut:
            return "sg out";
        case Stage::AclOut:
            return "acl out";
        case Stage::Route:
            return "route";
        case Stage::Middle:
            return "gateway";
        case Stage::GatewayEndpoint:
            return "endpoint";
        case Stage::AclIn:
            return "acl in";
        case Stage::SecurityGroupIn:
            return "sg in";
        case Stage::Service:
            return "service";
        case Stage::EndpointPolicy:
        case Stage::IdentityPolicy:
        case Stage::ResourcePolicy:
            return "policy";
        case Stage::Response:
            return "way back";
    }
    return {};
}

std::string tracesText(const TracedDesign& traced) {
    std::string text;
    if (!traced.without.empty()) text = changesText(traced);
    for (const Trace& trace : traced.traces) {
        if (!traced.without.empty() &&
            std::ranges::find(traced.changes, trace.flow, &FlowChange::flow) == traced.changes.end())
            continue;
        text += (text.empty() ? "" : "\n") + traceText(*traced.design, trace);
        if (const auto repairs = traced.repairs.find(trace.flow); repairs != traced.repairs.end())
            text += repairsText(repairs->second);
    }
    return text;
}

}  // namespace gw
