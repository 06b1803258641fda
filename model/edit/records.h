#pragma once
#include "model/edit/edit.h"

/// Verbs for rows that have no place in the drawing: names, roles, and what is taken to be so.
namespace gw::edits {

/// Adds the hosted zone with its records.
Edit addHostedZone(HostedZone zone);
Edit addRole(Role role);
/// Records a fact that the design does not show.
Edit addAssumption(Assumption assumption);
/// Accepts what a rule finds about a thing: the findings stay, and count no longer. One acceptance of that rule about
/// that thing stands at a time; a new one takes its place. Refuses an empty reason.
Edit acceptFindings(std::string rule, AnyId subject, std::string reason, Date expires = {});
/// Takes an acceptance back.
Edit withdrawWaiver(Id<Waiver> waiver);

}  // namespace gw::edits
