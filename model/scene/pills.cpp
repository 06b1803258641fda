#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "model/scene/drawn_flow.h"
#include "model/scene/lens.h"
#include "model/scene/occupied.h"

namespace gw {
namespace {

/// How much words may grow when the picture is zoomed out, best first.
constexpr double growths[] = {1.6, 1.3, 1.0};
/// From where they are drawn on (Detail::Names) to 100 %.
constexpr double zooms[] = {0.4, 0.5, 0.65, 0.8, 1.0};

/// The box around the longest piece of a line: words on the line stand on it.
Area pieceForWords(const std::vector<Spot>& points) {
    Area piece;
    double longest = -1;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double across = std::abs(points[i].x - points[i - 1].x);
        const double down = std::abs(points[i].y - points[i - 1].y);
        const double length = across + down / 4;  // words lie better on level lines
        if (length <= longest) continue;
        longest = length;
        piece = {std::min(points[i].x, points[i - 1].x), std::min(points[i].y, points[i - 1].y), across, down};
    }
    return piece;
}

/// `flows` of them are stopped by one thing.
PillShape pillOf(const DrawnFlow& flow, int flows) {
    PillShape pill{{}, flow.line.shownPill()};
    if (flows > 1) pill.text += ", " + std::to_string(flows) + " flows";
    switch (flow.line.shownState()) {
        case LineState::Public:
        case LineState::Partial:
            pill.ink = Ink::Warning, pill.fill = Ink::WarningSoft, pill.border = Ink::Public;
            break;
        case LineState::Blocked:
        case LineState::Denied:
        case LineState::Intruding:
            pill.ink = Ink::Error, pill.fill = Ink::ErrorSoft, pill.border = Ink::Blocked;
            break;
        case LineState::Unknown:
            pill.ink = Ink::Unknown, pill.fill = Ink::UnknownSoft, pill.border = Ink::Unknown;
            break;
        default:
            pill.ink = Ink::Text, pill.fill = Ink::Canvas, pill.border = Ink::BorderStrong;
            break;
    }
    // "stops: sg in": that it is stopped is drawn. "unknown: vpce" says it in words alone.
    constexpr std::string_view stops = "stops: ";
    if (flow.way.stopSign && pill.text.starts_with(stops)) pill.brief = pill.text.substr(stops.size());
    return pill;
}

/// The words with room to grow to so many times their width.
PillShape grownTo(PillShape pill, double growth) {
    pill.room = areaOf(pill).width * growth;
    return pill;
}

PillShape inBrief(PillShape pill) {
    if (!pill.brief.empty()) pill.text = std::exchange(pill.brief, {});
    return pill;
}

/// All that the words cover at one zoom or another.
Area areaAtAnyZoom(const PillShape& pill) {
    Area area = areaOf(pill);
    for (const double zoom : zooms) {
        const PillShape shown = fittedAt(pill, zoom);
        area = area.united(areaOf(shown, growthOf(shown, zoom)));
    }
    return area;
}

/// Where words may stand that say why a line ends at the sign, best first: beside it, below, above, before it; at a
/// sign on the right border outside of the VPC before all.
std::vector<PillShape> placesOf(const Drawing& drawing, const DrawnFlow& flow, const PillShape& words, double growth) {
    const Spot sign = *flow.way.stopSign;
    PillShape pill = grownTo(words, growth);
    std::vector<PillShape> places;
    const auto put = [&](Spot at, Anchor anchor) {
        places.push_back(pill);
        places.back().at = at;
        places.back().anchor = anchor;
    };
    const double off = stopRadius + 4 + size::pillHeight / 2 * growth;
    const BorderSign* gate = drawing.borderSign(flow.stops.back());
    if (gate && gate->side == Side::Right) {
        const double start = gate->reach + 14;
        const double room = roomBeside(*gate, start);
        if (areaOf(pill).width > room) pill = grownTo(inBrief(pill), growth);
        pill.room = std::min(pill.room, room);
        const double below = (size::pillHeight * growth - size::pillHeight) / 2;
        put({gate->centre.x + start, gate->centre.y + (gate->nameBelow ? 30 : 16) + below}, Anchor::Start);
        put({gate->centre.x + start, gate->centre.y + (gate->nameBelow ? 16 : 30) + below}, Anchor::Start);
        pill = grownTo(words, growth);
    } else {
        put({sign.x + stopRadius + 4, sign.y}, Anchor::Start);
    }
    put({sign.x - stopRadius, sign.y + off}, Anchor::Start);
    put({sign.x - stopRadius, sign.y - off}, Anchor::Start);
    put({sign.x - stopRadius - 4, sign.y}, Anchor::End);
    put({sign.x + stopRadius, sign.y + off}, Anchor::End);
    put({sign.x + stopRadius, sign.y - off}, Anchor::End);
    return places;
}

/// What words must not cover: things and other words; beside a stop sign the lines of other flows, too.
class Ground {
public:
    Ground(const Scene& scene, const std::vector<DrawnFlow>& flows) : things_(scene), occupied_(scene) {
        for (const DrawnFlow& each : flows) {
            for (std::size_t i = 1; i < each.way.points.size(); ++i) {
                const Spot from = each.way.points[i - 1];
                const Spot to = each.way.points[i];
                occupied_.add(Area{std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x),
                                   std::abs(to.y - from.y)}
                                  .grown(1));
            }
            if (each.way.stopSign) addThing(Area::around(*each.way.stopSign, stopRadius, stopRadius));
        }
    }
    void addThing(const Area& area) {
        things_.add(area);
        occupied_.add(area);
    }
    bool leavesThings(const PillShape& words) const { return things_.leaves(areaAtAnyZoom(words)); }
    bool leavesAll(const PillShape& words) const { return occupied_.leaves(areaAtAnyZoom(words)); }

private:
    Occupied things_;
    Occupied occupied_;
};

