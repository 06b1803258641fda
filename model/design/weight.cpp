#include "model/design/weight.h"

#include <optional>
#include <variant>

#include "model/design/references.h"

namespace gw {
namespace {

/// What the allocator takes beside each block.
constexpr std::size_t perBlock = 16;

std::size_t heapOf(const std::string& text) {
    static const std::size_t inside = std::string().capacity();
    return text.capacity() > inside ? text.capacity() + perBlock : 0;
}
std::size_t heapOf(const PolicyDocument& policy) {
    return heapOf(policy.text());
}
template <class Value>
std::size_t heapOf(const std::optional<Value>& value);
template <class Value>
std::size_t heapOf(const std::vector<Value>& list);

template <class Value>
std::size_t heapOf(const Value& value) {
    std::size_t bytes = 0;
    if constexpr (detail::Reference<Value>) {
        bytes = heapOf(value.value);
    } else if constexpr (detail::Described<Value>) {
        forEachField<Value>([&](const auto& field) { bytes += heapOf(value.*field.member); });
    } else if constexpr (requires { std::get<1>(value); }) {
        if (value.index() == 1) bytes = heapOf(std::get<1>(value));
    }
    return bytes;
}
template <class Value>
std::size_t heapOf(const std::optional<Value>& value) {
    return value ? heapOf(*value) : 0;
}
template <class Value>
std::size_t heapOf(const std::vector<Value>& list) {
    if (list.capacity() == 0) return 0;
    std::size_t bytes = list.capacity() * sizeof(Value) + perBlock;
    for (const Value& each : list) bytes += heapOf(each);
    return bytes;
}

}  // namespace

std::size_t bytesBeside(const Design& design, const Design& other) {
    std::size_t bytes = sizeof(Design);
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        (design.*table).forEachUnshared(other.*table, [&](const Row& row) {
            bytes += sizeof(Row) + heapOf(row.id) + heapOf(row);
        });
    });
    return bytes;
}

}  // namespace gw
