#include "model/scene/drawing.h"

#include <algorithm>
#include <tuple>

#include "model/core/visible_text.h"
#include "model/scene/lens.h"

namespace gw {

Drawing::Drawing(const Design& design, const Overlay& overlay)
    : design_(design), overlay_(overlay), containment_(design) {
    places_.reserve(design.placements.size());
    for (const Placement& placement : design.placements) places_.emplace(placement.id.value, &placement);
    const auto hide = [&](const std::string& root, bool itself) {
        for (const std::string& id : containment_.allIn(root))
            if (itself || id != root) hidden_.insert(id);
    };
    for (const Layer& layer : design.layers)
        if (!layer.visible)
            for (const AnyId& member : layer.members) hide(member.value, true);
    for (const Placement& placement : design.placements)
        if (placement.collapsed) hide(placement.id.value, false);
    borderSigns_ = borderSignsOf(*this);
}

std::optional<Area> Drawing::areaOf(const AnyId& id) const {
    const auto at = places_.find(id.value);
    if (at == places_.end() || hidden_.contains(id.value)) return {};
    return Area(at->second->box());
}

const BorderSign* Drawing::borderSign(const AnyId& id) const {
    const auto at = borderSigns_.find(id.value);
    return at == borderSigns_.end() ? nullptr : &at->second;
}

Drawing& Drawing::item(AnyId subject, PicturePart part, Plane plane, Span span) {
    close();
    Item item;
    item.subject = std::move(subject);
    item.part = part;
    item.plane = plane;
    item.from = span.from;
    item.to = span.to;
    if (const auto at = places_.find(item.subject.value); at != places_.end()) item.z = at->second->z;
    item.first = static_cast<std::uint32_t>(scene_.shapes.size());
    scene_.items.push_back(std::move(item));
    return *this;
}

Drawing& Drawing::body(AnyId subject, Plane plane, Span span, const Area& area) {
    const Standing standing = containment_.of(subject.value).standing;
    item(std::move(subject), PicturePart::Body, plane, span);
    scene_.items.back().standing = standing;
    bodyArea_ = area;
    return *this;
}

Drawing& Drawing::add(Shape shape) {
    // What the user wrote is measured, painted and exported as it will be seen.
    if (auto* text = std::get_if<TextShape>(&shape)) text->text = plainLines(text->text);
    if (auto* pill = std::get_if<PillShape>(&shape)) pill->text = plainLines(pill->text);
    if (auto* tag = std::get_if<TagShape>(&shape)) tag->text = plainLines(tag->text);
    scene_.shapes.push_back(std::move(shape));
    return *this;
}

void Drawing::close() {
    if (scene_.items.empty()) return;
    Item& last = scene_.items.back();
    if (last.count != 0) return;
    last.count = static_cast<std::uint32_t>(scene_.shapes.size()) - last.first;
    if (last.count == 0) {
        scene_.items.pop_back();
    } else if (bodyArea_) {
        last.bounds = *bodyArea_;
    } else {
        last.bounds = extentOf(scene_.shapes[last.first]);
        for (std::uint32_t i = 1; i < last.count; ++i)
            last.bounds = last.bounds.united(extentOf(scene_.shapes[last.first + i]));
    }
    bodyArea_.reset();
}

Scene Drawing::finish() && {
    close();
    dimOthers(scene_, overlay_);
    if (overlay_.content) {
        scene_.headline = plainLines(overlay_.content->headline);
        scene_.lensLegend = overlay_.content->legend;
        for (LegendEntry& entry : scene_.lensLegend) entry.words = plainLines(entry.words);
    }
    // What is put back lies below what is not; frames keep their order, since they lie inside each other.
    std::ranges::stable_sort(scene_.items, {}, [](const Item& item) {
        return std::tuple(item.plane, item.plane != Plane::Frames && !item.faint, item.z);
    });
    for (std::uint32_t i = 0; i < scene_.items.size(); ++i) {
        const Item& item = scene_.items[i];
        scene_.bounds = i == 0 ? item.bounds : scene_.bounds.united(item.bounds);
        if (item.part == PicturePart::Body) scene_.bodies.push_back(i);
    }
    std::ranges::sort(scene_.bodies, {},
                      [&](std::uint32_t i) { return std::string_view(scene_.items[i].subject.value); });
    std::ranges::sort(scene_.lineStates);
    scene_.lineStates.erase(std::unique(scene_.lineStates.begin(), scene_.lineStates.end()), scene_.lineStates.end());
    return std::move(scene_);
}

}  // namespace gw
