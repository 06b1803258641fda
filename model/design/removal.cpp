#include "model/design/removal.h"

#include <algorithm>

#include "model/design/references.h"

namespace gw {
namespace {

using Ids = std::set<std::string>;

/// Whether `row` goes when `gone` goes.
template <class Row>
bool owned(const Row& row, const Ids& gone) {
    bool goes = false;
    forEachField<Row>([&](const auto& field) {
        const auto& value = row.*field.member;
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (detail::Reference<Value>) {
            if (field.use == Use::Owner || field.use == Use::MayOwn) goes = goes || gone.contains(value.value);
        } else if constexpr (detail::IsVector<Value>::value) {
            if constexpr (detail::Reference<typename Value::value_type>) {
                if (field.use == Use::Home)
                    goes = goes || (!value.empty() && std::ranges::all_of(value, [&](const auto& id) {
                               return gone.contains(id.value);
                           }));
            }
        }
    });
    return goes;
}

template <class Value>
bool names(const Value& value, const Ids& gone) {
    bool found = false;
    auto look = [&](const auto& id) { found = found || gone.contains(id.value); };
    detail::visitReferences(value, look);
    return found;
}

template <class Value>
void forget(Value& value, const Ids& gone) {
    if constexpr (detail::Reference<Value>) {
        if (gone.contains(value.value)) value = {};
    } else if constexpr (detail::IsVector<Value>::value) {
        if constexpr (detail::Reference<typename Value::value_type> || detail::Described<typename Value::value_type>)
            std::erase_if(value, [&](const auto& each) { return names(each, gone); });
    }
}

/// A row without what it says of them.
template <class Row>
Row without(Row row, const Ids& gone) {
    forEachField<Row>([&](const auto& field) { forget(row.*field.member, gone); });
    return row;
}

/// Calls `visit(row)` with the row of that id in the table of that number.
template <class Visit>
void visitRow(const Design& design, std::size_t number, std::string_view id, Visit visit) {
    std::size_t at = 0;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if (at++ != number) return;
        if (const Row* row = (design.*table).find({std::string(id)})) visit(*row, table);
    });
}

}  // namespace

std::set<std::string> closureOfRemoval(const Design& design, const std::set<std::string>& ids) {
    Ids gone = ids;
    for (bool grew = true; grew;) {
        grew = false;
        forEachTable([&]<class Row>(Table<Row> Design::*table) {
            for (const Row& row : design.*table)
                if (!gone.contains(row.id.value) && owned(row, gone)) {
                    gone.insert(row.id.value);
                    grew = true;
                }
        });
    }
    return gone;
}

Design withoutRows(Design design, const std::set<std::string>& ids) {
    const Ids gone = closureOfRemoval(design, ids);
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        const Table<Row> before = design.*table;
        for (const Row& row : before) {
            if (gone.contains(row.id.value)) {
                (design.*table).erase(row.id);
            } else if (bool touched = false;
                       forEachReference(row, [&](const auto& id) { touched = touched || gone.contains(id.value); }),
                       touched) {
                (design.*table).put(without(row, gone));
            }
        }
    });
    return design;
}

RemovalIndex::RemovalIndex(const Design& design) : design_(design) {
    std::uint16_t number = 0;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        for (const Row& row : design.*table)
            forEachReference(row, [&](const auto& id) {
                if (!id.value.empty()) referrers_[id.value].push_back({number, row.id.value});
            });
        ++number;
    });
}

std::span<const RemovalIndex::Referrer> RemovalIndex::referrersOf(const std::string& id) const {
    const auto at = referrers_.find(id);
    return at == referrers_.end() ? std::span<const Referrer>{} : std::span<const Referrer>(at->second);
}

Design RemovalIndex::without(const std::set<std::string>& ids) const {
    Ids gone = ids;
    std::vector<std::string> open(ids.begin(), ids.end());
    while (!open.empty()) {
        const std::string id = std::move(open.back());
        open.pop_back();
        for (const Referrer& each : referrersOf(id)) {
            if (gone.contains(std::string(each.id))) continue;
            visitRow(design_, each.table, each.id, [&](const auto& row, auto) {
                if (!owned(row, gone)) return;
                gone.insert(row.id.value);
                open.push_back(row.id.value);
            });
        }
    }
    Design left = design_;
    for (const std::string& id : gone)
        for (const Referrer& each : referrersOf(id)) {
            if (gone.contains(std::string(each.id))) continue;
            // Of a row that names several of them the first look takes them all.
            visitRow(left, each.table, each.id, [&](const auto& row, auto table) {
                if (auto changed = gw::without(row, gone); changed != row) (left.*table).put(std::move(changed));
            });
        }
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        for (const std::string& id : gone) (left.*table).erase({id});
    });
    return left;
}

}  // namespace gw
