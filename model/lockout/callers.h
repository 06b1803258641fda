#pragma once
#include <vector>

#include "model/lockout/draft_caller.h"
#include "model/lockout/draft_place.h"
#include "model/reach/network.h"

/// Who has to do with what a policy is about.
namespace gw {

/// Everybody to be asked for. `before` and `draft` are the policies of the place as they stand and as drafted;
/// `administrator` is the role that stands for whoever administers the owning account, where the design draws nobody
/// who does.
std::vector<DraftCaller> callersOf(const Network& network, const DraftPlace& place, const PolicyDocument* before,
                                   const PolicyDocument& draft, const Id<Role>& administrator);

/// Whether the design draws somebody who acts as a person in the account that owns the resource.
bool drawsAdministrator(const Network& network, const ServiceResource& target);

/// The account that owns the resource; nullptr where the design does not draw it.
const Account* ownerOf(const Network& network, const ServiceResource& target);
/// Prefix of the resource's service in actions; empty where it is not known.
std::string_view prefixOf(const ServiceResource& target);

}  // namespace gw
