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
/// An office, 192.168.0.0/16, behind the virtual private gateway "vgw"; "office-flow" calls the secret, whose endpoint
/// lets it in. With `back` the endpoint subnets know the way back.
void addOffice(Design& design, bool back);
/// The same office behind the transit gateway "tgw".
void addOfficeOnTransitGateway(Design& design);
/// The inbound Resolver endpoint "resolver-in" in the endpoint subnets, which the office asks.
void addInboundResolver(Design& design);
/// The Gateway Load Balancer endpoint "vpce-glb" in the subnet.
void addAppliance(Design& design, const char* subnet);
/// The second VPC holds the interface endpoint to the secret; the zone "secretsmanager.us-east-1.amazonaws.com" of the
/// shop leads to it. How both are joined is for the caller.
void moveDoorToHub(Design& design);
/// Every subnet of the shop gets IPv6, and its application subnets have IPv6 alone.
void onlyIpv6(Design& design);
/// Users on the internet that call the load balancer "lb" in the public subnet by "visit".
void addClient(Design& design, LoadBalancerScheme scheme);

}  // namespace gw::faults
