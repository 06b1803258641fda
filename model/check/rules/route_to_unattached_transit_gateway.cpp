#include <algorithm>

#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool isAttached(const Design& design, const Id<Vpc>& vpc, const TransitGateway& gateway) {
    return std::ranges::any_of(design.transitGatewayAttachments, [&](const TransitGatewayAttachment& attachment) {
        return attachment.transitGateway == gateway.id && attachment.resource.value == vpc.value;
    });
}

Finding about(const Facts& facts, const RouteTable& table, const Route& route) {
    const std::string destination = nameOf(facts, route.destination);
    const std::string name = facts.name(table.id);
    return {table.id,
            name + " leads " + destination + " to " + facts.name(route.target) + ", to which " + facts.name(table.vpc) +
                " is not attached.",
            Severity::Warning,
            {reviewedFix("Remove " + destination + " from " + name, edits::removeRoute(table.id, route))}};
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    const Design& design = facts.design();
    for (const Route& route : table.routes)
        if (const TransitGateway* gateway = find(design, Id<TransitGateway>{route.target.value});
            gateway && !isAttached(design, table.vpc, *gateway))
            found.push_back(about(facts, table, route));
}

}  // namespace

extern const Rule routeToUnattachedTransitGateway = {
    .code = "RTE040",
    .name = "route-to-unattached-transit-gateway",
    .severity = Severity::Warning,
    .category = Category::Api,
    .title = "Routes lead to transit gateways that the VPC is attached to",
    .why =
        "A transit gateway takes packets at its attachments. For a VPC without one it does not exist: CreateRoute ends "
        "with InvalidTransitGatewayID.NotFound.",
    .howToFix = "Attach the VPC to the transit gateway, or remove the route.",
    .source = "Amazon VPC Transit Gateways, VPC attachments (F-270); the error is known from reports alone",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
