#pragma once
#include <algorithm>
#include <optional>
#include <utility>

#include "model/core/result.h"
#include "model/core/table.h"
#include "model/design/design.h"

/// What the verbs of this room share.
namespace gw::edits {

/// Changes one row, or says that it is gone.
template <class Row, class Change>
Status change(Table<Row>& table, const Id<Row>& id, Change how) {
    const Row* found = table.find(id);
    if (!found) return fail(id.value + " is gone.");
    Row row = *found;
    how(row);
    table.put(std::move(row));
    return {};
}

/// Adds a row under an id that is free.
template <class Row>
Status add(Table<Row>& table, Row row) {
    if (!isId(row.id.value)) return fail("\"" + row.id.value + "\" cannot be the id of a new thing.");
    if (table.find(row.id)) return fail(row.id.value + " is there already.");
    table.put(std::move(row));
    return {};
}

/// Puts one element of a list in the place of another; says so where the other is gone.
template <class Value>
Status replace(std::vector<Value>& list, const Value& before, Value after) {
    const auto at = std::find(list.begin(), list.end(), before);
    if (at == list.end()) return fail("It has been changed already.");
    *at = std::move(after);
    return {};
}

/// Where a new sign would stand on the border of its VPC.
enum class Side : std::uint8_t { Top, Right };

/// Draws the sign of a new thing, `size` pixels square, in the middle of one side of its VPC (on the right one at the
/// height `y` where that is told) or at the nearest place with room for it and its name; does nothing where the VPC is
/// not drawn.
void placeOnBorder(Design& design, const AnyId& id, const Id<Vpc>& vpc, int size, Side side,
                   std::optional<int> y = std::nullopt);

}  // namespace gw::edits
