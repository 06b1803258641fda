#include "model/scene/strands.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace gw {
namespace {

constexpr double headRoom = 11;  ///< of a last piece, for the head
constexpr double signSlide = 8;  ///< how far beside its middle a line may leave or reach a sign
constexpr double offFrame = 4;   ///< of a line inside a frame from its border, at least
constexpr double cardInset = 5;  ///< of lines from the corners of a card

int signOf(double value) {
    return value < -sameAcross ? -1 : value > sameAcross ? 1 : 0;
}

/// Keeps a piece on the edge of the thing that it starts or ends at.
void slideAlong(const Axis& axis, const TrackedLine::End& end, double at, Piece& piece) {
    double low = at;
    double high = at;
    if (!end.isFixed) {
        const double middle = (axis.lowAcross(end.area) + axis.highAcross(end.area)) / 2;
        low = end.isSign ? middle - signSlide : axis.lowAcross(end.area) + cardInset;
        high = end.isSign ? middle + signSlide : axis.highAcross(end.area) - cardInset;
    }
    piece.least = std::max(piece.least, std::min(low, at));
    piece.most = std::min(piece.most, std::max(high, at));
}

/// Leaves the piece between this one and an end its room.
void keepRoom(double end, double at, double room, Piece& piece) {
    if (end > at)
        piece.most = std::min(piece.most, std::max(at, end - room));
    else
        piece.least = std::max(piece.least, std::min(at, end + room));
}

std::vector<std::pair<double, Piece>> piecesOf(const Axis& axis, const TrackedLine& line) {
    constexpr double beside = 6;
    std::vector<Spot>& points = *line.points;
    std::vector<std::pair<double, Piece>> pieces;
    if (points.size() < 2) return pieces;
    const std::size_t last = points.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        const Spot a = points[i];
        const Spot b = points[i + 1];
        const double at = axis.across(a);
        if (std::abs(at - axis.across(b)) > sameAcross || std::abs(axis.along(a) - axis.along(b)) < 1) continue;
        Piece piece;
        const bool rises = axis.along(a) < axis.along(b);
        piece.low = std::min(axis.along(a), axis.along(b));
        piece.high = std::max(axis.along(a), axis.along(b));
        const int startTurn = i == 0 ? 0 : signOf(axis.across(points[i - 1]) - at);
        const int endTurn = i + 1 == last ? 0 : signOf(axis.across(points[i + 2]) - at);
        piece.lowTurn = rises ? startTurn : endTurn;
        piece.highTurn = rises ? endTurn : startTurn;
        piece.clearLow = piece.low + (rises ? i == 0 : i + 1 == last ? 1 : 0) * beside;
        piece.clearHigh = piece.high - (rises ? i + 1 == last : i == 0 ? 1 : 0) * beside;
        if (i == 0) slideAlong(axis, line.from, at, piece);
        if (i + 1 == last) slideAlong(axis, line.to, at, piece);
        if (i == 1 && !line.from.isSign) keepRoom(axis.across(points[0]), at, stubRoom, piece);
        if (i == 1 && line.from.isSign) piece.hole = axis.across(points[0]);
        if (i + 2 == last && line.to.isSign) piece.hole = axis.across(points[last]);
        if (i + 2 == last && !line.to.isSign) keepRoom(axis.across(points[last]), at, headRoom, piece);
        if (line.within) {
            piece.least = std::max(piece.least, std::min(at, axis.lowAcross(*line.within) + offFrame));
            piece.most = std::min(piece.most, std::max(at, axis.highAcross(*line.within) - offFrame));
        }
        piece.hasHead = i + 1 == last && !line.to.isSign && !line.to.isFixed;
        piece.around = line.around;
        piece.isLaid = line.isLaid;
        piece.members.emplace_back(&points, i);
        pieces.emplace_back(at, std::move(piece));
    }
    return pieces;
}

}  // namespace

std::vector<Strand> strandsOf(const Axis& axis, const std::vector<TrackedLine>& lines) {
    struct Found {
        const LineKind* kind = nullptr;
        double across = 0;
        Piece piece{};
    };
    std::map<LineKind, std::vector<Found>> byKind;
    for (const TrackedLine& line : lines)
        for (auto& [across, piece] : piecesOf(axis, line)) {
            auto& row = byKind.try_emplace(line.kind).first->second;
            row.push_back({&line.kind, across, std::move(piece)});
        }
    std::vector<Strand> strands;
    for (auto& [kind, row] : byKind) {
        std::ranges::sort(row, {}, [](const Found& each) {
            return std::tuple(std::lround(each.across / sameAcross), each.piece.low, each.piece.high);
        });
        for (Found& each : row) {
            Strand* strand = strands.empty() ? nullptr : &strands.back();
            const bool joins = strand && *strand->kind == *each.kind &&
                               std::abs(strand->across - each.across) <= sameAcross && each.piece.low <= strand->high;
            if (!joins) strand = &strands.emplace_back(Strand{each.kind, each.across, each.piece.low, each.piece.high});
            strand->high = std::max(strand->high, each.piece.high);
            const auto same =
                std::ranges::find_if(strand->pieces, [&](const Piece& other) { return other.isAlike(each.piece); });
            if (same == strand->pieces.end())
                strand->pieces.push_back(std::move(each.piece));
            else
                same->members.push_back(each.piece.members.front());
        }
    }
    return strands;
}

}  // namespace gw
