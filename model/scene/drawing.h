#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "model/design/containment.h"
#include "model/scene/border.h"
#include "model/scene/scene.h"

namespace gw {

/// A scene in the making: what the functions that draw kinds of things share.
class Drawing {
public:
    Drawing(const Design& design, const Overlay& overlay);

    const Design& design() const { return design_; }
    const Overlay& overlay() const { return overlay_; }
    const Containment& containment() const { return containment_; }

    /// Where the thing is drawn; empty where it has no placement, stands on a hidden layer or in a collapsed frame.
    std::optional<Area> areaOf(const AnyId& id) const;
    /// The sign on the border of its VPC; nullptr where the thing is none, or not drawn.
    const BorderSign* borderSign(const AnyId& id) const;

    struct Span {
        Detail from = Detail::Counts;
        Detail to = Detail::All;
    };
    static constexpr Span always{Detail::Counts, Detail::All};
    static constexpr Span fromBars{Detail::Bars, Detail::All};
    static constexpr Span barsOnly{Detail::Bars, Detail::Bars};
    static constexpr Span countsOnly{Detail::Counts, Detail::Counts};
    static constexpr Span fromNames{Detail::Names, Detail::All};
    static constexpr Span fromLines{Detail::Lines, Detail::All};
    static constexpr Span inFull{Detail::All, Detail::All};

    /// Starts an item; the shapes added next are its.
    Drawing& item(AnyId subject, PicturePart part, Plane plane, Span span);
    /// Starts the body of a thing, whose box this is.
    Drawing& body(AnyId subject, Plane plane, Span span, const Area& area);
    Drawing& add(Shape shape);
    /// All that is drawn by now, with bounds.
    const Scene& soFar() {
        close();
        return scene_;
    }
    /// Says that a flow of this state is drawn: the legend explains it.
    void shown(LineState state) { scene_.lineStates.push_back(state); }

    /// The finished scene: items in order of planes, bounds, faint things.
    Scene finish() &&;

private:
    void close();

    const Design& design_;
    const Overlay& overlay_;
    Containment containment_;
    std::unordered_map<std::string, const Placement*> places_;
    std::unordered_set<std::string> hidden_;
    std::unordered_map<std::string, BorderSign> borderSigns_;
    Scene scene_;
    std::optional<Area> bodyArea_;
};

class Roads;

// One function for each family of things; each draws what has a place.
void drawFrames(Drawing& drawing);
void drawCards(Drawing& drawing);
void drawSigns(Drawing& drawing);
void drawInterfaces(Drawing& drawing);
void drawNotes(Drawing& drawing);
void drawTies(Drawing& drawing, const Roads& roads);
void drawFlows(Drawing& drawing, const Roads& roads);
void drawBadges(Drawing& drawing);
void drawLens(Drawing& drawing);
void drawAnswer(Drawing& drawing, const Roads& roads);

}  // namespace gw
