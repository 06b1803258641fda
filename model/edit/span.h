#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/design/design.h"

/// Which subnets a card stands in after a gesture: one card stands for a workload, or a load balancer, in all of them.
namespace gw {

/// Where a workload or load balancer comes to stand that is dropped on a subnet.
struct Landing {
    std::vector<Id<Subnet>> subnets{};
    /// Zones it stood in and stands in no more, by their ids.
    std::vector<Id<AvailabilityZone>> left{};
};

/// Dropped on a subnet of one of its zones, a card stays in its zones: it takes the subnets level with that one there.
/// Dropped in a zone that is none of its own, or on a VPC, it goes there alone.
Landing landingOf(const Design& design, const AnyId& card, const Id<Subnet>& target);

/// The subnets of a card whose side is dragged to make it `box`: of those level with it, the ones the box lies over;
/// the others that it stands in remain. Nothing where they are those it has, or the box lies over none.
std::optional<std::vector<Id<Subnet>>> subnetsUnder(const Design& design, const AnyId& card, const Box& box);

/// The things, and the further subnets that go up and down with the subnets among them: those of a card that stands in
/// both, which would be torn otherwise.
std::set<std::string> withLevelSubnets(const Design& design, std::set<std::string> things);

/// What to tell of the zones that a card leaves when it is dropped on a subnet, and why; or that it stands in no subnet
/// any more, dropped on a VPC. Empty where it leaves none.
std::string leftBehind(const Design& design, const AnyId& card, const AnyId& frame);

}  // namespace gw
