#include "model/core/reading.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace gw {

constinit thread_local Reading* Reading::current_ = nullptr;

Part partOf(std::string_view id) {
    return static_cast<Part>(std::hash<std::string_view>{}(id));
}

Reading::~Reading() {
    current_ = outer_;
    note(parts_);
}

void Reading::note(std::span<const Part> parts) {
    if (!current_) return;
    for (const Part part : parts) current_->add(part);
}

std::vector<Part> Reading::parts() const {
    std::vector<Part> once = parts_;
    std::ranges::sort(once);
    once.erase(std::unique(once.begin(), once.end()), once.end());
    once.shrink_to_fit();
    return once;
}

PartSet::PartSet(std::size_t parts) {
    // Eight bits for each, so that one in eight parts that were never added seems to be there.
    const auto bits = std::clamp<std::size_t>(std::bit_ceil(parts * 8), 64, std::size_t{1} << 31);
    shift_ = 32 - std::countr_zero(bits);
    bits_.resize(bits / 64);
}

void PartSet::add(std::span<const Part> parts) {
    for (const Part part : parts) {
        const std::uint32_t bit = bitOf(part);
        bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
    }
}

void Changes::add(Part part) {
    if (bits_.empty()) bits_.resize(words);
    bits_[wordOf(part)] |= std::uint64_t{1} << part % 64;
    parts_.insert(part);
}

bool Changes::mayTouch(const PartSet& parts) const {
    return isAll_ || std::ranges::any_of(parts_, [&](Part part) { return parts.mayHold(part); });
}

bool Changes::touch(std::span<const Part> parts) const {
    return std::ranges::any_of(parts, [this](Part part) { return has(part); });
}

}  // namespace gw
