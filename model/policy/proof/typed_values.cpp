#include "model/policy/proof/typed_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iomanip>
#include <limits>
#include <optional>
#include <set>
#include <sstream>

#include "model/policy/condition_value.h"

namespace gw {
namespace {

using Family = ConditionOperator::Family;

/// What the conditions compare with, sorted, each once.
template <class T>
std::vector<T> boundsOf(const std::vector<const CompiledCondition*>& conditions) {
    std::set<T> bounds;
    for (const CompiledCondition* condition : conditions)
        for (const CompiledCondition::Value& value : condition->values())
            if (const T* bound = std::get_if<T>(&value)) bounds.insert(*bound);
    return {bounds.begin(), bounds.end()};
}

std::string textOfNumber(double number) {
    std::array<char, 32> text{};
    const auto [end, problem] = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), end};
}

/// A number between the two, a whole one where there is any; none where doubles have none.
std::optional<double> numberBetween(double low, double high) {
    const double whole = std::floor(low) + 1;
    if (low < whole && whole < high) return whole;
    const double middle = low / 2 + high / 2;
    if (low < middle && middle < high) return middle;
    const double next = std::nextafter(low, high);
    return low < next && next < high ? std::optional(next) : std::nullopt;
}

std::vector<std::string> numbersAround(const std::vector<double>& bounds) {
    constexpr double most = std::numeric_limits<double>::max();
    std::vector<double> numbers{0, 1};
    double low = -most;
    for (const double bound : bounds) {
        numbers.push_back(bound);
        if (const double below = std::ceil(bound) - 1; below < bound && low < below) numbers.push_back(below);
        if (const auto between = numberBetween(low, bound)) numbers.push_back(*between);
        low = bound;
    }
    if (const auto above = numberBetween(low, most)) numbers.push_back(*above);
    numbers.insert(numbers.end(), {-most, most});
    std::vector<std::string> texts;
    for (const double number : numbers) texts.push_back(textOfNumber(number));
    return texts;
}

/// As ISO 8601 within the years of four digits, else in seconds since 1970; empty where neither has the moment.
std::string textOfMoment(std::int64_t moment) {
    using namespace std::chrono;
    constexpr std::int64_t firstOfYear0 = -62'167'219'200'000;
    constexpr std::int64_t lastOfYear9999 = 253'402'300'799'999;
    if (moment < firstOfYear0 || moment > lastOfYear9999)
        return moment % 1000 == 0 ? std::to_string(moment / 1000) : std::string();
    const sys_time<milliseconds> time{milliseconds(moment)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);
    std::ostringstream text;
    text << std::setfill('0') << std::setw(4) << static_cast<int>(date.year()) << '-' << std::setw(2)
         << static_cast<unsigned>(date.month()) << '-' << std::setw(2) << static_cast<unsigned>(date.day()) << 'T'
         << std::setw(2) << clock.hours().count() << ':' << std::setw(2) << clock.minutes().count() << ':'
         << std::setw(2) << clock.seconds().count();
    if (clock.subseconds().count() != 0) text << '.' << std::setw(3) << clock.subseconds().count();
    text << 'Z';
    return text.str();
}

std::vector<std::string> momentsAround(const std::vector<std::int64_t>& bounds) {
    std::set<std::int64_t> moments;
    // The next second, or the next thousandth where a bound lies nearer.
    for (const std::int64_t bound : bounds)
        for (const std::int64_t step : {-86'400'000, -1000, -1, 0, 1, 1000, 86'400'000}) moments.insert(bound + step);
    std::vector<std::string> texts;
    for (const std::int64_t moment : moments)
        if (std::string text = textOfMoment(moment); momentOf(text) == moment) texts.push_back(std::move(text));
    // Whole seconds are the better examples.
    std::ranges::stable_sort(texts, {}, [](const std::string& text) { return text.find('.') != std::string::npos; });
    return texts;
}

std::vector<std::string> addressesAround(const std::vector<Cidr>& bounds) {
    std::vector<std::string> texts{"203.0.113.10", "198.51.100.10", "10.0.0.10", "2001:db8::10"};
    std::set<IpAddress> starts{{IpFamily::V4, 0}, {IpFamily::V6, 0}};
    for (const Cidr& block : bounds) {
        starts.insert(block.first());
        IpAddress behind = block.last();
        const Bits128 most = block.isV4() ? Bits128{0xFFFFFFFF} : ~Bits128{0};
        if (behind.bits == most) continue;
        ++behind.bits;
        starts.insert(behind);
    }
    for (const IpAddress& address : starts) texts.push_back(address.text());
    return texts;
}

std::vector<std::string> bytesAround(const std::vector<const CompiledCondition*>& conditions) {
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::vector<std::string> texts;
    const std::vector<std::string> bounds = boundsOf<std::string>(conditions);
    for (const std::string& bytes : bounds) {
        std::string text;
        unsigned bits = 0;
        int held = 0;
        for (const char c : bytes) {
            bits = (bits << 8 | static_cast<unsigned char>(c)) & 0xFFFF;
            for (held += 8; held >= 6; held -= 6) text += digits[bits >> (held - 6) & 0x3F];
        }
        if (held > 0) text += digits[bits << (6 - held) & 0x3F];
        while (text.size() % 4 != 0) text += '=';
        texts.push_back(std::move(text));
    }
    // Longer than all of them, so none of them.
    std::size_t longest = 0;
    for (const std::string& text : texts) longest = std::max(longest, text.size());
    texts.push_back("b3Ro" + std::string(longest, 'A'));
    return texts;
}

}  // namespace

std::vector<std::string> typedValueExamples(Family family, const std::vector<const CompiledCondition*>& conditions) {
    switch (family) {
        case Family::Numeric:
            return numbersAround(boundsOf<double>(conditions));
        case Family::Date:
            return momentsAround(boundsOf<std::int64_t>(conditions));
        case Family::Ip:
            return addressesAround(boundsOf<Cidr>(conditions));
        case Family::Binary:
            return bytesAround(conditions);
        case Family::String:
        case Family::StringIgnoreCase:
        case Family::StringLike:
        case Family::Arn:
        case Family::Bool:
        case Family::Null:
            break;
    }
    return {};
}

}  // namespace gw
