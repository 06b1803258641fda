#include "model/reach/reach.h"

#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/reach/balanced.h"
#include "model/reach/ends.h"
#include "model/reach/listening.h"
#include "model/reach/verdict.h"
#include "model/reach/ways.h"

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

    Trace follow(Telling telling);
    /// What the network lets through; leaves nothing to follow.
    std::vector<Branch> takeOpenWays();

private:
    void walk();
    std::vector<PortRange> portsOf() const {
        if (service_)
            if (const Service* service = Catalog::builtIn().service(service_->service)) return service->ports;
        return callee_.ports;
    }
    std::vector<IpFamily> families() const;
    void byFamily(IpFamily family) { byFamily(family, caller_.ends(family)); }
    void byFamily(IpFamily family, const std::vector<End>& sources);
    void fromIpv6Alone();
    void toService(const ServiceResource& target, const std::vector<End>& sources);
    void toAnswers(const std::vector<Answer>& answers, const std::vector<End>& sources);
    void throughInternet(const std::vector<End>& sources);
    std::vector<Branch> waysTo(const Call& call, const End& source, const Answer& answer) const;
    void fromOnPremises(const End& source, const Answer& answer);
    void askServer(const Resolution& resolution, const std::vector<End>& sources);
    void overNat64(const ServiceResource& target, const std::vector<End>& sources);
    Asker asker() const { return {caller_.id, caller_.name, caller_.vpc, caller_.onPremises}; }
    void take(Branch branch, const End& source);
    /// Takes a way that ends at the answer: whether anything answers there.
    void takeTo(const Answer& answer, Branch branch, const End& source);
    void unknown(std::string missing) { journey_.missing.push_back(std::move(missing)); }
    bool answersPublicly(const ServiceResource& target);
    void askPolicies(PolicyJudge& judge);

    const Network& network_;
    const Flow& flow_;
    const ServiceResource* service_;
    Caller caller_;
    Callee callee_;
    Journey journey_;
    bool toldIpv6_ = false;  ///< an endpoint answers a dual-stack caller with IPv6 addresses too
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

void Tracer::walk() {
    if (caller_.place == EndPlace::Nothing) unknown("What stands behind " + flow_.from.value + ".");
    if (callee_.place == EndPlace::Nothing) unknown("What stands behind " + flow_.to.value + ".");
    if (journey_.missing.empty()) {
        const auto wanted = families();
        if (wanted.empty()) unknown("Which subnets " + std::string(caller_.name) + " stands in.");
        for (const IpFamily family : wanted) byFamily(family);
        if (wanted == std::vector{IpFamily::V4}) fromIpv6Alone();
        if (toldIpv6_ && wanted == std::vector{IpFamily::V4}) byFamily(IpFamily::V6);
    }
}

std::vector<Branch> Tracer::takeOpenWays() {
    walk();
    if (std::ranges::any_of(journey_.common, [](const Ruling& each) { return each.outcome == Outcome::Blocked; }))
        return {};
    std::erase_if(journey_.branches, [](const Branch& each) { return each.isBlocked(); });
    return std::move(journey_.branches);
}

Trace Tracer::follow(Telling telling) {
    walk();
    if (!service_ || flow_.actions.empty()) return conclude(network_, journey_, telling);
    // What the policies say points into their judge.
    PolicyJudge judge(network_, flow_, *service_);
    askPolicies(judge);
    return conclude(network_, journey_, telling);
}

/// Policies see the endpoint and the addresses of a way, and nothing else of it.
void Tracer::askPolicies(PolicyJudge& judge) {
    std::vector<const Branch*> asked;
    for (const Branch& branch : journey_.branches) {
        const auto same = std::ranges::find_if(asked, [&](const Branch* each) {
            return each->endpoint == branch.endpoint && each->road == branch.road &&
                   each->privateAddress == branch.privateAddress && each->publicAddress == branch.publicAddress;
        });
        journey_.permissionOf.push_back(static_cast<std::size_t>(same - asked.begin()));
        if (same != asked.end()) continue;
        asked.push_back(&branch);
        journey_.permissions.push_back(judge.judge(branch));
    }
    // Where no way leads out, what is certain of the role's and the resource's policies is told still.
    if (journey_.branches.empty()) journey_.permissions.push_back(judge.judge({}));
}

