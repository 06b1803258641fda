#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

bool hasGatewayEndpoint(const Design& design, const Endpoint& endpoint) {
    return std::ranges::any_of(design.endpoints, [&](const Endpoint& other) {
        return other.type == EndpointType::Gateway && other.vpc == endpoint.vpc && other.service == endpoint.service;
    });
}

/// Why AWS refuses the option, behind "keeps private DNS to inbound resolvers"; empty where it takes it.
std::string faultOf(const Facts& facts, const Endpoint& endpoint) {
    if (endpoint.type != EndpointType::Interface) return ", which only an interface endpoint can";
    if (endpoint.service != "s3") return ", which S3 alone offers";
    if (endpoint.privateDns && !hasGatewayEndpoint(facts.design(), endpoint))
        return ", but " + facts.name(endpoint.vpc) + " has no gateway endpoint for S3";
    return {};
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (!endpoint.privateDnsOnlyForInboundResolver) return;
    const std::string fault = faultOf(facts, endpoint);
    if (fault.empty()) return;
    const std::string name = facts.name(endpoint.id);
    found.push_back({endpoint.id,
                     name + " keeps private DNS to inbound resolvers" + fault + ".",
                     Severity::Error,
                     {reviewedFix("Turn that option of " + name + " off",
                                  edits::setField(endpoint.id, "privateDnsOnlyForInboundResolver", "false"))}});
}

}  // namespace

extern const Rule inboundResolverPrivateDns = {
    .code = "VPE019",
    .name = "inbound-resolver-private-dns",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Private DNS for inbound resolvers alone stands beside a gateway endpoint for S3",
    .why =
        "With PrivateDnsOnlyForInboundResolverEndpoint clients in the VPC keep to the gateway endpoint: AWS refuses "
        "the "
        "option where the VPC has none, for endpoints of other types and for other services.",
    .howToFix = "Add a gateway endpoint for S3, or turn the option off.",
    .source =
        "Amazon S3 User Guide, AWS PrivateLink for Amazon S3; CreateVpcEndpoint, DnsOptions (F-041, F-042, F-124)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
