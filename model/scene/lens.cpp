#include "model/scene/lens.h"

#include "model/scene/measures.h"

namespace gw {
namespace {

/// Whether a lens is about the thing of that id. Frames and bands stay: they say where things are.
bool isAbout(Lens lens, const Design& design, const std::string& id) {
    const auto isEndpoint = [&] { return design.endpoints.find({id}) || design.resolverEndpoints.find({id}); };
    const auto isWayOut = [&] {
        return design.natGateways.find({id}) || design.internetGateways.find({id}) ||
               design.egressOnlyGateways.find({id}) || design.transitGateways.find({id}) ||
               design.vpnGateways.find({id}) || design.peeringConnections.find({id});
    };
    const auto isWorkload = [&] { return design.workloads.find({id}) || design.loadBalancers.find({id}); };
    switch (lens) {
        case Lens::Topology:
        case Lens::Security:
            return true;
        case Lens::Routing:
            return isEndpoint() || isWayOut();
        case Lens::Dns:
            return isEndpoint();
        case Lens::Policy:
            return isEndpoint() || isWorkload() || design.resources.find({id});
        case Lens::Cost:
            return isEndpoint() || isWayOut();
        case Lens::Resilience:
            return isEndpoint() || isWayOut() || isWorkload();
    }
    return true;
}

}  // namespace

void dimOthers(Scene& scene, const Design& design, const Overlay& overlay) {
    if (overlay.traced.empty() && overlay.lens == Lens::Topology) return;
    for (Item& item : scene.items) {
        // A lens leaves the frames: they say where things are. A path has its own.
        if (item.plane == Plane::Frames && overlay.traced.empty()) continue;
        const bool isFlow = item.part == Part::Line || item.part == Part::Pill;
        const bool stays = overlay.traced.empty() ? isFlow || isAbout(overlay.lens, design, item.subject.value)
                                                  : overlay.traced.contains(item.subject);
        item.faint = !stays;
    }
}

}  // namespace gw
