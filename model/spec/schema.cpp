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

const std::string octetPattern = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const std::string ipv4Pattern = "(" + octetPattern + "\\.){3}" + octetPattern;

/// Eight groups of hexadecimal digits, the last two of them perhaps as an IPv4 address; "::" stands for one or more
/// (RFC 4291, section 2.2).
std::string ipv6Pattern() {
    const std::string group = "[0-9A-Fa-f]{1,4}";
    const std::string before = "(" + group + ":)";
    const std::string behind = "(:" + group + ")";
    const auto upTo = [](const std::string& what, int most) {
        return what + (most == 1 ? "?" : "{0," + std::to_string(most) + "}");
    };
    const auto times = [](const std::string& what, int count) {
        return count == 1 ? what : what + "{" + std::to_string(count) + "}";
    };
    std::string groups = times(before, 7) + group + "|:(" + behind + "{1,7}|:)|" + before + "{1,7}:";
    std::string lead = times(before, 6) + "|::" + upTo(before, 5);
    for (int count = 1; count <= 6; ++count)
        groups += "|" + times(before, count) + behind + (count == 6 ? "" : upTo(behind, 6 - count));
    for (int count = 1; count <= 5; ++count)
        lead += "|" + times(before, count) + ":" + (count == 5 ? "" : upTo(before, 5 - count));
    return "(" + groups + "|(" + lead + ")" + ipv4Pattern + ")";
}

/// A day of the Gregorian calendar: months have their days, and February its 29th in leap years alone.
const std::string dayPattern =
    "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29";

JsonNode numberWithin(std::string_view typeName, const NumberRange& range) {
    return object({{"type", word(typeName)},
                   {"minimum", number(static_cast<long long>(range.least))},
                   {"maximum", number(static_cast<long long>(range.most))}});
}

/// What several fields share. The patterns hold what the reader holds but for the order of a range of ports, in what
/// all dialects of regular expressions have in common (no look-ahead).
JsonNode scalarDefinitions() {
    JsonNode id = pattern("^[A-Za-z0-9][A-Za-z0-9._:-]*$");
    id.children.emplace_back("maxLength", number(static_cast<long long>(maxIdLength)));
    const std::string address = "(" + ipv4Pattern + "|" + ipv6Pattern() + ")";
    const std::string block =
        "(" + ipv4Pattern + "/(3[0-2]|[12]?[0-9])|" + ipv6Pattern() + "/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))";
    const std::string port = "(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3}|0)";
    return object({{"id", std::move(id)},
                   {"wholeNumber", numberWithin("integer", NumberRange{})},
                   {"block", pattern("^" + block + "$")},
                   {"address", pattern("^" + address + "$")},
                   {"ports", pattern("^(all|" + port + "(-" + port + ")?)$")},
                   {"protocol", pattern("^(all|-1|tcp|udp|icmp|icmpv6|" + octetPattern + ")$")},
                   {"date", pattern("^(" + dayPattern + ")?$")},
                   {"accountNumber", pattern("^([0-9]{12})?$")},
                   {"policy", type("object")}});
}

JsonNode schemaOf(const std::string&) {
    return type("string");
}
JsonNode schemaOf(bool) {
    return type("boolean");
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

/// Of a number the range of its field, of anything else what its type says.
template <class Row, class Value>
JsonNode fieldSchema(const Field<Row, Value>& field, const Value& value) {
    if constexpr (std::is_same_v<Value, int>)
        return field.range == NumberRange{} ? defined("wholeNumber") : numberWithin("integer", field.range);
    else if constexpr (std::is_same_v<Value, double>)
        return numberWithin("number", field.range);
    else
        return schemaOf(value);
}

template <class Row>
JsonNode fieldsSchema() {
    JsonNode properties = object({});
    std::vector<JsonNode> required;
    const Row row{};
    forEachField<Row>([&](const auto& field) {
        const auto& value = row.*field.member;
        using Value = std::remove_cvref_t<decltype(value)>;
        JsonNode schema = fieldSchema(field, value);
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
