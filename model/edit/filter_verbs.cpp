#include "model/design/references.h"
#include "model/edit/change.h"
#include "model/edit/edits.h"

namespace gw::edits {
namespace {

template <class Row>
auto& listOf(Row& row, Direction direction) {
    return direction == Direction::In ? row.ingress : row.egress;
}

}  // namespace

Edit addSecurityGroup(SecurityGroup group) {
    std::string label = "Add security group " + group.id.value;
    return Edit(std::move(label),
                [group = std::move(group)](Design& design) { return add(design.securityGroups, group); });
}

Edit addPrefixList(PrefixList list) {
    std::string label = "Add prefix list " + list.id.value;
    return Edit(std::move(label), [list = std::move(list)](Design& design) { return add(design.prefixLists, list); });
}

Edit allowInSecurityGroup(Id<SecurityGroup> group, Direction direction, SecurityGroupRule rule) {
    return Edit("Add rule to " + group.value, [=](Design& design) -> Status {
        bool isThere = false;
        const Status done = change(design.securityGroups, group, [&](SecurityGroup& row) {
            std::vector<SecurityGroupRule>& rules = listOf(row, direction);
            isThere = std::ranges::find(rules, rule) != rules.end();
            if (!isThere) rules.push_back(rule);
        });
        return done && isThere ? fail(nameOf(design, group) + " has that rule already.") : done;
    });
}

Edit removeSecurityGroupRule(Id<SecurityGroup> group, Direction direction, SecurityGroupRule rule) {
    return Edit("Remove rule from " + group.value, [=](Design& design) {
        return change(design.securityGroups, group,
                      [&](SecurityGroup& row) { std::erase(listOf(row, direction), rule); });
    });
}

Edit replaceSecurityGroupRule(Id<SecurityGroup> group, Direction direction, SecurityGroupRule before,
                              SecurityGroupRule after) {
    return Edit("Change rule of " + group.value, [=](Design& design) -> Status {
        Status done;
        const Status there = change(design.securityGroups, group,
                                    [&](SecurityGroup& row) { done = replace(listOf(row, direction), before, after); });
        return there ? done : there;
    });
}

Edit setSecurityGroups(AnyId thing, std::vector<Id<SecurityGroup>> groups) {
    return Edit("Change security groups of " + thing.value, [=](Design& design) -> Status {
        const auto set = [&](auto& row) { row.securityGroups = groups; };
        if (find(design, Id<Workload>{thing.value})) return change(design.workloads, {thing.value}, set);
        if (find(design, Id<LoadBalancer>{thing.value})) return change(design.loadBalancers, {thing.value}, set);
        if (find(design, Id<Endpoint>{thing.value})) return change(design.endpoints, {thing.value}, set);
        if (find(design, Id<ResourceGateway>{thing.value})) return change(design.resourceGateways, {thing.value}, set);
        if (find(design, Id<ResolverEndpoint>{thing.value}))
            return change(design.resolverEndpoints, {thing.value}, set);
        return fail(thing.value + " has no security groups.");
    });
}

Edit addAclEntry(Id<NetworkAcl> acl, Direction direction, NetworkAclEntry entry) {
    return Edit("Add entry to " + acl.value, [=](Design& design) -> Status {
        bool isTaken = false;
        const Status done = change(design.networkAcls, acl, [&](NetworkAcl& row) {
            std::vector<NetworkAclEntry>& entries = listOf(row, direction);
            isTaken = std::ranges::find(entries, entry.number, &NetworkAclEntry::number) != entries.end();
            if (!isTaken)
                entries.insert(std::ranges::upper_bound(entries, entry.number, {}, &NetworkAclEntry::number), entry);
        });
        return done && isTaken
                   ? fail("Number " + std::to_string(entry.number) + " is taken in " + nameOf(design, acl) + ".")
                   : done;
    });
}

Edit setAclEntries(Id<NetworkAcl> acl, Direction direction, std::vector<NetworkAclEntry> entries) {
    std::ranges::stable_sort(entries, {}, &NetworkAclEntry::number);
    return Edit("Change entries of " + acl.value, [=](Design& design) {
        return change(design.networkAcls, acl, [&](NetworkAcl& row) { listOf(row, direction) = entries; });
    });
}

Edit renumberAclEntries(Id<NetworkAcl> acl, Direction direction) {
    return Edit("Renumber entries of " + acl.value, [=](Design& design) {
        return change(design.networkAcls, acl, [&](NetworkAcl& row) {
            std::vector<NetworkAclEntry>& entries = listOf(row, direction);
            std::ranges::stable_sort(entries, {}, &NetworkAclEntry::number);
            int number = 0;
            for (NetworkAclEntry& entry : entries) entry.number = number += 10;
        });
    });
}

}  // namespace gw::edits
