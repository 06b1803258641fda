#include "model/scene/legend.h"

#include <algorithm>
#include <numeric>

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
constexpr double panelPadding = 2;
constexpr double exportMargin = 16;
/// What a fold button takes at the right end of the first line.
constexpr double foldRoom = 28;

/// As people read them: what is good first.
constexpr LineState order[] = {LineState::Private,   LineState::Public,  LineState::Partial, LineState::Blocked,
                               LineState::Intruding, LineState::Allowed, LineState::Denied,  LineState::Unknown,
                               LineState::Refused,   LineState::Inbound, LineState::Wanted,  LineState::NotAsked};

/// One entry: what is drawn before its words, from the left edge and the middle of its line.
struct Entry {
    std::string words{};
    Shape (*sign)(Spot at, const Entry& entry) = nullptr;
    LineState state{};
    LegendEntry mark{};
    double signWidth = 0;

    double width() const { return signWidth + afterSample + widthOf(words, type::legend); }
};

Shape lineSign(Spot at, const Entry& entry) {
    return PathShape{{at, {at.x + sample, at.y}}, 0, strokeOf(entry.state)};
}
Shape tagSign(Spot at, const Entry& entry) {
    return TagShape{{at.x + size::tag / 2, at.y}, entry.mark.key, inkOf(entry.mark.tone)};
}
Shape tintSign(Spot at, const Entry& entry) {
    return RectShape{{at.x + 0.5, at.y - 6, 18, 12}, 2, softInkOf(entry.mark.tone), {inkOf(entry.mark.tone), 1.5}};
}
Shape strikeSign(Spot at, const Entry&) {
    return PathShape{{{at.x + 1, at.y + 6}, {at.x + 18, at.y - 6}}, 0, {Ink::Blocked, 1.25}};
}

std::vector<Entry> entriesOf(const Scene& scene) {
    std::vector<Entry> entries;
    for (const LegendEntry& each : scene.lensLegend) {
        const TagShape tag{{}, each.key};
        const bool isBare = each.key.empty() && each.tone == Tone::Plain;
        entries.push_back({each.words,
                           each.key.empty() ? tintSign : tagSign,
                           {},
                           each,
                           isBare             ? -afterSample
                           : each.key.empty() ? 19.0
                                              : areaOf(tag).width});
        if (isBare) entries.back().sign = nullptr;
        if (each.isGone) entries.back().sign = strikeSign;
    }
    for (const LineState state : order)
        if (std::ranges::find(scene.lineStates, state) != scene.lineStates.end())
            entries.push_back({std::string(wordsOf(state)), lineSign, state, {}, sample});
    return entries;
}

/// The width of each of `columns` columns, filled row by row.
std::vector<double> columnWidths(const std::vector<Entry>& entries, std::size_t columns) {
    std::vector<double> widths(columns);
    for (std::size_t i = 0; i < entries.size(); ++i)
        widths[i % columns] = std::max(widths[i % columns], entries[i].width());
    return widths;
}

double widthOf(const std::vector<double>& columns) {
    return 2 * padding + std::accumulate(columns.begin(), columns.end(), 0.0) +
           between * static_cast<double>(columns.size() - 1);
}

}  // namespace

Scene legendOf(const Scene& scene, double room, LegendForm form) {
    Scene legend;
    std::vector<Entry> entries = entriesOf(scene);
    std::string headline = scene.headline;
    if (entries.empty() && headline.empty()) return legend;
    const double forFold = form == LegendForm::Whole ? 0 : foldRoom;
    if (form == LegendForm::Folded) {
        entries.clear();
        if (headline.empty()) headline = "Legend";
    }
    std::vector<double> columns = columnWidths(entries, std::max<std::size_t>(entries.size(), 1));
    while (columns.size() > 1 && widthOf(columns) + forFold > room) columns = columnWidths(entries, columns.size() - 1);

    std::vector<Shape> shapes;
    double y = panelPadding + rowHeight / 2;
    double right = widthOf(columns);
    if (headline.empty()) {
        right += forFold;
    } else {
        right = std::max(right, 2 * padding + widthOf(headline, type::headline) + forFold);
        shapes.emplace_back(TextShape{{padding, y + 4}, std::move(headline), type::headline, Ink::Text});
        y += rowHeight;
    }
    double x = padding;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::size_t column = i % columns.size();
        if (i > 0 && column == 0) x = padding, y += rowHeight;
        const Entry& entry = entries[i];
        if (entry.sign) shapes.push_back(entry.sign({x, y}, entry));
        shapes.emplace_back(
            TextShape{{x + entry.signWidth + afterSample, y + 4}, entry.words, type::legend, Ink::Text});
        x += columns[column] + between;
    }
    const double height = (entries.empty() ? y - rowHeight / 2 : y + rowHeight / 2) + panelPadding;
    shapes.insert(shapes.begin(), RectShape{{0, 0, right, height}, size::cardRadius, Ink::Surface, {Ink::Border, 1}});
    append(legend, {}, PicturePart::Sign, Plane::States, std::move(shapes));
    legend.bounds = {0, 0, right, height};
    return legend;
}

Scene exportedPicture(Scene scene) {
    constexpr double leastRoom = 480;
    const Scene legend = legendOf(scene, std::max(scene.bounds.width, leastRoom));
    const Area bounds = scene.bounds;
    append(scene, legend, bounds.x, bounds.bottom() + exportMargin);
    scene.bounds = scene.bounds.grown(exportMargin);
    return scene;
}

}  // namespace gw
