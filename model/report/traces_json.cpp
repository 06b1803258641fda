#include <fmt/format.h>

#include "model/design/text_form.h"
#include "model/report/json_value.h"
#include "model/report/traces.h"

namespace gw {
namespace {

JsonNode stepJson(const Step& step) {
    json::Object object;
    object.add("stage", textOf(step.stage)).add("code", step.code);
    const bool decided = step.outcome == Outcome::Passed || step.outcome == Outcome::Blocked;
    object.add("passed", decided ? json::boolean(step.outcome == Outcome::Passed) : json::null());
    object.add("outcome", textOf(step.outcome)).add("text", step.text);
    if (step.subject) object.add("subject", step.subject.value);
    if (!step.detail.empty()) object.add("detail", step.detail);
    if (!step.actions.empty()) object.add("actions", json::array(step.actions, json::string));
    return object;
}

JsonNode hopJson(const Hop& hop) {
    return json::Object().add("subject", hop.subject.value).add("steps", json::array(hop.steps, stepJson));
}

JsonNode blockerJson(const Blocker& blocker) {
    return json::Object()
        .add("stage", textOf(blocker.stage))
        .add("code", blocker.code)
        .add("subject", blocker.subject.value)
        .add("text", blocker.text);
}

json::Object traceJson(const Trace& trace) {
    json::Object context;
    for (const auto& [key, value] : trace.context) context.add(key, value);
    json::Object object;
    object.add("flow", trace.flow.value)
        .add("verdict", textOf(trace.verdict))
        .add("network", textOf(trace.network))
        .add("asWanted", json::boolean(trace.asWanted));
    object.add("summary", trace.summary).add("via", json::ids(trace.via)).add("hops", json::array(trace.hops, hopJson));
    object.add("blockers", json::array(trace.blockers, blockerJson));
    if (!trace.shares.empty()) object.add("shares", json::array(trace.shares, json::string));
    if (!trace.missing.empty()) object.add("missing", json::array(trace.missing, json::string));
    if (!trace.unasked.empty()) object.add("unasked", trace.unasked);
    object.add("context", std::move(context));
    return object;
}

JsonNode changeJson(const FlowChange& change) {
    json::Object object;
    object.add("flow", change.flow.value)
        .add("effect", textOf(change.effect))
        .add("before", textOf(change.before))
        .add("after", change.after ? json::string(textOf(*change.after)) : json::null());
    if (!change.summary.empty()) object.add("summary", change.summary);
    return object;
}

JsonNode repairJson(const Repair& repair) {
    json::Object object;
    object.add("steps", json::array(repair.steps, [](const Edit& step) { return json::string(step.label); }))
        .add("verdict", textOf(repair.verdict))
        .add("via", json::ids(repair.via))
        .add("monthlyUsd", repair.monthlyUsd
                               ? JsonNode{JsonNode::Kind::Number, fmt::format("{:.2f}", *repair.monthlyUsd)}
                               : json::null())
        .add("fewestEdits", json::boolean(repair.fewestEdits))
        .add("cheapest", json::boolean(repair.cheapest))
        .add("mostPrivate", json::boolean(repair.mostPrivate))
        .add("sideEffects", json::array(repair.sideEffects, changeJson));
    return object;
}

}  // namespace

std::string tracesJson(const TracedDesign& traced) {
    json::Object document;
    document.add("format", "gatewright-traces/1").add("design", traced.path);
    if (!traced.without.empty())
        document.add("without", json::array(traced.without, json::string))
            .add("changes", json::array(traced.changes, changeJson));
    document.add("traces", json::array(traced.traces, [&](const Trace& trace) {
                     const auto repairs = traced.repairs.find(trace.flow);
                     json::Object object = traceJson(trace);
                     if (repairs != traced.repairs.end())
                         object.add("repairs", json::array(repairs->second, repairJson));
                     return JsonNode(std::move(object));
                 }));
    return prettyJson(document) + "\n";
}

}  // namespace gw
