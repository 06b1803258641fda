#pragma once
#include "model/edit/edit.h"

/// Verbs for rows that have no place in the drawing: names, roles, and what is taken to be so.
namespace gw::edits {

/// Adds the hosted zone with its records.
Edit addHostedZone(HostedZone zone);
Edit addRole(Role role);
/// Records a fact that the design does not show.
Edit addAssumption(Assumption assumption);

}  // namespace gw::edits
