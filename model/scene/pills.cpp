#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include "model/scene/drawn_flow.h"
#include "model/scene/lens.h"
#include "model/scene/words_ground.h"

namespace gw {
namespace {

/// How much words may grow when the picture is zoomed out, and what it costs that they grow no more.
constexpr std::pair<double, double> growths[] = {{1.6, 0}, {1.3, 8}, {1.0, 16}};

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

/// Where words may stand that say why lines end at these signs, best first: beside them, below, above, before them; at
/// a sign on the right border outside of the VPC before all.
std::vector<PillShape> placesOf(const Drawing& drawing, const DrawnFlow& flow, const Area& signs,
                                const PillShape& words, double growth) {
    PillShape pill = grownTo(words, growth);
    std::vector<PillShape> places;
    const auto put = [&](Spot at, Anchor anchor) {
        places.push_back(pill);
        places.back().at = at;
        places.back().anchor = anchor;
    };
    const double off = 4 + size::pillHeight / 2 * growth;
    const BorderSign* gate = drawing.borderSign(flow.stops.back());
    if (gate && gate->side == Side::Right) {
        const double below = (size::pillHeight * growth - size::pillHeight) / 2;
        for (const double aside : {14.0, 26.0}) {
            const double start = gate->reach + aside;
            const double room = roomBeside(*gate, start);
            pill = grownTo(words, growth);
            if (areaOf(pill).width > room) pill = grownTo(inBrief(pill), growth);
            pill.room = std::min(pill.room, room);
            put({gate->centre.x + start, gate->centre.y + (gate->nameBelow ? 30 : 16) + below}, Anchor::Start);
            put({gate->centre.x + start, gate->centre.y + (gate->nameBelow ? 16 : 30) + below}, Anchor::Start);
        }
        pill = grownTo(words, growth);
    } else {
        put({signs.right() + 4, signs.centre().y}, Anchor::Start);
    }
    put({signs.x, signs.bottom() + off}, Anchor::Start);
    put({signs.x, signs.y - off}, Anchor::Start);
    put({signs.x - 4, signs.centre().y}, Anchor::End);
    put({signs.right(), signs.bottom() + off}, Anchor::End);
    put({signs.right(), signs.y - off}, Anchor::End);
    return places;
}

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

/// The place among some that costs least.
class Best {
public:
    Best(const WordsGround& ground, const DrawnFlow& flow, double costOfLine)
        : ground_(ground), flow_(flow), costOfLine_(costOfLine) {}

