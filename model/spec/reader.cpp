#include "model/spec/reader.h"

#include <algorithm>
#include <cmath>

#include "model/core/visible_text.h"
#include "model/spec/nearest.h"

namespace gw {
namespace {

/// More digits than this of a number are not repeated.
constexpr std::size_t longestNumber = 60;
/// More keys than this are not listed in a message.
constexpr std::size_t manyKeys = 24;

std::string_view nounOf(JsonNode::Kind kind) {
    switch (kind) {
        case JsonNode::Kind::Null:
            return "null";
        case JsonNode::Kind::Bool:
            return "true or false";
        case JsonNode::Kind::Number:
            return "a number";
        case JsonNode::Kind::String:
            return "a text in quotes";
        case JsonNode::Kind::Array:
            return "a list in [ ]";
        case JsonNode::Kind::Object:
            return "an object in { }";
    }
    return {};
}

/// Levels of nesting of the value, itself included.
std::size_t depthOf(const JsonNode& node) {
    std::size_t deepest = 0;
    for (const auto& [key, child] : node.children) deepest = std::max(deepest, depthOf(child));
    return node.is(JsonNode::Kind::Object) || node.is(JsonNode::Kind::Array) ? deepest + 1 : deepest;
}

}  // namespace

bool SpecReader::fail(std::size_t offset, std::string message) {
    // Values that messages repeat may hold new lines; an error is one line.
    error_ = {offset, plainText(message)};
    return false;
}

bool SpecReader::wants(const JsonNode& node, JsonNode::Kind kind) {
    if (node.is(kind)) return true;
    if (node.is(JsonNode::Kind::Null)) return fail(node.offset, "null stands for nothing here; leave the member out.");
    return fail(node.offset,
                "here stands " + std::string(nounOf(node.kind)) + "; write " + std::string(nounOf(kind)) + ".");
}

bool SpecReader::refuseTwice(std::size_t offset, std::string_view key) {
    return fail(offset, quotedBriefly(key) + " is given twice; take one out.");
}

bool SpecReader::refuseUnknown(std::size_t offset, std::string_view key, std::span<const std::string_view> known) {
    const std::string_view like = nearest(key, known);
    if (!like.empty())
        return fail(offset, quotedBriefly(key) + " is unknown; did you mean " + quotedBriefly(like) + "?");
    if (known.size() > manyKeys) return fail(offset, quotedBriefly(key) + " is unknown; take it out.");
    std::string all;
    for (const std::string_view each : known) all += (all.empty() ? "" : ", ") + std::string(each);
    return fail(offset, quotedBriefly(key) + " is unknown; take it out, or use one of: " + all + ".");
}

bool SpecReader::readId(std::string_view id, std::size_t offset) {
    if (isId(id)) return true;
    if (id.empty()) return fail(offset, "the id is empty; write one, or leave the member out.");
    return fail(offset, quotedBriefly(id) + " cannot be an id; use at most " + std::to_string(maxIdLength) +
                            " letters, digits and . _ : - and start with a letter or digit.");
}

bool SpecReader::addId(std::string_view id, std::size_t offset, const Kind& kind) {
    if (!readId(id, offset)) return false;
    const auto [at, added] = kinds_.emplace(id, &kind);
    if (added) return true;
    return fail(offset, quotedBriefly(id) + " is already the id of " + withArticle(at->second->noun) +
                            "; give one of them another.");
}

bool SpecReader::addPlacement(std::string_view id, std::size_t offset) {
    if (!placed_.insert(id).second) return refuseTwice(offset, id);
    if (kinds_.contains(id)) return true;
    return fail(offset, "nothing has the id " + quotedBriefly(id) + ", so it cannot be placed; take this out.");
}

bool SpecReader::addReference(const JsonNode& node, KindSet kinds) {
    if (!readId(node.text, node.offset)) return false;
    references_.push_back({&node, kinds});
    return true;
}

bool SpecReader::resolveReferences() {
    return std::ranges::all_of(references_, [this](const Reference& reference) { return resolve(reference); });
}

bool SpecReader::resolve(const Reference& reference) {
    const std::string& id = reference.node->text;
    const auto may = [&](const Kind* kind) {
        return reference.kinds.empty() || std::ranges::count(reference.kinds, kind) > 0;
    };
    const auto row = kinds_.find(id);
    if (row != kinds_.end() && may(row->second)) return true;
    const std::string wanted = oneOf(reference.kinds);
    std::vector<std::string_view> fitting;
    for (const auto& [each, kind] : kinds_)
        if (may(kind)) fitting.push_back(each);
    std::ranges::sort(fitting);
    const std::string_view like = nearest(id, fitting);
    const std::string advice =
        like.empty() ? "name one of the document, or take this out." : "did you mean " + quotedBriefly(like) + "?";
    if (row == kinds_.end())
        return fail(reference.node->offset, "no " + wanted + " has the id " + quotedBriefly(id) + "; " + advice);
    return fail(reference.node->offset, quotedBriefly(id) + " is the id of " + withArticle(row->second->noun) +
                                            ", and " + withArticle(wanted) + " is wanted here; " + advice);
}

bool SpecReader::isShort(const JsonNode& node) {
    return node.text.size() <= maxIdLength || fail(node.offset, quotedBriefly(node.text) + " is too long for this.");
}

bool SpecReader::read(const JsonNode& node, bool& value) {
    if (!wants(node, JsonNode::Kind::Bool)) return false;
    value = node.text == "true";
    return true;
}

bool SpecReader::read(const JsonNode& node, int& value, const NumberRange& range) {
    double number = 0;
    if (!read(node, number, range)) return false;
    if (number != std::trunc(number))
        return fail(node.offset,
                    shortened(node.text, longestNumber) + " is no whole number; write one from " + textOf(range) + ".");
    value = static_cast<int>(number);
    return true;
}

bool SpecReader::read(const JsonNode& node, double& value, const NumberRange& range) {
    if (!wants(node, JsonNode::Kind::Number)) return false;
    if (const Status status = readText(node.text, value); status && range.contains(value)) return true;
    return fail(node.offset,
                shortened(node.text, longestNumber) + " is out of range; write one from " + textOf(range) + ".");
}

bool SpecReader::read(const JsonNode& node, PolicyDocument& value) {
    if (!wants(node, JsonNode::Kind::Object)) return false;
    if (depthOf(node) > maxJsonDepth)
        return fail(node.offset, "the policy is nested deeper than " + std::to_string(maxJsonDepth) + " levels.");
    value = PolicyDocument::of(node);
    return true;
}

}  // namespace gw
