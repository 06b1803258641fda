#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    if (!workload.privateIp) return;
    for (const auto& id : workload.subnets) {
        const Subnet* subnet = find(facts.design(), id);
        if (!subnet || !subnet->cidr || !isReserved(*subnet->cidr, *workload.privateIp)) continue;
        const std::string name = facts.name(workload.id);
        Finding finding{workload.id,
                        workload.privateIp->text() + " of " + name + " is kept by AWS in " + facts.name(id) + ".",
                        Severity::Error};
        if (const auto free = freeAddress(facts.design(), *subnet))
            finding.fixes.push_back(safeFix("Give " + free->text() + " to " + name,
                                            edits::setField(workload.id, "privateIp", free->text())));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule fixedAddressReserved = {
    .code = "NET016",
    .name = "fixed-address-reserved",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A fixed address is none of the five that AWS keeps",
    .why =
        "In every subnet AWS keeps the first four addresses (network, router, DNS, future use) and the last, and gives "
        "none of them to a network interface.",
    .howToFix = "Take an address from the fifth on.",
    .source = "Amazon VPC User Guide, Subnet sizing (F-218)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
