#include <algorithm>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/report/plain_text.h"
#include "model/report/traces.h"

namespace gw {
namespace {

std::string_view labelOf(Verdict verdict) {
    for (const auto& name : namesOf(verdict))
        if (name.value == verdict) return name.label;
    return {};
}

std::string_view labelOf(Stage stage) {
    for (const auto& name : namesOf(stage))
        if (name.value == stage) return name.label;
    return {};
}

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
    text += std::string(labelOf(trace.verdict)) + (trace.asWanted ? "" : " (not as wanted)") + "\n";
    if (!trace.summary.empty()) text += "  " + plainText(trace.summary) + "\n";
    for (const Hop& hop : trace.hops) {
        text += "  " + name(hop.subject) + "\n";
        for (const Step& step : hop.steps)
            text += "    " + std::string(markOf(step.outcome)) + padded(labelOf(step.stage), stageWidth) +
                    plainText(step.text) + "\n";
    }
    for (const std::string& each : trace.shares) text += "  part: " + plainText(each) + "\n";
    for (const std::string& each : trace.missing) text += "  missing: " + plainText(each) + "\n";
    return text;
}

}  // namespace

std::string tracesText(const Design& design, std::span<const Trace> traces) {
    std::string text;
    for (const Trace& trace : traces) text += (text.empty() ? "" : "\n") + traceText(design, trace);
    return text;
}

}  // namespace gw
