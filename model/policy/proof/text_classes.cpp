#include "model/policy/proof/text_classes.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace gw {
namespace {

using Positions = std::vector<std::uint32_t>;

/// Where the walk stands in all patterns at once.
struct WalkState {
    Positions at{};
    /// Bytes of a UTF-8 character that are still to come; a text ends between characters.
    std::uint8_t continuing = 0;
    friend bool operator==(const WalkState&, const WalkState&) = default;
};

struct WalkStateHash {
    std::size_t operator()(const WalkState& state) const {
        std::size_t hash = state.continuing;
        for (const std::uint32_t each : state.at) hash = (hash ^ each) * 0x9E3779B97F4A7C15ULL;
        return hash ^ hash >> 29;
    }
};

std::uint8_t continuingAfter(std::uint8_t before, char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (before > 0 && (byte & 0xC0) == 0x80) return before - 1;
    return byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
}

/// All patterns side by side. A position is a token of one of them or its end; the last positions of all stand for
/// groups that match whatever comes.
class PatternWalk {
public:
    PatternWalk(const std::vector<TextPatterns>& groups, const TextUniverse& universe)
        : universe_(universe), groups_(groups.size() + (universe.within.empty() ? 0 : 1)) {
        for (std::size_t group = 0; group < groups.size(); ++group)
            for (const TextPattern& pattern : groups[group]) add(pattern, group);
        for (const TextPattern& pattern : universe.within) add(pattern, groups.size());
        forever_ = static_cast<std::uint32_t>(tokens_.size());
    }

    WalkState start() const {
        WalkState state;
        for (const std::uint32_t each : starts_) enter(each, state.at);
        tidy(state.at);
        return state;
    }

    WalkState after(const WalkState& state, char c) const {
        WalkState next;
        next.continuing = continuingAfter(state.continuing, c);
        for (const std::uint32_t at : state.at) {
            if (at >= forever_) {
                next.at.push_back(at);
                continue;
            }
            const PatternToken token = tokens_[at];
            if (token == endToken) continue;
            if (token == anyRunToken || (token == anyRunWithinToken && c != ':'))
                enter(at, next.at);
            else if (!isRunToken(token) && matchesOneToken(token, ignoresCase_[at] ? lowerAscii(c) : c))
                enter(at + 1, next.at);
        }
        tidy(next.at);
        return next;
    }

    /// The characters that lead from here to somewhere of their own, and one for all others.
    std::string lettersFrom(const WalkState& state, char before) const {
        std::string special;
        const auto add = [&](char c) {
            if (special.find(c) == std::string::npos) special += c;
        };
        for (const std::uint32_t at : state.at) {
            if (at >= forever_ || tokens_[at] == endToken) continue;
            const PatternToken token = tokens_[at];
            if (token == anyOneWithinToken || token == anyRunWithinToken) add(':');
            if (token >= anyOneToken) continue;
            const char c = static_cast<char>(token);
            add(c);
            if (ignoresCase_[at] && c >= 'a' && c <= 'z') add(static_cast<char>(c - 'a' + 'A'));
        }
        std::string letters;
        for (const char c : special)
            if (!universe_.lettersAlone || c == ':' || universe_.letters.find(c) != std::string_view::npos)
                letters += c;
        if (state.continuing > 0) {
            std::erase_if(letters, [](char c) { return (c & 0xC0) != 0x80; });
            for (int c = 0x80; c < 0xC0; ++c)
                if (special.find(static_cast<char>(c)) == std::string::npos) return letters + static_cast<char>(c);
            return letters;
        }
        std::erase_if(letters, [](char c) { return (c & 0xC0) == 0x80; });
        const auto other = otherThan(special, before);
        return other ? letters + *other : letters;
    }

    /// Which groups match the text that led here; none where the text is outside of the universe.
    std::optional<std::vector<bool>> matchedAt(const WalkState& state) const {
        if (state.continuing > 0) return std::nullopt;
        std::vector<bool> matched(groups_, false);
        for (const std::uint32_t at : state.at) {
            if (at >= forever_)
                matched[at - forever_] = true;
            else if (tokens_[at] == endToken)
                matched[groupOf_[at]] = true;
        }
        if (universe_.within.empty()) return matched;
        if (!matched.back()) return std::nullopt;
        return matched;
    }

private:
    static constexpr PatternToken endToken = 0x200;

