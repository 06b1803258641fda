#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const HostedZone& zone, std::vector<Finding>& found) {
    if (!zone.isPrivate) return;
    for (std::size_t number = 0; number < zone.records.size(); ++number) {
        const DnsRecord& record = zone.records[number];
        if (record.type != "NS" || record.name == zone.name) continue;
        found.push_back({zone.id,
                         facts.name(zone.id) + " is private, but delegates " + record.name + ".",
                         Severity::Error,
                         {reviewedFix("Remove the NS record for " + record.name,
                                      edits::removeTableRow(zone.id, "records", number))}});
    }
}

}  // namespace

extern const Rule delegationInPrivateZone = {
    .code = "DNS019",
    .name = "delegation-in-private-zone",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A private hosted zone delegates no subdomain",
    .why = "Route 53 takes no NS records in a private hosted zone that delegate a subdomain.",
    .howToFix = "Make a private hosted zone for the subdomain, or a Resolver rule that forwards it.",
    .source = "Amazon Route 53 Developer Guide, Considerations when using a private hosted zone (F-151)",
    .check = each<&Design::hostedZones, lookAt>(),
};

}  // namespace gw::rules
