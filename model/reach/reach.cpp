#include "model/reach/reach.h"

#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/reach/ends.h"
#include "model/reach/verdict.h"

namespace gw {
namespace {

/// Follows one flow: names first, then every way that the answers open.
class Tracer {
public:
    /// `service` is nullptr where the flow leads to anything but a resource of an AWS service.
    Tracer(const Network& network, const Flow& flow, const ServiceResource* service)
        : network_(network),
          flow_(flow),
          service_(service),
          caller_(callerOf(network, flow)),
          callee_(calleeOf(network, flow, IpFamily::V4)) {
        if (service_) {
            callee_.name = labelOf(*service_);
            callee_.place = EndPlace::Service;
        }
        journey_.flow = &flow;
        journey_.caller = caller_.id;
        journey_.callerName = caller_.name;
        journey_.target = callee_.id;
        journey_.targetName = callee_.name;
        journey_.toService = callee_.place == EndPlace::Service;
        journey_.call.protocol = flow.protocol;
        journey_.call.ports = flow.port ? std::vector<PortRange>{*flow.port} : portsOf();
    }

    Trace follow();

private:
    std::vector<PortRange> portsOf() const {
        if (service_)
            if (const Service* service = Catalog::builtIn().service(service_->service)) return service->ports;
        return callee_.ports;
    }
    std::vector<IpFamily> families() const;
    void byFamily(IpFamily family);
    void toService(const ServiceResource& target, const std::vector<End>& sources);
    void toAnswers(const std::vector<Answer>& answers, const std::vector<End>& sources);
    void throughInternet(const std::vector<End>& sources);
    Branch describe(Branch branch, const End& source) const;
    void unknown(std::string missing) { journey_.missing.push_back(std::move(missing)); }
    bool answersPublicly(const ServiceResource& target);

