#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/spec/migrate.h"
#include "model/spec/spec.h"

namespace gw {
namespace {

/// Columns that a value of several parts may fill and still stand on one line.
constexpr std::size_t lineWidth = 110;

/// `parts` between brackets, which stand at column `indent`: on one line where they fit, else each on its own.
std::string joined(const std::vector<std::string>& parts, std::string_view brackets, std::size_t indent,
                   bool onOneLine) {
    if (parts.empty()) return std::string(brackets);
    std::size_t width = indent + 4;
    for (const std::string& part : parts) width += part.size() + 2;
    onOneLine = onOneLine && width <= lineWidth && std::ranges::none_of(parts, [](const std::string& part) {
                    return part.find('\n') != std::string::npos;
                });
    const std::string_view space = brackets == "{}" ? " " : "";
    const std::string newLine = "\n" + std::string(indent + 2, ' ');
    std::string text(1, brackets[0]);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += onOneLine ? ", " : ",";
        text += onOneLine ? std::string(i > 0 ? "" : space) : newLine;
        text += parts[i];
    }
    text += onOneLine ? std::string(space) : "\n" + std::string(indent, ' ');
    return text + brackets[1];
}

template <class Row>
std::string objectText(const Row& row, std::size_t indent);

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

/// A value as JSON; its lines behind the first are indented by `indent` and more.
template <class Value>
std::string jsonText(const Value& value, std::size_t indent) {
    if constexpr (std::is_same_v<Value, PolicyDocument>) {
        std::string text;
        for (const char c : value.text()) {
            text += c;
            if (c == '\n') text.append(indent, ' ');
        }
        return text;
    } else if constexpr (std::is_same_v<Value, bool> || std::is_same_v<Value, int> || std::is_same_v<Value, double>) {
        return textOf(value);
    } else if constexpr (detail::IsVector<Value>::value) {
        std::vector<std::string> parts;
        for (const auto& each : value) parts.push_back(jsonText(each, indent + 2));
        // Rules, routes and the like stand on lines of their own, however short: so a change of one is a change of one
        // line.
        return joined(parts, "[]", indent, !detail::Described<typename Value::value_type>);
    } else if constexpr (IsOptional<Value>::value) {
        return jsonText(*value, indent);
    } else if constexpr (detail::Described<Value>) {
        return objectText(value, indent);
    } else {
        return quotedJson(textOf(value));
    }
}

template <class Row>
const Row& untouched() {
    static const Row row{};
    return row;
}

/// The fields that are required or not at their default, as an object.
template <class Row>
std::string objectText(const Row& row, std::size_t indent) {
    std::vector<std::string> parts;
    forEachField<Row>([&](const auto& field) {
        const auto& value = row.*field.member;
        if (field.required() || !(value == untouched<Row>().*field.member))
            parts.push_back(quotedJson(field.key) + ": " + jsonText(value, indent + 2));
    });
    return joined(parts, "{}", indent, true);
}

}  // namespace

std::string writeSpec(const Design& design) {
    std::string text = "{\n  \"format\": " + quotedJson(specFormat);
    forEachField<Header>([&](const auto& field) {
        const auto& value = design.header.*field.member;
        if (!(value == untouched<Header>().*field.member))
            text += ",\n  " + quotedJson(field.key) + ": " + jsonText(value, 2);
    });
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if ((design.*table).empty()) return;
        text += ",\n  " + quotedJson(Row::kind.section) + ": {";
        bool first = true;
        for (const Row& row : design.*table) {
            text += (first ? "\n    " : ",\n    ") + quotedJson(row.id.value) + ": " + objectText(row, 4);
            first = false;
        }
        text += "\n  }";
    });
    return text + "\n}\n";
}

}  // namespace gw
