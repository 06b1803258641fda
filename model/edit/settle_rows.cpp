#include <algorithm>
#include <tuple>

#include "model/edit/settle.h"

/// Subnets side by side: those that cards tie together, and those that are drawn in one line. A line stays one while
/// what stands in its subnets is added and moved.
namespace gw {

Settler::Ids Settler::rowOf(const std::string& subnet) const {
    Ids row{subnet};
    std::set<std::string> members{subnet};
    for (std::size_t i = 0; i < row.size(); ++i)
        for (const std::string& card : containment_->spanning(row[i])) {
            if (!isPlaced(card)) continue;
            const Ids& over = covered(card);
            if (std::ranges::find(over, row[i]) == over.end()) continue;
            for (const std::string& other : over)
                if (members.insert(other).second) row.push_back(other);
        }
    return row;
}

Settler::Ids Settler::peersOf(const std::string& subnet) const {
    const Placement* own = design_.placements.find({subnet});
    Ids peers;
    if (!own) return peers;
    const std::string vpc = standpoint(subnet).frame.value;
    for (const std::string& other : containment_->in(vpc)) {
        if (other == subnet || !design_.subnets.find({other})) continue;
        const Placement* placed = design_.placements.find({other});
        if (placed && placed->y == own->y && placed->height == own->height) peers.push_back(other);
    }
    return peers;
}

Settler::Ids Settler::lineOf(const std::string& subnet) const {
    Ids line;
    std::set<std::string> members;
    const auto takeRowOf = [&](const std::string& member) {
        for (const std::string& each : rowOf(member))
            if (members.insert(each).second) line.push_back(each);
    };
    takeRowOf(subnet);
    // Subnets that are level with each other have the same peers.
    std::set<std::tuple<std::string, int, int>> asked;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Placement* drawn = design_.placements.find({line[i]});
        if (!drawn || !asked.emplace(standpoint(line[i]).frame.value, drawn->y, drawn->height).second) continue;
        for (const std::string& peer : peersOf(line[i]))
            if (!members.contains(peer)) takeRowOf(peer);
    }
    return line;
}

/// The peers of a subnet that has grown downwards end where it ends.
void Settler::growPeers(const std::string& subnet, const std::set<std::string>& held) {
    const Box own = box(subnet);
    for (const std::string& peer : peersOf(subnet)) {
        Box wanted = box(peer);
        if (held.contains(peer) || wanted.y != own.y || wanted.bottom() >= own.bottom()) continue;
        wanted.height = own.bottom() - wanted.y;
        setBox(peer, wanted);
        moved_.insert(peer);
    }
}

}  // namespace gw
