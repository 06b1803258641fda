#include "model/check/encounters.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Encounter& met : encounters(facts, "NAT_FOREIGN_SOURCE"))
        found.push_back(
            {met.subject,
             callersIn(facts, met.flows) + " cannot use " + facts.name(met.subject) + " of another network.",
             met.severity(),
             {}});
    return found;
}

}  // namespace

extern const Rule natOfAnotherVpc = {
    .code = "RTE022",
    .name = "nat-of-another-vpc",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A NAT gateway serves its own VPC, and others by a transit gateway alone",
    .why =
        "Packets that come over a peering connection, or from a line on a virtual private gateway, are not taken by a "
        "NAT gateway.",
    .howToFix = "Give the callers' VPC a NAT gateway of its own, or join the networks by a transit gateway.",
    .source =
        "Amazon VPC User Guide, NAT gateway basics; Reachability Analyzer code NGW_REQUIRES_SOURCE_IN_VPC (F-244)",
    .check = look,
};

}  // namespace gw::rules
