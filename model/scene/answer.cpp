#include <algorithm>

#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"
#include "model/scene/roads.h"

namespace gw {
namespace {

constexpr double noteHeight = 26;
constexpr double notePadding = 10;
constexpr double aboveAll = 40;  ///< from the picture's top border to the note of who stands outside of it
constexpr double lineWidth = 2.5;

/// The note of who stands outside: above all that is drawn, straight over the first thing that it comes to.
Area outsiderNote(Drawing& drawing, const AnswerLine& answer, const Area& first) {
    const double width = widthOf(answer.outsider, type::name) + 2 * notePadding;
    double top = first.y;
    for (const Item& item : drawing.soFar().items) top = std::min(top, item.bounds.y);
    const Area note{first.centre().x - width / 2, top - aboveAll, width, noteHeight};
    drawing.item({}, PicturePart::Tag, Plane::States, Drawing::fromBars)
        .add(RectShape{note, size::cardRadius, Ink::WarningSoft, {Ink::Warning, 1.25, Dash::Ghost}})
        .add(TextShape{{note.centre().x, note.centre().y + 4}, answer.outsider, type::name, Ink::Text, Anchor::Middle});
    return note;
}

}  // namespace

void drawAnswer(Drawing& drawing, const Roads& roads) {
    if (!drawing.overlay().answer) return;
    const AnswerLine& answer = *drawing.overlay().answer;
    std::vector<AnyId> way;
    for (const AnyId& id : answer.way)
        if (drawing.areaOf(id) && (way.empty() || way.back() != id)) way.push_back(id);
    if (way.empty()) return;
    std::vector<Spot> points;
    if (!answer.outsider.empty()) {
        const Area first = *drawing.areaOf(way.front());
        const Area note = outsiderNote(drawing, answer, first);
        points = {{first.centre().x, note.bottom()}, {first.centre().x, first.y}};
    }
    for (std::size_t i = 1; i < way.size(); ++i) {
        const std::vector<Spot> leg = roads.between(way[i - 1], way[i]);
        points.insert(points.end(), leg.begin(), leg.end());
    }
    if (points.size() < 2) return;
    Stroke stroke = strokeOf(answer.state);
    stroke.width = lineWidth;
    Stroke edge{Ink::Canvas, lineWidth + 3};
    drawing.item({}, PicturePart::Tag, Plane::States, Drawing::fromBars)
        .add(PathShape{points, size::flowCorner, edge})
        .add(PathShape{points, size::flowCorner, stroke, true});
    if (answer.words.empty()) return;
    const bool isBad = answer.state == LineState::Denied;
    PillShape pill{{(points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2}, answer.words};
    pill.ink = isBad ? Ink::Error : Ink::Text;
    pill.fill = isBad ? Ink::ErrorSoft : Ink::Canvas;
    pill.border = stroke.ink;
    drawing.item({}, PicturePart::Tag, Plane::States, Drawing::fromNames).add(std::move(pill));
    drawing.shown(answer.state);
}

}  // namespace gw
