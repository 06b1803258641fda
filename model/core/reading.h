#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace gw {

/// What can be read of a design, and changes by itself: a row, a table as a whole, a list of an index. The number is
/// made of its name; where two share one, a change of either passes for a change of both: that costs time, never truth.
using Part = std::uint32_t;

/// The row of that id.
Part partOf(std::string_view id);
/// All rows of the kind of that name.
constexpr Part partOfKind(std::string_view name) {
    Part part = 0x811c9dc5U;
    for (const char letter : name) part = (part ^ static_cast<unsigned char>(letter)) * 0x01000193U;
    return part;
}
/// What stands in the list `key` of an index; `index` tells indices apart.
inline Part partOf(Part index, std::string_view key) {
    return (index + 1) * 0x9e3779b9U ^ partOf(key);
}

/// Notes what its thread reads of designs, from its making to its end. Tables and indices tell it by themselves, so
/// that no rule and no stage of a trace can forget to. Readings nest: what is read in an inner one is read in the outer
/// one too.
class Reading {
public:
    Reading() : outer_(current_) { current_ = this; }
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    /// What has been read since it was made, each once, in no order that means anything.
    std::vector<Part> parts() const;

    /// Whether this thread notes what it reads.
    static bool isOn() { return current_ != nullptr; }
    static void note(Part part) {
        if (current_) current_->add(part);
    }
    static void note(std::span<const Part> parts);

private:
    friend class Unnoted;
    void add(Part part) {
        Part& last = recent_[part % recent_.size()];
        if (last == part && part != 0) return;
        last = part;
        parts_.push_back(part);
    }

    static constinit thread_local Reading* current_;
    Reading* outer_;
    std::vector<Part> parts_;
    std::array<Part, 64> recent_{};  ///< the last of those that fall together: most parts are read often
};

/// While it lives, its thread notes nothing: for what is made of a whole design once, where whoever uses it notes what
/// it stands for.
class Unnoted {
public:
    Unnoted() : noting_(Reading::current_) { Reading::current_ = nullptr; }
    ~Unnoted() { Reading::current_ = noting_; }
    Unnoted(const Unnoted&) = delete;
    Unnoted& operator=(const Unnoted&) = delete;

private:
    Reading* noting_;
};

/// A value, and what was read to come to it: as long as none of that changes, the value would come out the same.
template <class Value>
struct Known {
    Value value{};
    std::vector<Part> read{};
};

/// A great many parts as bits, several of which share one: it may hold a part that nobody added, and never lacks one
/// that somebody did.
class PartSet {
public:
    /// Empty, with room for so many.
    explicit PartSet(std::size_t parts = 0);
    void add(std::span<const Part> parts);
    bool mayHold(Part part) const {
        const std::uint32_t bit = bitOf(part);
        return (bits_[bit / 64] >> bit % 64 & 1) != 0;
    }

private:
    std::uint32_t bitOf(Part part) const { return part * 0x9e3779b1U >> shift_; }

    int shift_ = 0;
    std::vector<std::uint64_t> bits_;
};

/// What reads differently in one design from how it reads in another.
class Changes {
public:
    void add(Part part);
    void add(std::span<const Part> parts) {
        for (const Part part : parts) add(part);
    }
    /// False where the part is surely the same in both.
    bool has(Part part) const {
        if (isAll_) return true;
        // Most of what is asked for has not changed: a bit says so.
        return !bits_.empty() && (bits_[wordOf(part)] >> part % 64 & 1) != 0 && parts_.contains(part);
    }
    bool touch(std::span<const Part> parts) const;
    /// False where none of them has changed for sure.
    bool mayTouch(const PartSet& parts) const;
    /// Nothing is known to be the same: there is nothing to compare with.
    static Changes all() {
        Changes changes;
        changes.isAll_ = true;
        return changes;
    }

private:
    static constexpr std::size_t words = 4096;
    static std::size_t wordOf(Part part) { return part / 64 % words; }

    std::vector<std::uint64_t> bits_;  ///< empty, or a bit for each of the numbers that parts fall on
    std::unordered_set<Part> parts_;
    bool isAll_ = false;
};

}  // namespace gw
