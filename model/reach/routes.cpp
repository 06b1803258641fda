#include "model/reach/routes.h"

#include <algorithm>

namespace gw {
namespace {

/// Replaced: a local route whose target was replaced by an appliance or instance (FACTS F-224).
enum class Priority : std::uint8_t { Replaced, Local, Static, PrefixList, Propagated };

/// A route that may hold for the target; implied ones have no row.
struct Candidate {
    Span span{};
    int prefix = 0;
    Priority priority = Priority::Static;
    NextHop next = NextHop::None;
    const Route* route = nullptr;
    const Endpoint* endpoint = nullptr;
    const VpnGateway* propagated = nullptr;
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
    Routes(const Network& network, const Vpc* vpc, const RouteTable* table, const End& target, IpFamily family)
        : network_(network), target_(target), family_(family), vpc_(vpc), table_(table) {
        if (vpc_) addLocal();
        if (table_) addTable();
        if (vpc_ && !target_.service.empty()) findMissed();
    }

    std::vector<RouteChoice> choose();

private:
    RouteChoice choice(const Candidate& candidate) const {
        RouteChoice made;
        made.next = candidate.next;
        made.table = table_;
        made.route = candidate.route;
        made.endpoint = candidate.endpoint;
        if (candidate.route) made.gateway = candidate.route->target.value;
        if (candidate.endpoint) made.gateway = candidate.endpoint->id.value;
        if (candidate.endpoint) made.gatewayName = labelOf(*candidate.endpoint);
        if (candidate.propagated) made.gateway = candidate.propagated->id.value;
        if (candidate.propagated) made.gatewayName = labelOf(*candidate.propagated);
        return made;
    }
    /// Takes the route in where its block holds any address of the target.
    void add(const Cidr& block, Candidate candidate) {
        if (block.family() != family_) return;
        candidate.span = spanOf(block);
        candidate.prefix = block.prefix();
        for (const Span& span : target_.addresses)
            if (span.overlaps(candidate.span)) return candidates_.push_back(candidate);
    }
    void addLocal() {
        for (const auto* blocks : {&vpc_->cidrs, &vpc_->ipv6Cidrs})
            for (const Cidr& block : *blocks) add(block, {.priority = Priority::Local, .next = NextHop::Local});
    }
    void addTable();
    bool replacesLocal(const Route& route, const Cidr& block) const;
    bool isOfVpc(const Candidate& candidate) const;
    void addList(const PrefixList& list, Candidate candidate);
    void addService(Candidate candidate);
    void addPropagated(const VpnGateway& gateway);
    void findMissed();
    std::vector<RouteChoice> byAddress(PacketSet rest) const;
    std::vector<RouteChoice> byFrame(PacketSet all);

