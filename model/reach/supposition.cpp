#include "model/reach/supposition.h"

#include <algorithm>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/reach/reach.h"

namespace gw {
namespace {

Result<Design> withoutRoute(const Design& design, const Supposition& supposition) {
    const RouteTable* table = design.routeTables.find({supposition.subject.value});
    if (!table || supposition.route >= table->routes.size())
        return fail("There is no such route in " + supposition.subject.value + ".");
    RouteTable rest = *table;
    rest.routes.erase(rest.routes.begin() + static_cast<std::ptrdiff_t>(supposition.route));
    Design imagined = design;
    imagined.routeTables.put(std::move(rest));
    return imagined;
}

Result<Design> withPrivateDnsTurned(const Design& design, const AnyId& subject) {
    const Endpoint* endpoint = design.endpoints.find({subject.value});
    if (!endpoint) return fail("There is no endpoint with the id " + subject.value + " in the design.");
    Endpoint turned = *endpoint;
    turned.privateDns = !turned.privateDns;
    Design imagined = design;
    imagined.endpoints.put(std::move(turned));
    return imagined;
}

/// Things go together and last: one of them may belong to another, and only of what is there can a route be taken.
Result<Design> imagined(const Design& design, const std::vector<Supposition>& suppositions) {
    Result<Design> rest = design;
    std::set<std::string> gone;
    for (const Supposition& each : suppositions) {
        switch (each.kind) {
            case Supposition::Kind::ZoneDown:
                rest = withZoneDown(*rest, each.subject.value);
                break;
            case Supposition::Kind::ThingGone:
                if (!contains(design, each.subject)) return withoutThings(design, {each.subject.value});
                gone.insert(each.subject.value);
                break;
            case Supposition::Kind::RouteGone:
                rest = withoutRoute(*rest, each);
                break;
            case Supposition::Kind::PrivateDnsTurned:
                rest = withPrivateDnsTurned(*rest, each.subject);
                break;
        }
        if (!rest) return rest;
    }
    return withoutRows(*std::move(rest), gone);
}

/// Every supposition has been found to be about something that is there.
std::string titleOf(const Design& design, const Supposition& supposition) {
    const std::string name = nameOf(design, supposition.subject);
    switch (supposition.kind) {
        case Supposition::Kind::ZoneDown:
            return name + " down";
        case Supposition::Kind::ThingGone:
            return "Without " + name;
        case Supposition::Kind::RouteGone:
            return "Without the route to " +
                   textOf(
                       find(design, Id<RouteTable>{supposition.subject.value})->routes[supposition.route].destination) +
                   " in " + name;
        case Supposition::Kind::PrivateDnsTurned: {
            const bool isOn = find(design, Id<Endpoint>{supposition.subject.value})->privateDns;
            return "Private DNS of " + name + (isOn ? " off" : " on");
        }
    }
    return {};
}

}  // namespace

Result<WhatIf> whatIf(const Design& design, std::span<const Trace> before, std::vector<Supposition> suppositions) {
    auto rest = imagined(design, suppositions);
    if (!rest) return tl::unexpected<Error>(rest.error());
    WhatIf answer{std::move(suppositions), {}, *std::move(rest)};
    for (const Supposition& each : answer.suppositions)
        answer.title += (answer.title.empty() ? "" : "; ") + titleOf(design, each);
    answer.traces = traces(Network(answer.design));
    answer.changes = changesBetween(design, before, answer.traces);
    return answer;
}

bool isSupposable(const Design& design, const AnyId& thing) {
    const bool isRemark = design.notes.find({thing.value}) || design.layers.find({thing.value}) ||
                          design.waivers.find({thing.value}) || design.assumptions.find({thing.value}) ||
                          design.invariants.find({thing.value});
    return contains(design, thing) && !isRemark && !design.flows.find({thing.value});
}

Supposition goneOrDown(const Design& design, const AnyId& thing) {
    const bool isZone = design.availabilityZones.find({thing.value}) != nullptr;
    return {isZone ? Supposition::Kind::ZoneDown : Supposition::Kind::ThingGone, thing};
}

std::string summaryOf(const WhatIf& whatIf) {
    std::string text;
    for (const auto& effect : namesOf(Effect{})) {
        const auto count = std::ranges::count(whatIf.changes, effect.value, &FlowChange::effect);
        if (count == 0) continue;
        const std::string_view words = count == 1 ? effect.label : pluralOf(effect.value);
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(words);
    }
    return text.empty() ? "every flow works as before" : text;
}

}  // namespace gw
