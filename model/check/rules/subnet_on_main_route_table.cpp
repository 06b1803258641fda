#include <set>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Subnets in which something stands that calls or is called.
std::set<Id<Subnet>> subnetsInUse(const Design& design) {
    std::set<Id<Subnet>> used;
    for (const Workload& row : design.workloads) used.insert(row.subnets.begin(), row.subnets.end());
    for (const LoadBalancer& row : design.loadBalancers) used.insert(row.subnets.begin(), row.subnets.end());
    return used;
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    const auto used = subnetsInUse(facts.design());
    for (const Subnet& subnet : facts.design().subnets) {
        const RouteTable* main = facts.network().routeTableOf(subnet);
        // Where the VPC has the main table alone, that is what is meant.
        if (!main || facts.network().hasOwnRouteTable(subnet) || facts.network().routeTablesOf(subnet.vpc).size() < 2 ||
            !used.contains(subnet.id))
            continue;
        const std::string name = facts.name(subnet.id);
        Finding finding{subnet.id,
                        name + " has no route table of its own and falls back to " + facts.name(main->id) + ".",
                        Severity::Hint};
        finding.fixes.push_back(
            safeFix("Associate " + name + " with " + facts.name(main->id), edits::setRouteTable(subnet.id, main->id)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule subnetOnMainRouteTable = {
    .code = "RTE002",
    .name = "subnet-on-main-route-table",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Where a VPC has several route tables, each subnet in use is associated with one",
    .why =
        "A subnet without an association follows the main route table, now and after every change of it: a route "
        "added there for others, or another table made the main one, changes its paths unasked.",
    .howToFix = "Associate the subnet with the table that is meant.",
    .source = "Amazon VPC User Guide, Route tables (F-225)",
    .check = look,
};

}  // namespace gw::rules
