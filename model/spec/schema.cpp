#include <initializer_list>
#include <optional>
#include <string>
#include <variant>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/spec/kinds.h"
#include "model/spec/migrate.h"
#include "model/spec/spec.h"

namespace gw {
namespace {

JsonNode node(JsonNode::Kind kind, std::string text) {
    JsonNode made;
    made.kind = kind;
    made.text = std::move(text);
    return made;
}
JsonNode word(std::string_view text) {
    return node(JsonNode::Kind::String, std::string(text));
}
JsonNode number(long long value) {
    return node(JsonNode::Kind::Number, std::to_string(value));
}
JsonNode no() {
    return node(JsonNode::Kind::Bool, "false");
}
JsonNode list(std::vector<JsonNode> elements) {
    JsonNode made = node(JsonNode::Kind::Array, {});
    for (JsonNode& element : elements) made.children.emplace_back("", std::move(element));
    return made;
}
JsonNode object(std::initializer_list<std::pair<std::string, JsonNode>> members) {
    JsonNode made = node(JsonNode::Kind::Object, {});
    made.children = members;
    return made;
}

JsonNode type(std::string_view name) {
    return object({{"type", word(name)}});
}
JsonNode pattern(std::string_view expression) {
    return object({{"type", word("string")}, {"pattern", word(expression)}});
}
JsonNode defined(std::string_view name) {
    return object({{"$ref", word("#/definitions/" + std::string(name))}});
}

/// What several fields share. Patterns say what a text looks like; whether 10.0.0.0/40 is a block the reader knows.
JsonNode scalarDefinitions() {
    JsonNode id = pattern("^[A-Za-z0-9][A-Za-z0-9._:-]*$");
    id.children.emplace_back("maxLength", number(static_cast<long long>(maxIdLength)));
    JsonNode whole = type("integer");
    whole.children.emplace_back("minimum", number(-maxWholeNumber));
    whole.children.emplace_back("maximum", number(maxWholeNumber));
    return object(
        {{"id", std::move(id)},
         {"wholeNumber", std::move(whole)},
         {"extent", object({{"type", word("integer")}, {"minimum", number(0)}, {"maximum", number(maxWholeNumber)}})},
         {"block", pattern("^[0-9A-Fa-f.:]+/[0-9]{1,3}$")},
         {"address", pattern("^[0-9A-Fa-f.:]+$")},
         {"ports", pattern("^(all|[0-9]{1,5}(-[0-9]{1,5})?)$")},
         {"protocol", pattern("^(all|-1|tcp|udp|icmp|icmpv6|[0-9]{1,5})$")},
         {"date", pattern("^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")},
         {"accountNumber", pattern("^([0-9]{12})?$")},
         {"policy", type("object")}});
}

JsonNode schemaOf(const std::string&) {
    return type("string");
}
JsonNode schemaOf(bool) {
    return type("boolean");
}
JsonNode schemaOf(int) {
    return defined("wholeNumber");
}
JsonNode schemaOf(double) {
    return type("number");
}
JsonNode schemaOf(const Cidr&) {
    return defined("block");
}
JsonNode schemaOf(const IpAddress&) {
    return defined("address");
}
JsonNode schemaOf(const PortRange&) {
    return defined("ports");
}
JsonNode schemaOf(const Protocol&) {
    return defined("protocol");
}
JsonNode schemaOf(const Date&) {
    return defined("date");
}
JsonNode schemaOf(const AccountNumber&) {
    return defined("accountNumber");
}
JsonNode schemaOf(const PolicyDocument&) {
    return defined("policy");
}
template <class Ref>
JsonNode schemaOf(const std::variant<Cidr, Ref>&) {
    return object({{"anyOf", list({defined("block"), defined("id")})}});
}
template <class Value>
JsonNode schemaOf(const std::optional<Value>&);
template <class Value>
JsonNode schemaOf(const std::vector<Value>&);
template <class Row>
JsonNode fieldsSchema();

template <class Value>
JsonNode schemaOf(const Value& value) {
    if constexpr (detail::Reference<Value>) {
        return defined("id");
    } else if constexpr (std::is_enum_v<Value>) {
        std::vector<JsonNode> names;
        for (const auto& name : namesOf(value)) names.push_back(word(name.name));
        return object({{"enum", list(std::move(names))}});
    } else {
        return fieldsSchema<Value>();
    }
}
template <class Value>
JsonNode schemaOf(const std::optional<Value>&) {
    return schemaOf(Value{});
}
template <class Value>
JsonNode schemaOf(const std::vector<Value>&) {
    return object({{"type", word("array")}, {"items", schemaOf(Value{})}});
}

/// " Id of a subnet." for fields that hold references, else nothing.
template <class Value>
std::string whatItNames(const Value& value) {
    if constexpr (detail::Reference<Value>) return " Id of " + withArticle(oneOf(kindsOf(value))) + ".";
    return {};
}
template <class Ref>
std::string whatItNames(const std::variant<Cidr, Ref>&) {
    return " A block, or the id of " + withArticle(oneOf(kindsOf(Ref{}))) + ".";
}
template <class Value>
std::string whatItNames(const std::vector<Value>&) {
    if constexpr (detail::Reference<Value>) return " Ids, each of " + withArticle(oneOf(kindsOf(Value{}))) + ".";
    return {};
}

template <class Row>
JsonNode fieldsSchema() {
    JsonNode properties = object({});
    std::vector<JsonNode> required;
    const Row row{};
    forEachField<Row>([&](const auto& field) {
        const auto& value = row.*field.member;
        using Value = std::remove_cvref_t<decltype(value)>;
        JsonNode schema = isExtent(field) ? defined("extent") : schemaOf(value);
        schema.children.emplace_back("description", word(std::string(field.help) + whatItNames(value)));
        if constexpr (std::is_same_v<Value, bool>) {
            if (!field.required()) schema.children.emplace_back("default", node(JsonNode::Kind::Bool, textOf(value)));
        } else if constexpr (std::is_enum_v<Value>) {
            if (!field.required()) schema.children.emplace_back("default", word(textOf(value)));
        }
        properties.children.emplace_back(field.key, std::move(schema));
        if (field.required()) required.push_back(word(field.key));
    });
    JsonNode schema = type("object");
    if (!required.empty()) schema.children.emplace_back("required", list(std::move(required)));
    schema.children.emplace_back("additionalProperties", no());
    schema.children.emplace_back("properties", std::move(properties));
    return schema;
}

}  // namespace

std::string schemaText() {
    JsonNode schema = fieldsSchema<Header>();
    JsonNode& properties = schema.children.back().second;
    properties.children.emplace(properties.children.begin(), "format", object({{"const", word(specFormat)}}));
    JsonNode definitions = scalarDefinitions();
    forEachTable([&]<class Row>(Table<Row> Design::*) {
        const std::string section(Row::kind.section);
        properties.children.emplace_back(
            section, object({{"type", word("object")},
                             {"description", word("Each " + std::string(Row::kind.noun) + " by its id.")},
                             {"propertyNames", defined("id")},
                             {"additionalProperties", defined(section)}}));
        definitions.children.emplace_back(section, fieldsSchema<Row>());
    });
    schema.children.insert(
        schema.children.begin(),
        {{"$schema", word("http://json-schema.org/draft-07/schema#")},
         {"title", word("Gatewright design")},
         {"description", word("A private AWS network as Gatewright draws, judges and exports it.")}});
    schema.children.insert(schema.children.begin() + 4, {"required", list({word("format")})});
    schema.children.emplace_back("definitions", std::move(definitions));
    return prettyJson(schema, 0, 110) + "\n";
}

}  // namespace gw
