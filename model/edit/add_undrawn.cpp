#include "model/edit/adding.h"
#include "model/edit/edits.h"

namespace gw::edits {
namespace {

using namespace std::string_view_literals;

Status addSecurityGroup(Adding& adding) {
    // As AWS makes a new group: nothing in, everything out.
    SecurityGroupRule out;
    out.protocol = Protocol::all();
    out.ports = PortRange{};
    out.peer = Cidr::literal("0.0.0.0/0");
    SecurityGroup group{.id = {adding.id}, .name = adding.id, .vpc = adding.vpc()->id};
    group.description = adding.id;
    group.egress = {std::move(out)};
    adding.design.securityGroups.put(std::move(group));
    return {};
}

Status addRouteTable(Adding& adding) {
    adding.design.routeTables.put({.id = {adding.id}, .name = adding.id, .vpc = adding.vpc()->id});
    return adding.subnet() ? setRouteTable(adding.subnet()->id, {adding.id}).run(adding.design) : Status{};
}

Status addNetworkAcl(Adding& adding) {
    // One that AWS makes denies everything; this one starts as the default ACL does, and takes nothing away.
    NetworkAclEntry all;
    all.number = 100;
    all.protocol = Protocol::all();
    all.cidr = Cidr::literal("0.0.0.0/0");
    NetworkAcl acl{.id = {adding.id}, .name = adding.id, .vpc = adding.vpc()->id};
    acl.ingress = {all};
    acl.egress = {all};
    adding.design.networkAcls.put(std::move(acl));
    return adding.subnet() ? setNetworkAcl(adding.subnet()->id, {adding.id}).run(adding.design) : Status{};
}

Status addHostedZone(Adding& adding) {
    HostedZone zone{.id = {adding.id}, .name = adding.vpc()->id.value + ".internal"};
    zone.vpcs = {adding.vpc()->id};
    adding.design.hostedZones.put(std::move(zone));
    return {};
}

}  // namespace

Status addUndrawn(Adding& adding) {
    const std::string_view key = adding.item.key;
    if (key == "securityGroup"sv) return addSecurityGroup(adding);
    if (key == "routeTable"sv) return addRouteTable(adding);
    if (key == "networkAcl"sv) return addNetworkAcl(adding);
    if (key == "hostedZone"sv) return addHostedZone(adding);
    if (key == "prefixList"sv)
        return adding.design.prefixLists.put({.id = {adding.id}, .name = adding.id, .maxEntries = 10}), Status{};
    if (key == "role"sv) return adding.design.roles.put({.id = {adding.id}, .name = adding.id}), Status{};
    return adding.design.invariants.put({.id = {adding.id}, .name = adding.id}), Status{};
}

}  // namespace gw::edits
