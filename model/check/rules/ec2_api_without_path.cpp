#include "model/check/needs.h"
#include "model/check/pathless.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    return pathlessFindings(facts, PathlessKind::Ec2Api, [&](const PathlessCall& call) {
        return facts.name(call.caller->id) + " calls the EC2 API and has no way there.";
    });
}

}  // namespace

extern const Rule ec2ApiWithoutPath = {
    .code = "DEP017",
    .name = "ec2-api-without-path",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Who calls the EC2 API has a way there",
    .why =
        "Autoscalers, network plug-ins and tools that tag or describe instances call the EC2 API. Without a "
        "way to it they wait for the time-out.",
    .howToFix = "Add an interface endpoint for ec2.",
    .source = "Amazon EC2 User Guide, Access Amazon EC2 using an interface endpoint; AWS Security Hub EC2.10",
    .check = look,
};

}  // namespace gw::rules
