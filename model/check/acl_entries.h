#pragma once
#include <span>
#include <string>
#include <vector>

#include "model/check/facts.h"
#include "model/edit/edits.h"
#include "model/reach/packets.h"

/// Network ACLs as lists of entries: what rules share that judge them without regard to a flow.
namespace gw {

/// AWS takes numbers 1 to 32766 (FACTS F-259).
constexpr int lastAclNumber = 32766;

/// What NAT gateways, load balancers and operating systems take for the near end of a connection (FACTS F-263).
constexpr PortRange ephemeralPorts{1024, 65535};

const std::vector<NetworkAclEntry>& entriesOf(const NetworkAcl& acl, Direction direction);

/// The packets that the entry matches, by the far address and the port called.
PacketRange packetsOf(const NetworkAclEntry& entry);

/// All packets of the internet to the ports.
PacketSet packetsOfInternet(IpFamily family, PortRange ports);

/// How the entries before one meet it.
struct Shadow {
    bool isWhole = false;    ///< they take every packet of it
    bool isAllowed = false;  ///< an allow among them takes some
    bool isDenied = false;   ///< a deny among them takes some
    int first = 0;           ///< number of the first that takes some
};
/// `entries` are in order of number.
Shadow shadowOn(std::span<const NetworkAclEntry* const> entries, std::size_t at);

/// What the entries let through of the packets: the first that matches decides, and none means deny (FACTS F-259).
/// Entries are in order of number.
PacketSet allowedBy(std::span<const NetworkAclEntry* const> entries, Protocol protocol, IpFamily family,
                    PacketSet packets);

/// Whether the entry lets replies in, and calls to high ports only as a matter of course.
bool isForReplies(const NetworkAclEntry& entry);

/// A number that is free and comes before `number`, or behind all where that is above the last; 0 where none is free.
int freeNumberBefore(int number, const std::vector<int>& taken);
std::vector<int> numbersOf(const NetworkAcl& acl, Direction direction);

/// An ACL of one's own that guards a subnet with a route to an internet gateway. AWS's default ACL is open by design.
bool facesInternet(const Facts& facts, const NetworkAcl& acl);

/// "100 (allow 443/tcp of 10.0.0.0/16)"
std::string textOf(const NetworkAclEntry& entry);

/// All entries but one; then those of the other direction stay as they are.
Edit withoutEntry(const NetworkAcl& acl, Direction direction, const NetworkAclEntry& entry);
/// The entry under a number that comes before `number`; empty where none is free.
std::vector<Edit> movedBefore(const NetworkAcl& acl, Direction direction, const NetworkAclEntry& entry, int number);

}  // namespace gw
