#include "app/views/thing_text.h"

#include <array>

#include "app/views/text.h"
#include "model/design/references.h"
#include "model/report/description.h"
#include "model/scene/appearance.h"

namespace gw {
namespace {

using namespace std::string_view_literals;

/// Of the kinds whose pictogram is the same for every row, by the section of the file.
std::string_view sectionPictogram(std::string_view section) {
    constexpr auto signs = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"organizations", "account"},
        {"organizationalUnits", "account"},
        {"accounts", "account"},
        {"policies", "policy"},
        {"roles", "role"},
        {"regions", "region"},
        {"availabilityZones", "availability-zone"},
        {"vpcs", "vpc"},
        {"subnets", "subnet"},
        {"routeTables", "route-table"},
        {"internetGateways", "internet-gateway"},
        {"egressOnlyGateways", "egress-only-gateway"},
        {"natGateways", "nat-gateway"},
        {"elasticIps", "network-interface"},
        {"vpnGateways", "vpn"},
        {"transitGateways", "transit-gateway"},
        {"transitGatewayAttachments", "transit-gateway"},
        {"transitGatewayRouteTables", "route-table"},
        {"peeringConnections", "peering"},
        {"onPremisesNetworks", "on-premises"},
        {"vpnConnections", "vpn"},
        {"securityGroups", "security-group"},
        {"networkAcls", "network-acl"},
        {"prefixLists", "prefix-list"},
        {"endpointServices", "endpoint-service"},
        {"resourceGateways", "endpoint-resource"},
        {"resourceConfigurations", "endpoint-resource"},
        {"serviceNetworks", "endpoint-service-network"},
        {"resolverEndpoints", "hosted-zone"},
        {"resolverRules", "hosted-zone"},
        {"hostedZones", "hosted-zone"},
        {"loadBalancers", "load-balancer"},
        {"flows", "ui-arrow"},
        {"flowLogs", "flow-log"},
        {"notes", "note"},
    });
    for (const auto& [name, sign] : signs)
        if (name == section) return sign;
    return "note";
}

}  // namespace

QString labelOf(const Design& design, const AnyId& id) {
    if (const Flow* flow = design.flows.find({id.value}); flow && flow->name.empty())
        return screenText(nameOf(design, flow->from)) + " → " + screenText(nameOf(design, flow->to));
    return screenText(nameOf(design, id));
}

QString kindOf(const Design& design, const AnyId& id) {
    return screenText(kindTextOf(design, id));
}

QString pictogramOf(const Design& design, const AnyId& id) {
    std::string_view pictogram;
    withRow(design, id, [&]<class Row>(const Row& row) {
        if constexpr (std::is_same_v<Row, Endpoint>)
            pictogram = iconOf(row.type);
        else if constexpr (std::is_same_v<Row, Workload>)
            pictogram = appearanceOf(row.workloadKind).icon;
        else if constexpr (std::is_same_v<Row, ServiceResource>)
            pictogram = lookOf(row.service).appearance.icon;
        else if constexpr (std::is_same_v<Row, Client>)
            pictogram = iconOf(row.clientKind);
        else
            pictogram = sectionPictogram(Row::kind.section);
    });
    return screenText(pictogram);
}

}  // namespace gw
