#include "model/check/pathless.h"

namespace gw {

std::vector<Finding> pathlessFindings(const Facts& facts, PathlessKind kind,
                                      const std::function<std::string(const PathlessCall&)>& says) {
    std::vector<Finding> found;
    for (const PathlessCall& call : facts.pathlessCalls()) {
        if (call.kind != kind) continue;
        Finding finding{call.flow->id, says(call), Severity::Error};
        if (const Recommendation* endpoint = endpointFor(facts, *call.flow, *call.vpc, *call.target))
            finding.fixes.push_back(fixOf(*endpoint));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace gw