    const Network& network_;
    const End& target_;
    IpFamily family_;
    const Vpc* vpc_;
    const RouteTable* table_;
    std::vector<Candidate> candidates_;
    /// Routes to the prefix list that AWS keeps for the target's service, where its blocks are not known.
    std::vector<Candidate> ofService_;
    const Endpoint* missed_ = nullptr;
    Code missedWhy_ = Code::GwepNotAssociated;
};

/// Routes to a list that AWS keeps: to its blocks where the design knows them, else to the service as a whole.
void Routes::addService(Candidate candidate) {
    candidate.priority = Priority::PrefixList;
    if (target_.isFrame) return ofService_.push_back(candidate);
    if (const PrefixList* list = network_.prefixListOf(target_.service, target_.region))
        for (const Cidr& block : list->entries) add(block, candidate);
}

void Routes::addList(const PrefixList& list, Candidate candidate) {
    const bool ofTarget = !list.service.empty() && list.service == target_.service &&
                          (!list.region || network_.regionOf(list) == target_.region);
    if (ofTarget) return addService(candidate);
    candidate.priority = Priority::PrefixList;
    for (const Cidr& block : list.entries) add(block, candidate);
}

bool Routes::replacesLocal(const Route& route, const Cidr& block) const {
    const auto isLocal = [&](const std::vector<Cidr>& blocks) {
        return std::ranges::any_of(blocks, [&](const Cidr& own) { return own.canonical() == block.canonical(); });
    };
    if (!vpc_ || !(isLocal(vpc_->cidrs) || isLocal(vpc_->ipv6Cidrs))) return false;
    const Design& design = network_.design();
    return find(design, Id<Endpoint>{route.target.value}) || find(design, Id<Workload>{route.target.value});
}

void Routes::addTable() {
    for (const Route& route : table_->routes) {
        const Candidate candidate{.priority = route.propagated ? Priority::Propagated : Priority::Static,
                                  .route = &route};
        if (const Cidr* block = std::get_if<Cidr>(&route.destination))
            add(*block,
                replacesLocal(route, *block) ? Candidate{.priority = Priority::Replaced, .route = &route} : candidate);
        else if (const PrefixList* list = find(network_.design(), Id<PrefixList>{std::get<1>(route.destination).value}))
            addList(*list, candidate);
    }
    for (const auto& id : table_->propagatingGateways)
        if (const VpnGateway* gateway = find(network_.design(), id)) addPropagated(*gateway);
    if (target_.service.empty() || !vpc_ || network_.regionOf(*vpc_) != target_.region) return;
    for (const Endpoint* endpoint : network_.gatewayEndpointsOf(*table_))
        if (endpoint->service == target_.service && carries(*endpoint, family_) && endpoint->vpc == vpc_->id &&
            endpoint->state == EndpointState::Available)
            addService({.next = NextHop::GatewayEndpoint, .endpoint = endpoint});
}

/// Virtual private gateways add the routes that their lines tell: static ones, or by BGP every block of the far end.
void Routes::addPropagated(const VpnGateway& gateway) {
    const Candidate candidate{.priority = Priority::Propagated, .next = NextHop::VpnGateway, .propagated = &gateway};
    for (const VpnConnection& line : network_.design().vpnConnections) {
        if (line.gateway.value != gateway.id.value) continue;
        const OnPremisesNetwork* far = find(network_.design(), line.onPremises);
        if (!line.staticRoutes.empty())
            for (const Cidr& block : line.staticRoutes) add(block, candidate);
        else if (far)
            for (const Cidr& block : far->cidrs) add(block, candidate);
    }
}

void Routes::findMissed() {
    for (const Endpoint* endpoint : network_.endpointsOf(vpc_->id)) {
        if (endpoint->type != EndpointType::Gateway || endpoint->service != target_.service) continue;
        if (!carries(*endpoint, family_) || !isOffered(*endpoint)) continue;
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
        for (const PacketRange& range : part.ranges()) at->part.push_back(range[TargetAddress]);
    };
    for (const Candidate& candidate : candidates_) {
        PacketRange range;
        range[TargetAddress] = candidate.span;
        if (rest.isWithin(range)) {
            put(choice(candidate), rest);
            rest = {};
            break;
        }
        if (!rest.overlaps(range)) continue;
        put(choice(candidate), rest.within(range));
        rest = rest.without(range);
    }
    if (!rest.empty()) put(choice({}), rest);
    if (chosen.size() == 1) chosen.front().part.clear();
    return chosen;
}

/// Whether the route is to a block of a VPC of the design, as such of IPv6 are public: no service has its addresses.
bool Routes::isOfVpc(const Candidate& candidate) const {
    return std::ranges::any_of(network_.design().vpcs, [&](const Vpc& vpc) {
        return std::ranges::any_of(family_ == IpFamily::V4 ? vpc.cidrs : vpc.ipv6Cidrs,
                                   [&](const Cidr& block) { return spanOf(block).contains(candidate.span); });
    });
}

/// The addresses of a service are known to be public, no more. Prefix lists of the service hold for all of them, and
/// are more specific than a default route (FACTS F-101); a narrower static route may hold for some of them (FACTS
/// F-102).
std::vector<RouteChoice> Routes::byFrame(PacketSet all) {
    std::erase_if(candidates_, [&](const Candidate& each) { return each.prefix > 3 && isOfVpc(each); });
    // The two halves of the internet count as a default route: no block of a service is that wide.
    const bool narrower = std::ranges::any_of(candidates_, [](const Candidate& each) { return each.prefix > 1; });
    if (!ofService_.empty() && !narrower) return {choice(ofService_.front())};
    auto chosen = byAddress(std::move(all));
    if (!ofService_.empty()) chosen.push_back(choice(ofService_.front()));
    const bool same = std::ranges::all_of(
        chosen, [&](const RouteChoice& each) { return each.route && each.gateway == chosen.front().gateway; });
    if (chosen.size() > 1 && !same) return {choice({.next = NextHop::NotKnown})};
    chosen.resize(1);
    chosen.front().part.clear();
    return chosen;
}

std::vector<RouteChoice> Routes::choose() {
    std::ranges::stable_sort(candidates_, [](const Candidate& a, const Candidate& b) {
        return a.prefix != b.prefix ? a.prefix > b.prefix : a.priority < b.priority;
    });
    PacketSet all;
    for (const Span& span : target_.addresses) {
        PacketRange range;
        range[TargetAddress] = span;
        all.add(range);
    }
    auto chosen = target_.isFrame ? byFrame(std::move(all)) : byAddress(std::move(all));
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
    auto chosen = Routes(network, network.vpcOf(from), network.routeTableOf(from), target, family).choose();
    const auto tables = network.routeTablesFor(from);
    const bool isLocal =
        std::ranges::all_of(chosen, [](const RouteChoice& each) { return each.next == NextHop::Local && !each.route; });
    if (tables.size() < 2 || isLocal) return chosen;
    RouteChoice notKnown;
    notKnown.next = NextHop::TableNotKnown;
    notKnown.table = tables[0];
    notKnown.orTable = tables[1];
    return {notKnown};
}

std::vector<RouteChoice> routesInto(const Network& network, const Vpc& vpc, std::string_view gateway, const End& target,
                                    IpFamily family) {
    return Routes(network, &vpc, network.routeTableOf(gateway), target, family).choose();
}

Ruling judgeRoute(const RouteChoice& choice, const Subnet& from, const End& source, const End& target) {
    Ruling ruling;
    ruling.stage = Stage::Route;
    ruling.hop = source.id;
    ruling.subject = choice.table ? std::string_view(choice.table->id.value) : std::string_view(from.vpc.value);
    ruling.subjectName = choice.table ? labelOf(*choice.table) : std::string_view("the VPC's own table");
    ruling.route = choice.route;
    ruling.other = target.name;
    switch (choice.next) {
        case NextHop::Local:
            ruling.code = Code::RouteLocal;
            break;
        case NextHop::NotKnown:
            ruling.code = Code::RouteNotKnown;
            ruling.outcome = Outcome::Unknown;
            break;
        case NextHop::TableNotKnown:
            ruling.code = Code::RouteTableNotKnown;
            ruling.outcome = Outcome::Unknown;
            ruling.subject = from.id.value;
            ruling.subjectName = labelOf(from);
            ruling.note = "Which of " + std::string(labelOf(*choice.table)) + " and " +
                          std::string(labelOf(*choice.orTable)) + " is the route table of " +
                          std::string(labelOf(from)) + ": AWS has one for each subnet, and one main one for each VPC.";
            break;
        case NextHop::Blackhole:
            ruling.code = Code::RouteBlackhole;
            ruling.outcome = Outcome::Blocked;
            break;
        case NextHop::None:
            ruling.outcome = Outcome::Blocked;
            ruling.code = Code::RouteNone;
            if (choice.missed) {
                ruling.code = choice.missedWhy;
                ruling.other = labelOf(*choice.missed);
            }
            break;
        default:
            ruling.code = choice.missed && choice.missedWhy == Code::RouteOtherMoreSpecific
                              ? Code::RouteOtherMoreSpecific
                              : Code::RouteMatched;
            if (choice.missed) ruling.note = labelOf(*choice.missed);
            ruling.other = choice.gatewayName;
            break;
    }
    return ruling;
}

}  // namespace gw
