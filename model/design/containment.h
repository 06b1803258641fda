#pragma once
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/design/design.h"

namespace gw {

/// How a thing stands in its frame.
enum class Standing : std::uint8_t {
    Frame,   ///< a box that others stand in: Region, VPC, subnet
    Band,    ///< an Availability Zone: crosses the VPCs of its Region
    Card,    ///< a box of its own: workload, load balancer, service, client, note
    Glyph,   ///< a small sign inside its frame: NAT gateway, transit gateway
    Border,  ///< a small sign on the border of its VPC: endpoints, internet gateway
    Free,    ///< lies over the drawing, in no frame and in nobody's way: a note
    None,    ///< has no place of its own: route tables, security groups, roles, flows ...
};

struct Standpoint {
    Standing standing = Standing::None;
    /// The frame it is drawn in; empty at the top. For a border sign the VPC whose border it sits on.
    AnyId frame{};
};

/// Where the design says each kind of thing is drawn. A workload or load balancer in several subnets stands in the
/// first of them and spans the others.
Standpoint standpointOf(const Design& design, const AnyId& id);

/// The thing of the canvas that stands for a row: itself where it is drawn, else what it belongs to (the caller of a
/// flow, the VPC of a route table), and so on upwards; empty where nothing of that is drawn.
AnyId drawnThingOf(const Design& design, const AnyId& id);

/// Frames and what stands in them, for a whole design at once.
class Containment {
public:
    explicit Containment(const Design& design);

    Standpoint of(const std::string& id) const;
    /// Things that stand in the frame (bands and border signs included), sorted by id. The empty id is the top.
    std::span<const std::string> in(const std::string& frame) const;
    /// The frame and everything below it, itself first.
    std::vector<std::string> allIn(const std::string& frame) const;

    /// All subnets of a workload or load balancer that stands in several, in order of its row; else none.
    std::span<const std::string> spanOf(const std::string& card) const;
    /// Workloads and load balancers in several subnets of which this is one.
    std::span<const std::string> spanning(const std::string& subnet) const;
    /// The subnets of an Availability Zone, whatever their VPC.
    std::span<const std::string> subnetsOf(const std::string& zone) const;

private:
    std::unordered_map<std::string, Standpoint> standpoints_;
    std::unordered_map<std::string, std::vector<std::string>> children_;
    std::unordered_map<std::string, std::vector<std::string>> spans_;
    std::unordered_map<std::string, std::vector<std::string>> spanning_;
    std::unordered_map<std::string, std::vector<std::string>> inZone_;
};

/// The same, made once for designs in a row that differ in their placements alone: the steps of a drag share it.
std::shared_ptr<const Containment> containmentOf(const Design& design);

}  // namespace gw
