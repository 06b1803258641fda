#pragma once
#include <array>
#include <span>
#include <string>

#include "model/design/design.h"

namespace gw {

/// Kinds of rows that a reference may name; empty stands for any.
using KindSet = std::span<const Kind* const>;

template <class Row>
KindSet kindsOf(const Id<Row>&) {
    static constexpr std::array<const Kind*, 1> kinds{&Row::kind};
    return kinds;
}
template <class... Rows>
KindSet kindsOf(const IdOf<Rows...>&) {
    static constexpr std::array<const Kind*, sizeof...(Rows)> kinds{&Rows::kind...};
    return kinds;
}
inline KindSet kindsOf(const AnyId&) {
    return {};
}

/// Whether the field says how far a placement reaches, which is never less than nothing.
template <class Row, class Value>
constexpr bool isExtent(const Field<Row, Value>& field) {
    if constexpr (std::is_same_v<Row, Placement> && std::is_same_v<Value, int>)
        return field.member == &Placement::width || field.member == &Placement::height;
    else
        return false;
}

/// "VPC, subnet or workload"; "thing" for any.
std::string oneOf(KindSet kinds);
/// "a subnet", "an internet gateway".
std::string withArticle(std::string_view noun);

}  // namespace gw
