#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const PeeringConnection& peering, std::vector<Finding>& found) {
    if (peering.requester != peering.accepter) return;
    const std::string name = facts.name(peering.id);
    found.push_back({peering.id,
                     name + " peers " + facts.name(peering.requester) + " with itself.",
                     Severity::Error,
                     {reviewedFix("Remove " + name, edits::removeThings({peering.id.value}))}});
}

}  // namespace

extern const Rule vpcPeeredWithItself = {
    .code = "NET040",
    .name = "vpc-peered-with-itself",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A peering connection joins two VPCs",
    .why = "Blocks of peered VPCs may not overlap, and those of a VPC overlap themselves: AWS refuses the request.",
    .howToFix = "Name the VPC that is meant at the other end, or remove the connection.",
    .source = "Amazon VPC Peering Guide, VPC peering basics (F-265)",
    .check = each<&Design::peeringConnections, lookAt>(),
};

}  // namespace gw::rules