/// Words that have their place, and the piece of the line they stand on.
struct PlacedWords {
    Area area{};
    Area piece{};
    std::string words{};
};

/// Where on a level piece words of a width touch no others, as near to its middle as can be; nothing where it is too
/// short for them.
std::optional<double> freeOn(const Area& piece, const Area& words, const std::vector<PlacedWords>& placed) {
    constexpr double gap = 16;
    const double half = words.width / 2;
    const double middle = piece.centre().x;
    std::vector<double> places{middle};
    for (const PlacedWords& other : placed) {
        places.push_back(other.area.right() + gap + half);
        places.push_back(other.area.x - gap - half);
    }
    std::erase_if(places, [&](double x) {
        const Area there = Area::around({x, words.centre().y}, half, words.height / 2);
        return there.x < piece.x || piece.right() < there.right() ||
               std::ranges::any_of(placed, [&](const PlacedWords& other) { return other.area.overlaps(there); });
    });
    const auto nearest = std::ranges::min_element(places, {}, [&](double x) { return std::abs(x - middle); });
    return nearest == places.end() ? std::nullopt : std::optional(*nearest);
}

/// Below the words that are in the way.
void stackBelow(PillShape& pill, const std::vector<PlacedWords>& placed) {
    Area area = areaAtAnyZoom(pill);
    for (bool moved = true; moved;) {
        moved = false;
        for (const PlacedWords& other : placed) {
            if (!other.area.overlaps(area)) continue;
            const double down = other.area.bottom() + 2 - area.y;
            area.y += down;
            pill.at.y += down;
            moved = true;
        }
    }
}

