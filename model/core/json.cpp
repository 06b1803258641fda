#include "model/core/json.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "model/core/utf8.h"

namespace gw {
namespace {

/// Reads RFC 8259 by recursive descent; each function stands at the start of what it reads and leaves behind its end.
class JsonParser {
public:
    JsonParser(std::string_view text, std::size_t maxDepth) : text_(text), maxDepth_(maxDepth) {}

    bool readText(JsonNode& root) {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        skipSpace();
        if (!readValue(root, 0)) return false;
        skipSpace();
        return ended() || refuse(at_, "the text goes on behind its end; take this out.");
    }

    JsonError error;

private:
    bool refuse(std::size_t offset, std::string message) {
        error = {offset, std::move(message)};
        return false;
    }
    bool refuseHere(const char* expected) {
        if (ended() && text_.find_first_not_of(" \t\r\n") == std::string_view::npos)
            return refuse(at_, "there is nothing in it.");
        if (ended()) return refuse(at_, "the text ends too early; a bracket or quote is not closed.");
        return refuse(at_, std::string("this is not JSON; ") + expected + " is expected here.");
    }

    bool ended() const { return at_ == text_.size(); }
    bool at(char c) const { return !ended() && text_[at_] == c; }
    bool take(char c) {
        if (!at(c)) return false;
        ++at_;
        return true;
    }
    void skipSpace() {
        while (at(' ') || at('\n') || at('\r') || at('\t')) ++at_;
    }

    bool readValue(JsonNode& node, std::size_t depth) {
        if (++values_ > maxJsonValues)
            return refuse(at_, "the text holds more than " + std::to_string(maxJsonValues) + " values.");
        node.offset = at_;
        node.keyOffset = at_;
        if (at('{') || at('[')) return readNested(node, depth);
        if (at('"')) {
            node.kind = JsonNode::Kind::String;
            return readString(node.text);
        }
        if (at('-') || (!ended() && text_[at_] >= '0' && text_[at_] <= '9')) return readNumber(node);
        for (const auto& [word, kind] :
             {std::pair("true", JsonNode::Kind::Bool), std::pair("false", JsonNode::Kind::Bool),
              std::pair("null", JsonNode::Kind::Null)})
            if (text_.substr(at_).starts_with(word)) {
                node.kind = kind;
                node.text = word;
                at_ += node.text.size();
                return true;
            }
        return refuseHere("a value");
    }

    /// An object or array.
    bool readNested(JsonNode& node, std::size_t depth) {
        if (depth == maxDepth_)
            return refuse(at_, "the nesting is deeper than " + std::to_string(maxDepth_) + " levels.");
        const bool object = take('{') || !take('[');
        node.kind = object ? JsonNode::Kind::Object : JsonNode::Kind::Array;
        const char end = object ? '}' : ']';
        skipSpace();
        if (take(end)) return true;
        for (;;) {
            auto& [key, child] = node.children.emplace_back(std::string(), JsonNode());
            const std::size_t keyOffset = at_;
            if (object) {
                if (!at('"')) return refuseHere("a key in quotes");
                if (!readString(key)) return false;
                skipSpace();
                if (!take(':')) return refuseHere("a colon");
                skipSpace();
            }
            if (!readValue(child, depth + 1)) return false;
            child.keyOffset = keyOffset;
            skipSpace();
            if (take(end)) return true;
            if (!take(',')) return refuseHere(object ? "a comma or }" : "a comma or ]");
            skipSpace();
        }
    }

    bool readDigits() {
        const std::size_t start = at_;
        while (!ended() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
        return at_ > start;
    }

    bool readNumber(JsonNode& node) {
        const std::size_t start = at_;
        take('-');
        if (!take('0') && !readDigits()) return refuseHere("a digit");
        if (take('.') && !readDigits()) return refuseHere("a digit");
        if (take('e') || take('E')) {
            if (!take('+')) take('-');
            if (!readDigits()) return refuseHere("a digit");
        }
        node.kind = JsonNode::Kind::Number;
        node.text = text_.substr(start, at_ - start);
        double value = 0;
        if (std::from_chars(text_.data() + start, text_.data() + at_, value).ec != std::errc{})
            return refuse(start, "the number is too large or too small.");
        return true;
    }

    bool readString(std::string& out) {
        ++at_;
        for (;;) {
            const std::size_t start = at_;
            while (!ended() && text_[at_] != '"' && text_[at_] != '\\' &&
                   static_cast<unsigned char>(text_[at_]) >= 0x20) {
                const bool ascii = static_cast<unsigned char>(text_[at_]) < 0x80;
                const std::size_t length = ascii ? 1 : utf8Length(text_, at_);
                if (length == 0) return refuse(at_, "the text is not valid UTF-8; save the file as UTF-8.");
                at_ += length;
            }
            out += text_.substr(start, at_ - start);
            if (take('"')) return true;
            if (!at('\\')) {
                if (ended()) return refuseHere("a quote");
                return refuse(at_,
                              "a text may not hold this character as it is; write \\n for a new line, \\t for a tab.");
            }
            if (!readEscape(out)) return false;
        }
    }

    bool readEscape(std::string& out) {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        const std::size_t start = at_++;
        if (const auto which = ended() ? std::string_view::npos : letters.find(text_[at_]);
            which != std::string_view::npos) {
            out += meant[which];
            ++at_;
            return true;
        }
        std::uint32_t code = 0;
        if (!readUnit(code)) return refuse(start, "this escape is unknown; write \\\\ for a backslash.");
        if (code >= 0xD800 && code <= 0xDBFF) {
            std::uint32_t low = 0;
            if (!take('\\') || !readUnit(low) || low < 0xDC00 || low > 0xDFFF)
                return refuse(start, "this is half of a character; write the character itself.");
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        } else if (code >= 0xDC00 && code <= 0xDFFF) {
            return refuse(start, "this is half of a character; write the character itself.");
        }
        appendUtf8(out, code);
        return true;
    }

    /// "u" and four hexadecimal digits.
    bool readUnit(std::uint32_t& code) {
        if (!at('u') || text_.size() - at_ < 5) return false;
        const char* digits = text_.data() + at_ + 1;
        const auto [end, problem] = std::from_chars(digits, digits + 4, code, 16);
        at_ += 5;
        return problem == std::errc{} && end == digits + 4;
    }

    std::string_view text_;
    std::size_t maxDepth_;
    std::size_t at_ = 0;
    std::size_t values_ = 0;
};

}  // namespace

const JsonNode* JsonNode::find(std::string_view key) const {
    const auto at = std::find_if(children.rbegin(), children.rend(), [&](const auto& c) { return c.first == key; });
    return at == children.rend() ? nullptr : &at->second;
}

tl::expected<JsonNode, JsonError> parseJson(std::string_view text, std::size_t maxDepth) {
    JsonParser parser(text, maxDepth);
    JsonNode root;
    if (!parser.readText(root)) return tl::unexpected<JsonError>(std::move(parser.error));
    return root;
}

}  // namespace gw
