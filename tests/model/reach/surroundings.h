#pragma once
#include "tests/model/reach/shop.h"

/// What faults add to the shop.
namespace gw::faults {

/// An ACL on the subnets that lets everything pass.
NetworkAcl aclOn(std::vector<Id<Subnet>> subnets);
void style(Design& design, const char* flow, HostStyle wanted);
/// An API that "app" calls by "api-flow", with an execute-api endpoint or without.
void addApi(Design& design, ApiType type, bool endpoint, bool privateDns = true);
/// A second workload that answers on 8080, in the subnet given; "peer-flow" calls it.
void addPeer(Design& design, const char* subnet, bool open);
/// A second VPC, 10.1.0.0/16, with a workload "far" that "far-flow" calls; how it is joined is for the caller.
void addFarVpc(Design& design);
/// Routes from the shop to the second VPC, and back where asked.
void routeFar(Design& design, const RouteTarget& target, bool back);
/// The second VPC, joined by the peering connection "pcx".
void addPeering(Design& design, bool back);
/// The second VPC, joined by the transit gateway "tgw".
void addTransitGateway(Design& design);
/// The second VPC becomes the exit to the internet: the NAT gateway "nat-far" behind the transit gateway.
void addHubExit(Design& design, bool back);
/// Users on the internet that call the load balancer "lb" in the public subnet by "visit".
void addClient(Design& design, LoadBalancerScheme scheme);

}  // namespace gw::faults
