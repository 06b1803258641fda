#include "model/check/elastic_ips.h"

#include <algorithm>

#include "model/design/references.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw {

std::vector<AddressHolder> addressHolders(const Facts& facts) {
    std::vector<AddressHolder> holders;
    for (const NatGateway& nat : facts.design().natGateways)
        if (!nat.elasticIps.empty()) holders.push_back({nat.id, find(facts.design(), nat.vpc), &nat.elasticIps});
    for (const Workload& workload : facts.design().workloads)
        if (!workload.elasticIps.empty())
            holders.push_back({workload.id, facts.network().vpcOf(workload), &workload.elasticIps});
    return holders;
}

Edit withNewAddress(const Design& design, const AddressHolder& holder, const Id<ElasticIp>& before) {
    ElasticIp address;
    address.id = {freeId(design, "eip-" + holder.id.value)};
    address.region = holder.vpc->region;
    std::string ids;
    for (const Id<ElasticIp>& each : *holder.elasticIps)
        ids += (ids.empty() ? "" : ", ") + (each == before ? address.id : each).value;
    return inOrder({}, {edits::addElasticIp(address), edits::setField(holder.id, "elasticIps", ids)});
}

}  // namespace gw
