#include "model/edit/clip.h"

#include "model/design/references.h"
#include "model/edit/settle.h"
#include "model/edit/well_formed.h"

namespace gw {
namespace {

/// Rows that only make sense together with everything: one of a design, not to be doubled.
template <class Row>
constexpr bool copied = !std::is_same_v<Row, Waiver> && !std::is_same_v<Row, PriceOverride>;

}  // namespace

Design clipOf(const Design& design, const std::set<std::string>& ids) {
    const Containment containment(design);
    std::set<std::string> all;
    for (const std::string& id : ids)
        for (const std::string& each : containment.allIn(id)) all.insert(each);
    // What belongs to a copied thing and has no place of its own comes along: route tables, security groups of a VPC.
    std::set<std::string> owned = closureOfRemoval(design, ids);
    for (const std::string& id : owned)
        if (containment.of(id).standing == Standing::None) all.insert(id);
    Design clip;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (copied<Row>)
            for (const Row& row : design.*table) {
                if (!all.contains(row.id.value)) continue;
                if constexpr (std::is_same_v<Row, Flow>)
                    if (!all.contains(row.from.value) || !all.contains(row.to.value)) continue;
                (clip.*table).put(row);
            }
    });
    return clip;
}

std::map<std::string, std::string> idsForPaste(const Design& design, const Design& clip) {
    std::map<std::string, std::string> ids;
    std::set<std::string> taken;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (!std::is_same_v<Row, Placement>)
            for (const Row& row : clip.*table) {
                std::string base = row.id.value;
                // "app-2" copied again becomes "app-3", not "app-2-2".
                if (const auto dash = base.rfind('-');
                    dash != std::string::npos && dash + 1 < base.size() &&
                    base.find_first_not_of("0123456789", dash + 1) == std::string::npos)
                    base = base.substr(0, dash);
                base = base.substr(0, maxIdLength - 8);
                std::string id = row.id.value;
                for (int number = 2; contains(design, AnyId(id)) || taken.contains(id); ++number)
                    id = base + "-" + std::to_string(number);
                taken.insert(id);
                ids.emplace(row.id.value, id);
            }
    });
    return ids;
}

namespace edits {

Edit paste(Design clip, std::map<std::string, std::string> ids, int dx, int dy) {
    return Edit("Paste", [=](Design& design) -> Status {
        std::set<std::string> placed;
        forEachTable([&]<class Row>(Table<Row> Design::*table) {
            for (Row row : clip.*table) {
                const auto renamed = ids.find(row.id.value);
                if (renamed == ids.end()) continue;
                const bool isNew = renamed->second != row.id.value;
                row.id.value = renamed->second;
                forEachReference(row, [&](auto& id) {
                    if (const auto at = ids.find(id.value); at != ids.end())
                        id.value = at->second;
                    else if (!exists(design, id))
                        // The design may have a row of that id and of another kind: no id is written like this.
                        id.value = "missing " + id.value;
                });
                if constexpr (requires { row.name; }) {
                    if (isNew && row.name == renamed->first) row.name = renamed->second;
                }
                if constexpr (std::is_same_v<Row, Placement>) {
                    placed.insert(row.id.value);
                }
                (design.*table).put(std::move(row));
            }
        });
        // References to rows that neither the clip nor the design has are cleared, as if those rows had been removed.
        std::set<std::string> missing;
        forEachTable([&]<class Row>(Table<Row> Design::*table) {
            for (const Row& row : design.*table)
                forEachReference(row, [&](const auto& id) {
                    if (!contains(design, AnyId(id.value))) missing.insert(id.value);
                });
        });
        if (!missing.empty()) design = withoutRows(std::move(design), missing);
        std::set<std::string> still;
        for (const std::string& id : placed)
            if (design.placements.find({id})) still.insert(id);
        if (still.empty() && !placed.empty())
            return fail("What was copied belongs to things that this design has not.");
        Settler settler(design);
        settler.move(still, dx, dy);
        settler.finish();
        return {};
    });
}

}  // namespace edits
}  // namespace gw
