#include <algorithm>

#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Puts the block among those of its family, where that list has none that overlaps it; else takes it out.
Fix moved(const Facts& facts, const Vpc& vpc, const Cidr& block) {
    Vpc after = vpc;
    std::erase(block.isV4() ? after.ipv6Cidrs : after.cidrs, block);
    std::vector<Cidr>& others = block.isV4() ? after.cidrs : after.ipv6Cidrs;
    if (std::ranges::none_of(others, [&](const Cidr& each) { return each.overlaps(block); })) others.push_back(block);
    return reviewedFix("Sort the blocks of " + facts.name(vpc.id) + " by IPv4 and IPv6",
                       inOrder({}, {edits::setVpcBlocks(vpc.id, after.cidrs),
                                    edits::setField(vpc.id, "ipv6Cidrs", listed(after.ipv6Cidrs))}));
}

void lookAtVpc(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    const auto lookAt = [&](const Cidr& block, std::string_view wanted) {
        Finding finding{
            vpc.id,
            block.text() + " stands among the " + std::string(wanted) + " blocks of " + facts.name(vpc.id) + ".",
            Severity::Error};
        // A VPC without an IPv4 block would be the next thing refused.
        if (block.isV4() || std::ranges::any_of(vpc.cidrs, &Cidr::isV4))
            finding.fixes.push_back(moved(facts, vpc, block));
        found.push_back(std::move(finding));
    };
    for (const Cidr& block : vpc.cidrs)
        if (!block.isV4()) lookAt(block, "IPv4");
    for (const Cidr& block : vpc.ipv6Cidrs)
        if (block.isV4()) lookAt(block, "IPv6");
}

void lookAtSubnet(const Facts& facts, const Subnet& subnet, std::vector<Finding>& found) {
    const std::string name = facts.name(subnet.id);
    const auto lookAt = [&](const Cidr& block, bool isThere, const char* from, const char* to) {
        Edit out = edits::setField(subnet.id, from, {});
        Edit fix =
            isThere ? std::move(out) : inOrder({}, {std::move(out), edits::setField(subnet.id, to, block.text())});
        found.push_back(
            {subnet.id,
             block.text() + " of " + name + " is given as its " + (block.isV4() ? "IPv6" : "IPv4") + " block.",
             Severity::Error,
             {reviewedFix((isThere ? "Take " : "Move ") + block.text() +
                              (isThere ? " off " + name : " of " + name + " to its family"),
                          std::move(fix))}});
    };
    if (subnet.cidr && !subnet.cidr->isV4()) lookAt(*subnet.cidr, subnet.ipv6Cidr.has_value(), "cidr", "ipv6Cidr");
    if (subnet.ipv6Cidr && subnet.ipv6Cidr->isV4())
        lookAt(*subnet.ipv6Cidr, subnet.cidr.has_value(), "ipv6Cidr", "cidr");
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Vpc& vpc : facts.design().vpcs) lookAtVpc(facts, vpc, found);
    for (const Subnet& subnet : facts.design().subnets) lookAtSubnet(facts, subnet, found);
    return found;
}

}  // namespace

extern const Rule blockOfOtherFamily = {
    .code = "NET036",
    .name = "block-of-other-family",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "IPv4 blocks are IPv4, and IPv6 blocks IPv6",
    .why = "AWS has a parameter for each family, and refuses a block of the other with InvalidParameterValue.",
    .howToFix = "Give the block as one of its own family.",
    .source = "Amazon EC2 API, CreateVpc, CreateSubnet, AssociateVpcCidrBlock (F-215, F-220)",
    .check = look,
};

}  // namespace gw::rules
