#include "model/scene/drawing.h"
#include "model/scene/look.h"
#include "model/scene/measures.h"

namespace gw {

/// Badges of findings at the top right of what they are about, bottom right at endpoints; locks beside them.
void drawBadges(Drawing& drawing) {
    for (const auto& [id, mark] : drawing.overlay().badges) {
        const auto area = drawing.areaOf(id);
        if (!area) continue;
        const BorderSign* sign = drawing.borderSign(id);
        const bool isGlyph = drawing.containment().of(id.value).standing == Standing::Glyph;
        // A small sign would be covered from afar.
        const Spot centre = sign      ? Spot{sign->centre.x + 12, sign->centre.y + 12}
                            : isGlyph ? Spot{area->right() + 3, area->y - 3}
                                      : Spot{area->right() - 3, area->y};
        drawing.item(id, PicturePart::Badge, Plane::States, Drawing::fromBars)
            .add(BadgeShape{centre, mark.count, inkOf(mark.worst), {1, sign ? 1.0 : -1.0}});
    }
    for (const Placement& placement : drawing.design().placements) {
        if (!placement.locked) continue;
        const AnyId id(placement.id.value);
        const auto area = drawing.areaOf(id);
        if (!area || drawing.borderSign(id)) continue;
        drawing.item(id, PicturePart::Sign, Plane::States, Drawing::fromNames)
            .add(IconShape{"ui-lock", {area->right() - 15, area->y + 4, 11, 11}, Ink::Muted});
    }
}

}  // namespace gw
