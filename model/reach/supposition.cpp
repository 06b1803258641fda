#include "model/reach/supposition.h"

#include <algorithm>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/reach/reach.h"

namespace gw {
namespace {

Status takeRoutes(Design& imagined, const Design& design, const std::vector<Supposition>& suppositions) {
    std::map<Id<RouteTable>, std::set<std::size_t>> gone;
    for (const Supposition& each : suppositions) {
        if (each.kind != Supposition::Kind::RouteGone) continue;
        const RouteTable* table = design.routeTables.find({each.subject.value});
        if (!table || each.route >= table->routes.size())
            return fail("There is no such route in " + each.subject.value + ".");
        gone[table->id].insert(each.route);
    }
    for (const auto& [id, places] : gone) {
        RouteTable rest = *find(design, id);
        std::size_t place = 0;
        std::erase_if(rest.routes, [&](const Route&) { return places.contains(place++); });
        imagined.routeTables.put(std::move(rest));
    }
    return {};
}

Status turnPrivateDns(Design& imagined, const std::vector<Supposition>& suppositions) {
    for (const Supposition& each : suppositions) {
        if (each.kind != Supposition::Kind::PrivateDnsTurned) continue;
        const Endpoint* endpoint = imagined.endpoints.find({each.subject.value});
        if (!endpoint) return fail("There is no endpoint with the id " + each.subject.value + " in the design.");
        Endpoint turned = *endpoint;
        turned.privateDns = !turned.privateDns;
        imagined.endpoints.put(std::move(turned));
    }
    return {};
}

/// Fields change first, zones go down next and things go last: none of it takes from another what it is about.
Result<Design> imagined(const Design& design, const std::vector<Supposition>& suppositions) {
    Design rest = design;
    if (const Status taken = takeRoutes(rest, design, suppositions); !taken)
        return tl::unexpected<Error>(taken.error());
    if (const Status turned = turnPrivateDns(rest, suppositions); !turned) return tl::unexpected<Error>(turned.error());
    std::set<std::string> gone;
    for (const Supposition& each : suppositions) {
        if (each.kind == Supposition::Kind::ThingGone) {
            if (!contains(design, each.subject)) return withoutThings(design, {each.subject.value});
            gone.insert(each.subject.value);
        }
        if (each.kind != Supposition::Kind::ZoneDown) continue;
        auto without = withZoneDown(rest, each.subject.value);
        if (!without) return without;
        rest = *std::move(without);
    }
    return withoutRows(std::move(rest), gone);
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

Result<WhatIf> whatIf(const Design& design, const Traces& before, std::vector<Supposition> suppositions) {
    auto rest = imagined(design, suppositions);
    if (!rest) return tl::unexpected<Error>(rest.error());
    WhatIf answer{std::move(suppositions), {}, *std::move(rest)};
    for (const Supposition& each : answer.suppositions)
        answer.title += (answer.title.empty() ? "" : "; ") + titleOf(design, each);
    answer.traces = traces(Network(answer.design));
    answer.changes = changesBetween(design, before, answer.traces);
    return answer;
}

const Trace* traceOf(const WhatIf& whatIf, const Id<Flow>& flow) {
    return whatIf.traces.of(flow);
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

}  // namespace gw
