#include <fmt/format.h>
#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/cost/standing.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// "$21.90"; empty where the price is not known.
std::string monthlyPrice(const Facts& facts, const Endpoint& endpoint) {
    const auto usd = standingCostOf(facts.network(), endpoint);
    return usd && *usd > 0 ? fmt::format("${:.2f}", *usd) : std::string{};
}

/// Callers that use the endpoint's own name have to use the service's, which alone leads to a gateway endpoint.
Edit regionalNames(const std::vector<const Flow*>& needs) {
    std::vector<Edit> steps;
    for (const Flow* flow : needs)
        if (flow->hostStyle == HostStyle::EndpointSpecific)
            steps.push_back(edits::setField(flow->id, "hostStyle", "regional"));
    return inOrder("", std::move(steps));
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    const Service* service = Catalog::builtIn().service(endpoint.service);
    if (endpoint.type != EndpointType::Interface || !service || !service->types.gateway) return;
    const auto needs = needsOf(facts, endpoint);
    // Callers on premises, or beyond a peering or transit gateway, need the interface endpoint.
    if (needs.empty() || !onPremisesNeeds(facts, endpoint.service).empty()) return;
    const bool hasOthers = std::ranges::any_of(facts.flows(), [&](const FlowFacts& each) {
        return each.flow.viaEndpoint == endpoint.id && isWanted(each.flow) &&
               (!each.vpc || each.vpc->id != endpoint.vpc);
    });
    if (hasOthers) return;
    const std::string name = facts.name(endpoint.id);
    const std::string price = monthlyPrice(facts, endpoint);
    Finding finding{endpoint.id,
                    price.empty()
                        ? name + " is billed; a gateway endpoint for " + titleOf(endpoint.service) + " is free."
                        : name + " costs " + price + " per month; a gateway endpoint is free.",
                    Severity::Warning};
    const bool hasGateway = std::ranges::any_of(facts.network().endpointsOf(endpoint.vpc), [&](const Endpoint* other) {
        return other->type == EndpointType::Gateway && other->service == endpoint.service;
    });
    if (auto advice = hasGateway ? std::nullopt : recommendedEndpoint(facts, endpoint.vpc, endpoint.service))
        finding.fixes.push_back(
            reviewedFix("Replace " + name + " by a gateway endpoint",
                        inOrder("", {regionalNames(needs), edits::removeThings({endpoint.id.value}), advice->edit,
                                     edits::setPolicy(advice->endpoint.id, endpoint.policy)})));
    else if (hasGateway)
        finding.fixes.push_back(reviewedFix(
            "Remove " + name, inOrder("", {regionalNames(needs), edits::removeThings({endpoint.id.value})})));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule interfaceEndpointWhereGatewayWouldDo = {
    .code = "CST001",
    .name = "interface-endpoint-where-gateway-would-do",
    .severity = Severity::Warning,
    .category = Category::Cost,
    .title = "S3 and DynamoDB are reached through a gateway endpoint where that would do",
    .why =
        "A gateway endpoint carries calls from its own VPC free of charge; an interface endpoint is "
        "billed by the hour in each zone, and by the gigabyte.",
    .howToFix = "Replace the interface endpoint by a gateway endpoint with the same policy.",
    .source = "AWS PrivateLink Guide, Gateway endpoints; AWS PrivateLink pricing (F-016, F-017)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
