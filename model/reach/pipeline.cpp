#include "model/reach/pipeline.h"

#include <algorithm>

#include "model/reach/middle.h"

namespace gw {
namespace {

bool isPublic(const End& end, IpFamily family) {
    if (end.vpc) return false;
    return std::ranges::all_of(end.addresses, [&](const Span& span) {
        return std::ranges::any_of(publicAddresses(family), [&](const Span& known) { return known.contains(span); });
    });
}

/// Follows the call from hop to hop.
class Walk {
public:
    Walk(const Network& network, const Call& call, const Answer& answer)
        : network_(network), call_(call), answer_(answer), target_(answer.end) {}

    std::vector<Branch> from(const End& source);

private:
    /// Where the packets are: under whose address, and what stands behind them.
    struct Position {
        End source{};
        bool behindNat = false;
        bool remote = false;  ///< not in the VPC of the caller any more
        int steps = 0;
    };

    void byRoutes(Branch branch, const Position& at);
    void take(Branch branch, const Position& at, const RouteChoice& choice);
    void pass(Branch branch, const Position& at, Onward onward, const RouteChoice& choice);
    void takeGatewayEndpoint(Branch branch, const Position& at, const RouteChoice& choice);
    void arrive(Branch branch, const Position& at, Crossing crossing);
    void arriveOnPremises(Branch branch, const Position& at);
    void reply(Branch& branch, const Position& at);
    void finish(Branch branch);
    /// Judgements of a stage behind a NAT gateway are about its packets, not about the caller's.
    void add(Branch& branch, Judgement judgement, const Position& at);

