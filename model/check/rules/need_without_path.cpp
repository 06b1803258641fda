#include "model/check/needs.h"
#include "model/check/pathless.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    return pathlessFindings(facts, PathlessKind::Other, [&](const PathlessCall& call) {
        return facts.name(call.caller->id) + " has no way to " + titleOf(call.target->service) + ".";
    });
}

}  // namespace

extern const Rule needWithoutPath = {
    .code = "VPE015",
    .name = "need-without-path",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Every service that is needed can be reached",
    .why =
        "The design declares a call for which there is no endpoint, no NAT gateway and no internet "
        "gateway: it will time out.",
    .howToFix = "Add the endpoint that AWS recommends for the service.",
    .source = "AWS PrivateLink Guide; Reachability Analyzer NO_ROUTE_TO_DESTINATION (F-016)",
    .check = look,
};

}  // namespace gw::rules
