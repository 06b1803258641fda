#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

/// Sets of requests as boxes: for each dimension of a request (principal, action, resource, each condition key) a set
/// of the classes that the question can tell apart.
namespace gw {

/// Some of the classes of one dimension.
class ClassSet {
public:
    ClassSet() = default;
    ClassSet(std::size_t count, bool filled);

    std::size_t count() const { return count_; }
    void add(std::size_t index) { words_[index / 64] |= std::uint64_t{1} << (index % 64); }
    bool has(std::size_t index) const { return (words_[index / 64] >> (index % 64) & 1) != 0; }
    bool isEmpty() const;
    ClassSet inverted() const;
    const std::vector<std::uint64_t>& words() const { return words_; }

    friend bool operator==(const ClassSet&, const ClassSet&) = default;

private:
    std::size_t count_ = 0;
    std::vector<std::uint64_t> words_;
};

/// A product of class sets, one for each dimension of its BoxSpace.
struct RequestBox {
    std::vector<std::uint64_t> words{};
    friend bool operator==(const RequestBox&, const RequestBox&) = default;
};

/// The dimensions that boxes have. All are added before the first box is made.
class BoxSpace {
public:
    /// Its index; `classes` at least 1.
    std::size_t addDimension(std::size_t classes);
    std::size_t dimensions() const { return counts_.size(); }

    /// Every request.
    RequestBox whole() const;
    /// Leaves of the box what lies in the set.
    void narrow(RequestBox& box, std::size_t dimension, const ClassSet& to) const;
    bool isEmpty(const RequestBox& box) const;
    RequestBox both(const RequestBox& a, const RequestBox& b) const;
    bool overlap(const RequestBox& a, const RequestBox& b) const;
    /// In how many dimensions the box reaches beyond the other; 0 where it lies within.
    std::size_t dimensionsBeyond(const RequestBox& box, const RequestBox& other) const;
    /// Cuts off the part of the box that lies beyond the other in the dimension, and returns it; empty where none does.
    RequestBox cutBeyond(RequestBox& box, const RequestBox& other, std::size_t dimension) const;
    /// The classes of the box in the dimension, in their order.
    std::vector<std::size_t> classesOf(const RequestBox& box, std::size_t dimension) const;

private:
    bool dimensionIsEmpty(const RequestBox& box, std::size_t dimension) const;

    std::vector<std::size_t> counts_;
    /// Where each dimension's words start; one more for the end.
    std::vector<std::size_t> starts_{0};
};

/// Looks for a request in some boxes and outside of others, by cutting boxes up. Its work is bounded.
class BoxSearch {
public:
    /// Whether the box holds the request that is looked for; the search ends at the first that does.
    using Accept = std::function<bool(const RequestBox&)>;

    BoxSearch(const BoxSpace& space, std::size_t maxPieces) : space_(space), left_(maxPieces) {}

    /// Whether `accept` took a part of the box that lies in none of `taken`.
    bool outside(const RequestBox& box, const std::vector<RequestBox>& taken, const Accept& accept);
    /// Whether `accept` took a part of the box that lies in one of the boxes of each list of `within`, and in none of
    /// `taken`.
    bool within(const RequestBox& box, const std::vector<const std::vector<RequestBox>*>& within,
                const std::vector<RequestBox>& taken, const Accept& accept);
    /// Whether the bound was met, so that a search without a find says nothing.
    bool isExhausted() const { return left_ == 0; }

private:
    bool outsideOf(RequestBox box, std::vector<const RequestBox*> taken, const Accept& accept);
    bool withinFrom(const RequestBox& box, const std::vector<const std::vector<RequestBox>*>& within, std::size_t at,
                    const std::vector<RequestBox>& taken, const Accept& accept);

    const BoxSpace& space_;
    std::size_t left_;
};

}  // namespace gw
