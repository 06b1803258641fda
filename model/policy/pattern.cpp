#include "model/policy/pattern.h"

#include <algorithm>
#include <span>

namespace gw {
namespace {

using Token = PatternToken;

/// Matches from left to right. On a mismatch the last run takes one character more; a run that may not pass a colon
/// gives way to the last one before it that may. That suffices: what a run within a part could still reach by starting
/// later lies in the same part, and is tried by the run itself.
bool matchesTokens(std::span<const Token> tokens, std::string_view text, bool ignoreCase) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Run {
        std::size_t token = none;
        std::size_t from = 0;
    };
    Run free;
    Run within;
    std::size_t p = 0;
    std::size_t t = 0;
    for (;;) {
        if (p < tokens.size() && isRunToken(tokens[p])) {
            if (tokens[p] == anyRunToken) free = {p, t};
            within = tokens[p] == anyRunToken ? Run{} : Run{p, t};
            ++p;
        } else if (p < tokens.size() && t < text.size() &&
                   matchesOneToken(tokens[p], ignoreCase ? lowerAscii(text[t]) : text[t])) {
            ++p;
            ++t;
        } else if (p == tokens.size() && t == text.size()) {
            return true;
        } else if (within.token != none && within.from < text.size() && text[within.from] != ':') {
            t = ++within.from;
            p = within.token + 1;
        } else if (free.token != none && free.from < text.size()) {
            within = {};
            t = ++free.from;
            p = free.token + 1;
        } else {
            return false;
        }
    }
}

/// Which wildcard a `*` or `?` is, in the part of the ARN it stands in (0 to 5).
Token wildcardOf(std::string_view text, std::size_t at, std::size_t part, PatternStyle::Colons colons) {
    constexpr std::size_t resourcePart = 5;
    const bool run = text[at] == '*';
    const bool last = at + 1 == text.size();
    const bool endsPart = last || text[at + 1] == ':';
    const bool free = colons == PatternStyle::Colons::Free || part >= resourcePart || (run && last) ||
                      (run && endsPart && colons == PatternStyle::Colons::Resource);
    if (run) return free ? anyRunToken : anyRunWithinToken;
    return free ? anyOneToken : anyOneWithinToken;
}

}  // namespace

Pattern::Pattern(std::string_view text, PatternStyle style) : ignoreCase_(style.ignoreCase) {
    tokenize(text, style);
    classify();
}

void Pattern::appendLiteral(std::string_view text, std::vector<Token>& into) const {
    for (const char c : text) into.push_back(literalToken(ignoreCase_ ? lowerAscii(c) : c));
}

void Pattern::tokenize(std::string_view text, PatternStyle style) {
    std::size_t part = 0;
    // A variable can stand in the last part of a resource's ARN alone (IAM User Guide, "Where you can use policy
    // variables").
    const auto variableMayStand = [&] { return style.colons != PatternStyle::Colons::Resource || part >= 5; };
    for (std::size_t at = 0; at < text.size();) {
        if (style.variables && text.substr(at).starts_with("${") && variableMayStand()) {
            if (const std::size_t length = takeVariable(text, at)) {
                at += length;
                continue;
            }
        }
        const char c = text[at];
        if (c == ':') ++part;
        if (style.wildcards && (c == '*' || c == '?'))
            tokens_.push_back(wildcardOf(text, at, part, style.colons));
        else
            appendLiteral({&c, 1}, tokens_);
        ++at;
    }
}

/// Takes "${key}", "${key, 'default'}" or one of "${*}", "${?}", "${$}"; 0 where none of these stands there.
std::size_t Pattern::takeVariable(std::string_view text, std::size_t at) {
    const auto trimmed = [](std::string_view part) {
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        return part;
    };
    // A default may hold a closing brace, so its end is looked for behind its quotes.
    const std::size_t quote = text.find('\'', at);
    std::size_t end = text.find('}', at);
    if (quote != std::string_view::npos && quote < end) {
        const std::size_t closing = text.find('\'', quote + 1);
        if (closing == std::string_view::npos) return 0;
        end = text.find('}', closing);
    }
    if (end == std::string_view::npos) return 0;
    const std::string_view inner = text.substr(at + 2, end - at - 2);
    const std::size_t length = end + 1 - at;
    if (inner == "*" || inner == "?" || inner == "$") {
        appendLiteral(inner, tokens_);
        return length;
    }
    Variable variable;
    variable.at = tokens_.size();
    const auto comma = inner.find(',');
    variable.key = lowerCase(trimmed(inner.substr(0, comma)));
    if (comma != std::string_view::npos) {
        const std::string_view rest = trimmed(inner.substr(comma + 1));
        if (rest.size() < 2 || !rest.starts_with('\'') || !rest.ends_with('\'')) return 0;
        variable.hasDefault = true;
        variable.defaultText = rest.substr(1, rest.size() - 2);
    }
    if (variable.key.empty()) return 0;
    variables_.push_back(std::move(variable));
    return length;
}

