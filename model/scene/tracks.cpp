#include "model/scene/tracks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "model/scene/measures.h"
#include "model/scene/strands.h"
#include "model/scene/surroundings.h"
#include "model/scene/uniform_grid.h"

namespace gw {
namespace {

constexpr double apart = 2.9;        ///< lines of two kinds that are nearer run on top of one another
constexpr double sharedAtLeast = 5;  ///< ... where they share a longer stretch
constexpr double mostOff = 28;       ///< a line is moved no further than this
constexpr double clearOfThings = 2.5;
constexpr double leastPitch = 3;  ///< between lines where there is little room
constexpr double headPitch = 10;  ///< between lines that end side by side
// What it costs to run where others do not want it.
constexpr double costOfBlocked = 1e4;
constexpr double costOfMeeting = 150;
constexpr double costOfNearKin = 60;
constexpr double costOfAPixel = 0.6;
constexpr double costOfANarrowPitch = 12;

double shared(double lowA, double highA, double lowB, double highB) {
    return std::min(highA, highB) - std::max(lowA, lowB);
}

/// Whether `piece` should lie at less (-1) or more (1) across than `other`, so that the lines cross less: by what turns
/// off along the way that they share.
int voteOf(const Piece& piece, const Piece& other) {
    if (shared(piece.low, piece.high, other.low, other.high) < sharedAtLeast) return 0;
    constexpr double level = 1.5;
    const auto atEnd = [&](double own, double theirs, int ownTurn, int theirTurn, bool endsFirst) {
        if (std::abs(own - theirs) < level) return ownTurn == theirTurn ? 0 : ownTurn < theirTurn ? -1 : 1;
        return endsFirst ? ownTurn : -theirTurn;
    };
    return atEnd(piece.low, other.low, piece.lowTurn, other.lowTurn, piece.low > other.low) +
           atEnd(piece.high, other.high, piece.highTurn, other.highTurn, piece.high < other.high);
}

/// One round along one axis.
class Round {
public:
    Round(const Axis& axis, const Surroundings& surroundings, const std::vector<TrackedLine>& lines)
        : axis_(axis), surroundings_(surroundings), strands_(strandsOf(axis, lines)) {
        for (const Strand& strand : strands_) grid_.add(axis.area(strand.across, strand.low, strand.high));
    }

    /// Gives tracks to lines that run on top of one another; with `decides` also to those whose order is all the same.
    /// With `keepsOff`, lines alone move off what they should not run along.
    /// False where no lines run on top of one another.
    bool run(bool decides, bool keepsOff) {
        std::vector<std::vector<std::size_t>> groups = groupsOf();
        std::ranges::stable_sort(groups, std::greater<>(), [](const auto& group) { return group.size(); });
        for (const auto& group : groups)
            if (group.size() > 1) separate(group, decides);
        for (const auto& group : groups)
            if (keepsOff && group.size() == 1) moveOff(group.front());
        return !groups.empty() && groups.front().size() > 1;
    }

private:
    using Numbers = std::vector<std::size_t>;

    static bool shareAWay(const Strand& a, const Strand& b) {
        if (shared(a.low, a.high, b.low, b.high) <= sharedAtLeast) return false;
        for (const Piece& p : a.pieces)
            for (const Piece& q : b.pieces)
                if (shared(p.low, p.high, q.low, q.high) > sharedAtLeast) return true;
        return false;
    }

    /// Strands that lie on top of others with those; each other one alone.
    std::vector<Numbers> groupsOf() const {
        Numbers parent(strands_.size());
        std::iota(parent.begin(), parent.end(), std::size_t{0});
        const auto rootOf = [&](std::size_t n) {
            while (parent[n] != n) n = parent[n] = parent[parent[n]];
            return n;
        };
        for (std::size_t i = 0; i < strands_.size(); ++i) {
            const Strand& own = strands_[i];
            for (const std::uint32_t j : grid_.in(axis_.area(own.across, own.low, own.high).grown(apart)))
                if (i < j && *own.kind != *strands_[j].kind && std::abs(own.across - strands_[j].across) < apart &&
                    shareAWay(own, strands_[j]))
                    parent[rootOf(j)] = rootOf(i);
        }
        std::map<std::size_t, Numbers> groups;
        for (std::size_t i = 0; i < strands_.size(); ++i) groups[rootOf(i)].push_back(i);
        std::vector<Numbers> found;
        for (auto& [root, group] : groups) found.push_back(std::move(group));
        return found;
    }

    /// What it costs to have the strand there. `group` moves with it.
    double costOf(const Strand& strand, double across, const Numbers& group) const {
        double cost = costOfAPixel * std::abs(across - strand.across);
        const bool stays = std::abs(across - strand.across) < sameAcross;
        for (const Piece& piece : strand.pieces) {
            if (across < piece.least - 0.01 || piece.most + 0.01 < across) cost += costOfBlocked;
            if (std::abs(across - piece.hole) < stubRoom) cost += costOfMeeting;
            const Spot from = axis_.spot(across, piece.clearLow);
            const Spot to = axis_.spot(across, piece.clearHigh);
            // Where there is no free way, one that is none either is as good.
            if (!stays && piece.around && piece.clearLow < piece.clearHigh &&
                piece.around->crossedBy(from, to, clearOfThings) &&
                !piece.around->crossedBy(axis_.spot(strand.across, piece.clearLow),
                                         axis_.spot(strand.across, piece.clearHigh), clearOfThings))
                cost += costOfBlocked;
            cost += surroundings_.costOf(axis_.spot(across, piece.low), axis_.spot(across, piece.high));
        }
        for (const std::uint32_t n : grid_.in(axis_.area(across, strand.low, strand.high).grown(mostOff + apart))) {
            const Strand& other = strands_[n];
            const double off = std::abs(other.across - across);
            if (&other == &strand || off >= apart || std::ranges::find(group, n) != group.end()) continue;
            const bool isKin = *other.kind == *strand.kind;
            if (isKin && off < sameAcross) continue;
            if (shareAWay(strand, other)) cost += isKin ? costOfNearKin : costOfMeeting;
        }
        return cost;
    }

