#include "model/reach/dns.h"

#include <algorithm>

#include "model/reach/host_name.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

bool usesAmazonDns(const Vpc& vpc) {
    // 169.254.169.253 and the second address of a block of the VPC are the Amazon DNS server (FACTS F-194).
    return std::ranges::all_of(vpc.dnsServers, [&](const IpAddress& server) {
        if (server.family == IpFamily::V6) return server == IpAddress::parse("fd00:ec2::253").value();
        if (server.bits == 0xA9FEA9FD) return true;
        return std::ranges::any_of(vpc.cidrs, [&](const Cidr& block) { return block.first().bits + 2 == server.bits; });
    });
}

bool isApi(string_view service) {
    return service == "execute-api" || service == "appsync-api";
}

/// One question of one caller about one resource.
class Question {
public:
    Question(const Network& network, const Asker& asker, const Flow& flow, const ServiceResource& target,
             IpFamily family)
        : network_(network), design_(network.design()), asker_(asker), flow_(flow), target_(target), family_(family) {
        region_ = network.regionOf(target);
        if (region_.empty() && asker.vpc) region_ = network.regionOf(*asker.vpc);
        style_ = flow.hostStyle;
        resolution_.host =
            style_ == HostStyle::Custom && !flow.host.empty() ? flow.host : hostNameOf(target, style_, region_);
        resolution_.ruling.stage = Stage::Dns;
        resolution_.ruling.hop = asker.id;
        resolution_.ruling.subject = target.id.value;
        resolution_.ruling.subjectName = labelOf(target);
    }

    Resolution ask();

private:
    Ruling& ruling() { return resolution_.ruling; }
    void unknown(Code code, string missing) {
        ruling().code = code;
        ruling().outcome = Outcome::Unknown;
        resolution_.missing = std::move(missing);
    }
    void blocked(Code code, string note = {}) {
        ruling().code = code;
        ruling().outcome = Outcome::Blocked;
        ruling().note = std::move(note);
    }
    void subject(string_view id, string_view name) {
        ruling().subject = id;
        ruling().subjectName = name;
    }

    void byEndpointName();
    bool byZoneOrRule();
    void byRecord(const HostedZone& zone);
    bool byPrivateDns();
    void byPublicDns();
    bool serves(const Endpoint& endpoint) const;
    string whyNot(const Endpoint& endpoint) const;
    void lookElsewhere();
    void addPublic();

    const Network& network_;
    const Design& design_;
    const Asker& asker_;
    const Flow& flow_;
    const ServiceResource& target_;
    IpFamily family_;
    string_view region_;
    HostStyle style_ = HostStyle::Regional;
    Resolution resolution_;
    /// Length of the domain that private DNS answers for: longer ones of zones and rules win over it.
    std::size_t privateDomain_ = 0;
};

/// Whether the endpoint leads to the target's service in the target's Region, whatever names it has.
bool Question::serves(const Endpoint& endpoint) const {
    if (endpoint.type != EndpointType::Interface || !isOffered(endpoint)) return false;
    const bool fips = style_ == HostStyle::Fips && endpoint.service == target_.service + "-fips";
    if (endpoint.service != target_.service && !fips) return false;
    const Vpc* vpc = find(design_, endpoint.vpc);
    const string_view region = !endpoint.serviceRegion.empty() ? string_view(endpoint.serviceRegion)
                               : vpc                           ? network_.regionOf(*vpc)
                                                               : string_view{};
    return region == region_;
}

string Question::whyNot(const Endpoint& endpoint) const {
    const string name(labelOf(endpoint));
    const Vpc& vpc = *asker_.vpc;
    const string begin = name + " exists here, but this name does not lead to it: ";
    if (endpoint.state != EndpointState::Available) return begin + "it is not available.";
    const Service* service = Catalog::builtIn().service(endpoint.service);
    // DynamoDB's interface endpoints have no private DNS at all (FACTS F-134).
    if (service && !service->privateDns)
        return begin + "endpoints of " + endpoint.service +
               " have no private DNS, so callers must use the endpoint's own name.";
    if (!endpoint.privateDns) return begin + "its private DNS is off.";
    if (endpoint.privateDnsOnlyForInboundResolver)
        return begin + "its private DNS is for callers of the inbound resolver alone.";
    if (!vpc.dnsHostnames) return begin + "DNS hostnames are off on " + string(labelOf(vpc)) + ".";
    return begin + "private DNS does not cover it.";
}

void Question::lookElsewhere() {
    if (!asker_.vpc) return;
    for (const Endpoint* endpoint : network_.endpointsOf(asker_.vpc->id)) {
        if (!serves(*endpoint)) continue;
        if (resolution_.whyNotThere.empty()) {
            resolution_.whyNotThere = whyNot(*endpoint);
            resolution_.notAvailable = endpoint->privateDns && endpoint->state != EndpointState::Available;
            ruling().note = resolution_.whyNotThere;
            if (resolution_.ruling.code == Code::DnsPublicAnswer) subject(endpoint->id.value, labelOf(*endpoint));
        }
        for (Answer& answer : answersOf(network_, *endpoint, family_))
            resolution_.elsewhere.push_back(std::move(answer));
    }
}

