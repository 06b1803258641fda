#include "model/scene/unplaced.h"

#include "model/design/containment.h"

namespace gw {

std::vector<AnyId> unplacedThings(const Design& design) {
    const Containment containment(design);
    const auto isPlaced = [&](const std::string& id) { return design.placements.find({id}) != nullptr; };
    std::vector<AnyId> things;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (!std::is_same_v<Row, Placement>)
            for (const Row& row : design.*table) {
                const Standpoint at = containment.of(row.id.value);
                if (at.standing == Standing::None) continue;
                const bool hangs = at.standing == Standing::Border && !isPlaced(at.frame.value);
                if (hangs || !isPlaced(row.id.value)) things.emplace_back(row.id.value);
            }
    });
    return things;
}

}  // namespace gw
