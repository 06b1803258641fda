#include <cmath>
#include <numbers>

#include "model/scene/drawing.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"

namespace gw {
namespace {

constexpr double padding = 8;
constexpr double lineHeight = 16;

/// The first lines of the text, at most one more than `most`, each no wider than `room`; a word that is wider is cut.
/// Line breaks of the text stay.
std::vector<std::string> wrapped(std::string_view text, const TextStyle& style, double room, std::size_t most) {
    std::vector<std::string> lines{{}};
    double width = 0;  // of the last line
    const double space = widthOf(" ", style);
    std::size_t at = 0;
    while (at < text.size() && lines.size() <= most) {
        if (text[at] == '\n') {
            lines.emplace_back();
            width = 0;
            ++at;
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string word(text.substr(at, end - at));
        const std::string shown = fitted(word, style, room);
        const double own = widthOf(shown, style);
        if (lines.back().empty() || width + space + own <= room) {
            width += (lines.back().empty() ? 0 : space) + own;
            lines.back() += (lines.back().empty() ? "" : " ") + shown;
        } else {
            lines.push_back(shown);
            width = own;
        }
        at = end + (end < text.size() && text[end] == ' ' ? 1 : 0);
    }
    return lines;
}

PathShape ellipse(const Area& area, Stroke stroke) {
    constexpr int corners = 64;
    PathShape path{{}, 0, stroke};
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        path.points.push_back(
            {area.centre().x + area.width / 2 * std::cos(angle), area.centre().y + area.height / 2 * std::sin(angle)});
    }
    return path;
}

void draw(Drawing& drawing, const Note& note) {
    const auto area = drawing.areaOf(note.id);
    if (!area) return;
    drawing.body(note.id, Plane::Cards, Drawing::fromBars, *area);
    const Stroke stroke{Ink::BorderStrong, 1.25};
    switch (note.shape) {
        case NoteShape::Note:
            drawing.add(RectShape{*area, 3, Ink::WarningSoft, {Ink::Border, 1}});
            break;
        case NoteShape::Text:
            drawing.add(RectShape{*area, 0, Ink::None, {}});
            break;
        case NoteShape::Rectangle:
            drawing.add(RectShape{*area, 3, Ink::None, stroke});
            break;
        case NoteShape::Ellipse:
            drawing.add(ellipse(*area, stroke));
            break;
        case NoteShape::Line:
        case NoteShape::Arrow:
            drawing.add(PathShape{
                {{area->x, area->y}, {area->right(), area->bottom()}}, 0, stroke, note.shape == NoteShape::Arrow});
            break;
    }
    const bool centred = note.shape == NoteShape::Rectangle || note.shape == NoteShape::Ellipse;
    const auto most = static_cast<std::size_t>(std::max(area->height, 0.0) / lineHeight) + 1;
    auto lines = wrapped(note.text, type::note, area->width - 2 * padding, most);
    lines.resize(std::min(lines.size(), most));
    const double height = lineHeight * static_cast<double>(lines.size());
    double y = (centred ? area->centre().y - height / 2 : area->y + padding - 2) + 12;
    drawing.item(note.id, PicturePart::Sign, Plane::Cards, Drawing::fromNames);
    for (const std::string& line : lines) {
        if (y > area->bottom()) break;
        if (!line.empty())
            drawing.add(TextShape{{centred ? area->centre().x : area->x + padding, y},
                                  line,
                                  type::note,
                                  Ink::Text,
                                  centred ? Anchor::Middle : Anchor::Start,
                                  area->width - 2 * padding});
        y += lineHeight;
    }
}

}  // namespace

void drawNotes(Drawing& drawing) {
    for (const Note& note : drawing.design().notes) draw(drawing, note);
}

}  // namespace gw
