#include "model/scene/surroundings.h"

#include <algorithm>
#include <cmath>

#include "model/scene/measures.h"

namespace gw {
namespace {

constexpr double alongAtLeast = 8;  ///< a shorter piece beside a border does not run along it
constexpr double touching = 4;      ///< nearer to a border, a line is taken for a part of it
constexpr double costOfTouching = 30;

}  // namespace

Surroundings::Surroundings(const Scene& scene) {
    for (const Item& item : scene.items) {
        const Area& b = item.bounds;
        if (item.part == PicturePart::Body && (item.standing == Standing::Frame || item.standing == Standing::Band)) {
            for (const double x : {b.x, b.right()}) upright_.add({x, b.y, 0, b.height});
            for (const double y : {b.y, b.bottom()}) level_.add({b.x, y, b.width, 0});
        } else if (item.to == Detail::All && (item.part == PicturePart::Label || item.part == PicturePart::Interface ||
                                              (item.part == PicturePart::Sign && item.plane == Plane::Frames))) {
            words_.add(b);
        }
    }
}

double Surroundings::costOf(Spot from, Spot to) const {
    const Area piece{std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x), std::abs(to.y - from.y)};
    const bool isUpright = piece.height > piece.width;
    double cost = 0;
    const UniformGrid& borders = isUpright ? upright_ : level_;
    for (const std::uint32_t number : borders.in(piece.grown(size::besideBorder))) {
        const Area& border = borders[number];
        const double along = isUpright ? std::min(border.bottom(), piece.bottom()) - std::max(border.y, piece.y)
                                       : std::min(border.right(), piece.right()) - std::max(border.x, piece.x);
        const double off = isUpright ? std::abs(border.x - piece.x) : std::abs(border.y - piece.y);
        if (along < alongAtLeast || off >= size::besideBorder) continue;
        // In the middle between two borders, rather than near the one.
        const double missing = size::besideBorder - off;
        cost += missing * missing / size::besideBorder * 2 + (off < touching ? costOfTouching : 0);
    }
    const Area swept = piece.grown(1.5);
    for (const std::uint32_t number : words_.in(swept))
        if (words_[number].overlaps(swept)) cost += costOfWords;
    return cost;
}

}  // namespace gw
