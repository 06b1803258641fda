#include <map>

#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Detaches `surplus`; routes to it lead to `first` from then on.
Edit replaceGateway(const Design& design, const InternetGateway& surplus, const InternetGateway& first) {
    std::vector<Edit> steps = reroutes(design, surplus.id, first.id);
    steps.push_back(edits::attachInternetGateway(surplus.id, {}));
    return inOrder({}, std::move(steps));
}

std::vector<Finding> look(const Facts& facts) {
    std::map<Id<Vpc>, const InternetGateway*> first;
    std::vector<Finding> found;
    for (const InternetGateway& gateway : facts.design().internetGateways) {
        if (!gateway.vpc) continue;
        const auto [at, isFirst] = first.try_emplace(gateway.vpc, &gateway);
        if (isFirst) continue;
        Finding finding{
            gateway.id,
            facts.name(gateway.vpc) + " has " + facts.name(at->second->id) + " already: one internet gateway only.",
            Severity::Error};
        finding.fixes.push_back(
            reviewedFix("Detach " + facts.name(gateway.id), replaceGateway(facts.design(), gateway, *at->second)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule twoInternetGateways = {
    .code = "NET023",
    .name = "two-internet-gateways",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC has at most one internet gateway",
    .why = "AWS attaches one internet gateway to a VPC; the second is refused with Resource.AlreadyAssociated.",
    .howToFix = "Detach one of them and let all routes lead to the other.",
    .source = "Amazon VPC User Guide, Amazon VPC quotas (F-223)",
    .check = look,
};

}  // namespace gw::rules
