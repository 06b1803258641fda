#include <algorithm>

#include "model/check/quota.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    const auto lookAmong = [&](const std::vector<Cidr>& blocks, IpFamily family, std::string_view quota) {
        const auto used = static_cast<std::int64_t>(std::ranges::count(blocks, family, &Cidr::family));
        if (auto over = overQuota(
                facts, vpc.id, quota, used,
                facts.name(vpc.id) + " has " + std::to_string(used) + " " + std::string(nameOf(family)) + " blocks"))
            found.push_back(*std::move(over));
    };
    lookAmong(vpc.cidrs, IpFamily::V4, "ipv4_cidrs_per_vpc");
    lookAmong(vpc.ipv6Cidrs, IpFamily::V6, "ipv6_cidrs_per_vpc");
}

}  // namespace

extern const Rule blocksPerVpc = {
    .code = "QUO003",
    .name = "blocks-per-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC has no more blocks than its quota",
    .why = "AWS takes five IPv4 and five IPv6 blocks on a VPC, up to 50 on request.",
    .howToFix = "Take fewer and wider blocks, or let AWS raise the quota and record it here.",
    .source = "Amazon VPC User Guide, Amazon VPC quotas (F-208)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
