#include <algorithm>

#include "model/edit/settle.h"

/// Dots of interfaces stand in a subnet below what else does.
namespace gw {

bool Settler::hasInterfaces(const std::string& subnet) const {
    if (!withInterfaces_) {
        withInterfaces_.emplace();
        const auto add = [&](const auto& rows) {
            for (const auto& row : rows)
                for (const Id<Subnet>& id : row.subnets) withInterfaces_->insert(id.value);
        };
        add(design_.endpoints);
        add(design_.resolverEndpoints);
        add(design_.resourceGateways);
    }
    return withInterfaces_->contains(subnet);
}

void Settler::makeRoomForInterfaces(const std::string& subnet) {
    if (!isPlaced(subnet) || !hasInterfaces(subnet)) return;
    covered_.clear();
    Box own = box(subnet);
    int lowest = own.y + measure::subnet.top - measure::subnet.bottom;
    for (const std::string& id : solidsIn(subnet)) lowest = std::max(lowest, box(id).bottom());
    for (const std::string& card : containment_->spanning(subnet))
        if (const Ids& over = covered(card); isPlaced(card) && std::ranges::find(over, subnet) != over.end())
            lowest = std::max(lowest, box(card).bottom());
    const int bottom = lowest + paddingOf(subnet).bottom;
    if (bottom <= own.bottom()) return;
    own.height = bottom - own.y;
    setBox(subnet, own);
    moved_.insert(subnet);
    growPeers(subnet, {});
    settle({});
}

}  // namespace gw
