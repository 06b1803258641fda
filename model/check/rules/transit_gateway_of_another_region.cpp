#include "model/check/rule.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const TransitGatewayAttachment& attachment, std::vector<Finding>& found) {
    const Design& design = facts.design();
    const TransitGateway* gateway = find(design, attachment.transitGateway);
    const Vpc* vpc = find(design, Id<Vpc>{attachment.resource.value});
    const Region* one = gateway ? find(design, gateway->region) : nullptr;
    const Region* other = vpc ? find(design, vpc->region) : nullptr;
    if (!one || !other || one->code == other->code) return;
    found.push_back({attachment.id,
                     facts.name(vpc->id) + " stands in " + other->code + ", and " + facts.name(gateway->id) + " in " +
                         one->code + ".",
                     Severity::Error});
}

}  // namespace

extern const Rule transitGatewayOfAnotherRegion = {
    .code = "RTE036",
    .name = "transit-gateway-of-another-region",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC is attached to a transit gateway of its own Region",
    .why =
        "A transit gateway is of one Region, and AWS attaches VPCs of that Region to it. VPCs of another one are "
        "attached to a transit gateway there, and the two gateways peered.",
    .howToFix = "Put a transit gateway into the VPC's Region, and peer it with this one.",
    .source = "Amazon VPC Transit Gateways, VPC attachments and peering attachments (F-269)",
    .check = each<&Design::transitGatewayAttachments, lookAt>(),
};

}  // namespace gw::rules
