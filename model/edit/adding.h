#pragma once
#include <string>
#include <utility>
#include <vector>

#include "model/edit/palette.h"

/// What the files that add things of the palette share.
namespace gw::edits {

/// A thing being added: rows go into `design`, `boxes` gets the places of those that are drawn, in the order of
/// placing.
struct Adding {
    Design& design;
    const PaletteItem& item;
    std::string id;
    AnyId frame;
    Box box;
    std::vector<std::pair<std::string, Box>> boxes{};

    /// The part of the key behind its dot: "s3" of "service.s3".
    std::string_view variant() const { return item.key.substr(item.key.find('.') + 1); }
    const Subnet* subnet() const { return design.subnets.find({frame.value}); }
    const Vpc* vpc() const { return design.vpcs.find(subnet() ? subnet()->vpc : Id<Vpc>{frame.value}); }
    const Region* region() const { return design.regions.find(vpc() ? vpc()->region : Id<Region>{frame.value}); }
};

/// A thing of the section "Rules and policies": it has rows and no place. Dropped on a subnet, a route table or network
/// ACL takes that subnet over.
Status addUndrawn(Adding& adding);

}  // namespace gw::edits
