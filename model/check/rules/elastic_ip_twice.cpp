#include <map>

#include "model/check/elastic_ips.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::map<Id<ElasticIp>, AnyId> first;
    std::vector<Finding> found;
    for (const AddressHolder& holder : addressHolders(facts))
        for (const Id<ElasticIp>& address : *holder.elasticIps) {
            const auto [at, isFirst] = first.try_emplace(address, holder.id);
            if (isFirst || at->second == holder.id) continue;
            const std::string name = facts.name(holder.id);
            Finding finding{
                holder.id,
                facts.name(address) + " of " + name + " is associated with " + facts.name(at->second) + " already.",
                Severity::Error};
            if (holder.vpc)
                finding.fixes.push_back(safeFix("Allocate another Elastic IP for " + name,
                                                withNewAddress(facts.design(), holder, address)));
            found.push_back(std::move(finding));
        }
    return found;
}

}  // namespace

extern const Rule elasticIpTwice = {
    .code = "NET042",
    .name = "elastic-ip-twice",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An Elastic IP is associated with one thing",
    .why =
        "An Elastic IP is the address of one network interface: AWS refuses to give it to a NAT gateway or instance "
        "while another has it.",
    .howToFix = "Allocate an Elastic IP for each.",
    .source = "Amazon EC2 API, CreateNatGateway, AllocationId; AssociateAddress",
    .check = look,
};

}  // namespace gw::rules
