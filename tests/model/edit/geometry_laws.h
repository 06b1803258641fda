#pragma once
#include <algorithm>
#include <optional>
#include <string>

#include "model/design/containment.h"
#include "model/design/design.h"

/// The laws of the drawing, asked of a whole design.
namespace gw {

/// The first law that is broken, and by what; empty where all hold.
inline std::string brokenLaw(const Design& design) {
    const Containment containment(design);
    const auto boxOf = [&](const std::string& id) -> std::optional<Box> {
        const Placement* placed = design.placements.find({id});
        return placed ? std::optional(placed->box()) : std::nullopt;
    };
    const auto describe = [&](const std::string& id) {
        const Box box = *boxOf(id);
        return id + " (" + std::to_string(box.x) + "," + std::to_string(box.y) + " " + std::to_string(box.width) + "x" +
               std::to_string(box.height) + ")";
    };
    const auto solid = [](Standing standing) {
        return standing == Standing::Frame || standing == Standing::Card || standing == Standing::Glyph;
    };
    for (const Placement& placed : design.placements) {
        const std::string& id = placed.id.value;
        const Standpoint at = containment.of(id);
        const auto frame = boxOf(at.frame.value);
        const Box box = placed.box();
        if (box.width <= 0 || box.height <= 0) return describe(id) + " has no size";
        if (frame && solid(at.standing)) {
            const bool level = frame->y <= box.y && box.bottom() <= frame->bottom();
            const bool inside = frame->contains(box);
            const bool spans = !containment.spanOf(id).empty();
            if (spans ? !level : !inside) return describe(id) + " reaches out of " + describe(at.frame.value);
            if (spans) {
                // Across its own subnets: it begins in one of them and ends in one.
                bool begins = false;
                bool ends = false;
                for (const std::string& subnet : containment.spanOf(id))
                    if (const auto in = boxOf(subnet)) {
                        begins = begins || (in->x < box.x && box.x < in->right());
                        ends = ends || (in->x < box.right() && box.right() < in->right());
                    }
                if (!begins || !ends) return describe(id) + " does not span its subnets";
            }
        }
        if (frame && at.standing == Standing::Border) {
            const Point c = box.centre();
            const bool onSide = (c.x == frame->x || c.x == frame->right()) && frame->y <= c.y && c.y <= frame->bottom();
            const bool onEdge = (c.y == frame->y || c.y == frame->bottom()) && frame->x <= c.x && c.x <= frame->right();
            if (!onSide && !onEdge) return describe(id) + " is off the border of " + describe(at.frame.value);
        }
        for (const std::string& other : containment.in(at.frame.value)) {
            const auto theirs = boxOf(other);
            if (!theirs || other <= id) continue;
            const Standing standing = containment.of(other).standing;
            const bool sameKind =
                (solid(at.standing) && solid(standing)) || (at.standing == standing && standing == Standing::Border);
            if (sameKind && box.overlaps(*theirs)) return describe(id) + " overlaps " + describe(other);
            if (at.standing == Standing::Band && standing == Standing::Band && box.x < theirs->right() &&
                theirs->x < box.right())
                return "zone " + describe(id) + " overlaps zone " + describe(other);
        }
    }
    for (const AvailabilityZone& zone : design.availabilityZones) {
        const auto band = boxOf(zone.id.value);
        const auto& subnets = containment.subnetsOf(zone.id.value);
        for (const Vpc& vpc : design.vpcs) {
            const auto frame = boxOf(vpc.id.value);
            if (!band || !frame || vpc.region != zone.region) continue;
            // Without subnets it is across the VPC that it begins in.
            const bool crosses = subnets.empty()
                                     ? frame->x <= band->x && band->x < frame->right()
                                     : std::ranges::any_of(subnets, [&](const std::string& subnet) {
                                           return boxOf(subnet) && design.subnets.find({subnet})->vpc == vpc.id;
                                       });
            if (crosses && (band->x < frame->x || frame->right() < band->right()))
                return "zone " + describe(zone.id.value) + " is not wholly across " + describe(vpc.id.value);
        }
    }
    for (const Subnet& subnet : design.subnets) {
        const auto box = boxOf(subnet.id.value);
        // The zone of another Region is a finding, and no band to stand in.
        const AvailabilityZone* zone = design.availabilityZones.find(subnet.zone);
        const Vpc* vpc = design.vpcs.find(subnet.vpc);
        const auto band = zone && vpc && zone->region == vpc->region ? boxOf(subnet.zone.value) : std::nullopt;
        if (box && band && !band->contains(*box))
            return describe(subnet.id.value) + " is out of its zone " + describe(subnet.zone.value);
        // Cards that come in from the next subnet are in nobody's way.
        for (const std::string& card : containment.spanning(subnet.id.value))
            for (const std::string& other : containment.in(subnet.id.value)) {
                const auto a = boxOf(card);
                const auto b = boxOf(other);
                if (other != card && box && a && b && a->overlaps(*b))
                    return describe(card) + " spans over " + describe(other);
            }
    }
    return {};
}

}  // namespace gw
