#include "model/design/text_form.h"
#include "model/report/json_value.h"
#include "model/report/traces.h"

namespace gw {
namespace {

JsonNode idJson(const AnyId& id) {
    return json::string(id.value);
}

JsonNode stepJson(const Step& step) {
    json::Object object;
    object.add("stage", textOf(step.stage)).add("code", step.code);
    const bool decided = step.outcome == Outcome::Passed || step.outcome == Outcome::Blocked;
    object.add("passed", decided ? json::boolean(step.outcome == Outcome::Passed) : json::null());
    object.add("outcome", textOf(step.outcome)).add("text", step.text);
    if (step.subject) object.add("subject", step.subject.value);
    if (!step.detail.empty()) object.add("detail", step.detail);
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

JsonNode traceJson(const Trace& trace) {
    json::Object context;
    for (const auto& [key, value] : trace.context) context.add(key, value);
    json::Object object;
    object.add("flow", trace.flow.value)
        .add("verdict", textOf(trace.verdict))
        .add("asWanted", json::boolean(trace.asWanted));
    object.add("summary", trace.summary)
        .add("via", json::array(trace.via, idJson))
        .add("hops", json::array(trace.hops, hopJson));
    object.add("blockers", json::array(trace.blockers, blockerJson));
    if (!trace.shares.empty()) object.add("shares", json::array(trace.shares, json::string));
    if (!trace.missing.empty()) object.add("missing", json::array(trace.missing, json::string));
    object.add("context", std::move(context));
    return object;
}

}  // namespace

std::string tracesJson(std::string_view path, std::span<const Trace> traces) {
    const JsonNode document = json::Object()
                                  .add("format", "gatewright-traces/1")
                                  .add("design", path)
                                  .add("traces", json::array(traces, traceJson));
    return prettyJson(document) + "\n";
}

}  // namespace gw