/// Network interfaces without an IPv4 address beside others that have one: they ask for IPv6, and what their name leads
/// to holds for them alone.
void Tracer::fromIpv6Alone() {
    if (caller_.place != EndPlace::InVpc) return;
    std::vector<End> sources = caller_.ends(IpFamily::V6);
    std::erase_if(sources, [](const End& each) { return each.subnet->cidr.has_value(); });
    if (sources.empty()) return;
    const std::size_t common = journey_.common.size();
    const std::size_t first = journey_.branches.size();
    byFamily(IpFamily::V6, sources);
    const std::vector<Ruling> own(journey_.common.begin() + static_cast<std::ptrdiff_t>(common), journey_.common.end());
    journey_.common.resize(common);
    if (journey_.branches.size() == first)
        for (const End& source : sources) {
            Branch stuck;
            stuck.from = labelOf(*source.subnet);
            journey_.branches.push_back(std::move(stuck));
        }
    for (std::size_t i = first; i < journey_.branches.size(); ++i)
        for (const Ruling& ruling : own) journey_.branches[i].add(ruling);
    journey_.call.family = IpFamily::V4;
}

void Tracer::byFamily(IpFamily family, const std::vector<End>& sources) {
    journey_.call.family = family;
    if (sources.empty()) return unknown("The address blocks of " + std::string(caller_.name) + ".");
    if (service_) return toService(*service_, sources);
    if (callee_.place == EndPlace::Provider) {
        const Resolution resolution = resolveProvider(network_, asker(), flow_, family);
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
    const bool isInside = caller_.place == EndPlace::InVpc || caller_.place == EndPlace::OnPremises;
    if (balancer && balancer->scheme == LoadBalancerScheme::InternetFacing && isInside) return throughInternet(sources);
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
    Resolution resolution = resolveService(network_, asker(), flow_, target, journey_.call.family);
    journey_.host = resolution.host;
    if (!resolution.missing.empty()) unknown(resolution.missing);
    const bool toEndpoint = !resolution.answers.empty() && resolution.answers.front().end.vpc;
    if (resolution.asked) askServer(resolution, sources);
    const Endpoint* endpoint = resolution.answers.empty() ? nullptr : resolution.answers.front().endpoint;
    if (endpoint && endpoint->ipAddressType == IpAddressType::Dualstack && caller_.hasIpv6() &&
        !recordsOf(network_, *endpoint, IpFamily::V6, flow_.hostStyle).empty())
        toldIpv6_ = true;
    if (resolution.onlyIpv4) {
        journey_.common.push_back(resolution.ruling);
        return overNat64(target, sources);
    }
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
            if (caller_.place == EndPlace::OnPremises && (answer.end.vpc || callee_.place == EndPlace::OnPremises)) {
                fromOnPremises(source, answer);
                continue;
            }
            for (Branch& branch : waysTo(journey_.call, source, answer)) takeTo(answer, std::move(branch), source);
        }
}

std::vector<Branch> Tracer::waysTo(const Call& call, const End& source, const Answer& answer) const {
    if (source.subnet) return waysFrom(network_, call, source, answer);
    if (caller_.onPremises && answer.end.vpc)
        return waysFromOnPremises(network_, call, source, *caller_.onPremises, answer);
    if (answer.end.subnet) return {wayIn(network_, call, source, answer)};
    return {wayOutside(call, source, answer)};
}

void Tracer::fromOnPremises(const End& source, const Answer& answer) {
    if (callee_.place == EndPlace::OnPremises)
        return unknown("What lies between " + std::string(caller_.name) + " and " + std::string(callee_.name) + ".");
    std::vector<Branch> ways = waysTo(journey_.call, source, answer);
    if (ways.empty()) {
        Ruling none;
        none.stage = Stage::Middle;
        none.code = Code::VpnNoLine;
        none.outcome = Outcome::Blocked;
        none.hop = none.subject = caller_.id;
        none.subjectName = caller_.name;
        journey_.common.push_back(std::move(none));
    }
    for (Branch& way : ways) takeTo(answer, std::move(way), source);
}

