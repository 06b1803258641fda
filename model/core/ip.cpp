#include "model/core/ip.h"

#include <arpa/inet.h>

#include <array>
#include <charconv>
#include <cstdlib>

namespace gw {
namespace {

constexpr Bits128 allOnes = ~Bits128{0};

Bits128 hostMask(int width, int prefix) {
    const Bits128 whole = width == 128 ? allOnes : (Bits128{1} << width) - 1;
    return prefix == 0 ? whole : (prefix >= width ? Bits128{0} : whole >> prefix);
}

}  // namespace

Result<IpAddress> IpAddress::parse(std::string_view text) {
    const std::string copy(text);
    std::array<unsigned char, 16> bytes{};
    const bool v6 = text.find(':') != std::string_view::npos;
    if (copy.size() != copy.find('\0') && copy.find('\0') != std::string::npos)
        return fail("This is no IP address; write one like 10.0.0.1 or fd00::1.");
    if (inet_pton(v6 ? AF_INET6 : AF_INET, copy.c_str(), bytes.data()) != 1)
        return fail("\"" + copy + "\" is no IP address; write one like 10.0.0.1 or fd00::1.");
    IpAddress address{v6 ? IpFamily::V6 : IpFamily::V4, 0};
    for (std::size_t i = 0; i < (v6 ? 16U : 4U); ++i) address.bits = (address.bits << 8) | bytes.at(i);
    return address;
}

std::string IpAddress::text() const {
    std::array<unsigned char, 16> bytes{};
    const int size = family == IpFamily::V6 ? 16 : 4;
    for (int i = 0; i < size; ++i)
        bytes.at(static_cast<std::size_t>(i)) = static_cast<unsigned char>(bits >> (8 * (size - 1 - i)));
    std::array<char, INET6_ADDRSTRLEN> out{};
    inet_ntop(family == IpFamily::V6 ? AF_INET6 : AF_INET, bytes.data(), out.data(), out.size());
    return out.data();
}

Result<Cidr> Cidr::parse(std::string_view text) {
    const auto bad = [&] {
        return fail("\"" + std::string(text) + "\" is no address block; write one like 10.0.0.0/16.");
    };
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return bad();
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address) return bad();
    const std::string_view digits = text.substr(slash + 1);
    int prefix = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
    const bool plain = !digits.empty() && digits.front() != '-' && (digits.size() == 1 || digits.front() != '0');
    if (!plain || error != std::errc{} || end != digits.data() + digits.size()) return bad();
    const int width = address->family == IpFamily::V4 ? 32 : 128;
    if (prefix > width)
        return fail("\"" + std::string(text) + "\" is no address block; the prefix length goes from 0 to " +
                    std::to_string(width) + ".");
    return of(*address, prefix);
}

Cidr Cidr::literal(std::string_view text) {
    const auto cidr = parse(text);
    if (!cidr) std::abort();
    return *cidr;
}

Cidr Cidr::of(IpAddress address, int prefix) {
    Cidr cidr;
    cidr.address_ = address;
    cidr.prefix_ = prefix;
    return cidr;
}

IpAddress Cidr::first() const {
    return {family(), address_.bits & ~hostMask(width(), prefix_)};
}

IpAddress Cidr::last() const {
    return {family(), address_.bits | hostMask(width(), prefix_)};
}

Cidr Cidr::canonical() const {
    return of(first(), prefix_);
}

bool Cidr::contains(const IpAddress& address) const {
    return address.family == family() && first() <= address && address <= last();
}

bool Cidr::contains(const Cidr& other) const {
    return other.family() == family() && first() <= other.first() && other.last() <= last();
}

bool Cidr::overlaps(const Cidr& other) const {
    return other.family() == family() && first() <= other.last() && other.first() <= last();
}

std::string Cidr::text() const {
    return address_.text() + "/" + std::to_string(prefix_);
}

}  // namespace gw
