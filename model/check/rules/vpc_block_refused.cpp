#include <array>

#include "model/check/address_space.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

struct Refused {
    std::string_view block;
    std::string_view what;
    /// Link-local addresses are refused by the guide's own table; the others follow from what they are.
    Severity severity;
};
constexpr auto refused = std::to_array<Refused>({{"169.254.0.0/16", "link-local", Severity::Error},
                                                 {"0.0.0.0/8", "this network", Severity::Warning},
                                                 {"127.0.0.0/8", "loopback", Severity::Warning},
                                                 {"224.0.0.0/4", "multicast", Severity::Warning}});

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    for (const Cidr& block : vpc.cidrs)
        for (const Refused& range : refused) {
            if (!block.overlaps(Cidr::literal(range.block))) continue;
            Finding finding{
                vpc.id,
                block.text() + " of " + facts.name(vpc.id) + " holds " + std::string(range.what) + " addresses.",
                range.severity};
            if (const auto free = freePrivateBlock(facts.design(), block.prefix());
                free && block.prefix() >= widestBlock)
                finding.fixes.push_back(reviewedFix("Renumber " + facts.name(vpc.id) + " to " + free->text(),
                                                    renumber(facts.design(), vpc, block, *free)));
            found.push_back(std::move(finding));
            break;
        }
}

}  // namespace

extern const Rule vpcBlockRefused = {
    .code = "NET004",
    .name = "vpc-block-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Blocks of a VPC keep clear of reserved ranges",
    .why =
        "AWS does not take link-local addresses (169.254.0.0/16) for a VPC; loopback, multicast and 0.0.0.0/8 name no "
        "host "
        "that anybody could reach.",
    .howToFix = "Take a private block: 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
    .source = "Amazon VPC User Guide, VPC CIDR blocks (F-212)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
