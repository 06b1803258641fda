#include "model/scene/measures.h"

#include <algorithm>
#include <utility>

#include "model/scene/metrics.h"
#include "model/scene/scene.h"

namespace gw {

double growthOf(double textSize, double zoom) {
    return std::max(1.0, size::readable / (textSize * zoom));
}

FittedText fittedAt(const TextShape& text, double zoom) {
    const double growth = growthOf(text.style.size, zoom);
    if (text.room <= 0) return {text.text, growth};
    const double width = widthOf(text.text, text.style);
    if (width * growth <= text.room) return {text.text, growth};
    constexpr double leastGrowth = size::leastReadable / size::readable;
    const double least = std::max(growth * leastGrowth, 1.0);
    if (width * least <= text.room) return {text.text, text.room / width};
    return {fitted(text.text, text.style, text.room / least, text.cut), least};
}

Area areaOf(const PillShape& pill, double growth) {
    constexpr double padding = 7;
    const double half = (widthOf(pill.text, type::pill) / 2 + padding) * growth;
    const double off = pill.anchor == Anchor::Start ? half : pill.anchor == Anchor::End ? -half : 0;
    const Spot centre{pill.at.x + off, pill.at.y};
    return Area::around(centre, half, size::pillHeight / 2 * growth);
}

double growthOf(const PillShape& pill, double zoom) {
    const double growth = growthOf(type::pill.size, zoom);
    return pill.room > 0 ? std::max(1.0, std::min(growth, pill.room / areaOf(pill).width)) : growth;
}

PillShape fittedAt(PillShape pill, double zoom) {
    if (!pill.brief.empty() && growthOf(pill, zoom) < growthOf(type::pill.size, zoom))
        pill.text = std::exchange(pill.brief, {});
    return pill;
}

double dropOf(Growth grows) {
    return grows == Growth::Up ? 0 : grows == Growth::Down ? 0.7 : 0.35;
}

Area areaOf(const TextShape& text, double zoom) {
    const FittedText shown = fittedAt(text, zoom);
    const double width = widthOf(shown.words, text.style) * shown.growth;
    const double height = text.style.size * shown.growth;
    const double left = text.anchor == Anchor::Start ? 0 : text.anchor == Anchor::Middle ? width / 2 : width;
    const double base = text.at.y + text.style.size * (shown.growth - 1) * dropOf(text.grows);
    return {text.at.x - left, base - height * 0.95, width, height * 1.2};
}

Area areaOf(const BadgeShape& badge, double zoom) {
    const double growth = std::max(1.0, 1 / zoom);
    const double shift = size::badge / 2 * (growth - 1);
    const double reach = (size::badge / 2 + 2) * growth;
    return Area::around({badge.centre.x + badge.away.x * shift, badge.centre.y + badge.away.y * shift}, reach, reach);
}

Area areaOf(const TagShape& tag, double growth) {
    constexpr double padding = 4;
    const double half = size::tag / 2;
    const double width = std::max(size::tag, widthOf(tag.text, type::tag) + 2 * padding);
    const double left = tag.anchor == Anchor::End ? width - half : half;
    return {tag.at.x - left * growth, tag.at.y + half - size::tag * growth, width * growth, size::tag * growth};
}

Detail detailAt(double zoom) {
    if (zoom < 0.2) return Detail::Counts;
    if (zoom < 0.4) return Detail::Bars;
    if (zoom < 0.75) return Detail::Names;
    // Below this, names of subnets would be enlarged to stay readable, and grow into the range behind them.
    return zoom * type::subnet.size < size::readable ? Detail::Lines : Detail::All;
}

}  // namespace gw
