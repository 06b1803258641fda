#pragma once
#include <span>
#include <vector>

#include "model/edit/edits.h"
#include "model/reach/filters.h"
#include "model/repair/situation.h"

/// What network ACLs lack for a flow, and how it is added.
namespace gw {

/// An entry that is missing; its number is free to choose.
struct AclOpening {
    Direction direction = Direction::In;
    NetworkAclEntry entry{};
    friend bool operator==(const AclOpening&, const AclOpening&) = default;
};

/// Entries that the ACL lacks at the flow's subnets for the call as it leaves the caller or comes to the target, or for
/// the replies on their way back, which need entries of their own (FACTS F-251, F-263). A network ACL can name no
/// prefix list, so the addresses of a service are any (FACTS F-264). Empty where the ACL guards no such subnet.
std::vector<AclOpening> aclOpenings(const Situation& situation, const NetworkAcl& acl, AclPass pass);

/// The steps that add the entries in front of what denies them, one for each direction. Where no number is left there,
/// all entries of the direction are numbered anew, in the same order.
std::vector<Edit> opened(const NetworkAcl& acl, std::span<const AclOpening> openings);

}  // namespace gw
