#include "model/reach/routes.h"

#include <algorithm>

namespace gw {
namespace {

enum class Priority : std::uint8_t { Local, Static, PrefixList, Propagated };

struct Candidate {
    Span span{};
    int prefix = 0;
    Priority priority = Priority::Static;
    RouteChoice choice{};
};

/// Fills in what kind of thing stands behind the id of a route's target; a target that is not there is a blackhole.
void resolveTarget(const Design& design, RouteChoice& choice) {
    const std::string& id = choice.route->target.value;
    const auto is = [&](const auto* row, NextHop next) {
        if (!row) return false;
        choice.next = next;
        choice.gatewayName = labelOf(*row);
        return true;
    };
    choice.next = NextHop::Blackhole;
    if (id.empty() || choice.route->state == RouteState::Blackhole) return;
    static_cast<void>(is(find(design, Id<InternetGateway>{id}), NextHop::InternetGateway) ||
                      is(find(design, Id<NatGateway>{id}), NextHop::Nat) ||
                      is(find(design, Id<PeeringConnection>{id}), NextHop::Peering) ||
                      is(find(design, Id<TransitGateway>{id}), NextHop::TransitGateway) ||
                      is(find(design, Id<VpnGateway>{id}), NextHop::VpnGateway) ||
                      is(find(design, Id<EgressOnlyGateway>{id}), NextHop::EgressOnlyGateway) ||
                      is(find(design, Id<Endpoint>{id}), NextHop::Appliance) ||
                      is(find(design, Id<Workload>{id}), NextHop::Instance));
}

bool carries(const Endpoint& endpoint, IpFamily family) {
    return endpoint.ipAddressType == IpAddressType::Dualstack ||
           (endpoint.ipAddressType == IpAddressType::Ipv4) == (family == IpFamily::V4);
}

/// All routes of a table towards one target.
class Routes {
public:
    Routes(const Network& network, const Subnet& from, const End& target, IpFamily family)
        : network_(network),
          target_(target),
          family_(family),
          vpc_(network.vpcOf(from)),
          table_(network.routeTableOf(from)) {
        if (vpc_) addLocal();
        if (table_) addTable();
        if (vpc_ && !target_.service.empty()) findMissed();
    }

    std::vector<RouteChoice> choose();

private:
    RouteChoice choice(NextHop next) const {
        RouteChoice made;
        made.next = next;
        made.table = table_;
        return made;
    }
    void add(const Cidr& block, Priority priority, const RouteChoice& to) {
        if (block.family() == family_) candidates_.push_back({spanOf(block), block.prefix(), priority, to});
    }
    void addLocal() {
        for (const Cidr& block : vpc_->cidrs) add(block, Priority::Local, choice(NextHop::Local));
        for (const Cidr& block : vpc_->ipv6Cidrs) add(block, Priority::Local, choice(NextHop::Local));
    }
    void addTable();
    void addList(const PrefixList& list, const RouteChoice& to);
    void addService(const RouteChoice& to);
    void addPropagated(const VpnGateway& gateway);
    void findMissed();
    std::vector<RouteChoice> byAddress(PacketSet rest) const;
    std::vector<RouteChoice> byFrame();

