#include "model/reach/ends.h"

#include <algorithm>

namespace gw {
namespace {

std::vector<Span> spansOf(const std::vector<Cidr>& blocks, IpFamily family) {
    std::vector<Span> spans;
    for (const Cidr& block : blocks)
        if (block.family() == family) spans.push_back(spanOf(block));
    return spans;
}

/// An address alone without the length of its prefix, as the keys of a request carry it.
std::string textOfAddresses(const Cidr& block) {
    return block.prefix() == block.width() ? block.address().text() : block.text();
}

std::vector<Answer> answersAt(const std::vector<NetworkInterface>& interfaces, std::string_view id,
                              std::string_view name, const Network& network, IpFamily family,
                              const std::optional<IpAddress>& fixed = std::nullopt) {
    std::vector<Answer> answers;
    for (const NetworkInterface& interface : interfaces) {
        Answer answer{endOf(interface, id, name, network.vpcOf(*interface.subnet), family, fixed)};
        if (!answer.end.addresses.empty()) answers.push_back(std::move(answer));
    }
    return answers;
}

}  // namespace

std::vector<std::string> addressesOf(const Design& design, const std::vector<Id<ElasticIp>>& ids) {
    std::vector<std::string> addresses;
    for (const auto& id : ids) {
        const ElasticIp* elastic = find(design, id);
        addresses.push_back(elastic && elastic->address ? elastic->address->text() : std::string());
    }
    return addresses;
}

std::vector<std::string> Caller::publicAddresses(const End& end, IpFamily family) const {
    std::vector<std::string> addresses;
    if (family == IpFamily::V6 && end.subnet) {
        if (end.subnet->ipv6Cidr) addresses.push_back(textOfAddresses(*end.subnet->ipv6Cidr));
    } else if (client) {
        for (const Cidr& block : client->cidrs)
            if (block.family() == family) addresses.push_back(textOfAddresses(block));
    } else if (family == IpFamily::V4) {
        addresses = elasticAddresses;
        // Of more network interfaces than addresses some have another one, or none.
        if (interfaces.size() > addresses.size()) addresses.emplace_back();
    }
    if (addresses.empty()) addresses.emplace_back();
    return addresses;
}

std::vector<std::string> Caller::privateAddresses(const End& end, IpFamily family) const {
    std::vector<std::string> addresses;
    const auto& block = end.subnet && family == IpFamily::V4 ? end.subnet->cidr
                        : end.subnet                         ? end.subnet->ipv6Cidr
                                                             : std::optional<Cidr>{};
    if (privateIp && privateIp->family == family)
        addresses.push_back(privateIp->text());
    else if (block)
        addresses.push_back(textOfAddresses(*block));
    else if (onPremises)
        for (const Cidr& each : onPremises->cidrs)
            if (each.family() == family) addresses.push_back(textOfAddresses(each));
    if (addresses.empty()) addresses.emplace_back();
    return addresses;
}

std::vector<End> Caller::ends(IpFamily family) const {
    std::vector<End> found;
    if (place == EndPlace::InVpc) {
        for (const NetworkInterface& interface : interfaces) {
            End end = endOf(interface, id, name, vpc, family, privateIp);
            if (!end.addresses.empty()) found.push_back(std::move(end));
        }
        return found;
    }
    End end;
    end.id = id;
    end.name = name;
    if (client) end.addresses = spansOf(client->cidrs, family);
    if (onPremises) end.addresses = spansOf(onPremises->cidrs, family);
    const bool anywhere = place == EndPlace::Outside && (!client || client->cidrs.empty());
    if (anywhere) end.addresses = gw::publicAddresses(family);
    if (!end.addresses.empty()) found.push_back(std::move(end));
    return found;
}

bool Caller::hasIpv6() const {
    return std::ranges::any_of(interfaces,
                               [](const NetworkInterface& each) { return each.subnet->ipv6Cidr.has_value(); });
}

Caller callerOf(const Network& network, const Flow& flow) {
    const Design& design = network.design();
    const std::string& id = flow.from.value;
    Caller caller;
    caller.id = id;
    caller.name = id;
    if (const Workload* workload = find(design, Id<Workload>{id})) {
        caller.name = labelOf(*workload);
        caller.interfaces = network.interfacesOf(*workload);
        caller.vpc = network.vpcOf(*workload);
        caller.privateIp = workload->privateIp;
        caller.elasticAddresses = addressesOf(design, workload->elasticIps);
        // A function outside any VPC calls from AWS's own network.
        caller.place = caller.vpc ? EndPlace::InVpc : EndPlace::Outside;
    } else if (const LoadBalancer* balancer = find(design, Id<LoadBalancer>{id})) {
        caller.name = labelOf(*balancer);
        caller.interfaces = network.interfacesOf(*balancer);
        caller.vpc = find(design, balancer->vpc);
        caller.place = EndPlace::InVpc;
    } else if (const OnPremisesNetwork* premises = find(design, Id<OnPremisesNetwork>{id})) {
        caller.name = labelOf(*premises);
        caller.onPremises = premises;
        caller.place = EndPlace::OnPremises;
    } else if (const Client* client = find(design, Id<Client>{id})) {
        caller.name = labelOf(*client);
        caller.client = client;
        caller.place = EndPlace::Outside;
    } else if (const Role* role = find(design, Id<Role>{id})) {
        caller.name = labelOf(*role);
        caller.place = EndPlace::Outside;
    }
    return caller;
}

Callee calleeOf(const Network& network, const Flow& flow, IpFamily family) {
    const Design& design = network.design();
    const std::string& id = flow.to.value;
    Callee callee;
    callee.id = id;
    callee.name = id;
    callee.ports = {PortRange::single(443)};
    if (const ServiceResource* resource = find(design, Id<ServiceResource>{id})) {
        callee.name = labelOf(*resource);
        callee.place = EndPlace::Service;
    } else if (const Workload* workload = find(design, Id<Workload>{id})) {
        callee.name = labelOf(*workload);
        callee.place = EndPlace::InVpc;
        callee.ports = {workload->ports};
        callee.answers =
            answersAt(network.interfacesOf(*workload), id, callee.name, network, family, workload->privateIp);
    } else if (const LoadBalancer* balancer = find(design, Id<LoadBalancer>{id})) {
        callee.name = labelOf(*balancer);
        callee.place = EndPlace::InVpc;
        if (!balancer->listeners.empty()) callee.ports.clear();
        for (const Listener& listener : balancer->listeners) callee.ports.push_back(listener.port);
        callee.answers = answersAt(network.interfacesOf(*balancer), id, callee.name, network, family);
    } else if (const EndpointService* service = find(design, Id<EndpointService>{id})) {
        callee.name = labelOf(*service);
        callee.place = EndPlace::Provider;
        std::vector<PortRange> listening;
        for (const auto& each : service->loadBalancers)
            if (const LoadBalancer* balancer = find(design, each))
                for (const Listener& listener : balancer->listeners) listening.push_back(listener.port);
        if (!listening.empty()) callee.ports = std::move(listening);
    } else if (const ResourceConfiguration* configuration = find(design, Id<ResourceConfiguration>{id})) {
        callee.name = labelOf(*configuration);
        callee.place = EndPlace::Provider;
        callee.ports = {configuration->ports};
    } else if (const Client* client = find(design, Id<Client>{id})) {
        callee.name = labelOf(*client);
        callee.place = EndPlace::Outside;
        Answer answer;
        answer.end.addresses = spansOf(client->cidrs, family);
        answer.end.isFrame = client->cidrs.empty();
        if (answer.end.isFrame) answer.end.addresses = publicAddresses(family);
        callee.answers = {std::move(answer)};
    } else if (const OnPremisesNetwork* premises = find(design, Id<OnPremisesNetwork>{id})) {
        callee.name = labelOf(*premises);
        callee.place = EndPlace::OnPremises;
        Answer answer;
        answer.end.addresses = spansOf(premises->cidrs, family);
        if (!answer.end.addresses.empty()) callee.answers = {std::move(answer)};
    }
    for (Answer& answer : callee.answers) {
        answer.end.id = callee.id;
        answer.end.name = callee.name;
    }
    return callee;
}

}  // namespace gw
