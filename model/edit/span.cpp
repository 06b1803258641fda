#include "model/edit/span.h"

#include <algorithm>
#include <utility>

#include "model/design/containment.h"
#include "model/design/references.h"

namespace gw {
namespace {

const std::vector<Id<Subnet>>* subnetsOf(const Design& design, const AnyId& card) {
    if (const Workload* row = design.workloads.find({card.value})) return &row->subnets;
    if (const LoadBalancer* row = design.loadBalancers.find({card.value})) return &row->subnets;
    return nullptr;
}

/// The drawn subnets of the VPC in whose height y lies, from left to right.
std::vector<const Subnet*> levelAt(const Design& design, const Id<Vpc>& vpc, int y) {
    std::vector<std::pair<int, const Subnet*>> found;
    for (const Subnet& subnet : design.subnets) {
        const Placement* placed = subnet.vpc == vpc ? design.placements.find({subnet.id.value}) : nullptr;
        if (placed && placed->y <= y && y < placed->box().bottom()) found.emplace_back(placed->x, &subnet);
    }
    std::ranges::sort(found, {}, [](const auto& each) { return each.first; });
    std::vector<const Subnet*> level;
    for (const auto& [x, subnet] : found) level.push_back(subnet);
    return level;
}

std::vector<Id<AvailabilityZone>> zonesOf(const Design& design, const std::vector<Id<Subnet>>& subnets) {
    std::vector<Id<AvailabilityZone>> zones;
    for (const Id<Subnet>& id : subnets) {
        const Subnet* subnet = design.subnets.find(id);
        if (subnet && subnet->zone && std::ranges::find(zones, subnet->zone) == zones.end())
            zones.push_back(subnet->zone);
    }
    return zones;
}

}  // namespace

Landing landingOf(const Design& design, const AnyId& card, const Id<Subnet>& target) {
    const Subnet* subnet = design.subnets.find(target);
    if (!subnet) return {};
    Landing landing{{target}, {}};
    const auto* own = subnetsOf(design, card);
    if (!own) return landing;
    const std::vector<Id<AvailabilityZone>> zones = zonesOf(design, *own);
    const Placement* placed = design.placements.find({target.value});
    if (placed && std::ranges::find(zones, subnet->zone) != zones.end()) {
        const auto level = levelAt(design, subnet->vpc, placed->box().centre().y);
        landing.subnets.clear();
        for (const Id<AvailabilityZone>& zone : zones) {
            const auto there = std::ranges::find_if(level, [&](const Subnet* each) { return each->zone == zone; });
            if (zone == subnet->zone)
                landing.subnets.push_back(target);
            else if (there != level.end())
                landing.subnets.push_back((*there)->id);
        }
    }
    const auto kept = zonesOf(design, landing.subnets);
    std::ranges::copy_if(zones, std::back_inserter(landing.left),
                         [&](const Id<AvailabilityZone>& zone) { return std::ranges::find(kept, zone) == kept.end(); });
    return landing;
}

std::optional<std::vector<Id<Subnet>>> subnetsUnder(const Design& design, const AnyId& card, const Box& box) {
    const auto* own = subnetsOf(design, card);
    const Placement* placed = design.placements.find({card.value});
    const Subnet* home = own && !own->empty() ? design.subnets.find(own->front()) : nullptr;
    if (!home || !placed) return std::nullopt;
    const auto level = levelAt(design, home->vpc, placed->y);
    std::vector<Id<Subnet>> next;
    for (const Subnet* subnet : level) {
        const Box frame = design.placements.find({subnet->id.value})->box();
        if (frame.x < box.right() && box.x < frame.right()) next.push_back(subnet->id);
    }
    if (next.empty()) return std::nullopt;
    for (const Id<Subnet>& id : *own)
        if (std::ranges::find(level, id, &Subnet::id) == level.end()) next.push_back(id);
    // The first one is where the card stands; it stays so while it is under the card.
    if (const auto first = std::ranges::find(next, home->id); first != next.end())
        std::rotate(next.begin(), first, first + 1);
    std::vector<Id<Subnet>> before = *own;
    std::vector<Id<Subnet>> after = next;
    std::ranges::sort(before);
    std::ranges::sort(after);
    return before == after ? std::nullopt : std::optional(next);
}

std::set<std::string> withLevelSubnets(const Design& design, std::set<std::string> things) {
    const auto isOneOf = [&](const Id<Subnet>& id) { return things.contains(id.value); };
    bool more = std::ranges::any_of(design.subnets, [&](const Subnet& each) { return isOneOf(each.id); });
    const auto join = [&](const auto& cards) {
        for (const auto& card : cards) {
            if (card.subnets.size() < 2 || !design.placements.find({card.id.value}) ||
                std::ranges::none_of(card.subnets, isOneOf))
                continue;
            for (const Id<Subnet>& id : card.subnets)
                if (design.placements.find({id.value})) more = things.insert(id.value).second || more;
        }
    };
    while (std::exchange(more, false)) {
        join(design.workloads);
        join(design.loadBalancers);
    }
    return things;
}

std::string leftBehind(const Design& design, const AnyId& card, const AnyId& frame) {
    const auto* own = subnetsOf(design, card);
    if (!own || own->empty()) return {};
    const Id<Subnet> target{frame.value};
    if (!design.subnets.find(target)) return nameOf(design, card) + " stands in no subnet now.";
    const Landing landing = landingOf(design, card, target);
    if (landing.left.empty()) return {};
    const auto listed = [&](const auto& ids) {
        std::string names;
        for (const auto& id : ids) names += (names.empty() ? "" : ", ") + nameOf(design, AnyId(id));
        return names;
    };
    const Subnet* subnet = design.subnets.find(target);
    const auto zones = zonesOf(design, *own);
    const bool isOwnZone = std::ranges::find(zones, subnet->zone) != zones.end();
    const std::string now = nameOf(design, card) + " stands in " + listed(landing.subnets);
    if (!isOwnZone) return now + " alone, and no more in " + listed(landing.left) + ".";
    return now + ": " + listed(landing.left) + (landing.left.size() == 1 ? " has" : " have") +
           " no subnet level with " + nameOf(design, AnyId(target)) + ".";
}

}  // namespace gw
