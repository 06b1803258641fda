#pragma once
#include <map>
#include <set>
#include <string>

#include "model/edit/edit.h"

namespace gw {

/// The things with all that stands in them and belongs to them, as a design of their own: what copy puts aside. It may
/// name rows it does not hold.
Design clipOf(const Design& design, const std::set<std::string>& ids);

/// New ids for the rows of the clip, such that none is taken in `design`.
std::map<std::string, std::string> idsForPaste(const Design& design, const Design& clip);

namespace edits {

/// Adds the rows of the clip under the new ids, moved by (dx, dy) or to the nearest free place. References inside the
/// clip follow their rows; references out of it stay where the design has that row, and are cleared where it has not.
/// Rows whose owner is missing stay behind; refuses where nothing is left to draw.
Edit paste(Design clip, std::map<std::string, std::string> ids, int dx, int dy);

/// The same beside what was copied: what stands in no copied frame goes into `into` where that takes it (frameFor()
/// decides), to a free place; to its own frame where it does not, or `into` is empty. Where a frame has no free place,
/// it grows downwards.
Edit pasteBeside(Design clip, std::map<std::string, std::string> ids, AnyId into);

/// The same, moved such that the upper left corner of what stands where `at` lies comes there, or to the nearest free
/// place. What stands in a frame that `at` is not in stays beside what was copied.
Edit pasteAt(Design clip, std::map<std::string, std::string> ids, AnyId into, Point at);

}  // namespace edits
}  // namespace gw
