#include "model/edit/well_formed.h"

#include <algorithm>

#include "model/design/patch.h"
#include "model/design/text_form.h"

namespace gw {
namespace {

/// Whether every whole number in the value is one that a file may hold.
template <class Value>
bool isWithinRange(const Value& value) {
    if constexpr (std::is_same_v<Value, int>)
        return -maxWholeNumber <= value && value <= maxWholeNumber;
    else if constexpr (detail::IsVector<Value>::value)
        return std::ranges::all_of(value, [](const auto& each) { return isWithinRange(each); });
    else if constexpr (detail::Described<Value>) {
        bool all = true;
        forEachField<Value>([&](const auto& field) { all = all && isWithinRange(value.*field.member); });
        return all;
    } else
        return true;
}

template <class Row>
Status checkNumbers(const Row& row) {
    if constexpr (std::is_same_v<Row, Placement>)
        if (row.width < 0 || row.height < 0) return fail(row.id.value + " would be smaller than nothing.");
    if (isWithinRange(row)) return {};
    return fail("A number of " + row.id.value + " would be further from 0 than " + std::to_string(maxWholeNumber) +
                ".");
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
