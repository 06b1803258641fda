#include <map>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::map<Id<Subnet>, std::vector<const RouteTable*>> tables;
    for (const RouteTable& table : facts.design().routeTables)
        for (const Id<Subnet>& subnet : table.subnets) tables[subnet].push_back(&table);
    std::vector<Finding> found;
    for (const auto& [subnet, its] : tables) {
        if (its.size() < 2) continue;
        const RouteTable& first = *its.front();
        const RouteTable& last = *its.back();
        Finding finding{
            subnet,
            facts.name(subnet) + " is associated with " + facts.name(first.id) + " and " + facts.name(last.id) + ".",
            Severity::Error};
        for (const RouteTable* kept : {&last, &first})
            finding.fixes.push_back(
                reviewedFix("Associate " + facts.name(subnet) + " with " + facts.name(kept->id) + " alone",
                            edits::setRouteTable(subnet, kept->id)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule subnetInTwoRouteTables = {
    .code = "RTE001",
    .name = "subnet-in-two-route-tables",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A subnet is associated with one route table",
    .why =
        "AWS keeps at most one association for each subnet and refuses the second: where packets go would not be "
        "clear.",
    .howToFix = "Keep one of the associations.",
    .source = "Amazon VPC User Guide, Route tables; cfn-lint E3022 (F-225)",
    .check = look,
};

}  // namespace gw::rules
