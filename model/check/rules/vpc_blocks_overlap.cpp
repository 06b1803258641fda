#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Of two blocks that overlap one lies in the other: the index of the inner one, of equal blocks the later.
std::size_t inner(const std::vector<Cidr>& blocks, std::size_t first, std::size_t second) {
    return blocks[first].contains(blocks[second]) ? second : first;
}

/// Finds the blocks of one family that overlap an earlier one; `with(blocks)` is the edit that gives the VPC those.
template <class With>
void lookAmong(const Facts& facts, const Vpc& vpc, const std::vector<Cidr>& all, With with,
               std::vector<Finding>& found) {
    for (std::size_t second = 1; second < all.size(); ++second)
        for (std::size_t first = 0; first < second; ++first) {
            if (!all[first].overlaps(all[second])) continue;
            const std::size_t surplus = inner(all, first, second);
            std::vector<Cidr> blocks = all;
            blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(surplus));
            Finding finding{vpc.id,
                            all[second].text() + " of " + facts.name(vpc.id) + " overlaps " + all[first].text() + ".",
                            Severity::Error};
            // The primary block cannot be taken off a VPC that exists: another VPC takes its place (F-209, F-359).
            const std::string label = "Take " + all[surplus].text() + " out";
            finding.fixes.push_back(surplus == 0 && &all == &vpc.cidrs ? reviewedFix(label, with(std::move(blocks)))
                                                                       : safeFix(label, with(std::move(blocks))));
            found.push_back(std::move(finding));
            break;
        }
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    lookAmong(
        facts, vpc, vpc.cidrs, [&](std::vector<Cidr> blocks) { return edits::setVpcBlocks(vpc.id, std::move(blocks)); },
        found);
    lookAmong(
        facts, vpc, vpc.ipv6Cidrs,
        [&](const std::vector<Cidr>& blocks) { return edits::setField(vpc.id, "ipv6Cidrs", listed(blocks)); }, found);
}

}  // namespace

extern const Rule vpcBlocksOverlap = {
    .code = "NET008",
    .name = "vpc-blocks-overlap",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Blocks of one VPC do not overlap",
    .why = "AWS refuses a further block that overlaps one the VPC has.",
    .howToFix = "Take the inner block out, or choose another one for it.",
    .source = "Amazon VPC User Guide, VPC CIDR blocks (F-209)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
