#include "model/repair/repair.h"

#include <algorithm>
#include <tuple>

#include "model/cost/standing.h"
#include "model/design/references.h"
#include "model/reach/reach.h"
#include "model/repair/search.h"

namespace gw {
namespace {

constexpr std::size_t mostSolutions = 8;

template <class Rule, class Weigh>
int opened(const std::vector<Rule>* before, const std::vector<Rule>& after, Weigh weigh) {
    int sum = 0;
    for (const Rule& rule : after)
        if (!before || std::ranges::find(*before, rule) == before->end()) sum += weigh(rule);
    return sum;
}

/// How wide a block is, in steps of four bits: 8 for all of IPv4.
int widthOf(const Cidr& block) {
    return (block.width() - block.prefix()) / 4;
}

int widthOf(const Peer& peer) {
    const Cidr* block = std::get_if<Cidr>(&peer);
    return block ? 2 + widthOf(*block) : 0;
}

/// How far the design is opened by what was added: by rules the wider the more, by gateway endpoints for all who use
/// their tables, and by flows that should be blocked and no longer are.
int openness(const Design& before, const Design& after, const std::vector<FlowChange>& sideEffects) {
    int sum = 0;
    for (const SecurityGroup& group : after.securityGroups) {
        const SecurityGroup* old = find(before, group.id);
        // Whatever names no group has the default one: what that admits, it admits to all of those.
        const int perRule = group.isDefault ? 4 : 1;
        const auto weigh = [&](const SecurityGroupRule& rule) { return perRule + widthOf(rule.peer); };
        sum += opened(old ? &old->ingress : nullptr, group.ingress, weigh);
        sum += opened(old ? &old->egress : nullptr, group.egress, weigh);
    }
    for (const NetworkAcl& acl : after.networkAcls) {
        const NetworkAcl* old = find(before, acl.id);
        const auto weigh = [](const NetworkAclEntry& entry) { return 2 + widthOf(entry.cidr); };
        sum += opened(old ? &old->ingress : nullptr, acl.ingress, weigh);
        sum += opened(old ? &old->egress : nullptr, acl.egress, weigh);
    }
    for (const Endpoint& endpoint : after.endpoints)
        if (!find(before, endpoint.id)) sum += endpoint.type == EndpointType::Gateway ? 4 : 1;
    for (const FlowChange& change : sideEffects)
        if (change.effect == Effect::Opens) sum += 100;
    return sum;
}

struct Weighed {
    Repair repair{};
    int openness = 0;
};

Weighed weigh(const Network& network, const Traces& traces, const std::optional<double>& costs, Solution solution) {
    const Design& design = network.design();
    Weighed weighed;
    Repair& repair = weighed.repair;
    repair.steps = std::move(solution.steps);
    repair.verdict = solution.trace.verdict;
    repair.via = std::move(solution.trace.via);
    const auto changed = apply(repair.whole(), design);
    if (!changed) return weighed;
    const Network after(*changed, &network);
    Changes changes = after.changesSince(network);
    repair.sideEffects = changesBetween(design, traces, gw::traces(after, traces, changes));
    std::erase_if(repair.sideEffects, [&](const FlowChange& each) { return each.flow == solution.trace.flow; });
    const auto willCost = standingCostOf(after);
    if (costs && willCost) repair.monthlyUsd = *willCost - *costs;
    weighed.openness = openness(design, *changed, repair.sideEffects);
    return weighed;
}

}  // namespace

bool Repair::breaksSomething() const {
    return std::ranges::any_of(sideEffects, [](const FlowChange& each) { return isWorse(each.effect); });
}

Edit Repair::whole() const {
    return inOrder(steps.size() == 1 ? steps.front().label : "Repair the path", steps);
}

std::vector<Repair> repairsOf(const Design& design, const Id<Flow>& flow) {
    const Flow* row = find(design, flow);
    if (!row || row->intent == FlowIntent::Blocked) return {};
    const Network network(design);
    return repairsOf(network, traces(network), flow);
}

std::vector<Repair> repairsOf(const Network& network, const Traces& traces, const Id<Flow>& flow) {
    const Flow* row = find(network.design(), flow);
    if (!row || row->intent == FlowIntent::Blocked) return {};
    auto solutions = solutionsFor(network, flow, mostSolutions);
    if (solutions.empty()) return {};
    const auto costs = standingCostOf(network);
    std::vector<Weighed> all;
    all.reserve(solutions.size());
    for (Solution& solution : solutions) all.push_back(weigh(network, traces, costs, std::move(solution)));

    // What breaks other flows is never the best of anything while something else is to be had.
    const auto rank = [](auto measure) {
        return [measure](const Weighed& a, const Weighed& b) {
            return std::tuple(a.repair.breaksSomething(), measure(a), a.repair.steps.size()) <
                   std::tuple(b.repair.breaksSomething(), measure(b), b.repair.steps.size());
        };
    };
    const auto fewest =
        std::ranges::min_element(all, rank([](const Weighed& each) { return each.repair.steps.size(); }));
    const auto cheapest =
        std::ranges::min_element(all, rank([](const Weighed& each) { return each.repair.monthlyUsd.value_or(1e9); }));
    const auto closest = std::ranges::min_element(all, rank([](const Weighed& each) { return each.openness; }));
    fewest->repair.fewestEdits = true;
    cheapest->repair.cheapest = true;
    closest->repair.mostPrivate = true;
    std::vector<Repair> chosen{fewest->repair};
    if (cheapest != fewest) chosen.push_back(cheapest->repair);
    if (closest != fewest && closest != cheapest) chosen.push_back(closest->repair);
    return chosen;
}

}  // namespace gw
