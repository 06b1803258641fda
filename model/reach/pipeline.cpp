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
        std::string_view backBy{};  ///< in a foreign VPC: the gateway by which replies must leave it
        int steps = 0;
    };

    void byRoutes(Branch branch, const Position& at);
    void leave(Branch& branch, const Position& at, const RouteChoice& choice);
    PacketSet packetsAt(const Branch& branch, const Position& at) const;
    void take(Branch branch, const Position& at, const RouteChoice& choice);
    void pass(Branch branch, const Position& at, Onward onward, const RouteChoice& choice);
    void takeGatewayEndpoint(Branch branch, const Position& at, const RouteChoice& choice);
    void arrive(Branch branch, const Position& at, Crossing crossing);
    void arriveOnPremises(Branch branch, const Position& at);
    Ruling noWayBack(const Position& at, const Subnet& subnet) const;
    Ruling judgeEndpoint(const Endpoint& endpoint) const;
    bool servesZone(const Endpoint& endpoint, const Subnet& subnet) const;
    bool sameZone(const Subnet& a, const Subnet& b) const;
    void reply(Branch& branch, const Position& at);
    void finish(Branch branch);
    /// Rulings of a stage behind a NAT gateway are about its packets, not about the caller's.
    void add(Branch& branch, Ruling ruling, const Position& at);

    const Network& network_;
    const Call& call_;
    const Answer& answer_;
    const End& target_;
    std::vector<Branch> found_;
};

void Walk::add(Branch& branch, Ruling ruling, const Position& at) {
    if (at.behindNat && ruling.outcome == Outcome::Blocked && !ruling.part.empty()) {
        branch.partly = true;
        ruling.part = branch.packets;
    }
    branch.add(std::move(ruling));
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

/// The packets of the branch that go to the addresses a route holds for.
void narrow(Branch& branch, const std::vector<Span>& addresses) {
    PacketSet part;
    for (const Span& span : addresses) {
        PacketRange range;
        range[TargetAddress] = span;
        part.add(branch.packets.within(range));
    }
    branch.passed = branch.passed.within(part);
    branch.packets = std::move(part);
}

void Walk::byRoutes(Branch branch, const Position& at) {
    // A gateway endpoint serves callers in subnets that are associated with it; what comes over NAT keeps using the
    // public addresses (FACTS F-098).
    End target = target_;
    if (at.behindNat) target.service = {};
    const auto choices = routesTo(network_, *at.source.subnet, target, call_.family);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const RouteChoice& choice = choices[i];
        Branch fork = i + 1 == choices.size() ? std::move(branch) : branch;
        if (!choice.part.empty() && !at.behindNat) narrow(fork, choice.part);
        leave(fork, at, choice);
        take(std::move(fork), at, choice);
    }
}

/// The filters on the way out of the subnet, and its route table.
void Walk::leave(Branch& branch, const Position& at, const RouteChoice& choice) {
    const PacketSet packets = packetsAt(branch, at);
    const bool first = at.steps == 0;
    if (first) {
        const bool overTransit = choice.next == NextHop::TransitGateway;
        const Pair pair{at.source, target_, overTransit ? Crossing::TransitGateway : Crossing::SameVpc};
        add(branch, judgeGroupsOut(network_, call_, pair, packets), at);
    }
    Ruling route = judgeRoute(choice, *at.source.subnet, at.source, target_);
    if (!target_.subnet || target_.subnet->id != at.source.subnet->id) {
        Ruling acl = judgeAcl(network_, *at.source.subnet, AclPass::CallOut, call_, {at.source, target_}, packets);
        if (!first) acl.stage = Stage::Middle;
        add(branch, std::move(acl), at);
    }
    if (!first) route.stage = Stage::Middle;
    branch.add(std::move(route));
}

PacketSet Walk::packetsAt(const Branch& branch, const Position& at) const {
    return at.behindNat ? packetsOf(call_, at.source, target_) : branch.packets;
}

void Walk::take(Branch branch, const Position& at, const RouteChoice& choice) {
    const Design& design = network_.design();
    const std::string gateway(choice.gateway);
    if (at.steps > 8 || std::ranges::find(branch.via, choice.gateway, &Waypoint::id) != branch.via.end()) {
        Ruling loop = judgeRoute(choice, *at.source.subnet, at.source, target_);
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
            return finish(std::move(branch));
    }
}

void Walk::pass(Branch branch, const Position& at, Onward onward, const RouteChoice& choice) {
    if (!onward.publicAddress.empty()) branch.publicAddress = onward.publicAddress;
    for (Ruling& ruling : onward.rulings) add(branch, std::move(ruling), at);
    for (Ruling& ruling : onward.replies) add(branch, std::move(ruling), at);
    if (!at.backBy.empty() && onward.subnet &&
        !routesBack(network_, *onward.subnet, at.source, call_.family, at.backBy))
        branch.add(noWayBack(at, *onward.subnet));
    switch (onward.to) {
        case Onward::To::Nowhere:
            reply(branch, at);
            return finish(std::move(branch));
        case Onward::To::Internet:
            if (!isPublic(target_, call_.family)) {
                Ruling owned;
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
            const bool translated = onward.backBy.empty();
            const Position next{std::move(onward.source), at.behindNat || translated, onward.backBy, at.steps + 1};
            return byRoutes(std::move(branch), next);
        }
        case Onward::To::OtherVpc:
            return arrive(std::move(branch), at, at.behindNat ? Crossing::Other : onward.crossing);
        case Onward::To::OnPremises:
            return arriveOnPremises(std::move(branch), at);
    }
}

