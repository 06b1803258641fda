#include "model/check/quota.h"

namespace gw::rules {
namespace {

constexpr std::string_view quota = "sgs_per_eni";

template <class Rows>
void lookAt(const Facts& facts, const Rows& rows, std::vector<Finding>& found) {
    const std::int64_t allowed = allowedOf(facts, quota);
    for (const auto& row : rows) {
        const auto groups = static_cast<std::int64_t>(row.securityGroups.size());
        if (groups <= allowed) continue;
        if (auto over = overQuota(
                facts, row.id, quota, groups,
                "Interfaces of " + facts.name(row.id) + " have " + std::to_string(groups) + " security groups"))
            found.push_back(*std::move(over));
    }
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    lookAt(facts, facts.design().workloads, found);
    lookAt(facts, facts.design().loadBalancers, found);
    lookAt(facts, facts.design().endpoints, found);
    lookAt(facts, facts.design().resourceGateways, found);
    lookAt(facts, facts.design().resolverEndpoints, found);
    return found;
}

}  // namespace

extern const Rule groupsPerInterface = {
    .code = "QUO008",
    .name = "groups-per-interface",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A network interface has no more security groups than its quota",
    .why = "AWS takes five security groups on an interface, up to 16 on request.",
    .howToFix = "Merge groups, or let AWS raise the quota and record it here.",
    .source = "Amazon VPC User Guide, Amazon VPC quotas (F-252)",
    .check = look,
};

}  // namespace gw::rules
