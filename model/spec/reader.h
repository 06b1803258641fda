#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

#include "model/core/json.h"
#include "model/design/design.h"
#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/spec/kinds.h"

namespace gw {

/// Reads values out of JSON nodes by the fields of their type, and stops at the first thing that does not fit: each
/// function says whether it went well, and error() says what did not. The nodes outlive the reader.
class SpecReader {
public:
    const JsonError& error() const { return error_; }

    /// A value of a row or of the header, by its type.
    template <class Value>
    bool read(const JsonNode& node, Value& value);
    /// An object of rows by their ids.
    template <class Row>
    bool readTable(const JsonNode& section, Table<Row>& table);

    /// Whether every reference read so far names a row that was read, of a kind it may name.
    bool resolveReferences();

    bool wants(const JsonNode& node, JsonNode::Kind kind);
    bool refuseTwice(std::size_t offset, std::string_view key);
    bool refuseUnknown(std::size_t offset, std::string_view key, std::span<const std::string_view> known);

private:
    struct Reference {
        const JsonNode* node;
        KindSet kinds;
    };

    bool fail(std::size_t offset, std::string message);
    /// Whether the text is not longer than any value but free text can be.
    bool isShort(const JsonNode& node);
    bool readId(std::string_view id, std::size_t offset);
    bool addId(std::string_view id, std::size_t offset, const Kind& kind);
    bool addPlacement(std::string_view id, std::size_t offset);
    bool addReference(const JsonNode& node, KindSet kinds);
    bool resolve(const Reference& reference);

    bool read(const JsonNode& node, bool& value);
    /// A number of the range. A whole one may be written in any way that JSON has: 2, 2.0 and 2e0 are one number.
    bool read(const JsonNode& node, int& value, const NumberRange& range);
    bool read(const JsonNode& node, double& value, const NumberRange& range);
    bool read(const JsonNode& node, PolicyDocument& value);
    template <class Value>
    bool read(const JsonNode& node, std::vector<Value>& list);
    template <class Value>
    bool read(const JsonNode& node, std::optional<Value>& value);
    template <class Ref>
    bool read(const JsonNode& node, std::variant<Cidr, Ref>& value);
    template <class Row>
    bool readFields(const JsonNode& object, Row& row);

    JsonError error_;
    std::unordered_map<std::string_view, const Kind*> kinds_;
    std::unordered_set<std::string_view> placed_;
    std::vector<Reference> references_;
};

template <class Row>
bool SpecReader::readFields(const JsonNode& object, Row& row) {
    std::uint64_t seen = 0;
    for (const auto& [key, node] : object.children) {
        bool known = false;
        bool good = true;
        std::uint64_t bit = 1;
        forEachField<Row>([&, &name = key, &value = node](const auto& field) {
            if (!known && field.key == name) {
                known = true;
                if (seen & bit)
                    good = refuseTwice(value.keyOffset, name);
                else if constexpr (detail::Number<std::remove_cvref_t<decltype(row.*field.member)>>)
                    good = read(value, row.*field.member, field.range);
                else
                    good = read(value, row.*field.member);
                seen |= bit;
            }
            bit <<= 1;
        });
        if (!good) return false;
        if (!known) {
            std::vector<std::string_view> keys;
            forEachField<Row>([&](const auto& field) { keys.push_back(field.key); });
            return refuseUnknown(node.keyOffset, key, keys);
        }
    }
    bool good = true;
    std::uint64_t bit = 1;
    forEachField<Row>([&](const auto& field) {
        if (good && field.required() && !(seen & bit))
            good = fail(object.offset, "\"" + std::string(field.key) + "\" is missing. " + std::string(field.help));
        bit <<= 1;
    });
    return good;
}

template <class Row>
bool SpecReader::readTable(const JsonNode& section, Table<Row>& table) {
    if (!wants(section, JsonNode::Kind::Object)) return false;
    std::vector<Row> rows;
    rows.reserve(section.children.size());
    for (const auto& [id, node] : section.children) {
        Row& row = rows.emplace_back();
        row.id.value = id;
        const bool placement = std::is_same_v<Row, Placement>;
        if (!(placement ? addPlacement(id, node.keyOffset) : addId(id, node.keyOffset, Row::kind))) return false;
        if (!wants(node, JsonNode::Kind::Object) || !readFields(node, row)) return false;
    }
    table = Table<Row>::of(std::move(rows));
    return true;
}

template <class Value>
bool SpecReader::read(const JsonNode& node, std::vector<Value>& list) {
    if (!wants(node, JsonNode::Kind::Array)) return false;
    list.clear();
    list.reserve(node.children.size());
    for (const auto& [key, element] : node.children)
        if (!read(element, list.emplace_back())) return false;
    return true;
}

template <class Value>
bool SpecReader::read(const JsonNode& node, std::optional<Value>& value) {
    return read(node, value.emplace());
}

template <class Ref>
bool SpecReader::read(const JsonNode& node, std::variant<Cidr, Ref>& value) {
    if (!wants(node, JsonNode::Kind::String) || !isShort(node)) return false;
    if (const Status status = readText(node.text, value); !status) return fail(node.offset, status.error().message);
    return value.index() == 0 || addReference(node, kindsOf(std::get<1>(value)));
}

template <class Value>
bool SpecReader::read(const JsonNode& node, Value& value) {
    if constexpr (detail::Described<Value>) {
        return wants(node, JsonNode::Kind::Object) && readFields(node, value);
    } else {
        if (!wants(node, JsonNode::Kind::String)) return false;
        if (!std::is_same_v<Value, std::string> && !isShort(node)) return false;
        if (const Status status = readText(node.text, value); !status) return fail(node.offset, status.error().message);
        if constexpr (detail::Reference<Value>) return addReference(node, kindsOf(value));
        return true;
    }
}

}  // namespace gw