/// Replies to an address of another VPC leave this one by the gateway by which the call came.
Ruling Walk::noWayBack(const Position& at, const Subnet& subnet) const {
    Ruling ruling;
    ruling.stage = Stage::Response;
    ruling.code = Code::TgwNoReturn;
    ruling.outcome = Outcome::Blocked;
    ruling.hop = target_.id;
    ruling.subject = at.backBy;
    ruling.subjectName = at.backBy;
    if (const TransitGateway* gateway = find(network_.design(), Id<TransitGateway>{std::string(at.backBy)}))
        ruling.subjectName = labelOf(*gateway);
    ruling.other = labelOf(subnet);
    return ruling;
}

void Walk::takeGatewayEndpoint(Branch branch, const Position& at, const RouteChoice& choice) {
    const Endpoint& endpoint = *choice.endpoint;
    branch.road = Road::GatewayEndpoint;
    branch.endpoint = &endpoint;
    Ruling ruling;
    ruling.stage = Stage::GatewayEndpoint;
    ruling.hop = endpoint.id.value;
    ruling.subject = endpoint.id.value;
    ruling.subjectName = labelOf(endpoint);
    ruling.other = at.source.vpc ? labelOf(*at.source.vpc) : std::string_view{};
    ruling.code = Code::GwepPassed;
    if (call_.protocol != Protocol::tcp()) {
        ruling.code = Code::GwepProtocol;
        ruling.outcome = Outcome::Blocked;
    } else if (!at.backBy.empty()) {
        // Nobody outside its VPC can use a gateway endpoint (FACTS F-070).
        ruling.code = Code::GwepRemoteSource;
        ruling.outcome = Outcome::Blocked;
    } else if (at.source.vpc && at.source.vpc->dnsServers.empty() && !at.source.vpc->dnsHostnames) {
        ruling.code = Code::GwepHostnamesOff;
        ruling.outcome = Outcome::Unknown;
    }
    branch.add(std::move(ruling));
    reply(branch, at);
    finish(std::move(branch));
}

/// Network ACL and security groups of the target's interface, the endpoint behind it, and the way back.
void Walk::arrive(Branch branch, const Position& at, Crossing crossing) {
    if (!target_.subnet) {
        Ruling owned;
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
    const PacketSet packets = packetsAt(branch, at);
    const Pair pair{at.source, target_, crossing};
    const bool sameSubnet = at.source.subnet && at.source.subnet->id == target_.subnet->id;
    if (sameSubnet) {
        Ruling skipped;
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
    if (answer_.endpoint) branch.add(judgeEndpoint(*answer_.endpoint));
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

/// Whether the endpoint hands calls on: available, of a protocol it carries, in a zone of the service behind it.
Ruling Walk::judgeEndpoint(const Endpoint& endpoint) const {
    Ruling ruling;
    ruling.stage = Stage::Service;
    ruling.code = Code::VpceReady;
    ruling.hop = ruling.subject = endpoint.id.value;
    ruling.subjectName = labelOf(endpoint);
    if (endpoint.state != EndpointState::Available)
        ruling.code = Code::VpceState;
    else if (!call_.protocol.hasPorts())
        ruling.code = Code::VpceProtocol;  // endpoints answer no ping (FACTS F-024)
    else if (!servesZone(endpoint, *target_.subnet))
        ruling.code = Code::VpceAz;
    if (ruling.code != Code::VpceReady) ruling.outcome = Outcome::Blocked;
    return ruling;
}

/// An endpoint service answers in the zones of its load balancers (FACTS F-080); services of AWS in all.
bool Walk::servesZone(const Endpoint& endpoint, const Subnet& subnet) const {
    const Design& design = network_.design();
    const EndpointService* service = find(design, Id<EndpointService>{endpoint.target.value});
    if (!service || service->loadBalancers.empty() || !subnet.zone) return true;
    for (const auto& id : service->loadBalancers)
        if (const LoadBalancer* balancer = find(design, id))
            for (const auto& each : balancer->subnets)
                if (const Subnet* home = find(design, each); home && sameZone(*home, subnet)) return true;
    return false;
}

/// Zones are the same where their ids are: names differ between accounts (FACTS F-283).
bool Walk::sameZone(const Subnet& a, const Subnet& b) const {
    const AvailabilityZone* first = find(network_.design(), a.zone);
    const AvailabilityZone* second = find(network_.design(), b.zone);
    if (!first || !second) return false;
    return first == second || (!first->zoneId.empty() && first->zoneId == second->zoneId);
}

/// Replies come back into the subnet of the source.
void Walk::reply(Branch& branch, const Position& at) {
    if (!at.source.subnet) return;
    const PacketSet packets = packetsAt(branch, at);
    const Pair pair{at.source, target_, Crossing::SameVpc};
    add(branch, judgeAcl(network_, *at.source.subnet, AclPass::ReplyIn, call_, pair, packets), at);
}

void Walk::finish(Branch branch) {
    found_.push_back(std::move(branch));
}

}  // namespace

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
