#include "model/core/ports.h"

#include <charconv>

namespace gw {
namespace {

/// Digits alone, without a zero in front.
bool readNumber(std::string_view text, int max, int& out) {
    if (text.empty() || text.size() > 5 || text.front() < '0' || text.front() > '9') return false;
    if (text.front() == '0' && text.size() > 1) return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size() && out <= max;
}

}  // namespace

Result<PortRange> PortRange::parse(std::string_view text) {
    if (text == "all") return PortRange{};
    const auto dash = text.find('-');
    int from = 0;
    int to = 0;
    const bool ok = readNumber(text.substr(0, dash), 65535, from) &&
                    (dash == std::string_view::npos ? (to = from, true) : readNumber(text.substr(dash + 1), 65535, to));
    if (!ok || to < from) return fail("\"" + std::string(text) + "\" is no port; write 443, 1024-65535 or all.");
    return PortRange{static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(to)};
}

std::string PortRange::text() const {
    if (isAll()) return "all";
    return from == to ? std::to_string(from) : std::to_string(from) + "-" + std::to_string(to);
}

Result<Protocol> Protocol::parse(std::string_view text) {
    if (text == "all" || text == "-1") return all();
    if (text == "tcp") return tcp();
    if (text == "udp") return udp();
    if (text == "icmp") return icmp();
    if (text == "icmpv6") return icmpv6();
    int value = 0;
    if (!readNumber(text, 255, value))
        return fail("\"" + std::string(text) +
                    "\" is no protocol; write tcp, udp, icmp, icmpv6, all or a number to 255.");
    return Protocol{value};
}

std::string Protocol::text() const {
    switch (number) {
        case -1:
            return "all";
        case 1:
            return "icmp";
        case 6:
            return "tcp";
        case 17:
            return "udp";
        case 58:
            return "icmpv6";
        default:
            return std::to_string(number);
    }
}

}  // namespace gw
