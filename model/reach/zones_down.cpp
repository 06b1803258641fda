#include "model/reach/zones_down.h"

#include "model/design/removal.h"

namespace gw {
namespace {

Design withoutFlows(Design design) {
    design.flows = {};
    return design;
}

}  // namespace

struct ZonesDown::Down {
    Down(Remainder made, const Network& before) : remainder(std::move(made)), network(remainder.left, &before) {}
    Down(const Down&) = delete;
    Down& operator=(const Down&) = delete;
    ~Down() = default;

    Remainder remainder;
    Network network;
};

ZonesDown::ZonesDown(const Network& network, const ZonesDown* previous)
    : network_(network), whole_(withoutFlows(network.design())) {
    if (!previous) return;
    const std::lock_guard lock(previous->mutex_);
    before_ = previous->before_;
    for (const auto& [zone, down] : previous->down_) before_[zone] = down;
}

ZonesDown::~ZonesDown() = default;

std::shared_ptr<const ZonesDown::Down> ZonesDown::made(const Id<AvailabilityZone>& zone) const {
    std::set<std::string> subnets;
    for (const Subnet& subnet : whole_.subnets)
        if (subnet.zone == zone) subnets.insert(subnet.id.value);
    if (const auto at = before_.find(zone); at != before_.end()) {
        const std::shared_ptr<const Down> before = at->second;
        before_.erase(at);
        if (auto remainder = followed(before->remainder, whole_, subnets))
            return std::make_shared<const Down>(*std::move(remainder), before->network);
    }
    if (!index_) index_ = std::make_unique<const RemovalIndex>(whole_);
    return std::make_shared<const Down>(index_->remainder(std::move(subnets)), network_);
}

const Network& ZonesDown::without(const Id<AvailabilityZone>& zone) const {
    Reading::note(part);
    const Unnoted unnoted;
    const std::lock_guard lock(mutex_);
    auto& down = down_[zone];
    if (!down) down = made(zone);
    return down->network;
}

void ZonesDown::addChanges(const Network& before, const Network& after, Changes& changes) {
    if (areRowsMoved(withoutFlows(before.design()), withoutFlows(after.design()))) changes.add(part);
}

}  // namespace gw