    void put(Strand& strand, double across) {
        strand.across = across;
        for (const Piece& piece : strand.pieces)
            for (const auto& [points, at] : piece.members) {
                axis_.setAcross((*points)[at], across);
                axis_.setAcross((*points)[at + 1], across);
            }
    }

    void moveOff(std::size_t number) {
        Strand& strand = strands_[number];
        if (std::ranges::all_of(strand.pieces, [](const Piece& piece) { return piece.isLaid; })) return;
        const Numbers group{number};
        double best = strand.across;
        double least = costOf(strand, best, group);
        if (least <= 0) return;
        const double from = strand.across;
        for (double off = 2; off <= mostOff; off += 2)
            for (const double across : {from - off, from + off})
                if (const double cost = costOf(strand, across, group); cost < least - 0.01) {
                    least = cost;
                    best = across;
                }
        if (best != from) put(strand, best);
    }

    /// The strands of a group by the track that they take, in the order in which their lines cross least; empty where
    /// nothing tells them apart yet.
    template <class KeyOf>
    std::vector<Numbers> tracksOf(const Numbers& group, KeyOf keyOf, bool decides) const {
        std::map<decltype(keyOf(strands_[0])), Numbers> kinds;
        for (const std::size_t n : group) kinds[keyOf(strands_[n])].push_back(n);
        std::vector<std::pair<double, Numbers>> tracks;
        bool isTold = kinds.size() == 1;
        for (const auto& [key, own] : kinds) {
            double votes = 0;
            for (const auto& [otherKey, others] : kinds) {
                if (key == otherKey) continue;
                double vote = 0;
                for (const std::size_t a : own)
                    for (const std::size_t b : others)
                        for (const Piece& p : strands_[a].pieces)
                            for (const Piece& q : strands_[b].pieces)
                                vote += voteOf(p, q) * static_cast<double>(p.members.size() * q.members.size());
                isTold = isTold || vote != 0;
                votes += vote < 0 ? -1 : vote > 0 ? 1 : 0;
            }
            tracks.emplace_back(votes, own);
        }
        if (!isTold && !decides) return {};
        std::ranges::stable_sort(tracks, {}, [](const auto& track) { return track.first; });
        std::vector<Numbers> ordered;
        for (auto& [votes, own] : tracks) ordered.push_back(std::move(own));
        return ordered;
    }

    /// Lays the tracks side by side where that costs least; false where there is no room.
    bool lay(const std::vector<Numbers>& tracks, const Numbers& group) {
        const Strand* longest = &strands_[group.front()];
        for (const std::size_t n : group)
            if (strands_[n].high - strands_[n].low > longest->high - longest->low) longest = &strands_[n];
        const double base = longest->across;
        const auto last = static_cast<double>(tracks.size()) - 1;
        double least = std::numeric_limits<double>::infinity();
        double first = base;
        double pitch = size::trackPitch;
        // Heads side by side need more room than lines.
        const bool haveHeads = std::ranges::count_if(tracks, [&](const Numbers& track) {
                                   return std::ranges::any_of(track, [&](std::size_t n) {
                                       return std::ranges::any_of(strands_[n].pieces, &Piece::hasHead);
                                   });
                               }) > 1;
        constexpr std::array pitches{headPitch, headPitch - 2, size::trackPitch, size::trackPitch - 1, leastPitch};
        for (std::size_t p = haveHeads ? 0 : 2; p < pitches.size(); ++p)
            for (double off = -last * pitches[p] - mostOff; off <= mostOff; off += 1) {
                const double tried = pitches[p];
                double cost = costOfANarrowPitch * static_cast<double>(haveHeads ? p : p - 2);
                for (std::size_t i = 0; i < tracks.size() && cost < least; ++i)
                    for (const std::size_t n : tracks[i])
                        cost += costOf(strands_[n], base + off + tried * static_cast<double>(i), group);
                if (cost >= least) continue;
                least = cost;
                first = base + off;
                pitch = tried;
            }
        if (least >= costOfBlocked) return false;
        for (std::size_t i = 0; i < tracks.size(); ++i)
            for (const std::size_t n : tracks[i]) put(strands_[n], first + pitch * static_cast<double>(i));
        return true;
    }

    void separate(const Numbers& group, bool decides) {
        const auto tracks = tracksOf(
            group, [](const Strand& strand) { return *strand.kind; }, decides);
        if (tracks.empty() || lay(tracks, group)) return;
        // Without room for all kinds, those of one state share.
        const auto fewer = tracksOf(
            group, [](const Strand& strand) { return strand.kind->first; }, decides);
        if (fewer.size() > 1 && fewer.size() < tracks.size()) lay(fewer, group);
    }

    Axis axis_;
    const Surroundings& surroundings_;
    std::vector<Strand> strands_;
    UniformGrid grid_{128};
};

}  // namespace

void separateTracks(const Surroundings& surroundings, const std::vector<TrackedLine>& lines) {
    const auto both = [&](bool last) {
        bool any = false;
        for (const bool upright : {true, false}) any |= Round({upright}, surroundings, lines).run(last, last);
        return any;
    };
    // Where two lines run level, their order follows from where they go next: what that tells comes first.
    if (both(false)) both(false);
    if (both(true)) both(true);
}

}  // namespace gw
