#include "model/design/references.h"

#include <algorithm>

namespace gw {
namespace {

using Ids = std::set<std::string>;

/// Whether `row` goes when `gone` goes.
template <class Row>
bool owned(const Row& row, const Ids& gone) {
    bool goes = false;
    forEachField<Row>([&](const auto& field) {
        const auto& value = row.*field.member;
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (detail::Reference<Value>) {
            if (field.use == Use::Owner || field.use == Use::MayOwn) goes = goes || gone.contains(value.value);
        } else if constexpr (detail::IsVector<Value>::value) {
            if constexpr (detail::Reference<typename Value::value_type>) {
                if (field.use == Use::Home)
                    goes = goes || (!value.empty() && std::ranges::all_of(value, [&](const auto& id) {
                               return gone.contains(id.value);
                           }));
            }
        }
    });
    return goes;
}

template <class Value>
bool names(const Value& value, const Ids& gone) {
    bool found = false;
    auto look = [&](const auto& id) { found = found || gone.contains(id.value); };
    detail::visitReferences(value, look);
    return found;
}

template <class Value>
void forget(Value& value, const Ids& gone) {
    if constexpr (detail::Reference<Value>) {
        if (gone.contains(value.value)) value = {};
    } else if constexpr (detail::IsVector<Value>::value) {
        if constexpr (detail::Reference<typename Value::value_type> || detail::Described<typename Value::value_type>)
            std::erase_if(value, [&](const auto& each) { return names(each, gone); });
    }
}

}  // namespace

bool contains(const Design& design, const AnyId& id) {
    return withRow(design, id, [](const auto&) {});
}

std::string_view nounOf(const Design& design, const AnyId& id) {
    std::string_view noun;
    withRow(design, id, [&]<class Row>(const Row&) { noun = Row::kind.noun; });
    return noun;
}

std::string nameOf(const Design& design, const AnyId& id) {
    std::string name = id.value;
    withRow(design, id, [&]<class Row>(const Row& row) {
        if constexpr (requires { row.name; }) {
            if (!row.name.empty()) name = row.name;
        } else if constexpr (requires { row.code; }) {
            name = row.code;
        }
    });
    return name;
}

std::set<std::string> closureOfRemoval(const Design& design, const std::set<std::string>& ids) {
    Ids gone = ids;
    for (bool grew = true; grew;) {
        grew = false;
        forEachTable([&]<class Row>(Table<Row> Design::*table) {
            for (const Row& row : design.*table)
                if (!gone.contains(row.id.value) && owned(row, gone)) {
                    gone.insert(row.id.value);
                    grew = true;
                }
        });
    }
    return gone;
}

Design withoutRows(Design design, const std::set<std::string>& ids) {
    const Ids gone = closureOfRemoval(design, ids);
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        const Table<Row> before = design.*table;
        for (const Row& row : before) {
            if (gone.contains(row.id.value)) {
                (design.*table).erase(row.id);
            } else if (bool touched = false;
                       forEachReference(row, [&](const auto& id) { touched = touched || gone.contains(id.value); }),
                       touched) {
                Row changed = row;
                forEachField<Row>([&](const auto& field) { forget(changed.*field.member, gone); });
                (design.*table).put(std::move(changed));
            }
        }
    });
    return design;
}

std::string freeId(const Design& design, std::string_view prefix) {
    constexpr std::size_t roomForNumber = 8;
    std::string base;
    for (const char c : prefix.substr(0, maxIdLength - roomForNumber)) {
        const std::string_view one(&c, 1);
        if (isId(one) || (!base.empty() && isId(base + c)))
            base += c;
        else if (!base.empty() && base.back() != '-')
            base += '-';
    }
    if (base.empty()) base = "x";
    std::string id = base;
    for (int number = 2; contains(design, AnyId(id)); ++number) id = base + "-" + std::to_string(number);
    return id;
}

}  // namespace gw
