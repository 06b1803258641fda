#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "model/core/json.h"

/// JSON values made by a program; prettyJson() writes them.
namespace gw::json {

inline JsonNode string(std::string_view text) {
    return {JsonNode::Kind::String, std::string(text)};
}
template <class Integer>
JsonNode number(Integer value) {
    return {JsonNode::Kind::Number, std::to_string(value)};
}
inline JsonNode boolean(bool value) {
    return {JsonNode::Kind::Bool, value ? "true" : "false"};
}
inline JsonNode null() {
    return {JsonNode::Kind::Null, "null"};
}

/// Members stand in the order they are added in.
class Object {
public:
    Object& add(std::string_view key, JsonNode value) {
        node_.children.emplace_back(std::string(key), std::move(value));
        return *this;
    }
    Object& add(std::string_view key, std::string_view text) { return add(key, string(text)); }
    Object& add(std::string_view key, const char* text) { return add(key, string(text)); }
    operator JsonNode() const& { return node_; }
    operator JsonNode() && { return std::move(node_); }

private:
    JsonNode node_{JsonNode::Kind::Object};
};

template <class Rows, class ValueOf>
JsonNode array(const Rows& rows, ValueOf valueOf) {
    JsonNode node{JsonNode::Kind::Array};
    for (const auto& row : rows) node.children.emplace_back(std::string(), valueOf(row));
    return node;
}

/// The ids of rows, of one table or of any.
template <class Ids>
JsonNode ids(const Ids& ids) {
    return array(ids, [](const auto& id) { return string(id.value); });
}

}  // namespace gw::json