    const Network& network_;
    const Flow& flow_;
    const ServiceResource* service_;
    Caller caller_;
    Callee callee_;
    Journey journey_;
};

/// IPv6 is asked for where the caller has it and the name or the target may have it; IPv4 stays the rule of AWS's
/// names.
std::vector<IpFamily> Tracer::families() const {
    const auto has = [&](std::optional<Cidr> Subnet::*block) {
        return std::ranges::any_of(caller_.interfaces,
                                   [&](const NetworkInterface& each) { return (each.subnet->*block).has_value(); });
    };
    const bool hasV4 = caller_.place != EndPlace::InVpc || has(&Subnet::cidr);
    const bool hasV6 = caller_.place == EndPlace::InVpc && has(&Subnet::ipv6Cidr);
    std::vector<IpFamily> wanted;
    if (hasV4) wanted.push_back(IpFamily::V4);
    if (hasV6 && (!hasV4 || flow_.hostStyle == HostStyle::DualStack)) wanted.push_back(IpFamily::V6);
    return wanted;
}

Trace Tracer::follow() {
    if (caller_.place == EndPlace::Nothing) unknown("What stands behind " + flow_.from.value + ".");
    if (callee_.place == EndPlace::Nothing) unknown("What stands behind " + flow_.to.value + ".");
    if (journey_.missing.empty()) {
        const auto wanted = families();
        if (wanted.empty()) unknown("Which subnets " + std::string(caller_.name) + " stands in.");
        for (const IpFamily family : wanted) byFamily(family);
    }
    return conclude(network_, journey_);
}

void Tracer::byFamily(IpFamily family) {
    journey_.call.family = family;
    const auto sources = caller_.ends(family);
    if (sources.empty()) return unknown("The address blocks of " + std::string(caller_.name) + ".");
    if (service_) return toService(*service_, sources);
    if (callee_.place == EndPlace::Provider) {
        const Asker asker{caller_.id, caller_.name, caller_.vpc};
        const Resolution resolution = resolveProvider(network_, asker, flow_, family);
        journey_.common.push_back(resolution.ruling);
        return toAnswers(resolution.answers, sources);
    }
    if (family != IpFamily::V4) callee_ = calleeOf(network_, flow_, family);
    Ruling own;
    own.code = Code::DnsOwnAddress;
    own.hop = own.subject = caller_.id;
    journey_.common.push_back(own);
    const LoadBalancer* balancer = find(network_.design(), Id<LoadBalancer>{flow_.to.value});
    // The name of a load balancer that faces the internet leads to its public addresses, for callers in the VPC too.
    if (balancer && balancer->scheme == LoadBalancerScheme::InternetFacing && caller_.place == EndPlace::InVpc)
        return throughInternet(sources);
    if (callee_.answers.empty()) return unknown("The addresses of " + std::string(callee_.name) + ".");
    toAnswers(callee_.answers, sources);
}

/// What an API says to a caller that comes to its public addresses.
bool Tracer::answersPublicly(const ServiceResource& target) {
    if (target.service != "execute-api" || target.apiType == ApiType::Regional || target.apiType == ApiType::Edge)
        return true;
    Ruling ruling;
    ruling.stage = Stage::Service;
    ruling.hop = ruling.subject = target.id.value;
    ruling.subjectName = labelOf(target);
    ruling.code = target.apiType == ApiType::Private ? Code::ApiIsPrivate : Code::ApiTypeNotKnown;
    ruling.outcome = target.apiType == ApiType::Private ? Outcome::Blocked : Outcome::Unknown;
    journey_.common.push_back(std::move(ruling));
    return false;
}

void Tracer::toService(const ServiceResource& target, const std::vector<End>& sources) {
    const Asker asker{caller_.id, caller_.name, caller_.vpc};
    Resolution resolution = resolveService(network_, asker, flow_, target, journey_.call.family);
    journey_.host = resolution.host;
    if (!resolution.missing.empty()) unknown(resolution.missing);
    const bool toEndpoint = !resolution.answers.empty() && resolution.answers.front().end.vpc;
    if (resolution.answers.empty() && resolution.ruling.outcome == Outcome::Passed) {
        resolution.ruling.code = Code::DnsNoAnswer;
        resolution.ruling.outcome = Outcome::Blocked;
        resolution.ruling.note = "The endpoint has no network interface with such an address.";
    }
    journey_.common.push_back(resolution.ruling);
    const std::size_t dns = journey_.common.size() - 1;
    if (!toEndpoint && !resolution.answers.empty()) static_cast<void>(answersPublicly(target));
    const std::size_t before = journey_.branches.size();
    toAnswers(resolution.answers, sources);

    // Where the public addresses lead nowhere, yet an endpoint could serve the call, the name is what stops it: the
    // other stages are then asked for the way to the endpoint.
    const bool strayed = !resolution.elsewhere.empty() && journey_.branches.size() > before &&
                         std::ranges::all_of(journey_.branches.begin() + static_cast<std::ptrdiff_t>(before),
                                             journey_.branches.end(), [](const Branch& branch) {
                                                 return std::ranges::any_of(branch.rulings, [](const Ruling& each) {
                                                     return each.stage == Stage::Route && each.code == Code::RouteNone;
                                                 });
                                             });
    if (!strayed) return;
    journey_.common.resize(dns + 1);
    if (!resolution.notAvailable) journey_.common.at(dns).outcome = Outcome::Blocked;
    journey_.branches.resize(before);
    toAnswers(resolution.elsewhere, sources);
}

void Tracer::toAnswers(const std::vector<Answer>& answers, const std::vector<End>& sources) {
    for (const End& source : sources)
        for (const Answer& answer : answers) {
            if (source.subnet) {
                for (Branch& branch : waysFrom(network_, journey_.call, source, answer))
                    journey_.branches.push_back(describe(std::move(branch), source));
            } else if (caller_.place == EndPlace::OnPremises &&
                       (answer.end.vpc || callee_.place == EndPlace::OnPremises)) {
                unknown("How " + std::string(caller_.name) +
                        " comes into the VPC: ways from on-premises networks are not followed.");
            } else if (answer.end.subnet) {
                journey_.branches.push_back(describe(wayIn(network_, journey_.call, source, answer), source));
            } else {
                journey_.branches.push_back(describe(wayOutside(journey_.call, source, answer), source));
            }
        }
}

/// Out to public addresses, then in through the internet gateway to each network interface of the load balancer.
void Tracer::throughInternet(const std::vector<End>& sources) {
    Answer outside;
    outside.end.id = callee_.id;
    outside.end.name = callee_.name;
    outside.end.addresses = publicAddresses(journey_.call.family);
    outside.end.isFrame = true;
    for (const End& source : sources)
        for (const Branch& out : waysFrom(network_, journey_.call, source, outside))
            for (const Answer& answer : callee_.answers) {
                End arriving;
                arriving.id = caller_.id;
                arriving.name = caller_.name;
                arriving.addresses = outside.end.addresses;
                arriving.isFrame = true;
                const Branch in = wayIn(network_, journey_.call, arriving, answer);
                Branch whole = out;
                whole.to = in.to;
                for (const Ruling& ruling : in.rulings) {
                    Ruling kept = ruling;
                    kept.part = {};
                    whole.add(std::move(kept));
                }
                for (const Waypoint& point : in.via)
                    if (std::ranges::find(whole.via, point) == whole.via.end()) whole.via.push_back(point);
                journey_.branches.push_back(describe(std::move(whole), source));
            }
}

Branch Tracer::describe(Branch branch, const End& source) const {
    const auto& block = source.subnet
                            ? (journey_.call.family == IpFamily::V4 ? source.subnet->cidr : source.subnet->ipv6Cidr)
                            : std::optional<Cidr>{};
    if (caller_.privateIp)
        branch.privateAddress = caller_.privateIp->text();
    else if (block)
        branch.privateAddress = block->text();
    if (branch.road == Road::Internet && branch.publicAddress.empty()) branch.publicAddress = caller_.publicAddressText;
    return branch;
}

}  // namespace

Trace trace(const Network& network, const Flow& flow) {
    return Tracer(network, flow, find(network.design(), Id<ServiceResource>{flow.to.value})).follow();
}

Trace trace(const Network& network, const Flow& flow, const ServiceResource& target) {
    return Tracer(network, flow, &target).follow();
}

std::vector<Trace> traces(const Network& network) {
    std::vector<Trace> all;
    for (const Flow& flow : network.design().flows) all.push_back(trace(network, flow));
    return all;
}

}  // namespace gw
