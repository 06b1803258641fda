#pragma once
#include <compare>
#include <string>
#include <type_traits>
#include <utility>

namespace gw {

/// The name of one row of one table. Ids of different tables do not mix; within a design every id is unique.
template <class Row>
struct Id {
    std::string value{};

    explicit operator bool() const { return !value.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;
    friend bool operator==(const Id&, const Id&) = default;
};

/// The name of a row that stands in one of several tables.
template <class... Rows>
struct IdOf {
    std::string value{};

    IdOf() = default;
    explicit IdOf(std::string text) : value(std::move(text)) {}
    template <class Row>
        requires(std::is_same_v<Row, Rows> || ...)
    IdOf(Id<Row> id) : value(std::move(id.value)) {}

    explicit operator bool() const { return !value.empty(); }
    friend auto operator<=>(const IdOf&, const IdOf&) = default;
    friend bool operator==(const IdOf&, const IdOf&) = default;
};

/// The name of a row of any table: the subject of a finding, a waiver, a placement.
struct AnyId {
    std::string value{};

    AnyId() = default;
    explicit AnyId(std::string text) : value(std::move(text)) {}
    template <class Row>
    AnyId(Id<Row> id) : value(std::move(id.value)) {}
    template <class... Rows>
    AnyId(IdOf<Rows...> id) : value(std::move(id.value)) {}

    explicit operator bool() const { return !value.empty(); }
    friend auto operator<=>(const AnyId&, const AnyId&) = default;
    friend bool operator==(const AnyId&, const AnyId&) = default;
};

}  // namespace gw
