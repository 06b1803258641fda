#include "model/reach/walk.h"

#include <algorithm>

namespace gw {
namespace {

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

bool onlyIn(const std::vector<const Subnet*>& landings, const Subnet* subnet) {
    return landings.size() == 1 && landings.front() == subnet;
}

}  // namespace

void Walk::add(Branch& branch, Ruling ruling, const Position& at) const {
    if (at.behindNat && ruling.outcome == Outcome::Blocked && !ruling.part.empty()) {
        branch.partly = true;
        ruling.part = branch.packets;
    }
    branch.add(std::move(ruling));
}

Branch Walk::begin(const End& source) const {
    Branch branch;
    branch.from = source.subnet ? labelOf(*source.subnet) : std::string_view{};
    branch.to = target_.subnet ? labelOf(*target_.subnet) : std::string_view{};
    branch.endpoint = answer_.endpoint;
    branch.packets = packetsOf(call_, source, target_);
    branch.passed = branch.packets;
    return branch;
}

std::vector<Branch> Walk::from(const End& source) {
    byRoutes(begin(source), Position{source});
    return found();
}

void Walk::byRoutes(Branch branch, const Position& at) {
    // A gateway endpoint serves callers in subnets that are associated with it; what comes over NAT keeps using the
    // public addresses (FACTS F-098).
    End target = target_;
    if (at.behindNat) target.service = {};
    const auto choices = routesTo(network_, *at.source.subnet, target, call_.family);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const RouteChoice& choice = choices[i];
        // NOLINTNEXTLINE(bugprone-use-after-move): the last round alone moves it
        Branch fork = i + 1 == choices.size() ? std::move(branch) : branch;
        if (!choice.part.empty() && !at.behindNat) narrow(fork, choice.part);
        leave(fork, at, choice);
        take(std::move(fork), at, choice);
    }
}

/// How the security groups of both ends see each other over this route. Over a transit gateway or between Regions no
/// outbound rule sees the other's groups, nor does any across what works on the packets (FACTS F-254, F-255).
Crossing Walk::crossingOf(const Position& at, const RouteChoice& choice) const {
    switch (choice.next) {
        case NextHop::TransitGateway:
            return Crossing::TransitGateway;
        case NextHop::Peering:
            return at.source.vpc && target_.vpc && network_.regionOf(*at.source.vpc) == network_.regionOf(*target_.vpc)
                       ? Crossing::Peering
                       : Crossing::Other;
        case NextHop::Appliance:
        case NextHop::Instance:
            return Crossing::Other;
        default:
            return Crossing::SameVpc;
    }
}

/// The filters on the way out of the subnet, and its route table.
void Walk::leave(Branch& branch, const Position& at, const RouteChoice& choice) {
    const PacketSet packets = packetsAt(branch, at);
    const bool first = at.passed.empty();
    if (first) add(branch, judgeGroupsOut(network_, call_, {at.source, target_, crossingOf(at, choice)}, packets), at);
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
    if (!choice.gateway.empty() && choice.next != NextHop::Blackhole) {
        const Waypoint point{choice.gateway, choice.gatewayName};
        if (std::ranges::find(branch.via, point) == branch.via.end()) branch.via.push_back(point);
    }
    switch (choice.next) {
        case NextHop::Local:
            return arrive(std::move(branch), at);
        case NextHop::GatewayEndpoint:
            return takeGatewayEndpoint(std::move(branch), at, choice);
        case NextHop::Blackhole:
        case NextHop::None:
        case NextHop::NotKnown:
        case NextHop::TableNotKnown:
            reply(branch, at);
            return finish(std::move(branch));
        default:
            break;
    }
    Onward onward = throughGateway(branch, at, choice);
    if (onward.subnet && std::ranges::find(at.passed, onward.subnet) != at.passed.end()) {
        branch.add(loopAt(at, choice));
        return finish(std::move(branch));
    }
    pass(std::move(branch), at, std::move(onward));
}

