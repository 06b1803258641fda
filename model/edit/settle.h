#pragma once
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/design/containment.h"
#include "model/edit/free_place.h"
#include "model/edit/measure.h"

namespace gw {

/// Keeps the geometry lawful while an edit moves things. The laws: a child stays inside its frame; siblings do not
/// overlap; signs stand on the border of their VPC; zone bands lie side by side, hold their subnets and lie across VPCs
/// wholly; a card in several subnets spans those that are level with it.
///
/// What a person places goes to the nearest free place and stays there. What is then in the way is pushed right or
/// down, each thing once, to a place clear of all that stands fast already: so an edit ends. Levels settle from the
/// inside out: cards, subnets, zone bands, VPCs, Regions, the top. Frames grow; they shrink where a frame in them is
/// deleted, and else never by themselves. Subnets that are drawn in one line stay so as they grow or are pushed. What
/// stands to the right of a VPC that grows keeps its distance, where names and lines of endpoints are, and a column of
/// cards there stays one; nothing else moves.
class Settler {
public:
    /// `design` must outlive the settler; its rows may not change meanwhile, its placements are changed by finish()
    /// alone.
    explicit Settler(Design& design);

    bool isPlaced(const std::string& id) const;
    Box box(const std::string& id) const;

    /// Puts a thing that is new (or was somewhere else) at `box`, or at the nearest free place of its frame: a card
    /// where its subnet need not grow, or grows downwards alone, as long as it has such a place; a sign on its side of
    /// the border where it and the next ones have room for their names. A VPC whose side is full grows.
    void place(const std::string& id, Box box);
    /// Moves things with all that stands in them to the nearest place by (dx, dy) where they overlap no sibling. Things
    /// inside others of the set move with those; border signs slide along their border. A zone moves along with its
    /// last subnets; a VPC that shares zones with another keeps its column.
    void move(const std::set<std::string>& ids, int dx, int dy);
    /// The subnet grows where dots of interfaces have no room below what stands in it.
    void makeRoomForInterfaces(const std::string& subnet);
    /// Where the thing has to look for a free place, it stays this far from others.
    void keepSpacing(const std::string& id, int gap) { spacings_[id] = gap; }
    /// Gives a thing the box, at least as large as what stands in it; siblings in the way are pushed aside.
    void resize(const std::string& id, Box box);
    /// Draws the frames of `after` in, where things of `before` are gone: a side of a Region that stood by a VPC which
    /// went, and the right and lower side of a VPC that stood by a subnet, come to what stands there now. A side that a
    /// person drew further out than `measure::fitSlack` keeps its place, and so does a frame that holds nothing any
    /// more. Zones end where the last VPC that they cross ends. Nothing else moves, but for signs on a side that does.
    static void drawIn(const Design& before, Design& after);
    /// Writes the places into the design.
    void finish();

private:
    using Ids = std::vector<std::string>;

    /// A thing that moves with a group, and along which axes.
    struct Mover {
        std::string id;
        bool sideways = true;
        bool upright = true;
    };
    void moveWithin(const std::set<std::string>& ids, int dx, int dy, const std::vector<Limits>& preferred);
    std::vector<Limits> insideOf(const std::string& card) const;
    /// One of the four sides of a VPC: upright at an x, or level at a y.
    struct BorderSide {
        bool upright = true;
        int across = 0;
        friend bool operator==(const BorderSide&, const BorderSide&) = default;
    };
    static BorderSide sideOf(const Box& frame, Point at);
    std::vector<Mover> moversOf(const std::set<std::string>& ids, Limits& limits) const;
    void addForbidden(const Mover& mover, const std::set<std::string>& moving, int gap,
                      std::vector<Box>& forbidden) const;
    Box leastBox(const std::string& frame) const;
    std::optional<Box> heldBox(const std::string& frame) const;
    void drawIn(const Settler& was, const std::set<std::string>& vpcs, std::set<std::string> regions);
    void drawIn(const Settler& was, const std::string& frame);
    /// Where an Availability Zone without subnets may go by about `dx`: on a VPC it stays right of the left border,
    /// elsewhere it does not come to lie across one.
    void keepAcross(const std::string& band, int dx, Limits& limits, std::vector<Box>& forbidden) const;
    Box keptOffSiblings(const std::string& id, const Box& before, Box wanted) const;

