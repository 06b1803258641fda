#include "model/edit/well_formed.h"

#include "model/design/patch.h"

namespace gw {
namespace {

template <class Row>
Status check(const Design& design, const Row& row) {
    if (!isId(row.id.value))
        return fail("\"" + row.id.value +
                    "\" cannot be an id: 1 to 128 letters, digits and . _ : -, the first a letter or digit.");
    Status status;
    forEachReference(row, [&](const auto& id) {
        if (status && !exists(design, id))
            status = fail(row.id.value + " would name " + id.value + ", which is not there or of another kind.");
    });
    forEachField<Row>([&](const auto& field) {
        if constexpr (detail::Reference<decltype(row.*field.member)>)
            if (status && field.use == Use::Owner && (row.*field.member).value.empty())
                status = fail("This " + std::string(Row::kind.noun) + " cannot be without its " +
                              std::string(field.label) + ".");
    });
    return status;
}

}  // namespace

Status wellFormed(const Design& before, const Design& after) {
    const Patch patch = diff(before, after);
    Status status;
    forEachTable([&]<class Row>(Table<Row> Design::*) {
        if constexpr (!std::is_same_v<Row, Placement>)
            for (const Row& row : patch.of<Row>().put) {
                if (!status) return;
                // A row that no file could hold before the edit is not the edit's fault.
                const Row* old = find(before, row.id);
                if (!old || check(before, *old)) status = check(after, row);
            }
    });
    return status;
}

}  // namespace gw
