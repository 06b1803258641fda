#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool isOff(const Destination& destination) {
    const Cidr* block = std::get_if<Cidr>(&destination);
    return block && block->hasHostBits();
}

/// Blocks of one row that AWS rewrites, and the edit that writes them its way.
class Rewrites {
public:
    Rewrites(const Facts& facts, AnyId row) : facts_(&facts), row_(std::move(row)) {}

    void add(const Cidr& block, Edit edit) {
        blocks_.push_back(block);
        edits_.push_back(std::move(edit));
    }
    void report(std::vector<Finding>& found) {
        if (blocks_.empty()) return;
        const std::string name = facts_->name(row_);
        const std::string more = blocks_.size() > 1 ? ", and " + std::to_string(blocks_.size() - 1) + " more" : "";
        Finding finding{
            row_, blocks_.front().text() + " in " + name + " means " + blocks_.front().canonical().text() + more + ".",
            Severity::Hint};
        finding.fixes.push_back(
            safeFix("Write blocks of " + name + " as AWS keeps them", inOrder({}, std::move(edits_))));
        found.push_back(std::move(finding));
    }

private:
    const Facts* facts_;
    AnyId row_;
    std::vector<Cidr> blocks_{};
    std::vector<Edit> edits_{};
};

void lookAtRules(Rewrites& rewrites, const Id<SecurityGroup>& group, Direction direction,
                 const std::vector<SecurityGroupRule>& rules) {
    for (const SecurityGroupRule& rule : rules) {
        const Cidr* block = std::get_if<Cidr>(&rule.peer);
        if (!block || !block->hasHostBits()) continue;
        SecurityGroupRule after = rule;
        after.peer = block->canonical();
        rewrites.add(*block, edits::replaceSecurityGroupRule(group, direction, rule, std::move(after)));
    }
}

void lookAtEntries(Rewrites& rewrites, const Id<NetworkAcl>& acl, Direction direction,
                   std::vector<NetworkAclEntry> entries) {
    const auto first = std::ranges::find_if(entries, [](const auto& entry) { return entry.cidr.hasHostBits(); });
    if (first == entries.end()) return;
    const Cidr block = first->cidr;
    for (NetworkAclEntry& entry : entries) entry.cidr = entry.cidr.canonical();
    rewrites.add(block, edits::setAclEntries(acl, direction, std::move(entries)));
}

std::vector<Finding> look(const Facts& facts) {
    const Design& design = facts.design();
    std::vector<Finding> found;
    for (const Vpc& vpc : design.vpcs) {
        Rewrites rewrites(facts, vpc.id);
        std::vector<Cidr> blocks = vpc.cidrs;
        if (const auto first = std::ranges::find_if(blocks, &Cidr::hasHostBits); first != blocks.end()) {
            const Cidr block = *first;
            for (Cidr& each : blocks) each = each.canonical();
            rewrites.add(block, edits::setVpcBlocks(vpc.id, std::move(blocks)));
        }
        rewrites.report(found);
    }
    for (const Subnet& subnet : design.subnets) {
        Rewrites rewrites(facts, subnet.id);
        for (const auto& block : {subnet.cidr, subnet.ipv6Cidr})
            if (block && block->hasHostBits())
                rewrites.add(*block, edits::setSubnetBlock(subnet.id, block->canonical()));
        rewrites.report(found);
    }
    for (const RouteTable& table : design.routeTables) {
        Rewrites rewrites(facts, table.id);
        for (const Route& route : table.routes) {
            if (!isOff(route.destination)) continue;
            Route after = route;
            after.destination = std::get<Cidr>(route.destination).canonical();
            rewrites.add(std::get<Cidr>(route.destination), edits::replaceRoute(table.id, route, std::move(after)));
        }
        rewrites.report(found);
    }
    for (const SecurityGroup& group : design.securityGroups) {
        Rewrites rewrites(facts, group.id);
        lookAtRules(rewrites, group.id, Direction::In, group.ingress);
        lookAtRules(rewrites, group.id, Direction::Out, group.egress);
        rewrites.report(found);
    }
    for (const NetworkAcl& acl : design.networkAcls) {
        Rewrites rewrites(facts, acl.id);
        lookAtEntries(rewrites, acl.id, Direction::In, acl.ingress);
        lookAtEntries(rewrites, acl.id, Direction::Out, acl.egress);
        rewrites.report(found);
    }
    return found;
}

}  // namespace

extern const Rule blockWithHostBits = {
    .code = "NET003",
    .name = "block-with-host-bits",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Blocks are written by their first address",
    .why =
        "AWS clears the host bits without a word: 100.68.0.18/18 becomes 100.68.0.0/18, and what stands in the account "
        "is "
        "no longer what stands in the design.",
    .howToFix = "Write the block by its first address.",
    .source = "Amazon VPC User Guide, VPC CIDR blocks (F-207)",
    .check = look,
};

}  // namespace gw::rules
