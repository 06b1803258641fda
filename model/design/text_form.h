#pragma once
#include <charconv>
#include <string>
#include <string_view>

#include "model/core/result.h"
#include "model/design/design.h"
#include "model/design/references.h"

/// Each scalar of a row as text: as it stands in the file, in a field of the inspector, in an export.
namespace gw {

inline std::string textOf(const std::string& value) {
    return value;
}
inline std::string textOf(bool value) {
    return value ? "true" : "false";
}
inline std::string textOf(int value) {
    return std::to_string(value);
}
std::string textOf(double value);
inline std::string textOf(const Cidr& value) {
    return value.text();
}
inline std::string textOf(const IpAddress& value) {
    return value.text();
}
inline std::string textOf(const PortRange& value) {
    return value.text();
}
inline std::string textOf(const Protocol& value) {
    return value.text();
}
inline std::string textOf(const Date& value) {
    return value.text();
}
inline std::string textOf(const AccountNumber& value) {
    return value.text();
}
inline std::string textOf(const PolicyDocument& value) {
    return value.text();
}
template <class Value>
requires detail::Reference<Value> std::string textOf(const Value& value) {
    return value.value;
}
template <class Ref>
std::string textOf(const std::variant<Cidr, Ref>& value) {
    return value.index() == 0 ? std::get<0>(value).text() : std::get<1>(value).value;
}
template <class E>
requires std::is_enum_v<E> std::string textOf(E value) {
    for (const auto& name : namesOf(value))
        if (name.value == value) return std::string(name.name);
    return {};
}
/// What people read for the value: "Gateway Load Balancer".
template <class E>
requires std::is_enum_v<E>
constexpr std::string_view enumLabel(E value) {
    for (const auto& name : namesOf(value))
        if (name.value == value) return name.label;
    return {};
}

Status readText(std::string_view text, std::string& out);
Status readText(std::string_view text, bool& out);
/// A whole number, at most maxWholeNumber either side of 0.
Status readText(std::string_view text, int& out);
Status readText(std::string_view text, double& out);
/// "0 to 1000000"
std::string textOf(const NumberRange& range);
Status readText(std::string_view text, PolicyDocument& out);

namespace detail {

template <class T>
Status readBy(std::string_view text, T& out) {
    auto read = T::parse(text);
    if (!read) return tl::unexpected<Error>(read.error());
    out = *std::move(read);
    return {};
}

}  // namespace detail

inline Status readText(std::string_view text, Cidr& out) {
    return detail::readBy(text, out);
}
inline Status readText(std::string_view text, IpAddress& out) {
    return detail::readBy(text, out);
}
inline Status readText(std::string_view text, PortRange& out) {
    return detail::readBy(text, out);
}
inline Status readText(std::string_view text, Protocol& out) {
    return detail::readBy(text, out);
}
inline Status readText(std::string_view text, Date& out) {
    if (text.empty()) return out = {}, Status{};
    return detail::readBy(text, out);
}
inline Status readText(std::string_view text, AccountNumber& out) {
    if (text.empty()) return out = {}, Status{};
    return detail::readBy(text, out);
}
template <class Value>
requires detail::Reference<Value> Status readText(std::string_view text, Value& out) {
    out.value = text;
    return {};
}
template <class Ref>
Status readText(std::string_view text, std::variant<Cidr, Ref>& out) {
    if (text.find('/') != std::string_view::npos) {
        Cidr cidr;
        Status read = readText(text, cidr);
        if (read) return out = cidr, Status{};
        if (text.find_first_not_of("0123456789abcdefABCDEF.:/") == std::string_view::npos) return read;
    }
    if (text.empty()) return fail("Say an address block or an id.");
    out = Ref(std::string(text));
    return {};
}
template <class E>
requires std::is_enum_v<E> Status readText(std::string_view text, E& out) {
    std::string known;
    for (const auto& name : namesOf(E{})) {
        if (name.name == text) return out = name.value, Status{};
        known += (known.empty() ? "" : ", ") + std::string(name.name);
    }
    return fail("\"" + std::string(text) + "\" is none of: " + known + ".");
}

}  // namespace gw
