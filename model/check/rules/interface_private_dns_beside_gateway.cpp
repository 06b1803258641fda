#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type != EndpointType::Interface || endpoint.service != "s3" || !endpoint.privateDns ||
        endpoint.privateDnsOnlyForInboundResolver)
        return;
    const auto siblings = facts.network().endpointsOf(endpoint.vpc);
    const auto gateway = std::ranges::find_if(
        siblings, [](const Endpoint* other) { return other->type == EndpointType::Gateway && other->service == "s3"; });
    if (gateway == siblings.end()) return;
    const std::string name = facts.name(endpoint.id);
    Finding finding{endpoint.id,
                    "Private DNS of " + name + " draws callers away from " + facts.name((*gateway)->id) + ".",
                    Severity::Warning};
    Endpoint after = endpoint;
    after.privateDnsOnlyForInboundResolver = true;
    finding.fixes.push_back(
        safeFix("Keep private DNS of " + name + " to the inbound resolver", edits::setEndpoint(after)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule interfacePrivateDnsBesideGateway = {
    .code = "VPE018",
    .name = "interface-private-dns-beside-gateway",
    .severity = Severity::Warning,
    .category = Category::Cost,
    .title = "Beside a gateway endpoint, private DNS of S3 is for the inbound resolver alone",
    .why =
        "With private DNS for everybody, callers in the VPC resolve S3 to the interface endpoint and pay "
        "for what the gateway endpoint carries free of charge.",
    .howToFix = "Turn on private DNS for the inbound resolver only.",
    .source = "AWS PrivateLink for Amazon S3, Private DNS (F-010, F-017)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
