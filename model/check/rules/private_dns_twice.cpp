#include <map>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::map<std::string, const Endpoint*> first;
    for (const Endpoint& endpoint : facts.design().endpoints) {
        if (endpoint.type != EndpointType::Interface || !endpoint.privateDns || endpoint.service.empty()) continue;
        const std::string key =
            endpoint.vpc.value + " " + endpoint.service + " " + std::string(serviceRegionOf(facts.network(), endpoint));
        const auto [at, isFirst] = first.emplace(key, &endpoint);
        if (isFirst) continue;
        const std::string name = facts.name(endpoint.id);
        Finding finding{endpoint.id, name + " and " + facts.name(at->second->id) + " both claim the private DNS name.",
                        Severity::Error};
        finding.fixes.push_back(
            reviewedFix("Turn private DNS off on " + name, edits::setEndpointPrivateDns(endpoint.id, false)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule privateDnsTwice = {
    .code = "VPE005",
    .name = "private-dns-twice",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "One endpoint of a VPC answers for a private DNS name",
    .why = "AWS refuses a second endpoint with private DNS for the same service in a VPC: the name is taken.",
    .howToFix = "Turn private DNS off on one of them, or keep one endpoint with the subnets of both.",
    .source = "AWS PrivateLink Guide, Create an interface endpoint; cfn-lint E3064",
    .check = look,
};

}  // namespace gw::rules
