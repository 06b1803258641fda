#include <map>

#include "model/check/rule.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::map<std::pair<Id<Region>, std::string>, Id<AvailabilityZone>> first;
    std::vector<Finding> found;
    for (const AvailabilityZone& zone : facts.design().availabilityZones) {
        const Region* region = find(facts.design(), zone.region);
        if (!region) continue;
        if (!zone.name.starts_with(region->code) || zone.name.size() == region->code.size())
            found.push_back({zone.id, zone.name + " is no zone of " + region->code + ".", Severity::Error});
        else if (!first.try_emplace({zone.region, zone.name}, zone.id).second)
            found.push_back({zone.id, region->code + " has " + zone.name + " twice.", Severity::Error});
    }
    return found;
}

}  // namespace

extern const Rule zoneNameRefused = {
    .code = "NET047",
    .name = "zone-name-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Zones have the names of their Region, each once",
    .why =
        "The name of an Availability Zone is its Region's code and a letter, and AWS makes no subnet in a zone that "
        "the "
        "Region does not have. A zone drawn twice would pass for two.",
    .howToFix = "Give the zone a name of its Region, or move the subnets of one of the two into the other.",
    .source = "Amazon EC2 User Guide, Regions and zones; Amazon EC2 API, CreateSubnet, AvailabilityZone (F-220, F-283)",
    .check = look,
};

}  // namespace gw::rules
