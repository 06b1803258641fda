#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Something with network interfaces that stands in the subnet; none where nothing does.
AnyId userOf(const Facts& facts, const Id<Subnet>& subnet) {
    const Design& design = facts.design();
    for (const Workload& row : design.workloads)
        if (std::ranges::count(row.subnets, subnet)) return row.id;
    for (const Endpoint& row : design.endpoints)
        if (std::ranges::count(row.subnets, subnet)) return row.id;
    for (const LoadBalancer& row : design.loadBalancers)
        if (std::ranges::count(row.subnets, subnet)) return row.id;
    for (const NatGateway& row : design.natGateways)
        if (row.subnet == subnet) return row.id;
    return {};
}

/// Whether some flow that is wanted stops here.
bool stopsSomething(const Facts& facts, const NetworkAcl& acl) {
    return std::ranges::any_of(facts.traces(), [&](const Trace& trace) {
        return find(facts.design(), trace.flow)->intent != FlowIntent::Blocked &&
               std::ranges::any_of(trace.blockers,
                                   [&](const Blocker& blocker) { return blocker.subject.value == acl.id.value; });
    });
}

void lookAt(const Facts& facts, const NetworkAcl& acl, std::vector<Finding>& found) {
    if (acl.isDefault || !acl.ingress.empty() || !acl.egress.empty()) return;
    AnyId user;
    for (const Id<Subnet>& subnet : acl.subnets)
        if (!user) user = userOf(facts, subnet);
    if (!user) return;
    const std::string name = facts.name(acl.id);
    Finding finding{acl.id, name + " has no entry: it cuts off " + facts.name(user) + ".",
                    stopsSomething(facts, acl) ? Severity::Error : Severity::Warning};
    finding.fixes.push_back(
        reviewedFix("Let all traffic pass " + name + ", as AWS's default ACL does",
                    inOrder({}, {edits::setAclEntries(acl.id, Direction::In, {NetworkAclEntry{}}),
                                 edits::setAclEntries(acl.id, Direction::Out, {NetworkAclEntry{}})})));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule aclWithoutEntries = {
    .code = "ACL009",
    .name = "acl-without-entries",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A network ACL of your own has entries",
    .why = "A network ACL that is not the VPC's default one denies all traffic, in and out, until entries are added.",
    .howToFix =
        "Add entries for what shall pass, or let the subnets use the default ACL; security groups filter already.",
    .source = "Amazon VPC User Guide, Network ACLs (F-258)",
    .check = each<&Design::networkAcls, lookAt>(),
};

}  // namespace gw::rules
