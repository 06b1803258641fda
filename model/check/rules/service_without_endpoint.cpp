#include <algorithm>
#include <set>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/pathless.h"
#include "model/check/words.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// A default route to a NAT gateway of the VPC for every table of the caller: each zone its own gateway where it has
/// one. Empty where the VPC has no NAT gateway.
std::vector<Fix> overNat(const Facts& facts, const PathlessCall& call) {
    std::vector<const NatGateway*> gateways;
    for (const NatGateway& gateway : facts.design().natGateways)
        if (gateway.vpc == call.vpc->id && gateway.connectivity == NatConnectivity::Public)
            gateways.push_back(&gateway);
    if (gateways.empty()) return {};
    const auto zoneOf = [&](const Id<Subnet>& id) {
        const Subnet* subnet = find(facts.design(), id);
        return subnet ? subnet->zone : Id<AvailabilityZone>{};
    };
    std::vector<Edit> steps;
    std::set<std::string> seen;
    for (const Id<Subnet>& id : call.caller->subnets) {
        const Subnet* subnet = find(facts.design(), id);
        const RouteTable* table = subnet ? facts.network().routeTableOf(*subnet) : nullptr;
        if (!table || !seen.insert(table->id.value).second) continue;
        const auto near = std::ranges::find_if(
            gateways, [&](const NatGateway* gateway) { return zoneOf(gateway->subnet) == subnet->zone; });
        const NatGateway& gateway = near == gateways.end() ? *gateways.front() : **near;
        steps.push_back(edits::addRoute(table->id, Route{Cidr(), RouteTarget(gateway.id)}));
    }
    return {reviewedFix("Route " + facts.name(call.caller->id) + " to the internet over " +
                            facts.name(gateways.front()->id) + andMore(gateways.size()),
                        inOrder({}, std::move(steps)))};
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const PathlessCall& call : facts.pathlessCalls()) {
        if (call.kind != PathlessKind::NoEndpoint) continue;
        const std::string region(facts.network().regionOf(*call.target));
        // A service that the catalogue does not list may have one that nobody told us of.
        const std::string none = Catalog::builtIn().service(call.target->service)
                                     ? ", which has no endpoint" + (region.empty() ? "" : " in " + region) + "."
                                     : ": no endpoint for it is known.";
        found.push_back({call.flow->id,
                         facts.name(call.caller->id) + " has no way to " + titleOf(call.target->service) + none,
                         Severity::Error, overNat(facts, call)});
    }
    return found;
}

}  // namespace

extern const Rule serviceWithoutEndpoint = {
    .code = "DEP021",
    .name = "service-without-endpoint",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A service without an endpoint has another way",
    .why =
        "AWS has no endpoint for every service in every Region. Where there is none, the only way to the "
        "service is its public address, over a NAT gateway.",
    .howToFix =
        "Route the callers that need it to a NAT gateway, and accept that this call is public; or call the "
        "service from elsewhere.",
    .source = "AWS PrivateLink Guide, AWS services that integrate with AWS PrivateLink (F-189, F-206)",
    .check = look,
};

}  // namespace gw::rules
