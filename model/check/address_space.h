#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/design/design.h"
#include "model/edit/edit.h"

/// Exact arithmetic on address blocks, for rules that judge them and fixes that find room.
namespace gw {

/// AWS takes IPv4 blocks of /16 to /28, for VPCs (FACTS F-207) and subnets (FACTS F-217).
inline constexpr int widestBlock = 16;
inline constexpr int narrowestBlock = 28;

/// The first aligned block of that prefix that lies in one of `within` and overlaps none of `taken`; blocks of the
/// other family are passed over. Empty where there is no room.
std::optional<Cidr> freeBlock(std::span<const Cidr> within, std::span<const Cidr> taken, int prefix);

/// IPv4 blocks of the subnets of the VPC, `leaveOut` aside.
std::vector<Cidr> subnetBlocks(const Design& design, const Id<Vpc>& vpc, const Id<Subnet>& leaveOut = {});

/// A private block (RFC 1918) of that prefix that overlaps no VPC of the design; empty where all are taken.
std::optional<Cidr> freePrivateBlock(const Design& design, int prefix);

/// Whether AWS keeps the address of an IPv4 subnet for itself: the first four and the last (FACTS F-218).
bool isReserved(const Cidr& subnet, const IpAddress& address);

/// The first address of the subnet's IPv4 block that is not reserved and not fixed for another workload; empty where
/// there is none.
std::optional<IpAddress> freeAddress(const Design& design, const Subnet& subnet);

/// The blocks as a field is written: "10.0.0.0/16, 10.1.0.0/16".
std::string listed(std::span<const Cidr> blocks);

/// Gives the VPC `after` in the place of `before`, and moves the subnets inside it along. `after` has the prefix of
/// `before`, and no subnet is wider.
Edit renumber(const Design& design, const Vpc& vpc, const Cidr& before, const Cidr& after);

}  // namespace gw
