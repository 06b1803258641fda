#pragma once
#include <optional>
#include <vector>

#include "model/design/design.h"

namespace gw {

template <class Row>
struct TablePatch {
    std::vector<Row> put{};
    std::vector<Id<Row>> erased{};
    bool empty() const { return put.empty() && erased.empty(); }
    friend bool operator==(const TablePatch&, const TablePatch&) = default;
};

namespace detail {

template <class List>
struct PatchOf;
template <auto... Member>
struct PatchOf<TableList<Member...>> : TablePatch<decltype(rowOfTable(Member))>... {
    friend bool operator==(const PatchOf&, const PatchOf&) = default;
};

}  // namespace detail

/// What turns one design into another: an undo step, the preview of a fix, a change to show.
struct Patch {
    std::optional<Header> header{};
    detail::PatchOf<DesignTables> tables{};

    template <class Row>
    const TablePatch<Row>& of() const {
        return tables;
    }
    template <class Row>
    TablePatch<Row>& of() {
        return tables;
    }
    bool empty() const;
    /// Ids of all rows put or erased, placements included, in order of the tables.
    std::vector<AnyId> touched() const;
    friend bool operator==(const Patch&, const Patch&) = default;
};

Patch diff(const Design& before, const Design& after);
Design apply(Design design, const Patch& patch);

}  // namespace gw