    const Network& network_;
    const End& target_;
    IpFamily family_;
    const Vpc* vpc_;
    const RouteTable* table_;
    std::vector<Candidate> candidates_;
    /// Routes to the prefix list that AWS keeps for the target's service, where its blocks are not known.
    std::vector<RouteChoice> ofService_;
    const Endpoint* missed_ = nullptr;
    Code missedWhy_ = Code::GwepNotAssociated;
};

/// Routes to a list that AWS keeps: to its blocks where the design knows them, else to the service as a whole.
void Routes::addService(const RouteChoice& to) {
    if (target_.isFrame) {
        ofService_.push_back(to);
        return;
    }
    for (const Span& span : target_.addresses) candidates_.push_back({span, 32, Priority::PrefixList, to});
    if (const PrefixList* list = network_.prefixListOf(target_.service, target_.region))
        for (const Cidr& block : list->entries)
            if (block.family() == family_)
                for (Candidate& candidate : candidates_)
                    if (candidate.priority == Priority::PrefixList && candidate.span == spanOf(block))
                        candidate.prefix = block.prefix();
}

void Routes::addList(const PrefixList& list, const RouteChoice& to) {
    const bool ofTarget = !list.service.empty() && list.service == target_.service &&
                          (!list.region || network_.regionOf(list) == target_.region);
    if (ofTarget)
        addService(to);
    else
        for (const Cidr& block : list.entries) add(block, Priority::PrefixList, to);
}

void Routes::addTable() {
    for (const Route& route : table_->routes) {
        RouteChoice to = choice(NextHop::Blackhole);
        to.route = &route;
        to.gateway = route.target.value;
        const Priority priority = route.propagated ? Priority::Propagated : Priority::Static;
        if (const Cidr* block = std::get_if<Cidr>(&route.destination))
            add(*block, priority, to);
        else if (const PrefixList* list = find(network_.design(), Id<PrefixList>{std::get<1>(route.destination).value}))
            addList(*list, to);
    }
    for (const auto& id : table_->propagatingGateways)
        if (const VpnGateway* gateway = find(network_.design(), id)) addPropagated(*gateway);
    if (target_.service.empty() || !vpc_ || network_.regionOf(*vpc_) != target_.region) return;
    for (const Endpoint* endpoint : network_.gatewayEndpointsOf(*table_)) {
        if (endpoint->service != target_.service || !carries(*endpoint, family_)) continue;
        if (endpoint->state != EndpointState::Available || endpoint->vpc != vpc_->id) continue;
        RouteChoice to = choice(NextHop::GatewayEndpoint);
        to.endpoint = endpoint;
        to.gateway = endpoint->id.value;
        to.gatewayName = labelOf(*endpoint);
        addService(to);
    }
}

void Routes::addPropagated(const VpnGateway& gateway) {
    RouteChoice to = choice(NextHop::VpnGateway);
    to.gateway = gateway.id.value;
    to.gatewayName = labelOf(gateway);
    for (const VpnConnection& line : network_.design().vpnConnections) {
        if (line.gateway.value != gateway.id.value) continue;
        const OnPremisesNetwork* far = find(network_.design(), line.onPremises);
        if (!line.staticRoutes.empty())
            for (const Cidr& block : line.staticRoutes) add(block, Priority::Propagated, to);
        else if (far)
            for (const Cidr& block : far->cidrs) add(block, Priority::Propagated, to);
    }
}

void Routes::findMissed() {
    for (const Endpoint* endpoint : network_.endpointsOf(vpc_->id)) {
        if (endpoint->type != EndpointType::Gateway || endpoint->service != target_.service) continue;
        if (!carries(*endpoint, family_)) continue;
        missed_ = endpoint;
        const bool associated =
            table_ && std::ranges::find(endpoint->routeTables, table_->id) != endpoint->routeTables.end();
        missedWhy_ = network_.regionOf(*vpc_) != target_.region    ? Code::GwepRegion
                     : !associated                                 ? Code::GwepNotAssociated
                     : endpoint->state != EndpointState::Available ? Code::VpceState
                                                                   : Code::RouteOtherMoreSpecific;
        if (associated) return;
    }
}

std::vector<RouteChoice> Routes::byAddress(PacketSet rest) const {
    std::vector<RouteChoice> chosen;
    const auto put = [&](RouteChoice choice, const PacketSet& part) {
        auto at = std::ranges::find_if(chosen, [&](const RouteChoice& other) {
            return other.route == choice.route && other.gateway == choice.gateway && other.next == choice.next;
        });
        if (at == chosen.end()) at = chosen.insert(at, std::move(choice));
        for (const PacketRange& box : part.ranges()) at->part.push_back(box[TargetAddress]);
    };
    for (const Candidate& candidate : candidates_) {
        PacketRange box;
        box[TargetAddress] = candidate.span;
        const PacketSet met = rest.within(box);
        if (met.empty()) continue;
        put(candidate.choice, met);
        rest = rest.without(box);
        if (rest.empty()) break;
    }
    if (!rest.empty()) put(choice(NextHop::None), rest);
    if (chosen.size() == 1) chosen.front().part.clear();
    return chosen;
}

/// The addresses of a service are known to be public, no more. Prefix lists of the service hold for all of them, and
/// are more specific than a default route (FACTS F-101); a narrower static route may hold for some of them (FACTS
/// F-102).
std::vector<RouteChoice> Routes::byFrame() {
    std::erase_if(candidates_, [&](const Candidate& candidate) {
        return std::ranges::none_of(target_.addresses, [&](const Span& span) { return span.overlaps(candidate.span); });
    });
    PacketRange frame;
    PacketSet all;
    for (const Span& span : target_.addresses) {
        frame[TargetAddress] = span;
        all.add(frame);
    }
    // The two halves of the internet count as a default route: no block of a service is that wide.
    const bool narrower = std::ranges::any_of(candidates_, [](const Candidate& c) { return c.prefix > 1; });
    if (!ofService_.empty() && !narrower) return {ofService_.front()};
    auto chosen = byAddress(all);
    if (!ofService_.empty()) chosen.push_back(ofService_.front());
    const bool same = std::ranges::all_of(chosen, [&](const RouteChoice& c) {
        return c.gateway == chosen.front().gateway && c.route && chosen.front().route;
    });
    if (chosen.size() == 1 || same) {
        chosen.resize(1);
        chosen.front().part.clear();
        return chosen;
    }
    return {choice(NextHop::NotKnown)};
}

std::vector<RouteChoice> Routes::choose() {
    std::ranges::stable_sort(candidates_, [](const Candidate& a, const Candidate& b) {
        return a.prefix != b.prefix ? a.prefix > b.prefix : a.priority < b.priority;
    });
    std::vector<RouteChoice> chosen;
    if (target_.isFrame) {
        chosen = byFrame();
    } else {
        PacketSet all;
        for (const Span& span : target_.addresses) {
            PacketRange box;
            box[TargetAddress] = span;
            all.add(box);
        }
        chosen = byAddress(std::move(all));
    }
    for (RouteChoice& choice : chosen) {
        if (choice.route) resolveTarget(network_.design(), choice);
        if (choice.next != NextHop::GatewayEndpoint) {
            choice.missed = missed_;
            choice.missedWhy = missedWhy_;
        }
    }
    return chosen;
}

}  // namespace

std::vector<RouteChoice> routesTo(const Network& network, const Subnet& from, const End& target, IpFamily family) {
    return Routes(network, from, target, family).choose();
}

Judgement judgeRoute(const RouteChoice& choice, const Subnet& from, const End& source, const End& target) {
    Judgement judgement;
    judgement.stage = Stage::Route;
    judgement.hop = source.id;
    judgement.subject = choice.table ? std::string_view(choice.table->id.value) : std::string_view(from.vpc.value);
    judgement.subjectName = choice.table ? labelOf(*choice.table) : std::string_view("the VPC's own table");
    judgement.route = choice.route;
    judgement.other = target.name;
    switch (choice.next) {
        case NextHop::Local:
            judgement.code = Code::RouteLocal;
            break;
        case NextHop::NotKnown:
            judgement.code = Code::RouteNotKnown;
            judgement.outcome = Outcome::Unknown;
            break;
        case NextHop::Blackhole:
            judgement.code = Code::RouteBlackhole;
            judgement.outcome = Outcome::Blocked;
            break;
        case NextHop::None:
            judgement.outcome = Outcome::Blocked;
            judgement.code = Code::RouteNone;
            if (choice.missed) {
                judgement.code = choice.missedWhy;
                judgement.other = labelOf(*choice.missed);
            }
            break;
        default:
            judgement.code = choice.missed && choice.missedWhy == Code::RouteOtherMoreSpecific
                                 ? Code::RouteOtherMoreSpecific
                                 : Code::RouteMatched;
            if (choice.missed) judgement.note = labelOf(*choice.missed);
            judgement.other = choice.gatewayName;
            break;
    }
    return judgement;
}

}  // namespace gw