    const Network& network_;
    const Call& call_;
    const Answer& answer_;
    const End& target_;
    std::vector<Branch> found_;
};

void Walk::add(Branch& branch, Judgement judgement, const Position& at) {
    if (at.behindNat && judgement.outcome == Outcome::Blocked && !judgement.part.empty()) {
        branch.partly = true;
        judgement.part = branch.packets;
    }
    branch.add(std::move(judgement));
}

std::vector<Branch> Walk::from(const End& source) {
    Branch branch;
    branch.from = source.subnet ? labelOf(*source.subnet) : std::string_view{};
    branch.to = target_.subnet ? labelOf(*target_.subnet) : std::string_view{};
    branch.endpoint = answer_.endpoint;
    branch.packets = packetsOf(call_, source, target_);
    branch.passed = branch.packets;
    byRoutes(std::move(branch), Position{source});
    return std::move(found_);
}

void Walk::byRoutes(Branch branch, const Position& at) {
    const auto choices = routesTo(network_, *at.source.subnet, target_, call_.family);
    for (const RouteChoice& choice : choices) {
        Branch fork = branch;
        const Position here = at;
        if (!choice.part.empty() && !at.behindNat) {
            PacketSet part;
            for (const Span& span : choice.part) {
                PacketRange box;
                box[TargetAddress] = span;
                for (const PacketRange& met : fork.packets.within(box).ranges()) part.add(met);
            }
            fork.packets = part;
            fork.passed = fork.passed.within(part);
        }
        const bool behind = at.behindNat;
        const PacketSet packets = behind ? packetsOf(call_, at.source, target_) : fork.packets;
        const Pair pair{at.source, target_, behind ? Crossing::Other : Crossing::SameVpc};
        const bool sameSubnet = target_.subnet && target_.subnet->id == at.source.subnet->id;
        if (at.steps == 0) {
            Pair seen = pair;
            if (choice.next == NextHop::TransitGateway) seen.crossing = Crossing::TransitGateway;
            add(fork, judgeGroupsOut(network_, call_, seen, packets), at);
        }
        if (!sameSubnet) {
            Judgement acl = judgeAcl(network_, *at.source.subnet, AclPass::CallOut, call_, pair, packets);
            if (at.steps > 0) acl.stage = Stage::Middle;
            add(fork, std::move(acl), at);
        }
        Judgement route = judgeRoute(choice, *at.source.subnet, at.source, target_);
        if (at.steps > 0) route.stage = Stage::Middle;
        fork.add(std::move(route));
        take(std::move(fork), here, choice);
    }
}

void Walk::take(Branch branch, const Position& at, const RouteChoice& choice) {
    const Design& design = network_.design();
    const std::string gateway(choice.gateway);
    if (at.steps > 8 || std::ranges::find(branch.via, choice.gateway, &Waypoint::id) != branch.via.end()) {
        Judgement loop = judgeRoute(choice, *at.source.subnet, at.source, target_);
        loop.stage = Stage::Middle;
        loop.code = Code::RouteLoop;
        loop.outcome = Outcome::Blocked;
        branch.add(std::move(loop));
        return finish(std::move(branch));
    }
    if (!gateway.empty() && choice.next != NextHop::Blackhole)
        branch.via.push_back({choice.gateway, choice.gatewayName});
    switch (choice.next) {
        case NextHop::Local:
            return arrive(std::move(branch), at, at.behindNat ? Crossing::Other : Crossing::SameVpc);
        case NextHop::GatewayEndpoint:
            return takeGatewayEndpoint(std::move(branch), at, choice);
        case NextHop::Nat:
            return pass(std::move(branch), at,
                        throughNat(network_, *find(design, Id<NatGateway>{gateway}), call_, at.source, target_),
                        choice);
        case NextHop::InternetGateway:
        case NextHop::EgressOnlyGateway:
            return pass(std::move(branch), at, throughInternetGateway(network_, choice, call_, at.source), choice);
        case NextHop::Peering:
            return pass(
                std::move(branch), at,
                throughPeering(network_, *find(design, Id<PeeringConnection>{gateway}), call_, at.source, target_),
                choice);
        case NextHop::TransitGateway:
            return pass(
                std::move(branch), at,
                throughTransitGateway(network_, *find(design, Id<TransitGateway>{gateway}), call_, at.source, target_),
                choice);
        case NextHop::VpnGateway:
            return pass(std::move(branch), at,
                        throughVpn(network_, *find(design, Id<VpnGateway>{gateway}), at.source, target_), choice);
        case NextHop::Appliance:
        case NextHop::Instance:
            return pass(std::move(branch), at, throughInstance(network_, choice), choice);
        case NextHop::Blackhole:
        case NextHop::None:
        case NextHop::NotKnown:
            reply(branch, at);
            // An interface of this VPC filters what would reach it, whether or not a route leads there.
            return finish(std::move(branch));
    }
}

void Walk::pass(Branch branch, const Position& at, Onward onward, const RouteChoice& choice) {
    if (!onward.publicAddress.empty()) branch.publicAddress = onward.publicAddress;
    for (Judgement& judgement : onward.judgements) add(branch, std::move(judgement), at);
    for (Judgement& judgement : onward.replies) add(branch, std::move(judgement), at);
    switch (onward.to) {
        case Onward::To::Nowhere:
            reply(branch, at);
            return finish(std::move(branch));
        case Onward::To::Internet:
            if (!isPublic(target_, call_.family)) {
                Judgement owned;
                owned.stage = Stage::Middle;
                owned.code = Code::AddressNotOwned;
                owned.outcome = Outcome::Blocked;
                owned.hop = choice.gateway;
                owned.subject = target_.id;
                owned.subjectName = target_.name;
                branch.add(std::move(owned));
            }
            branch.road = Road::Internet;
            reply(branch, at);
            return finish(std::move(branch));
        case Onward::To::Subnet: {
            reply(branch, at);
            Position next{std::move(onward.source), true, at.remote, at.steps + 1};
            return byRoutes(std::move(branch), next);
        }
        case Onward::To::OtherVpc: {
            Position next = at;
            next.remote = true;
            return arrive(std::move(branch), next, at.behindNat ? Crossing::Other : onward.crossing);
        }
        case Onward::To::OnPremises:
            return arriveOnPremises(std::move(branch), at);
    }
}

void Walk::takeGatewayEndpoint(Branch branch, const Position& at, const RouteChoice& choice) {
    const Endpoint& endpoint = *choice.endpoint;
    branch.road = Road::GatewayEndpoint;
    branch.endpoint = &endpoint;
    Judgement judgement;
    judgement.stage = Stage::GatewayEndpoint;
    judgement.hop = endpoint.id.value;
    judgement.subject = endpoint.id.value;
    judgement.subjectName = labelOf(endpoint);
    judgement.other = at.source.vpc ? labelOf(*at.source.vpc) : std::string_view{};
    judgement.code = Code::GwepPassed;
    if (call_.protocol != Protocol::tcp()) {
        judgement.code = Code::GwepProtocol;
        judgement.outcome = Outcome::Blocked;
    } else if (at.remote) {
        judgement.code = Code::GwepRemoteSource;
        judgement.outcome = Outcome::Blocked;
    } else if (at.source.vpc && at.source.vpc->dnsServers.empty() && !at.source.vpc->dnsHostnames) {
        judgement.code = Code::GwepHostnamesOff;
        judgement.outcome = Outcome::Unknown;
    }
    branch.add(std::move(judgement));
    reply(branch, at);
    finish(std::move(branch));
}

/// Network ACL and security groups of the target's interface, the endpoint behind it, and the way back.
void Walk::arrive(Branch branch, const Position& at, Crossing crossing) {
    if (!target_.subnet) {
        Judgement owned;
        owned.stage = Stage::Service;
        owned.code = Code::AddressNotOwned;
        owned.outcome = Outcome::Blocked;
        owned.hop = owned.subject = target_.id;
        owned.subjectName = target_.name;
        branch.add(std::move(owned));
        return finish(std::move(branch));
    }
    branch.road = Road::Interface;
    if (answer_.endpoint) branch.via.push_back({answer_.endpoint->id.value, labelOf(*answer_.endpoint)});
    const PacketSet packets = at.behindNat ? packetsOf(call_, at.source, target_) : branch.packets;
    const Pair pair{at.source, target_, crossing};
    const bool sameSubnet = at.source.subnet && at.source.subnet->id == target_.subnet->id;
    if (sameSubnet) {
        Judgement skipped;
        skipped.stage = Stage::AclOut;
        skipped.code = Code::AclSameSubnet;
        skipped.hop = at.source.id;
        skipped.subject = target_.subnet->id.value;
        skipped.subjectName = labelOf(*target_.subnet);
        branch.add(std::move(skipped));
    } else {
        add(branch, judgeAcl(network_, *target_.subnet, AclPass::CallIn, call_, pair, packets), at);
    }
    add(branch, judgeGroupsIn(network_, call_, pair, packets), at);
    if (const Endpoint* endpoint = answer_.endpoint) {
        Judgement ready;
        ready.stage = Stage::Service;
        ready.hop = ready.subject = endpoint->id.value;
        ready.subjectName = labelOf(*endpoint);
        ready.code = Code::VpceReady;
        if (endpoint->state != EndpointState::Available) {
            ready.code = Code::VpceState;
            ready.outcome = Outcome::Blocked;
        } else if (!call_.protocol.hasPorts()) {
            // Endpoints answer no ping (FACTS F-024).
            ready.code = Code::VpceProtocol;
            ready.outcome = Outcome::Blocked;
        }
        branch.add(std::move(ready));
    }
    if (!sameSubnet) {
        add(branch, judgeAcl(network_, *target_.subnet, AclPass::ReplyOut, call_, pair, packets), at);
        reply(branch, at);
    }
    finish(std::move(branch));
}

void Walk::arriveOnPremises(Branch branch, const Position& at) {
    branch.road = Road::OnPremises;
    reply(branch, at);
    finish(std::move(branch));
}

/// Replies come back into the subnet of the source.
void Walk::reply(Branch& branch, const Position& at) {
    if (!at.source.subnet) return;
    const PacketSet packets = at.behindNat ? packetsOf(call_, at.source, target_) : branch.packets;
    const Pair pair{at.source, target_, Crossing::SameVpc};
    add(branch, judgeAcl(network_, *at.source.subnet, AclPass::ReplyIn, call_, pair, packets), at);
}

void Walk::finish(Branch branch) {
    found_.push_back(std::move(branch));
}

}  // namespace

void Branch::add(Judgement judgement) {
    if (judgement.outcome == Outcome::Blocked)
        passed = judgement.part.empty() ? PacketSet{} : passed.within(judgement.part);
    judgements.push_back(std::move(judgement));
}

bool Branch::isUnknown() const {
    return std::ranges::any_of(judgements, [](const Judgement& each) { return each.outcome == Outcome::Unknown; });
}

std::vector<Branch> waysFrom(const Network& network, const Call& call, const End& source, const Answer& target) {
    return Walk(network, call, target).from(source);
}

Branch wayIn(const Network& network, const Call& call, const End& source, const Answer& target) {
    const End& end = target.end;
    Branch branch;
    branch.to = labelOf(*end.subnet);
    branch.endpoint = target.endpoint;
    branch.road = Road::Internet;
    branch.packets = packetsOf(call, source, end);
    branch.passed = branch.packets;
    const Pair pair{source, end, Crossing::Other};
    Judgement gate;
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
    branch.add(judgeAcl(network, *end.subnet, AclPass::CallIn, call, pair, branch.packets));
    branch.add(judgeGroupsIn(network, call, pair, branch.packets));
    branch.add(judgeAcl(network, *end.subnet, AclPass::ReplyOut, call, pair, branch.packets));
    if (!gateway) return branch;
    const auto back = routesTo(network, *end.subnet, source, call.family);
    for (const RouteChoice& choice : back) {
        Judgement route = judgeRoute(choice, *end.subnet, end, source);
        route.stage = Stage::Response;
        if (choice.next == NextHop::InternetGateway) {
            route.code = Code::RouteReturn;
            route.outcome = Outcome::Passed;
        } else {
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
