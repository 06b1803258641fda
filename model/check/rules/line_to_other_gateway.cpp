#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Whether a line of that kind ends at such a gateway; a VPN at either.
bool endsAt(VpnKind kind, bool isTransit) {
    switch (kind) {
        case VpnKind::SiteToSite:
            return true;
        case VpnKind::DirectConnectPrivate:
            return !isTransit;
        case VpnKind::DirectConnectTransit:
            return isTransit;
        case VpnKind::DirectConnectPublic:
            return false;
    }
    return true;
}

std::string_view nameOf(VpnKind kind) {
    switch (kind) {
        case VpnKind::DirectConnectPrivate:
            return "a private virtual interface";
        case VpnKind::DirectConnectTransit:
            return "a transit virtual interface";
        default:
            return "a public virtual interface";
    }
}

void lookAt(const Facts& facts, const VpnConnection& line, std::vector<Finding>& found) {
    if (!line.gateway) return;
    const bool isTransit = find(facts.design(), Id<TransitGateway>{line.gateway.value}) != nullptr;
    if (endsAt(line.connectionKind, isTransit)) return;
    const std::string name = facts.name(line.id);
    Finding finding{
        line.id,
        name + ", " + std::string(nameOf(line.connectionKind)) + ", does not end at " + facts.name(line.gateway) + ".",
        Severity::Error};
    if (line.connectionKind != VpnKind::DirectConnectPublic)
        finding.fixes.push_back(
            reviewedFix("Make " + name + (isTransit ? " a transit" : " a private") + " virtual interface",
                        edits::setField(line.id, "kind", isTransit ? "directConnectTransit" : "directConnectPrivate")));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule lineToOtherGateway = {
    .code = "NET048",
    .name = "line-to-other-gateway",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A Direct Connect line ends at the kind of gateway it is for",
    .why =
        "A private virtual interface reaches VPCs over a virtual private gateway, a transit one over a transit "
        "gateway: "
        "AWS does not attach either to the other kind. A public one leads to AWS's public addresses and to no gateway.",
    .howToFix = "Choose the kind of virtual interface that the gateway takes.",
    .source = "AWS Direct Connect User Guide, Virtual interfaces; Direct Connect gateways",
    .check = each<&Design::vpnConnections, lookAt>(),
};

}  // namespace gw::rules
