#include "model/edit/clip.h"

#include <algorithm>

#include "model/design/references.h"
#include "model/edit/edits.h"
#include "model/edit/palette.h"
#include "model/edit/room_in.h"
#include "model/edit/settle.h"
#include "model/edit/usual.h"
#include "model/edit/well_formed.h"

namespace gw {
namespace {

/// Rows that only make sense together with everything: one of a design, not to be doubled.
template <class Row>
constexpr bool copied = !std::is_same_v<Row, Waiver> && !std::is_same_v<Row, PriceOverride>;

/// Rows whose name is not theirs to choose: AWS's, or the DNS name that they answer for.
template <class Row>
constexpr bool keepsName = std::is_same_v<Row, AvailabilityZone> || std::is_same_v<Row, HostedZone>;

/// The text without the number that an earlier copy got: "app" of "app-2"; `before` stands in front of the number.
std::string withoutNumber(const std::string& text, char before) {
    const auto at = text.rfind(before);
    const bool numbered = at != std::string::npos && at > 0 && at + 1 < text.size() &&
                          text.find_first_not_of("0123456789", at + 1) == std::string::npos;
    return numbered ? text.substr(0, at) : text;
}

/// The name with the least number that no row of the table has yet: "payment-2", "Payment API 2".
template <class Row>
std::string nameOfCopy(const Table<Row>& table, const std::string& name) {
    const auto isTaken = [&](const std::string& tried) {
        return std::ranges::any_of(table, [&](const Row& row) { return row.name == tried; });
    };
    const char before = name.find(' ') == std::string::npos ? '-' : ' ';
    const std::string base = withoutNumber(name, before);
    std::string tried = name;
    for (int number = 2; isTaken(tried); ++number) tried = base + before + std::to_string(number);
    return tried;
}

}  // namespace

Design clipOf(const Design& design, const std::set<std::string>& ids) {
    const Containment containment(design);
    std::set<std::string> all;
    for (const std::string& id : ids)
        for (const std::string& each : containment.allIn(id)) all.insert(each);
    // What belongs to a copied thing and has no place of its own comes along: route tables, security groups of a VPC.
    std::set<std::string> owned = closureOfRemoval(design, ids);
    for (const std::string& id : owned)
        if (containment.of(id).standing == Standing::None) all.insert(id);
    Design clip;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (copied<Row>)
            for (const Row& row : design.*table) {
                if (!all.contains(row.id.value)) continue;
                if constexpr (std::is_same_v<Row, Flow>)
                    if (!all.contains(row.from.value) || !all.contains(row.to.value)) continue;
                (clip.*table).put(row);
            }
    });
    return clip;
}

std::map<std::string, std::string> idsForPaste(const Design& design, const Design& clip) {
    std::map<std::string, std::string> ids;
    std::set<std::string> taken;
    // The numbers below are in use: a thousand copies of one thing are not counted from the start each.
    std::map<std::string, int> next;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (!std::is_same_v<Row, Placement>)
            for (const Row& row : clip.*table) {
                // "app-2" copied again becomes "app-3", not "app-2-2".
                const std::string base = withoutNumber(row.id.value, '-').substr(0, maxIdLength - 8);
                std::string id = row.id.value;
                if (contains(design, AnyId(id)) || taken.contains(id)) {
                    int& number = next.try_emplace(base, 2).first->second;
                    do id = base + "-" + std::to_string(number++);
                    while (contains(design, AnyId(id)) || taken.contains(id));
                }
                taken.insert(id);
                ids.emplace(row.id.value, id);
            }
    });
    return ids;
}

