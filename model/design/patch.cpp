#include "model/design/patch.h"

namespace gw {

bool Patch::empty() const {
    bool none = !header;
    forEachTable([&]<class Row>(Table<Row> Design::*) { none = none && of<Row>().empty(); });
    return none;
}

std::vector<AnyId> Patch::touched() const {
    std::vector<AnyId> ids;
    forEachTable([&]<class Row>(Table<Row> Design::*) {
        for (const Row& row : of<Row>().put) ids.emplace_back(row.id);
        for (const Id<Row>& id : of<Row>().erased) ids.emplace_back(id);
    });
    return ids;
}

Patch diff(const Design& before, const Design& after) {
    Patch patch;
    if (before.header != after.header) patch.header = after.header;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        auto& changes = patch.of<Row>();
        Table<Row>::compare(before.*table, after.*table, [&](const Row* was, const Row* is) {
            if (is)
                changes.put.push_back(*is);
            else
                changes.erased.push_back(was->id);
        });
    });
    return patch;
}

Design apply(Design design, const Patch& patch) {
    if (patch.header) design.header = *patch.header;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        for (const auto& id : patch.of<Row>().erased) (design.*table).erase(id);
        for (const auto& row : patch.of<Row>().put) (design.*table).put(row);
    });
    return design;
}

}  // namespace gw
