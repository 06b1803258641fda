#pragma once
#include <functional>
#include <vector>

#include "model/reach/trace.h"
#include "tests/model/reach/shop.h"

/// One fault at a time in the shop of shop.h: what passes, what stops, and with which code.
namespace gw::faults {

/// A change to the shop, and what becomes of a flow by it.
struct Fault {
    const char* name;
    std::function<void(Design&)> apply;
    const char* flow;
    Verdict verdict;
    const char* blockers;  ///< codes in order of stages
    bool nat = false;
};

/// Names and their answers.
std::vector<Fault> ofNames();
/// Security groups and network ACLs.
std::vector<Fault> ofFilters();
/// Routes, NAT and internet gateways.
std::vector<Fault> ofWays();
/// Other VPCs, neighbours, and callers from outside.
std::vector<Fault> betweenVpcs();
/// Lines from an office: virtual private gateway, transit gateway, inbound Resolver endpoint.
std::vector<Fault> onPremises();
/// Endpoints in a hub VPC, appliances, other Regions, IPv6.
std::vector<Fault> ofHubs();
/// What answers: ports of services and workloads, listeners and targets of load balancers.
std::vector<Fault> ofListeners();
/// Things that AWS would not have, or not twice: Regions, services, tables.
std::vector<Fault> ofDoubt();

}  // namespace gw::faults
