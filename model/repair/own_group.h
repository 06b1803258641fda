#pragma once
#include <span>
#include <string>

#include "model/design/design.h"
#include "model/edit/edit.h"

/// Security groups of a thing's own, so that no default group need be opened.
namespace gw {

/// The group that a rule names or is added to, of all that a thing has: one of its own before the default one, which
/// everything has that names none; nullptr for none.
const SecurityGroup* namedGroupOf(std::span<const SecurityGroup* const> groups);
/// A group without rules for the thing, "Callers of vpce-kms" or another `whose`; not yet part of the design. Its id is
/// free, and no other thing's group gets it.
SecurityGroup newGroupFor(const Design& design, const AnyId& thing, const Id<Vpc>& vpc, const std::string& whose);
/// Adds the group and gives it to the thing beside the groups that it has, among them the default one, which is drawn
/// where it is not yet. Does nothing where the group is there.
Edit besideDefaultGroup(const AnyId& thing, const SecurityGroup& own, std::span<const SecurityGroup* const> groups);

}  // namespace gw
