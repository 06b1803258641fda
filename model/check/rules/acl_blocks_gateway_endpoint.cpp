#include "model/check/acl_stops.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const AclStop& stop : aclStops(facts, AclPlace::Gateway))
        found.push_back({stop.acl->id,
                         facts.name(stop.acl->id) + " stops " + callersOf(facts, stop) + ": " +
                             facts.name(stop.flows.front()->to) + " has public addresses.",
                         Severity::Error, openingsFor(facts, stop)});
    return found;
}

}  // namespace

extern const Rule aclBlocksGatewayEndpoint = {
    .code = "ACL007",
    .name = "acl-blocks-gateway-endpoint",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Network ACLs of a gateway endpoint's clients admit the service's public addresses",
    .why =
        "Through a gateway endpoint S3 and DynamoDB are called at their public addresses. An ACL that knows private "
        "blocks alone "
        "stops the calls, and it cannot name the service's prefix list.",
    .howToFix =
        "Allow 443 out to 0.0.0.0/0 and ports 1024-65535 in from it (or one entry for each block of the service). The "
        "routes "
        "and the endpoint decide where packets go.",
    .source = "AWS PrivateLink Guide, Gateway endpoints; Amazon VPC User Guide, Network ACLs (F-260, F-264)",
    .check = look,
};

}  // namespace gw::rules
