#pragma once
#include "model/edit/edit.h"

/// Everything that can be done to a design, one function each. Tools, fixes, exercises and tests use these alone.
namespace gw::edits {

}  // namespace gw::edits
