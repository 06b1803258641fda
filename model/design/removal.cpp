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

/// Whether the row says in one version that it belongs to, or stands in, others than in the other version.
template <class Row>
bool belongsElsewhere(const Row& before, const Row& after) {
    bool differs = false;
    forEachField<Row>([&](const auto& field) {
        if (field.use == Use::Owner || field.use == Use::MayOwn || field.use == Use::Home)
            differs = differs || before.*field.member != after.*field.member;
    });
    return differs;
}

/// Calls `visit(was, is)` with each row that is not the same in both; nullptr stands for a row that is not there. What
/// stands beside a row has its id, and goes with it.
template <class Visit>
void eachDifference(const Design& before, const Design& after, Visit visit) {
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (!requires { Row::standsBeside; }) Table<Row>::compare(before.*table, after.*table, visit);
    });
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

Remainder RemovalIndex::remainder(Ids ids) const {
    Remainder made{design_, std::move(ids), {}, design_};
    Ids& gone = made.gone;
    gone = made.taken;
    std::vector<std::string> open(gone.begin(), gone.end());
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
    Design& left = made.left;
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
    return made;
}

bool areRowsMoved(const Design& before, const Design& after) {
    bool isMoved = false;
    Ids vanished;
    Ids added;
    eachDifference(before, after, [&](const auto* was, const auto* is) {
        if (!is)
            vanished.insert(was->id.value);
        else if (!was)
            added.insert(is->id.value);
        else
            isMoved = isMoved || belongsElsewhere(*was, *is);
    });
    return isMoved || std::ranges::any_of(added, [&](const std::string& id) { return vanished.contains(id); });
}

std::optional<Remainder> followed(const Remainder& before, const Design& design, Ids taken) {
    if (areRowsMoved(before.whole, design)) return std::nullopt;
    Remainder after{design, std::move(taken), before.gone, before.left};
    bool isTakenAnew = false;
    eachDifference(before.whole, design, [&](const auto* was, const auto* is) {
        if (was && !is) after.gone.erase(was->id.value);
        if (was && is)
            isTakenAnew = isTakenAnew || before.taken.contains(is->id.value) != after.taken.contains(is->id.value);
    });
    if (isTakenAnew) return std::nullopt;
    // Of rows that are new some go with others that are new.
    after.gone.insert(after.taken.begin(), after.taken.end());
    for (bool grew = true; grew;) {
        grew = false;
        eachDifference(before.whole, design, [&](const auto* was, const auto* is) {
            if (was || after.gone.contains(is->id.value) || !owned(*is, after.gone)) return;
            after.gone.insert(is->id.value);
            grew = true;
        });
    }
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        Table<Row>::compare(before.whole.*table, design.*table, [&](const Row* was, const Row* is) {
            if (!is || after.gone.contains(is->id.value))
                (after.left.*table).erase((is ? is : was)->id);
            else
                (after.left.*table).put(without(*is, after.gone));
        });
    });
    return after;
}

}  // namespace gw
