#pragma once
#include <set>
#include <string>
#include <type_traits>

#include "model/design/design.h"

namespace gw {

namespace detail {

template <class T>
struct IsId : std::false_type {};
template <class Row>
struct IsId<Id<Row>> : std::true_type {};
template <class... Rows>
struct IsId<IdOf<Rows...>> : std::true_type {};
template <>
struct IsId<AnyId> : std::true_type {};

template <class T>
concept Reference = IsId<std::remove_cvref_t<T>>::value;
template <class T>
concept Described = requires {
    std::remove_cvref_t<T>::fields;
};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class Value, class Visit>
void visitReferences(Value& value, Visit& visit) {
    if constexpr (Reference<Value>) {
        if (!value.value.empty()) visit(value);
    } else if constexpr (IsVector<std::remove_const_t<Value>>::value) {
        for (auto& each : value) visitReferences(each, visit);
    } else if constexpr (std::is_same_v<std::remove_const_t<Value>, Peer> ||
                         std::is_same_v<std::remove_const_t<Value>, Destination>) {
        if (value.index() == 1) visitReferences(std::get<1>(value), visit);
    } else if constexpr (Described<Value>) {
        forEachField<std::remove_const_t<Value>>(
            [&](const auto& field) { visitReferences(value.*field.member, visit); });
    }
}

}  // namespace detail

/// Calls `visit` with each reference to another row that `row` holds (an Id, IdOf or AnyId that is not empty), in order
/// of its fields. With a row that is not const, `visit` may change them.
template <class Row, class Visit>
void forEachReference(Row& row, Visit visit) {
    forEachField<std::remove_const_t<Row>>(
        [&](const auto& field) { detail::visitReferences(row.*field.member, visit); });
}

/// True where some row (placements aside) has that id.
bool contains(const Design& design, const AnyId& id);
/// "VPC", "subnet": the noun of the row with that id; empty where there is none.
std::string_view nounOf(const Design& design, const AnyId& id);
/// The row's name, or its id where it has none: what people call it.
std::string nameOf(const Design& design, const AnyId& id);

/// Whether the account is one of those that draw the design: trusted, or none that is drawn.
bool isOurs(const Design& design, const Id<Account>& account);

/// Calls `visit(row)` with the row of that id, whatever its table; false where there is none. Placements are not asked.
template <class Visit>
bool withRow(const Design& design, const AnyId& id, Visit visit) {
    bool found = false;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (!std::is_same_v<Row, Placement>) {
            if (found) return;
            if (const Row* row = (design.*table).find({id.value})) {
                found = true;
                visit(*row);
            }
        }
    });
    return found;
}

/// All that goes when `ids` go: rows owned by them, rows owned by those, and so on; `ids` included.
std::set<std::string> closureOfRemoval(const Design& design, const std::set<std::string>& ids);

/// Takes out `ids` and all that they own; every other reference to them is cleared, and list elements that name them
/// (a route, a rule) go. Placements go with what they place.
Design withoutRows(Design design, const std::set<std::string>& ids);

/// An id that no row has: `prefix`, or with a number behind it, `prefix-2`.
std::string freeId(const Design& design, std::string_view prefix);

}  // namespace gw
