#include "model/check/encounters.h"
#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/edit/fields.h"
#include "model/reach/host_name.h"

namespace gw::rules {
namespace {

/// An endpoint of the VPC whose private DNS would carry the call by the service's Regional name.
const Endpoint* regionalEndpoint(const Facts& facts, const Vpc& vpc, const ServiceResource& target) {
    for (const Endpoint* endpoint : facts.network().endpointsOf(vpc.id))
        if (endpoint->type == EndpointType::Interface && endpoint->service == target.service && endpoint->privateDns &&
            !endpoint->privateDnsOnlyForInboundResolver)
            return endpoint;
    return nullptr;
}

/// The call takes the endpoint then, whose group is to let it in.
Fix callRegionalName(const Facts& facts, const Flow& flow, const Workload& caller, const Endpoint& endpoint) {
    return reviewedFix("Let " + facts.name(caller.id) + " call the Regional name",
                       inOrder({}, {edits::setField(flow.id, "hostStyle", "regional"),
                                    admission(facts, endpoint, std::vector{&caller})}));
}

void lookAt(const Facts& facts, const FlowFacts& each, std::vector<Finding>& found) {
    const auto& [flow, trace, caller, vpc, target] = each;
    if (!vpc || !target || flow.intent != FlowIntent::Private || flow.hostStyle != HostStyle::Global ||
        isPrivate(trace.network))
        return;
    const std::string_view region = facts.network().regionOf(*target);
    const Endpoint* endpoint = regionalEndpoint(facts, *vpc, *target);
    const std::string host = hostNameOf(*target, flow.hostStyle, region);
    if (!endpoint || privateDnsCovers(endpoint->service, region, flow.hostStyle, host) != NameCover::NotCovered) return;
    const std::string name = facts.name(caller->id);
    found.push_back({flow.id,
                     name + " calls " + host + ", for which " + facts.name(endpoint->id) + " does not answer.",
                     isStopped(trace) ? Severity::Error : Severity::Warning,
                     {callRegionalName(facts, flow, *caller, *endpoint)}});
}

}  // namespace

extern const Rule globalNameNotCovered = {
    .code = "DNS013",
    .name = "global-name-not-covered",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Calls use the Regional name that an endpoint answers for",
    .why =
        "Private DNS of an endpoint holds the Regional name of its service. The global name, such as "
        "sts.amazonaws.com of old SDKs, still leads to public addresses.",
    .howToFix = "Let the SDK use Regional names: AWS_STS_REGIONAL_ENDPOINTS=regional, or a newer version of it.",
    .source = "AWS STS, Regions and endpoints; Amazon EKS User Guide, Private clusters (F-123, F-162, F-163)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
