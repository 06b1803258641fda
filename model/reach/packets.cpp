#include "model/reach/packets.h"

#include <algorithm>

namespace gw {

Span spanOf(const Cidr& block) {
    return {block.first().bits, block.last().bits};
}

bool PacketRange::contains(const PacketRange& other) const {
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (!spans[i].contains(other.spans[i])) return false;
    return true;
}

bool PacketRange::overlaps(const PacketRange& other) const {
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (!spans[i].overlaps(other.spans[i])) return false;
    return true;
}

std::optional<PacketRange> PacketRange::common(const PacketRange& other) const {
    PacketRange both;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (!spans[i].overlaps(other.spans[i])) return std::nullopt;
        both.spans[i] = {std::max(spans[i].first, other.spans[i].first), std::min(spans[i].last, other.spans[i].last)};
    }
    return both;
}

void PacketSet::add(const PacketRange& range) {
    ranges_.push_back(range);
}

void PacketSet::add(const PacketSet& other) {
    ranges_.insert(ranges_.end(), other.ranges_.begin(), other.ranges_.end());
}

bool PacketSet::contains(const PacketSet& other) const {
    if (ranges_.size() == 1) return other.isWithin(ranges_.front());
    return other.without(*this).empty();
}

bool PacketSet::isWithin(const PacketRange& range) const {
    return std::ranges::all_of(ranges_, [&](const PacketRange& own) { return range.contains(own); });
}

bool PacketSet::overlaps(const PacketRange& range) const {
    return std::ranges::any_of(ranges_, [&](const PacketRange& own) { return own.overlaps(range); });
}

PacketSet PacketSet::within(const PacketRange& box) const {
    PacketSet part;
    for (const PacketRange& own : ranges_)
        if (const auto common = own.common(box)) part.add(*common);
    return part;
}

PacketSet PacketSet::within(const PacketSet& other) const {
    PacketSet part;
    for (const PacketRange& box : other.ranges_)
        for (const PacketRange& own : ranges_)
            if (const auto common = own.common(box)) part.add(*common);
    return part;
}

PacketSet PacketSet::without(const PacketRange& box) const {
    PacketSet rest;
    for (PacketRange own : ranges_) {
        const auto common = own.common(box);
        if (!common) {
            rest.add(own);
            continue;
        }
        // Cut off, dimension by dimension, what lies before and behind the box; what is left at the end is inside it.
        for (std::size_t i = 0; i < own.spans.size(); ++i) {
            const Span middle = common->spans.at(i);
            if (own.spans.at(i).first < middle.first) {
                PacketRange before = own;
                before.spans.at(i).last = middle.first - 1;
                rest.add(before);
            }
            if (middle.last < own.spans.at(i).last) {
                PacketRange behind = own;
                behind.spans.at(i).first = middle.last + 1;
                rest.add(behind);
            }
            own.spans.at(i) = middle;
        }
    }
    return rest;
}

PacketSet PacketSet::without(const PacketSet& other) const {
    PacketSet rest = *this;
    for (const PacketRange& box : other.ranges_) {
        if (rest.empty()) break;
        rest = rest.without(box);
    }
    return rest;
}

}  // namespace gw
