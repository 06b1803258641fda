#include "model/scene/legend.h"

#include <algorithm>

#include "model/scene/compose.h"
#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"

namespace gw {
namespace {

constexpr double padding = 13;
constexpr double sample = 26;
constexpr double afterSample = 7;
constexpr double between = 18;
constexpr double rowHeight = 24;
constexpr double panelPadding = 4;
constexpr double exportMargin = 16;

/// As people read them: what is good first.
constexpr LineState order[] = {LineState::Private, LineState::Public,  LineState::Blocked, LineState::Unknown,
                               LineState::Refused, LineState::Inbound, LineState::Wanted};

}  // namespace

Scene legendOf(const Scene& scene, int columns) {
    Scene legend;
    std::vector<Shape> rows;
    double x = padding;
    double y = panelPadding + rowHeight / 2;
    double right = 0;
    for (const LineState state : order) {
        if (std::ranges::find(scene.lineStates, state) == scene.lineStates.end()) continue;
        const std::string words(wordsOf(state));
        rows.emplace_back(PathShape{{{x, y}, {x + sample, y}}, 0, strokeOf(state)});
        rows.emplace_back(TextShape{{x + sample + afterSample, y + 4}, words, type::legend, Ink::Text});
        const double end = x + sample + afterSample + widthOf(words, type::legend);
        right = std::max(right, end);
        if (columns == 1)
            y += rowHeight;
        else
            x = end + between;
    }
    if (rows.empty()) return legend;
    const double height = (columns == 1 ? y - rowHeight / 2 : y + rowHeight / 2) + panelPadding;
    rows.insert(rows.begin(),
                RectShape{{0, 0, right + padding, height}, size::cardRadius, Ink::Surface, {Ink::Border, 1}});
    append(legend, {}, Part::Sign, Plane::States, std::move(rows));
    legend.bounds = {0, 0, right + padding, height};
    return legend;
}

Scene exportedPicture(Scene scene) {
    const Scene legend = legendOf(scene);
    const Area bounds = scene.bounds;
    append(scene, legend, bounds.x, bounds.bottom() + exportMargin);
    scene.bounds = scene.bounds.grown(exportMargin);
    return scene;
}

}  // namespace gw
