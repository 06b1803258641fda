#include "model/check/encounters.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Encounter& met : encounters(facts, "DNS_CUSTOM_SERVER")) {
        const Vpc* vpc = find(facts.design(), Id<Vpc>{met.subject.value});
        if (!vpc || vpc->dnsServers.empty()) continue;
        const std::string name = facts.name(vpc->id);
        // Whether the servers forward is not drawn: not known is no error.
        found.push_back(
            {vpc->id,
             callersIn(facts, met.flows) + " asks " + vpc->dnsServers.front().text() +
                 ", which may not know private names of " + name + ".",
             Severity::Warning,
             {reviewedFix("Use the Amazon DNS server in " + name, edits::setField(vpc->id, "dnsServers", ""))}});
    }
    return found;
}

}  // namespace

extern const Rule customDnsServers = {
    .code = "DNS004",
    .name = "custom-dns-servers",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "Calls that need private names ask the Amazon DNS server",
    .why =
        "Private DNS of endpoints and private hosted zones are answered by the Amazon DNS server of the VPC alone. "
        "Servers of your own know these names only where they forward them to it.",
    .howToFix =
        "Let the servers forward amazonaws.com and api.aws to the VPC's own server (its block + 2), or take them out "
        "of the DHCP options.",
    .source = "Amazon ECS Developer Guide, Interface VPC endpoints; AWS Systems Manager User Guide (F-192)",
    .check = look,
};

}  // namespace gw::rules
