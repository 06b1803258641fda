#pragma once
#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace gw {

/// Longest id, in bytes.
inline constexpr std::size_t maxIdLength = 128;

/// Whether a text may be an id: 1 to `maxIdLength` ASCII letters, digits and `. _ : -`, the first a letter or digit. So
/// an id is never an address block, needs no quotes on a command line and stands in any export as it is.
constexpr bool isId(std::string_view text) {
    const auto alphanumeric = [](char c) {
        return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
    };
    if (text.empty() || text.size() > maxIdLength || !alphanumeric(text.front())) return false;
    for (const char c : text)
        if (!alphanumeric(c) && c != '.' && c != '_' && c != ':' && c != '-') return false;
    return true;
}

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
    requires(std::is_same_v<Row, Rows> || ...) IdOf(Id<Row> id) : value(std::move(id.value)) {}

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
