#include "model/report/what_if_picture.h"

#include "model/design/references.h"
#include "model/design/text_form.h"

namespace gw {
namespace {

/// The things drawn that would not be there; a zone that is down among them, since its frame says so.
std::set<AnyId> goneThings(const WhatIf& whatIf, const Design& design) {
    std::set<AnyId> gone;
    for (const Placement& placement : design.placements)
        if (!whatIf.design.placements.find(placement.id)) gone.insert(AnyId(placement.id.value));
    for (const Supposition& each : whatIf.suppositions)
        if (each.kind == Supposition::Kind::ZoneDown)
            for (const AvailabilityZone& zone : design.availabilityZones)
                if (zone.id.value == each.subject.value || zone.name == each.subject.value) gone.insert(zone.id);
    return gone;
}

}  // namespace

LensContent contentOf(const WhatIf& whatIf, const Design& design) {
    LensContent content;
    content.headline = whatIf.title + ": " + summaryOf(whatIf.changes);
    content.keepsThings = true;
    content.keepsFlows = whatIf.changes.empty();
    const std::set<AnyId> gone = goneThings(whatIf, design);
    if (!gone.empty()) content.legend.push_back({Tone::Bad, {}, "would not be there", true});
    for (const AnyId& id : gone)
        content.marks[id] = {Tone::Bad, {}, {}, nameOf(design, id) + " would not be there.", true};
    for (const FlowChange& change : whatIf.changes)
        content.marks[change.flow] = {isWorse(change.effect) ? Tone::Bad : Tone::Caution,
                                      {},
                                      std::string(enumLabel(change.effect)),
                                      change.summary.empty() ? "The flow would be gone." : change.summary};
    return content;
}

}  // namespace gw
