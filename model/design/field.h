#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace gw {

/// What a field means to the row that has it.
enum class Use : std::uint8_t {
    Plain,     ///< may be left out
    Required,  ///< must be given
    Owner,     ///< names the row that this one belongs to: removing that row removes this one; must be given
    MayOwn,    ///< as Owner, and may be left out
    Home,      ///< a list of rows this one stands in: it goes with the last of them
};

/// No whole number of a document is further from 0 than this: sums of some of them (the right edge of a frame, a group
/// of frames moved) then stay within an int.
inline constexpr int maxWholeNumber = 100'000'000;

/// From least to most, both included. What AWS would refuse lies within, and is judged; what no network has does not.
struct NumberRange {
    double least = -maxWholeNumber;
    double most = maxWholeNumber;
    constexpr bool contains(double value) const { return least <= value && value <= most; }
    friend constexpr bool operator==(const NumberRange&, const NumberRange&) = default;
};

namespace detail {

/// What a NumberRange is for.
template <class Value>
concept Number = std::is_same_v<Value, int> || std::is_same_v<Value, double>;

}  // namespace detail

/// One field of a row, described once: reader, writer, schema, inspector and every walk over references use this.
template <class Row, class Value>
struct Field {
    std::string_view key;    ///< in the file
    std::string_view label;  ///< on screen
    Value Row::*member;
    std::string_view help;  ///< one sentence: what it is, its unit, where AWS's name differs
    Use use = Use::Plain;
    NumberRange range{};  ///< of a number
    using ValueType = Value;

    constexpr bool required() const { return use == Use::Required || use == Use::Owner; }
    constexpr Field within(double least, double most) const { return {key, label, member, help, use, {least, most}}; }
};

template <class Row, class Value>
constexpr Field<Row, Value> field(std::string_view key, std::string_view label, Value Row::*member,
                                  std::string_view help) {
    return {key, label, member, help, Use::Plain, {}};
}
template <class Row, class Value>
constexpr Field<Row, Value> required(std::string_view key, std::string_view label, Value Row::*member,
                                     std::string_view help) {
    return {key, label, member, help, Use::Required, {}};
}
template <class Row, class Value>
constexpr Field<Row, Value> owner(std::string_view key, std::string_view label, Value Row::*member,
                                  std::string_view help) {
    return {key, label, member, help, Use::Owner, {}};
}
template <class Row, class Value>
constexpr Field<Row, Value> mayOwn(std::string_view key, std::string_view label, Value Row::*member,
                                   std::string_view help) {
    return {key, label, member, help, Use::MayOwn, {}};
}
template <class Row, class Value>
constexpr Field<Row, Value> home(std::string_view key, std::string_view label, Value Row::*member,
                                 std::string_view help) {
    return {key, label, member, help, Use::Home, {}};
}
template <class Row, class Value>
constexpr Field<Row, Value> nameField(Value Row::*member) {
    return {"name", "Name", member, "The name people read on the canvas and in findings.", Use::Plain, {}};
}
template <class Row, class Value>
constexpr Field<Row, Value> tagsField(Value Row::*member) {
    return {"tags", "Tags", member, "AWS tags: pairs of key and value.", Use::Plain, {}};
}
template <class Row, class Value>
constexpr Field<Row, Value> notesField(Value Row::*member) {
    return {"notes", "Notes", member, "Free text for people; nothing is judged by it.", Use::Plain, {}};
}

namespace detail {

template <std::size_t Index, class F>
struct FieldSlot {
    F field;
};
template <class Indices, class... F>
struct FieldSlots;
template <std::size_t... Index, class... F>
struct FieldSlots<std::index_sequence<Index...>, F...> : FieldSlot<Index, F>... {
    constexpr explicit FieldSlots(const F&... each) : FieldSlot<Index, F>{each}... {}
    template <class Visit>
    constexpr void forEach(Visit& visit) const {
        (visit(static_cast<const FieldSlot<Index, F>&>(*this).field), ...);
    }
};

}  // namespace detail

/// The fields of one kind of row, in order. Flat, since a std::tuple of so many types costs seconds in every file.
template <class... F>
struct FieldList : detail::FieldSlots<std::index_sequence_for<F...>, F...> {
    constexpr explicit FieldList(const F&... each) : detail::FieldSlots<std::index_sequence_for<F...>, F...>(each...) {}
};

/// What a table is called: its section of the file, one row of it in a sentence, and the start of its ids.
struct Kind {
    std::string_view section;   ///< "routeTables"
    std::string_view noun;      ///< "route table"
    std::string_view idPrefix;  ///< "rtb"
};

template <class E>
struct EnumName {
    E value;
    std::string_view name;   ///< in the file; AWS's spelling where AWS has one
    std::string_view label;  ///< on screen
};

/// Calls `visit` with each field of `Row`.
template <class Row, class Visit>
constexpr void forEachField(Visit visit) {
    Row::fields.forEach(visit);
}

}  // namespace gw
