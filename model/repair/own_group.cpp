#include "model/repair/own_group.h"

#include <algorithm>

#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw {
namespace {

/// As AWS makes it: its members reach one another, and everything outside (VPC User Guide, Default security groups).
SecurityGroup defaultGroupOf(const Design& design, const Id<Vpc>& id) {
    SecurityGroup group;
    group.id = {freeId(design, "sg-default-" + id.value)};
    group.name = "default";
    group.isDefault = true;
    group.vpc = id;
    group.ingress = {{Protocol::all(), {}, Peer(group.id), ""}};
    group.egress = {{Protocol::all(), {}, Cidr::literal("0.0.0.0/0"), ""}};
    const Vpc* vpc = find(design, id);
    if (vpc && !vpc->ipv6Cidrs.empty()) group.egress.push_back({Protocol::all(), {}, Cidr::literal("::/0"), ""});
    return group;
}

}  // namespace

const SecurityGroup* namedGroupOf(std::span<const SecurityGroup* const> groups) {
    const auto own = std::ranges::find_if(groups, [](const SecurityGroup* group) { return !group->isDefault; });
    return own != groups.end() ? *own : groups.empty() ? nullptr : groups.front();
}

SecurityGroup newGroupFor(const Design& design, const AnyId& thing, const Id<Vpc>& vpc, const std::string& whose) {
    SecurityGroup group;
    // Two things of one edit never get one id: a number that would make it that of another thing's group is left out.
    const std::string prefix = "sg-";
    const std::string base = thing.value.substr(0, maxIdLength - 12);
    std::string rest = base;
    const auto isOfAnother = [&](const AnyId& other) { return other != thing && contains(design, other); };
    for (int number = 2; contains(design, AnyId(prefix + rest)) || isOfAnother(AnyId(rest)); ++number)
        rest = base + "-" + std::to_string(number);
    group.id = {prefix + rest};
    group.vpc = vpc;
    // By its id: a name may have characters that AWS does not take there.
    group.description = whose + " " + thing.value;
    return group;
}

Edit besideDefaultGroup(const AnyId& thing, const SecurityGroup& own, std::span<const SecurityGroup* const> groups) {
    std::vector<Id<SecurityGroup>> ids;
    for (const SecurityGroup* group : groups) ids.push_back(group->id);
    return Edit("Give " + thing.value + " the group " + own.id.value, [=](Design& design) -> Status {
        if (find(design, own.id)) return {};
        std::vector<Id<SecurityGroup>> all = ids;
        if (all.empty()) {
            // A thing without any has the default group of its VPC, drawn or not, and is to keep it.
            const auto drawn = std::ranges::find_if(design.securityGroups, [&](const SecurityGroup& each) {
                return each.isDefault && each.vpc == own.vpc;
            });
            const SecurityGroup kept = drawn == design.securityGroups.end() ? defaultGroupOf(design, own.vpc) : *drawn;
            if (drawn == design.securityGroups.end())
                if (const Status added = edits::addSecurityGroup(kept).run(design); !added) return added;
            all.push_back(kept.id);
        }
        all.push_back(own.id);
        if (const Status added = edits::addSecurityGroup(own).run(design); !added) return added;
        return edits::setSecurityGroups(thing, std::move(all)).run(design);
    });
}

}  // namespace gw
