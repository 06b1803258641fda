#include "model/scene/words_ground.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "model/scene/measures.h"

namespace gw {
namespace {

/// Of covering a name or badge at each of the zooms: from further off, less can be read anyhow.
constexpr std::array costsAtZooms{WordsGround::costOfThings, 200.0, 120.0, 40.0, 20.0};
constexpr double costOfSubnet = 240;  ///< of the border of a subnet
constexpr double costOfBorder = 130;  ///< of that of another frame

Area pieceOf(Spot a, Spot b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)};
}

/// The frames whose things are cards: words on their borders would be taken for words in them.
bool isOfSubnet(const Scene& scene, const Item& frame) {
    const auto* rect = std::get_if<RectShape>(&scene.shapesOf(frame).front());
    return rect && rect->fill != Ink::None;
}

bool isDrawn(const Item& item, double zoom) {
    const Detail detail = detailAt(zoom);
    return item.from <= detail && detail <= item.to;
}

std::optional<Area> wordsAt(const Shape& shape, double zoom) {
    if (const auto* text = std::get_if<TextShape>(&shape)) return areaOf(*text, zoom);
    if (const auto* badge = std::get_if<BadgeShape>(&shape)) return areaOf(*badge, zoom);
    if (const auto* pill = std::get_if<PillShape>(&shape)) return WordsGround::areaOf(*pill, zoom);
    return std::nullopt;
}

}  // namespace

Area WordsGround::areaOf(const PillShape& words, double zoom) {
    const PillShape shown = fittedAt(words, zoom);
    return gw::areaOf(shown, growthOf(shown, zoom));
}

Area areaAtAnyZoom(const PillShape& words) {
    Area area = areaOf(words);
    for (const double zoom : WordsGround::zooms) area = area.united(WordsGround::areaOf(words, zoom));
    return area;
}

WordsGround::WordsGround(const Scene& scene, const std::vector<DrawnFlow>& flows) {
    for (const Item& item : scene.items) {
        if (item.plane == Plane::Flows) continue;
        const Area& b = item.bounds;
        if (item.part == PicturePart::Body) {
            if (item.standing == Standing::Frame || item.standing == Standing::Band) {
                UniformGrid& borders = isOfSubnet(scene, item) ? subnets_ : borders_;
                for (const double x : {b.x, b.right()}) borders.add({x, b.y, 0, b.height});
                for (const double y : {b.y, b.bottom()}) borders.add({b.x, y, b.width, 0});
            } else {
                things_.add(b);
            }
        } else if (item.part == PicturePart::Interface) {
            things_.add(b);
        } else if (item.part == PicturePart::Label || item.part == PicturePart::Badge ||
                   item.part == PicturePart::Pill) {
            for (std::size_t z = 0; z < zooms.size(); ++z)
                for (const Shape& shape : scene.shapesOf(item))
                    if (const auto area = isDrawn(item, zooms[z]) ? wordsAt(shape, zooms[z]) : std::nullopt)
                        words_[z].add(*area);
        }
    }
    std::set<std::tuple<double, double, double, double>> seen;
    for (const DrawnFlow& each : flows) {
        for (std::size_t i = 1; i < each.way.points.size(); ++i) {
            const Area piece = pieceOf(each.way.points[i - 1], each.way.points[i]);
            if (seen.emplace(piece.x, piece.y, piece.width, piece.height).second) lines_.add(piece);
        }
        if (each.way.stopSign) add(Area::around(*each.way.stopSign, stopRadius, stopRadius));
    }
}

void WordsGround::add(const PillShape& words) {
    for (std::size_t z = 0; z < zooms.size(); ++z) words_[z].add(areaOf(words, zooms[z]));
}

void WordsGround::add(const Area& area) {
    things_.add(area);
}

double WordsGround::costOf(const PillShape& words, const DrawnFlow& own, double costOfLine) const {
    const auto any = [](std::uint32_t) { return true; };
    const Area whole = areaAtAnyZoom(words);
    double cost = 0;
    if (things_.anyIn(whole, any)) cost += costOfThings;
    for (std::size_t z = 0; z < zooms.size(); ++z) {
        const Area area = areaOf(words, zooms[z]);
        // Names that are readable at 100 % stay so beside words that are larger from afar.
        if (words_[z].anyIn(area, any)) cost += costsAtZooms[z];
        if (zooms[z] != 1.0 && words_[0].anyIn(area, any)) cost += costOfThings;
    }
    const Area drawn = gw::areaOf(words);
    for (const std::uint32_t n : subnets_.in(drawn)) cost += subnets_[n].overlaps(drawn.grown(1)) ? costOfSubnet : 0;
    for (const std::uint32_t n : borders_.in(drawn)) cost += borders_[n].overlaps(drawn.grown(1)) ? costOfBorder : 0;
    for (const std::uint32_t n : lines_.in(drawn.grown(1))) {
        const Area& piece = lines_[n];
        bool isOwn = false;
        for (std::size_t i = 1; i < own.way.points.size() && !isOwn; ++i) {
            const Area mine = pieceOf(own.way.points[i - 1], own.way.points[i]);
            isOwn = (mine.width < 1 ? piece.width < 1 && std::abs(mine.x - piece.x) < 1
                                    : piece.height < 1 && std::abs(mine.y - piece.y) < 1) &&
                    mine.grown(1).overlaps(piece.grown(1));
        }
        if (!isOwn) cost += costOfLine;
    }
    return cost;
}

}  // namespace gw
