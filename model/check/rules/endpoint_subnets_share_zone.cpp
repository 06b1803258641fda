#include <map>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type == EndpointType::Gateway) return;
    std::map<Id<AvailabilityZone>, const Subnet*> first;
    std::vector<Id<Subnet>> kept;
    const Subnet* extra = nullptr;
    for (const auto& id : endpoint.subnets) {
        const Subnet* subnet = find(facts.design(), id);
        if (subnet && subnet->zone && !first.emplace(subnet->zone, subnet).second) {
            if (!extra) extra = subnet;
        } else {
            kept.push_back(id);
        }
    }
    if (!extra) return;
    Finding finding{endpoint.id,
                    facts.name(endpoint.id) + " has two subnets in " + facts.name(extra->zone) + ": " +
                        facts.name(first.at(extra->zone)->id) + " and " + facts.name(extra->id) + ".",
                    Severity::Error};
    finding.fixes.push_back(safeFix("Keep one subnet of " + facts.name(endpoint.id) + " in each zone",
                                    edits::setEndpointSubnets(endpoint.id, kept)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule endpointSubnetsShareZone = {
    .code = "VPE007",
    .name = "endpoint-subnets-share-zone",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An endpoint has one subnet in each Availability Zone",
    .why = "AWS refuses a second subnet of the same zone with DuplicateSubnetsInSameZone.",
    .howToFix = "Keep one subnet for each zone.",
    .source = "AWS PrivateLink Guide, Create an interface endpoint (F-012, F-013)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
