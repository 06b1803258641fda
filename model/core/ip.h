#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/core/result.h"

namespace gw {

__extension__ using Bits128 = unsigned __int128;

enum class IpFamily : std::uint8_t { V4, V6 };

/// An IPv4 or IPv6 address; `bits` holds it in the low 32 or all 128 bits.
struct IpAddress {
    IpFamily family = IpFamily::V4;
    Bits128 bits = 0;

    static Result<IpAddress> parse(std::string_view text);
    std::string text() const;

    friend auto operator<=>(const IpAddress&, const IpAddress&) = default;
    friend bool operator==(const IpAddress&, const IpAddress&) = default;
};

/// An address block as the user wrote it: host bits may be set (10.0.0.1/16), the prefix length always fits the family.
class Cidr {
public:
    /// 0.0.0.0/0
    constexpr Cidr() = default;

    /// Refuses what is no address block: wrong octets, prefix over 32 (IPv4) or 128 (IPv6), no prefix.
    static Result<Cidr> parse(std::string_view text);
    /// For literals in code: stops the program where `text` is no address block.
    static Cidr literal(std::string_view text);
    /// `prefix` at most the width of the family.
    static Cidr of(IpAddress address, int prefix);

    IpFamily family() const { return address_.family; }
    bool isV4() const { return family() == IpFamily::V4; }
    const IpAddress& address() const { return address_; }
    int prefix() const { return prefix_; }
    /// 32 or 128.
    int width() const { return isV4() ? 32 : 128; }
    IpAddress first() const;
    IpAddress last() const;
    bool hasHostBits() const { return first() != address_; }
    /// The same block with its host bits cleared.
    Cidr canonical() const;
    bool contains(const IpAddress& address) const;
    bool contains(const Cidr& other) const;
    bool overlaps(const Cidr& other) const;
    std::string text() const;

    friend auto operator<=>(const Cidr&, const Cidr&) = default;
    friend bool operator==(const Cidr&, const Cidr&) = default;

private:
    IpAddress address_{};
    int prefix_ = 0;
};

}  // namespace gw
