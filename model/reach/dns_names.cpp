#include <algorithm>

#include "model/reach/assumptions.h"
#include "model/reach/question.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

bool isApi(string_view service) {
    return service == "execute-api" || service == "appsync-api";
}

}  // namespace

const DnsRecord* Question::recordIn(const HostedZone& zone) const {
    const string& host = resolution_.host;
    const DnsRecord* found = nullptr;
    const string_view wanted = family_ == IpFamily::V4 ? "A" : "AAAA";
    for (const DnsRecord& record : zone.records) {
        const bool wildcard = record.name.starts_with("*.");
        // A wildcard stands for names below its own alone; of several the longest answers, and a name itself before
        // all.
        const string_view apex = wildcard ? string_view(record.name).substr(2) : string_view{};
        const bool matches = record.name == host || (wildcard && host != apex && isWithin(host, apex));
        if (!matches || (record.type != wanted && record.type != "CNAME")) continue;
        if (!found || !wildcard || (found->name.starts_with("*.") && found->name.size() < record.name.size()))
            found = &record;
    }
    return found;
}

void Question::byRecord(const HostedZone& zone) {
    const DnsRecord* found = recordIn(zone);
    subject(zone.id.value, zone.name);
    // A private zone that matches answers alone: without the record the name does not exist (FACTS F-148).
    if (!found)
        return blocked(Code::DnsNoAnswer,
                       "The private zone " + zone.name + " has no record of that name, and no other DNS is asked.");
    ruling().code = Code::DnsZoneAnswer;
    if (const Endpoint* endpoint = find(design_, Id<Endpoint>{found->alias.value})) {
        ruling().other = labelOf(*endpoint);
        resolution_.answers = recordsOf(network_, *endpoint, family_, style_);
        return;
    }
    for (const string& value : found->values)
        for (const Endpoint& endpoint : design_.endpoints)
            if (endpoint.type == EndpointType::Interface && value.starts_with(endpoint.id.value + "-")) {
                ruling().other = labelOf(endpoint);
                resolution_.answers = recordsOf(network_, endpoint, family_, style_);
                return;
            }
    unknown(Code::DnsNotKnown, "What stands behind the record " + found->name + " of the zone " + zone.name + ".");
    addPublic();
}

/// A name of your own may stand in a public zone of the design.
bool Question::byPublicZone() {
    const HostedZone* zone = nullptr;
    for (const HostedZone& each : design_.hostedZones)
        if (!each.isPrivate && isWithin(resolution_.host, each.name) && recordIn(each) &&
            (!zone || each.name.size() > zone->name.size()))
            zone = &each;
    if (zone) byRecord(*zone);
    return zone != nullptr;
}

/// A forwarding rule: to another VPC where its servers are an inbound Resolver endpoint there, else to servers whose
/// answer is not drawn.
void Question::byRule(const ResolverRule& rule) {
    const ResolverEndpoint* far = inboundAt(rule.targets);
    subject(rule.id.value, labelOf(rule));
    if (!far || forwards_++ > 3 || (vpc_ && far->vpc == vpc_->id))
        return unknown(Code::DnsForwarded,
                       "What the servers of " + string(labelOf(rule)) + " answer for " + resolution_.host + ".");
    resolution_.askedBy = find(design_, rule.resolverEndpoint);
    if (askInbound(*far)) byAmazonDns();
}

/// Resolver rules and private zones: the longest domain wins, and a rule wins over a zone of the same (FACTS F-148,
/// F-150).
bool Question::byZoneOrRule() {
    const Vpc& vpc = *vpc_;
    const HostedZone* zone = nullptr;
    // Private zones need both DNS attributes (FACTS F-149).
    if (vpc.dnsHostnames)
        for (const HostedZone* each : network_.hostedZonesOf(vpc.id))
            if (isWithin(resolution_.host, each->name) && (!zone || each->name.size() > zone->name.size())) zone = each;
    const ResolverRule* rule = nullptr;
    for (const ResolverRule& each : design_.resolverRules)
        if (std::ranges::find(each.vpcs, vpc.id) != each.vpcs.end() && isWithin(resolution_.host, each.domain) &&
            (!rule || each.domain.size() > rule->domain.size()))
            rule = &each;
    const std::size_t zoneSize = zone ? zone->name.size() : 0;
    const std::size_t ruleSize = rule ? rule->domain.size() : 0;
    if (rule && rule->ruleKind == ResolverRuleKind::Forward && ruleSize >= zoneSize && ruleSize >= privateDomain_) {
        byRule(*rule);
        return true;
    }
    if (!zone || zoneSize < privateDomain_) return false;
    byRecord(*zone);
    return true;
}

/// The endpoint of the VPC whose private DNS covers the name. That of S3 may be for inbound Resolver endpoints alone;
/// the VPC's own callers then keep the public addresses and the gateway endpoint (FACTS F-124 to F-127).
const Endpoint* Question::privateEndpoint(NameCover wanted) const {
    for (const Endpoint* endpoint : network_.endpointsOf(vpc_->id))
        if (serves(*endpoint) && endpoint->privateDns && endpoint->state == EndpointState::Available &&
            (inbound_ || !endpoint->privateDnsOnlyForInboundResolver) &&
            privateDnsCovers(endpoint->service, region_, style_, resolution_.host) == wanted)
            return endpoint;
    return nullptr;
}

bool Question::byPrivateDns() {
    // Private DNS needs both DNS attributes of the VPC (FACTS F-140).
    if (!vpc_->dnsHostnames) return false;
    const Endpoint* sure = privateEndpoint(NameCover::Covered);
    const Endpoint* endpoint = sure ? sure : privateEndpoint(NameCover::NotKnown);
    if (!endpoint) return false;
    subject(endpoint->id.value, labelOf(*endpoint));
    resolution_.answers = recordsOf(network_, *endpoint, family_, style_);
    ruling().code = Code::DnsPrivateAnswer;
    if (!sure)
        unknown(Code::DnsNotKnown,
                "Whether private DNS of " + string(labelOf(*endpoint)) + " covers " + resolution_.host + ".");
    else if (isApi(target_.service) && (target_.apiType == ApiType::Regional || target_.apiType == ApiType::Edge))
        // The hidden zone answers for every API of the Region, and knows private ones alone (FACTS F-152, F-153).
        blocked(Code::DnsHijacked);
    else if (target_.service == "execute-api" && target_.apiType == ApiType::None)
        unknown(Code::ApiTypeNotKnown, "Whether the API " + string(labelOf(target_)) + " is private or public.");
    return true;
}

/// S3 has IPv6 addresses at its dual-stack names alone (FACTS F-122); of other services' plain names the facts do not
/// say.
void Question::noteFamilies() {
    if (family_ != IpFamily::V6 || style_ == HostStyle::DualStack) return;
    const string_view told = assumptionOf(design_, assumed::ipv6Name, target_.id.value);
    if (told == "yes") return;
    if (told == "no" || target_.service == "s3")
        resolution_.onlyIpv4 = true;
    else
        unknown(Code::DnsNotKnown, "Whether " + resolution_.host + " has IPv6 addresses.");
}

void Question::byPublicDns() {
    if (style_ == HostStyle::Custom && byPublicZone()) return;
    ruling().code = Code::DnsPublicAnswer;
    addPublic();
    noteFamilies();
    if (style_ == HostStyle::Global && target_.service == "s3" && region_ != "us-east-1")
        unknown(Code::DnsNotKnown, "Which Region's addresses " + resolution_.host + " leads to.");
    lookElsewhere();
}

}  // namespace gw
