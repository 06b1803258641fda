#include <algorithm>
#include <cmath>

#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/roads.h"

namespace gw {
namespace {

constexpr double aboveAll = 32;  ///< from the picture's top border to the note of who stands outside of it
constexpr double lineWidth = 2.5;

/// The middle of the note of who stands outside: above all that is drawn, straight over the first thing that it comes
/// to.
Spot outsiderNote(Drawing& drawing, const AnswerLine& answer, const Area& first) {
    double top = first.y;
    for (const Item& item : drawing.soFar().items) top = std::min(top, item.bounds.y);
    const Spot at{first.centre().x, top - aboveAll};
    drawing.item({}, PicturePart::Tag, Plane::States, Drawing::fromBars)
        .add(PillShape{at, answer.outsider, Ink::Text, Ink::WarningSoft, Ink::Warning});
    return at;
}

/// The middle of the longest piece: words there hide the fewest corners.
Spot middleOf(const std::vector<Spot>& points) {
    Spot middle = points.front();
    double longest = -1;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double length = std::abs(points[i].x - points[i - 1].x) + std::abs(points[i].y - points[i - 1].y);
        if (length <= longest) continue;
        longest = length;
        middle = {(points[i].x + points[i - 1].x) / 2, (points[i].y + points[i - 1].y) / 2};
    }
    return middle;
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
        const Spot note = outsiderNote(drawing, answer, first);
        points = {{note.x, note.y + size::pillHeight / 2}, {note.x, first.y}};
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
    PillShape pill{middleOf(points), answer.words};
    pill.ink = isBad ? Ink::Error : Ink::Text;
    pill.fill = isBad ? Ink::ErrorSoft : Ink::Canvas;
    pill.border = stroke.ink;
    drawing.item({}, PicturePart::Tag, Plane::States, Drawing::fromNames).add(std::move(pill));
}

}  // namespace gw
