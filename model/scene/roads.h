#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "model/scene/drawing.h"
#include "model/scene/routing.h"

namespace gw {

/// Where lines can go in a drawing: inside a VPC around its cards, outside around whole VPCs.
class Roads {
public:
    explicit Roads(const Drawing& drawing);

    /// The VPC the thing stands in, or on whose border; empty where it is outside of all.
    const std::string& vpcOf(const AnyId& id) const;
    /// A free way between two things that are drawn, from edge to edge.
    std::vector<Spot> between(const AnyId& from, const AnyId& to) const;
    /// The same from given ports.
    std::vector<Spot> between(const std::vector<Port>& from, const std::vector<Port>& to, bool inside) const;
    /// What a way between two things goes around.
    const Obstacles& around(const AnyId& from, const AnyId& to) const;
    /// True where a straight line crosses a card or sign inside a VPC, or (outside) a VPC or a card.
    bool isBlocked(Spot from, Spot to, bool inside) const;

private:
    /// Whether a way between two things stays inside their VPC.
    bool staysInside(const AnyId& from, const AnyId& to) const;
    /// Ports of a thing for a way that stays inside its VPC, or leaves it.
    std::vector<Port> ports(const AnyId& id, bool inside) const;

    const Drawing& drawing_;
    std::unordered_map<std::string, std::string> vpcs_;
    Obstacles inside_;
    Obstacles outside_;
    Obstacles all_;
};

}  // namespace gw
