#pragma once
#include <map>
#include <vector>

#include "model/check/rule.h"

namespace gw {

/// A finding for each subnet that several rows of the table list (route tables, network ACLs). Its fixes keep one of
/// them alone, the last first; rows of another VPC than the subnet's cannot be kept. `associate(subnet, row)`: the edit
/// that does it.
template <class Row, class Associate>
std::vector<Finding> associatedTwice(const Facts& facts, const Table<Row>& table, Associate associate) {
    std::map<Id<Subnet>, std::vector<const Row*>> listing;
    for (const Row& row : table)
        for (const Id<Subnet>& subnet : row.subnets) listing[subnet].push_back(&row);
    std::vector<Finding> found;
    for (auto& [id, its] : listing) {
        if (its.size() < 2) continue;
        Finding finding{id,
                        facts.name(id) + " is associated with " + facts.name(its.front()->id) + " and " +
                            facts.name(its.back()->id) + ".",
                        Severity::Error};
        const Subnet* subnet = find(facts.design(), id);
        std::erase_if(its, [&](const Row* row) { return !subnet || row->vpc != subnet->vpc; });
        for (auto kept = its.rbegin(); kept != its.rend(); ++kept)
            finding.fixes.push_back(
                reviewedFix("Associate " + facts.name(id) + " with " + facts.name((*kept)->id) + " alone",
                            associate(id, (*kept)->id)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace gw
