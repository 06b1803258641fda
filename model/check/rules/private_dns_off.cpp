#include <algorithm>

#include "model/check/needs.h"
#include "model/check/private_dns.h"
#include "model/check/words.h"

namespace gw::rules {
namespace {

/// A private API is called in ways of its own (API010).
bool isPrivateApi(const Facts& facts, const Flow& flow) {
    const ServiceResource* target = serviceOf(facts.design(), flow);
    return target && target->apiType == ApiType::Private;
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    std::vector<const Flow*> passing = callsPassing(facts, endpoint);
    std::erase_if(passing, [&](const Flow* flow) { return isPrivateApi(facts, *flow); });
    if (passing.empty()) return;
    const bool isBlocked = std::ranges::any_of(
        passing, [&](const Flow* flow) { return facts.traceOf(flow->id)->network == Verdict::Blocked; });
    Finding finding{endpoint.id,
                    facts.name(passing.front()->from) + andMore(passing.size()) +
                        agreeing(passing.size(), " misses ", " miss ") + facts.name(endpoint.id) +
                        ": private DNS is off.",
                    isBlocked ? Severity::Error : Severity::Warning};
    if (mayHavePrivateDns(facts, endpoint)) finding.fixes.push_back(turnPrivateDnsOn(facts, endpoint));
    finding.fixes.push_back(callByEndpointName(facts, endpoint, passing));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule privateDnsOff = {
    .code = "DNS003",
    .name = "private-dns-off",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Who calls a service by its own name finds private DNS on at the endpoint",
    .why =
        "Without private DNS the service's own name resolves to its public addresses: calls pass the endpoint by, over "
        "a NAT or "
        "internet gateway where there is one, nowhere where there is none.",
    .howToFix = "Turn private DNS on, or give the client the endpoint's own name (vpce-...).",
    .source =
        "AWS PrivateLink Guide, Access AWS services; Amazon DynamoDB, Using interface endpoints (F-010, F-134, F-140, "
        "F-245)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
