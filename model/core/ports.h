#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/core/result.h"

namespace gw {

/// Ports `from` to `to`, both included, 0 to 65535. Written "443", "1024-65535" or "all".
struct PortRange {
    std::uint16_t from = 0;
    std::uint16_t to = 65535;

    /// Refuses what is no port, and ranges that end before they start.
    static Result<PortRange> parse(std::string_view text);
    static constexpr PortRange single(std::uint16_t port) { return {port, port}; }
    std::string text() const;
    bool isAll() const { return from == 0 && to == 65535; }
    bool contains(std::uint16_t port) const { return from <= port && port <= to; }
    bool contains(const PortRange& other) const { return from <= other.from && other.to <= to; }
    bool overlaps(const PortRange& other) const { return from <= other.to && other.from <= to; }

    friend auto operator<=>(const PortRange&, const PortRange&) = default;
    friend bool operator==(const PortRange&, const PortRange&) = default;
};

/// An IP protocol as security groups and network ACLs name it: "tcp", "udp", "icmp", "icmpv6", "all", or a number
/// 0-255.
struct Protocol {
    /// -1 stands for all protocols.
    int number = 6;

    static constexpr Protocol all() { return {-1}; }
    static constexpr Protocol tcp() { return {6}; }
    static constexpr Protocol udp() { return {17}; }
    static constexpr Protocol icmp() { return {1}; }
    static constexpr Protocol icmpv6() { return {58}; }
    static Result<Protocol> parse(std::string_view text);
    std::string text() const;
    bool isAll() const { return number < 0; }
    bool hasPorts() const { return number == 6 || number == 17; }
    bool covers(Protocol other) const { return isAll() || number == other.number; }

    friend auto operator<=>(const Protocol&, const Protocol&) = default;
    friend bool operator==(const Protocol&, const Protocol&) = default;
};

}  // namespace gw
