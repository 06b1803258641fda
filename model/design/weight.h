#pragma once
#include <cstddef>

#include "model/design/design.h"

namespace gw {

/// About how many bytes `design` takes beside `other`: those of the rows that it does not share with it.
std::size_t bytesBeside(const Design& design, const Design& other);

}  // namespace gw