void Pattern::classify() {
    const auto firstVariable = variables_.empty() ? tokens_.size() : variables_.front().at;
    const auto firstWildcard =
        std::find_if(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(firstVariable),
                     [](Token token) { return token >= anyOneToken; });
    const bool onlyOneAtEnd =
        firstWildcard != tokens_.end() && firstWildcard + 1 == tokens_.end() && *firstWildcard == anyRunToken;
    for (auto at = tokens_.begin(); at != firstWildcard; ++at) plain_ += static_cast<char>(*at);
    if (!variables_.empty())
        form_ = Form::General;
    else if (firstWildcard == tokens_.end())
        form_ = Form::Exact;
    else if (onlyOneAtEnd)
        form_ = plain_.empty() ? Form::Everything : Form::Prefix;
    else
        form_ = Form::General;
}

bool Pattern::matchesPlain(std::string_view text) const {
    const auto startsWithPlain = [&] {
        if (!ignoreCase_) return text.starts_with(plain_);
        return text.size() >= plain_.size() && std::equal(plain_.begin(), plain_.end(), text.begin(),
                                                          [](char a, char b) { return a == lowerAscii(b); });
    };
    switch (form_) {
        case Form::Everything:
            return true;
        case Form::Exact:
            return text.size() == plain_.size() && startsWithPlain();
        case Form::Prefix:
            return startsWithPlain();
        case Form::General:
            return startsWithPlain() && matchesTokens(tokens_, text, ignoreCase_);
    }
    return false;
}

Match Pattern::matches(std::string_view text, const RequestContext& context) const {
    if (variables_.empty()) return matchOf(matchesPlain(text));
    std::vector<Token> filled;
    std::size_t taken = 0;
    bool unknown = false;
    for (const Variable& variable : variables_) {
        filled.insert(filled.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(taken),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(variable.at));
        taken = variable.at;
        const auto [presence, values] = context.find(variable.key);
        if (presence == RequestContext::Presence::Unknown) {
            // Whatever its value may be, the text must match around it.
            unknown = true;
            filled.push_back(anyRunToken);
        } else if (presence == RequestContext::Presence::Present && values->size() == 1) {
            appendLiteral(values->front(), filled);
        } else if (variable.hasDefault) {
            appendLiteral(variable.defaultText, filled);
        } else {
            // A key without a value, or with several, is no variable: nothing equals it.
            return Match::No;
        }
    }
    filled.insert(filled.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(taken), tokens_.end());
    if (!matchesTokens(filled, text, ignoreCase_)) return Match::No;
    return unknown ? Match::Unknown : Match::Yes;
}

std::vector<PatternToken> Pattern::outline() const {
    std::vector<Token> outlined;
    std::size_t taken = 0;
    for (const Variable& variable : variables_) {
        outlined.insert(outlined.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(taken),
                        tokens_.begin() + static_cast<std::ptrdiff_t>(variable.at));
        outlined.push_back(anyRunToken);
        taken = variable.at;
    }
    outlined.insert(outlined.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(taken), tokens_.end());
    return outlined;
}

std::vector<std::string_view> Pattern::variableKeys() const {
    std::vector<std::string_view> keys;
    for (const Variable& variable : variables_) keys.emplace_back(variable.key);
    return keys;
}

bool matchesWildcard(std::string_view pattern, std::string_view text, bool ignoreCase) {
    return Pattern(pattern, {true, false, ignoreCase}).matchesPlain(text);
}

}  // namespace gw
