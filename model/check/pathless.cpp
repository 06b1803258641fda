#include "model/check/pathless.h"

namespace gw {

std::vector<Finding> pathlessFindings(const Facts& facts, PathlessKind kind,
                                      const std::function<std::string(const PathlessCall&)>& says) {
    std::vector<Finding> found;
    EndpointAdvice advice(facts);
    for (const PathlessCall& call : facts.pathlessCalls()) {
        if (call.kind != kind) continue;
        Finding finding{call.flow->id, says(call), Severity::Error};
        if (const Recommendation* endpoint = advice.of(*call.flow, *call.vpc, *call.target))
            finding.fixes.push_back(safeFix(endpoint->label, endpoint->edit));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace gw