/// Words at a stop: where they cover nothing, or else lines alone; larger rather than smaller.
PillShape atStop(const Drawing& drawing, const DrawnFlow& flow, const PillShape& words, const Ground& ground,
                 const std::vector<PlacedWords>& placed) {
    // Words that are read from afar in brief get higher there: where that leaves no room they stay as they are.
    PillShape still = words;
    still.brief.clear();
    const auto firstFree = [&](bool clear) -> std::optional<PillShape> {
        const auto isFree = [&](const PillShape& place) {
            return clear ? ground.leavesAll(place) : ground.leavesThings(place);
        };
        for (const double growth : growths)
            for (const PillShape& place : placesOf(drawing, flow, words, growth))
                if (isFree(place)) return place;
        for (const PillShape& each : {still, inBrief(words)})
            for (const PillShape& place : placesOf(drawing, flow, each, 1))
                if (isFree(place)) return place;
        return std::nullopt;
    };
    if (const auto place = firstFree(true)) return *place;
    if (const auto place = firstFree(false)) return *place;
    PillShape place = placesOf(drawing, flow, inBrief(words), 1).front();
    stackBelow(place, placed);
    return place;
}

/// Words on a line: on its longest piece beside other words there, or on another piece; below other words where no
/// place is free.
PillShape onLine(const PillShape& words, const std::vector<Spot>& points, const Area& piece, const Ground& ground,
                 const std::vector<PlacedWords>& placed) {
    std::vector<std::pair<double, Spot>> others;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Spot a = points[i - 1];
        const Spot b = points[i];
        const double length = std::abs(b.x - a.x) + std::abs(b.y - a.y);
        for (const double share : {0.5, 0.3, 0.7, 0.15, 0.85})
            others.push_back({-length, {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share}});
    }
    std::ranges::stable_sort(others, {}, [](const auto& place) { return place.first; });
    for (const double growth : growths) {
        PillShape pill = grownTo(words, growth);
        pill.at = piece.centre();
        if (const auto x = piece.height > 1 ? std::nullopt : freeOn(piece, areaAtAnyZoom(pill), placed)) pill.at.x = *x;
        if (ground.leavesThings(pill)) return pill;
        for (const auto& [length, spot] : others) {
            pill.at = spot;
            if (ground.leavesThings(pill)) return pill;
        }
    }
    PillShape pill = grownTo(words, 1);
    pill.at = piece.centre();
    stackBelow(pill, placed);
    return pill;
}

}  // namespace

void drawPills(Drawing& drawing, const std::vector<DrawnFlow>& flows) {
    Ground ground(drawing.soFar(), flows);
    using Stop = std::pair<AnyId, std::string>;
    std::map<Stop, int> stopped;
    std::vector<const DrawnFlow*> order;
    for (const DrawnFlow& each : flows) {
        if (each.line.shownPill().empty() || each.way.points.size() < 2 || isPutBack(drawing.overlay(), each.flow->id))
            continue;
        order.push_back(&each);
        if (each.way.stopSign) ++stopped[{each.stops.back(), each.line.shownPill()}];
    }
    // The words of the traced flow are said for it, where others would say the same.
    std::stable_partition(order.begin(), order.end(),
                          [&](const DrawnFlow* each) { return drawing.overlay().traced.contains(each->flow->id); });
    std::vector<PlacedWords> placed;
    for (const DrawnFlow* flow : order) {
        const DrawnFlow& each = *flow;
        int together = 1;
        if (each.way.stopSign) {
            together = std::exchange(stopped[{each.stops.back(), each.line.shownPill()}], 0);
            if (together == 0) continue;
            if (drawing.overlay().traced.contains(each.flow->id)) together = 1;
        }
        const PillShape words = pillOf(each, together);
        const Area piece = pieceForWords(each.way.points);
        const bool said = !each.way.stopSign && std::ranges::any_of(placed, [&](const PlacedWords& other) {
            return other.words == words.text && other.piece.grown(1).overlaps(piece);
        });
        if (said) continue;
        PillShape pill = each.way.stopSign ? atStop(drawing, each, words, ground, placed)
                                           : onLine(words, each.way.points, piece, ground, placed);
        const Area area = areaAtAnyZoom(pill);
        placed.push_back({area, each.way.stopSign ? area : piece, words.text});
        ground.addThing(area);
        drawing.item(each.flow->id, PicturePart::Pill, Plane::States, Drawing::fromNames).add(std::move(pill));
    }
}

}  // namespace gw
