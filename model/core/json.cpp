#include "model/core/json.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

namespace gw {
namespace {

constexpr std::string_view separators = " \t\r\n,:";

/// Reads characters and counts them, so that each event of the parser can be given a place.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*count_;
        return *this;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }
    friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.at_ != b.at_; }

private:
    const char* at_;
    std::size_t* count_;
};

/// Builds the tree from nlohmann's SAX events. The parser has read up to the end of a token (or one character past a
/// number) when it reports it; the token starts behind the separators that follow the end of the one before.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    TreeBuilder(std::string_view text, const std::size_t& consumed, std::size_t maxDepth)
        : text_(text), consumed_(consumed), maxDepth_(maxDepth) {}

    bool null() override { return put(JsonNode::Kind::Null, "null", false); }
    bool boolean(bool value) override { return put(JsonNode::Kind::Bool, value ? "true" : "false", false); }
    bool number_integer(number_integer_t) override { return putNumber(); }
    bool number_unsigned(number_unsigned_t) override { return putNumber(); }
    bool number_float(number_float_t, const string_t&) override { return putNumber(); }
    bool string(string_t& value) override { return put(JsonNode::Kind::String, std::move(value), false); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonNode::Kind::Object); }
    bool start_array(std::size_t) override { return open(JsonNode::Kind::Array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& value) override {
        keyOffset_ = tokenStart();
        key_ = std::move(value);
        end_ = consumed_;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& problem) override {
        // nlohmann counts from 1 and says "[json.exception.parse_error.101] parse error at line 1, column 2: <what>".
        std::string what = problem.what();
        // An overflowing number is reported without a place in its text.
        if (const auto colon = what.find(": ", what.find("column")); what.find("column") != std::string::npos)
            what = colon == std::string::npos ? what : what.substr(colon + 2);
        else if (const auto bracket = what.find("] "); bracket != std::string::npos)
            what = what.substr(bracket + 2);
        // Inside a string the place of the bad byte helps; elsewhere the start of the token that does not fit.
        const bool inString = what.find("invalid string") != std::string::npos && position > 0;
        error = {std::min(inString ? position - 1 : tokenStart(), text_.size()), friendly(what)};
        return false;
    }

    JsonNode root;
    JsonError error;

private:
    static std::string friendly(const std::string& what) {
        if (what.find("invalid UTF-8") != std::string::npos || what.find("ill-formed UTF-8") != std::string::npos)
            return "the text is not valid UTF-8; save the file as UTF-8.";
        if (what.find("unexpected end of input") != std::string::npos)
            return "the text ends too early; a bracket or quote is not closed.";
        if (what.find("number overflow") != std::string::npos) return "the number is too large.";
        std::string expected;
        if (const auto at = what.find("expected "); at != std::string::npos && (at == 0 || what[at - 1] != 'n'))
            expected = what.substr(at);
        return expected.empty() ? "this is not JSON; a value, comma or bracket is missing or misspelt."
                                : "this is not JSON; " + expected + " here.";
    }

    std::size_t tokenStart() const {
        const auto at = text_.find_first_not_of(separators, end_);
        return at == std::string_view::npos ? text_.size() : at;
    }

    bool putNumber() {
        const std::size_t start = tokenStart();
        const auto stop = text_.find_first_not_of("+-.0123456789eE", start);
        std::string digits(text_.substr(start, stop == std::string_view::npos ? stop : stop - start));
        return put(JsonNode::Kind::Number, std::move(digits), true);
    }

    bool put(JsonNode::Kind kind, std::string text, bool number) {
        JsonNode node;
        node.kind = kind;
        node.text = std::move(text);
        node.offset = tokenStart();
        end_ = number ? node.offset + node.text.size() : consumed_;
        return add(std::move(node)) != nullptr;
    }

    /// nullptr where there are too many.
    JsonNode* add(JsonNode node) {
        if (++values_ > maxJsonValues) {
            error = {node.offset, "the text holds more than " + std::to_string(maxJsonValues) + " values."};
            return nullptr;
        }
        node.keyOffset = keyOffset_ == npos ? node.offset : keyOffset_;
        keyOffset_ = npos;
        if (open_.empty()) {
            root = std::move(node);
            return &root;
        }
        return &open_.back()->children.emplace_back(std::exchange(key_, {}), std::move(node)).second;
    }

    bool open(JsonNode::Kind kind) {
        JsonNode node;
        node.kind = kind;
        node.offset = tokenStart();
        end_ = node.offset + 1;
        if (open_.size() == maxDepth_) {
            error = {node.offset, "the nesting is deeper than " + std::to_string(maxDepth_) + " levels."};
            return false;
        }
        JsonNode* added = add(std::move(node));
        open_.push_back(added);
        return added != nullptr;
    }

    bool close() {
        end_ = consumed_;
        open_.pop_back();
        return true;
    }

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    std::string_view text_;
    const std::size_t& consumed_;
    std::size_t maxDepth_;
    std::size_t end_ = 0;
    std::size_t values_ = 0;
    std::size_t keyOffset_ = npos;
    std::string key_;
    /// The path to the value being built. Only the last node of each grows, so the pointers above it stay valid.
    std::vector<JsonNode*> open_;
};

