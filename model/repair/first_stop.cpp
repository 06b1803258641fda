#include <algorithm>

#include "model/repair/pass_lines.h"
#include "model/repair/situation.h"

namespace gw {

std::vector<Candidate> passFirstStop(const Situation& situation) {
    std::vector<std::pair<const Hop*, const Step*>> stops;
    for (const Hop& hop : situation.trace.hops)
        for (const Step& step : hop.steps)
            if (step.outcome == Outcome::Blocked || step.outcome == Outcome::Unknown) stops.emplace_back(&hop, &step);
    std::ranges::stable_sort(stops, {}, [](const auto& stop) { return stop.second->stage; });
    for (const auto& [hop, step] : stops) {
        std::vector<Candidate> found;
        switch (step->stage) {
            case Stage::Dns:
                found = changeNames(situation, *step);
                if (found.empty()) found = getAnswers(situation, *step);
                break;
            case Stage::SecurityGroupOut:
            case Stage::SecurityGroupIn:
                found = passGroups(situation, hop->subject, *step);
                break;
            case Stage::AclOut:
            case Stage::AclIn:
                found = passAcl(situation, *step);
                break;
            case Stage::Response:
                found = passAcl(situation, *step);
                if (found.empty()) found = passRoutes(situation, *step);
                if (found.empty()) found = passLines(situation, *step);
                break;
            case Stage::EndpointPolicy:
            case Stage::IdentityPolicy:
            case Stage::ResourcePolicy:
                found = passPolicies(situation, *step);
                break;
            default:
                found = passRoutes(situation, *step);
                if (found.empty()) found = passLines(situation, *step);
                if (found.empty()) found = passBalancers(situation, *step);
                break;
        }
        if (!found.empty()) return found;
    }
    return {};
}

}  // namespace gw
