#pragma once
#include "model/reach/ruling.h"

namespace gw {

/// How two ends see each other; decides whether a rule that names a security group can match (FACTS F-254, F-255).
enum class Crossing : std::uint8_t { SameVpc, Peering, TransitGateway, TransitGatewayWithReferences, Other };

/// One end of a call, seen from the other.
struct Pair {
    const End& source;
    const End& target;
    Crossing crossing = Crossing::SameVpc;
};

/// The security groups of the source, outbound: the union of their rules. Replies need no rule (FACTS F-251).
Ruling judgeGroupsOut(const Network& network, const Call& call, const Pair& pair, const PacketSet& packets);
/// The security groups of the target, inbound.
Ruling judgeGroupsIn(const Network& network, const Call& call, const Pair& pair, const PacketSet& packets);

/// Which packets a network ACL sees: the call as it leaves a subnet or comes into one, or its replies.
enum class AclPass : std::uint8_t { CallOut, CallIn, ReplyOut, ReplyIn };

/// The network ACL of the subnet: entries by number, the first that matches decides; no state (FACTS F-258 to F-262).
Ruling judgeAcl(const Network& network, const Subnet& subnet, AclPass pass, const Call& call, const Pair& pair,
                const PacketSet& packets);

}  // namespace gw
