#pragma once
#include <deque>
#include <vector>

#include "model/reach/words.h"

namespace gw {

/// Puts the steps of all branches into one list of places: equal steps once, in the order of the way.
class Hops {
public:
    Hops(const Network& network, const Journey& journey);

    /// The ruling must stay where it is until the hops are taken.
    void add(const Ruling& ruling);
    void addOwn(Ruling ruling) { add(own_.emplace_back(std::move(ruling))); }
    void startBranch() { last_ = 0; }

    std::vector<Hop> take();

private:
    void keep(const Ruling& ruling);
    std::size_t place(std::string_view id, bool atEnd = false);

    const Network& network_;
    const Journey& journey_;
    std::vector<std::string_view> order_;
    std::size_t last_ = 0;
    std::vector<const Ruling*> rulings_;
    std::deque<Ruling> own_;
};

}  // namespace gw
