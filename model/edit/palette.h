#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/edit/edit.h"

namespace gw {

/// Where a thing may be dropped.
enum class Place : std::uint8_t {
    Top,          ///< stands in no frame, wherever it is dropped
    Region,       ///< in a Region, across its VPCs
    BesideVpcs,   ///< in a Region, outside its VPCs; beside all Regions it brings one or joins the nearest
    Vpc,          ///< in or on the border of a VPC
    Subnet,       ///< in a subnet
    SubnetOrVpc,  ///< in a subnet, or in a VPC until its subnets are chosen
};

/// One thing of the palette: what a drag from it makes.
struct PaletteItem {
    std::string_view key;       ///< "vpc", "endpoint.interface", "fargate", "service.s3"
    std::string_view label;     ///< "Interface"
    std::string_view noun;      ///< in a sentence: "interface endpoint"
    std::string_view icon;      ///< name of its pictogram
    std::string_view section;   ///< "Network", "Endpoints", "Workloads", "Services", "Rules and policies", "Around"
    std::string_view words;     ///< further words that find it
    std::string_view idPrefix;  ///< of the ids of new ones
    Place place = Place::Top;
    int width = 0;  ///< of a new one, pixels at 100 %; 0 for what is not drawn
    int height = 0;
};

/// Everything that can be dragged onto the canvas, in the order it is shown.
std::span<const PaletteItem> palette();
/// nullptr where no item has that key.
const PaletteItem* paletteItem(std::string_view key);

/// The frame that takes a new thing dropped on `frames` (what is under the pointer, deepest first): the first that may
/// hold it, or the top (an empty id) where it may stand free. What belongs in a VPC or on its border need not be
/// dropped on the line: `at` is the point of the drop, and the nearest VPC within measure::borderReach of it takes the
/// thing where none is among `frames`. Says why where nothing takes it.
Result<AnyId> frameFor(const Design& design, const PaletteItem& item, std::span<const AnyId> frames,
                       std::optional<Point> at = {});
/// The same for a thing of the design that is dragged elsewhere. Beside all Regions it stays in its own, which grows.
Result<AnyId> frameFor(const Design& design, const AnyId& thing, std::span<const AnyId> frames,
                       std::optional<Point> at = {});

namespace edits {

/// Adds a thing of the palette with the given id (newIdFor() finds one) in the frame that frameFor() found, its box
/// around `centre` or at the nearest free place. It is of use at once: what AWS or its console would make with it comes
/// along (a VPC's main route table, a NAT gateway's Elastic IP, a group for an endpoint or workload), and so does the
/// frame it needs (a Region, a subnet's zone). A VPC's default group and default network ACL stay implied: a group that
/// nobody uses would only be a finding.
Edit addThing(std::string item, std::string id, AnyId frame, Point centre);

}  // namespace edits

/// An id for a new thing of the palette that no row has yet.
std::string newIdFor(const Design& design, const PaletteItem& item);

}  // namespace gw