namespace edits {

namespace {

/// A copy of a subnet in the VPC of its original takes the next free block of that size; two of one block AWS refuses.
/// Where none is free it keeps that block, which is then found. An IPv6 block is left to be chosen.
void giveOwnBlocks(Design& design, const Design& clip, const std::map<std::string, std::string>& ids) {
    for (const Subnet& original : clip.subnets) {
        const auto renamed = ids.find(original.id.value);
        const Subnet* copy = renamed == ids.end() ? nullptr : design.subnets.find(Id<Subnet>{renamed->second});
        const Vpc* vpc = copy ? design.vpcs.find(copy->vpc) : nullptr;
        if (!vpc || renamed->second == original.id.value) continue;
        const auto isTaken = [&](std::optional<Cidr> Subnet::*block) {
            return copy->*block && std::ranges::any_of(design.subnets, [&](const Subnet& each) {
                       return each.id != copy->id && each.vpc == copy->vpc && each.*block &&
                              (each.*block)->overlaps(*(copy->*block));
                   });
        };
        Subnet own = *copy;
        if (isTaken(&Subnet::cidr))
            if (const auto free = usual::subnetBlock(design, *vpc, own.cidr->prefix())) own.cidr = free;
        if (isTaken(&Subnet::ipv6Cidr)) own.ipv6Cidr.reset();
        if (own != *copy) design.subnets.put(std::move(own));
    }
}

/// Adds the rows of the clip under the new ids; returns those that are drawn.
Result<std::set<std::string>> addRows(Design& design, const Design& clip,
                                      const std::map<std::string, std::string>& ids) {
    std::set<std::string> placed;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        for (Row row : clip.*table) {
            const auto renamed = ids.find(row.id.value);
            if (renamed == ids.end()) continue;
            const bool isNew = renamed->second != row.id.value;
            row.id.value = renamed->second;
            forEachReference(row, [&](auto& id) {
                if (const auto at = ids.find(id.value); at != ids.end())
                    id.value = at->second;
                else if (!exists(design, id))
                    // The design may have a row of that id and of another kind: no id is written like this.
                    id.value = "missing " + id.value;
            });
            if constexpr (requires { row.name; }) {
                if (isNew && row.name == renamed->first)
                    row.name = renamed->second;
                else if constexpr (!keepsName<Row> && std::is_same_v<decltype(row.name), std::string>)
                    if (isNew && !row.name.empty()) row.name = nameOfCopy(design.*table, row.name);
            }
            if constexpr (std::is_same_v<Row, Placement>) {
                placed.insert(row.id.value);
            }
            (design.*table).put(std::move(row));
        }
    });
    // References to rows that neither the clip nor the design has are cleared, as if those rows had been removed.
    std::set<std::string> missing;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        for (const Row& row : design.*table)
            forEachReference(row, [&](const auto& id) {
                if (!contains(design, AnyId(id.value))) missing.insert(id.value);
            });
    });
    if (!missing.empty()) design = withoutRows(std::move(design), missing);
    giveOwnBlocks(design, clip, ids);
    std::set<std::string> still;
    for (const std::string& id : placed)
        if (design.placements.find({id})) still.insert(id);
    if (still.empty() && !placed.empty()) return fail("What was copied belongs to things that this design has not.");
    return still;
}

/// Those that stand in none of the others.
std::set<std::string> topsOf(const Design& design, const std::set<std::string>& ids) {
    std::set<std::string> tops;
    for (const std::string& id : ids) {
        const Standpoint at = standpointOf(design, AnyId(id));
        if (at.standing != Standing::None && !ids.contains(at.frame.value)) tops.insert(id);
    }
    return tops;
}

/// Takes a thing that stands where its original does into the first of the frames that takes it, to a free place; false
/// where it stays: what is a frame itself, or stands in that one already, and what is refused.
bool goesInto(Design& design, const AnyId& id, const std::vector<AnyId>& frames) {
    const Result<AnyId> frame = frames.empty() ? Result<AnyId>(AnyId{}) : frameFor(design, id, frames);
    const Standpoint at = standpointOf(design, id);
    const Placement* around = frame && *frame ? design.placements.find({frame->value}) : nullptr;
    if (!around || *frame == at.frame || at.standing == Standing::Frame || at.standing == Standing::Band) return false;
    Design moved = design;
    const Point centre = freeCentreIn(design, frame->value, design.placements.find({id.value})->box());
    if (!dropAlone(id, *frame, centre).run(moved)) return false;
    design = std::move(moved);
    return true;
}

