#include "model/edit/well_formed.h"

#include "model/design/patch.h"
#include "model/design/text_form.h"

namespace gw {
namespace {

/// Whether every number in the row is one that a file may hold.
template <class Row>
Status checkNumbers(const std::string& id, const Row& row) {
    Status status;
    forEachField<Row>([&](const auto& field) {
        if (!status) return;
        const auto& value = row.*field.member;
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (detail::Number<Value>) {
            if (!field.range.contains(value))
                status = fail(std::string(field.label) + " of " + id + " would be " + textOf(value) + "; say " +
                              textOf(field.range) + ".");
        } else if constexpr (detail::IsVector<Value>::value) {
            if constexpr (detail::Described<typename Value::value_type>)
                for (const auto& each : value)
                    if (status) status = checkNumbers(id, each);
        } else if constexpr (detail::Described<Value>) {
            status = checkNumbers(id, value);
        }
    });
    return status;
}
template <class Row>
Status checkNumbers(const Row& row) {
    return checkNumbers(row.id.value, row);
}

template <class Row>
Status check(const Design& design, const Row& row) {
    if (!isId(row.id.value))
        return fail("\"" + row.id.value +
                    "\" cannot be an id: 1 to 128 letters, digits and . _ : -, the first a letter or digit.");
    Status status = checkNumbers(row);
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
        for (const Row& row : patch.of<Row>().put) {
            if (!status) return;
            // A row that no file could hold before the edit is not the edit's fault.
            const Row* old = find(before, row.id);
            if constexpr (std::is_same_v<Row, Placement>) {
                if (!old || checkNumbers(*old)) status = checkNumbers(row);
            } else {
                if (!old || check(before, *old)) status = check(after, row);
            }
        }
    });
    return status;
}

}  // namespace gw
