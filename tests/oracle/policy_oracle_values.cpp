#include "tests/oracle/policy_oracle_values.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <optional>
#include <regex>
#include <set>

namespace gw::oracle {
namespace {

/// A character of a pattern once its variables are filled in.
struct Mark {
    enum Kind { Letter, One, OneInPart, Run, RunInPart } kind;
    char letter;
};

std::optional<std::vector<Mark>> filled(const std::string& pattern, Wild wild, bool variables, const Context& context) {
    std::vector<Mark> marks;
    const auto colonsBefore = [&](std::size_t at) {
        return std::count(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(at), ':');
    };
    static const std::regex variable(R"(^\$\{\s*([^,{}]+?)\s*(,\s*'([^']*)'\s*)?\})");
    static const std::regex special(R"(^\$\{([*?$])\})");
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const std::string rest = pattern.substr(at);
        std::smatch found;
        const bool here = variables && rest.starts_with("${") && (wild != Wild::Resource || colonsBefore(at) >= 5);
        if (here && std::regex_search(rest, found, special)) {
            marks.push_back({Mark::Letter, found[1].str()[0]});
            at += found.length() - 1;
            continue;
        }
        if (here && std::regex_search(rest, found, variable)) {
            const auto value = context.find(lowered(found[1]));
            std::string text;
            if (value != context.end() && value->second.size() == 1)
                text = value->second[0];
            else if (found[2].matched)
                text = found[3];
            else
                return std::nullopt;
            for (const char c : text) marks.push_back({Mark::Letter, c});
            at += static_cast<std::size_t>(found.length()) - 1;
            continue;
        }
        const char c = pattern[at];
        if (wild == Wild::None || (c != '*' && c != '?')) {
            marks.push_back({Mark::Letter, c});
            continue;
        }
        const bool inNamedPart = wild != Wild::Free && colonsBefore(at) < 5;
        if (c == '?') {
            marks.push_back({inNamedPart ? Mark::OneInPart : Mark::One, c});
            continue;
        }
        const bool atEnd = at + 1 == pattern.size();
        const bool beforeColon = !atEnd && pattern[at + 1] == ':';
        const bool mayLeave = !inNamedPart || atEnd || (beforeColon && wild == Wild::Resource);
        marks.push_back({mayLeave ? Mark::Run : Mark::RunInPart, c});
    }
    return marks;
}

bool matchesFrom(const std::vector<Mark>& marks, std::size_t m, const std::string& text, std::size_t t) {
    if (m == marks.size()) return t == text.size();
    const Mark& mark = marks[m];
    const bool more = t < text.size();
    switch (mark.kind) {
        case Mark::Letter:
            return more && text[t] == mark.letter && matchesFrom(marks, m + 1, text, t + 1);
        case Mark::One:
            return more && matchesFrom(marks, m + 1, text, t + 1);
        case Mark::OneInPart:
            return more && text[t] != ':' && matchesFrom(marks, m + 1, text, t + 1);
        case Mark::Run:
        case Mark::RunInPart:
            if (matchesFrom(marks, m + 1, text, t)) return true;
            return more && (mark.kind == Mark::Run || text[t] != ':') && matchesFrom(marks, m, text, t + 1);
    }
    return false;
}

std::optional<double> asNumber(const std::string& text) {
    static const std::regex number(R"(-?\d+(\.\d*)?([eE][+-]?\d+)?)");
    if (!std::regex_match(text, number)) return std::nullopt;
    return std::strtod(text.c_str(), nullptr);
}

std::optional<double> asDate(const std::string& text) {
    static const std::regex iso(R"((\d{4})(-(\d\d)(-(\d\d)(T(\d\d):(\d\d)(:(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?)");
    std::smatch part;
    if (std::regex_match(text, part, iso)) {
        std::tm day{};
        day.tm_year = std::stoi(part[1]) - 1900;
        day.tm_mon = part[3].matched ? std::stoi(part[3]) - 1 : 0;
        day.tm_mday = part[5].matched ? std::stoi(part[5]) : 1;
        if (part[6].matched) {
            day.tm_hour = std::stoi(part[7]);
            day.tm_min = std::stoi(part[8]);
            day.tm_sec = part[10].matched ? std::stoi(part[10]) : 0;
        }
        double seconds = static_cast<double>(timegm(&day));
        if (part[11].matched) seconds += std::stod("0" + part[11].str());
        if (const std::string zone = part[12]; zone.size() == 6) {
            const int minutes = std::stoi(zone.substr(1, 2)) * 60 + std::stoi(zone.substr(4, 2));
            seconds -= (zone[0] == '+' ? 1 : -1) * minutes * 60;
        }
        return seconds;
    }
    static const std::regex epoch(R"(-?\d+)");
    return std::regex_match(text, epoch) ? std::optional(std::stod(text)) : std::nullopt;
}

/// The bits of an address as a text of 0 and 1.
std::optional<std::string> asBits(const std::string& text) {
    unsigned char bytes[16];
    const bool six = text.find(':') != std::string::npos;
    if (inet_pton(six ? AF_INET6 : AF_INET, text.c_str(), bytes) != 1) return std::nullopt;
    std::string bits = six ? "6" : "4";
    for (int i = 0; i < (six ? 16 : 4); ++i)
        for (int bit = 7; bit >= 0; --bit) bits += (bytes[i] >> bit & 1) ? '1' : '0';
    return bits;
}

bool inBlock(const std::string& address, const std::string& block) {
    const auto slash = block.find('/');
    const auto given = asBits(address);
    const auto wanted = asBits(block.substr(0, slash));
    if (!given || !wanted || given->size() != wanted->size()) return false;
    const std::size_t length = slash == std::string::npos ? wanted->size() - 1 : std::stoul(block.substr(slash + 1));
    return given->compare(0, length + 1, *wanted, 0, length + 1) == 0;
}

using Compare = std::function<bool(const std::string& given, const std::string& wanted)>;

template <class Read>
Compare ordered(const std::string& relation, Read read) {
    return [=](const std::string& given, const std::string& wanted) {
        const auto a = read(given);
        const auto b = read(wanted);
        if (!a || !b) return false;
        if (relation == "LessThan") return *a < *b;
        if (relation == "LessThanEquals") return *a <= *b;
        if (relation == "GreaterThan") return *a > *b;
        if (relation == "GreaterThanEquals") return *a >= *b;
        return *a == *b;
    };
}

/// How the operator without its negation compares one value with one value.
Compare compareOf(const std::string& op, bool variables, const Context& context) {
    if (op == "StringEquals")
        return [=](auto& given, auto& wanted) { return like(wanted, given, Wild::None, variables, context); };
    if (op == "StringEqualsIgnoreCase")
        return [=](auto& given, auto& wanted) {
            Context small = context;
            for (auto& [key, values] : small)
                for (std::string& value : values) value = lowered(value);
            return like(lowered(wanted), lowered(given), Wild::None, variables, small);
        };
    if (op == "StringLike")
        return [=](auto& given, auto& wanted) { return like(wanted, given, Wild::Free, variables, context); };
    if (op == "ArnLike" || op == "ArnEquals")
        return [=](auto& given, auto& wanted) { return like(wanted, given, Wild::Arn, variables, context); };
    if (op == "IpAddress") return inBlock;
    if (op == "Bool")
        return [](auto& given, auto& wanted) {
            const std::string text = lowered(given);
            return (text == "true" || text == "false") && text == lowered(wanted);
        };
    if (op == "BinaryEquals") return [](auto& given, auto& wanted) { return given == wanted && given.size() % 4 == 0; };
    if (op.starts_with("Numeric")) return ordered(op.substr(7), asNumber);
    return ordered(op.substr(4), asDate);
}

}  // namespace

