#include "model/edit/fields.h"

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/edit/field_scope.h"
#include "model/edit/list_line.h"

namespace gw {
namespace {

template <class T>
struct Unwrapped {
    using Type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> {
    using Type = T;
};

template <class Value>
constexpr FieldKind kindOf() {
    using T = typename Unwrapped<Value>::Type;
    if constexpr (std::is_same_v<T, bool>)
        return FieldKind::Switch;
    else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, double>)
        return FieldKind::Number;
    else if constexpr (std::is_enum_v<T>)
        return FieldKind::Choice;
    else if constexpr (std::is_same_v<T, Cidr>)
        return FieldKind::Block;
    else if constexpr (std::is_same_v<T, IpAddress>)
        return FieldKind::Address;
    else if constexpr (std::is_same_v<T, PortRange>)
        return FieldKind::Ports;
    else if constexpr (std::is_same_v<T, Protocol>)
        return FieldKind::Protocol;
    else if constexpr (std::is_same_v<T, Date>)
        return FieldKind::Date;
    else if constexpr (std::is_same_v<T, AccountNumber>)
        return FieldKind::Account;
    else if constexpr (std::is_same_v<T, PolicyDocument>)
        return FieldKind::Policy;
    else if constexpr (detail::Reference<T>)
        return FieldKind::Reference;
    else if constexpr (std::is_same_v<T, Peer> || std::is_same_v<T, Destination>)
        return FieldKind::BlockOrReference;
    else if constexpr (std::is_same_v<T, std::vector<Cidr>>)
        return FieldKind::Blocks;
    else if constexpr (std::is_same_v<T, std::vector<IpAddress>>)
        return FieldKind::Addresses;
    else if constexpr (std::is_same_v<T, std::vector<std::string>>)
        return FieldKind::Words;
    else if constexpr (detail::IsVector<T>::value) {
        if constexpr (detail::Reference<typename T::value_type>)
            return FieldKind::References;
        else if constexpr (detail::Described<typename T::value_type>)
            return FieldKind::Table;
        else
            return FieldKind::Words;
    } else
        return FieldKind::Text;
}

template <class Row>
void addRows(const Design& design, std::vector<FieldChoice>& choices) {
    for (const Row& row : design.*tableOf<Row>()) choices.push_back({row.id.value, nameOf(design, row.id)});
}

/// The rows that an Id, IdOf or AnyId may name.
template <class Value>
struct Candidates {
    static void add(const Design&, std::vector<FieldChoice>&) {}
};
template <class Row>
struct Candidates<Id<Row>> {
    static void add(const Design& design, std::vector<FieldChoice>& out) { addRows<Row>(design, out); }
};
template <class... Rows>
struct Candidates<IdOf<Rows...>> {
    static void add(const Design& design, std::vector<FieldChoice>& out) { (addRows<Rows>(design, out), ...); }
};
template <class Ref>
struct Candidates<std::variant<Cidr, Ref>> : Candidates<Ref> {};
template <class T>
struct Candidates<std::vector<T>> : Candidates<T> {};

template <class Value>
std::vector<FieldChoice> choicesOf(const Design& design) {
    using T = typename Unwrapped<Value>::Type;
    std::vector<FieldChoice> choices;
    if constexpr (std::is_enum_v<T>) {
        for (const auto& name : namesOf(T{})) choices.push_back({std::string(name.name), std::string(name.label)});
    } else {
        Candidates<T>::add(design, choices);
    }
    return choices;
}

/// Whether the id stands for a row that the reference may name.
template <class Row>
Status mustExist(const Design& design, const Id<Row>& id) {
    if (!id || find(design, id)) return {};
    return fail("There is no " + std::string(Row::kind.noun) + " \"" + id.value + "\".");
}
template <class... Rows>
Status mustExist(const Design& design, const IdOf<Rows...>& id) {
    if (!id || (find(design, Id<Rows>{id.value}) || ...)) return {};
    std::string nouns;
    ((nouns += (nouns.empty() ? "" : ", ") + std::string(Rows::kind.noun)), ...);
    return fail("\"" + id.value + "\" is none of: " + nouns + ".");
}
Status mustExist(const Design& design, const AnyId& id) {
    if (!id || contains(design, id)) return {};
    return fail("Nothing is called \"" + id.value + "\".");
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\n\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\n\r") - first + 1);
}

template <class Value>
std::string listText(const Value& value) {
    if constexpr (detail::IsVector<Value>::value) {
        std::vector<std::string> members;
        if constexpr (!detail::Described<typename Value::value_type>)
            for (const auto& each : value) members.push_back(textOf(each));
        return listLineOf(members);
    } else if constexpr (requires { value.has_value(); }) {
        return value ? textOf(*value) : std::string{};
    } else {
        return textOf(value);
    }
}

template <class Value>
Status readValue(const Design& design, std::string_view text, Value& out) {
    if constexpr (detail::IsVector<Value>::value) {
        using Element = typename Value::value_type;
        if constexpr (detail::Described<Element>) {
            return fail("This field is a table; change its cells.");
        } else {
            Value values;
            for (const std::string& word : listMembersOf(text)) {
                Element element{};
                if (Status read = readValue(design, word, element); !read) return read;
                values.push_back(std::move(element));
            }
            out = std::move(values);
            return {};
        }
    } else if constexpr (requires { out.has_value(); }) {
        if (trimmed(text).empty()) return out = std::nullopt, Status{};
        typename Value::value_type value{};
        if (Status read = readValue(design, text, value); !read) return read;
        out = std::move(value);
        return {};
    } else {
        constexpr bool freeText = std::is_same_v<Value, std::string> || std::is_same_v<Value, PolicyDocument>;
        Value value{};
        if (Status read = readText(freeText ? text : trimmed(text), value); !read) return read;
        if constexpr (detail::Reference<Value>) {
            if (Status exists = mustExist(design, value); !exists) return exists;
        } else if constexpr (std::is_same_v<Value, Peer> || std::is_same_v<Value, Destination>) {
            if (value.index() == 1)
                if (Status exists = mustExist(design, std::get<1>(value)); !exists) return exists;
        }
        out = std::move(value);
        return {};
    }
}

template <class Value>
FieldView viewOf(const Design& design, const Value& value) {
    FieldView view;
    view.kind = kindOf<Value>();
    view.text = listText(value);
    view.choices = choicesOf<Value>(design);
    if constexpr (detail::IsVector<Value>::value) {
        using Element = typename Value::value_type;
        if constexpr (detail::Described<Element>) {
            forEachField<Element>([&](const auto& field) {
                using Cell = typename std::remove_cvref_t<decltype(field)>::ValueType;
                view.columns.push_back({std::string(field.key), std::string(field.label), std::string(field.help),
                                        kindOf<Cell>(), choicesOf<Cell>(design)});
            });
            for (const Element& element : value) {
                std::vector<std::string> cells;
                forEachField<Element>([&](const auto& field) { cells.push_back(listText(element.*field.member)); });
                view.cells.push_back(std::move(cells));
            }
        }
    }
    return view;
}

/// Runs `change(value, field)` on the field of that key of a copy of the row, and puts the row back if it went well.
template <class Change>
Status changeField(Design& design, const AnyId& id, const std::string& key, Change change) {
    Status status = fail(id.value + " is gone.");
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (!std::is_same_v<Row, Placement>) {
            const Row* found = (design.*table).find({id.value});
            if (!found) return;
            Row row = *found;
            status = fail("A " + std::string(Row::kind.noun) + " has no field \"" + key + "\".");
            forEachField<Row>([&](const auto& field) {
                if (field.key == key) status = change(row.*field.member, field);
            });
            if (status) (design.*table).put(std::move(row));
        }
    });
    return status;
}

