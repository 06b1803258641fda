#pragma once
#include <string>
#include <string_view>

#include "model/scene/shape.h"

namespace gw {

/// Width of a line of text in pixels at 100 %, from a table of the shipped fonts: the same on every machine.
double widthOf(std::string_view text, const TextStyle& style);

/// The text itself, or as much of its start (or of its start and end) as fits into `room` with an ellipsis in place of
/// the rest; empty where not even that fits.
std::string fitted(std::string_view text, const TextStyle& style, double room, Cut cut = Cut::End);

}  // namespace gw
