#include "model/reach/hops.h"

#include <algorithm>

namespace gw {

Hops::Hops(const Network& network, const Journey& journey) : network_(network), journey_(journey) {
    place(journey.caller);
}

void Hops::add(const Ruling& ruling) {
    if (ruling.stage == Stage::Response) {
        // The way back ends the story: it is told at the target, once for each thing that decides.
        Ruling back = ruling;
        back.hop = journey_.target;
        if (back.code == Code::AclReturnAllowed) back.other = {};
        return keep(own_.emplace_back(std::move(back)));
    }
    if (ruling.hop != journey_.target) last_ = place(ruling.hop);
    keep(ruling);
}

std::vector<Hop> Hops::take() {
    place(journey_.target, true);
    std::vector<Hop> hops;
    for (const std::string_view id : order_) {
        Hop hop{AnyId(std::string(id)), {}};
        for (const Ruling* ruling : rulings_)
            if (ruling->hop == id) hop.steps.push_back(inWords(network_, journey_, *ruling));
        std::ranges::stable_sort(hop.steps, {}, &Step::stage);
        if (!hop.steps.empty()) hops.push_back(std::move(hop));
    }
    return hops;
}

void Hops::keep(const Ruling& ruling) {
    if (std::ranges::none_of(rulings_, [&](const Ruling* known) { return known->sameAs(ruling); }))
        rulings_.push_back(&ruling);
}

std::size_t Hops::place(std::string_view id, bool atEnd) {
    const auto at = std::ranges::find(order_, id);
    if (at != order_.end()) return static_cast<std::size_t>(at - order_.begin());
    const std::size_t index = order_.empty() || atEnd ? order_.size() : last_ + 1;
    order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(index), id);
    return index;
}

}  // namespace gw
