#include "model/scene/reading_order.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <tuple>

namespace gw {
namespace {

/// What is read first in a frame.
int rankOf(Standing standing) {
    switch (standing) {
        case Standing::Band:
            return 0;
        case Standing::Frame:
            return 1;
        case Standing::Card:
            return 2;
        case Standing::Glyph:
            return 3;
        case Standing::Border:
            return 4;
        case Standing::Free:
            return 5;
        case Standing::None:
            break;
    }
    return 6;
}

class Reader {
public:
    explicit Reader(const Design& design) : design_(design), containment_(design) {}

    std::vector<AnyId> read() {
        readIn({});
        return std::move(order_);
    }

private:
    struct Entry {
        const Placement* placement;
        Standing standing;

        /// Frames are read column by column, as zones stand side by side; all else row by row.
        auto key() const {
            const bool columns = standing == Standing::Frame || standing == Standing::Band;
            return std::tuple(rankOf(standing), columns ? placement->x : placement->y,
                              columns ? placement->y : placement->x, placement->id);
        }
    };

    void readIn(const std::string& frame) {
        std::vector<Entry> entries;
        std::vector<std::string> notDrawn;
        for (const std::string& id : containment_.in(frame)) {
            if (const Placement* placement = design_.placements.find({id}))
                entries.push_back({placement, containment_.of(id).standing});
            else
                notDrawn.push_back(id);
        }
        std::ranges::sort(entries, {}, &Entry::key);
        for (const Entry& entry : entries) {
            order_.emplace_back(entry.placement->id);
            readIn(entry.placement->id.value);
        }
        // A frame without a place may still hold things that have one.
        for (const std::string& id : notDrawn) readIn(id);
    }

    const Design& design_;
    const Containment containment_;
    std::vector<AnyId> order_;
};

bool isFrame(Standing standing) {
    return standing == Standing::Frame || standing == Standing::Band;
}

}  // namespace

std::vector<AnyId> readingOrder(const Design& design) {
    return Reader(design).read();
}

AnyId neighbourOf(const Design& design, const AnyId& id, int dx, int dy) {
    const Placement* from = design.placements.find({id.value});
    if (!from) return {};
    const Containment containment(design);
    const Standpoint own = containment.of(id.value);
    const Point start = from->box().centre();
    AnyId best;
    long nearest = std::numeric_limits<long>::max();
    for (const Placement& placement : design.placements) {
        if (placement.id.value == id.value) continue;
        const Standpoint at = containment.of(placement.id.value);
        if (at.standing == Standing::None || isFrame(at.standing) != isFrame(own.standing)) continue;
        if (isFrame(own.standing) && at.frame != own.frame) continue;
        const Point there = placement.box().centre();
        const long ahead = static_cast<long>(there.x - start.x) * dx + static_cast<long>(there.y - start.y) * dy;
        const long aside =
            std::labs(static_cast<long>(there.x - start.x) * dy) + std::labs(static_cast<long>(there.y - start.y) * dx);
        // Within a quarter turn around the direction; what lies straight ahead is nearer than what lies aside.
        if (ahead <= 0 || aside > ahead) continue;
        if (const long distance = ahead + 2 * aside; distance < nearest) {
            nearest = distance;
            best = placement.id;
        }
    }
    return best;
}

}  // namespace gw
