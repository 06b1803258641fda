#include "tests/bench/large_design.h"

namespace gw::test {
namespace {

constexpr int zoneCount = 3;
constexpr int tierCount = 4;
constexpr int rowsOfTier = 4;
constexpr int gateCount = 7;
/// VPC, zones, subnets, cards, endpoints and services of one block.
constexpr int thingsOfBlock = 1 + 1 + zoneCount + zoneCount * tierCount + tierCount * rowsOfTier + 2 * gateCount;

void place(std::vector<Placement>& placements, const std::string& id, Box box) {
    placements.push_back({{id}, box.x, box.y, box.width, box.height});
}

struct Rows {
    std::vector<Region> regions;
    std::vector<AvailabilityZone> zones;
    std::vector<Vpc> vpcs;
    std::vector<Subnet> subnets;
    std::vector<Workload> workloads;
    std::vector<Endpoint> endpoints;
    std::vector<ServiceResource> resources;
    std::vector<Flow> flows;
    std::vector<Placement> placements;
};

void block(Rows& rows, int number, int left, int top) {
    const std::string suffix = "-" + std::to_string(number);
    const std::string region = "region" + suffix;
    const std::string vpc = "vpc" + suffix;
    constexpr int tierHeight = 204;
    constexpr int height = tierCount * tierHeight + 60;
    rows.regions.push_back({{region}, "us-east-1"});
    place(rows.placements, region, {left, top, 802, height + 90});
    rows.vpcs.push_back({{vpc}, vpc, {region}, {Cidr::literal("10.20.0.0/16")}});
    place(rows.placements, vpc, {left + 18, top + 60, 556, height});
    for (int zone = 0; zone < zoneCount; ++zone) {
        const std::string id = "zone" + suffix + "-" + std::to_string(zone);
        const int x = left + 30 + zone * 168;
        rows.zones.push_back({{id}, "us-east-1" + std::string(1, static_cast<char>('a' + zone)), {region}});
        place(rows.placements, id, {x, top + 38, 152, height + 32});
        for (int tier = 0; tier < tierCount; ++tier) {
            Subnet subnet{
                {"subnet" + suffix + "-" + std::to_string(tier) + "-" + std::to_string(zone)}, "subnet", {vpc}, {id}};
            place(rows.placements, subnet.id.value, {x + 2, top + 90 + tier * tierHeight, 148, tierHeight - 8});
            rows.subnets.push_back(std::move(subnet));
        }
    }
    for (int gate = 0; gate < gateCount; ++gate) {
        const std::string index = suffix + "-" + std::to_string(gate);
        Endpoint endpoint{{"vpce" + index}, "vpce" + index, {vpc}};
        endpoint.service = "s3";
        for (int zone = 0; zone < zoneCount; ++zone)
            endpoint.subnets.push_back(
                {"subnet" + suffix + "-" + std::to_string(tierCount - 1) + "-" + std::to_string(zone)});
        const int y = top + 130 + gate * 100;
        place(rows.placements, endpoint.id.value, {left + 574 - 12, y - 12, 24, 24});
        rows.endpoints.push_back(std::move(endpoint));
        rows.resources.push_back({{"bucket" + index}, "bucket" + index, "s3", {region}});
        place(rows.placements, "bucket" + index, {left + 674, y - 21, 122, 42});
    }
    for (int tier = 0; tier < tierCount; ++tier)
        for (int row = 0; row < rowsOfTier; ++row) {
            const int index = tier * rowsOfTier + row;
            const std::string id = "service" + suffix + "-" + std::to_string(index);
            Workload workload{{id}, id, WorkloadKind::Fargate, {vpc}};
            for (int zone = 0; zone < zoneCount; ++zone)
                workload.subnets.push_back(
                    {"subnet" + suffix + "-" + std::to_string(tier) + "-" + std::to_string(zone)});
            place(rows.placements, id, {left + 40, top + 116 + tier * tierHeight + row * 40, 468, 36});
            rows.workloads.push_back(std::move(workload));
            Flow flow{{"flow" + suffix + "-" + std::to_string(index)}};
            flow.from.value = id;
            flow.to.value = "bucket" + suffix + "-" + std::to_string(index % gateCount);
            rows.flows.push_back(std::move(flow));
        }
}

}  // namespace

Design largeDesign(int things) {
    Rows rows;
    const int blocks = (things + thingsOfBlock - 1) / thingsOfBlock;
    constexpr int columns = 12;
    for (int i = 0; i < blocks; ++i) block(rows, i, i % columns * 880, i / columns * 1040);
    Design design;
    design.regions = Table<Region>::of(std::move(rows.regions));
    design.availabilityZones = Table<AvailabilityZone>::of(std::move(rows.zones));
    design.vpcs = Table<Vpc>::of(std::move(rows.vpcs));
    design.subnets = Table<Subnet>::of(std::move(rows.subnets));
    design.workloads = Table<Workload>::of(std::move(rows.workloads));
    design.endpoints = Table<Endpoint>::of(std::move(rows.endpoints));
    design.resources = Table<ServiceResource>::of(std::move(rows.resources));
    design.flows = Table<Flow>::of(std::move(rows.flows));
    design.placements = Table<Placement>::of(std::move(rows.placements));
    return design;
}

Overlay largeOverlay(const Design& design) {
    Overlay overlay;
    for (const Flow& flow : design.flows)
        overlay.flows[flow.id] = {LineState::Private,
                                  {AnyId("vpce" + flow.to.value.substr(std::string("bucket").size()))}};
    for (const Subnet& subnet : design.subnets) overlay.waysOut[subnet.id] = WayOut::Private;
    return overlay;
}

}  // namespace gw::test
