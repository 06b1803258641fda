#include "model/check/acl_stops.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const AclStop& stop : aclStops(facts, AclPlace::Request))
        found.push_back({stop.acl->id,
                         facts.name(stop.acl->id) + " stops " + callersOf(facts, stop) + " on the way to " +
                             facts.name(stop.flows.front()->to) + ".",
                         Severity::Error, openingsFor(facts, stop)});
    return found;
}

}  // namespace

extern const Rule aclBlocksRequest = {
    .code = "ACL004",
    .name = "acl-blocks-request",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Network ACLs let pass what is wanted",
    .why =
        "A network ACL is asked at the border of the subnet, in order of numbers, and the first entry that matches "
        "decides; what "
        "matches none is denied.",
    .howToFix = "Add an entry that allows the call, with a number below the one that denies it.",
    .source = "Amazon VPC User Guide, Network ACLs (F-258, F-259)",
    .check = look,
};

}  // namespace gw::rules
