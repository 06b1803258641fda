#include "model/check/rule.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const HostedZone& zone, std::vector<Finding>& found) {
    if (zone.isPrivate != zone.vpcs.empty()) return;
    const std::string name = facts.name(zone.id);
    found.push_back({zone.id,
                     zone.isPrivate
                         ? name + " is private, but answers in no VPC."
                         : name + " is public, but is associated with " + facts.name(zone.vpcs.front()) + ".",
                     Severity::Error});
}

}  // namespace

extern const Rule privateZoneWithoutVpc = {
    .code = "DNS018",
    .name = "private-zone-without-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Private hosted zones are associated with a VPC, and public ones with none",
    .why =
        "AWS makes a hosted zone private by the VPC it is made for and lets the last one not go (LastVPCAssociation); "
        "a "
        "public zone is associated with none (PublicZoneVPCAssociation).",
    .howToFix = "Name the VPCs that the zone answers in, or make it public.",
    .source = "Amazon Route 53 API, CreateHostedZone, DisassociateVPCFromHostedZone, AssociateVPCWithHostedZone",
    .check = each<&Design::hostedZones, lookAt>(),
};

}  // namespace gw::rules
