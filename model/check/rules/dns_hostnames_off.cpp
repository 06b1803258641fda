#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool needsHostnames(const Endpoint* endpoint) {
    return endpoint->privateDns || endpoint->type == EndpointType::Gateway;
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    if (vpc.dnsHostnames) return;
    const Endpoint* first = nullptr;
    std::size_t count = 0;
    bool suffers = false;
    for (const Endpoint* endpoint : facts.network().endpointsOf(vpc.id)) {
        if (!needsHostnames(endpoint)) continue;
        if (!first) first = endpoint;
        ++count;
        suffers = suffers || !facts.network().needs(vpc.id, endpoint->service).empty();
    }
    if (!first) return;
    const std::string name = facts.name(vpc.id);
    Finding finding{vpc.id,
                    "DNS hostnames are off in " + name + ": " + facts.name(first->id) + andMore(count) +
                        agreeing(count, " needs", " need") + " them.",
                    suffers ? Severity::Error : Severity::Warning};
    finding.fixes.push_back(safeFix("Turn DNS hostnames on in " + name, edits::setVpcDns(vpc.id, true, true)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule dnsHostnamesOff = {
    .code = "DNS002",
    .name = "dns-hostnames-off",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "DNS hostnames are on where endpoints answer under a service's name",
    .why =
        "Private DNS names of endpoints need both enableDnsSupport and enableDnsHostnames, and AWS now asks both for "
        "gateway "
        "endpoints too. enableDnsHostnames is off in every VPC but the default one unless it is turned on.",
    .howToFix = "Turn enableDnsHostnames on.",
    .source = "AWS PrivateLink Guide, Access AWS services; Gateway endpoints for Amazon S3 (F-105, F-140, F-141)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
