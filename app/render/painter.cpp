#include "app/render/painter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

#include "model/scene/measures.h"
#include "model/scene/metrics.h"
#include "model/scene/outline.h"

namespace gw {
namespace {

/// Corners rounder than this on screen are worth their time.
constexpr double visibleRadius = 1.2;
constexpr double thinnest = 0.75;  ///< device-independent pixels: thinner lines would fade

QFont::Weight weightOf(Weight weight) {
    switch (weight) {
        case Weight::Regular:
            return QFont::Normal;
        case Weight::Medium:
            return QFont::Medium;
        case Weight::SemiBold:
            return QFont::DemiBold;
    }
    return QFont::Normal;
}

QColor inQt(const Colour& colour) {
    return {colour.red, colour.green, colour.blue, colour.alpha};
}

}  // namespace

QColor colourIn(Ink ink, Theme theme) {
    return inQt(colourOf(ink, theme));
}

const QFont& ScenePainter::fontOf(const TextStyle& style, int pixels) {
    const quint64 key = static_cast<quint64>(pixels) << 8 | static_cast<quint64>(style.weight) << 4 |
                        static_cast<quint64>(style.italic) << 1 | static_cast<quint64>(style.family);
    auto at = fonts_.find(key);
    if (at == fonts_.end()) {
        QStringList families;
        for (const std::string& family : fontFamilies(style.family == Family::Mono ? "mono" : "ui"))
            families << QString::fromStdString(family);
        QFont font(families);
        font.setPixelSize(pixels);
        font.setWeight(weightOf(style.weight));
        font.setItalic(style.italic);
        font.setHintingPreference(QFont::PreferNoHinting);  // text is as wide as the model measured it
        at = fonts_.insert(key, font);
    }
    return *at;
}

/// Paints the shapes of one call of paint().
class Brush {
public:
    Plane plane = Plane::Frames;  ///< of the item whose shapes are painted
    bool faint = false;           ///< whether that item is

    Brush(ScenePainter& owner, QPainter& painter, const PaintView& view)
        : owner_(owner), painter_(painter), view_(view) {}

    void operator()(const RectShape& rect) {
        const QRectF area = place(rect.area);
        prepare(rect.fill, rect.stroke);
        if (rect.stroke.ink == Ink::None && rect.radius * view_.zoom < visibleRadius)
            painter_.fillRect(area, colour(rect.fill));
        else if (rect.radius * view_.zoom < visibleRadius)
            painter_.drawRect(area);
        else
            painter_.drawRoundedRect(area, rect.radius * view_.zoom, rect.radius * view_.zoom);
    }

    void operator()(const CircleShape& circle) {
        prepare(circle.fill, circle.stroke);
        painter_.drawEllipse(place(circle.centre), circle.radius * view_.zoom, circle.radius * view_.zoom);
    }

    void operator()(const DiamondShape& diamond) {
        prepare(diamond.fill, diamond.stroke);
        const QPointF c = place(diamond.centre);
        const double r = diamond.reach * view_.zoom;
        const QPointF corners[] = {{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}};
        painter_.drawConvexPolygon(corners, 4);
    }

    void operator()(const PathShape& path) {
        prepare(Ink::None, path.stroke, path.dashFrom);
        if (path.points.size() == 2) {
            painter_.drawLine(place(path.points[0]), place(path.points[1]));
        } else {
            const Outline outline = outlineOf(path);
            QPainterPath line(place(outline.start));
            for (const OutlineStep& step : outline.steps)
                if (step.curved)
                    line.quadTo(place(step.bend), place(step.to));
                else
                    line.lineTo(place(step.to));
            painter_.drawPath(line);
        }
        if (!path.head) return;
        prepare(Ink::None, {path.stroke.ink, path.stroke.width, Dash::Solid});
        const auto head = headOf(path);
        const QPointF corners[] = {place(head[0]), place(head[1]), place(head[2])};
        painter_.drawPolyline(corners, 3);
    }

    void operator()(const IconShape& icon) {
        owner_.icons_.paint(painter_, icon.name, place(icon.area), colour(icon.ink), view_.vectors);
    }

    void operator()(const TextShape& text) {
        const auto [words, growth] = fittedAt(text, view_.zoom);
        if (words.empty()) return;
        const double scale = view_.zoom * growth;
        const double width = widthOf(words, text.style) * scale;
        QPointF at = place(text.at);
        at.ry() += text.style.size * (growth - 1) * view_.zoom * dropOf(text.grows);
        if (text.anchor == Anchor::Middle) at.rx() -= width / 2;
        if (text.anchor == Anchor::End) at.rx() -= width;
        if (text.behind != Ink::None)
            painter_.fillRect(
                QRectF(at.x() - 2, at.y() - text.style.size * scale * 0.95, width + 4, text.style.size * scale * 1.25),
                colour(text.behind));
        write(words, text.style, scale, at, text.ink);
    }