std::string inLine(const JsonNode& node) {
    switch (node.kind) {
        case JsonNode::Kind::String:
            return quotedJson(node.text);
        case JsonNode::Kind::Array: {
            std::string out = "[";
            for (const auto& [key, child] : node.children) out += (out.size() > 1 ? ", " : "") + inLine(child);
            return out + "]";
        }
        case JsonNode::Kind::Object: {
            if (node.children.empty()) return "{}";
            std::string out = "{";
            for (const auto& [key, child] : node.children)
                out += (out.size() > 1 ? ", " : " ") + quotedJson(key) + ": " + inLine(child);
            return out + " }";
        }
        default:
            return node.text;
    }
}

void write(const JsonNode& node, std::size_t indent, std::size_t column, std::size_t width, std::string& out) {
    const bool nested = node.is(JsonNode::Kind::Array) || node.is(JsonNode::Kind::Object);
    const std::string line = inLine(node);
    if (!nested || node.children.empty() || column + line.size() <= width) {
        out += line;
        return;
    }
    const bool object = node.is(JsonNode::Kind::Object);
    out += object ? "{\n" : "[\n";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const auto& [key, child] = node.children[i];
        const std::string lead = object ? quotedJson(key) + ": " : "";
        out += std::string(indent + 2, ' ') + lead;
        write(child, indent + 2, indent + 2 + lead.size() + 1, width, out);
        out += i + 1 < node.children.size() ? ",\n" : "\n";
    }
    out += std::string(indent, ' ') + (object ? "}" : "]");
}

}  // namespace

TextPosition positionAt(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::ranges::count(before, '\n');
    const auto lineStart = before.rfind('\n');
    return {static_cast<std::size_t>(line) + 1,
            lineStart == std::string_view::npos ? before.size() + 1 : before.size() - lineStart};
}

const JsonNode* JsonNode::find(std::string_view key) const {
    const auto at = std::find_if(children.rbegin(), children.rend(), [&](const auto& c) { return c.first == key; });
    return at == children.rend() ? nullptr : &at->second;
}

tl::expected<JsonNode, JsonError> parseJson(std::string_view text, std::size_t maxDepth) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") return parseJson(std::string("   ").append(text.substr(3)), maxDepth);
    std::size_t consumed = 0;
    TreeBuilder builder(text, consumed, maxDepth);
    const CountingIterator first(text.data(), &consumed);
    const CountingIterator last(text.data() + text.size(), &consumed);
    try {
        if (!nlohmann::json::sax_parse(first, last, &builder)) return tl::unexpected<JsonError>(builder.error);
    } catch (const nlohmann::json::exception&) {
        return tl::unexpected<JsonError>({consumed, "this is not JSON."});
    }
    return std::move(builder.root);
}

std::string prettyJson(const JsonNode& node, std::size_t indent, std::size_t width) {
    std::string out;
    write(node, indent, indent, width, out);
    return out;
}

std::string quotedJson(std::string_view text) {
    const nlohmann::json value = std::string(text);
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace gw
