#include "model/reach/what_if.h"

#include <algorithm>

#include "model/design/references.h"

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

}  // namespace

std::string_view pluralOf(Effect effect) {
    switch (effect) {
        case Effect::Breaks:
            return "break";
        case Effect::Opens:
            return "open";
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

std::vector<FlowChange> changesBetween(const Design& design, std::span<const Trace> before,
                                       std::span<const Trace> after) {
    std::vector<FlowChange> changes;
    for (const Trace& old : before) {
        const auto at = std::ranges::lower_bound(after, old.flow, {}, &Trace::flow);
        if (at == after.end() || at->flow != old.flow) {
            changes.push_back({old.flow, Effect::Gone, old.verdict, std::nullopt, old.via});
            continue;
        }
        const Flow* flow = find(design, old.flow);
        if (const auto effect = effectOf(flow ? flow->intent : FlowIntent::Any, old, *at))
            changes.push_back({old.flow, *effect, old.verdict, at->verdict, old.via, at->via, at->summary});
    }
    return changes;
}

Result<Design> withoutThings(const Design& design, const std::set<std::string>& ids) {
    for (const std::string& id : ids)
        if (!contains(design, AnyId(id))) return fail("There is no thing with the id " + id + " in the design.");
    return withoutRows(design, ids);
}

Result<Design> withZoneDown(const Design& design, std::string_view zone) {
    std::set<std::string> ids;
    bool found = false;
    for (const AvailabilityZone& each : design.availabilityZones) {
        if (each.id.value != zone && each.name != zone) continue;
        found = true;
        for (const Subnet& subnet : design.subnets)
            if (subnet.zone == each.id) ids.insert(subnet.id.value);
    }
    if (!found) return fail("There is no Availability Zone " + std::string(zone) + " in the design.");
    return withoutRows(design, ids);
}

}  // namespace gw
