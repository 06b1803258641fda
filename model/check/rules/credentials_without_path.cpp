#include "model/check/needs.h"
#include "model/check/pathless.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    return pathlessFindings(facts, PathlessKind::Credentials, [&](const PathlessCall& call) {
        return facts.name(call.caller->id) + " assumes a role and has no way to STS.";
    });
}

}  // namespace

extern const Rule credentialsWithoutPath = {
    .code = "DEP013",
    .name = "credentials-without-path",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Who assumes roles has a way to STS",
    .why =
        "Roles of service accounts and of other accounts are assumed by a call to STS before anything else "
        "is called: without it there are no credentials.",
    .howToFix = "Add an interface endpoint for sts, and let the client use the Regional name of STS.",
    .source = "AWS Identity and Access Management User Guide, STS VPC endpoints (F-162)",
    .check = look,
};

}  // namespace gw::rules
