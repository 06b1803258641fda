#include "tests/oracle/z3_containment.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include <z3++.h>

#include "model/core/ip.h"
#include "model/policy/condition_value.h"

namespace gw {
namespace {

using Json = nlohmann::json;
using Texts = std::vector<std::string>;

Texts textsOf(const Json& value) {
    return value.is_array() ? value.get<Texts>() : Texts{value.get<std::string>()};
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool takeStart(std::string& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.erase(0, start.size());
    return true;
}

bool takeEnd(std::string& text, std::string_view end) {
    if (!text.ends_with(end)) return false;
    text.erase(text.size() - end.size());
    return true;
}

/// How far wildcards reach: everywhere, within the parts of an ARN, or so but for an asterisk that ends its part.
enum class Reach { Free, Arn, Resource };

/// Policies as formulas over one request.
class Encoding {
public:
    explicit Encoding(unsigned steps)
        : solver_(context_),
          action_(context_.constant("action", context_.string_sort())),
          resource_(context_.constant("resource", context_.string_sort())) {
        z3::params params(context_);
        params.set("rlimit", steps);
        solver_.set(params);
        const z3::expr word = z3::plus(letters({{"a", "z"}, {"0", "9"}, {"-", "-"}, {"_", "_"}}));
        solver_.add(z3::in_re(action_, z3::concat(word, z3::concat(literal(":"), word))));
    }

    std::optional<bool> differ(const Json& policy, const Json& than) {
        solver_.add(resource_ == context_.string_val("*") || matches(resource_, "arn:?*:?*:*:*:?*", Reach::Arn));
        const Allowed first = allowedBy(policy);
        const Allowed second = allowedBy(than);
        const bool beside = !first.somewhere && !second.somewhere;
        solver_.add(beside ? !first.denied && second.denied
                           : first.allowed && !first.denied && (!second.allowed || second.denied));
        const z3::check_result result = solver_.check();
        if (result == z3::unknown) return std::nullopt;
        return result == z3::sat;
    }

private:
    struct Allowed {
        z3::expr allowed;
        z3::expr denied;
        bool somewhere = false;
    };
    /// The values of a key, each there or not; the first is there where the key is.
    struct Key {
        std::vector<z3::expr> present{};
        std::vector<z3::expr> values{};
        /// Of an address: whether it is one of IPv4.
        std::optional<z3::expr> isV4{};
    };

    z3::expr literal(const std::string& text) { return z3::to_re(context_.string_val(text)); }

    z3::expr letters(const std::vector<std::pair<std::string, std::string>>& ranges) {
        std::optional<z3::expr> all;
        for (const auto& [low, high] : ranges) {
            const z3::expr one = z3::range(context_.string_val(low), context_.string_val(high));
            // Of regular expressions a sum is a union.
            all = all ? *all + one : one;
        }
        return *all;
    }

    z3::expr eitherCase(char c) {
        const auto byte = static_cast<unsigned char>(c);
        const std::string upper(1, static_cast<char>(std::toupper(byte)));
        const std::string lower(1, static_cast<char>(std::tolower(byte)));
        return letters({{upper, upper}, {lower, lower}});
    }

    z3::expr matches(const z3::expr& text, const std::string& pattern, Reach reach, bool ignoreCase = false,
                     bool wildcards = true) {
        z3::sort strings = context_.string_sort();
        const z3::sort patterns = context_.re_sort(strings);
        const z3::expr within = letters({{" ", "9"}, {";", "~"}});
        z3::expr whole = literal("");
        std::string plain;
        const auto append = [&](const z3::expr& more) {
            whole = z3::concat(z3::concat(whole, literal(plain)), more);
            plain.clear();
        };
        int part = 0;
        for (std::size_t at = 0; at < pattern.size(); ++at) {
            const char c = pattern[at];
            const bool last = at + 1 == pattern.size();
            if (c == ':') ++part;
            const bool free = reach == Reach::Free || part >= 5 || (c == '*' && last) ||
                              (c == '*' && reach == Reach::Resource && pattern[at + 1] == ':');
            if (wildcards && c == '*')
                append(free ? z3::re_full(patterns) : z3::star(within));
            else if (wildcards && c == '?')
                append(free ? letters({{" ", "~"}}) : within);
            else if (ignoreCase)
                append(eitherCase(c));
            else
                plain += c;
        }
        append(literal(""));
        return z3::in_re(text, whole);
    }

    z3::expr anyOf(const std::vector<z3::expr>& all) {
        z3::expr any = context_.bool_val(false);
        for (const z3::expr& each : all) any = any || each;
        return any;
    }

    Key& keyOf(const std::string& name) {
        const auto [at, isNew] = keys_.try_emplace(lower(name));
        Key& key = at->second;
        if (!isNew) return key;
        const std::size_t count = name == "aws:TagKeys" ? z3MostValues : 1;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string place = name + " " + std::to_string(i);
            key.present.push_back(context_.bool_const(("has " + place).c_str()));
            key.values.push_back(context_.constant(place.c_str(), sortOf(name)));
            if (i > 0) solver_.add(z3::implies(key.present[i], key.present[i - 1]));
        }
        if (name == "aws:SourceIp") {
            key.isV4 = context_.bool_const("v4");
            const z3::expr& address = key.values.front();
            solver_.add(address >= 0 && address < context_.int_val("340282366920938463463374607431768211456"));
            solver_.add(z3::implies(*key.isV4, address < context_.int_val("4294967296")));
        }
        return key;
    }

    z3::sort sortOf(const std::string& name) {
        if (name == "aws:MultiFactorAuthAge") return context_.real_sort();
        if (name == "aws:CurrentTime" || name == "aws:SourceIp") return context_.int_sort();
        if (name == "aws:SecureTransport") return context_.bool_sort();
        return context_.string_sort();
    }

    static std::string decimal(Bits128 bits) {
        std::string digits;
        do {
            digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(bits % 10)));
            bits /= 10;
        } while (bits != 0);
        return digits;
    }

