#include "model/scene/measures.h"

#include <algorithm>

#include "model/scene/metrics.h"
#include "model/scene/scene.h"

namespace gw {

double growthOf(double textSize, double zoom) {
    return std::max(1.0, size::readable / (textSize * zoom));
}

Area areaOf(const PillShape& pill) {
    constexpr double padding = 8;
    return Area::around(pill.centre, widthOf(pill.text, type::pill) / 2 + padding, size::pillHeight / 2);
}

Detail detailAt(double zoom) {
    if (zoom < 0.2) return Detail::Counts;
    if (zoom < 0.4) return Detail::Bars;
    return zoom < 0.75 ? Detail::Names : Detail::All;
}

}  // namespace gw