/// Whether the caller's question gets to the inbound Resolver endpoint that answers it: port 53, to any of its
/// addresses, as resolvers try the next where one is silent.
void Tracer::askServer(const Resolution& resolution, const std::vector<End>& sources) {
    const ResolverEndpoint& server = *resolution.asked;
    Journey question = journey_;
    question.target = server.id.value;
    question.targetName = labelOf(server);
    question.call = Call{Protocol::udp(), IpFamily::V4, {PortRange::single(53)}};
    std::vector<End> askers = sources;
    if (resolution.askedBy) {
        askers.clear();
        for (const NetworkInterface& each : network_.interfacesOf(*resolution.askedBy))
            askers.push_back(endOf(each, resolution.askedBy->id.value, labelOf(*resolution.askedBy),
                                   network_.vpcOf(*each.subnet), IpFamily::V4));
    }
    bool isUnknown = false;
    std::string why;
    for (const End& source : askers)
        for (const NetworkInterface& each : network_.interfacesOf(server)) {
            const Answer answer{
                endOf(each, question.target, question.targetName, network_.vpcOf(*each.subnet), IpFamily::V4), nullptr};
            for (const Branch& way : waysTo(question.call, source, answer)) {
                if (!way.isBlocked() && !way.isUnknown()) return;
                isUnknown = isUnknown || !way.isBlocked();
                for (const Ruling& ruling : way.rulings)
                    if (why.empty() && ruling.outcome == Outcome::Blocked)
                        why = inWords(network_, question, ruling).text;
            }
        }
    Ruling ruling;
    ruling.stage = Stage::Dns;
    ruling.code = Code::DnsServerNotReached;
    ruling.outcome = isUnknown ? Outcome::Unknown : Outcome::Blocked;
    ruling.hop = caller_.id;
    ruling.subject = question.target;
    ruling.subjectName = question.targetName;
    ruling.note = isUnknown ? "Whether the question gets to " + std::string(question.targetName) + "." : why;
    journey_.common.push_back(std::move(ruling));
}

/// The name has IPv4 addresses alone. In subnets with DNS64 the Amazon DNS server puts these into IPv6 ones, which NAT
/// gateways translate (FACTS F-231); elsewhere IPv6 callers get no address.
void Tracer::overNat64(const ServiceResource& target, const std::vector<End>& sources) {
    static const std::vector<Span> prefix{spanOf(Cidr::literal("64:ff9b::/96"))};
    Answer answer;
    answer.end.id = target.id.value;
    answer.end.name = labelOf(target);
    answer.end.addresses = prefix;
    for (const End& source : sources) {
        if (source.subnet && source.subnet->dns64) {
            toAnswers({answer}, {source});
            continue;
        }
        Branch branch = wayOutside(journey_.call, source, answer);
        branch.from = source.subnet ? labelOf(*source.subnet) : std::string_view{};
        branch.road = Road::None;
        Ruling none;
        none.stage = Stage::Dns;
        none.code = Code::DnsNoIpv6;
        none.outcome = Outcome::Blocked;
        none.hop = caller_.id;
        none.subject = source.subnet ? std::string_view(source.subnet->id.value) : source.id;
        none.subjectName = branch.from.empty() ? source.name : branch.from;
        branch.add(std::move(none));
        journey_.branches.push_back(std::move(branch));
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
        for (const Branch& out : waysTo(journey_.call, source, outside))
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
                takeTo(answer, std::move(whole), source);
            }
}

void Tracer::takeTo(const Answer& answer, Branch branch, const End& source) {
    if (!service_)
        judgeAnswering(network_, flow_, journey_.call, source, answer, branch);
    else if (auto ruling = judgeListening(*service_, flow_, journey_.call, branch))
        branch.add(*std::move(ruling));
    take(std::move(branch), source);
}

/// Once for each address under which the call may arrive where policies may ask for it.
void Tracer::take(Branch branch, const End& source) {
    const IpFamily family = journey_.call.family;
    const bool overInternet = branch.road == Road::Internet;
    std::string Branch::*const address = overInternet ? &Branch::publicAddress : &Branch::privateAddress;
    std::vector<std::string> addresses = overInternet ? branch.translatedPublicly : branch.translatedPrivately;
    if (addresses.empty())
        addresses = overInternet ? caller_.publicAddresses(source, family) : caller_.privateAddresses(source, family);
    if (!service_) addresses.resize(1);
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        // NOLINTNEXTLINE(bugprone-use-after-move): the last round alone moves it
        Branch each = i + 1 == addresses.size() ? std::move(branch) : branch;
        each.*address = std::move(addresses[i]);
        journey_.branches.push_back(std::move(each));
    }
}

}  // namespace

Trace trace(const Network& network, const Flow& flow, Telling telling) {
    return Tracer(network, flow, find(network.design(), Id<ServiceResource>{flow.to.value})).follow(telling);
}

Trace trace(const Network& network, const Flow& flow, const ServiceResource& target, Telling telling) {
    return Tracer(network, flow, &target).follow(telling);
}

std::vector<Branch> openWays(const Network& network, const Flow& flow) {
    return Tracer(network, flow, find(network.design(), Id<ServiceResource>{flow.to.value})).takeOpenWays();
}

}  // namespace gw
