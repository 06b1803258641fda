#include "model/check/quota.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    const auto used = static_cast<std::int64_t>(facts.network().routeTablesOf(vpc.id).size());
    if (auto over = overQuota(facts, vpc.id, "route_tables_per_vpc", used,
                              facts.name(vpc.id) + " has " + std::to_string(used) + " route tables"))
        found.push_back(*std::move(over));
}

}  // namespace

extern const Rule routeTablesPerVpc = {
    .code = "QUO004",
    .name = "route-tables-per-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC has no more route tables than its quota",
    .why = "AWS makes 200 route tables in a VPC, the main one counted, unless the quota is raised.",
    .howToFix = "Split the VPC, or let AWS raise the quota and record it here.",
    .source = "Amazon VPC User Guide, Amazon VPC quotas (F-234)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
