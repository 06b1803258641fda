#include <map>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::map<std::pair<std::string, std::string>, const TransitGatewayAttachment*> first;
    std::vector<Finding> found;
    for (const TransitGatewayAttachment& attachment : facts.design().transitGatewayAttachments) {
        const std::string& gateway = attachment.transitGateway.value;
        const std::string name = facts.name(attachment.id);
        const auto report = [&](std::string message) {
            found.push_back({attachment.id,
                             std::move(message),
                             Severity::Error,
                             {reviewedFix("Remove " + name, edits::removeThings({attachment.id.value}))}});
        };
        if (attachment.resource.value == gateway) {
            report(name + " attaches " + facts.name(attachment.resource) + " to itself.");
            continue;
        }
        // Two transit gateways may be peered more than once.
        if (!find(facts.design(), Id<Vpc>{attachment.resource.value})) continue;
        const auto [at, isFirst] = first.try_emplace({gateway, attachment.resource.value}, &attachment);
        if (!isFirst)
            report(facts.name(attachment.resource) + " is attached to " + facts.name(attachment.transitGateway) +
                   " by " + facts.name(at->second->id) + " already.");
    }
    return found;
}

}  // namespace

extern const Rule vpcAttachedTwice = {
    .code = "RTE037",
    .name = "vpc-attached-twice",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC is attached to a transit gateway once",
    .why =
        "AWS makes one attachment for each VPC and transit gateway, and refuses the second with "
        "DuplicateTransitGatewayAttachment; a transit gateway is not attached to itself.",
    .howToFix = "Keep one attachment, with a subnet in each zone.",
    .source = "Amazon VPC Transit Gateways, Quotas (F-269)",
    .check = look,
};

}  // namespace gw::rules
