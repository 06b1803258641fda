#include "model/edit/change.h"
#include "model/edit/fields.h"
#include "model/reach/codes.h"
#include "model/reach/host_name.h"
#include "model/repair/situation.h"

namespace gw {
namespace {

/// A record of the private zone for the name called, to each interface endpoint of the VPC that could answer.
std::vector<Candidate> addRecord(const Situation& situation, const HostedZone& zone, const Vpc& vpc) {
    std::vector<Candidate> found;
    if (!situation.service) return found;
    const std::string host =
        situation.flow.hostStyle == HostStyle::Custom
            ? situation.flow.host
            : hostNameOf(*situation.service, situation.flow.hostStyle, situation.network.regionOf(*situation.service));
    if (!isWithin(host, zone.name)) return found;
    for (const Endpoint* endpoint : situation.network.endpointsOf(vpc.id)) {
        if (endpoint->type != EndpointType::Interface || endpoint->service != situation.service->service) continue;
        DnsRecord record;
        record.name = host;
        record.alias = endpoint->id;
        found.push_back(
            {Edit("Add " + host + " to the zone " + zone.name + " as an alias of " + situation.name(endpoint->id),
                  [id = zone.id, record](Design& changed) {
                      return edits::change(changed.hostedZones, id,
                                           [&](HostedZone& row) { row.records.push_back(record); });
                  }),
             2});
    }
    return found;
}

}  // namespace

std::vector<Candidate> changeNames(const Situation& situation, const Step& step) {
    std::vector<Candidate> found;
    const Vpc* vpc = situation.caller.vpc;
    if (!vpc) return found;
    if (step.code == nameOf(Code::DnsSupportOff))
        found.push_back({inOrder("Turn DNS resolution on in " + situation.name(vpc->id),
                                 {edits::setVpcDns(vpc->id, true, vpc->dnsHostnames)}),
                         1});
    if (step.code == nameOf(Code::DnsCustomServer))
        found.push_back({inOrder("Use the Amazon DNS server in " + situation.name(vpc->id),
                                 {edits::setField(vpc->id, "dnsServers", "")}),
                         4});
    if (step.code == nameOf(Code::ApiTypeNotKnown) && situation.service)
        found.push_back({inOrder("Make " + situation.name(situation.service->id) + " a private API",
                                 {edits::setApiType(situation.service->id, ApiType::Private)}),
                         4});
    if (const HostedZone* zone = find(situation.design(), Id<HostedZone>{step.subject.value});
        zone && step.code == nameOf(Code::DnsNoAnswer))
        return addRecord(situation, *zone, *vpc);
    return found;
}

}  // namespace gw
