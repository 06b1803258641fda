#pragma once
#include <string>

#include "model/scene/shape.h"

/// Sizes and type of the drawing, pixels at 100 % (look.md section 2).
namespace gw {

namespace size {
inline constexpr double cornerSquare = 22;
inline constexpr double arrowHead = 7;  ///< length of each of the two strokes
inline constexpr double badge = 16;
inline constexpr double blockedSign = 16;  ///< the disc at the thing that stops a flow
inline constexpr double tag = 14;
inline constexpr double interfaceDot = 12;
inline constexpr double interfacePitch = 25;
inline constexpr double routeMarkPitch = 11;
inline constexpr double lanePitch = 6;
inline constexpr double trackPitch = 5;     ///< between lines of several kinds side by side
inline constexpr double besideBorder = 12;  ///< from a line to the border of a frame that it runs along
inline constexpr double stopPitch = 18;     ///< between the signs of what is stopped side by side
inline constexpr double flowCorner = 6;
inline constexpr double cardRadius = 6;
inline constexpr double cardBar = 4;
inline constexpr double cardWords = 38;   ///< of the words of a card, from its left edge
inline constexpr double frameWords = 28;  ///< of those of a frame with a corner square
inline constexpr double frameHead = 24;   ///< height of the line that a frame has its words in
inline constexpr double nameField = 240;  ///< greatest width of the field that a frame is renamed in
inline constexpr double serviceTile = 26;
inline constexpr double pillHeight = 18;
inline constexpr double faintShare = 0.35;  ///< of its colour that what is put back keeps
inline constexpr double readable = 10;      ///< text is never smaller on screen ...
inline constexpr double leastReadable = 9;  ///< ... but to be whole
}  // namespace size

namespace type {
inline constexpr TextStyle name{12, Weight::SemiBold};
inline constexpr TextStyle subnet{11.5, Weight::SemiBold};
inline constexpr TextStyle detail{10.5, Weight::Regular};
inline constexpr TextStyle resource{10.5, Weight::Regular, true};
inline constexpr TextStyle zone{11, Weight::Regular};
inline constexpr TextStyle sign{11, Weight::SemiBold};
inline constexpr TextStyle pill{10.5, Weight::SemiBold};
inline constexpr TextStyle badge{10.5, Weight::SemiBold};
inline constexpr TextStyle tag{10, Weight::SemiBold};
inline constexpr TextStyle note{11.5, Weight::Regular};
inline constexpr TextStyle legend{11.5, Weight::Regular};
inline constexpr TextStyle headline{11.5, Weight::SemiBold};
inline constexpr TextStyle count{12, Weight::SemiBold};
}  // namespace type

/// How much larger text of this size is drawn so that it stays readable at a zoom; 1 or more.
double growthOf(double textSize, double zoom);
/// A line of text as it is drawn at a zoom: its words, cut to its room, and how much larger than the zoom alone makes
/// it.
struct FittedText {
    std::string words{};
    double growth = 1;
};
/// Text that does not fit its room grows a little less before it is cut.
FittedText fittedAt(const TextShape& text, double zoom);
/// The box of a pill drawn `growth` times as large as the zoom alone makes it, in scene coordinates.
Area areaOf(const PillShape& pill, double growth = 1);
double growthOf(const PillShape& pill, double zoom);
/// The pill as it is drawn at a zoom: in brief where its words have no room.
PillShape fittedAt(PillShape pill, double zoom);
/// The box of a line of text as it is drawn at a zoom, of a badge with its ring; in scene coordinates.
Area areaOf(const TextShape& text, double zoom);
Area areaOf(const BadgeShape& badge, double zoom);
/// How far the base line goes down as text gets larger, in parts of what it gains in size: capitals are 0.7 high.
double dropOf(Growth grows);
/// The box of a tag, `growth` times as large as at 100 %: it grows upwards, off the thing that it stands on.
Area areaOf(const TagShape& tag, double growth = 1);

}  // namespace gw
