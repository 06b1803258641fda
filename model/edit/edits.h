#pragma once
#include <set>
#include <string>
#include <vector>

#include "model/edit/edit.h"

namespace gw {

/// Which way a security group rule or network ACL entry filters: seen from the network interface or subnet.
enum class Direction : std::uint8_t { In, Out };

}  // namespace gw

/// Everything that can be done to a design, one function each. Tools, fixes, exercises and tests use these alone.
/// Verbs for fields by key stand in fields.h, for the palette in palette.h.
namespace gw::edits {

// Things

/// Takes things out with all that belongs to them; what merely names them forgets them. Zones that crossed a VPC which
/// goes, and hold nothing without it, go along. Where a VPC or subnet goes, the frames around it come to fit what is
/// left (Settler::drawIn()).
Edit removeThings(std::set<std::string> ids);
Edit rename(AnyId id, std::string name);
/// Moves things with all that stands in them by (dx, dy), or to the nearest free place; frames around them grow.
/// Subnets that one card stands in go up and down together. Steps with the same `gesture` are one step of the history.
Edit moveThings(std::set<std::string> ids, int dx, int dy, std::string gesture = {});
/// Gives a thing a box, at least as large as what stands in it. A workload's or load balancer's card that comes to lie
/// over another subnet of its row spans that too; one that is drawn back from a subnet stands in it no more.
Edit resizeThing(AnyId id, Box box, std::string gesture = {});
/// Takes a thing out of its frame and puts it, centred there, into another (frameFor() finds it): a workload into a
/// subnet (in each of its zones, see landingOf()), a subnet into a VPC or zone, a service into a Region.
Edit dropInto(AnyId id, AnyId frame, Point centre);
/// The same into that frame alone: a card that stands in several zones stands in one subnet then.
Edit dropAlone(AnyId id, AnyId frame, Point centre);
/// Draws a flow: `from` calls `to`. Says why where they cannot be the ends of one.
Edit connect(AnyId from, AnyId to, std::string id);

// Address blocks and names

/// All IPv4 blocks of the VPC, the primary one first.
Edit setVpcBlocks(Id<Vpc> vpc, std::vector<Cidr> blocks);
Edit setVpcDns(Id<Vpc> vpc, bool support, bool hostnames);
Edit setSubnetBlock(Id<Subnet> subnet, Cidr block);
Edit setSubnetIntent(Id<Subnet> subnet, SubnetIntent intent);
Edit setZone(Id<Subnet> subnet, Id<AvailabilityZone> zone);
/// Stands a workload, load balancer or NAT gateway in that subnet alone; where both are drawn, its card moves there.
Edit standIn(AnyId thing, Id<Subnet> subnet);
/// Whether the interfaces of the workload have a public IPv4 address; off takes its Elastic IPs away too.
Edit setPublicIp(Id<Workload> workload, bool on);

// Routes

/// Associates the subnet with the table and with no other; refuses a table of another VPC, as AWS does
/// (https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html).
Edit setRouteTable(Id<Subnet> subnet, Id<RouteTable> table);
/// Takes the subnet out of every table: its VPC's main one holds then.
Edit leaveRouteTable(Id<Subnet> subnet);
/// A route to a destination the table has already takes the place of the old one.
Edit addRoute(Id<RouteTable> table, Route route);
/// Takes out the routes of the table that are equal to `route`.
Edit removeRoute(Id<RouteTable> table, Route route);
Edit replaceRoute(Id<RouteTable> table, Route before, Route after);
/// Adds the gateway; where its VPC is drawn, its sign stands on the top border.
Edit addInternetGateway(InternetGateway gateway);
/// An empty id detaches the gateway.
Edit attachInternetGateway(Id<InternetGateway> gateway, Id<Vpc> vpc);
Edit addElasticIp(ElasticIp address);
Edit setElasticIps(Id<NatGateway> gateway, std::vector<Id<ElasticIp>> elasticIps);

// Security groups and network ACLs

Edit addSecurityGroup(SecurityGroup group);
Edit addPrefixList(PrefixList list);
/// Adds the rule behind the others; refuses one that is there already.
Edit allowInSecurityGroup(Id<SecurityGroup> group, Direction direction, SecurityGroupRule rule);
Edit removeSecurityGroupRule(Id<SecurityGroup> group, Direction direction, SecurityGroupRule rule);
Edit replaceSecurityGroupRule(Id<SecurityGroup> group, Direction direction, SecurityGroupRule before,
                              SecurityGroupRule after);
/// The groups of a workload, load balancer, endpoint, resource gateway or Resolver endpoint.
Edit setSecurityGroups(AnyId thing, std::vector<Id<SecurityGroup>> groups);
/// Associates the subnet with the ACL and with no other; refuses an ACL of another VPC.
Edit setNetworkAcl(Id<Subnet> subnet, Id<NetworkAcl> acl);
/// Takes the subnet out of every ACL: its VPC's default one holds then.
Edit leaveNetworkAcl(Id<Subnet> subnet);
/// Puts the entry where its number says; refuses a number that is taken.
Edit addAclEntry(Id<NetworkAcl> acl, Direction direction, NetworkAclEntry entry);
/// All entries of one direction, sorted by number.
Edit setAclEntries(Id<NetworkAcl> acl, Direction direction, std::vector<NetworkAclEntry> entries);
/// Numbers the entries of one direction by tens, in the order they have; those of one number as they are listed.
Edit renumberAclEntries(Id<NetworkAcl> acl, Direction direction);

// Endpoints and what stands around them

/// Adds the endpoint; where its VPC is drawn, its sign stands on the right border, about level with the resources of
/// its service.
Edit addEndpoint(Endpoint endpoint);
/// Puts the endpoint in the place of the one with its id; its place on the canvas stays.
Edit setEndpoint(Endpoint endpoint);
Edit setEndpointPrivateDns(Id<Endpoint> endpoint, bool on);
Edit setEndpointSubnets(Id<Endpoint> endpoint, std::vector<Id<Subnet>> subnets);
/// Gives the gateway endpoint's route to the table.
Edit associateRouteTable(Id<Endpoint> endpoint, Id<RouteTable> table);
/// The policy of an endpoint or service resource; none stands for AWS's default.
Edit setPolicy(AnyId thing, std::optional<PolicyDocument> policy);
Edit setApiType(Id<ServiceResource> api, ApiType type);
/// Adds a Regional API with the same name under the id, without a resource policy, beside the one it is taken from, and
/// leads the flows to it.
Edit splitApi(Id<ServiceResource> api, Id<ServiceResource> added, std::vector<Id<Flow>> flows);
Edit addFlowLog(FlowLog log);
/// The inline policies of a role.
Edit setInlinePolicies(Id<Role> role, std::vector<NamedPolicy> policies);

}  // namespace gw::edits
