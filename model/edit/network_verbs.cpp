#include "model/design/references.h"
#include "model/edit/change.h"
#include "model/edit/edits.h"
#include "model/edit/settle.h"

namespace gw::edits {
namespace {

/// Lists `subnet` in the row `wanted` of the table and in no other; in none where that is empty.
template <class Row>
void listIn(Table<Row>& table, const Id<Subnet>& subnet, const Id<Row>& wanted) {
    std::vector<Row> changed;
    for (const Row& row : table) {
        const bool has = std::ranges::find(row.subnets, subnet) != row.subnets.end();
        if (row.id == wanted ? has : !has) continue;
        changed.push_back(row);
        if (row.id == wanted)
            changed.back().subnets.push_back(subnet);
        else
            std::erase(changed.back().subnets, subnet);
    }
    for (Row& row : changed) table.put(std::move(row));
}

template <class Row>
Status associate(Design& design, Table<Row> Design::*table, const Id<Subnet>& subnet, const Id<Row>& wanted) {
    const Subnet* of = find(design, subnet);
    if (!of) return fail(subnet.value + " is gone.");
    const Row* row = (design.*table).find(wanted);
    if (!row) return fail(wanted.value + " is gone.");
    if (row->vpc != of->vpc)
        return fail(nameOf(design, wanted) + " belongs to another VPC than " + nameOf(design, subnet) + ".");
    listIn(design.*table, subnet, wanted);
    return {};
}

template <class Row>
Status leave(Design& design, Table<Row> Design::*table, const Id<Subnet>& subnet) {
    if (!find(design, subnet)) return fail(subnet.value + " is gone.");
    listIn(design.*table, subnet, Id<Row>{});
    return {};
}

}  // namespace

Edit setVpcBlocks(Id<Vpc> vpc, std::vector<Cidr> blocks) {
    return Edit("Change blocks of " + vpc.value,
                [=](Design& design) { return change(design.vpcs, vpc, [&](Vpc& row) { row.cidrs = blocks; }); });
}

Edit setVpcDns(Id<Vpc> vpc, bool support, bool hostnames) {
    return Edit("Change DNS of " + vpc.value, [=](Design& design) {
        return change(design.vpcs, vpc, [&](Vpc& row) {
            row.dnsSupport = support;
            row.dnsHostnames = hostnames;
        });
    });
}

Edit setSubnetBlock(Id<Subnet> subnet, Cidr block) {
    return Edit("Give " + block.text() + " to " + subnet.value, [=](Design& design) {
        return change(design.subnets, subnet, [&](Subnet& row) { (block.isV4() ? row.cidr : row.ipv6Cidr) = block; });
    });
}

Edit setSubnetIntent(Id<Subnet> subnet, SubnetIntent intent) {
    return Edit("Change what " + subnet.value + " is meant to be", [=](Design& design) {
        return change(design.subnets, subnet, [&](Subnet& row) { row.intent = intent; });
    });
}

Edit setZone(Id<Subnet> subnet, Id<AvailabilityZone> zone) {
    return Edit("Move " + subnet.value + " to " + zone.value, [=](Design& design) -> Status {
        if (!find(design, zone)) return fail(zone.value + " is gone.");
        return change(design.subnets, subnet, [&](Subnet& row) { row.zone = zone; });
    });
}

Edit setPublicIp(Id<Workload> workload, bool on) {
    return Edit(std::string(on ? "Give a public address to " : "Take the public address from ") + workload.value,
                [=](Design& design) {
                    return change(design.workloads, workload, [&](Workload& row) {
                        row.publicIp = on;
                        if (!on) row.elasticIps.clear();
                    });
                });
}

Edit setRouteTable(Id<Subnet> subnet, Id<RouteTable> table) {
    return Edit("Associate " + subnet.value + " with " + table.value,
                [=](Design& design) { return associate(design, &Design::routeTables, subnet, table); });
}

Edit leaveRouteTable(Id<Subnet> subnet) {
    return Edit("Leave " + subnet.value + " to the main route table",
                [=](Design& design) { return leave(design, &Design::routeTables, subnet); });
}

Edit addRoute(Id<RouteTable> table, Route route) {
    return Edit("Add route to " + table.value, [=](Design& design) {
        return change(design.routeTables, table, [&](RouteTable& row) {
            std::erase_if(row.routes, [&](const Route& old) { return old.destination == route.destination; });
            row.routes.push_back(route);
        });
    });
}

Edit removeRoute(Id<RouteTable> table, Route route) {
    return Edit("Remove route from " + table.value, [=](Design& design) {
        return change(design.routeTables, table, [&](RouteTable& row) { std::erase(row.routes, route); });
    });
}

Edit replaceRoute(Id<RouteTable> table, Route before, Route after) {
    return Edit("Change route of " + table.value, [=](Design& design) -> Status {
        Status done;
        const Status there =
            change(design.routeTables, table, [&](RouteTable& row) { done = replace(row.routes, before, after); });
        return there ? done : there;
    });
}

Edit addInternetGateway(InternetGateway gateway) {
    std::string label = "Add internet gateway " + gateway.id.value;
    return Edit(std::move(label), [gateway = std::move(gateway)](Design& design) -> Status {
        if (Status added = add(design.internetGateways, gateway); !added) return added;
        placeOnBorder(design, gateway.id, gateway.vpc, measure::sign, Side::Top);
        return {};
    });
}

Edit attachInternetGateway(Id<InternetGateway> gateway, Id<Vpc> vpc) {
    return Edit((vpc ? "Attach " : "Detach ") + gateway.value, [=](Design& design) {
        return change(design.internetGateways, gateway, [&](InternetGateway& row) { row.vpc = vpc; });
    });
}

Edit addElasticIp(ElasticIp address) {
    std::string label = "Add Elastic IP " + address.id.value;
    return Edit(std::move(label),
                [address = std::move(address)](Design& design) { return add(design.elasticIps, address); });
}

Edit setElasticIps(Id<NatGateway> gateway, std::vector<Id<ElasticIp>> elasticIps) {
    return Edit("Change Elastic IPs of " + gateway.value, [=](Design& design) {
        return change(design.natGateways, gateway, [&](NatGateway& row) { row.elasticIps = elasticIps; });
    });
}

Edit setNetworkAcl(Id<Subnet> subnet, Id<NetworkAcl> acl) {
    return Edit("Associate " + subnet.value + " with " + acl.value,
                [=](Design& design) { return associate(design, &Design::networkAcls, subnet, acl); });
}

Edit leaveNetworkAcl(Id<Subnet> subnet) {
    return Edit("Leave " + subnet.value + " to the default network ACL",
                [=](Design& design) { return leave(design, &Design::networkAcls, subnet); });
}

}  // namespace gw::edits
