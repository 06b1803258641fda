#pragma once
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/design/annotation.h"
#include "model/scene/ink.h"

/// What a picture is made of. Lengths are pixels at 100 %; y grows downwards. Coordinates are fractions, so that a line
/// of 1 px can lie on a pixel.
namespace gw {

struct Spot {
    double x = 0;
    double y = 0;
    friend bool operator==(const Spot&, const Spot&) = default;
};

struct Area {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    Area() = default;
    Area(double left, double top, double w, double h) : x(left), y(top), width(w), height(h) {}
    explicit Area(const Box& box) : x(box.x), y(box.y), width(box.width), height(box.height) {}
    static Area around(Spot centre, double halfWidth, double halfHeight) {
        return {centre.x - halfWidth, centre.y - halfHeight, 2 * halfWidth, 2 * halfHeight};
    }

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Spot centre() const { return {x + width / 2, y + height / 2}; }
    bool contains(Spot p) const { return x <= p.x && p.x <= right() && y <= p.y && p.y <= bottom(); }
    bool contains(const Area& a) const {
        return x <= a.x && a.right() <= right() && y <= a.y && a.bottom() <= bottom();
    }
    bool overlaps(const Area& a) const { return x < a.right() && a.x < right() && y < a.bottom() && a.y < bottom(); }
    Area grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    Area moved(double dx, double dy) const { return {x + dx, y + dy, width, height}; }
    /// The smallest area that holds both.
    Area united(const Area& other) const {
        const double left = std::fmin(x, other.x);
        const double top = std::fmin(y, other.y);
        return {left, top, std::fmax(right(), other.right()) - left, std::fmax(bottom(), other.bottom()) - top};
    }
    friend bool operator==(const Area&, const Area&) = default;
};

struct Stroke {
    Ink ink = Ink::None;
    double width = 1;
    Dash dash = Dash::Solid;
    friend bool operator==(const Stroke&, const Stroke&) = default;
};

struct RectShape {
    Area area{};
    double radius = 0;
    Ink fill = Ink::None;
    Stroke stroke{};
    friend bool operator==(const RectShape&, const RectShape&) = default;
};

struct CircleShape {
    Spot centre{};
    double radius = 0;
    Ink fill = Ink::None;
    Stroke stroke{};
    friend bool operator==(const CircleShape&, const CircleShape&) = default;
};

/// A square on its corner; `reach` is the distance from the centre to a corner.
struct DiamondShape {
    Spot centre{};
    double reach = 0;
    Ink fill = Ink::None;
    Stroke stroke{};
    friend bool operator==(const DiamondShape&, const DiamondShape&) = default;
};

/// A line through the points, its corners rounded; with a head, an open arrow at the last point.
struct PathShape {
    std::vector<Spot> points{};
    double cornerRadius = 0;
    Stroke stroke{};
    bool head = false;
    double dashFrom =
        0;  ///< how far along it its dashes begin: those of lines that share a way from there fall together
    friend bool operator==(const PathShape&, const PathShape&) = default;
};

/// A pictogram of resources/icons, by its file name without ".svg".
struct IconShape {
    std::string_view name{};
    Area area{};
    Ink ink = Ink::Text;
    friend bool operator==(const IconShape&, const IconShape&) = default;
};

enum class Weight : std::uint8_t { Regular, Medium, SemiBold };
enum class Family : std::uint8_t { Ui, Mono };
enum class Anchor : std::uint8_t { Start, Middle, End };

struct TextStyle {
    double size = 12;  ///< pixels at 100 %
    Weight weight = Weight::Regular;
    bool italic = false;
    Family family = Family::Ui;
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

/// What gives way to the ellipsis of a text that is cut.
enum class Cut : std::uint8_t { End, Middle };
/// Where a text goes as it gets larger than the picture: around its middle, or away from a line that it stands on or
/// hangs from.
enum class Growth : std::uint8_t { Around, Up, Down };

/// One line of text on its base line. It never gets smaller than 10 px on screen: when the picture is zoomed out it is
/// drawn larger in proportion and cut to `room` with an ellipsis (fittedAt() of measures.h).
struct TextShape {
    Spot at{};
    std::string text{};
    TextStyle style{};
    Ink ink = Ink::Text;
    Anchor anchor = Anchor::Start;
    double room = 0;         ///< width it may take; 0 for as much as it needs
    Ink behind = Ink::None;  ///< a strip behind it that hides lines
    Cut cut = Cut::End;
    Growth grows = Growth::Around;
    friend bool operator==(const TextShape&, const TextShape&) = default;
};

/// Words in a rounded box, on a line or beside a sign; readable at every zoom, as text is.
struct PillShape {
    Spot at{};  ///< its middle, or the middle of its left or right edge
    std::string text{};
    Ink ink = Ink::Text;
    Ink fill = Ink::None;
    Ink border = Ink::None;
    Anchor anchor = Anchor::Middle;  ///< Start: its left edge stays where it is as it grows; End: its right edge
    double room = 0;                 ///< width it may grow to; 0 for as much as it needs
    std::string brief{};             ///< what it says where `text` has no room to stay readable; empty for nothing less
    friend bool operator==(const PillShape&, const PillShape&) = default;
};

/// A disc with a number, never smaller than 16 px on screen.
struct BadgeShape {
    Spot centre{};
    int count = 0;
    Ink fill = Ink::Error;
    Spot away{};  ///< which way it goes (-1, 0 or 1 along each axis) as the picture gets smaller than it, to leave free
                  ///< what it is about
    friend bool operator==(const BadgeShape&, const BadgeShape&) = default;
};

/// A letter or number in a small rounded square, never smaller than 14 px on screen; longer keys widen it.
struct TagShape {
    Spot at{};  ///< the middle of the square of one letter
    std::string text{};
    Ink fill = Ink::Muted;
    Anchor anchor = Anchor::Start;  ///< Start widens it to the right, End to the left
    friend bool operator==(const TagShape&, const TagShape&) = default;
};

using Shape = std::variant<RectShape, CircleShape, DiamondShape, PathShape, IconShape, TextShape, PillShape, BadgeShape,
                           TagShape>;

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

/// The area a shape covers at 100 %, its stroke included.
Area extentOf(const Shape& shape);

}  // namespace gw