std::vector<std::string> listOf(const Json& node) {
    std::vector<std::string> texts;
    if (node.is_array())
        for (const Json& each : node) texts.push_back(each.get<std::string>());
    else
        texts.push_back(node.get<std::string>());
    return texts;
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool like(const std::string& pattern, const std::string& text, Wild wild, bool variables, const Context& context) {
    const auto marks = filled(pattern, wild, variables, context);
    return marks && matchesFrom(*marks, 0, text, 0);
}

bool conditionHolds(const std::string& op, const std::string& key, const std::vector<std::string>& wanted,
                    bool variables, const Context& context) {
    std::string name = op;
    std::string set;
    for (const char* prefix : {"ForAllValues:", "ForAnyValue:"})
        if (name.starts_with(prefix)) {
            set = prefix;
            name = name.substr(set.size());
        }
    const auto found = context.find(lowered(key));
    const bool absent = found == context.end() || found->second.empty();
    if (name == "Null") return std::find(wanted.begin(), wanted.end(), absent ? "true" : "false") != wanted.end();
    const bool ifExists = name.ends_with("IfExists");
    if (ifExists) name = name.substr(0, name.size() - 8);
    const auto no = name.find("Not");
    const bool negated = no != std::string::npos;
    if (negated) name.erase(no, 3);
    if (absent) {
        if (ifExists || set == "ForAllValues:") return true;
        return set.empty() && negated;
    }
    const Compare compare = compareOf(name, variables, context);
    // A value passes where one of the wanted matches; negated, where none does.
    const auto passes = [&](const std::string& value) {
        const bool any = std::any_of(wanted.begin(), wanted.end(), [&](auto& each) { return compare(value, each); });
        return any != negated;
    };
    std::vector<std::string> given = found->second;
    if (!set.empty()) given.erase(std::remove(given.begin(), given.end(), ""), given.end());
    if (set == "ForAnyValue:") return std::any_of(given.begin(), given.end(), passes);
    if (set == "ForAllValues:" || negated) return std::all_of(given.begin(), given.end(), passes);
    return std::any_of(given.begin(), given.end(), passes);
}

}  // namespace gw::oracle
