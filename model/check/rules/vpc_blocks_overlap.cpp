#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Of two blocks that overlap one lies in the other: the index of the inner one, of equal blocks the later.
std::size_t inner(const std::vector<Cidr>& blocks, std::size_t first, std::size_t second) {
    return blocks[first].contains(blocks[second]) ? second : first;
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    for (std::size_t second = 1; second < vpc.cidrs.size(); ++second)
        for (std::size_t first = 0; first < second; ++first) {
            if (!vpc.cidrs[first].overlaps(vpc.cidrs[second])) continue;
            const std::size_t surplus = inner(vpc.cidrs, first, second);
            std::vector<Cidr> blocks = vpc.cidrs;
            blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(surplus));
            Finding finding{
                vpc.id,
                vpc.cidrs[second].text() + " of " + facts.name(vpc.id) + " overlaps " + vpc.cidrs[first].text() + ".",
                Severity::Error};
            // The primary block cannot be taken off a VPC that exists: another VPC takes its place (F-209, F-359).
            const std::string label = "Take " + vpc.cidrs[surplus].text() + " out";
            Edit edit = edits::setVpcBlocks(vpc.id, std::move(blocks));
            finding.fixes.push_back(surplus == 0 ? reviewedFix(label, std::move(edit))
                                                 : safeFix(label, std::move(edit)));
            found.push_back(std::move(finding));
            break;
        }
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
