#include "model/reach/middle.h"

#include "model/reach/assumptions.h"
#include "model/reach/ends.h"
#include "model/reach/middle_parts.h"
#include "model/reach/pipeline.h"

namespace gw {

bool routesBack(const Network& network, const Subnet& from, const End& back, IpFamily family,
                std::string_view gateway) {
    End plain;
    plain.addresses = back.addresses;
    plain.isFrame = back.isFrame;
    const auto choices = routesTo(network, from, plain, family);
    return std::ranges::all_of(choices, [&](const RouteChoice& choice) {
        return choice.gateway == gateway && choice.next != NextHop::Blackhole;
    });
}

bool isNat64(const End& end) {
    static const Span prefix = spanOf(Cidr::literal("64:ff9b::/96"));
    return !end.addresses.empty() &&
           std::ranges::all_of(end.addresses, [](const Span& span) { return prefix.contains(span); });
}

Onward throughNat(const Network& network, const NatGateway& nat, const Call& call, const End& source,
                  const End& target) {
    Onward onward;
    const Subnet* subnet = find(network.design(), nat.subnet);
    if (!source.vpc || nat.vpc != source.vpc->id) {
        onward.rulings.push_back(blocked(Code::NatForeignSource, nat));
        return onward;
    }
    // NAT gateways carry IPv4; from IPv6 they translate what goes to the well-known prefix alone (FACTS F-231).
    const bool nat64 = call.family == IpFamily::V6 && isNat64(target);
    if (call.family == IpFamily::V6 && !nat64) {
        onward.rulings.push_back(blocked(Code::NatNoExit, nat, "It carries IPv6 to 64:ff9b::/96 alone."));
        return onward;
    }
    onward.becomesIpv4 = nat64;
    onward.translated = true;
    const bool outside = nat64 || isPublic(target, call.family);
    if (outside && nat.connectivity == NatConnectivity::Private) {
        onward.rulings.push_back(
            blocked(Code::NatNoExit, nat, "It is a private NAT gateway, which does not lead to the internet."));
        return onward;
    }
    const bool zonal = nat.availability == NatAvailability::Zonal;
    // A public zonal NAT gateway needs an Elastic IP (FACTS F-237); a regional one gets its addresses from AWS (F-239).
    if (outside && zonal && nat.elasticIps.empty())
        onward.rulings.push_back(blocked(Code::NatNoExit, nat, "It has no Elastic IP."));
    if (outside) onward.publicAddresses = addressesOf(network.design(), nat.elasticIps);
    if (outside && nat.elasticIps.empty()) onward.publicAddresses.emplace_back();
    if (!zonal && !outside) {
        onward.rulings.push_back(notKnown(
            nat, "Whether the regional NAT gateway " + std::string(labelOf(nat)) + " leads to other networks."));
        return onward;
    }
    if (!zonal) {
        if (network.internetGatewayOf(nat.vpc)) {
            onward.rulings.push_back(passed(Code::NatPassed, nat));
            onward.to = Onward::To::Internet;
        } else {
            onward.rulings.push_back(blocked(Code::NatNoExit, nat, "The VPC has no internet gateway."));
        }
        return onward;
    }
    if (!subnet) {
        onward.rulings.push_back(blocked(Code::NatNoExit, nat, "It stands in no subnet."));
        return onward;
    }
    const PacketSet packets = packetsOf(call, source, target);
    const Pair pair{source, target, Crossing::Other};
    if (source.subnet && source.subnet->id != subnet->id) {
        onward.rulings.push_back(
            toldAt(judgeAcl(network, *subnet, AclPass::CallIn, call, pair, packets), nat.id.value, Stage::Middle));
        onward.replies.push_back(
            toldAt(judgeAcl(network, *subnet, AclPass::ReplyOut, call, pair, packets), nat.id.value, Stage::Response));
    }
    if (onward.rulings.empty() || onward.rulings.front().code != Code::NatNoExit)
        onward.rulings.push_back(passed(Code::NatPassed, nat));
    onward.to = Onward::To::Subnet;
    onward.subnet = subnet;
    onward.source.id = nat.id.value;
    onward.source.name = labelOf(nat);
    onward.source.vpc = source.vpc;
    onward.source.subnet = subnet;
    onward.source.publicIp = nat.connectivity == NatConnectivity::Public;
    if (subnet->cidr) onward.source.addresses = {spanOf(*subnet->cidr)};
    return onward;
}

Onward throughInternetGateway(const Network& network, const RouteChoice& choice, const Call& call, const End& source) {
    Onward onward;
    const Design& design = network.design();
    if (choice.next == NextHop::EgressOnlyGateway) {
        const EgressOnlyGateway& gateway = *find(design, Id<EgressOnlyGateway>{std::string(choice.gateway)});
        if (call.family == IpFamily::V4)
            onward.rulings.push_back(blocked(Code::EigwIpv4, gateway));
        else if (!source.vpc || gateway.vpc != source.vpc->id)
            onward.rulings.push_back(blocked(Code::IgwDetached, gateway));
        else
            onward.rulings.push_back(passed(Code::EigwPassed, gateway));
    } else {
        const InternetGateway& gateway = *find(design, Id<InternetGateway>{std::string(choice.gateway)});
        if (!source.vpc || gateway.vpc != source.vpc->id)
            onward.rulings.push_back(blocked(Code::IgwDetached, gateway));
        else if (call.family == IpFamily::V4 && !source.publicIp)
            onward.rulings.push_back(blocked(Code::IgwNoPublicIp, gateway));
        else
            onward.rulings.push_back(passed(Code::IgwPassed, gateway));
        onward.rulings.back().other = source.name;
    }
    onward.to = Onward::To::Internet;
    return onward;
}

Onward throughPeering(const Network& network, const PeeringConnection& peering, const Call& call, const End& source,
                      const End& target) {
    Onward onward;
    const bool asks = source.vpc && peering.requester == source.vpc->id;
    const Id<Vpc>& far = asks ? peering.accepter : peering.requester;
    if (!source.vpc || (!asks && peering.accepter != source.vpc->id)) {
        onward.rulings.push_back(blocked(Code::IgwDetached, peering));
        return onward;
    }
    if (peering.state != PeeringState::Active) onward.rulings.push_back(blocked(Code::PcxState, peering));
    if (!target.vpc || target.vpc->id != far) {
        onward.rulings.push_back(blocked(Code::PcxTransit, peering));
        return onward;
    }
    if (onward.rulings.empty()) onward.rulings.push_back(passed(Code::PcxPassed, peering));
    if (!routesBack(network, *target.subnet, source, call.family, peering.id.value)) {
        onward.replies.push_back(toldAt(blocked(Code::PcxNoReturn, peering), target.id, Stage::Response));
        onward.replies.back().other = labelOf(*target.subnet);
    }
    onward.to = Onward::To::OtherVpc;
    // Groups of the other VPC can be named only within one Region (FACTS F-254, F-267).
    onward.crossing =
        network.regionOf(*source.vpc) == network.regionOf(*target.vpc) ? Crossing::Peering : Crossing::Other;
    return onward;
}

bool tellsOf(const Network& network, const VpnConnection& line, const End& end, IpFamily family) {
    const OnPremisesNetwork* far = find(network.design(), line.onPremises);
    const std::vector<Cidr>& told = !line.staticRoutes.empty() || !far ? line.staticRoutes : far->cidrs;
    return std::ranges::all_of(end.addresses, [&](const Span& span) {
        return std::ranges::any_of(
            told, [&](const Cidr& block) { return block.family() == family && spanOf(block).contains(span); });
    });
}

Onward throughVpn(const Network& network, const VpnGateway& gateway, const Call& call, const End& source,
                  const End& target) {
    Onward onward;
    if (!source.vpc || gateway.vpc != source.vpc->id) {
        onward.rulings.push_back(blocked(Code::IgwDetached, gateway));
        return onward;
    }
    for (const VpnConnection& line : network.design().vpnConnections)
        if (line.gateway.value == gateway.id.value && line.onPremises.value == target.id &&
            tellsOf(network, line, target, call.family)) {
            onward.rulings.push_back(passed(Code::VpnPassed, gateway));
            onward.rulings.back().other = labelOf(line);
            onward.to = Onward::To::OnPremises;
            return onward;
        }
    onward.rulings.push_back(blocked(Code::VpnNoLine, gateway));
    return onward;
}

Onward throughInstance(const Network& network, const RouteChoice& choice, const Call& call, const End& source,
                       const End& target, const PacketSet& packets) {
    Onward onward;
    const Design& design = network.design();
    const std::string id(choice.gateway);
    if (const Workload* instance = find(design, Id<Workload>{id})) {
        // An instance drops what is not addressed to it unless its check is off.
        if (instance->sourceDestinationCheck)
            onward.rulings.push_back(blocked(Code::SrcDstCheck, *instance));
        else
            onward.rulings.push_back(
                notKnown(*instance, "What " + std::string(labelOf(*instance)) + " does with packets of others."));
        return onward;
    }
    const Endpoint* appliance = find(design, Id<Endpoint>{id});
    if (!appliance) return onward;
    if (appliance->type != EndpointType::GatewayLoadBalancer) {
        // A route can lead to a Gateway Load Balancer endpoint, to no other kind (FACTS F-051).
        onward.rulings.push_back(
            blocked(Code::RouteBlackhole, *appliance, "A route cannot lead to this kind of endpoint."));
        return onward;
    }
    const Subnet* home = appliance->subnets.empty() ? nullptr : find(design, appliance->subnets.front());
    if (home && (!source.subnet || source.subnet->id != home->id)) {
        const Pair pair{source, target, Crossing::Other};
        onward.rulings.push_back(
            toldAt(judgeAcl(network, *home, AclPass::CallIn, call, pair, packets), appliance->id.value, Stage::Middle));
        onward.replies.push_back(
            toldAt(judgeAcl(network, *home, AclPass::ReplyOut, call, pair, packets), target.id, Stage::Response));
    }
    if (appliance->state != EndpointState::Available)
        onward.rulings.push_back(blocked(Code::VpceState, *appliance));
    else if (assumptionOf(design, assumed::passes, id) == "yes")
        onward.rulings.push_back(passed(Code::AppliancePassed, *appliance));
    else
        onward.rulings.push_back(notKnown(
            *appliance, "What the appliances behind " + std::string(labelOf(*appliance)) + " do with the packets."));
    if (!home) return onward;
    onward.to = Onward::To::Subnet;
    onward.subnet = home;
    onward.source = source;
    onward.source.id = appliance->id.value;
    onward.source.vpc = network.vpcOf(*home);
    onward.source.subnet = home;
    return onward;
}

}  // namespace gw
