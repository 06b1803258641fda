#include "model/report/overlay_of.h"

#include <algorithm>

#include "model/design/containment.h"
#include "model/reach/fare.h"
#include "model/report/lens_content.h"
#include "model/report/policy_verdict.h"
#include "model/report/traces.h"
#include "model/scene/look.h"

namespace gw {
namespace {

bool isDrawn(const Design& design, const AnyId& id) {
    return drawnThingOf(design, id) == id;
}

/// The drawn things of the way, in order, none twice.
std::vector<AnyId> drawnWay(const Design& design, const Trace& trace) {
    std::vector<AnyId> way;
    for (const AnyId& id : trace.via)
        if (isDrawn(design, id) && std::ranges::find(way, id) == way.end()) way.push_back(id);
    return way;
}

/// Where the line ends: what stops a call before it leaves stops it at the caller, all else at the last thing it
/// reached.
AnyId stopOf(const Design& design, const Flow& flow, const Blocker& blocker, const std::vector<AnyId>& way) {
    if (std::ranges::find(way, blocker.subject) != way.end()) return blocker.subject;
    switch (blocker.stage) {
        case Stage::Dns:
        case Stage::SecurityGroupOut:
        case Stage::AclOut:
        case Stage::Route:
            return drawnThingOf(design, flow.from);
        default:
            return way.empty() ? drawnThingOf(design, flow.to) : way.back();
    }
}

std::string wayInWords(const Design& design, const std::vector<AnyId>& way) {
    const auto passes = [&]<class Row>(const Table<Row>& table) {
        return std::ranges::any_of(way, [&](const AnyId& id) { return table.find({id.value}) != nullptr; });
    };
    if (passes(design.natGateways)) return "over NAT";
    if (passes(design.internetGateways)) return "over the internet gateway";
    if (passes(design.egressOnlyGateways)) return "over the egress-only gateway";
    return "over the internet";
}

FlowLine lineOf(const Design& design, const Flow& flow, const Trace& trace) {
    FlowLine line;
    line.via = drawnWay(design, trace);
    const bool isClient = design.clients.find({flow.from.value}) != nullptr;
    const auto stop = [&] {
        if (!trace.blockers.empty()) line.stopsAt = stopOf(design, flow, trace.blockers.front(), line.via);
    };
    switch (fareOf(flow, trace)) {
        case Fare::Private:
            line.state = LineState::Private;
            break;
        case Fare::Open:
            // Clients come from the internet: that is their way.
            line.state = isClient ? LineState::Inbound : LineState::Public;
            if (!isClient) line.pill = wayInWords(design, line.via);
            break;
        case Fare::Public:
            line.state = LineState::Public;
            line.pill = wayInWords(design, line.via);
            break;
        case Fare::Partial:
            line.state = LineState::Partial;
            line.pill = "works in part";
            break;
        case Fare::Blocked:
            line.state = LineState::Blocked;
            stop();
            if (!trace.blockers.empty()) line.pill = "stops: " + std::string(shortName(trace.blockers.front().stage));
            break;
        case Fare::Refused:
            line.state = LineState::Refused;
            stop();
            break;
        case Fare::Intruding:
            line.state = LineState::Intruding;
            // The legend says that it is meant to be blocked; on the line there is little room.
            line.pill = "gets through";
            break;
        case Fare::Unknown:
            // From outside, nothing is promised and nothing missed, but that it is kept out.
            line.state = isClient && flow.intent != FlowIntent::Blocked ? LineState::Inbound : LineState::Unknown;
            if (line.state == LineState::Unknown)
                line.pill = flow.intent == FlowIntent::Blocked && trace.policiesOpen ? "unknown: policies" : "unknown";
            break;
    }
    return line;
}

Urgency urgencyOf(Severity severity) {
    switch (severity) {
        case Severity::Hint:
            return Urgency::Hint;
        case Severity::Warning:
            return Urgency::Warning;
        case Severity::Error:
            return Urgency::Error;
    }
    return Urgency::Hint;
}

/// Without a way out by its routes, a subnet still has a private one where an endpoint has a network interface in it.
WayOut wayOutOf(const Network& network, const Subnet& subnet) {
    switch (network.exposureOf(subnet)) {
        case Exposure::Public:
            return WayOut::Public;
        case Exposure::Private:
            return WayOut::Private;
        case Exposure::Isolated:
            break;
    }
    const bool holdsEndpoint = std::ranges::any_of(network.endpointsOf(subnet.vpc), [&](const Endpoint* endpoint) {
        return std::ranges::find(endpoint->subnets, subnet.id) != endpoint->subnets.end();
    });
    return holdsEndpoint ? WayOut::Private : WayOut::Isolated;
}

void addWithFrames(std::set<AnyId>& passed, const Design& design, AnyId id) {
    for (id = drawnThingOf(design, id); id && passed.insert(id).second;) id = standpointOf(design, id).frame;
}

void addZones(std::set<AnyId>& passed, const Design& design) {
    for (const Subnet& subnet : design.subnets)
        if (subnet.zone && passed.contains(subnet.id)) passed.insert(subnet.zone);
}

/// The flow, its ends, what it passes, and the frames and zones they all stand in.
std::set<AnyId> passedBy(const Design& design, const Flow& flow, const Trace& trace) {
    std::set<AnyId> passed{flow.id};
    addWithFrames(passed, design, flow.from);
    addWithFrames(passed, design, flow.to);
    for (const AnyId& id : trace.via) addWithFrames(passed, design, id);
    for (const Hop& hop : trace.hops) addWithFrames(passed, design, hop.subject);
    addZones(passed, design);
    return passed;
}

/// The same of a call that no flow makes.
std::set<AnyId> passedBy(const Design& design, const AnswerLine& answer) {
    std::set<AnyId> passed;
    for (const AnyId& id : answer.way) addWithFrames(passed, design, id);
    addZones(passed, design);
    return passed;
}

/// The lines as they would be: what changes says how, what is gone ends where it began.
void addLines(Overlay& overlay, const Design& design, const WhatIf& whatIf) {
    for (const Trace& trace : whatIf.traces)
        if (const Flow* flow = find(design, trace.flow)) overlay.flows.emplace(flow->id, lineOf(design, *flow, trace));
    for (const FlowChange& change : whatIf.changes) {
        const Flow* flow = find(design, change.flow);
        if (!flow) continue;
        FlowLine& line = overlay.flows[change.flow];
        if (change.effect == Effect::Gone) line = {LineState::Blocked, {}, drawnThingOf(design, flow->from), "gone"};
        if (change.effect == Effect::ChangesPath && line.pill.empty()) line.pill = "changes path";
    }
}

void addLines(Overlay& overlay, const Facts& facts) {
    for (const Trace& trace : facts.traces())
        if (const Flow* flow = find(facts.design(), trace.flow))
            overlay.flows.emplace(flow->id, lineOf(facts.design(), *flow, trace));
}

/// The lines by what policies say of their flows. What they keep out as it is wanted stays blocked on purpose.
void showPolicies(Overlay& overlay, const Facts& facts) {
    for (const Trace& trace : facts.traces()) {
        const auto line = overlay.flows.find(trace.flow);
        if (line == overlay.flows.end()) continue;
        const PolicyVerdict verdict = policyVerdictOf(trace);
        if (line->second.state == LineState::Refused && verdict.state == LineState::Denied)
            line->second.inLens = {LineState::Refused, {}};
        else if (line->second.state == LineState::Intruding && verdict.state == LineState::Allowed)
            // That policies allow what must not arrive is no good news.
            line->second.inLens = {LineState::Intruding, line->second.pill};
        else
            line->second.inLens = {verdict.state, wordsOnLine(facts.design(), verdict)};
    }
}

/// The trace that is shown for the flow; nullptr where it has none.
const Trace* shownTrace(const Facts& facts, const Looking& looking) {
    return looking.whatIf ? traceOf(*looking.whatIf, looking.traced) : facts.traceOf(looking.traced);
}

}  // namespace

Overlay overlayOf(const Facts& facts, std::span<const Diagnostic> diagnostics, const Looking& looking) {
    const Design& design = facts.design();
    Overlay overlay;
    overlay.lens = looking.lens;
    if (looking.whatIf) {
        addLines(overlay, design, *looking.whatIf);
        overlay.content = contentOf(*looking.whatIf, design);
    } else {
        addLines(overlay, facts);
        overlay.content = contentOf(looking.lens, facts);
        if (looking.lens == Lens::Policy) showPolicies(overlay, facts);
    }
    for (const Diagnostic& diagnostic : diagnostics) {
        // What is found in the design as it is says nothing of the one that is imagined.
        if (diagnostic.waiver || looking.whatIf) continue;
        const AnyId at = drawnThingOf(design, diagnostic.finding->subject);
        if (!at) continue;
        BadgeMark& badge = overlay.badges[at];
        badge.worst = std::max(badge.worst, urgencyOf(diagnostic.finding->severity));
        ++badge.count;
    }
    for (const Subnet& subnet : design.subnets) overlay.waysOut.emplace(subnet.id, wayOutOf(facts.network(), subnet));
    if (looking.answer) {
        overlay.answer = *looking.answer;
        overlay.traced = passedBy(design, *looking.answer);
        // Its note and line are of nothing in the design, and never faint.
        overlay.traced.insert(AnyId());
    } else if (const Flow* flow = find(design, looking.traced)) {
        if (const Trace* trace = shownTrace(facts, looking)) overlay.traced = passedBy(design, *flow, *trace);
        // What its name leads to is said on the line of the flow that is asked about.
        if (const LensMark* mark = overlay.markOf(flow->id); mark && looking.lens == Lens::Dns && !looking.whatIf)
            overlay.flows[flow->id].pill = mark->caption;
    }
    return overlay;
}

}  // namespace gw
