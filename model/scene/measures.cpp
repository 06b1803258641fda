#include "model/scene/measures.h"

#include <algorithm>

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
    constexpr double leastGrowth = 0.85;
    const double least = std::max(growth * leastGrowth, 1.0);
    if (width * least <= text.room) return {text.text, text.room / width};
    return {fitted(text.text, text.style, text.room / least), least};
}

Area areaOf(const PillShape& pill) {
    constexpr double padding = 7;
    return Area::around(pill.centre, widthOf(pill.text, type::pill) / 2 + padding, size::pillHeight / 2);
}

Detail detailAt(double zoom) {
    if (zoom < 0.2) return Detail::Counts;
    if (zoom < 0.4) return Detail::Bars;
    return zoom < 0.75 ? Detail::Names : Detail::All;
}

}  // namespace gw
