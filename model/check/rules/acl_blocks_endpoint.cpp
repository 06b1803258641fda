#include "model/check/acl_stops.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const AclStop& stop : aclStops(facts, AclPlace::Endpoint))
        found.push_back({stop.acl->id,
                         facts.name(stop.acl->id) + " stops " + callersOf(facts, stop) + " at the endpoint for " +
                             facts.name(stop.flows.front()->to) + ".",
                         Severity::Error, openingsFor(facts, stop)});
    return found;
}

}  // namespace

extern const Rule aclBlocksEndpoint = {
    .code = "ACL006",
    .name = "acl-blocks-endpoint",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Network ACLs at endpoint subnets let callers in and replies out",
    .why =
        "The interfaces of an endpoint stand in subnets, and the network ACLs of those subnets hold for all that comes "
        "from others: "
        "without an entry in and one for the replies out the endpoint is there and answers nobody.",
    .howToFix = "Allow the service's port in, and ports 1024-65535 out, for the callers' blocks.",
    .source = "AWS PrivateLink Guide, Create an interface endpoint; Amazon VPC User Guide, Network ACLs (F-022, F-262)",
    .check = look,
};

}  // namespace gw::rules
