#pragma once
#include <QPointF>
#include <QSizeF>

#include <optional>
#include <set>
#include <string>

#include "app/views/picture.h"
#include "app/views/session.h"
#include "app/views/tools/clear_view.h"
#include "model/scene/connect_mark.h"
#include "model/scene/states.h"

namespace gw {

/// What the lines mean, in the lower left corner of the canvas.
struct PlacedLegend {
    Scene scene{};
    Area area{};         ///< pixels of the canvas; empty where no line is drawn
    bool folds = false;  ///< it has more than one line, and a place for the button that folds it
};

/// What the canvas shows, and where: the picture of the document, the view on it, and what a gesture shows meanwhile.
/// Gestures work on a board and know nothing of the item that paints it.
class Board {
public:
    Session* session() const { return session_; }
    void setSession(Session* session);
    /// nullptr without a session that has a document.
    Document* document() const { return session_ ? session_->document() : nullptr; }
    const Design& design() const;

    /// The picture of the design, drawn anew where that has changed; of a large design, the last one that is ready.
    const std::shared_ptr<const Picture>& picture();
    const Scene& scene() { return picture()->scene(); }
    const HitIndex& hits() { return picture()->hits(); }
    /// What the lens says of the thing; nullptr where it says nothing.
    const LensMark* markOf(const AnyId& thing) const { return overlay_ ? overlay_->markOf(thing) : nullptr; }
    /// Says when a picture comes that was drawn beside.
    Draughtsman& draughtsman() { return draughtsman_; }
    /// The design has changed, or what is found out about it.
    void outdate() { fresh_ = false; }
    void outdateOverlay() { overlay_.reset(), fresh_ = false; }

    QSizeF size() const { return size_; }
    void setSize(QSizeF size) { size_ = size; }
    double zoom() const { return session_ ? session_->zoom() : 1; }
    /// From pixels of the canvas to the design and back.
    Spot spotAt(QPointF point) const;
    QPointF pointAt(Spot spot) const;
    /// The part of the design that is seen.
    Area visible() const;
    View view() const { return {zoom(), session_ ? session_->centre() : QPointF{}}; }
    /// The view that shows an area of the design as large as it fits beside what lies on the canvas, at most at
    /// `mostZoom`.
    View viewOf(const Area& area, double mostZoom = 1.0);
    /// What the window puts on the canvas for as long as it is there, in its pixels: the zoom bar. A fitted view keeps
    /// clear of it.
    void setCovers(std::vector<Area> covers) { covers_ = std::move(covers); }
    /// What comes and goes above the legend: a view that is fitted while it is there keeps clear of it. Empty where
    /// none.
    void setBar(const Area& bar) { bar_ = bar; }
    /// The minimap; empty where it is not shown, as in a view that is fitted.
    void setMinimap(const Area& minimap) { minimap_ = minimap; }
    /// All of these, in the design.
    std::vector<Area> covered() const;
    /// In the lower left corner, as wide as the covers leave room, else above them.
    const PlacedLegend& legend();
    bool isLegendFolded() const { return legendFolded_; }
    void foldLegend(bool folded) { legendFolded_ = folded; }
    /// Zooms such that what is under the point stays there.
    void zoomAt(QPointF point, double factor);
    /// Scrolls by pixels.
    void scroll(QPointF by);
    /// The area that holds the things; nothing where none is drawn.
    std::optional<Area> areaOf(const std::vector<AnyId>& ids) const;
    /// All that is drawn; where nothing is, what fits every canvas at 100 %.
    Area bounds();

    /// Ends the trace of a flow where the thing pressed is nothing of its way.
    void leaveTrace(const AnyId& pressed);

    /// The thing that shows a handle to draw a flow from: hovered or selected, and one that flows may start at.
    AnyId connectable() const;

    /// Shows the edit done, as far as it concerns `moving` and what is new; frames that will grow are
    /// outlined. A canvas that rearranges itself under the pointer is hard to aim at.
    Status preview(const Edit& edit, const std::set<std::string>& moving);
    /// Shows no more of the edit than outlines of the things that it makes larger or smaller.
    Status outline(const Edit& edit);

    /// What the gesture under way shows: targets, refusals, ghosts, the rubber band.
    States shown{};
    std::optional<GhostLine> ghostLine{};
    /// Forgets what the gesture showed.
    void clearShown() { shown = {}, ghostLine.reset(); }

private:
    /// All that the legend depends on.
    struct LegendKey {
        std::shared_ptr<const Picture> picture{};
        QSizeF size{};
        std::vector<Area> covers{};
        bool folded = false;
        friend bool operator==(const LegendKey&, const LegendKey&) = default;
    };

    /// The width that what lies on the lower half of the canvas leaves for the legend, pixels.
    double roomBesideCovers() const;
    PlacedLegend placedLegend();

    Session* session_ = nullptr;
    QSizeF size_;
    std::vector<Area> covers_;
    Area bar_;
    Area minimap_;
    bool legendFolded_ = false;
    Draughtsman draughtsman_;
    LegendKey legendKey_;
    PlacedLegend legend_;
    std::optional<Overlay> overlay_;
    bool fresh_ = false;
};

}  // namespace gw
