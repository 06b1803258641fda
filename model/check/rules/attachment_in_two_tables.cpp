#include <map>
#include <set>

#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

using Attachments = std::vector<Id<TransitGatewayAttachment>>;

Edit without(const TransitGatewayRouteTable& table, const std::string& key, const Attachments& list,
             const Id<TransitGatewayAttachment>& attachment) {
    return edits::setField(table.id, key, idsOf(list, attachment));
}

void lookForTwo(const Facts& facts, std::vector<Finding>& found) {
    std::map<Id<TransitGatewayAttachment>, std::vector<const TransitGatewayRouteTable*>> tables;
    for (const TransitGatewayRouteTable& table : facts.design().transitGatewayRouteTables)
        for (const auto& attachment : std::set(table.associations.begin(), table.associations.end()))
            tables[attachment].push_back(&table);
    for (const auto& [attachment, its] : tables) {
        if (its.size() < 2) continue;
        const std::string name = facts.name(attachment);
        Finding finding{
            attachment,
            name + " is associated with " + facts.name(its.front()->id) + " and " + facts.name(its.back()->id) + ".",
            Severity::Error};
        for (const TransitGatewayRouteTable* kept : {its.front(), its.back()}) {
            std::vector<Edit> steps;
            for (const TransitGatewayRouteTable* table : its)
                if (table != kept) steps.push_back(without(*table, "associations", table->associations, attachment));
            finding.fixes.push_back(reviewedFix("Associate " + name + " with " + facts.name(kept->id) + " alone",
                                                inOrder({}, std::move(steps))));
        }
        found.push_back(std::move(finding));
    }
}

Finding foreign(const Facts& facts, const TransitGatewayRouteTable& table, const std::string& key,
                const Attachments& list, const TransitGatewayAttachment& attachment) {
    const std::string name = facts.name(table.id);
    const std::string its = facts.name(attachment.id);
    return {
        table.id,
        name + " of " + facts.name(table.transitGateway) + " names " + its + " of " +
            facts.name(attachment.transitGateway) + " in its " + key + ".",
        Severity::Error,
        {reviewedFix("Take " + its + " out of the " + key + " of " + name, without(table, key, list, attachment.id))}};
}

void lookForForeign(const Facts& facts, const TransitGatewayRouteTable& table, const std::string& key,
                    const Attachments& list, std::vector<Finding>& found) {
    for (const auto& id : std::set(list.begin(), list.end()))
        if (const TransitGatewayAttachment* attachment = find(facts.design(), id);
            attachment && attachment->transitGateway != table.transitGateway)
            found.push_back(foreign(facts, table, key, list, *attachment));
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    lookForTwo(facts, found);
    for (const TransitGatewayRouteTable& table : facts.design().transitGatewayRouteTables) {
        lookForForeign(facts, table, "associations", table.associations, found);
        lookForForeign(facts, table, "propagations", table.propagations, found);
    }
    return found;
}

}  // namespace

extern const Rule attachmentInTwoTables = {
    .code = "RTE038",
    .name = "attachment-in-two-tables",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A transit gateway attachment is associated with one route table of its own gateway",
    .why =
        "One route table says where the packets of an attachment go: AWS refuses a second association with "
        "Resource.AlreadyAssociated. A table takes attachments of its own transit gateway alone.",
    .howToFix = "Keep one association; let the attachment propagate to as many tables as are meant.",
    .source =
        "Amazon VPC Transit Gateways, Transit gateway route tables; Amazon EC2 API, "
        "AssociateTransitGatewayRouteTable (F-269)",
    .check = look,
};

}  // namespace gw::rules
