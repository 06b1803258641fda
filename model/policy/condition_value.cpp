#include "model/policy/condition_value.h"

#include <charconv>
#include <cmath>

namespace gw {
namespace {

/// Reads a text from its start.
class Cursor {
public:
    explicit Cursor(std::string_view text) : left_(text) {}

    bool done() const { return left_.empty(); }
    bool take(char c) {
        if (left_.empty() || left_.front() != c) return false;
        left_.remove_prefix(1);
        return true;
    }
    /// Exactly `count` digits within the bounds.
    bool digits(std::size_t count, int least, int most, int& value) {
        if (left_.size() < count) return false;
        const char* end = left_.data() + count;
        const auto [stop, problem] = std::from_chars(left_.data(), end, value);
        if (left_.front() == '-' || problem != std::errc{} || stop != end || value < least || value > most)
            return false;
        left_.remove_prefix(count);
        return true;
    }
    /// A fraction's digits, as milliseconds.
    bool fraction(int& milliseconds) {
        int scale = 100;
        std::size_t taken = 0;
        for (; taken < left_.size() && left_[taken] >= '0' && left_[taken] <= '9'; ++taken, scale /= 10)
            milliseconds += scale * (left_[taken] - '0');
        left_.remove_prefix(taken);
        return taken > 0;
    }

private:
    std::string_view left_;
};

bool isLeap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysIn(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : days[month - 1];
}

/// Days from 1970-01-01 to the day, in the Gregorian calendar.
std::int64_t dayNumber(int year, int month, int day) {
    // Years are counted from March: the leap day is then the last of its year.
    const std::int64_t shifted = month > 2 ? year : year - 1;
    const std::int64_t sinceMarch = (month + 9) % 12;
    const std::int64_t dayOfYear = (153 * sinceMarch + 2) / 5 + day - 1;
    const auto floorDiv = [](std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); };
    return 365 * shifted + floorDiv(shifted, 4) - floorDiv(shifted, 100) + floorDiv(shifted, 400) + dayOfYear - 719'468;
}

std::optional<std::int64_t> calendarMoment(std::string_view text) {
    Cursor at(text);
    int year = 0;
    int month = 1;
    int day = 1;
    if (!at.digits(4, 0, 9999, year)) return std::nullopt;
    if (at.take('-')) {
        if (!at.digits(2, 1, 12, month)) return std::nullopt;
        if (at.take('-') && !at.digits(2, 1, daysIn(year, month), day)) return std::nullopt;
    }
    constexpr std::int64_t millisecondsADay = 86'400'000;
    const std::int64_t midnight = dayNumber(year, month, day) * millisecondsADay;
    if (at.done()) return midnight;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    if (!at.take('T') || !at.digits(2, 0, 23, hour) || !at.take(':') || !at.digits(2, 0, 59, minute))
        return std::nullopt;
    if (at.take(':')) {
        if (!at.digits(2, 0, 59, second)) return std::nullopt;
        if (at.take('.') && !at.fraction(millisecond)) return std::nullopt;
    }
    int offset = 0;
    if (!at.take('Z')) {
        const bool east = at.take('+');
        int hours = 0;
        int minutes = 0;
        if ((!east && !at.take('-')) || !at.digits(2, 0, 23, hours) || !at.take(':') || !at.digits(2, 0, 59, minutes))
            return std::nullopt;
        offset = (east ? 1 : -1) * (hours * 60 + minutes);
    }
    if (!at.done()) return std::nullopt;
    return midnight + ((hour * 60 + minute - offset) * 60 + second) * std::int64_t{1000} + millisecond;
}

int sextetOf(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

bool sameIgnoringCase(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((text[i] | 0x20) != lower[i]) return false;
    return true;
}

}  // namespace

std::optional<double> numberOf(std::string_view text) {
    double value = 0;
    const auto [end, problem] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::general);
    if (text.empty() || problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<bool> boolOf(std::string_view text) {
    if (sameIgnoringCase(text, "true")) return true;
    if (sameIgnoringCase(text, "false")) return false;
    return std::nullopt;
}

std::optional<std::int64_t> momentOf(std::string_view text) {
    if (const auto moment = calendarMoment(text)) return moment;
    std::int64_t seconds = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    // Past this the milliseconds would not fit; it is the year 200,000.
    constexpr std::int64_t most = 6'250'000'000'000;
    if (text.empty() || problem != std::errc{} || end != text.data() + text.size() || seconds > most || seconds < -most)
        return std::nullopt;
    return seconds * 1000;
}

std::optional<std::string> bytesOfBase64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::size_t padding = 0;
    while (padding < 2 && text.ends_with('=')) {
        text.remove_suffix(1);
        ++padding;
    }
    std::string bytes;
    unsigned bits = 0;
    int held = 0;
    for (const char c : text) {
        const int sextet = sextetOf(c);
        if (sextet < 0) return std::nullopt;
        bits = (bits << 6 | static_cast<unsigned>(sextet)) & 0xFFFF;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        bytes += static_cast<char>(bits >> held & 0xFF);
    }
    return bytes;
}

std::optional<Cidr> addressBlockOf(std::string_view text) {
    if (text.find('/') != std::string_view::npos) {
        const auto block = Cidr::parse(text);
        return block ? std::optional(*block) : std::nullopt;
    }
    const auto address = IpAddress::parse(text);
    if (!address) return std::nullopt;
    return Cidr::of(*address, address->family == IpFamily::V4 ? 32 : 128);
}

}  // namespace gw
