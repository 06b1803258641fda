#include "model/scene/lens.h"

namespace gw {
namespace {

/// On a traced path, frames have their own.
bool isOffThePath(const Overlay& overlay, const Item& item) {
    return !overlay.traced.contains(item.subject);
}

/// Frames stay: they say where things are.
bool isPutBack(const Overlay& overlay, const Item& item) {
    const LensMark* mark = overlay.markOf(item.subject);
    if (item.part == PicturePart::Tag) return false;
    if (mark) return mark->isGone;
    if (item.plane == Plane::Frames) return false;
    const bool isFlow = overlay.flows.contains({item.subject.value});
    return isFlow ? !overlay.content->keepsFlows : !overlay.content->keepsThings;
}

}  // namespace

bool isPutBack(const Overlay& overlay, const Id<Flow>& flow) {
    return overlay.content && !overlay.content->keepsFlows && !overlay.markOf(AnyId(flow)) &&
           !overlay.traced.contains(AnyId(flow));
}

void dimOthers(Scene& scene, const Overlay& overlay) {
    if (!overlay.traced.empty()) {
        for (Item& item : scene.items) item.faint = isOffThePath(overlay, item);
    } else if (overlay.content) {
        for (Item& item : scene.items) item.faint = isPutBack(overlay, item);
    }
}

}  // namespace gw
