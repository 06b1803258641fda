#include "model/check/associated_twice.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    return associatedTwice(facts, facts.design().routeTables, edits::setRouteTable);
}

}  // namespace

extern const Rule subnetInTwoRouteTables = {
    .code = "RTE001",
    .name = "subnet-in-two-route-tables",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A subnet is associated with one route table",
    .why =
        "AWS keeps at most one association for each subnet and refuses the second: where packets go would not be "
        "clear.",
    .howToFix = "Keep one of the associations.",
    .source = "Amazon VPC User Guide, Route tables; cfn-lint E3022 (F-225)",
    .check = look,
};

}  // namespace gw::rules
