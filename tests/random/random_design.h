#pragma once
#include <cstdint>

#include "model/design/design.h"

namespace gw {

/// How large a random design is: about so many placed things, and half as many flows.
struct RandomSize {
    std::size_t things = 60;
};

/// A design much as people draw them: Regions, zones, VPCs, subnets that do not overlap, routes, filters, endpoints,
/// workloads, services, flows, policies, now and then a row of every other kind, all placed lawfully (a child inside
/// its frame, no siblings overlapping, signs on borders, bands around their subnets). Mostly valid, with the mistakes
/// people make. The same seed and size give the same design.
Design randomDesign(std::uint64_t seed, RandomSize size = {});

/// The same design, joined further: calls from an on-premises network, endpoints in a hub VPC, appliances, load balancers.
/// None of what is added is placed.
Design randomConnectedDesign(std::uint64_t seed, RandomSize size = {});

/// A well-formed design that makes no sense: rows of every table with any value in every field, every reference to some
/// row of a kind it may name. For what must hold of every document: files, diffs, undo.
Design arbitraryDesign(std::uint64_t seed, std::size_t rowsPerTable = 3);

}  // namespace gw
