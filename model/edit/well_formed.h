#pragma once
#include "model/core/result.h"
#include "model/design/references.h"

namespace gw {

/// Whether the design has the row that the reference names, of a kind that it may name.
template <class Row>
bool exists(const Design& design, const Id<Row>& id) {
    return find(design, id) != nullptr;
}
template <class... Rows>
bool exists(const Design& design, const IdOf<Rows...>& id) {
    return (find(design, Id<Rows>{id.value}) || ...);
}
inline bool exists(const Design& design, const AnyId& id) {
    return contains(design, id);
}

/// Whether every row that is not as it was in `before` could be read back from a file: ids are ids, references name
/// rows of a kind that they may name, what must have an owner has one, and numbers are in range. Says of which
/// thing that does not hold. Rows left as they were are not looked at, nor those that were broken before: it takes as
/// long as the change is large.
Status wellFormed(const Design& before, const Design& after);

}  // namespace gw
