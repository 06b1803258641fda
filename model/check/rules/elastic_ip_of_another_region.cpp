#include "model/check/elastic_ips.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    const Design& design = facts.design();
    std::vector<Finding> found;
    for (const AddressHolder& holder : addressHolders(facts)) {
        const Region* region = holder.vpc ? find(design, holder.vpc->region) : nullptr;
        for (const Id<ElasticIp>& id : *holder.elasticIps) {
            const ElasticIp* address = find(design, id);
            const Region* its = address ? find(design, address->region) : nullptr;
            if (!region || !its || its->code == region->code) continue;
            const std::string name = facts.name(holder.id);
            found.push_back({holder.id,
                             facts.name(id) + " of " + its->code + " cannot be the address of " + name + " in " +
                                 region->code + ".",
                             Severity::Error,
                             {safeFix("Allocate an Elastic IP in " + region->code + " for " + name,
                                      withNewAddress(design, holder, id))}});
        }
    }
    return found;
}

}  // namespace

extern const Rule elasticIpOfAnotherRegion = {
    .code = "NET043",
    .name = "elastic-ip-of-another-region",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An Elastic IP is used in its own Region",
    .why =
        "An Elastic IP is announced by one network border group: AWS gives it to nothing that stands in another "
        "Region.",
    .howToFix = "Allocate an Elastic IP in the Region of what needs it.",
    .source = "CloudFormation AWS::EC2::NatGateway; Amazon EC2 User Guide, Elastic IP addresses (F-288)",
    .check = look,
};

}  // namespace gw::rules
