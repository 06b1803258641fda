#include "model/design/references.h"
#include "model/scene/drawing.h"
#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"
#include "model/scene/occupied.h"

/// What a lens says of things beyond their own words: tags at corners, words beside signs, strikes through what is
/// gone.
namespace gw {
namespace {

constexpr double lineOfWords = 14;

bool isSign(Standing standing) {
    return standing == Standing::Border || standing == Standing::Glyph;
}

void drawTag(Drawing& drawing, const AnyId& id, const Area& area, const LensMark& mark) {
    TagShape tag{{area.x - 1, area.y - 1}, mark.key, inkOf(mark.tone)};
    if (isSign(drawing.containment().of(id.value).standing)) {
        // Lines end beside a sign, where the signs of what stops them stand too; its name stands at the upper right,
        // its findings at the lower right. Signs above and below have their lines there: their tags are at the lower
        // left, where findings come to lie over them if a name takes the lower right.
        const BorderSign* sign = drawing.borderSign(id);
        tag.anchor = Anchor::End;
        const bool isBeside = sign && (sign->side == Side::Left || sign->side == Side::Right) && !sign->raisedName;
        // Wider than a letter, it would lie over the sign.
        const bool isWide = areaOf(tag).width > size::tag;
        tag.at = isBeside ? Spot{area.centre().x, area.y - (isWide ? size::tag / 2 + 1 : 3)}
                          : Spot{area.x - (isWide ? size::tag / 2 + 1 : -1), area.bottom() - 1};
    }
    drawing.item(id, PicturePart::Tag, Plane::States, Drawing::fromBars).add(std::move(tag));
}

/// A line through what would not be there; through a frame below all that stands in it. A zone says it at its name.
void strike(Drawing& drawing, const AnyId& id, const Area& area) {
    const Standing standing = drawing.containment().of(id.value).standing;
    if (standing == Standing::Band) {
        PillShape down{{area.centre().x, area.y + 11},
                       nameOf(drawing.design(), id) + " down",
                       Ink::Error,
                       Ink::ErrorSoft,
                       Ink::Blocked};
        down.room = area.width;
        drawing.item(id, PicturePart::Tag, Plane::States, Drawing::fromNames).add(std::move(down));
        return;
    }
    const Plane plane = standing == Standing::Frame ? Plane::Frames : Plane::States;
    drawing.item(id, PicturePart::Tag, plane, Drawing::always)
        .add(PathShape{{{area.x, area.bottom()}, {area.right(), area.y}}, 0, {Ink::Blocked, 1.25}});
}

/// Where words of a sign may stand, best first; the name of the sign has its own place (signs.cpp).
std::vector<TextShape> placesFor(const Drawing& drawing, const AnyId& id, const Area& area) {
    TextShape words{area.centre(), {}, type::detail, Ink::Muted, Anchor::Start, besideGate, Ink::Canvas};
    const BorderSign* sign = drawing.borderSign(id);
    if (!sign) {
        words.at = {area.right() + 6, area.centre().y + 4 + lineOfWords};
        // As far as its name may go.
        if (const auto frame = drawing.areaOf(drawing.containment().of(id.value).frame))
            words.room = std::max(besideGate, frame->right() - words.at.x - 6);
        words.behind = Ink::None;
        TextShape below = words;
        below.at = {area.x, area.bottom() + 2 + lineOfWords};
        return {words, below};
    }
    const bool hasBadge = drawing.overlay().badges.contains(id);
    const double away = sign->reach + 7 + (hasBadge && !sign->nameBelow ? 10 : 0);
    words.room = roomBeside(*sign, away);
    const bool leftwards = sign->side == Side::Left;
    words.at.x += leftwards ? -away : away;
    words.anchor = leftwards ? Anchor::End : Anchor::Start;
    if (sign->side == Side::Top) {
        words.at.y -= 5 + lineOfWords;
    } else if (sign->side == Side::Bottom) {
        words.at.y += 14 + lineOfWords;
    } else {
        words.at.y += sign->nameBelow ? -6.5 : 15;
    }
    return {words};
}

void drawCaption(Drawing& drawing, Occupied& occupied, const AnyId& id, const Area& area, const std::string& caption) {
    for (TextShape& words : placesFor(drawing, id, area)) {
        words.text = fitted(caption, words.style, words.room);
        const Area covered = extentOf(words);
        if (words.text.empty() || !occupied.leaves(covered)) continue;
        occupied.add(covered);
        words.text = caption;
        drawing.item(id, PicturePart::Label, Plane::Cards, Drawing::inFull).add(std::move(words));
        return;
    }
}

}  // namespace

void drawLens(Drawing& drawing) {
    if (!drawing.overlay().content) return;
    Occupied occupied(drawing.soFar());
    for (const auto& [id, mark] : drawing.overlay().content->marks) {
        const auto area = drawing.areaOf(id);
        if (!area) continue;
        if (mark.isGone) strike(drawing, id, *area);
        if (!mark.key.empty()) drawTag(drawing, id, *area, mark);
        if (!mark.caption.empty() && isSign(drawing.containment().of(id.value).standing))
            drawCaption(drawing, occupied, id, *area, mark.caption);
    }
}

}  // namespace gw
