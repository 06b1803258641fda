#include "model/check/quota.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    const auto used = static_cast<std::int64_t>(facts.network().subnetsOf(vpc.id).size());
    if (auto over = overQuota(facts, vpc.id, "subnets_per_vpc", used,
                              facts.name(vpc.id) + " has " + std::to_string(used) + " subnets"))
        found.push_back(*std::move(over));
}

}  // namespace

extern const Rule subnetsPerVpc = {
    .code = "QUO002",
    .name = "subnets-per-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC has no more subnets than its quota",
    .why = "AWS makes 200 subnets in a VPC unless the quota is raised.",
    .howToFix = "Split the VPC, or let AWS raise the quota and record it here.",
    .source = "Amazon VPC User Guide, Amazon VPC quotas (F-208)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
