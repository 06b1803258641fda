#include <algorithm>

#include "tests/oracle/world.h"

namespace gw::oracle {

bool World::serviceInRegion(const Endpoint& endpoint, const ServiceResource& resource,
                            const std::string& region) const {
    return endpoint.type == EndpointType::Interface && endpoint.service == resource.service &&
           endpoint.serviceRegion.empty() && regionOf(endpoint.vpc) == region;
}

bool World::privateName(const Endpoint& endpoint, const ServiceResource& resource, const Vpc& vpc) const {
    return endpoint.type == EndpointType::Interface && endpoint.vpc == vpc.id && endpoint.service == resource.service &&
           endpoint.serviceRegion.empty() && endpoint.privateDns && !endpoint.privateDnsOnlyForInboundResolver &&
           endpoint.state == EndpointState::Available && vpc.dnsHostnames && !resource.service.starts_with("dynamodb");
}

bool World::named(const Flow& flow, const ServiceResource& resource, const Vpc* vpc, const Endpoint*& endpoint,
                  bool& noAnswer) const {
    const Region* row = find(d_, resource.region);
    const std::string region = row ? row->code : vpc ? regionOf(vpc->id) : "";
    if (flow.hostStyle == HostStyle::EndpointSpecific) {
        endpoint = find(d_, flow.viaEndpoint);
        if (!endpoint) return false;
        noAnswer = !serviceInRegion(*endpoint, resource, region);
        return true;
    }
    if (!vpc || flow.hostStyle != HostStyle::Regional || !vpc->dnsServers.empty()) return false;
    noAnswer = !vpc->dnsSupport;
    if (noAnswer) return true;
    const std::string host = resource.service + "." + region + ".amazonaws.com";
    const HostedZone* zone = nullptr;
    for (const HostedZone& each : d_.hostedZones)
        if (each.name.ends_with("amazonaws.com")) {
            if (each.name != host) continue;
            if (std::ranges::find(each.vpcs, vpc->id) != each.vpcs.end() && vpc->dnsHostnames) zone = &each;
        }
    for (const Endpoint& each : d_.endpoints)
        if (!endpoint && privateName(each, resource, *vpc) && region == regionOf(vpc->id)) endpoint = &each;
    if (!zone) return true;
    // AWS refuses a zone of the name that private DNS has in the VPC.
    if (endpoint || zone->records.size() != 1 || zone->records.front().name != host) return false;
    endpoint = find(d_, Id<Endpoint>{zone->records.front().alias.value});
    return endpoint != nullptr;
}

void World::callers(const Workload& caller, std::vector<Nic>& sources) const {
    for (const auto& id : caller.subnets)
        if (const Subnet* subnet = find(d_, id)) {
            const bool instance = caller.workloadKind == WorkloadKind::Ec2 ||
                                  caller.workloadKind == WorkloadKind::Eks ||
                                  caller.workloadKind == WorkloadKind::Generic;
            const bool own = caller.publicIp || !caller.elasticIps.empty() || (instance && subnet->mapPublicIp);
            sources.push_back(
                nicAt(*subnet, caller.securityGroups, own && caller.workloadKind != WorkloadKind::Lambda));
        }
}

std::set<Fate> World::fates(const Flow& flow) {
    const std::set<Fate> notModelled{Fate::NotModelled};
    const Workload* caller = find(d_, Id<Workload>{flow.from.value});
    const OnPremisesNetwork* office = find(d_, Id<OnPremisesNetwork>{flow.from.value});
    const ServiceResource* resource = find(d_, Id<ServiceResource>{flow.to.value});
    const Workload* peer = find(d_, Id<Workload>{flow.to.value});
    const LoadBalancer* balancer = find(d_, Id<LoadBalancer>{flow.to.value});
    const EndpointService* provider = find(d_, Id<EndpointService>{flow.to.value});
    if ((!caller && !office) || (!resource && !peer && !balancer && !provider) || flow.protocol != Protocol::tcp())
        return notModelled;
    if (balancer && balancer->scheme == LoadBalancerScheme::InternetFacing) return notModelled;
    if ((balancer || provider) && !flow.port) return notModelled;
    std::vector<Nic> sources;
    if (caller) callers(*caller, sources);
    if (caller && (sources.empty() || caller->privateIp)) return notModelled;
    if (flow.hostStyle == HostStyle::DualStack) return notModelled;
    if (peer && (peer->privateIp || peer->ports.from != peer->ports.to)) return notModelled;
    if (flow.port && flow.port->from != flow.port->to) return notModelled;
    const Vpc* vpc = caller ? find(d_, sources.front().subnet->vpc) : nullptr;
    for (const Nic& nic : sources)
        if (nic.subnet->vpc != vpc->id) return notModelled;

    Packet packet;
    std::vector<Nic> targets;
    const Endpoint* endpoint = nullptr;
    if (peer) {
        packet.called = peer->ports.from;
        for (const auto& id : peer->subnets)
            if (const Subnet* subnet = find(d_, id)) targets.push_back(nicAt(*subnet, peer->securityGroups, false));
    } else if (balancer) {
        targets = nodesOf(*balancer);
    } else if (provider) {
        endpoint = find(d_, flow.viaEndpoint);
        for (const Endpoint& each : d_.endpoints)
            if (!endpoint && vpc && each.vpc == vpc->id && each.target.value == provider->id.value) endpoint = &each;
        if (!endpoint || endpoint->target.value != provider->id.value) return {Fate::Blocked};
        if (endpoint->type != EndpointType::Interface || endpoint->ipAddressType != IpAddressType::Ipv4)
            return notModelled;
        if (endpoint->state != EndpointState::Available) return {Fate::Blocked};
        for (const auto& id : endpoint->subnets)
            if (const Subnet* subnet = find(d_, id)) targets.push_back(nicAt(*subnet, endpoint->securityGroups, false));
    } else {
        if (resource->service == "execute-api" || resource->service == "appsync-api") return notModelled;
        bool noAnswer = false;
        if (!named(flow, *resource, vpc, endpoint, noAnswer)) return notModelled;
        if (noAnswer) return {Fate::Blocked};
        const Region* region = find(d_, resource->region);
        packet.region = region ? region->code : regionOf(vpc->id);
        if (endpoint) {
            if (endpoint->ipAddressType == IpAddressType::Ipv6) return notModelled;
            if (endpoint->state != EndpointState::Available) return {Fate::Blocked};
            for (const auto& id : endpoint->subnets)
                if (const Subnet* subnet = find(d_, id))
                    targets.push_back(nicAt(*subnet, endpoint->securityGroups, false));
        } else {
            packet.service = resource->service;
        }
        for (const PrefixList& list : d_.prefixLists)
            if (list.service == resource->service && !list.entries.empty()) return notModelled;
    }
    if (flow.port) packet.called = flow.port->from;
    // What answers: a workload on the ports it declares, services on 443, S3's public names on 80 as well.
    if (peer && peer->ports.from != 443 && peer->ports.from != packet.called) return {Fate::Blocked};
    const bool isPlain = packet.called == 80;
    if (resource && isPlain && (endpoint || resource->service != "s3")) return notModelled;
    if (resource && !isPlain && packet.called != 443) return {Fate::Blocked};
    const bool outside = resource && !endpoint;
    if (outside && !caller) return notModelled;
    if (!outside && (targets.empty() || std::ranges::any_of(targets, [](const Nic& nic) { return !nic.subnet->cidr; })))
        return notModelled;
    // A name of both kinds gives callers of both kinds both answers, and either may be taken. Elsewhere callers without
    // IPv4 depend on DNS64, which the oracle does not know.
    const bool both = endpoint && endpoint->ipAddressType == IpAddressType::Dualstack;
    if (std::ranges::any_of(sources, [&](const Nic& nic) { return !nic.subnet->cidr && !both; })) return notModelled;
    if (both && office) return notModelled;

    std::set<Fate> fates;
    const auto send = [&](const Cidr& block, const Nic* source) {
        const auto near = block.isV4() ? &Subnet::cidr : &Subnet::ipv6Cidr;
        for (const IpAddress& from : addressClasses(block))
            for (const int port : portClasses()) {
                packet.from = from;
                packet.replyPort = port;
                if (outside)
                    for (const IpAddress& to : publicClasses()) {
                        packet.to = to;
                        fates.insert(whole(*source, nullptr, packet));
                    }
                for (const Nic& target : targets) {
                    if (!(target.subnet->*near)) continue;
                    for (const IpAddress& to : addressClasses(*(target.subnet->*near))) {
                        packet.to = to;
                        Fate fate = source ? whole(*source, &target, packet) : wholeFromOffice(*office, target, packet);
                        if (fate == Fate::Interface && balancer)
                            fate = handOn(*balancer, source, target, packet, false);
                        if (fate == Fate::Interface && provider) fate = provide(*provider, source, target, packet);
                        fates.insert(fate);
                    }
                }
            }
    };
    for (const Nic& source : sources) {
        if (source.subnet->cidr) send(*source.subnet->cidr, &source);
        if (source.subnet->ipv6Cidr && both) send(*source.subnet->ipv6Cidr, &source);
    }
    if (office)
        for (const Cidr& block : office->cidrs) send(block, nullptr);
    return fates;
}

std::set<Fate> fatesOf(const Design& design, const Flow& flow) {
    return World(design).fates(flow);
}

}  // namespace gw::oracle
