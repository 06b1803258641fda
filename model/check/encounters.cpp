#include "model/check/encounters.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/check/needs.h"
#include "model/check/words.h"

namespace gw {

bool isStopped(const Trace& trace) {
    return trace.network == Verdict::Blocked || trace.network == Verdict::Partial;
}

std::vector<Encounter> encounters(const Facts& facts, std::string_view code) {
    std::map<std::string, Encounter> bySubject;
    for (const Id<Flow>& id : facts.flowsMeeting(code)) {
        const FlowFacts& facing = *facts.flowOf(id);
        const Flow* flow = &facing.flow;
        const Trace& trace = facing.trace;
        if (!isWanted(*flow)) continue;
        for (const Hop& hop : trace.hops)
            for (const Step& step : hop.steps) {
                if (step.code != code) continue;
                Encounter& met = bySubject[step.subject.value];
                met.subject = step.subject;
                if (met.flows.empty() || met.flows.back() != flow) met.flows.push_back(flow);
                met.stops = met.stops || isStopped(trace);
            }
    }
    std::vector<Encounter> found;
    for (auto& [id, met] : bySubject) found.push_back(std::move(met));
    return found;
}

std::string callersIn(const Facts& facts, const std::vector<const Flow*>& flows) {
    std::set<std::string> callers;
    for (const Flow* flow : flows) callers.insert(flow->from.value);
    return flows.empty() ? std::string() : facts.name(flows.front()->from) + andMore(callers.size());
}

}  // namespace gw
