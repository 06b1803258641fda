#include <algorithm>

#include "model/design/references.h"
#include "model/scene/appearance.h"
#include "model/scene/drawing.h"
#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"

namespace gw {
namespace {

constexpr double groupStroke = 1.5;
constexpr double subnetStroke = 1.25;
constexpr double tonedStroke = 1.75;  ///< of a subnet that a lens colours
constexpr double labelGap = 5;        ///< between a name and what stands behind it

struct FrameWords {
    std::string name{};
    std::string range{};
    bool rangeMayBeCut = false;
};

/// The words of a frame; what a lens says of it in the place of its range.
FrameWords wordsFor(const Drawing& drawing, const AnyId& subject, std::string range) {
    FrameWords words{nameOf(drawing.design(), subject), std::move(range)};
    if (const LensMark* mark = drawing.overlay().markOf(subject); mark && !mark->caption.empty()) {
        words.range = mark->caption;
        words.rangeMayBeCut = true;
    }
    return words;
}

/// A name, and behind it in grey what it covers; cut to `room`.
void label(Drawing& drawing, const AnyId& subject, Spot at, double room, const FrameWords& words, TextStyle style,
           Ink behind) {
    const double nameWidth = std::min(widthOf(words.name, style), room);
    drawing.item(subject, PicturePart::Label, Plane::Frames, Drawing::fromNames)
        .add(TextShape{at, words.name, style, Ink::Text, Anchor::Start, room, behind});
    const double rest = room - nameWidth - labelGap;
    if (words.range.empty() || rest <= 0) return;
    if (!words.rangeMayBeCut && fitted(words.range, type::detail, rest) != words.range) return;
    drawing.item(subject, PicturePart::Label, Plane::Frames, Drawing::inFull)
        .add(TextShape{
            {at.x + nameWidth + labelGap, at.y}, words.range, type::detail, Ink::Muted, Anchor::Start, rest, behind});
}

/// A group frame: border in the group's colour, filled corner square with the pictogram.
void groupFrame(Drawing& drawing, const AnyId& subject, const Area& area, std::string_view icon, Ink ink, Dash dash) {
    drawing.body(subject, Plane::Frames, Drawing::always, area)
        .add(RectShape{area, 0, Ink::None, {ink, groupStroke, dash}});
    const Area square{area.x, area.y, size::cornerSquare, size::cornerSquare};
    drawing.item(subject, PicturePart::Sign, Plane::Frames, Drawing::fromBars)
        .add(RectShape{square, 0, ink, {}})
        .add(IconShape{icon, Area::around(square.centre(), 8, 8), Ink::Canvas});
}

/// The words of a group frame, beside its corner square.
void groupLabel(Drawing& drawing, const AnyId& subject, const Area& area, const FrameWords& words) {
    label(drawing, subject, {area.x + size::frameWords, area.y + 15.5}, area.width - size::frameWords - 8, words,
          type::name, Ink::Canvas);
}

/// How many things stand in the frame, written large enough to be read from far away.
void count(Drawing& drawing, const AnyId& frame, const Area& area) {
    const std::size_t things = drawing.containment().allIn(frame.value).size() - 1;
    if (things == 0) return;
    drawing.item(frame, PicturePart::Label, Plane::Frames, Drawing::countsOnly)
        .add(TextShape{{area.centre().x, area.centre().y + 4},
                       std::to_string(things),
                       type::count,
                       Ink::Muted,
                       Anchor::Middle,
                       area.width});
}

void draw(Drawing& drawing, const Region& region) {
    const auto area = drawing.areaOf(region.id);
    if (!area) return;
    FrameWords words{region.code, {}};
    if (const Account* account = find(drawing.design(), region.account))
        words.range =
            "account " + (account->number ? groupedNumber(account->number) : nameOf(drawing.design(), account->id));
    groupFrame(drawing, region.id, *area, "region", Ink::Region, Dash::Region);
    groupLabel(drawing, region.id, *area, words);
}

void draw(Drawing& drawing, const AvailabilityZone& zone) {
    const auto area = drawing.areaOf(zone.id);
    if (!area) return;
    drawing.body(zone.id, Plane::Frames, Drawing::always, *area)
        .add(RectShape{*area, 0, Ink::None, {Ink::Zone, subnetStroke, Dash::Zone}});
    drawing.item(zone.id, PicturePart::Label, Plane::Frames, Drawing::fromNames)
        .add(TextShape{{area->centre().x, area->y + 14},
                       zone.name,
                       type::zone,
                       Ink::Muted,
                       Anchor::Middle,
                       area->width - 8,
                       Ink::Canvas,
                       Cut::End,
                       // The border of a VPC runs below it.
                       Growth::Up});
}

void draw(Drawing& drawing, const Vpc& vpc) {
    if (const auto area = drawing.areaOf(vpc.id)) groupFrame(drawing, vpc.id, *area, "vpc", Ink::Vpc, Dash::Solid);
}

void drawLabel(Drawing& drawing, const Vpc& vpc) {
    const auto area = drawing.areaOf(vpc.id);
    if (!area) return;
    std::string blocks;
    for (const Cidr& block : vpc.cidrs) blocks += (blocks.empty() ? "" : ", ") + block.text();
    groupLabel(drawing, vpc.id, *area, wordsFor(drawing, vpc.id, std::move(blocks)));
}

void draw(Drawing& drawing, const Subnet& subnet) {
    const auto area = drawing.areaOf(subnet.id);
    if (!area) return;
    const auto found = drawing.overlay().waysOut.find(subnet.id);
    const WayOut way = found == drawing.overlay().waysOut.end() ? WayOut::Isolated : found->second;
    const Appearance look = appearanceOf(way);
    const LensMark* mark = drawing.overlay().markOf(subnet.id);
    const bool isToned = mark && mark->tone != Tone::Plain && !mark->isGone;
    const Ink tint = isToned ? softInkOf(mark->tone) : tintOf(way);
    const Ink ink = isToned ? inkOf(mark->tone) : look.ink;
    drawing.body(subnet.id, Plane::Frames, Drawing::always, *area)
        .add(RectShape{*area, 0, tint, {ink, isToned ? tonedStroke : subnetStroke}});
    drawing.item(subnet.id, PicturePart::Sign, Plane::Frames, Drawing::fromNames)
        .add(IconShape{look.icon, {area->x + 5, area->y + 4, 14, 14}, ink});
    label(drawing, subnet.id, {area->x + 22, area->y + 15.5}, area->width - 25,
          wordsFor(drawing, subnet.id, shortBlockOf(drawing.design(), subnet)), type::subnet, tint);
    count(drawing, subnet.id, *area);
}

/// "flow log" at the top right of the VPC it records.
void draw(Drawing& drawing, const FlowLog& log) {
    const auto area = drawing.areaOf(log.resource);
    if (!area || !find(drawing.design(), Id<Vpc>{log.resource.value})) return;
    constexpr std::string_view words = "flow log";
    const double width = widthOf(words, type::detail);
    const double right = area->right() - 28;
    drawing.item(log.id, PicturePart::Sign, Plane::Frames, Drawing::fromNames)
        .add(IconShape{"flow-log", {right - width - 18, area->y + 4, 14, 14}, Ink::Muted});
    drawing.item(log.id, PicturePart::Label, Plane::Frames, Drawing::inFull)
        .add(TextShape{
            {right, area->y + 15}, std::string(words), type::detail, Ink::Muted, Anchor::End, width, Ink::Canvas});
}

}  // namespace

void drawFrames(Drawing& drawing) {
    const Design& design = drawing.design();
    for (const Region& region : design.regions) draw(drawing, region);
    for (const Vpc& vpc : design.vpcs) draw(drawing, vpc);
    for (const AvailabilityZone& zone : design.availabilityZones) draw(drawing, zone);
    // Above the zones, whose borders would run through them.
    for (const Vpc& vpc : design.vpcs) drawLabel(drawing, vpc);
    for (const Subnet& subnet : design.subnets) draw(drawing, subnet);
    for (const FlowLog& log : design.flowLogs) draw(drawing, log);
}

}  // namespace gw