/// How far a frame that stands where its original does is from the nearest of its kind: in the column of its zone, a
/// subnet; nothing for other things, and where none is near.
std::optional<int> spacingOf(const Design& design, const std::string& id) {
    constexpr int near = measure::besideVpc;
    const bool isSubnet = design.subnets.find({id});
    const Standpoint at = standpointOf(design, AnyId(id));
    if (!isSubnet && !design.vpcs.find({id})) return std::nullopt;
    const Box own = design.placements.find({id})->box();
    int least = near + 1;
    for (const std::string& other : containmentOf(design)->in(at.frame.value)) {
        const Placement* placed = design.placements.find({other});
        if (!placed || placed->box() == own) continue;
        const Standing standing = standpointOf(design, AnyId(other)).standing;
        if (standing != Standing::Frame && standing != Standing::Card) continue;
        const Box box = placed->box();
        const bool isInColumn = box.x < own.right() && own.x < box.right();
        const bool isInRow = box.y < own.bottom() && own.y < box.bottom();
        if (isInColumn == isInRow || (isSubnet && !isInColumn)) continue;
        const int gap = isInColumn ? std::max(box.y - own.bottom(), own.y - box.bottom())
                                   : std::max(box.x - own.right(), own.x - box.right());
        least = std::min(least, gap);
    }
    return least > near ? std::nullopt : std::optional(least);
}

/// Brings things that stand where their originals do beside those, each in its own frame.
void setAside(Design& design, const std::set<std::string>& tops) {
    constexpr Point aside{2 * measure::grid, 2 * measure::grid};
    const bool solid = std::ranges::all_of(tops, [&](const std::string& id) {
        const Standing standing = standpointOf(design, AnyId(id)).standing;
        return standing == Standing::Card || standing == Standing::Glyph;
    });
    auto by = roomFor(design, tops, aside);
    if (!by) by = solid ? belowAllFor(design, tops) : aside;
    Settler settler(design);
    for (const std::string& id : tops)
        if (const auto gap = spacingOf(design, id)) settler.keepSpacing(id, *gap);
    settler.move(tops, by->x, by->y);
    // A copy on the border leaves the sign that it was taken from its name.
    for (const std::string& id : tops)
        if (standpointOf(design, AnyId(id)).standing == Standing::Border) settler.place(id, settler.box(id));
    settler.finish();
}

}  // namespace

Edit paste(Design clip, std::map<std::string, std::string> ids, int dx, int dy) {
    return Edit("Paste", [=](Design& design) -> Status {
        const auto placed = addRows(design, clip, ids);
        if (!placed) return tl::unexpected<Error>(placed.error());
        Settler settler(design);
        settler.move(*placed, dx, dy);
        settler.finish();
        return {};
    });
}

Edit pasteBeside(Design clip, std::map<std::string, std::string> ids, AnyId into) {
    return Edit("Paste", [=](Design& design) -> Status {
        const auto placed = addRows(design, clip, ids);
        if (!placed) return tl::unexpected<Error>(placed.error());
        std::vector<AnyId> frames;
        for (AnyId at = into; at; at = standpointOf(design, at).frame) frames.push_back(at);
        std::set<std::string> stayed;
        for (const std::string& id : topsOf(design, *placed))
            if (!goesInto(design, AnyId(id), frames)) stayed.insert(id);
        if (!stayed.empty()) setAside(design, stayed);
        return {};
    });
}

Edit pasteAt(Design clip, std::map<std::string, std::string> ids, AnyId into, Point at) {
    const Edit beside = pasteBeside(std::move(clip), ids, std::move(into));
    return Edit("Paste", [=](Design& design) -> Status {
        if (const Status done = beside.run(design); !done) return done;
        std::set<std::string> placed;
        for (const auto& [original, copy] : ids)
            if (design.placements.find({copy})) placed.insert(copy);
        std::set<std::string> moving;
        std::optional<Point> corner;
        for (const std::string& id : topsOf(design, placed)) {
            const AnyId frame = standpointOf(design, AnyId(id)).frame;
            const Placement* around = design.placements.find({frame.value});
            if (around && !around->box().contains(at)) continue;
            const Box box = design.placements.find({id})->box();
            corner = corner ? Point{std::min(corner->x, box.x), std::min(corner->y, box.y)} : Point{box.x, box.y};
            moving.insert(id);
        }
        if (!corner) return {};
        Settler settler(design);
        settler.move(moving, at.x - corner->x, at.y - corner->y);
        settler.finish();
        return {};
    });
}

}  // namespace edits
}  // namespace gw
