#include "app/views/panel_sizes.h"

#include <algorithm>
#include <cmath>

#include "model/scene/look.h"

namespace gw {
namespace {

struct Bounds {
    double least = 0;
    double most = 0;
};

double within(double size, const Bounds& bounds) {
    return std::round(std::max(bounds.least, std::min(size, bounds.most)));
}

Bounds boundsOf(const std::string& panel) {
    return {numberToken("panel." + panel + ".min"), numberToken("panel." + panel + ".max")};
}

/// What a panel takes where the user has not said: less in a small window.
double usual(const std::string& panel, bool compact, double small) {
    return compact ? small : numberToken("panel." + panel + ".default");
}

}  // namespace

double PanelSizes::left() const {
    return within(keptLeft_ < 0 ? usual("left", compact_, 208) : keptLeft_, boundsOf("left"));
}

double PanelSizes::right() const {
    return within(keptRight_ < 0 ? usual("right", compact_, 288) : keptRight_, boundsOf("right"));
}

double PanelSizes::bottom() const {
    const double most = std::min(room_ / 2, room_ - numberToken("panel.canvas.minHeight"));
    return within(keptBottom_ < 0 ? usual("bottom", compact_, 176) : keptBottom_,
                  {numberToken("panel.bottom.min"), most});
}

}  // namespace gw