Onward Walk::throughGateway(const Branch& branch, const Position& at, const RouteChoice& choice) const {
    const Design& design = network_.design();
    const std::string gateway(choice.gateway);
    switch (choice.next) {
        case NextHop::Nat:
            return throughNat(network_, *find(design, Id<NatGateway>{gateway}), call_, at.source, target_);
        case NextHop::Peering:
            return throughPeering(network_, *find(design, Id<PeeringConnection>{gateway}), call_, at.source, target_);
        case NextHop::TransitGateway: {
            const TransitGateway& transit = *find(design, Id<TransitGateway>{gateway});
            const auto* from = at.source.vpc ? attachmentOf(network_, transit, at.source.vpc->id.value) : nullptr;
            return throughTransitGateway(network_, transit, from, call_, at.source, target_, packetsAt(branch, at));
        }
        case NextHop::VpnGateway:
            return throughVpn(network_, *find(design, Id<VpnGateway>{gateway}), call_, at.source, target_);
        case NextHop::Appliance:
        case NextHop::Instance:
            return throughInstance(network_, choice, call_, at.source, target_, packetsAt(branch, at));
        default:
            return throughInternetGateway(network_, choice, call_, at.source);
    }
}

void Walk::pass(Branch branch, const Position& at, Onward onward) {
    if (!onward.publicAddresses.empty()) branch.translatedPublicly = onward.publicAddresses;
    if (onward.translated && onward.to == Onward::To::Subnet) branch.translatedTo = onward.source.addresses;
    if (onward.translated)
        branch.translatedPrivately = {onward.subnet && onward.subnet->cidr ? onward.subnet->cidr->text()
                                                                           : std::string()};
    for (Ruling& ruling : onward.rulings) add(branch, std::move(ruling), at);
    for (Ruling& ruling : onward.replies) add(branch, std::move(ruling), at);
    if (!at.backBy.empty() && onward.subnet &&
        !routesBack(network_, *onward.subnet, at.source, call_.family, at.backBy))
        branch.add(noWayBack(at, *onward.subnet));
    Position here = at;
    here.landings = onward.landings;
    here.replyLandings = onward.replyLandings;
    switch (onward.to) {
        case Onward::To::Nowhere:
            break;
        case Onward::To::Internet:
            if (!isPublic(target_, call_.family)) branch.add(notOwned(Stage::Middle, branch.via.back().id));
            branch.road = Road::Internet;
            break;
        case Onward::To::OnPremises:
            branch.road = Road::OnPremises;
            break;
        case Onward::To::OtherVpc:
            here.crossing = at.crossing == Crossing::SameVpc ? onward.crossing : Crossing::Other;
            return arrive(std::move(branch), here);
        case Onward::To::Subnet:
            reply(branch, here);
            return onwardFrom(std::move(branch), at, std::move(onward));
    }
    reply(branch, here);
    finish(std::move(branch));
}

/// By the routes of the subnet in which the packets come out of a gateway.
void Walk::onwardFrom(Branch branch, const Position& at, Onward onward) {
    Position next;
    next.source = std::move(onward.source);
    next.behindNat = at.behindNat || onward.translated;
    next.backBy = onward.translated ? std::string_view{} : onward.backBy.empty() ? at.backBy : onward.backBy;
    next.crossing = Crossing::Other;
    next.passed = at.passed;
    next.passed.push_back(onward.subnet);
    if (!onward.becomesIpv4) return byRoutes(std::move(branch), next);
    Call call = call_;
    call.family = IpFamily::V4;
    Answer answer = answer_;
    answer.end.addresses = publicAddresses(IpFamily::V4);
    answer.end.isFrame = true;
    Walk behind(network_, call, answer);
    behind.byRoutes(std::move(branch), next);
    for (Branch& each : behind.found()) finish(std::move(each));
}

/// Replies come back into the subnet of the source; not past its network ACL where a transit gateway stands in it.
void Walk::reply(Branch& branch, const Position& at) {
    if (!at.source.subnet || onlyIn(at.replyLandings, at.source.subnet)) return;
    const PacketSet packets = packetsAt(branch, at);
    const Pair pair{at.source, target_, Crossing::SameVpc};
    add(branch, judgeAcl(network_, *at.source.subnet, AclPass::ReplyIn, call_, pair, packets), at);
}

void Walk::arrive(Branch branch, const Position& at) {
    if (!target_.subnet) {
        branch.add(notOwned(Stage::Service, target_.id));
        return finish(std::move(branch));
    }
    branch.road = Road::Interface;
    if (answer_.endpoint) branch.via.push_back({answer_.endpoint->id.value, labelOf(*answer_.endpoint)});
    const PacketSet packets = packetsAt(branch, at);
    const Pair pair{at.source, target_, at.crossing};
    const bool sameSubnet = at.source.subnet && at.source.subnet->id == target_.subnet->id;
    if (sameSubnet || onlyIn(at.landings, target_.subnet)) {
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

}  // namespace gw
