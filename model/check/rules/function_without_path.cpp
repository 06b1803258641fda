#include "model/check/needs.h"
#include "model/check/pathless.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    return pathlessFindings(facts, PathlessKind::Function, [&](const PathlessCall& call) {
        return facts.name(call.caller->id) + " runs in " + facts.name(call.vpc->id) + " and" + " has no way to " +
               titleOf(call.target->service) + ".";
    });
}

}  // namespace

extern const Rule functionWithoutPath = {
    .code = "DEP009",
    .name = "function-without-path",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A function in a VPC has a way to each service that it calls",
    .why =
        "A function outside every VPC reaches all of AWS; once attached to subnets it has only the ways of "
        "those. Each service it calls needs an endpoint there, or a NAT gateway.",
    .howToFix = "Add the endpoint that AWS recommends for the service.",
    .source = "AWS Lambda Developer Guide, Internet access for VPC-connected functions (F-179)",
    .check = look,
};

}  // namespace gw::rules
