#include "model/reach/dns.h"

#include <algorithm>

#include "model/reach/assumptions.h"
#include "model/reach/question.h"

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

}  // namespace

/// Whether the endpoint leads to the target's service in the target's Region, whatever names it has.
bool Question::serves(const Endpoint& endpoint) const {
    // The cheap questions first: a trace asks this of every endpoint of the VPC.
    if (endpoint.type != EndpointType::Interface) return false;
    const bool fips = style_ == HostStyle::Fips && endpoint.service == target_.service + "-fips";
    if ((endpoint.service != target_.service && !fips) || !isOffered(endpoint)) return false;
    const Vpc* vpc = find(design_, endpoint.vpc);
    const string_view home = vpc ? network_.regionOf(*vpc) : string_view{};
    if (endpoint.serviceRegion.empty() || endpoint.serviceRegion == home) return home == region_;
    // Services that AWS does not offer to other Regions have no such endpoint (FACTS F-076).
    const Service* service = Catalog::builtIn().service(endpoint.service);
    return endpoint.serviceRegion == region_ && (!service || service->crossRegion);
}

string Question::whyNot(const Endpoint& endpoint) const {
    const string name(labelOf(endpoint));
    const Vpc& vpc = *find(design_, endpoint.vpc);
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
    const Vpc* near = vpc_ ? vpc_ : asker_.vpc;
    if (!near) return;
    for (const Endpoint* endpoint : network_.endpointsOf(near->id)) {
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
    resolution_.answers = recordsOf(network_, *named, family_, style_);
}

const ResolverEndpoint* Question::inboundAt(const std::vector<IpAddress>& servers) const {
    const ResolverEndpoint* found = nullptr;
    for (const IpAddress& server : servers) {
        const ResolverEndpoint* here = nullptr;
        for (const ResolverEndpoint& each : design_.resolverEndpoints)
            if (each.direction == ResolverDirection::Inbound)
                for (const auto& id : each.subnets)
                    if (const Subnet* subnet = find(design_, id); subnet && !here)
                        if (subnet->cidr && subnet->cidr->contains(server)) here = &each;
        if (!here || (found && here != found)) return nullptr;
        found = here;
    }
    return found;
}

bool Question::askInbound(const ResolverEndpoint& resolver) {
    vpc_ = find(design_, resolver.vpc);
    inbound_ = true;
    resolution_.asked = &resolver;
    if (vpc_) return true;
    unknown(Code::DnsNotKnown, "In which VPC " + string(labelOf(resolver)) + " stands.");
    return false;
}

/// Hosts on premises ask servers of their own. These lead to AWS's private names only where they forward to an inbound
/// Resolver endpoint (FACTS F-073).
bool Question::chooseServerOnPremises() {
    vpc_ = nullptr;
    const OnPremisesNetwork& far = *asker_.onPremises;
    const string_view told = assumptionOf(design_, assumed::dnsForwardsTo, far.id.value);
    if (told == "public") return true;
    const ResolverEndpoint* resolver = find(design_, Id<ResolverEndpoint>{string(told)});
    if (!resolver) resolver = inboundAt(far.dnsServers);
    if (resolver) return askInbound(*resolver);
    for (const ResolverEndpoint& each : design_.resolverEndpoints) {
        if (each.direction != ResolverDirection::Inbound) continue;
        unknown(Code::DnsNotKnown, "Whether the DNS servers of " + string(asker_.name) + " forward " +
                                       resolution_.host + " to " + string(labelOf(each)) + ".");
        return false;
    }
    return true;
}

bool Question::chooseServer() {
    if (asker_.onPremises) return chooseServerOnPremises();
    if (!asker_.vpc || usesAmazonDns(*asker_.vpc)) return true;
    if (const ResolverEndpoint* resolver = inboundAt(asker_.vpc->dnsServers)) return askInbound(*resolver);
    const string_view told = assumptionOf(design_, assumed::dnsForwards, asker_.vpc->id.value);
    if (told == "no") vpc_ = nullptr;
    isOwnServer_ = told != "yes" && told != "no";
    return true;
}

void Question::byAmazonDns() {
    if (!vpc_) return byPublicDns();
    privateDomain_ = 0;
    for (const Endpoint* endpoint : network_.endpointsOf(vpc_->id))
        if (serves(*endpoint) && endpoint->privateDns && !endpoint->privateDnsOnlyForInboundResolver &&
            endpoint->state == EndpointState::Available)
            privateDomain_ = std::max(privateDomain_, serviceDomainOf(endpoint->service, region_).size());
    const Vpc& vpc = *vpc_;
    if (!byZoneOrRule() && !byPrivateDns()) byPublicDns();
    // The Amazon DNS server answers only where DNS resolution is on (FACTS F-287).
    if (vpc.dnsSupport || isOwnServer_) return;
    blocked(Code::DnsSupportOff);
    subject(vpc.id.value, labelOf(vpc));
}

string Question::doubt() const {
    const Service* service = Catalog::builtIn().service(target_.service);
    if (!service)
        return "Whether AWS has a service " + target_.service +
               ": the catalogue knows neither its names nor its ports.";
    const bool isRegional = service->serviceName.find("{region}") != string_view::npos;
    if (!isRegional || (!asker_.vpc && !asker_.onPremises)) return {};
    if (region_.empty()) return "The Region of " + string(labelOf(target_)) + ", which its name turns on.";
    if (!Catalog::builtIn().region(region_))
        return "Whether AWS has a Region " + string(region_) + ": the catalogue does not know it.";
    return {};
}

void Question::look() {
    if (resolution_.host.empty() && style_ == HostStyle::Custom) {
        unknown(Code::DnsNotKnown,
                "The name that " + string(asker_.name) + " uses for " + string(labelOf(target_)) + ".");
        addPublic();
        return;
    }
    if (style_ == HostStyle::EndpointSpecific) {
        byEndpointName();
        return;
    }
    if (!chooseServer()) return;
    byAmazonDns();
    if (isOwnServer_ && ruling().code != Code::DnsPublicAnswer) {
        // Servers of your own know private names only where they forward to the Amazon DNS server (FACTS F-192).
        unknown(Code::DnsCustomServer, "Whether " + asker_.vpc->dnsServers.front().text() + " forwards " +
                                           resolution_.host + " to the Amazon DNS server of " +
                                           string(labelOf(*asker_.vpc)) + ".");
        subject(asker_.vpc->id.value, labelOf(*asker_.vpc));
    }
}

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

std::vector<Answer> recordsOf(const Network& network, const Endpoint& endpoint, IpFamily family, HostStyle style) {
    const bool v6 = family == IpFamily::V6;
    switch (endpoint.dnsRecordIpType) {
        case DnsRecordIpType::Ipv4:
            if (v6) return {};
            break;
        case DnsRecordIpType::Ipv6:
            if (!v6) return {};
            break;
        case DnsRecordIpType::ServiceDefined:
            // The service's own choice: IPv6 at its dual-stack names.
            if (v6 && style != HostStyle::DualStack) return {};
            break;
        case DnsRecordIpType::Default:
        case DnsRecordIpType::Dualstack:
            break;
    }
    return answersOf(network, endpoint, family);
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
    resolution.answers = recordsOf(network, *named, family, HostStyle::Regional);
    return resolution;
}

}  // namespace gw
