#include <algorithm>

#include "model/check/encounters.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

bool isAssociated(const Design& design, const TransitGatewayAttachment& attachment) {
    return std::ranges::any_of(design.transitGatewayRouteTables, [&](const TransitGatewayRouteTable& table) {
        return std::ranges::count(table.associations, attachment.id) > 0;
    });
}

/// The table that most attachments of the gateway use: the one its owner treats as the default.
const TransitGatewayRouteTable* usualTable(const Design& design, const AnyId& gateway) {
    const TransitGatewayRouteTable* usual = nullptr;
    for (const TransitGatewayRouteTable& table : design.transitGatewayRouteTables)
        if (table.transitGateway.value == gateway.value &&
            (!usual || table.associations.size() > usual->associations.size()))
            usual = &table;
    return usual;
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Encounter& met : encounters(facts, "TGW_NO_ASSOC"))
        for (const TransitGatewayAttachment& attachment : facts.design().transitGatewayAttachments) {
            if (attachment.transitGateway.value != met.subject.value || isAssociated(facts.design(), attachment))
                continue;
            const std::string name = facts.name(attachment.id);
            Finding finding{attachment.id,
                            name + " is associated with no route table of " + facts.name(met.subject) + ".",
                            met.severity()};
            if (const TransitGatewayRouteTable* table = usualTable(facts.design(), met.subject)) {
                std::string associations;
                for (const auto& id : table->associations) associations += id.value + ", ";
                finding.fixes.push_back(
                    safeFix("Associate " + name + " with " + facts.name(table->id),
                            edits::setField(table->id, "associations", associations + attachment.id.value)));
            }
            found.push_back(std::move(finding));
        }
    return found;
}

}  // namespace

extern const Rule transitGatewayAttachmentUnassociated = {
    .code = "RTE026",
    .name = "transit-gateway-attachment-unassociated",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A transit gateway attachment in use is associated with a route table",
    .why =
        "The route table associated with an attachment says where its packets go. Without one they are dropped, "
        "whatever the tables of the VPC say.",
    .howToFix = "Associate the attachment with a route table of the transit gateway.",
    .source =
        "Amazon VPC Transit Gateways, Route tables; Reachability Analyzer code TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION "
        "(F-269)",
    .check = look,
};

}  // namespace gw::rules
