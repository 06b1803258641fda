#include "model/reach/what_if.h"

#include <algorithm>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/reach/reach.h"

namespace gw {
namespace {

bool works(Verdict verdict) {
    return isPrivate(verdict) || verdict == Verdict::Public;
}

std::optional<Effect> effectOf(FlowIntent intent, const Trace& before, const Trace& after) {
    if (before.asWanted && !after.asWanted) {
        if (intent == FlowIntent::Blocked) return Effect::Opens;
        return intent == FlowIntent::Private && after.verdict == Verdict::Public ? Effect::LosesPrivacy
                                                                                 : Effect::Breaks;
    }
    if (!before.asWanted && after.asWanted) return Effect::Mends;
    // Not as wanted before and after: over the internet is still better than not at all.
    if (!before.asWanted && intent != FlowIntent::Blocked && works(before.verdict) && !works(after.verdict))
        return Effect::Breaks;
    // Where a flow that is blocked would have gone is nobody's concern.
    if (before.verdict == Verdict::Blocked && after.verdict == Verdict::Blocked) return std::nullopt;
    if (before.verdict != after.verdict || before.via != after.via) return Effect::ChangesPath;
    return std::nullopt;
}

/// In a count of flows: what was to be blocked does not just open.
std::string_view singularOf(Effect effect) {
    return effect == Effect::Opens ? "gets through" : enumLabel(effect);
}

/// Of several flows.
std::string_view pluralOf(Effect effect) {
    switch (effect) {
        case Effect::Breaks:
            return "break";
        case Effect::Opens:
            return "get through";
        case Effect::LosesPrivacy:
            return "are no longer private";
        case Effect::Gone:
            return "are gone";
        case Effect::ChangesPath:
            return "change path";
        case Effect::Mends:
            return "work as wanted";
    }
    return {};
}

}  // namespace

std::vector<FlowChange> changesBetween(const Design& design, const Traces& before, const Traces& after) {
    std::vector<FlowChange> changes;
    for (const Trace& old : before) {
        const Trace* now = after.of(old.flow);
        if (!now) {
            changes.push_back({old.flow, Effect::Gone, old.verdict, std::nullopt, old.via});
            continue;
        }
        const Flow* flow = find(design, old.flow);
        if (const auto effect = effectOf(flow ? flow->intent : FlowIntent::Any, old, *now))
            changes.push_back({old.flow, *effect, old.verdict, now->verdict, old.via, now->via, now->summary});
    }
    return changes;
}

std::vector<FlowChange> changesInto(const Network& network, const Traces& before, const Design& after) {
    const Network then(after, &network);
    Changes changes = then.changesSince(network);
    return changesBetween(network.design(), before, traces(then, before, changes));
}

std::string summaryOf(std::span<const FlowChange> changes) {
    std::string text;
    for (const auto& effect : namesOf(Effect{})) {
        const auto count = std::ranges::count(changes, effect.value, &FlowChange::effect);
        if (count == 0) continue;
        const std::string_view words = count == 1 ? singularOf(effect.value) : pluralOf(effect.value);
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(words);
    }
    return text.empty() ? "every flow works as before" : text;
}

Result<Design> withoutThings(const Design& design, const std::set<std::string>& ids) {
    for (const std::string& id : ids)
        if (!contains(design, AnyId(id))) return fail("There is no thing with the id " + id + " in the design.");
    return withoutRows(design, ids);
}

Result<Design> withZoneDown(const Design& design, std::string_view zone) {
    std::set<Id<AvailabilityZone>> down;
    if (const AvailabilityZone* named = design.availabilityZones.find({std::string(zone)})) down.insert(named->id);
    if (down.empty())
        for (const AvailabilityZone& each : design.availabilityZones)
            if (each.name == zone) down.insert(each.id);
    if (down.empty()) return fail("There is no Availability Zone " + std::string(zone) + " in the design.");
    std::set<std::string> ids;
    for (const Subnet& subnet : design.subnets)
        if (down.contains(subnet.zone)) ids.insert(subnet.id.value);
    return withoutRows(design, ids);
}

}  // namespace gw
