#include <algorithm>

#include "model/edit/change.h"
#include "model/edit/fields.h"
#include "model/reach/routes.h"
#include "model/repair/situation.h"

namespace gw {
namespace {

bool isCode(const Step& step, Code code) {
    return step.code == nameOf(code);
}

/// Routes of the table to the blocks, those that the table lacks.
Edit routesVia(const RouteTable& table, const RouteTarget& gateway, const std::vector<Cidr>& blocks) {
    std::vector<Edit> steps;
    for (const Cidr& block : blocks) steps.push_back(edits::addRoute(table.id, {Destination(block), gateway}));
    return inOrder("", std::move(steps));
}

std::vector<Cidr> blocksOf(const Vpc& vpc) {
    std::vector<Cidr> blocks = vpc.cidrs;
    blocks.insert(blocks.end(), vpc.ipv6Cidrs.begin(), vpc.ipv6Cidrs.end());
    return blocks;
}

/// The gateways that join the VPCs of caller and target: peering connections first, then transit gateways.
std::vector<RouteTarget> between(const Design& design, const Vpc& one, const Vpc& other) {
    std::vector<RouteTarget> found;
    for (const PeeringConnection& peering : design.peeringConnections)
        if ((peering.requester == one.id && peering.accepter == other.id) ||
            (peering.requester == other.id && peering.accepter == one.id))
            found.emplace_back(peering.id);
    const auto attached = [&](const TransitGateway& gateway, const Vpc& vpc) {
        return std::ranges::any_of(design.transitGatewayAttachments, [&](const TransitGatewayAttachment& each) {
            return each.transitGateway == gateway.id && each.resource.value == vpc.id.value;
        });
    };
    for (const TransitGateway& gateway : design.transitGateways)
        if (attached(gateway, one) && attached(gateway, other)) found.emplace_back(gateway.id);
    return found;
}

/// From the tables of the caller's subnets to the VPC of the target.
std::vector<Candidate> routeThere(const Situation& situation) {
    std::vector<Candidate> found;
    const Vpc* here = situation.caller.vpc;
    const Vpc* there = situation.targetVpc;
    if (!here || !there || here == there) return found;
    for (const RouteTarget& gateway : between(situation.design(), *here, *there)) {
        std::vector<Edit> steps;
        std::vector<const RouteTable*> done;
        for (const Subnet* subnet : situation.callerSubnets) {
            const RouteTable* table = situation.network.routeTableOf(*subnet);
            if (!table || std::ranges::find(done, table) != done.end()) continue;
            done.push_back(table);
            steps.push_back(routesVia(*table, gateway, blocksOf(*there)));
        }
        if (!steps.empty())
            found.push_back(
                {inOrder("Route to " + situation.name(there->id) + " through " + situation.name(AnyId(gateway.value)),
                         std::move(steps)),
                 2});
    }
    return found;
}

/// From the tables of the target's subnets back to the caller's VPC.
std::vector<Candidate> routeBack(const Situation& situation, const Step& step) {
    const Vpc* here = situation.caller.vpc;
    if (!here) return {};
    std::vector<Edit> steps;
    std::vector<const RouteTable*> done;
    for (const Subnet* subnet : situation.targetSubnets) {
        const RouteTable* table = situation.network.routeTableOf(*subnet);
        if (!table || std::ranges::find(done, table) != done.end()) continue;
        done.push_back(table);
        steps.push_back(routesVia(*table, RouteTarget{step.subject.value}, blocksOf(*here)));
    }
    if (steps.empty()) return {};
    return {{inOrder("Route replies to " + situation.name(here->id) + " through " + situation.name(step.subject),
                     std::move(steps)),
             2}};
}

/// Takes the routes out of the caller's tables that lead into nothing.
std::vector<Candidate> withoutBlackholes(const Situation& situation, const Step& step) {
    std::vector<Candidate> found;
    const RouteTable* table = find(situation.design(), Id<RouteTable>{step.subject.value});
    if (!table) return found;
    for (const Route& route : table->routes)
        if (route.state == RouteState::Blackhole || !route.target)
            found.push_back({inOrder("Remove the blackhole route from " + situation.name(table->id),
                                     {edits::removeRoute(table->id, route)}),
                             2});
    return found;
}

/// Lets the transit gateway's tables lead from the caller's VPC to the target's.
std::vector<Candidate> joinTransit(const Situation& situation, const Step& step) {
    const Design& design = situation.design();
    const TransitGateway* gateway = find(design, Id<TransitGateway>{step.subject.value});
    if (!gateway || !situation.caller.vpc || !situation.targetVpc) return {};
    const auto attachmentOf = [&](const Vpc& vpc) -> const TransitGatewayAttachment* {
        for (const TransitGatewayAttachment& each : design.transitGatewayAttachments)
            if (each.transitGateway == gateway->id && each.resource.value == vpc.id.value) return &each;
        return nullptr;
    };
    const TransitGatewayAttachment* here = attachmentOf(*situation.caller.vpc);
    const TransitGatewayAttachment* there = attachmentOf(*situation.targetVpc);
    if (!here || !there) return {};
    std::vector<Candidate> found;
    for (const TransitGatewayRouteTable& table : design.transitGatewayRouteTables) {
        if (table.transitGateway != gateway->id) continue;
        const bool routesHere = std::ranges::find(table.associations, here->id) != table.associations.end();
        if (isCode(step, Code::TgwNoAssoc) && !routesHere)
            found.push_back({Edit("Associate " + situation.name(here->id) + " with " + situation.name(table.id),
                                  [table = table.id, id = here->id](Design& changed) {
                                      return edits::change(changed.transitGatewayRouteTables, table,
                                                           [&](auto& row) { row.associations.push_back(id); });
                                  }),
                             1});
        if (isCode(step, Code::TgwNoRoute) && routesHere)
            found.push_back({Edit("Propagate " + situation.name(there->id) + " to " + situation.name(table.id),
                                  [table = table.id, id = there->id](Design& changed) {
                                      return edits::change(changed.transitGatewayRouteTables, table,
                                                           [&](auto& row) { row.propagations.push_back(id); });
                                  }),
                             1});
    }
    return found;
}

/// Attaches the transit gateway in each zone that the caller stands in.
std::vector<Candidate> attachInZones(const Situation& situation, const Step& step) {
    const Design& design = situation.design();
    if (!situation.caller.vpc) return {};
    for (const TransitGatewayAttachment& each : design.transitGatewayAttachments) {
        if (each.transitGateway.value != step.subject.value || each.resource.value != situation.caller.vpc->id.value)
            continue;
        std::vector<Id<Subnet>> subnets = each.subnets;
        std::vector<Id<AvailabilityZone>> zones;
        for (const auto& id : subnets)
            if (const Subnet* subnet = find(design, id)) zones.push_back(subnet->zone);
        for (const Subnet* subnet : situation.callerSubnets) {
            if (std::ranges::find(zones, subnet->zone) != zones.end()) continue;
            zones.push_back(subnet->zone);
            subnets.push_back(subnet->id);
        }
        return {
            {Edit("Attach " + situation.name(step.subject) + " in every zone of " + std::string(situation.caller.name),
                  [id = each.id, subnets](Design& changed) {
                      return edits::change(changed.transitGatewayAttachments, id,
                                           [&](auto& row) { row.subnets = subnets; });
                  }),
             2}};
    }
    return {};
}

/// The endpoint's network interfaces in zones where the service behind it answers.
std::vector<Candidate> standWhereServed(const Situation& situation) {
    if (!situation.endpoint) return {};
    const Design& design = situation.design();
    const EndpointService* service = find(design, Id<EndpointService>{situation.endpoint->target.value});
    if (!service) return {};
    std::vector<Id<AvailabilityZone>> zones;
    for (const auto& id : service->loadBalancers)
        if (const LoadBalancer* balancer = find(design, id))
            for (const auto& each : balancer->subnets)
                if (const Subnet* subnet = find(design, each)) zones.push_back(subnet->zone);
    std::vector<Id<Subnet>> subnets;
    std::vector<Id<AvailabilityZone>> taken;
    const auto take = [&](const Subnet& subnet) {
        if (std::ranges::find(zones, subnet.zone) == zones.end()) return;
        if (std::ranges::find(taken, subnet.zone) != taken.end()) return;
        taken.push_back(subnet.zone);
        subnets.push_back(subnet.id);
    };
    for (const auto& id : situation.endpoint->subnets)
        if (const Subnet* subnet = find(design, id)) take(*subnet);
    if (subnets.empty())
        for (const Subnet* subnet : situation.network.subnetsOf(situation.endpoint->vpc)) take(*subnet);
    if (subnets.empty()) return {};
    return {
        {inOrder("Stand " + situation.name(situation.endpoint->id) + " only in zones of " + situation.name(service->id),
                 {edits::setEndpointSubnets(situation.endpoint->id, subnets)}),
         2}};
}

}  // namespace

std::vector<Candidate> passRoutes(const Situation& situation, const Step& step) {
    const std::string subject = situation.name(step.subject);
    if (isCode(step, Code::RouteNone)) return routeThere(situation);
    if (isCode(step, Code::RouteBlackhole)) return withoutBlackholes(situation, step);
    if (isCode(step, Code::PcxNoReturn) || isCode(step, Code::TgwNoReturn)) return routeBack(situation, step);
    if (isCode(step, Code::TgwNoAssoc) || isCode(step, Code::TgwNoRoute)) return joinTransit(situation, step);
    if (isCode(step, Code::TgwAz)) return attachInZones(situation, step);
    if (isCode(step, Code::PcxState))
        return {{inOrder("Accept " + subject, {edits::setField(step.subject, "state", "active")}), 2}};
    if (isCode(step, Code::VpceState))
        return {
            {inOrder("Bring " + subject + " into service", {edits::setField(step.subject, "state", "available")}), 2}};
    if (isCode(step, Code::VpceAz)) return standWhereServed(situation);
    if (isCode(step, Code::GwepHostnamesOff) && situation.caller.vpc) {
        const Vpc& vpc = *situation.caller.vpc;
        return {{inOrder("Turn DNS hostnames on in " + situation.name(vpc.id),
                         {edits::setVpcDns(vpc.id, vpc.dnsSupport, true)}),
                 1}};
    }
    return {};
}

}  // namespace gw
