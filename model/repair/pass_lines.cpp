#include "model/repair/pass_lines.h"

#include <algorithm>

#include "model/core/words.h"
#include "model/edit/change.h"
#include "model/reach/codes.h"

namespace gw {
namespace {

/// The tables of the target's subnets learn the routes of the gateway.
std::vector<Candidate> propagateBack(const Situation& situation, const VpnGateway& gateway) {
    std::vector<Id<RouteTable>> tables;
    std::vector<std::string> names;
    for (const Subnet* subnet : situation.targetSubnets) {
        const RouteTable* table = situation.network.routeTableOf(*subnet);
        if (!table || std::ranges::find(tables, table->id) != tables.end()) continue;
        if (std::ranges::find(table->propagatingGateways, gateway.id) != table->propagatingGateways.end()) continue;
        tables.push_back(table->id);
        names.push_back(situation.name(table->id));
    }
    if (tables.empty()) return {};
    return {{Edit("Propagate the routes of " + situation.name(gateway.id) + " to " + listedWords(names),
                  [tables, id = gateway.id](Design& changed) -> Status {
                      for (const Id<RouteTable>& table : tables)
                          if (Status done = edits::change(changed.routeTables, table,
                                                          [&](auto& row) { row.propagatingGateways.push_back(id); });
                              !done)
                              return done;
                      return {};
                  }),
             1}};
}

/// The static routes of a line tell of all IPv4 blocks of the network that calls: a connection to a virtual private
/// gateway carries no IPv6 (AWS Site-to-Site VPN User Guide, "IPv4 and IPv6 traffic").
std::vector<Candidate> tellOfCaller(const Situation& situation, const VpnGateway& gateway) {
    std::vector<Candidate> found;
    for (const VpnConnection& line : situation.design().vpnConnections) {
        if (line.gateway.value != gateway.id.value || line.staticRoutes.empty()) continue;
        if (!situation.caller.onPremises || line.onPremises != situation.caller.onPremises->id) continue;
        std::vector<Cidr> routes = line.staticRoutes;
        for (const Cidr& block : situation.callerBlocks())
            if (block.isV4() && std::ranges::none_of(routes, [&](const Cidr& each) { return each.contains(block); }))
                routes.push_back(block);
        if (routes.size() == line.staticRoutes.size()) continue;
        found.push_back({Edit("Add static routes to all of " + std::string(situation.caller.name) + " to " +
                                  situation.name(line.id),
                              [id = line.id, routes](Design& changed) {
                                  return edits::change(changed.vpnConnections, id,
                                                       [&](auto& row) { row.staticRoutes = routes; });
                              }),
                         1});
    }
    return found;
}

std::vector<Candidate> carryIpv6(const Situation& situation, const AnyId& gateway) {
    std::vector<Candidate> found;
    for (const TransitGatewayAttachment& each : situation.design().transitGatewayAttachments) {
        const auto isOf = [&](const Vpc* vpc) { return vpc && each.resource.value == vpc->id.value; };
        if (each.transitGateway.value != gateway.value || each.ipv6Support) continue;
        if (!isOf(situation.caller.vpc) && !isOf(situation.targetVpc)) continue;
        found.push_back({Edit("Let " + situation.name(each.id) + " carry IPv6",
                              [id = each.id](Design& changed) {
                                  return edits::change(changed.transitGatewayAttachments, id,
                                                       [](auto& row) { row.ipv6Support = true; });
                              }),
                         1});
    }
    return found;
}

SecurityGroupRule questionsBy(Protocol protocol, const Cidr& block) {
    SecurityGroupRule rule;
    rule.protocol = protocol;
    rule.ports = PortRange::single(53);
    rule.peer = block;
    return rule;
}

/// Rules of the group for DNS, for each block over UDP, and over TCP for what is too long for it: AWS asks for both
/// (Amazon Route 53 Developer Guide, "Values that you specify when you create or edit inbound endpoints").
Edit askedFrom(const std::string& label, const SecurityGroup& group, Direction direction,
               const std::vector<Cidr>& blocks) {
    const auto& rules = direction == Direction::In ? group.ingress : group.egress;
    std::vector<Edit> steps;
    for (const Cidr& block : blocks)
        for (const Protocol protocol : {Protocol::udp(), Protocol::tcp()})
            if (const SecurityGroupRule rule = questionsBy(protocol, block);
                block.isV4() && std::ranges::find(rules, rule) == rules.end())
                steps.push_back(edits::allowInSecurityGroup(group.id, direction, rule));
    return inOrder(label, std::move(steps));
}

std::vector<Cidr> blocksOf(const Design& design, const std::vector<Id<Subnet>>& subnets) {
    std::vector<Cidr> blocks;
    for (const auto& id : subnets)
        if (const Subnet* subnet = find(design, id); subnet && subnet->cidr) blocks.push_back(*subnet->cidr);
    return blocks;
}

/// Who asks is the caller itself or, by a forwarding rule, an outbound Resolver endpoint of its VPC. What does not help
/// the one at hand changes nothing, and the search leaves it.
std::vector<Candidate> letQuestionsIn(const Situation& situation, const ResolverEndpoint& server) {
    const Design& design = situation.design();
    std::vector<Candidate> found;
    const std::string name = situation.name(server.id);
    const std::vector<Cidr> addresses = blocksOf(design, server.subnets);
    const SecurityGroup* gate = server.securityGroups.empty() ? situation.network.defaultGroupOf(server.vpc)
                                                              : find(design, server.securityGroups.front());
    const auto add = [&](const std::string& asker, const std::vector<Cidr>& blocks, const SecurityGroup* own) {
        if (gate)
            found.push_back({askedFrom("Let " + name + " be asked by " + asker, *gate, Direction::In, blocks), 1});
        if (own) found.push_back({askedFrom("Let " + asker + " ask " + name, *own, Direction::Out, addresses), 1});
    };
    add(std::string(situation.caller.name), situation.callerBlocks(),
        situation.callerGroups.empty() ? nullptr : situation.callerGroups.front());
    for (const ResolverEndpoint& each : design.resolverEndpoints) {
        if (each.direction != ResolverDirection::Outbound || !situation.caller.vpc) continue;
        if (each.vpc != situation.caller.vpc->id) continue;
        add(situation.name(each.id), blocksOf(design, each.subnets),
            each.securityGroups.empty() ? nullptr : find(design, each.securityGroups.front()));
    }
    return found;
}

/// DNS64 in the subnet, and its route to a NAT gateway of the VPC, which translates (FACTS F-231).
std::vector<Candidate> translateIpv6(const Situation& situation, const AnyId& id) {
    const Design& design = situation.design();
    const Subnet* subnet = find(design, Id<Subnet>{id.value});
    const RouteTable* table = subnet ? situation.network.routeTableOf(*subnet) : nullptr;
    if (!table) return {};
    static const Cidr prefix = Cidr::literal("64:ff9b::/96");
    const Edit answer("Turn DNS64 on in " + situation.name(id), [own = subnet->id](Design& changed) {
        return edits::change(changed.subnets, own, [](auto& row) { row.dns64 = true; });
    });
    const bool isRouted = std::ranges::any_of(table->routes, [&](const Route& route) {
        const Cidr* block = std::get_if<Cidr>(&route.destination);
        return block && *block == prefix;
    });
    if (isRouted) return {{answer, 1}};
    std::vector<Candidate> found;
    for (const NatGateway& nat : design.natGateways) {
        if (nat.vpc != subnet->vpc) continue;
        found.push_back({inOrder(answer.label + " and route its addresses to " + situation.name(nat.id),
                                 {answer, edits::addRoute(table->id, {Destination(prefix), RouteTarget(nat.id)})}),
                         2});
    }
    return found;
}

}  // namespace

std::vector<Candidate> passLines(const Situation& situation, const Step& step) {
    if (step.code == nameOf(Code::TgwIpv6)) return carryIpv6(situation, step.subject);
    const VpnGateway* gateway = find(situation.design(), Id<VpnGateway>{step.subject.value});
    if (step.code != nameOf(Code::VpnNoReturn) || !gateway) return {};
    std::vector<Candidate> found = propagateBack(situation, *gateway);
    for (Candidate& each : tellOfCaller(situation, *gateway)) found.push_back(std::move(each));
    return found;
}

std::vector<Candidate> getAnswers(const Situation& situation, const Step& step) {
    if (step.code == nameOf(Code::DnsNoIpv6)) return translateIpv6(situation, step.subject);
    const ResolverEndpoint* server = find(situation.design(), Id<ResolverEndpoint>{step.subject.value});
    if (step.code != nameOf(Code::DnsServerNotReached) || !server) return {};
    return letQuestionsIn(situation, *server);
}

}  // namespace gw