    void operator()(const PillShape& whole) {
        const PillShape pill = fittedAt(whole, view_.zoom);
        const double growth = growthOf(pill, view_.zoom);
        const double scale = view_.zoom * growth;
        const QRectF area = place(areaOf(pill, growth));
        painter_.setPen(QPen(colour(pill.border), 1.25));
        painter_.setBrush(colour(pill.fill));
        painter_.drawRoundedRect(area, area.height() / 2, area.height() / 2);
        const double width = widthOf(pill.text, type::pill) * scale;
        write(pill.text, type::pill, scale,
              {area.center().x() - width / 2, area.center().y() + type::pill.size * scale * 0.36}, pill.ink);
    }

    void operator()(const BadgeShape& badge) {
        const double scale = std::max(view_.zoom, 1.0);
        const double radius = size::badge / 2 * scale;
        const double shift = radius - size::badge / 2 * view_.zoom;
        const QPointF centre = place(badge.centre) + QPointF(badge.away.x, badge.away.y) * shift;
        painter_.setPen(QPen(colour(Ink::Canvas), 2 * scale));
        painter_.setBrush(colour(badge.fill));
        painter_.drawEllipse(centre, radius + scale, radius + scale);
        const std::string words = badge.count > 99 ? "99+" : std::to_string(badge.count);
        TextStyle style = type::badge;
        if (words.size() > 2) style.size -= 2;
        const double width = widthOf(words, style) * scale;
        write(words, style, scale, {centre.x() - width / 2, centre.y() + style.size * scale * 0.36}, Ink::Surface);
    }

    void operator()(const TagShape& tag) {
        const double growth = std::max(1.0, 1 / view_.zoom);
        const QRectF area = place(areaOf(tag, growth));
        const double scale = view_.zoom * growth;
        const double ring = 1.5 * scale;
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(colour(Ink::Canvas));
        painter_.drawRoundedRect(area.adjusted(-ring, -ring, ring, ring), 5 * scale, 5 * scale);
        painter_.setBrush(colour(tag.fill));
        painter_.drawRoundedRect(area, 3.5 * scale, 3.5 * scale);
        const double width = widthOf(tag.text, type::tag) * scale;
        write(tag.text, type::tag, scale,
              {area.center().x() - width / 2, area.center().y() + type::tag.size * scale * 0.36}, Ink::Canvas);
    }

private:
    QColor colour(Ink ink) const { return faint ? inQt(faintColourOf(ink, view_.theme)) : colourIn(ink, view_.theme); }
    QPointF place(Spot spot) const {
        return {(spot.x - view_.origin.x) * view_.zoom, (spot.y - view_.origin.y) * view_.zoom};
    }
    QRectF place(const Area& area) const {
        return {place(Spot{area.x, area.y}), QSizeF(area.width * view_.zoom, area.height * view_.zoom)};
    }

    void prepare(Ink fill, const Stroke& stroke, double dashFrom = 0) {
        painter_.setBrush(fill == Ink::None ? QBrush(Qt::NoBrush) : QBrush(colour(fill)));
        if (stroke.ink == Ink::None) {
            painter_.setPen(Qt::NoPen);
            return;
        }
        const double width = std::max(widthIn(view_.theme, plane, stroke) * view_.zoom, thinnest);
        QPen pen(colour(stroke.ink), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (const auto dash = dashOf(stroke.dash); !dash.empty()) {
            QList<qreal> pattern;
            for (const double length : dash) pattern << length * view_.zoom / width;
            pen.setDashPattern(pattern);
            pen.setDashOffset(dashOffsetOf(stroke.dash, dashFrom) * view_.zoom / width);
        }
        painter_.setPen(pen);
    }

    /// Fonts come in whole pixels; the rest is a scale of the painter.
    void write(const std::string& words, const TextStyle& style, double scale, QPointF at, Ink ink) {
        const double pixels = style.size * scale;
        const int whole = std::max(1, static_cast<int>(std::lround(pixels)));
        painter_.setFont(owner_.fontOf(style, whole));
        painter_.setPen(colour(ink));
        const QTransform before = painter_.worldTransform();
        painter_.translate(at);
        painter_.scale(pixels / whole, pixels / whole);
        painter_.drawText(QPointF(0, 0), QString::fromStdString(words));
        painter_.setWorldTransform(before);
    }

    ScenePainter& owner_;
    QPainter& painter_;
    const PaintView& view_;
};

void ScenePainter::paint(QPainter& painter, const Scene& scene, const PaintView& view, const HitIndex* index) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    Brush brush(*this, painter, view);
    double opacity = 1;
    const auto paintItem = [&](const Item& item) {
        if (view.detail < item.from || item.to < view.detail) return;
        if (opacity != item.opacity) painter.setOpacity(opacity = item.opacity);
        brush.plane = item.plane;
        brush.faint = item.faint;
        for (const Shape& shape : scene.shapesOf(item)) std::visit(brush, shape);
    };
    if (index)
        for (const std::uint32_t number : index->itemsIn(view.visible)) paintItem(scene.items[number]);
    else
        for (const Item& item : scene.items) paintItem(item);
    painter.restore();
}

}  // namespace gw
