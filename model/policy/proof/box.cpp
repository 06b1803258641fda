#include "model/policy/proof/box.h"

#include <algorithm>
#include <utility>

namespace gw {
namespace {

std::size_t wordsFor(std::size_t classes) {
    return (classes + 63) / 64;
}

}  // namespace

ClassSet::ClassSet(std::size_t count, bool filled)
    : count_(count), words_(wordsFor(count), filled ? ~std::uint64_t{0} : 0) {
    if (filled && count % 64 != 0) words_.back() = (std::uint64_t{1} << (count % 64)) - 1;
}

bool ClassSet::isEmpty() const {
    return std::ranges::all_of(words_, [](std::uint64_t word) { return word == 0; });
}

ClassSet ClassSet::inverted() const {
    ClassSet all(count_, true);
    for (std::size_t i = 0; i < words_.size(); ++i) all.words_[i] &= ~words_[i];
    return all;
}

std::size_t BoxSpace::addDimension(std::size_t classes) {
    counts_.push_back(classes);
    starts_.push_back(starts_.back() + wordsFor(classes));
    return counts_.size() - 1;
}

RequestBox BoxSpace::whole() const {
    RequestBox box;
    box.words.reserve(starts_.back());
    for (const std::size_t count : counts_) {
        const ClassSet all(count, true);
        box.words.insert(box.words.end(), all.words().begin(), all.words().end());
    }
    return box;
}

void BoxSpace::narrow(RequestBox& box, std::size_t dimension, const ClassSet& to) const {
    for (std::size_t i = 0; i < to.words().size(); ++i) box.words[starts_[dimension] + i] &= to.words()[i];
}

bool BoxSpace::dimensionIsEmpty(const RequestBox& box, std::size_t dimension) const {
    for (std::size_t i = starts_[dimension]; i < starts_[dimension + 1]; ++i)
        if (box.words[i] != 0) return false;
    return true;
}

bool BoxSpace::isEmpty(const RequestBox& box) const {
    for (std::size_t dimension = 0; dimension < counts_.size(); ++dimension)
        if (dimensionIsEmpty(box, dimension)) return true;
    return false;
}

RequestBox BoxSpace::both(const RequestBox& a, const RequestBox& b) const {
    RequestBox box = a;
    for (std::size_t i = 0; i < box.words.size(); ++i) box.words[i] &= b.words[i];
    return box;
}

bool BoxSpace::overlap(const RequestBox& a, const RequestBox& b) const {
    for (std::size_t dimension = 0; dimension < counts_.size(); ++dimension) {
        bool meets = false;
        for (std::size_t i = starts_[dimension]; i < starts_[dimension + 1] && !meets; ++i)
            meets = (a.words[i] & b.words[i]) != 0;
        if (!meets) return false;
    }
    return true;
}

std::size_t BoxSpace::dimensionsBeyond(const RequestBox& box, const RequestBox& other) const {
    std::size_t beyond = 0;
    for (std::size_t dimension = 0; dimension < counts_.size(); ++dimension)
        for (std::size_t i = starts_[dimension]; i < starts_[dimension + 1]; ++i)
            if ((box.words[i] & ~other.words[i]) != 0) {
                ++beyond;
                break;
            }
    return beyond;
}

RequestBox BoxSpace::cutBeyond(RequestBox& box, const RequestBox& other, std::size_t dimension) const {
    RequestBox beyond = box;
    for (std::size_t i = starts_[dimension]; i < starts_[dimension + 1]; ++i) {
        beyond.words[i] &= ~other.words[i];
        box.words[i] &= other.words[i];
    }
    if (dimensionIsEmpty(beyond, dimension)) return {};
    return beyond;
}

std::vector<std::size_t> BoxSpace::classesOf(const RequestBox& box, std::size_t dimension) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < counts_[dimension]; ++i)
        if ((box.words[starts_[dimension] + i / 64] >> (i % 64) & 1) != 0) found.push_back(i);
    return found;
}

bool BoxSearch::outside(const RequestBox& box, const std::vector<RequestBox>& taken, const Accept& accept) {
    std::vector<const RequestBox*> all;
    for (const RequestBox& each : taken) all.push_back(&each);
    return !space_.isEmpty(box) && outsideOf(box, std::move(all), accept);
}

bool BoxSearch::outsideOf(RequestBox box, std::vector<const RequestBox*> taken, const Accept& accept) {
    if (left_ == 0) return false;
    --left_;
    // Of the boxes that meet this one the cut that leaves fewest pieces comes first.
    std::erase_if(taken, [&](const RequestBox* each) { return !space_.overlap(box, *each); });
    if (taken.empty()) return accept(box);
    std::size_t fewest = space_.dimensions() + 1;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const std::size_t beyond = space_.dimensionsBeyond(box, *taken[i]);
        if (beyond == 0) return false;
        if (beyond < fewest) {
            fewest = beyond;
            chosen = i;
        }
    }
    const RequestBox& cut = *taken[chosen];
    taken.erase(taken.begin() + static_cast<std::ptrdiff_t>(chosen));
    for (std::size_t dimension = 0; dimension < space_.dimensions(); ++dimension) {
        RequestBox beyond = space_.cutBeyond(box, cut, dimension);
        if (!beyond.words.empty() && outsideOf(std::move(beyond), taken, accept)) return true;
    }
    return false;
}

bool BoxSearch::within(const RequestBox& box, const std::vector<const std::vector<RequestBox>*>& within,
                       const std::vector<RequestBox>& taken, const Accept& accept) {
    return withinFrom(box, within, 0, taken, accept);
}

bool BoxSearch::withinFrom(const RequestBox& box, const std::vector<const std::vector<RequestBox>*>& within,
                           std::size_t at, const std::vector<RequestBox>& taken, const Accept& accept) {
    if (space_.isEmpty(box)) return false;
    if (at == within.size()) return outside(box, taken, accept);
    return std::ranges::any_of(*within[at], [&](const RequestBox& each) {
        return left_ > 0 && withinFrom(space_.both(box, each), within, at + 1, taken, accept);
    });
}

}  // namespace gw