template <class Value, class Change>
Status changeTable(Value& value, Change change) {
    if constexpr (detail::IsVector<Value>::value) {
        if constexpr (detail::Described<typename Value::value_type>) return change(value);
    }
    return fail("This field is no table.");
}

template <class Element>
Status setCell(const Design& design, Element& element, const std::string& column, const std::string& text) {
    Status status = fail("There is no column \"" + column + "\".");
    forEachField<Element>([&](const auto& field) {
        if (field.key != column) return;
        if (field.required() && trimmed(text).empty()) {
            status = fail("Say a value for " + std::string(field.label) + ".");
            return;
        }
        status = readValue(design, text, element.*field.member);
    });
    return status;
}

}  // namespace

std::vector<FieldView> fieldsOf(const Design& design, const AnyId& id) {
    std::vector<FieldView> views;
    withRow(design, id, [&]<class Row>(const Row& row) {
        forEachField<Row>([&](const auto& field) {
            FieldView view = viewOf(design, row.*field.member);
            view.key = field.key;
            view.label = field.label;
            view.help = field.help;
            view.required = field.required();
            // A setting that does not apply and is given all the same is shown: else nobody could take it back.
            if constexpr (requires { isSettingOf(row, field.key); })
                view.applies = isSettingOf(row, field.key) || row.*field.member != Row{}.*field.member;
            views.push_back(std::move(view));
        });
    });
    return views;
}

namespace edits {

Edit setField(AnyId id, std::string key, std::string text) {
    return Edit("Change " + key, [=](Design& design) {
        const Design before = design;
        return changeField(design, id, key, [&](auto& value, const auto& field) -> Status {
            if (field.required() && trimmed(text).empty())
                return fail("Say a value for " + std::string(field.label) + ".");
            return readValue(before, text, value);
        });
    });
}

Edit addTableRow(AnyId id, std::string key, std::vector<std::string> cells) {
    return Edit("Add row to " + key, [=](Design& design) {
        const Design before = design;
        return changeField(design, id, key, [&](auto& value, const auto&) {
            return changeTable(value, [&](auto& rows) -> Status {
                using Element = typename std::remove_cvref_t<decltype(rows)>::value_type;
                Element element{};
                std::size_t at = 0;
                Status status;
                forEachField<Element>([&](const auto& field) {
                    if (status && at < cells.size() && (field.required() || !cells[at].empty()))
                        status = setCell(before, element, std::string(field.key), cells[at]);
                    ++at;
                });
                if (status) rows.push_back(std::move(element));
                return status;
            });
        });
    });
}

Edit setTableCell(AnyId id, std::string key, std::size_t row, std::string column, std::string text) {
    return Edit("Change " + key, [=](Design& design) {
        const Design before = design;
        return changeField(design, id, key, [&](auto& value, const auto&) {
            return changeTable(value, [&](auto& rows) -> Status {
                if (row >= rows.size()) return fail("That row is gone.");
                return setCell(before, rows[row], column, text);
            });
        });
    });
}

Edit removeTableRow(AnyId id, std::string key, std::size_t row) {
    return Edit("Remove row of " + key, [=](Design& design) {
        return changeField(design, id, key, [&](auto& value, const auto&) {
            return changeTable(value, [&](auto& rows) -> Status {
                if (row >= rows.size()) return fail("That row is gone.");
                rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
                return {};
            });
        });
    });
}

}  // namespace edits
}  // namespace gw
