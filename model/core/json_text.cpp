#include <algorithm>

#include "model/core/json.h"
#include "model/core/utf8.h"

namespace gw {
namespace {

/// Appends the value as one line of at most `room` bytes; false where it takes more (`out` then holds a part of it).
bool appendInLine(const JsonNode& node, std::size_t room, std::string& out) {
    const std::size_t end = out.size() + room;
    const auto append = [&](std::string_view text) {
        out += text;
        return out.size() <= end;
    };
    if (node.text.size() > room) return false;
    if (node.is(JsonNode::Kind::String)) return append(quotedJson(node.text));
    const bool object = node.is(JsonNode::Kind::Object);
    if (!object && !node.is(JsonNode::Kind::Array)) return append(node.text);
    if (node.children.empty()) return append(object ? "{}" : "[]");
    std::string_view lead = object ? "{ " : "[";
    for (const auto& [key, child] : node.children) {
        if (!append(lead) || key.size() > room || (object && !append(quotedJson(key) + ": "))) return false;
        if (!appendInLine(child, end - out.size(), out)) return false;
        lead = ", ";
    }
    return append(object ? " }" : "]");
}

void write(const JsonNode& node, std::size_t indent, std::size_t column, std::size_t width, std::string& out) {
    const std::size_t before = out.size();
    if (column <= width && appendInLine(node, width - column, out)) return;
    out.resize(before);
    const bool object = node.is(JsonNode::Kind::Object);
    if (node.children.empty()) {
        out += node.is(JsonNode::Kind::String)  ? quotedJson(node.text)
               : object                         ? "{}"
               : node.is(JsonNode::Kind::Array) ? "[]"
                                                : node.text;
        return;
    }
    out += object ? "{\n" : "[\n";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const auto& [key, child] = node.children[i];
        const std::string lead = object ? quotedJson(key) + ": " : "";
        out.append(indent + 2, ' ') += lead;
        write(child, indent + 2, indent + 2 + lead.size() + 1, width, out);
        out += i + 1 < node.children.size() ? ",\n" : "\n";
    }
    out.append(indent, ' ') += object ? '}' : ']';
}

}  // namespace

std::string prettyJson(const JsonNode& node, std::size_t indent, std::size_t width) {
    std::string out;
    write(node, indent, indent, width, out);
    return out;
}

std::string quotedJson(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8Length(text, i);
        const char c = text[i];
        if (length == 0) {
            out += "\xEF\xBF\xBD";
        } else if (const auto which = std::string_view("\"\\\b\f\n\r\t").find(c); which != std::string_view::npos) {
            out += '\\';
            out += "\"\\bfnrt"[which];
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += c < 0x10 ? "\\u000" : "\\u001";
            out += "0123456789abcdef"[c & 0xF];
        } else {
            out += text.substr(i, length);
        }
        i += std::max<std::size_t>(length, 1);
    }
    return out + '"';
}

}  // namespace gw
