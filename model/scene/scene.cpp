#include "model/scene/scene.h"

#include <algorithm>

#include "model/scene/drawing.h"
#include "model/scene/roads.h"

namespace gw {

const Item* Scene::bodyOf(const AnyId& subject) const {
    const auto nameOfBody = [&](std::uint32_t i) { return std::string_view(items[i].subject.value); };
    const auto at = std::ranges::lower_bound(bodies, std::string_view(subject.value), {}, nameOfBody);
    return at != bodies.end() && items[*at].subject == subject ? &items[*at] : nullptr;
}

Scene sceneOf(const Design& design, const Overlay& overlay) {
    Drawing drawing(design, overlay);
    drawFrames(drawing);
    const Roads roads(drawing);
    drawTies(drawing, roads);
    drawInterfaces(drawing);
    drawCards(drawing);
    drawSigns(drawing);
    drawBadges(drawing);
    // Words on lines go where nothing else stands.
    drawFlows(drawing, roads);
    drawNotes(drawing);
    drawLens(drawing);
    drawAnswer(drawing, roads);
    return std::move(drawing).finish();
}

}  // namespace gw
