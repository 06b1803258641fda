#include "model/report/description.h"

#include <array>

#include "model/design/references.h"
#include "model/design/text_form.h"

namespace gw {
namespace {

/// The first finding about the thing, which is its worst; nullptr where there is none.
const Diagnostic* worstOf(std::span<const Diagnostic> diagnostics, const AnyId& id) {
    for (const Diagnostic& diagnostic : diagnostics)
        if (!diagnostic.waiver && diagnostic.finding->subject == id) return &diagnostic;
    return nullptr;
}

/// "3 private, 1 blocked as intended": of the flows that start or end at the thing; empty where there are none.
std::string pathsOf(const Facts& facts, const AnyId& id) {
    constexpr std::array words{"private", "not private", "partly working", "blocked", "unknown", "blocked as intended"};
    std::array<int, words.size()> counts{};
    const auto count = [&](std::span<const Flow* const> flows) {
        for (const Flow* flow : flows) {
            const Trace* trace = facts.traceOf(flow->id);
            if (!trace) continue;
            switch (trace->verdict) {
                case Verdict::PrivateGateway:
                case Verdict::PrivateInterface:
                    ++counts[0];
                    break;
                case Verdict::Public:
                    ++counts[1];
                    break;
                case Verdict::Partial:
                    ++counts[2];
                    break;
                case Verdict::Blocked:
                    ++counts[flow->intent == FlowIntent::Blocked ? 5 : 3];
                    break;
                case Verdict::Unknown:
                    ++counts[4];
                    break;
            }
        }
    };
    count(facts.network().flowsFrom(id));
    count(facts.network().flowsTo(id));
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (counts[i] > 0) text += (text.empty() ? "" : ", ") + std::to_string(counts[i]) + " " + words[i];
    return text;
}

std::string blockOf(const Design& design, const AnyId& id) {
    if (const Subnet* subnet = design.subnets.find({id.value}))
        return subnet->cidr ? textOf(*subnet->cidr) : std::string{};
    if (const Vpc* vpc = design.vpcs.find({id.value}); vpc && !vpc->cidrs.empty()) return textOf(vpc->cidrs.front());
    return {};
}

/// A flow is mostly known by its ends, not by a name of its own.
std::string calledOf(const Facts& facts, const AnyId& id) {
    const Flow* flow = find(facts.design(), Id<Flow>{id.value});
    if (!flow || !flow->name.empty()) return facts.name(id);
    return facts.name(flow->from) + " \u2192 " + facts.name(flow->to);
}

}  // namespace

std::string descriptionOf(const Facts& facts, std::span<const Diagnostic> diagnostics, const AnyId& id) {
    std::string text = std::string(nounOf(facts.design(), id)) + " " + calledOf(facts, id);
    if (const Diagnostic* worst = worstOf(diagnostics, id))
        text += ", " + textOf(worst->finding->severity) + ": " + worst->finding->message;
    if (const std::string paths = pathsOf(facts, id); !paths.empty()) text += ", " + paths;
    return text;
}

std::string tipOf(const Facts& facts, std::span<const Diagnostic> diagnostics, const AnyId& id) {
    std::string text = calledOf(facts, id) + "\n" + std::string(nounOf(facts.design(), id));
    if (const std::string block = blockOf(facts.design(), id); !block.empty()) text += " · " + block;
    if (const Trace* trace = facts.traceOf({id.value})) return text + "\n" + trace->summary;
    if (const Diagnostic* worst = worstOf(diagnostics, id)) return text + "\n" + worst->finding->message;
    if (const std::string paths = pathsOf(facts, id); !paths.empty()) text += "\n" + paths;
    return text;
}

}  // namespace gw