    void add(const TextPattern& pattern, std::size_t group) {
        starts_.push_back(static_cast<std::uint32_t>(tokens_.size()));
        for (const PatternToken token : pattern.tokens) {
            // Runs side by side are one; a free one swallows those within a part.
            if (isRunToken(token) && tokens_.size() > starts_.back() && isRunToken(tokens_.back())) {
                tokens_.back() = std::min(tokens_.back(), token);
                continue;
            }
            tokens_.push_back(token);
        }
        tokens_.push_back(endToken);
        groupOf_.resize(tokens_.size(), static_cast<std::uint32_t>(group));
        ignoresCase_.resize(tokens_.size(), pattern.ignoreCase);
    }

    /// A run may stand for nothing, so its successor is entered as well.
    void enter(std::uint32_t at, Positions& into) const {
        if (tokens_[at] == anyRunToken && tokens_[at + 1] == endToken) {
            into.push_back(forever_ + groupOf_[at]);
            return;
        }
        into.push_back(at);
        if (isRunToken(tokens_[at])) enter(at + 1, into);
    }

    /// Sorted, each once, without what a group no longer needs that matches whatever comes.
    void tidy(Positions& at) const {
        std::ranges::sort(at);
        at.erase(std::unique(at.begin(), at.end()), at.end());
        if (at.empty() || at.back() < forever_) return;
        const auto first = std::ranges::lower_bound(at, forever_);
        const Positions done(first, at.end());
        std::erase_if(at, [&](std::uint32_t each) {
            return each < forever_ && std::ranges::binary_search(done, forever_ + groupOf_[each]);
        });
    }

    std::optional<char> otherThan(const std::string& special, char before) const {
        const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
        std::optional<char> found;
        for (const char c : universe_.letters) {
            if (special.find(c) != std::string::npos) continue;
            if (!found) found = c;
            // A number goes on with digits.
            if (!isDigit(before)) break;
            if (isDigit(c)) return c;
        }
        return found;
    }

    const TextUniverse& universe_;
    std::size_t groups_;
    std::vector<std::uint32_t> starts_;
    std::vector<PatternToken> tokens_;
    std::vector<std::uint32_t> groupOf_;
    std::vector<bool> ignoresCase_;
    std::uint32_t forever_ = 0;
};

/// An example for each set of groups that match.
class TextExamples {
public:
    void offer(const std::optional<std::vector<bool>>& matched, const std::string& text) {
        if (!matched) return;
        const auto [at, isNew] = places_.try_emplace(*matched, texts_.size());
        if (isNew)
            texts_.push_back(text);
        else if (texts_[at->second].empty())
            // The empty text is a poor example where others do as well.
            texts_[at->second] = text;
    }
    std::vector<std::string> take() { return std::move(texts_); }

private:
    std::map<std::vector<bool>, std::size_t> places_;
    std::vector<std::string> texts_;
};

}  // namespace

std::optional<std::vector<std::string>> textClasses(const std::vector<TextPatterns>& groups,
                                                    const TextUniverse& universe,
                                                    const std::vector<std::string>& preferred, std::size_t maxStates) {
    const PatternWalk walk(groups, universe);
    TextExamples examples;
    const WalkState start = walk.start();
    for (const std::string& text : preferred) {
        WalkState state = start;
        for (const char c : text) state = walk.after(state, c);
        examples.offer(walk.matchedAt(state), text);
    }
    struct Found {
        const WalkState* state;
        std::string text;
    };
    std::unordered_map<WalkState, bool, WalkStateHash> known;
    std::vector<Found> found{{&known.try_emplace(start, true).first->first, ""}};
    examples.offer(walk.matchedAt(start), "");
    for (std::size_t i = 0; i < found.size(); ++i) {
        const WalkState& state = *found[i].state;
        const char before = found[i].text.empty() ? '\0' : found[i].text.back();
        for (const char c : walk.lettersFrom(state, before)) {
            WalkState next = walk.after(state, c);
            // Nothing of the universe lies behind a dead end.
            if (next.at.empty() && !universe.within.empty()) continue;
            std::string text = found[i].text + c;
            const auto [at, isNew] = known.try_emplace(std::move(next), true);
            examples.offer(walk.matchedAt(at->first), text);
            if (!isNew) continue;
            if (found.size() == maxStates) return std::nullopt;
            found.push_back({&at->first, std::move(text)});
        }
    }
    return examples.take();
}

}  // namespace gw
