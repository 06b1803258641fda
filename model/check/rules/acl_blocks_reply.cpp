#include "model/check/acl_stops.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const AclStop& stop : aclStops(facts, AclPlace::Reply))
        found.push_back({stop.acl->id,
                         facts.name(stop.acl->id) + " stops " + (stop.isPartial ? "some " : "") + "replies of " +
                             facts.name(stop.flows.front()->to) + " to " + callersOf(facts, stop) + ".",
                         Severity::Error, openingsFor(facts, stop)});
    return found;
}

}  // namespace

extern const Rule aclBlocksReply = {
    .code = "ACL005",
    .name = "acl-blocks-reply",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Network ACLs let replies pass to every ephemeral port",
    .why =
        "A network ACL keeps no state: the reply to an allowed call needs an entry of its own. It goes to a port that "
        "the caller's "
        "system chose, anywhere from 1024 to 65535; with a part of them open calls fail now and then.",
    .howToFix = "Allow ports 1024-65535 in the direction of the replies.",
    .source = "Amazon VPC User Guide, Network ACLs, Ephemeral ports (F-251, F-263)",
    .check = look,
};

}  // namespace gw::rules