    z3::expr compares(const z3::expr& value, const std::string& relation, const z3::expr& bound) {
        if (relation == "LessThan") return value < bound;
        if (relation == "LessThanEquals") return value <= bound;
        if (relation == "GreaterThan") return value > bound;
        if (relation == "GreaterThanEquals") return value >= bound;
        return value == bound;
    }

    /// Whether the value is what the operator, without "Not", asks for with this text.
    z3::expr holds(std::string word, const Key& key, const z3::expr& value, const std::string& text) {
        if (takeStart(word, "Numeric"))
            return compares(value, word, context_.real_val(std::to_string(std::stod(text)).c_str()));
        if (takeStart(word, "Date"))
            return compares(value, word, context_.int_val(std::to_string(*momentOf(text)).c_str()));
        if (word == "IpAddress") {
            const Cidr block = *parseBlock(text);
            return (block.isV4() ? *key.isV4 : !*key.isV4) &&
                   value >= context_.int_val(decimal(block.first().bits).c_str()) &&
                   value <= context_.int_val(decimal(block.last().bits).c_str());
        }
        if (word == "Bool") return text == "true" ? value : !value;
        if (word == "StringLike") return matches(value, text, Reach::Free);
        if (word == "StringEqualsIgnoreCase") return matches(value, text, Reach::Free, true, false);
        if (word.starts_with("Arn")) return matches(value, text, Reach::Arn);
        return value == context_.string_val(text);
    }

    static std::optional<Cidr> parseBlock(const std::string& text) {
        const bool v4 = text.find(':') == std::string::npos;
        const auto block = Cidr::parse(text.find('/') != std::string::npos ? text : text + (v4 ? "/32" : "/128"));
        return block ? std::optional(*block) : std::nullopt;
    }

    z3::expr condition(std::string word, const std::string& name, const Texts& texts) {
        const Key key = keyOf(name);
        if (word == "Null") {
            z3::expr any = context_.bool_val(false);
            for (const std::string& text : texts) any = any || (text == "true" ? !key.present[0] : key.present[0]);
            return any;
        }
        const bool all = takeStart(word, "ForAllValues:");
        const bool some = takeStart(word, "ForAnyValue:");
        const bool ifExists = takeEnd(word, "IfExists");
        bool negated = false;
        if (const auto at = word.find("Not"); at != std::string::npos) {
            negated = true;
            word.erase(at, 3);
        }
        z3::expr anyMatches = context_.bool_val(false);
        z3::expr anyHolds = context_.bool_val(false);
        z3::expr allHold = context_.bool_val(true);
        for (std::size_t i = 0; i < key.values.size(); ++i) {
            z3::expr matched = context_.bool_val(false);
            for (const std::string& text : texts) matched = matched || holds(word, key, key.values[i], text);
            anyMatches = anyMatches || (key.present[i] && matched);
            if (!all && !some) continue;
            // An empty text is no member of a set.
            const z3::expr member = key.present[i] && key.values[i] != context_.string_val("");
            const z3::expr one = negated ? !matched : matched;
            anyHolds = anyHolds || (member && one);
            allHold = allHold && z3::implies(member, one);
        }
        if (all) return allHold;
        const z3::expr present = some ? anyHolds : negated ? !anyMatches : anyMatches;
        const bool whereAbsent = ifExists || (negated && !some);
        return z3::ite(key.present[0], present, context_.bool_val(whereAbsent));
    }

    z3::expr statement(const Json& written) {
        std::vector<z3::expr> actions;
        const bool notAction = written.contains("NotAction");
        for (const std::string& text : textsOf(written[notAction ? "NotAction" : "Action"]))
            actions.push_back(matches(action_, lower(text), Reach::Free));
        std::vector<z3::expr> resources;
        const bool notResource = written.contains("NotResource");
        for (const std::string& text : textsOf(written[notResource ? "NotResource" : "Resource"]))
            resources.push_back(matches(resource_, text, Reach::Resource));
        z3::expr whole =
            (notAction ? !anyOf(actions) : anyOf(actions)) && (notResource ? !anyOf(resources) : anyOf(resources));
        if (written.contains("Condition"))
            for (const auto& [word, keys] : written["Condition"].items())
                for (const auto& [name, values] : keys.items()) whole = whole && condition(word, name, textsOf(values));
        return whole;
    }

    Allowed allowedBy(const Json& policy) {
        Allowed all{context_.bool_val(false), context_.bool_val(false)};
        for (const Json& each : policy["Statement"]) {
            const bool allows = each["Effect"] == "Allow";
            z3::expr& into = allows ? all.allowed : all.denied;
            into = into || statement(each);
            all.somewhere = all.somewhere || allows;
        }
        return all;
    }

    z3::context context_;
    z3::solver solver_;
    z3::expr action_;
    z3::expr resource_;
    std::map<std::string, Key> keys_;
};

}  // namespace

std::optional<bool> z3Differs(const std::string& policy, const std::string& than, unsigned steps) {
    return Encoding(steps).differ(Json::parse(policy), Json::parse(than));
}

}  // namespace gw
