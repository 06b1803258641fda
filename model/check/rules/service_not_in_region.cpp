#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// The one Region of the service; empty where it has no such. That of IAM is where its control plane stands (FACTS
/// F-164).
std::string_view onlyRegionOf(const Service& service, std::string_view region) {
    if (service.name != "iam") return service.onlyRegion;
    if (region.starts_with("cn-")) return "cn-north-1";
    return region.starts_with("us-gov-") ? "us-gov-west-1" : "us-east-1";
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    const Service* service = Catalog::builtIn().service(endpoint.service);
    if (endpoint.service.empty() || endpoint.type != EndpointType::Interface) return;
    const std::string_view region = serviceRegionOf(facts.network(), endpoint);
    const std::string name = facts.name(endpoint.id);
    if (!service) {
        found.push_back({endpoint.id,
                         name + " leads to " + endpoint.service + ", a service that is not known.",
                         Severity::Warning,
                         {}});
    } else if (service->lifecycle.starts_with("ended")) {
        found.push_back(
            {endpoint.id,
             name + " leads to " + titleOf(endpoint.service) + ", which " + std::string(service->lifecycle) + ".",
             Severity::Warning,
             {}});
    } else if (const std::string_view only = onlyRegionOf(*service, region);
               !only.empty() && !region.empty() && only != region) {
        Finding finding{endpoint.id,
                        titleOf(endpoint.service) + " has no endpoint in " + std::string(region) + ", only in " +
                            std::string(only) + ".",
                        Severity::Error};
        if (service->crossRegion)
            finding.fixes.push_back(safeFix("Lead " + name + " to " + std::string(only),
                                            edits::setField(endpoint.id, "serviceRegion", std::string(only))));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule serviceNotInRegion = {
    .code = "VPE002",
    .name = "service-not-in-region",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "The Region offers an endpoint for the service",
    .why =
        "AWS knows an endpoint by the service's name in a Region. A service that is not offered there has none, and "
        "the request is refused with InvalidServiceName.",
    .howToFix =
        "Take the Region that offers it, by a cross-Region endpoint where the service has them, or go out by NAT.",
    .source =
        "AWS PrivateLink Guide, AWS services that integrate; DescribeVpcEndpointServices (F-094, F-164, F-204, F-206)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
