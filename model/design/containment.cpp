#include "model/design/containment.h"

#include <algorithm>

#include "model/design/references.h"

namespace gw {
namespace {

AnyId firstOr(const std::vector<Id<Subnet>>& subnets, const AnyId& otherwise) {
    return subnets.empty() ? otherwise : AnyId(subnets.front());
}

Standpoint standing(const Region&) {
    return {Standing::Frame, {}};
}
Standpoint standing(const Vpc& vpc) {
    return {Standing::Frame, vpc.region};
}
Standpoint standing(const AvailabilityZone& zone) {
    return {Standing::Band, zone.region};
}
Standpoint standing(const Subnet& subnet) {
    return {Standing::Frame, subnet.vpc};
}
Standpoint standing(const Workload& workload) {
    return {Standing::Card, firstOr(workload.subnets, workload.vpc)};
}
Standpoint standing(const LoadBalancer& balancer) {
    return {Standing::Card, firstOr(balancer.subnets, balancer.vpc)};
}
Standpoint standing(const NatGateway& nat) {
    return {Standing::Glyph, nat.subnet ? AnyId(nat.subnet) : AnyId(nat.vpc)};
}
Standpoint standing(const InternetGateway& gateway) {
    return {gateway.vpc ? Standing::Border : Standing::Glyph, gateway.vpc};
}
Standpoint standing(const EgressOnlyGateway& gateway) {
    return {Standing::Border, gateway.vpc};
}
Standpoint standing(const VpnGateway& gateway) {
    return {gateway.vpc ? Standing::Border : Standing::Glyph, gateway.vpc};
}
Standpoint standing(const Endpoint& endpoint) {
    return {Standing::Border, endpoint.vpc};
}
Standpoint standing(const ResolverEndpoint& endpoint) {
    return {Standing::Border, endpoint.vpc};
}
Standpoint standing(const TransitGateway& gateway) {
    return {Standing::Glyph, gateway.region};
}
Standpoint standing(const OnPremisesNetwork&) {
    return {Standing::Card, {}};
}
Standpoint standing(const EndpointService& service) {
    return {Standing::Card, service.region};
}
Standpoint standing(const ResourceGateway& gateway) {
    return {Standing::Border, gateway.vpc};
}
Standpoint standing(const ServiceNetwork& network) {
    return {Standing::Card, network.region};
}
Standpoint standing(const ServiceResource& resource) {
    return {Standing::Card, resource.region};
}
Standpoint standing(const Client&) {
    return {Standing::Card, {}};
}
Standpoint standing(const Note&) {
    return {Standing::Free, {}};
}
Standpoint standing(const Unmodelled& thing) {
    return {Standing::Card, thing.parent};
}
template <class Row>
Standpoint standing(const Row&) {
    return {};
}

/// What the row belongs to: the first of its owners that it names.
template <class Row>
AnyId ownerOf(const Row& row) {
    AnyId owner;
    forEachField<Row>([&](const auto& field) {
        const auto& value = row.*field.member;
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (detail::Reference<Value>) {
            if (!owner && (field.use == Use::Owner || field.use == Use::MayOwn)) owner = AnyId(value.value);
        } else if constexpr (std::is_same_v<Value, std::vector<AnyId>>) {
            if (!owner && field.use == Use::Home && !value.empty()) owner = value.front();
        }
    });
    return owner;
}

template <class Row>
Standpoint standing(const Design&, const Row& row) {
    return standing(row);
}
/// In the Region that both VPCs share; else at the top.
Standpoint standing(const Design& design, const PeeringConnection& peering) {
    const Vpc* requester = design.vpcs.find(peering.requester);
    const Vpc* accepter = design.vpcs.find(peering.accepter);
    if (requester && accepter && requester->region == accepter->region) return {Standing::Glyph, requester->region};
    return {Standing::Glyph, {}};
}

using Lists = std::unordered_map<std::string, std::vector<std::string>>;
std::span<const std::string> listIn(const Lists& lists, const std::string& key) {
    const auto at = lists.find(key);
    return at == lists.end() ? std::span<const std::string>{} : std::span<const std::string>(at->second);
}

/// What was made last in this thread, and of which design.
struct Remembered {
    Design design;
    std::shared_ptr<const Containment> containment;
};

}  // namespace

Standpoint standpointOf(const Design& design, const AnyId& id) {
    Standpoint found;
    withRow(design, id, [&](const auto& row) { found = standing(design, row); });
    return found;
}

AnyId drawnThingOf(const Design& design, const AnyId& id) {
    AnyId at = id;
    // Owners do not form long chains; a file in which they form a circle must not hang the program.
    for (int step = 0; at && step < 8; ++step) {
        Standpoint found;
        AnyId owner;
        withRow(design, at, [&](const auto& row) {
            found = standing(design, row);
            owner = ownerOf(row);
        });
        if (found.standing != Standing::None && design.placements.find({at.value})) return at;
        at = owner;
    }
    return {};
}

Containment::Containment(const Design& design) {
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        for (const Row& row : design.*table) {
            const Standpoint at = standing(design, row);
            if (at.standing == Standing::None) continue;
            standpoints_.emplace(row.id.value, at);
            children_[at.frame.value].push_back(row.id.value);
        }
    });
    for (auto& [frame, children] : children_) std::ranges::sort(children);
    const auto span = [&](const std::string& card, const std::vector<Id<Subnet>>& subnets) {
        if (subnets.size() < 2) return;
        for (const auto& subnet : subnets) {
            spans_[card].push_back(subnet.value);
            spanning_[subnet.value].push_back(card);
        }
    };
    for (const Workload& row : design.workloads) span(row.id.value, row.subnets);
    for (const LoadBalancer& row : design.loadBalancers) span(row.id.value, row.subnets);
    for (const Subnet& row : design.subnets)
        if (row.zone) inZone_[row.zone.value].push_back(row.id.value);
}

std::shared_ptr<const Containment> containmentOf(const Design& design) {
    static thread_local Remembered last;
    bool same = last.containment != nullptr;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (!std::is_same_v<Row, Placement>) same = same && (design.*table).shares(last.design.*table);
    });
    if (!same) last = {design, std::make_shared<const Containment>(design)};
    return last.containment;
}

Standpoint Containment::of(const std::string& id) const {
    const auto at = standpoints_.find(id);
    return at == standpoints_.end() ? Standpoint{} : at->second;
}

std::span<const std::string> Containment::in(const std::string& frame) const {
    return listIn(children_, frame);
}

std::span<const std::string> Containment::spanOf(const std::string& card) const {
    return listIn(spans_, card);
}

std::span<const std::string> Containment::spanning(const std::string& subnet) const {
    return listIn(spanning_, subnet);
}

std::span<const std::string> Containment::subnetsOf(const std::string& zone) const {
    return listIn(inZone_, zone);
}

std::vector<std::string> Containment::allIn(const std::string& frame) const {
    std::vector<std::string> all{frame};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto children = in(all[i]);
        all.insert(all.end(), children.begin(), children.end());
    }
    return all;
}

}  // namespace gw
