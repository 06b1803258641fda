#include "model/policy/suggest/policy_cursor.h"

#include <algorithm>

namespace gw {
namespace {

constexpr std::string_view space = " \t\r\n";

/// Walks an unfinished JSON text and keeps what is open.
class DraftScan {
public:
    explicit DraftScan(std::string_view text) : text_(text) {}

    /// The next token, up to `end`; none where there is no further one.
    std::optional<DraftToken> next(std::size_t end) {
        while (at_ < end && !isTooDeep_) {
            const char c = text_[at_];
            if (c == '"') return string();
            if (space.find(c) == std::string_view::npos && std::string_view("{}[],:").find(c) == std::string_view::npos)
                return word();
            ++at_;
            take(c, at_ - 1);
        }
        return std::nullopt;
    }

    DraftTurn turn() const {
        if (open_.empty() || isDone_ || isTooDeep_) return DraftTurn::Nothing;
        const Open& inner = open_.back();
        if (inner.isList) return DraftTurn::Value;
        if (afterColon_) return DraftTurn::Value;
        return inner.hasKey ? DraftTurn::Nothing : DraftTurn::Key;
    }
    bool isInList() const { return !open_.empty() && open_.back().isList; }
    std::vector<std::string_view> path() const {
        std::vector<std::string_view> keys;
        keys.reserve(open_.size());
        for (const Open& each : open_)
            if (each.hasKey && (&each != &open_.back() || each.isList || afterColon_ || !isDone_))
                keys.push_back(each.key);
        return keys;
    }
    std::size_t object() const {
        const auto at = std::find_if(open_.rbegin(), open_.rend(), [](const Open& each) { return !each.isList; });
        return at == open_.rend() ? text_.size() : at->start;
    }
    /// The object right below the member Statement of the outermost one.
    std::size_t statement() const {
        bool below = false;
        for (const Open& each : open_) {
            if (below && !each.isList) return each.start;
            below = below || (each.hasKey && each.key == "Statement");
        }
        return text_.size();
    }

private:
    struct Open {
        std::size_t start = 0;
        bool isList = false;
        bool hasKey = false;
        std::string_view key{};
    };

    void take(char c, std::size_t at) {
        if (c == '{' || c == '[') {
            isTooDeep_ = open_.size() == maxDraftDepth;
            if (isTooDeep_) return;
            open_.push_back({at, c == '['});
            afterColon_ = isDone_ = false;
        } else if (c == '}' || c == ']') {
            if (!open_.empty() && open_.back().isList == (c == ']')) open_.pop_back();
            afterColon_ = false;
            isDone_ = true;
        } else if (c == ',') {
            if (!open_.empty()) open_.back().hasKey = false;
            afterColon_ = isDone_ = false;
        } else if (c == ':') {
            afterColon_ = !open_.empty() && !open_.back().isList && open_.back().hasKey;
        }
    }
    DraftToken placed(std::size_t begin, std::size_t end) const {
        DraftToken token;
        token.begin = begin;
        token.end = end;
        // A comma that is still missing takes nothing from the key behind it.
        token.isKey = !open_.empty() && !open_.back().isList && !afterColon_;
        token.path = path();
        token.object = object();
        token.statement = statement();
        return token;
    }
    void finish(const DraftToken& token) {
        if (token.isKey) {
            open_.back().hasKey = true;
            open_.back().key = token.text;
            isDone_ = false;
        } else {
            afterColon_ = false;
            isDone_ = true;
        }
    }
    DraftToken string() {
        const std::size_t begin = at_++;
        while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\n')
            at_ = std::min(text_.size(), at_ + (text_[at_] == '\\' ? 2 : 1));
        const bool isClosed = at_ < text_.size() && text_[at_] == '"';
        std::size_t end = isClosed ? ++at_ : at_;
        DraftToken token = placed(begin, end);
        token.isString = true;
        token.isClosed = isClosed;
        token.text = text_.substr(begin + 1, end - begin - (isClosed ? 2 : 1));
        finish(token);
        return token;
    }
    DraftToken word() {
        const std::size_t begin = at_;
        at_ = std::min(text_.find_first_of("{}[],:\" \t\r\n", at_), text_.size());
        DraftToken token = placed(begin, at_);
        token.text = text_.substr(begin, at_ - begin);
        finish(token);
        return token;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Open> open_;  ///< never deeper than looked at, so that each token costs the same
    bool isTooDeep_ = false;
    bool afterColon_ = false;
    bool isDone_ = false;  ///< a value has just ended
};

bool colonFollows(std::string_view text, std::size_t from) {
    const std::size_t at = text.find_first_not_of(space, from);
    return at != std::string_view::npos && text[at] == ':';
}

}  // namespace

void eachDraftToken(std::string_view text, const std::function<void(const DraftToken&)>& take) {
    DraftScan scan(text);
    while (const auto token = scan.next(text.size())) take(*token);
}

DraftCursor draftCursorAt(std::string_view text, std::size_t cursor) {
    cursor = std::min(cursor, text.size());
    DraftScan scan(text);
    DraftCursor found;
    while (auto token = scan.next(cursor)) {
        // Behind the closing quote the cursor has left the string; a string without one still holds it.
        const bool holds = cursor < token->end || (!token->isClosed && cursor == token->end);
        if (!holds) continue;
        if (!token->isString) return found;
        found.turn = token->isKey ? DraftTurn::Key : DraftTurn::Value;
        found.path = token->path;
        found.object = token->object;
        found.statement = token->statement;
        found.typed = text.substr(token->begin + 1, cursor - token->begin - 1);
        found.hasColon = colonFollows(text, token->end);
        found.isInList = scan.isInList();
        found.token = *std::move(token);
        return found;
    }
    found.turn = scan.turn();
    found.path = scan.path();
    found.object = scan.object();
    found.statement = scan.statement();
    found.isInList = scan.isInList();
    return found;
}

}  // namespace gw
