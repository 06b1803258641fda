#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

void lookForForwarding(const Facts& facts, const ResolverRule& rule, std::vector<Finding>& found) {
    const std::string name = facts.name(rule.id);
    const ResolverEndpoint* endpoint = find(facts.design(), rule.resolverEndpoint);
    if (endpoint && endpoint->direction == ResolverDirection::Outbound && !rule.targets.empty()) return;
    const auto report = [&](const std::string& what, std::vector<Fix> fixes) {
        found.push_back({rule.id, name + " " + what + ".", Severity::Error, std::move(fixes)});
    };
    if (rule.targets.empty()) report("forwards " + rule.domain + " to no server", {});
    if (endpoint && endpoint->direction == ResolverDirection::Outbound) return;
    std::vector<Fix> fixes;
    for (const ResolverEndpoint& other : facts.design().resolverEndpoints)
        if (other.direction == ResolverDirection::Outbound && fixes.empty())
            fixes.push_back(reviewedFix("Forward " + rule.domain + " through " + facts.name(other.id),
                                        edits::setField(rule.id, "resolverEndpoint", other.id.value)));
    report("forwards " + rule.domain + " through " +
               (endpoint ? facts.name(endpoint->id) + ", an inbound endpoint" : std::string("no outbound endpoint")),
           std::move(fixes));
}

void lookAt(const Facts& facts, const ResolverRule& rule, std::vector<Finding>& found) {
    if (rule.ruleKind == ResolverRuleKind::Forward) lookForForwarding(facts, rule, found);
    const Design& design = facts.design();
    const ResolverEndpoint* endpoint = find(design, rule.resolverEndpoint);
    const Vpc* home = endpoint ? find(design, endpoint->vpc) : nullptr;
    const Region* region = home ? find(design, home->region) : nullptr;
    for (const Id<Vpc>& id : rule.vpcs) {
        const Vpc* vpc = find(design, id);
        const Region* its = vpc ? find(design, vpc->region) : nullptr;
        if (!region || !its || its->code == region->code) continue;
        found.push_back({rule.id,
                         facts.name(rule.id) + " of " + region->code + " is associated with " + facts.name(id) +
                             " of " + its->code + ".",
                         Severity::Warning,
                         {reviewedFix("Take " + facts.name(id) + " off " + facts.name(rule.id),
                                      edits::setField(rule.id, "vpcs", idsOf(rule.vpcs, id)))}});
    }
}

}  // namespace

extern const Rule resolverRuleIncomplete = {
    .code = "DNS016",
    .name = "resolver-rule-incomplete",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A forwarding rule names an outbound Resolver endpoint, servers, and VPCs of its Region",
    .why =
        "AWS forwards what a rule catches through an outbound endpoint to the addresses that the rule names, in VPCs "
        "of "
        "the same Region. It refuses a rule without them, and one that names an inbound endpoint.",
    .howToFix = "Name an outbound endpoint and the addresses of the servers.",
    .source =
        "Amazon Route 53 API, CreateResolverRule, ResolverEndpointId and TargetIps; AssociateResolverRule; that "
        "it refuses VPCs of other Regions is not verified",
    .check = each<&Design::resolverRules, lookAt>(),
};

}  // namespace gw::rules
