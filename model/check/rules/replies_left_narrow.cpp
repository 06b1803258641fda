#include <algorithm>
#include <set>

#include "model/check/acl_entries.h"
#include "model/check/acl_stops.h"
#include "model/check/needs.h"

namespace gw::rules {
namespace {

/// The inbound entry that lets a part of the replies in; nullptr where no single one does.
const NetworkAclEntry* narrowEntry(const Facts& facts, const NetworkAcl& acl, Protocol protocol) {
    for (const NetworkAclEntry* entry : facts.network().entriesOf(acl, false))
        if (entry->action == AclAction::Allow && entry->protocol == protocol && entry->ports.from > 1023 &&
            entry->ports.overlaps(ephemeralPorts) && !entry->ports.contains(ephemeralPorts))
            return entry;
    return nullptr;
}

Edit widened(const NetworkAcl& acl, const NetworkAclEntry& narrow) {
    std::vector<NetworkAclEntry> entries = acl.ingress;
    std::ranges::find(entries, narrow)->ports = ephemeralPorts;
    return edits::setAclEntries(acl.id, Direction::In, std::move(entries));
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::set<std::string> seen;
    for (const auto& [flow, trace, caller, vpc, service] : facts.flows()) {
        if (!isWanted(flow)) continue;
        for (const Blocker& blocker : trace.blockers) {
            const NetworkAcl* acl = find(facts.design(), Id<NetworkAcl>{blocker.subject.value});
            if (!acl || blocker.code != "ACL_RETURN_PARTIAL") continue;
            const AnyId remapper = remapperAt(facts, *acl, flow, trace);
            if (remapper.value.empty() || !seen.insert(acl->id.value + " " + remapper.value).second) continue;
            const NetworkAclEntry* narrow = narrowEntry(facts, *acl, flow.protocol);
            const std::string name = facts.name(acl->id);
            Finding finding{acl->id,
                            name + " lets replies to " + facts.name(remapper) + " in " +
                                (narrow ? "on " + narrow->ports.text() : "in part") + ", not on all of 1024-65535.",
                            Severity::Error};
            if (narrow)
                finding.fixes.push_back(
                    reviewedFix("Widen entry " + std::to_string(narrow->number) + " of " + name + " to 1024-65535",
                                widened(*acl, *narrow)));
            found.push_back(std::move(finding));
        }
    }
    return found;
}

}  // namespace

extern const Rule repliesLeftNarrow = {
    .code = "ACL017",
    .name = "replies-left-narrow",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Replies to NAT gateways, load balancers and functions have all high ports",
    .why =
        "A NAT gateway, load balancer or function takes its end of a call from 1024-65535, whatever range "
        "the system behind it would use. With a part of that open, calls fail now and then.",
    .howToFix = "Widen the entry to 1024-65535.",
    .source =
        "Amazon VPC User Guide, Network ACLs, Ephemeral ports (F-240, F-263); Reachability Analyzer "
        "REMAP_EPHEMERAL_PORT",
    .check = look,
};

}  // namespace gw::rules
