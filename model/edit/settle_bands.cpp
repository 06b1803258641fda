#include <algorithm>

#include "model/edit/settle.h"

/// Availability Zones are bands that cross the VPCs of their Region: which ones, and what keeps them so.
namespace gw {
namespace {

/// Between the border of a VPC and the bands in it: as much as their subnets keep.
constexpr int bandLeft = measure::vpc.left - measure::bandPadding;
constexpr int bandRight = measure::vpc.right - measure::bandPadding;

bool holdsSideways(const Box& frame, int x) {
    return frame.x <= x && x < frame.right();
}

}  // namespace

Settler::Ids Settler::bandsOf(const std::string& region) const {
    Ids bands;
    if (!design_.regions.find({region})) return bands;
    for (const std::string& child : containment_->in(region))
        if (standpoint(child).standing == Standing::Band && isPlaced(child)) bands.push_back(child);
    return bands;
}

std::string Settler::regionOf(const std::string& subnet) const {
    const Subnet* row = design_.subnets.find({subnet});
    const Vpc* vpc = row ? design_.vpcs.find(row->vpc) : nullptr;
    return vpc ? vpc->region.value : std::string{};
}

/// The band that the subnet stands in; none where its zone is not drawn, or is one of another Region.
std::string Settler::bandOf(const std::string& subnet) const {
    const Subnet* row = design_.subnets.find({subnet});
    if (!row || !row->zone || !isPlaced(row->zone.value)) return {};
    const AvailabilityZone* zone = design_.availabilityZones.find(row->zone);
    return zone && zone->region.value == regionOf(subnet) ? row->zone.value : std::string{};
}

Settler::Ids Settler::placedSubnetsOf(const std::string& band) const {
    Ids subnets;
    for (const std::string& subnet : containment_->subnetsOf(band))
        if (isPlaced(subnet) && bandOf(subnet) == band) subnets.push_back(subnet);
    return subnets;
}

Settler::Ids Settler::crossedBy(const std::string& band) const {
    Ids crossed = vpcsOf(standpoint(band).frame.value);
    std::set<std::string> holders;
    for (const std::string& subnet : placedSubnetsOf(band)) holders.insert(standpoint(subnet).frame.value);
    const bool isEmpty = isEmptyBand(band);
    std::erase_if(crossed, [&](const std::string& vpc) {
        return isEmpty ? !holdsSideways(box(vpc), box(band).x) : !holders.contains(vpc);
    });
    return crossed;
}

bool Settler::isEmptyBand(const std::string& band) const {
    return containment_->subnetsOf(band).empty();
}

Settler::Ids Settler::vpcsOf(const std::string& region) const {
    Ids vpcs;
    for (const std::string& child : containment_->in(region))
        if (design_.vpcs.find({child}) && isPlaced(child)) vpcs.push_back(child);
    return vpcs;
}

Settler::Ids Settler::emptyBandsAcross(const std::string& vpc) const {
    Ids bands = bandsOf(standpoint(vpc).frame.value);
    std::erase_if(bands,
                  [&](const std::string& band) { return !isEmptyBand(band) || !holdsSideways(box(vpc), box(band).x); });
    return bands;
}

Settler::Ids Settler::bandsAcross(const std::string& vpc) const {
    Ids bands = bandsOf(standpoint(vpc).frame.value);
    std::erase_if(bands, [&](const std::string& band) {
        const Ids crossed = crossedBy(band);
        return std::ranges::find(crossed, vpc) == crossed.end();
    });
    return bands;
}

void Settler::keepAcross(const std::string& band, int dx, Limits& limits, std::vector<Box>& forbidden) const {
    const Box own = box(band);
    const int centre = own.centre().x + dx;
    bool isOnVpc = false;
    std::vector<Box> astride;
    for (const std::string& id : vpcsOf(standpoint(band).frame.value)) {
        const Box vpc = box(id);
        if (holdsSideways(vpc, centre)) {
            isOnVpc = true;
            limits.minX = std::max(limits.minX, vpc.x + bandLeft - own.x);
        } else {
            astride.push_back({vpc.x - own.right(), -farAway, own.width + bandLeft, 2 * farAway});
        }
    }
    // Dropped on a VPC it stays in that, which grows; what stands to the right of it makes room.
    if (!isOnVpc) forbidden.insert(forbidden.end(), astride.begin(), astride.end());
}

/// A VPC reaches across the bands that cross it.
void Settler::growAcross(const std::string& vpc) {
    const Box own = box(vpc);
    Box wanted = own;
    for (const std::string& band : bandsOf(standpoint(vpc).frame.value)) {
        if (!moved_.contains(band) && !(moved_.contains(vpc) && isEmptyBand(band))) continue;
        const Ids crossed = crossedBy(band);
        if (std::ranges::find(crossed, vpc) == crossed.end()) continue;
        const Box across = box(band);
        if (across.x < wanted.x) {
            wanted.width += wanted.x - (across.x - bandLeft);
            wanted.x = across.x - bandLeft;
        }
        wanted.width = std::max(wanted.width, across.right() + bandRight - wanted.x);
    }
    if (wanted == own) return;
    setBox(vpc, wanted);
    moved_.insert(vpc);
    // It may have come under zones without subnets that begin further right.
    growAcross(vpc);
}

/// Bands hold the subnets that have moved; a band that reaches into the next one pushes it and all its subnets right.
void Settler::settleBands(const std::set<std::string>& held) {
    std::set<std::string> regions;
    std::set<std::string> moved = moved_;
    // A VPC that comes from elsewhere brings subnets that their bands do not hold yet.
    for (const std::string& id : moved_)
        if (design_.vpcs.find({id}))
            for (const std::string& child : containment_->in(id))
                if (const std::string band = bandOf(child);
                    isPlaced(child) && !band.empty() &&
                    (box(child).x < box(band).x || box(child).right() > box(band).right()))
                    moved.insert(child);
    for (const std::string& id : moved) {
        if (standpoint(id).standing == Standing::Band || design_.vpcs.find({id}))
            regions.insert(standpoint(id).frame.value);
        const std::string band = bandOf(id);
        if (band.empty()) continue;
        regions.insert(regionOf(id));
        const Box subnet = box(id);
        Box wanted = box(band);
        const int right = std::max(wanted.right(), subnet.right() + measure::bandPadding);
        wanted.x = std::min(wanted.x, subnet.x - measure::bandPadding);
        wanted.width = right - wanted.x;
        if (wanted == box(band)) continue;
        setBox(band, wanted);
        moved_.insert(band);
    }
    for (const std::string& region : regions) {
        Ids bands = bandsOf(region);
        std::ranges::sort(bands, {},
                          [&](const std::string& id) { return std::make_tuple(box(id).x, !held.contains(id), id); });
        for (std::size_t i = 1; i < bands.size(); ++i) {
            const int dx = box(bands[i - 1]).right() + measure::gap - box(bands[i]).x;
            if (dx <= measure::gap) continue;
            setBox(bands[i], box(bands[i]).moved(dx, 0));
            moved_.insert(bands[i]);
            for (const std::string& subnet : placedSubnetsOf(bands[i])) {
                shift(subnet, dx, 0);
                moved_.insert(subnet);
            }
        }
    }
    for (const std::string& region : regions)
        for (const std::string& vpc : vpcsOf(region)) growAcross(vpc);
    for (const std::string& id : std::set<std::string>(moved_))
        for (const std::string& card : containment_->spanning(id)) respan(card);
}

/// Bands reach from above the highest to below the lowest VPC that they cross.
void Settler::stretchBands(const std::string& region) {
    for (const std::string& band : bandsOf(region)) {
        int top = farAway;
        int bottom = -farAway;
        bool touched = moved_.contains(band);
        for (const std::string& subnet : placedSubnetsOf(band)) touched = touched || moved_.contains(subnet);
        for (const std::string& vpc : crossedBy(band)) {
            touched = touched || moved_.contains(vpc);
            top = std::min(top, box(vpc).y - measure::bandAbove);
            bottom = std::max(bottom, box(vpc).bottom() + measure::bandBelow);
        }
        if (!touched || top > bottom) continue;
        Box wanted = box(band);
        wanted.y = top;
        wanted.height = bottom - top;
        setBox(band, wanted);
        moved_.insert(band);
    }
}

}  // namespace gw
