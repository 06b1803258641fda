#include "model/edit/held_still.h"

#include <algorithm>

#include "model/design/containment.h"

namespace gw {

std::set<std::string> carriedWith(const Design& design, const std::set<std::string>& ids) {
    const auto containment = containmentOf(design);
    std::set<std::string> carried;
    for (const std::string& id : ids)
        for (std::string& each : containment->allIn(id)) carried.insert(std::move(each));
    const bool carriesVpc = std::ranges::any_of(ids, [&](const std::string& id) { return design.vpcs.find({id}); });
    for (const AvailabilityZone& zone : design.availabilityZones) {
        const auto subnets = containment->subnetsOf(zone.id.value);
        const bool goesAlong =
            subnets.empty()
                ? carriesVpc
                : std::ranges::all_of(subnets, [&](const std::string& subnet) { return carried.contains(subnet); });
        if (goesAlong) carried.insert(zone.id.value);
    }
    return carried;
}

std::vector<Box> holdStill(const Design& before, Design& after, const std::set<std::string>& moving) {
    std::vector<Box> grown;
    std::vector<Placement> back;
    for (const Placement& placed : after.placements) {
        const Placement* stood = before.placements.find(placed.id);
        if (!stood || stood->box() == placed.box() || moving.contains(placed.id.value)) continue;
        if (stood->width != placed.width || stood->height != placed.height) grown.push_back(placed.box());
        back.push_back(*stood);
    }
    for (Placement& placement : back) after.placements.put(std::move(placement));
    return grown;
}

}  // namespace gw
