#include "model/scene/roads.h"

namespace gw {
namespace {

/// The VPC with the zone bands of its Region that cross it: ways outside go around both.
Area withBands(const Drawing& drawing, const Vpc& vpc, Area area) {
    for (const std::string& id : drawing.containment().in(vpc.region.value))
        if (drawing.design().availabilityZones.find({id}))
            if (const auto band = drawing.areaOf(AnyId(id)); band && band->overlaps(area)) area = area.united(*band);
    return area;
}

}  // namespace

Roads::Roads(const Drawing& drawing) : drawing_(drawing) {
    for (const Vpc& vpc : drawing.design().vpcs) {
        for (const std::string& id : drawing.containment().allIn(vpc.id.value)) vpcs_.emplace(id, vpc.id.value);
        if (const auto area = drawing.areaOf(vpc.id)) outside_.add(withBands(drawing, vpc, *area));
    }
    for (const Placement& placement : drawing.design().placements) {
        const AnyId id(placement.id.value);
        const auto area = drawing.areaOf(id);
        if (!area || drawing.design().notes.find({id.value})) continue;
        const Standing standing = drawing.containment().of(id.value).standing;
        if (standing == Standing::Frame || standing == Standing::Band || standing == Standing::None) continue;
        all_.add(*area);
        if (!vpcOf(id).empty()) inside_.add(*area);
        if (vpcOf(id).empty()) outside_.add(*area);
    }
}

const std::string& Roads::vpcOf(const AnyId& id) const {
    static const std::string none;
    const auto at = vpcs_.find(id.value);
    return at == vpcs_.end() ? none : at->second;
}

std::vector<Port> Roads::ports(const AnyId& id, bool inside) const {
    const BorderSign* sign = drawing_.borderSign(id);
    const Area area = *drawing_.areaOf(id);
    if (!sign) return portsOf(area);
    const auto opposite = static_cast<Side>((static_cast<int>(sign->side) + 2) % 4);
    return {portOf(Area::around(sign->centre, sign->reach, sign->reach), inside ? opposite : sign->side)};
}

bool Roads::staysInside(const AnyId& from, const AnyId& to) const {
    return !vpcOf(from).empty() && vpcOf(from) == vpcOf(to) && !drawing_.design().vpcs.find({to.value});
}

const Obstacles& Roads::around(const AnyId& from, const AnyId& to) const {
    if (staysInside(from, to)) return inside_;
    const auto startsDeepInside = [&](const AnyId& id) {
        return !vpcOf(id).empty() && !drawing_.borderSign(id) && !drawing_.design().vpcs.find({id.value});
    };
    // What leaves a VPC through no gateway crosses its border; cards alone stand in its way.
    return startsDeepInside(from) || startsDeepInside(to) ? all_ : outside_;
}

std::vector<Spot> Roads::between(const AnyId& from, const AnyId& to) const {
    if (!drawing_.areaOf(from) || !drawing_.areaOf(to)) return {};
    const bool inside = staysInside(from, to);
    return routed(ports(from, inside), ports(to, inside), around(from, to));
}

std::vector<Spot> Roads::between(const std::vector<Port>& from, const std::vector<Port>& to, bool inside) const {
    return routed(from, to, inside ? inside_ : outside_);
}

bool Roads::isBlocked(Spot from, Spot to, bool inside) const {
    return (inside ? inside_ : outside_).crossedBy(from, to);
}

}  // namespace gw
