#pragma once
#include "model/core/result.h"
#include "model/design/design.h"

namespace gw {

/// Puts the design on the clipboard of the desktop, as the text of its file.
void copyToClipboard(const Design& clip);

/// What is on the clipboard: the design put there last, or a document that another program has put there as text.
Result<Design> designOnClipboard();

}  // namespace gw
