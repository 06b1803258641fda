#include <algorithm>
#include <array>

#include "model/check/address_space.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

bool isIn(std::string_view range, const Cidr& block) {
    return Cidr::literal(range).contains(block);
}

/// The private range (RFC 1918) that holds the block; empty where none does.
std::string_view privateRangeOf(const Cidr& block) {
    for (const std::string_view range : {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"})
        if (isIn(range, block)) return range;
    return {};
}

/// AWS's table of associations that are restricted (FACTS F-211).
bool isRestricted(const Vpc& vpc, const Cidr& first, const Cidr& second) {
    const std::string_view range = privateRangeOf(second);
    const bool ofAnotherRange = !range.empty() && !privateRangeOf(first).empty() && range != privateRangeOf(first);
    const bool besideTheLow = isIn("10.0.0.0/16", second) && std::ranges::any_of(vpc.cidrs, [&](const Cidr& other) {
                                  return other != second && isIn("10.0.0.0/15", other);
                              });
    return ofAnotherRange || besideTheLow || isIn("198.19.0.0/16", second) ||
           (isIn("198.19.0.0/16", first) && !range.empty()) ||
           (isIn("172.16.0.0/12", first) && isIn("172.31.0.0/16", second));
}

/// A free block that stands beside every private range: of the shared address space.
std::optional<Cidr> allowedBlock(const Design& design, int prefix) {
    std::vector<Cidr> taken;
    for (const Vpc& vpc : design.vpcs) taken.insert(taken.end(), vpc.cidrs.begin(), vpc.cidrs.end());
    return freeBlock(std::array{Cidr::literal("100.64.0.0/10")}, taken, prefix);
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    for (std::size_t at = 1; at < vpc.cidrs.size(); ++at) {
        const Cidr& first = vpc.cidrs.front();
        const Cidr& second = vpc.cidrs[at];
        if (!isRestricted(vpc, first, second)) continue;
        const std::string name = facts.name(vpc.id);
        // The table is of 2023 (FACTS F-400): no ground for an error.
        Finding finding{vpc.id, name + " cannot take " + second.text() + " beside " + first.text() + ".",
                        Severity::Warning};
        if (const auto free = allowedBlock(facts.design(), second.prefix()); free && second.prefix() >= widestBlock)
            finding.fixes.push_back(reviewedFix("Take " + free->text() + " for " + second.text() + " of " + name,
                                                renumber(facts.design(), vpc, second, *free)));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule blockNotAllowedBesideFirst = {
    .code = "NET007",
    .name = "block-not-allowed-beside-first",
    .severity = Severity::Warning,
    .category = Category::Api,
    .title = "Further blocks of a VPC are of a range that its first block allows",
    .why =
        "AWS refuses to add a block of one private range to a VPC whose first block is of another, 198.19.0.0/16 to "
        "any VPC, and blocks of 10.0.0.0/16 beside one of 10.0.0.0/15. The table is of 2023; try it before you "
        "rely on it.",
    .howToFix = "Take a block of the same private range, or of 100.64.0.0/10.",
    .source = "Amazon VPC User Guide, VPC CIDR blocks, IPv4 CIDR block association restrictions (F-211, F-400)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
