#pragma once
#include <string>

#include "model/design/design.h"
#include "model/scene/look.h"
#include "model/scene/scene.h"

namespace gw {

/// The scene as an SVG document: text as text, pictograms as vectors, one group with id and title for each thing and
/// flow. The same scene, design and theme give the same bytes. `design` tells what things are called; all its words are
/// escaped.
std::string svgOf(const Scene& scene, const Design& design, Theme theme);

}  // namespace gw