void Question::addPublic() {
    Answer answer;
    End& end = answer.end;
    end.id = target_.id.value;
    end.name = labelOf(target_);
    end.service = target_.service;
    end.region = region_;
    if (const PrefixList* list = network_.prefixListOf(target_.service, region_))
        for (const Cidr& block : list->entries)
            if (block.family() == family_) end.addresses.push_back(spanOf(block));
    if (end.addresses.empty()) {
        end.addresses = publicAddresses(family_);
        end.isFrame = true;
    }
    resolution_.answers.push_back(std::move(answer));
}

/// The names that AWS gives each endpoint are public, and lead to its private addresses (FACTS F-027, F-028).
void Question::byEndpointName() {
    const Endpoint* named = find(design_, flow_.viaEndpoint);
    if (!named && asker_.vpc) {
        int count = 0;
        for (const Endpoint* endpoint : network_.endpointsOf(asker_.vpc->id))
            if (serves(*endpoint)) {
                named = endpoint;
                ++count;
            }
        if (count > 1)
            unknown(Code::DnsNotKnown,
                    "Which endpoint's name " + string(asker_.name) + " uses: several lead to " + target_.service + ".");
    }
    if (!named || named->type == EndpointType::Gateway) {
        blocked(Code::DnsNoAnswer,
                named ? "A gateway endpoint has no name of its own."
                      : "The flow uses the name of an endpoint, but there is none to " + target_.service + ".");
        return;
    }
    subject(named->id.value, labelOf(*named));
    if (ruling().outcome == Outcome::Passed) ruling().code = Code::DnsEndpointName;
    if (!serves(*named)) {
        blocked(Code::DnsNoAnswer,
                string(labelOf(*named)) + " does not lead to " + target_.service + " in " + string(region_) + ".");
        return;
    }
    resolution_.answers = answersOf(network_, *named, family_);
}

void Question::byRecord(const HostedZone& zone) {
    const string& host = resolution_.host;
    const DnsRecord* found = nullptr;
    const string_view wanted = family_ == IpFamily::V4 ? "A" : "AAAA";
    for (const DnsRecord& record : zone.records) {
        const bool wildcard = record.name.starts_with("*.");
        const bool matches = record.name == host || (wildcard && isWithin(host, string_view(record.name).substr(2)));
        if (!matches || (record.type != wanted && record.type != "CNAME")) continue;
        if (!found || !wildcard) found = &record;
    }
    subject(zone.id.value, zone.name);
    // A private zone that matches answers alone: without the record the name does not exist (FACTS F-148).
    if (!found)
        return blocked(Code::DnsNoAnswer,
                       "The private zone " + zone.name + " has no record of that name, and no other DNS is asked.");
    ruling().code = Code::DnsZoneAnswer;
    if (const Endpoint* endpoint = find(design_, Id<Endpoint>{found->alias.value})) {
        ruling().other = labelOf(*endpoint);
        resolution_.answers = answersOf(network_, *endpoint, family_);
        return;
    }
    for (const string& value : found->values)
        for (const Endpoint& endpoint : design_.endpoints)
            if (endpoint.type == EndpointType::Interface && value.starts_with(endpoint.id.value + "-")) {
                ruling().other = labelOf(endpoint);
                resolution_.answers = answersOf(network_, endpoint, family_);
                return;
            }
    unknown(Code::DnsNotKnown, "What stands behind the record " + found->name + " of the zone " + zone.name + ".");
    addPublic();
}

/// Resolver rules and private zones: the longest domain wins, and a rule wins over a zone of the same (FACTS F-148,
/// F-150).
bool Question::byZoneOrRule() {
    const Vpc& vpc = *asker_.vpc;
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
        subject(rule->id.value, labelOf(*rule));
        unknown(Code::DnsForwarded,
                "What the servers of " + string(labelOf(*rule)) + " answer for " + resolution_.host + ".");
        return true;
    }
    if (!zone || zoneSize < privateDomain_) return false;
    byRecord(*zone);
    return true;
}

