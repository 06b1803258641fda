#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// What AWS says against the group in that VPC, behind "cannot be associated with lab"; empty where it takes it.
std::string faultOf(const Facts& facts, const SecurityGroup& group, const Vpc& vpc) {
    const Design& design = facts.design();
    const Vpc* home = find(design, group.vpc);
    if (group.isDefault) return ": it is a default group";
    if (vpc.isDefault) return ", a default VPC";
    if (home && home->isDefault) return ": " + facts.name(home->id) + " is a default VPC";
    const Region* one = home ? find(design, home->region) : nullptr;
    const Region* other = find(design, vpc.region);
    return one && other && one->code != other->code ? ", which stands in another Region" : "";
}

void lookAt(const Facts& facts, const SecurityGroup& group, std::vector<Finding>& found) {
    const auto report = [&](const Id<Vpc>& vpc, const std::string& fault) {
        const std::string name = facts.name(group.id);
        found.push_back({group.id,
                         name + " cannot be associated with " + facts.name(vpc) + fault + ".",
                         Severity::Error,
                         {reviewedFix("Take " + facts.name(vpc) + " off " + name,
                                      edits::setField(group.id, "associatedVpcs", idsOf(group.associatedVpcs, vpc)))}});
    };
    for (const Id<Vpc>& id : group.associatedVpcs)
        if (const Vpc* vpc = find(facts.design(), id))
            if (const std::string fault = faultOf(facts, group, *vpc); !fault.empty()) report(id, fault);
}

}  // namespace

extern const Rule groupAssociationRefused = {
    .code = "SGR028",
    .name = "group-association-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Security groups are associated with further VPCs of their Region alone",
    .why =
        "AWS associates a security group with other VPCs of its Region. It refuses default groups, and default VPCs.",
    .howToFix = "Make a group in the other VPC.",
    .source = "Amazon EC2 API, AssociateSecurityGroupVpc (F-256)",
    .check = each<&Design::securityGroups, lookAt>(),
};

}  // namespace gw::rules
