#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/scene/ink.h"
#include "model/scene/overlay.h"
#include "model/scene/scene.h"

/// The look of the product as data: resources/look/tokens.json, read once.
namespace gw {

enum class Theme : std::uint8_t { Light, Dark, HighContrast };

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    /// "#1A1E27", or "#1A1E2766" where it is not opaque.
    std::string text() const;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// The value of an ink; Ink::None is wholly transparent.
Colour colourOf(Ink ink, Theme theme);
/// The same for what is put back: mixed with the canvas, so that what lies over one another stays as pale as one.
Colour faintColourOf(Ink ink, Theme theme);
/// The name of an ink in the tokens: "subnetPublicFill".
std::string_view tokenOf(Ink ink);

/// One colour of the tokens by name, for the parts of the program that are not drawn by a scene. A name that the file
/// does not have stops the program.
Colour colourToken(std::string_view name, Theme theme);
/// The names of all colours, in the order of the file.
const std::vector<std::string>& colourTokens();
/// A number of the tokens by its path: "space.4", "panel.left.default", "type.body.px", "motion.fast". A path that is
/// no number of the file stops the program.
double numberToken(std::string_view path);
/// Families of a font of the tokens, best first: "ui", "mono".
std::vector<std::string> fontFamilies(std::string_view font);

/// Lengths of strokes and gaps in pixels, in turn; empty for a solid line.
std::span<const double> dashOf(Dash dash);
/// How far into its pattern a line starts whose dashes begin at `from`, pixels at 100 %.
double dashOffsetOf(Dash dash, double from);
/// The line of a flow in a state.
Stroke strokeOf(LineState state);
/// How wide a stroke is drawn in a theme: frames of the high contrast theme do not rely on their tints.
double widthIn(Theme theme, Plane plane, const Stroke& stroke);
/// "works over NAT or internet": what the legend says of it.
std::string_view wordsOf(LineState state);
/// Colour of a badge.
Ink inkOf(Urgency urgency);
/// Colour of what a lens says: of a tag, a border.
Ink inkOf(Tone tone);
/// The same as the tint of a frame.
Ink softInkOf(Tone tone);

}  // namespace gw
