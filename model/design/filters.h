#pragma once
#include "model/design/values.h"

/// What lets packets pass: security groups, network ACLs, and the prefix lists that both and routes name.
namespace gw {

struct SecurityGroupRule {
    Protocol protocol = Protocol::tcp();
    PortRange ports{};
    Peer peer{};
    std::string description{};
    friend bool operator==(const SecurityGroupRule&, const SecurityGroupRule&) = default;
    static constexpr auto fields = FieldList{
        field("protocol", "Protocol", &SecurityGroupRule::protocol, "tcp, udp, icmp, icmpv6, all, or a number."),
        field("ports", "Ports", &SecurityGroupRule::ports, "443, 1024-65535 or all; tcp and udp only."),
        required("peer", "Peer", &SecurityGroupRule::peer,
                 "Where traffic comes from or goes to: a block, security group or prefix list."),
        field("description", "Description", &SecurityGroupRule::description, "Free text, shown by AWS.")};
};

struct SecurityGroup {
    Id<SecurityGroup> id{};
    std::string name{};
    Id<Vpc> vpc{};
    std::string description{};
    bool isDefault = false;
    std::vector<SecurityGroupRule> ingress{};
    std::vector<SecurityGroupRule> egress{};
    std::vector<Id<Vpc>> associatedVpcs{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const SecurityGroup&, const SecurityGroup&) = default;
    static constexpr Kind kind{"securityGroups", "security group", "sg"};
    static constexpr auto fields = FieldList{
        nameField(&SecurityGroup::name),
        owner("vpc", "VPC", &SecurityGroup::vpc, "The VPC it is part of."),
        field("description", "Description", &SecurityGroup::description, "GroupDescription; AWS requires one."),
        field("isDefault", "Default group", &SecurityGroup::isDefault, "Whether it is the VPC's default group."),
        field("ingress", "Inbound rules", &SecurityGroup::ingress, "What may come in; replies need no rule."),
        field("egress", "Outbound rules", &SecurityGroup::egress, "What may go out; replies need no rule."),
        field("associatedVpcs", "Also used in", &SecurityGroup::associatedVpcs, "Further VPCs it is associated with."),
        tagsField(&SecurityGroup::tags),
        notesField(&SecurityGroup::notes)};
};

enum class AclAction : std::uint8_t { Allow, Deny };
constexpr auto namesOf(AclAction) {
    return std::to_array<EnumName<AclAction>>(
        {{AclAction::Allow, "allow", "Allow"}, {AclAction::Deny, "deny", "Deny"}});
}

struct NetworkAclEntry {
    int number = 100;
    AclAction action = AclAction::Allow;
    Protocol protocol = Protocol::all();
    PortRange ports{};
    Cidr cidr{};
    friend bool operator==(const NetworkAclEntry&, const NetworkAclEntry&) = default;
    static constexpr auto fields = FieldList{
        required("number", "Number", &NetworkAclEntry::number,
                 "AWS takes 1 to 32766; the lowest that matches decides."),
        required("action", "Action", &NetworkAclEntry::action, "Allow or deny."),
        field("protocol", "Protocol", &NetworkAclEntry::protocol, "tcp, udp, icmp, icmpv6, all, or a number."),
        field("ports", "Ports", &NetworkAclEntry::ports, "443, 1024-65535 or all; tcp and udp only."),
        required("cidr", "Block", &NetworkAclEntry::cidr, "Where traffic comes from or goes to.")};
};

struct NetworkAcl {
    Id<NetworkAcl> id{};
    std::string name{};
    Id<Vpc> vpc{};
    bool isDefault = false;
    std::vector<Id<Subnet>> subnets{};
    std::vector<NetworkAclEntry> ingress{};
    std::vector<NetworkAclEntry> egress{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const NetworkAcl&, const NetworkAcl&) = default;
    static constexpr Kind kind{"networkAcls", "network ACL", "acl"};
    static constexpr auto fields =
        FieldList{nameField(&NetworkAcl::name),
                  owner("vpc", "VPC", &NetworkAcl::vpc, "The VPC it is part of."),
                  field("isDefault", "Default ACL", &NetworkAcl::isDefault,
                        "Subnets without an ACL of their own use it; with none drawn, all traffic passes."),
                  field("subnets", "Subnets", &NetworkAcl::subnets, "Subnets associated with it."),
                  field("ingress", "Inbound entries", &NetworkAcl::ingress, "What may enter the subnet."),
                  field("egress", "Outbound entries", &NetworkAcl::egress, "What may leave the subnet."),
                  tagsField(&NetworkAcl::tags),
                  notesField(&NetworkAcl::notes)};
};

struct PrefixList {
    Id<PrefixList> id{};
    std::string name{};
    Id<Region> region{};
    std::string service{};
    std::vector<Cidr> entries{};
    int maxEntries = 0;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const PrefixList&, const PrefixList&) = default;
    static constexpr Kind kind{"prefixLists", "prefix list", "pl"};
    static constexpr auto fields =
        FieldList{nameField(&PrefixList::name),
                  mayOwn("region", "Region", &PrefixList::region, "The Region it stands in."),
                  field("service", "AWS service", &PrefixList::service,
                        "For a list that AWS keeps: the service, s3 or dynamodb; its blocks need not be given."),
                  field("entries", "Blocks", &PrefixList::entries, "The address blocks."),
                  field("maxEntries", "Maximum", &PrefixList::maxEntries,
                        "How many entries it may have; each counts against rule quotas.")
                      .within(0, 100'000),
                  tagsField(&PrefixList::tags),
                  notesField(&PrefixList::notes)};
};

}  // namespace gw
