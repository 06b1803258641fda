#pragma once
#include <array>
#include <optional>
#include <vector>

#include "model/core/ip.h"
#include "model/core/ports.h"

namespace gw {

/// Numbers `first` to `last`, both included: addresses of one family, or ports.
struct Span {
    Bits128 first = 0;
    Bits128 last = ~Bits128{0};

    bool contains(const Span& other) const { return first <= other.first && other.last <= last; }
    bool overlaps(const Span& other) const { return first <= other.last && other.first <= last; }
    friend bool operator==(const Span&, const Span&) = default;
};

Span spanOf(const Cidr& block);
inline Span spanOf(const PortRange& ports) {
    return {ports.from, ports.to};
}

/// What tells packets of one call apart: the caller's address, the address called, the port called, and the caller's
/// own (ephemeral) port, to which replies go.
enum Dimension : std::size_t { SourceAddress, TargetAddress, CalledPort, ReplyPort };

/// A set of packets that is a range in each dimension; never empty.
struct PacketRange {
    std::array<Span, 4> spans{};

    const Span& operator[](Dimension dimension) const { return spans.at(dimension); }
    Span& operator[](Dimension dimension) { return spans.at(dimension); }
    bool contains(const PacketRange& other) const;
    bool overlaps(const PacketRange& other) const;
    std::optional<PacketRange> common(const PacketRange& other) const;
    friend bool operator==(const PacketRange&, const PacketRange&) = default;
};

/// A set of packets, exact: a union of boxes.
class PacketSet {
public:
    /// No packet at all.
    PacketSet() = default;
    explicit PacketSet(PacketRange box) : ranges_{box} {}

    bool empty() const { return ranges_.empty(); }
    const std::vector<PacketRange>& ranges() const& { return ranges_; }
    /// No ranges of a temporary: they would not outlive a range-for.
    void ranges() && = delete;
    void add(const PacketRange& range);
    void add(const PacketSet& other);
    PacketSet within(const PacketRange& box) const;
    PacketSet within(const PacketSet& other) const;
    PacketSet without(const PacketRange& box) const;
    PacketSet without(const PacketSet& other) const;
    bool contains(const PacketSet& other) const;
    bool isWithin(const PacketRange& range) const;
    bool overlaps(const PacketRange& range) const;

private:
    std::vector<PacketRange> ranges_;
};

}  // namespace gw
