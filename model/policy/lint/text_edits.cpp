#include "model/policy/lint/text_edits.h"

#include <algorithm>
#include <cctype>

namespace gw {
namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t behindString(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at)
        if (text[at] == '\\') ++at;
    return std::min(at + 1, text.size());
}

std::size_t behindSpace(std::string_view text, std::size_t at) {
    while (at < text.size() && isSpace(text[at])) ++at;
    return at;
}

}  // namespace

std::size_t endOfToken(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return text.size();
    if (text[offset] == '"') return behindString(text, offset);
    std::size_t end = offset;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '.' ||
                                 text[end] == '-' || text[end] == '+'))
        ++end;
    return std::max(end, offset + 1);
}

std::size_t endOfValue(std::string_view text, std::size_t offset) {
    if (offset >= text.size() || (text[offset] != '{' && text[offset] != '[')) return endOfToken(text, offset);
    std::size_t depth = 0;
    for (std::size_t at = offset; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            at = behindString(text, at);
            continue;
        }
        ++at;
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) return at;
    }
    return text.size();
}

PolicyTextEdit replaceValue(std::string_view text, std::size_t offset, std::string json) {
    return {offset, endOfValue(text, offset), std::move(json)};
}

PolicyTextEdit replaceString(std::string_view text, std::size_t offset, std::string_view with) {
    return {offset, endOfToken(text, offset), quotedJson(with)};
}

PolicyTextEdit removeEntry(std::string_view text, const JsonNode& entry) {
    std::size_t begin = entry.keyOffset;
    std::size_t end = endOfValue(text, entry.offset);
    const std::size_t next = behindSpace(text, end);
    if (next < text.size() && text[next] == ',') return {begin, behindSpace(text, next + 1), {}};
    while (begin > 0 && isSpace(text[begin - 1])) --begin;
    if (begin > 0 && text[begin - 1] == ',') --begin;
    return {begin, end, {}};
}

PolicyTextEdit insertBefore(std::string_view text, std::size_t offset, std::string_view json) {
    std::size_t lead = offset;
    while (lead > 0 && isSpace(text[lead - 1])) --lead;
    const std::string_view space = text.substr(lead, offset - lead);
    const bool ownLine = space.find('\n') != std::string_view::npos;
    return {offset, offset, std::string(json) + "," + (ownLine ? std::string(space) : " ")};
}

std::string mended(std::string text, const PolicyFix& fix) {
    std::vector<PolicyTextEdit> edits = fix.edits;
    std::ranges::stable_sort(edits, std::greater<>(), &PolicyTextEdit::begin);
    for (const PolicyTextEdit& edit : edits) text.replace(edit.begin, edit.end - edit.begin, edit.text);
    return text;
}

}  // namespace gw