bool Question::byPrivateDns() {
    const Vpc& vpc = *asker_.vpc;
    const Endpoint* sure = nullptr;
    const Endpoint* perhaps = nullptr;
    for (const Endpoint* endpoint : network_.endpointsOf(vpc.id)) {
        if (!serves(*endpoint) || !endpoint->privateDns || endpoint->state != EndpointState::Available) continue;
        if (endpoint->privateDnsOnlyForInboundResolver) continue;
        switch (privateDnsCovers(endpoint->service, region_, style_, resolution_.host)) {
            case NameCover::Covered:
                sure = sure ? sure : endpoint;
                break;
            case NameCover::NotKnown:
                perhaps = perhaps ? perhaps : endpoint;
                break;
            case NameCover::NotCovered:
                break;
        }
    }
    // Private DNS needs both DNS attributes of the VPC (FACTS F-140).
    const Endpoint* endpoint = vpc.dnsHostnames ? (sure ? sure : perhaps) : nullptr;
    if (!endpoint) return false;
    subject(endpoint->id.value, labelOf(*endpoint));
    resolution_.answers = answersOf(network_, *endpoint, family_);
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

void Question::byPublicDns() {
    ruling().code = Code::DnsPublicAnswer;
    addPublic();
    if (style_ == HostStyle::Global && target_.service == "s3" && region_ != "us-east-1")
        unknown(Code::DnsNotKnown, "Which Region's addresses " + resolution_.host + " leads to.");
    lookElsewhere();
}

Resolution Question::ask() {
    if (resolution_.host.empty() && style_ == HostStyle::Custom) {
        unknown(Code::DnsNotKnown,
                "The name that " + string(asker_.name) + " uses for " + string(labelOf(target_)) + ".");
        addPublic();
        return std::move(resolution_);
    }
    if (style_ == HostStyle::EndpointSpecific) {
        byEndpointName();
    } else if (!asker_.vpc) {
        byPublicDns();
    } else {
        const bool amazon = usesAmazonDns(*asker_.vpc);
        for (const Endpoint* endpoint : network_.endpointsOf(asker_.vpc->id))
            if (serves(*endpoint) && endpoint->privateDns)
                privateDomain_ = serviceDomainOf(endpoint->service, region_).size();
        if (!byZoneOrRule() && !byPrivateDns()) byPublicDns();
        if (!amazon && ruling().code != Code::DnsPublicAnswer) {
            // Servers of your own know private names only where they forward to the Amazon DNS server (FACTS F-192).
            unknown(Code::DnsCustomServer, "Whether " + asker_.vpc->dnsServers.front().text() + " forwards " +
                                               resolution_.host + " to the Amazon DNS server of " +
                                               string(labelOf(*asker_.vpc)) + ".");
            subject(asker_.vpc->id.value, labelOf(*asker_.vpc));
            return std::move(resolution_);
        }
        if (amazon && !asker_.vpc->dnsSupport) {
            // The Amazon DNS server answers only where DNS resolution is on (FACTS F-287).
            blocked(Code::DnsSupportOff);
            subject(asker_.vpc->id.value, labelOf(*asker_.vpc));
        }
    }
    return std::move(resolution_);
}

}  // namespace

std::vector<Answer> answersOf(const Network& network, const Endpoint& endpoint, IpFamily family) {
    std::vector<Answer> answers;
    if ((family == IpFamily::V6 && endpoint.ipAddressType == IpAddressType::Ipv4) ||
        (family == IpFamily::V4 && endpoint.ipAddressType == IpAddressType::Ipv6))
        return answers;
    const Vpc* vpc = find(network.design(), endpoint.vpc);
    for (const NetworkInterface& interface : network.interfacesOf(endpoint)) {
        Answer answer{endOf(interface, endpoint.id.value, labelOf(endpoint), vpc, family), &endpoint};
        if (!answer.end.addresses.empty()) answers.push_back(std::move(answer));
    }
    return answers;
}

Resolution resolveService(const Network& network, const Asker& asker, const Flow& flow, const ServiceResource& target,
                          IpFamily family) {
    return Question(network, asker, flow, target, family).ask();
}

Resolution resolveProvider(const Network& network, const Asker& asker, const Flow& flow, IpFamily family) {
    const Design& design = network.design();
    Resolution resolution;
    resolution.ruling.stage = Stage::Dns;
    resolution.ruling.hop = asker.id;
    resolution.ruling.subject = flow.to.value;
    const auto leads = [&](const Endpoint& endpoint) {
        if (endpoint.target.value == flow.to.value) return true;
        const ServiceNetwork* through = find(design, Id<ServiceNetwork>{endpoint.target.value});
        return through &&
               std::ranges::find(through->resourceConfigurations, Id<ResourceConfiguration>{flow.to.value}) !=
                   through->resourceConfigurations.end();
    };
    const Endpoint* named = find(design, flow.viaEndpoint);
    if (!named && asker.vpc)
        for (const Endpoint* endpoint : network.endpointsOf(asker.vpc->id))
            if (!named && leads(*endpoint)) named = endpoint;
    if (!named || !leads(*named)) {
        resolution.ruling.code = Code::DnsNoAnswer;
        resolution.ruling.outcome = Outcome::Blocked;
        resolution.ruling.note = "No endpoint of the caller's VPC leads there.";
        return resolution;
    }
    resolution.ruling.code = Code::DnsEndpointName;
    resolution.ruling.subject = named->id.value;
    resolution.ruling.subjectName = labelOf(*named);
    resolution.answers = answersOf(network, *named, family);
    return resolution;
}

}  // namespace gw
