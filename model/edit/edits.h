#pragma once
#include <set>
#include <string>
#include <vector>

#include "model/edit/edit.h"

/// Everything that can be done to a design, one function each. Tools, fixes, exercises and tests use these alone.
/// Verbs for fields by key stand in fields.h, for the palette in palette.h.
namespace gw::edits {

// Things

/// Takes things out with all that belongs to them; what merely names them forgets them.
Edit removeThings(std::set<std::string> ids);
Edit rename(AnyId id, std::string name);
/// Moves things with all that stands in them by (dx, dy), or to the nearest free place; frames around them grow.
/// Steps with the same `gesture` are one step of the history.
Edit moveThings(std::set<std::string> ids, int dx, int dy, std::string gesture = {});
/// Gives a thing a box, at least as large as what stands in it.
Edit resizeThing(AnyId id, Box box, std::string gesture = {});
/// Takes a thing out of its frame and puts it, centred there, into another (frameFor() finds it): a workload into a
/// subnet, a subnet into a VPC or zone, a service into a Region.
Edit dropInto(AnyId id, AnyId frame, Point centre);
/// Draws a flow: `from` calls `to`. Says why where they cannot be the ends of one.
Edit connect(AnyId from, AnyId to, std::string id);

}  // namespace gw::edits
