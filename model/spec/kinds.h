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

/// "VPC, subnet or workload"; "thing" for any.
std::string oneOf(KindSet kinds);
/// "a subnet", "an internet gateway".
std::string withArticle(std::string_view noun);

}  // namespace gw
