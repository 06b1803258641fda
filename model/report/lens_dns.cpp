#include <algorithm>

#include "model/design/containment.h"
#include "model/design/references.h"
#include "model/reach/ends.h"
#include "model/report/lens_content.h"

namespace gw {
namespace {

/// What kind of answer a caller gets for a name.
enum class Answered : std::uint8_t { ByEndpoint, ByRoute, Publicly, ByZone, NotAtAll, Unknown };

struct AnswerLook {
    Tone tone = Tone::Plain;
    std::string_view key{};
    std::string_view words{};
};

AnswerLook lookOf(Answered answered) {
    switch (answered) {
        case Answered::ByEndpoint:
            return {Tone::First, "E", "addresses of an endpoint"};
        case Answered::ByRoute:
            return {Tone::Third, "R", "public addresses, routed to a gateway endpoint"};
        case Answered::Publicly:
            return {Tone::Second, "P", "public addresses"};
        case Answered::ByZone:
            return {Tone::Fourth, "Z", "answer of a hosted zone"};
        case Answered::NotAtAll:
            return {Tone::Bad, "!", "no answer that serves"};
        case Answered::Unknown:
            return {Tone::Unknown, "?", "not known"};
    }
    return {};
}

/// What one name leads to for one caller, in words.
struct NameAnswer {
    Answered kind = Answered::Unknown;
    std::string shortly{};  ///< "vpce-secrets", "public addresses"
    std::string
        sentence{};  ///< "secretsmanager.us-east-1.amazonaws.com leads payment to vpce-secrets (10.20.64.0/26)."
};

bool isByEndpoint(const Resolution& resolution) {
    return !resolution.answers.empty() &&
           std::ranges::all_of(resolution.answers, [](const Answer& each) { return each.endpoint != nullptr; });
}

Answered kindOf(const Resolution& resolution) {
    if (resolution.ruling.outcome == Outcome::Unknown) return Answered::Unknown;
    if (resolution.ruling.outcome == Outcome::Blocked) return Answered::NotAtAll;
    if (isByEndpoint(resolution)) return Answered::ByEndpoint;
    return resolution.ruling.code == Code::DnsZoneAnswer ? Answered::ByZone : Answered::Publicly;
}

/// The blocks in which the answers lie: addresses of network interfaces are seldom drawn.
std::string blocksOf(const Resolution& resolution) {
    std::string text;
    for (const Answer& answer : resolution.answers)
        if (answer.end.subnet && answer.end.subnet->cidr)
            text += (text.empty() ? "" : ", ") + answer.end.subnet->cidr->text();
    return text.empty() ? text : " (" + text + ")";
}

NameAnswer answerFor(const Facts& facts, const Flow& flow, const ServiceResource& target) {
    const Network& network = facts.network();
    const Caller caller = callerOf(network, flow);
    const Asker asker{caller.id, caller.name, caller.vpc, caller.onPremises};
    const Resolution resolution = resolveService(network, asker, flow, target, IpFamily::V4);
    NameAnswer answer{kindOf(resolution), {}, {}};
    // The name of a gateway endpoint's service stays public: its route decides, not DNS (F-016).
    const Trace* trace = facts.traceOf(flow.id);
    if (answer.kind == Answered::Publicly && trace && trace->network == Verdict::PrivateGateway)
        answer.kind = Answered::ByRoute;
    answer.shortly = lookOf(answer.kind).words;
    if (answer.kind == Answered::ByEndpoint)
        answer.shortly = nameOf(network.design(), resolution.answers.front().endpoint->id);
    const std::string host = resolution.host.empty() ? nameOf(network.design(), target.id) : resolution.host;
    answer.sentence =
        host + " leads " + std::string(caller.name) + " to " + answer.shortly + blocksOf(resolution) + ".";
    if (answer.kind == Answered::NotAtAll)
        answer.sentence = host + " gives " + std::string(caller.name) + " no answer that serves the call.";
    else if (answer.kind == Answered::Unknown)
        answer.sentence = "What " + host + " leads " + std::string(caller.name) + " to is not known.";
    return answer;
}

LensMark markOf(Answered kind, std::string caption, std::string detail) {
    const AnswerLook look = lookOf(kind);
    return {look.tone, std::string(look.key), std::move(caption), std::move(detail)};
}

constexpr std::string_view differs = "\u2260";

/// What the tag of a service says: the kind of answer, where all callers get the same one.
LensMark markOfTarget(const std::vector<NameAnswer>& answers) {
    const NameAnswer& first = answers.front();
    const bool alike =
        std::ranges::all_of(answers, [&](const NameAnswer& each) { return each.shortly == first.shortly; });
    if (!alike) return {Tone::Plain, std::string(differs), {}, "What its name leads to differs by caller."};
    return markOf(first.kind, {}, first.sentence);
}

/// What a caller's card says: how many of its names lead where.
std::string captionOfCaller(const std::vector<NameAnswer>& answers) {
    constexpr std::array<std::string_view, 6> words{"to endpoints", "by route",   "public",
                                                    "by zone",      "unanswered", "unknown"};
    std::array<std::size_t, words.size()> counts{};
    for (const NameAnswer& each : answers) ++counts[static_cast<std::size_t>(each.kind)];
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (counts[i] > 0) text += (text.empty() ? "" : ", ") + std::to_string(counts[i]) + " " + std::string(words[i]);
    return text;
}

LensMark markOf(const Design& design, const Endpoint& endpoint) {
    if (endpoint.type == EndpointType::Gateway)
        return {Tone::Plain, {}, "by route", "Names of the service keep their public addresses."};
    if (!endpoint.privateDns) return {Tone::Plain, {}, "no private DNS", {}};
    if (endpoint.state != EndpointState::Available)
        return {Tone::Caution, "!", "private DNS without effect", "The endpoint is not available."};
    if (endpoint.privateDnsOnlyForInboundResolver)
        return {Tone::Plain, {}, "private DNS for inbound resolver", "Callers in the VPC get public addresses."};
    const Vpc* vpc = find(design, endpoint.vpc);
    if (vpc && vpc->dnsSupport && vpc->dnsHostnames) return markOf(Answered::ByEndpoint, "private DNS", {});
    return {Tone::Caution, "!", "private DNS without effect", "Its VPC has DNS resolution or DNS hostnames off."};
}

std::string captionOf(const Network& network, const Vpc& vpc) {
    std::string text = !vpc.dnsServers.empty() ? "own DNS servers"
                       : vpc.dnsSupport        ? "Amazon DNS"
                                               : "DNS resolution off";
    for (const HostedZone* zone : network.hostedZonesOf(vpc.id)) text += ", zone " + zone->name;
    return text;
}

}  // namespace

LensContent dnsContent(const Facts& facts) {
    const Network& network = facts.network();
    const Design& design = facts.design();
    LensContent content;
    content.keepsFlows = false;
    std::map<AnyId, std::vector<NameAnswer>> ofTargets;
    std::map<AnyId, std::vector<NameAnswer>> ofCallers;
    std::set<Answered> kinds;
    for (const Flow& flow : design.flows) {
        const ServiceResource* target = find(design, Id<ServiceResource>{flow.to.value});
        const bool isSeen = drawnThingOf(design, flow.from) == AnyId(flow.from) && flow.intent != FlowIntent::Blocked;
        if (!target || !isSeen) continue;
        NameAnswer answer = answerFor(facts, flow, *target);
        content.marks[flow.id] =
            markOf(answer.kind, nameOf(design, target->id) + " \u2192 " + answer.shortly, answer.sentence);
        kinds.insert(answer.kind);
        ofTargets[flow.to].push_back(answer);
        ofCallers[flow.from].push_back(std::move(answer));
    }
    bool anyDiffers = false;
    for (const auto& [id, answers] : ofTargets) {
        content.marks[id] = markOfTarget(answers);
        anyDiffers = anyDiffers || content.marks[id].key == differs;
    }
    for (const auto& [id, answers] : ofCallers) content.marks[id] = {Tone::Plain, {}, captionOfCaller(answers), {}};
    for (const Endpoint& endpoint : design.endpoints) content.marks[endpoint.id] = markOf(design, endpoint);
    for (const ResolverEndpoint& endpoint : design.resolverEndpoints)
        content.marks[endpoint.id] = {
            Tone::Plain, {}, endpoint.direction == ResolverDirection::Inbound ? "answers others" : "asks others", {}};
    for (const Vpc& vpc : design.vpcs) content.marks[vpc.id] = {Tone::Plain, {}, captionOf(network, vpc), {}};
    for (const Answered kind : kinds) {
        const AnswerLook look = lookOf(kind);
        content.legend.push_back({look.tone, std::string(look.key), std::string(look.words)});
    }
    if (anyDiffers) content.legend.push_back({Tone::Plain, std::string(differs), "differs by caller"});
    if (!kinds.empty()) content.headline = "What the names of services lead to";
    return content;
}

}  // namespace gw
