#include <algorithm>
#include <set>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/report/lens_content.h"
#include "model/scene/appearance.h"

namespace gw {
namespace {

/// A way that a table has beside the local one.
struct WayOn {
    std::string destination{};
    std::string next{};  ///< name of where it leads
    AnyId to{};
};

std::string wordsOf(const Design& design, const Destination& destination) {
    if (const Cidr* block = std::get_if<Cidr>(&destination)) return block->text();
    return nameOf(design, std::get<1>(destination));
}

/// What most packets take first: the default routes, then the others as the table has them, then gateway endpoints.
std::vector<WayOn> waysOf(const Network& network, const RouteTable& table) {
    const Design& design = network.design();
    std::vector<WayOn> ways;
    for (const Route& route : table.routes) {
        const bool lost = route.state == RouteState::Blackhole || !contains(design, route.target);
        ways.push_back({wordsOf(design, route.destination), lost ? "nowhere" : nameOf(design, route.target),
                        lost ? AnyId{} : AnyId(route.target)});
    }
    std::stable_partition(ways.begin(), ways.end(), [](const WayOn& way) { return way.destination.ends_with("/0"); });
    for (const Endpoint* endpoint : network.gatewayEndpointsOf(table))
        ways.push_back({lookOf(endpoint->service).title, nameOf(design, endpoint->id), endpoint->id});
    return ways;
}

std::string listed(const std::vector<WayOn>& ways, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(most, ways.size()); ++i)
        text += (i == 0 ? "" : ", ") + ways[i].destination + " \u2192 " + ways[i].next;
    if (ways.size() > most) text += ", +" + std::to_string(ways.size() - most);
    return text.empty() ? "local only" : text;
}

/// Behind the name of a subnet: where its packets go beside the VPC itself, "\u2192 nat-a, +1".
std::string captionOf(const std::vector<WayOn>& ways) {
    if (ways.empty()) return "local only";
    std::set<std::string_view> nexts;
    for (const WayOn& way : ways) nexts.insert(way.next);
    return "\u2192 " + ways.front().next + (nexts.size() > 1 ? ", +" + std::to_string(nexts.size() - 1) : "");
}

/// For the legend: where the packets go beside the VPC itself, "vpce-s3, nat-a, +1".
std::string nextsOf(const std::vector<WayOn>& ways) {
    constexpr std::size_t most = 3;
    std::vector<std::string_view> nexts;
    for (const WayOn& way : ways)
        if (std::ranges::find(nexts, way.next) == nexts.end()) nexts.push_back(way.next);
    std::string text;
    for (std::size_t i = 0; i < std::min(most, nexts.size()); ++i) text += (i == 0 ? "" : ", ") + std::string(nexts[i]);
    if (nexts.size() > most) text += ", +" + std::to_string(nexts.size() - most);
    return text.empty() ? "local only" : text;
}

std::string_view wordsOf(Exposure exposure) {
    switch (exposure) {
        case Exposure::Public:
            return "public";
        case Exposure::Private:
            return "private";
        case Exposure::Isolated:
            return "isolated";
    }
    return {};
}

/// The keys of the tables that lead to a gateway: "A B", "A B +2".
std::string keysOf(const std::vector<std::string>& tables) {
    constexpr std::size_t most = 3;
    std::string keys;
    for (std::size_t i = 0; i < std::min(most, tables.size()); ++i) keys += (i == 0 ? "" : " ") + tables[i];
    if (tables.size() > most) keys += " +" + std::to_string(tables.size() - most);
    return keys;
}

struct LeadsHere {
    Tone tone = Tone::Plain;
    std::vector<std::string> keys{};
};

/// Gateways and endpoints stay, whether a route leads to them or not.
void keepGateways(LensContent& content, const Design& design) {
    const auto keep = [&](const auto& table) {
        for (const auto& row : table) content.marks.try_emplace(row.id);
    };
    keep(design.internetGateways);
    keep(design.egressOnlyGateways);
    keep(design.natGateways);
    keep(design.transitGateways);
    keep(design.peeringConnections);
    keep(design.vpnGateways);
    keep(design.endpoints);
    keep(design.onPremisesNetworks);
}

}  // namespace

LensContent routingContent(const Facts& facts) {
    const Network& network = facts.network();
    const Design& design = facts.design();
    LensContent content;
    content.keepsFlows = false;
    keepGateways(content, design);

    std::map<Id<RouteTable>, std::vector<const Subnet*>> subnetsOf;
    for (const Subnet& subnet : design.subnets) {
        if (const RouteTable* table = network.routeTableOf(subnet))
            subnetsOf[table->id].push_back(&subnet);
        else
            content.marks[subnet.id] = {Tone::Plain, {}, "local only", "No route table is drawn: local routes hold."};
    }
    std::map<AnyId, LeadsHere> ledTo;
    std::size_t n = 0;
    for (const auto& [id, subnets] : subnetsOf) {
        const RouteTable& table = *find(design, id);
        const std::vector<WayOn> ways = waysOf(network, table);
        const Tone tone = toneOfEqual(n);
        const std::string key = letterKey(n++);
        const std::string name = nameOf(design, id);
        const std::string exposure(wordsOf(network.exposureOf(*subnets.front())));
        content.legend.push_back({tone, key, name + ": " + nextsOf(ways)});
        for (const Subnet* subnet : subnets)
            content.marks[subnet->id] = {tone, key, captionOf(ways),
                                         "Route table " + name + " (" + exposure + "): " + listed(ways, 6) + "."};
        for (const WayOn& way : ways) {
            LeadsHere& here = ledTo[way.to];
            if (!here.keys.empty() && here.keys.back() == key) continue;
            here.tone = here.keys.empty() ? tone : Tone::Plain;
            here.keys.push_back(key);
        }
    }
    for (const auto& [id, tables] : ledTo)
        if (id) content.marks[id] = {tables.tone, keysOf(tables.keys), {}, {}};
    if (n > 0) content.headline = "Where each route table sends what leaves its subnets";
    shorten(content.legend);
    return content;
}

}  // namespace gw
