#include "model/reach/pipeline.h"

#include <algorithm>

#include "model/reach/walk.h"

namespace gw {

bool isPublic(const End& end, IpFamily family) {
    if (end.vpc) return false;
    return std::ranges::all_of(end.addresses, [&](const Span& span) {
        return std::ranges::any_of(publicAddresses(family), [&](const Span& known) { return known.contains(span); });
    });
}

void Branch::add(Ruling ruling) {
    if (ruling.outcome == Outcome::Blocked) passed = ruling.part.empty() ? PacketSet{} : passed.within(ruling.part);
    rulings.push_back(std::move(ruling));
}

bool Branch::isUnknown() const {
    return std::ranges::any_of(rulings, [](const Ruling& each) { return each.outcome == Outcome::Unknown; });
}

std::vector<Branch> waysFrom(const Network& network, const Call& call, const End& source, const Answer& target) {
    return Walk(network, call, target).from(source);
}

namespace {

/// A table associated with the internet gateway may send what comes in past an appliance first (FACTS F-088, F-235).
void addEdge(const Network& network, Branch& branch, const InternetGateway& gateway, const Call& call,
             const End& source, const End& target) {
    if (!network.routeTableOf(gateway.id.value)) return;
    for (const RouteChoice& choice : routesInto(network, *target.vpc, gateway.id.value, target, call.family)) {
        if (choice.next == NextHop::Local) continue;
        Ruling route = judgeRoute(choice, *target.subnet, target, source);
        route.stage = Stage::Middle;
        route.hop = gateway.id.value;
        branch.add(std::move(route));
        if (choice.next != NextHop::Appliance && choice.next != NextHop::Instance) continue;
        branch.via.push_back({choice.gateway, choice.gatewayName});
        Onward onward = throughInstance(network, choice, call, source, target, branch.packets);
        for (Ruling& ruling : onward.rulings) branch.add(std::move(ruling));
    }
}

}  // namespace

Branch wayIn(const Network& network, const Call& call, const End& source, const Answer& target) {
    const End& end = target.end;
    Branch branch;
    branch.to = labelOf(*end.subnet);
    branch.endpoint = target.endpoint;
    branch.road = Road::Internet;
    branch.packets = packetsOf(call, source, end);
    branch.passed = branch.packets;
    const Pair pair{source, end, Crossing::Other};
    Ruling gate;
    gate.stage = Stage::Middle;
    const InternetGateway* gateway = end.vpc ? network.internetGatewayOf(end.vpc->id) : nullptr;
    gate.other = end.name;
    if (gateway) {
        gate.hop = gate.subject = gateway->id.value;
        gate.subjectName = labelOf(*gateway);
        gate.code = end.publicIp || call.family == IpFamily::V6 ? Code::IgwPassed : Code::IgwNoPublicIp;
        branch.via.push_back({gateway->id.value, labelOf(*gateway)});
    } else {
        gate.hop = gate.subject = end.vpc ? std::string_view(end.vpc->id.value) : end.id;
        gate.subjectName = end.vpc ? labelOf(*end.vpc) : end.name;
        gate.code = Code::IgwDetached;
    }
    gate.outcome = gate.code == Code::IgwPassed ? Outcome::Passed : Outcome::Blocked;
    branch.add(std::move(gate));
    if (gateway) addEdge(network, branch, *gateway, call, source, end);
    branch.add(judgeAcl(network, *end.subnet, AclPass::CallIn, call, pair, branch.packets));
    branch.add(judgeGroupsIn(network, call, pair, branch.packets));
    branch.add(judgeAcl(network, *end.subnet, AclPass::ReplyOut, call, pair, branch.packets));
    if (!gateway) return branch;
    const auto back = routesTo(network, *end.subnet, source, call.family);
    for (const RouteChoice& choice : back) {
        Ruling route = judgeRoute(choice, *end.subnet, end, source);
        route.stage = Stage::Response;
        if (choice.next == NextHop::InternetGateway) {
            route.code = Code::RouteReturn;
            route.outcome = Outcome::Passed;
        } else if (choice.next != NextHop::TableNotKnown) {
            // Replies must leave by the internet gateway by which the call came.
            route.code = choice.next == NextHop::Blackhole ? Code::RouteBlackhole : Code::RouteNone;
            route.outcome = Outcome::Blocked;
        }
        branch.add(std::move(route));
    }
    return branch;
}

Branch wayOutside(const Call& call, const End& source, const Answer& target) {
    Branch branch;
    branch.road = Road::Internet;
    branch.packets = packetsOf(call, source, target.end);
    branch.passed = branch.packets;
    return branch;
}

}  // namespace gw
