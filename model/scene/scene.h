#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "model/design/containment.h"
#include "model/scene/overlay.h"
#include "model/scene/shape.h"

namespace gw {

/// How much is drawn at a zoom: 1 is 100 %.
enum class Detail : std::uint8_t {
    Counts,  ///< below 20 %: frames, tints, how many things each holds
    Bars,    ///< 20 to 40 %: cards as bars with their pictogram, one line for each endpoint
    Names,   ///< 40 to 75 %: no second lines, no ranges
    Lines,   ///< 75 to 87 %: no ranges
    All,     ///< 87 % and more
};
Detail detailAt(double zoom);

/// Painted in this order, each wholly above the one before.
enum class Plane : std::uint8_t { Frames, Flows, Cards, States };

/// What an item is of its subject. `Body` is the thing itself: just one for each thing drawn, its bounds are its box.
enum class PicturePart : std::uint8_t {
    Body,
    Label,      ///< words that are not inside the body
    Line,       ///< a flow: hit by its path
    Interface,  ///< the dot of a network interface in a subnet; the subject is the endpoint
    Badge,
    Pill,
    Tag,   ///< what a lens says of it: never faint
    Sign,  ///< any other mark
};

/// A run of shapes that belong together.
struct Item {
    AnyId subject{};
    PicturePart part = PicturePart::Body;
    Plane plane = Plane::Frames;
    Detail from = Detail::Counts;  ///< drawn from this detail ...
    Detail to = Detail::All;       ///< ... to this one, both included
    double opacity = 1;            ///< below 1 for a tint over what lies beneath
    bool faint = false;  ///< not on the traced path, or not what the lens is about: colours of faintColourOf()
    Standing standing = Standing::None;  ///< of a body: frame, band, card, glyph or border sign
    int z = 0;                           ///< higher is drawn later within its plane
    std::uint32_t first = 0;             ///< its shapes: [first, first + count) of Scene::shapes
    std::uint32_t count = 0;
    Area bounds{};
};

/// The picture of a design, back to front. Canvas, PNG, PDF and SVG draw from this list alone.
struct Scene {
    std::vector<Item> items{};
    std::vector<Shape> shapes{};
    Area bounds{};
    /// Bodies by subject, as indices into `items`: bodyOf() searches it.
    std::vector<std::uint32_t> bodies{};
    /// The states of the flows drawn, for the legend; ordered, no duplicates.
    std::vector<LineState> lineStates{};
    /// What the marks of a lens mean, for the legend.
    std::string headline{};
    std::vector<LegendEntry> lensLegend{};

    std::span<const Shape> shapesOf(const Item& item) const { return {shapes.data() + item.first, item.count}; }
    /// nullptr where the thing is not drawn.
    const Item* bodyOf(const AnyId& subject) const;
};

/// Draws every thing that has a placement (and whose layer is visible), the flows between such things, and what the
/// overlay says of them. The same design and overlay give the same scene.
Scene sceneOf(const Design& design, const Overlay& overlay);

}  // namespace gw