    void settle(const std::set<std::string>& held);
    void settleCards(const std::set<std::string>& held);
    void settleBands(const std::set<std::string>& held);
    template <class Row>
    void settleFrames(const Table<Row>& frames, const std::set<std::string>& held);
    void growAcross(const std::string& vpc);
    void stretchBands(const std::string& region);
    void separate(const Ids& things, const std::set<std::string>& held);
    void grow(const std::string& frame);
    void respan(const std::string& card);

    Standpoint standpoint(const std::string& id) const { return containment_->of(id); }
    /// Whether the thing, or a frame that it stands in, is one of these.
    bool isIn(const std::string& id, const std::set<std::string>& ids) const;
    bool isSolid(const std::string& id) const;
    bool isCard(const std::string& id) const;
    bool isSpanning(const std::string& id) const { return covered(id).size() > 1; }
    Ids solidsIn(const std::string& frame) const;
    Ids bandsOf(const std::string& region) const;
    Ids placedSubnetsOf(const std::string& band) const;
    Ids vpcsOf(const std::string& region) const;
    bool isEmptyBand(const std::string& band) const;
    /// The VPCs that a band crosses: those of its subnets; without subnets, those that its left edge lies in.
    Ids crossedBy(const std::string& band) const;
    /// The bands without subnets that cross the VPC.
    Ids emptyBandsAcross(const std::string& vpc) const;
    /// The bands that cross the VPC, with subnets in it or without any.
    Ids bandsAcross(const std::string& vpc) const;
    std::string bandOf(const std::string& subnet) const;
    std::string regionOf(const std::string& subnet) const;
    /// Whether the thing keeps its column when it is pushed: it stands in a band, holds such things, or spans.
    bool keepsColumn(const std::string& id) const;
    int clearance(const std::string& a, const std::string& b) const;
    /// How far apart two things stand, at least, where one of them has to look for a free place.
    int spacing(const std::string& a, const std::string& b) const;
    /// How far from the right border of `frame` the other stays: as far as it stood, where a VPC has grown.
    int distanceKept(const std::string& frame, const std::string& other) const;
    measure::Padding paddingOf(const std::string& frame) const;
    /// Whether dots of interfaces stand in the subnet.
    bool hasInterfaces(const std::string& subnet) const;
    /// The subnets of a card that are level with it: those it is drawn across.
    const Ids& covered(const std::string& card) const;
    /// The subnet and all that cards tie to it, directly or through others: they are pushed as one.
    Ids rowOf(const std::string& subnet) const;
    /// The subnets of its VPC that were drawn level with it, top and bottom, before the edit.
    Ids peersOf(const std::string& subnet) const;
    /// rowOf() with the peers of each, and theirs.
    Ids lineOf(const std::string& subnet) const;
    void growPeers(const std::string& subnet, const std::set<std::string>& held);

    void setBox(const std::string& id, const Box& box);
    void shift(const std::string& id, int dx, int dy);
    /// `seated` has its place already.
    void reseat(const std::string& vpc, const Box& before, const std::string& seated = {});
    Box seat(const std::string& sign, const Box& wanted) const;
    void seatWithRoom(const std::string& sign);
    std::vector<Box> takenOnSide(const std::string& sign, const BorderSide& side) const;

    Design& design_;
    std::shared_ptr<const Containment> containment_;
    /// Where things are that the design has elsewhere.
    std::unordered_map<std::string, Box> boxes_;
    /// What has moved within its frame or grown, and may be in the way of siblings.
    std::set<std::string> moved_;
    /// Asked once in an edit: pushing a card down must not loosen it from a subnet that will grow with it.
    mutable std::unordered_map<std::string, Ids> covered_;
    std::unordered_map<std::string, int> spacings_;
    mutable std::optional<std::set<std::string>> withInterfaces_;
};

}  // namespace gw