    void consider(const PillShape& place, double cost) {
        if (cost >= least_) return;
        cost += ground_.costOf(place, flow_, costOfLine_);
        if (cost >= least_) return;
        least_ = cost;
        pill_ = place;
    }
    double cost() const { return least_; }
    const PillShape& pill() const { return pill_; }

private:
    const WordsGround& ground_;
    const DrawnFlow& flow_;
    double costOfLine_;
    double least_ = std::numeric_limits<double>::infinity();
    PillShape pill_{};
};

/// Words at a stop: where they cover nothing, or else as little as can be; larger rather than smaller.
PillShape atStop(const Drawing& drawing, const DrawnFlow& flow, const Area& signs, const PillShape& words,
                 const WordsGround& ground, const std::vector<PlacedWords>& placed) {
    constexpr double costOfLine = 60;
    constexpr double costOfNextPlace = 2;
    Best best(ground, flow, costOfLine);
    const auto considerAll = [&](const PillShape& each, double growth, double cost) {
        for (const PillShape& place : placesOf(drawing, flow, signs, each, growth))
            best.consider(place, cost += costOfNextPlace);
    };
    for (const auto& [growth, cost] : growths) considerAll(words, growth, cost);
    // Words that are read from afar in brief get higher there: where that leaves no room they stay as they are.
    PillShape still = words;
    still.brief.clear();
    considerAll(still, 1, 30);
    considerAll(inBrief(words), 1, 40);
    PillShape pill = best.pill();
    if (best.cost() >= WordsGround::costOfThings) {
        pill = placesOf(drawing, flow, signs, inBrief(words), 1).front();
        stackBelow(pill, placed);
    }
    return pill;
}

/// Words on a line: in it, above it or beside it, on its longest piece rather than on another; below other words where
/// no place is free.
PillShape onLine(const PillShape& words, const DrawnFlow& flow, const Area& piece, const WordsGround& ground,
                 const std::vector<PlacedWords>& placed) {
    constexpr double costOfLine = 6;
    constexpr double aside = 4;
    constexpr double costOfAside = 30;
    constexpr double costOfALength = 0.04;  // of each px that the piece is shorter than the longest
    constexpr double costOfOffMiddle = 12;
    const std::vector<Spot>& points = flow.way.points;
    Best best(ground, flow, costOfLine);
    const double longest = piece.width + piece.height / 4;
    for (const auto& [growth, cost] : growths) {
        PillShape pill = grownTo(words, growth);
        pill.at = piece.centre();
        if (const auto x = piece.height > 1 ? std::nullopt : freeOn(piece, areaAtAnyZoom(pill), placed)) pill.at.x = *x;
        best.consider(pill, cost);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const Spot a = points[i - 1];
            const Spot b = points[i];
            const bool isLevel = std::abs(b.y - a.y) < std::abs(b.x - a.x);
            const double length = std::abs(b.x - a.x) + std::abs(b.y - a.y) / 4;
            for (double share = 0.05; share < 1; share += 0.05) {
                const Spot at{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
                const double here =
                    cost + 1 + (longest - length) * costOfALength + std::abs(share - 0.5) * costOfOffMiddle;
                const auto put = [&](Spot spot, Anchor anchor, double more) {
                    pill.at = spot;
                    pill.anchor = anchor;
                    best.consider(pill, here + more);
                };
                put(at, Anchor::Middle, 0);
                const double off = size::pillHeight / 2 * growth + aside;
                if (isLevel) {
                    put({at.x, at.y - off}, Anchor::Middle, costOfAside);
                    put({at.x, at.y + off}, Anchor::Middle, costOfAside + 1);
                } else {
                    put({at.x - aside, at.y}, Anchor::End, costOfAside);
                    put({at.x + aside, at.y}, Anchor::Start, costOfAside);
                }
            }
        }
    }
    if (best.cost() < WordsGround::costOfThings) return best.pill();
    PillShape pill = grownTo(words, 1);
    pill.at = piece.centre();
    stackBelow(pill, placed);
    return pill;
}

/// The box around the signs of what one thing stops for one reason: those in a row with the first.
Area signsOf(const std::vector<DrawnFlow>& flows, const DrawnFlow& first) {
    Area area = Area::around(*first.way.stopSign, stopRadius, stopRadius);
    std::vector<Area> others;
    for (const DrawnFlow& each : flows)
        if (each.way.stopSign && &each != &first && each.stops.back() == first.stops.back())
            others.push_back(Area::around(*each.way.stopSign, stopRadius, stopRadius));
    for (bool grown = true; grown;) {
        grown = false;
        std::erase_if(others, [&](const Area& other) {
            if (!area.grown(size::stopPitch - size::blockedSign + 1).overlaps(other)) return false;
            area = area.united(other);
            return grown = true;
        });
    }
    return area;
}

}  // namespace

void drawPills(Drawing& drawing, const std::vector<DrawnFlow>& flows) {
    using Stop = std::pair<AnyId, std::string>;
    std::map<Stop, int> stopped;
    std::vector<const DrawnFlow*> order;
    for (const DrawnFlow& each : flows) {
        if (each.line.shownPill().empty() || each.way.points.size() < 2 || isPutBack(drawing.overlay(), each.flow->id))
            continue;
        order.push_back(&each);
        if (each.way.stopSign) ++stopped[{each.stops.back(), each.line.shownPill()}];
    }
    if (order.empty()) return;
    WordsGround ground(drawing.soFar(), flows);
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
        PillShape pill = each.way.stopSign ? atStop(drawing, each, signsOf(flows, each), words, ground, placed)
                                           : onLine(words, each, piece, ground, placed);
        const Area area = areaAtAnyZoom(pill);
        placed.push_back({area, each.way.stopSign ? area : piece, words.text});
        ground.add(pill);
        drawing.item(each.flow->id, PicturePart::Pill, Plane::States, Drawing::fromNames).add(std::move(pill));
    }
}

}  // namespace gw
