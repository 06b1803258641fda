#include "model/reach/words.h"

#include <algorithm>

namespace gw {
namespace {

using std::string;

string quoted(std::string_view text) {
    return string(text);
}

string peerText(const Network& network, const Peer& peer) {
    if (const Cidr* block = std::get_if<Cidr>(&peer)) return block->text();
    const string& id = std::get<1>(peer).value;
    if (const SecurityGroup* group = find(network.design(), Id<SecurityGroup>{id})) return quoted(labelOf(*group));
    if (const PrefixList* list = find(network.design(), Id<PrefixList>{id})) return quoted(labelOf(*list));
    return id;
}

string ruleText(const Network& network, const SecurityGroupRule& rule, bool inbound) {
    string what = rule.protocol.text();
    if (rule.protocol.hasPorts()) what = rule.ports.text() + "/" + what;
    return what + (inbound ? " from " : " to ") + peerText(network, rule.peer);
}

string destinationText(const Network& network, const Destination& destination) {
    if (const Cidr* block = std::get_if<Cidr>(&destination)) return block->text();
    const string& id = std::get<1>(destination).value;
    if (const PrefixList* list = find(network.design(), Id<PrefixList>{id})) return quoted(labelOf(*list));
    return id;
}

string detailOf(const Network& network, const Ruling& j) {
    if (j.rule) return ruleText(network, *j.rule, j.stage == Stage::SecurityGroupIn);
    if (j.entry) return "rule " + std::to_string(j.entry->number);
    if (!j.decided.empty()) return j.decided;
    if (j.route) return destinationText(network, j.route->destination);
    switch (j.code) {
        case Code::RouteLocal:
            return "local";
        case Code::AclOutDeny:
        case Code::AclInDeny:
        case Code::AclReturnDeny:
            return "rule *";
        default:
            return {};
    }
}

class Sentence {
public:
    Sentence(const Journey& journey, const Ruling& ruling) : journey_(journey), j_(ruling) {}

    string text() const {
        switch (j_.stage) {
            case Stage::Dns:
                return dns();
            case Stage::SecurityGroupOut:
            case Stage::SecurityGroupIn:
                return groups();
            case Stage::AclOut:
            case Stage::AclIn:
            case Stage::Response:
                return j_.code < Code::RouteLocal ? acl() : onTheWay();
            case Stage::Route:
            case Stage::Middle:
            case Stage::GatewayEndpoint:
            case Stage::Service:
                return j_.code < Code::RouteLocal ? acl() : onTheWay();
            case Stage::EndpointPolicy:
            case Stage::IdentityPolicy:
            case Stage::ResourcePolicy:
                return policies();
        }
        return {};
    }

private:
    string subject() const { return string(j_.subjectName); }
    string other() const { return string(j_.other); }
    string caller() const { return string(journey_.callerName); }
    string target() const { return string(journey_.targetName); }
    string call() const { return journey_.call.text(); }
    string note() const { return j_.note.empty() ? string{} : " " + j_.note; }
    string host() const { return journey_.host.empty() ? "The name of " + target() : journey_.host; }
    bool partly() const { return !j_.part.empty(); }

    string dns() const;
    string groups() const;
    string acl() const;
    string onTheWay() const;
    string policies() const;
    string whyNotAsked() const;

    const Journey& journey_;
    const Ruling& j_;
};

/// Whether who signs is known shows in that other policies have been asked.
string Sentence::whyNotAsked() const {
    if (journey_.flow->actions.empty()) return "the design does not say which actions the call needs";
    const bool isKnown =
        std::ranges::any_of(journey_.permissions, [](const Permission& each) { return !each.rulings.empty(); });
    if (!isKnown) return "the design does not say which role signs the call";
    switch (journey_.flow->principal) {
        case FlowPrincipal::Anonymous:
            return "nobody signs the call";
        case FlowPrincipal::AwsService:
            return "an AWS service signs the call, by leave of its own";
        case FlowPrincipal::Role:
            break;
    }
    return "the call does not turn on them";
}

string Sentence::policies() const {
    if (!j_.note.empty()) return j_.note;
    return (j_.stage == Stage::IdentityPolicy ? "The policies of the caller" : "The policy of " + subject()) +
           (j_.stage == Stage::IdentityPolicy ? " are" : " is") + " not asked: " + whyNotAsked() + ".";
}

string Sentence::dns() const {
    switch (j_.code) {
        case Code::DnsPrivateAnswer:
            return host() + " leads to " + subject() + ": its private DNS is on.";
        case Code::DnsEndpointName:
            return caller() + " uses the name of " + subject() + " itself.";
        case Code::DnsZoneAnswer:
            return "The zone " + subject() + " leads " + host() + " to " + other() + ".";
        case Code::DnsOwnAddress:
            return caller() + " calls " + target() + " by its own address.";
        case Code::DnsPublicAnswer:
            if (j_.outcome == Outcome::Blocked)
                return host() + " leads to public addresses, to which no route leads." + note();
            return host() + " leads to public addresses." + note();
        case Code::DnsNoAnswer:
            return host() + " has no answer for " + caller() + "." + note();
        case Code::DnsHijacked:
            return "Private DNS of " + subject() + " leads " + host() + " to it, which serves private APIs alone; " +
                   target() + " is public.";
        case Code::DnsSupportOff:
            return "DNS resolution is off on " + subject() + ", so " + host() + " has no answer.";
        case Code::DnsCustomServer:
            return subject() + " asks DNS servers of its own; whether they know private names is not drawn.";
        case Code::DnsForwarded:
            return "The Resolver rule " + subject() + " sends the question for " + host() + " to other servers.";
        case Code::DnsServerNotReached:
            if (j_.outcome == Outcome::Unknown)
                return "Whether the question for " + host() + " gets to " + subject() +
                       " does not follow from the design.";
            return "The question for " + host() + " does not get to " + subject() + "." + note();
        case Code::DnsNoIpv6:
            return host() + " has no IPv6 address, and DNS64 is off on " + subject() + ".";
        case Code::ApiTypeNotKnown:
            return "Whether " + target() + " is a private API is not stated.";
        default:
            return "What " + host() + " leads to does not follow from the design.";
    }
}

string Sentence::groups() const {
    const bool inbound = j_.stage == Stage::SecurityGroupIn;
    const string way = inbound ? " in from " : " out to ";
    const string what = call() + way + other();
    switch (j_.code) {
        case Code::SgOutAllowed:
        case Code::SgInAllowed:
            return subject() + " lets " + what + ".";
        case Code::SgNone:
            return subject() + " has no security group, so none filters.";
        case Code::SgNoRules:
            return subject() + " has no " + (inbound ? "inbound" : "outbound") + " rule at all, so nothing gets " +
                   (inbound ? "in." : "out.");
        case Code::SgRefLost:
            return subject() + " names a security group that is not seen across the way " + call() + " takes to it.";
        case Code::SgRefTgw:
            return subject() + " names a security group across a transit gateway that does not pass such references.";
        case Code::SgAddressesNotKnown:
            return subject() + " lets " + call() + way + "a part of all public addresses; which of them " + other() +
                   " uses is not drawn.";
        default:
            if (partly()) return subject() + " lets only a part of " + what + ".";
            return subject() + " lets no " + what + ".";
    }
}

string Sentence::acl() const {
    switch (j_.code) {
        case Code::AclSameSubnet:
            return "Both stand in " + subject() + ", so no network ACL is asked.";
        case Code::AclOutAllowed:
            return subject() + " lets " + call() + " out to " + other() + ".";
        case Code::AclOutDeny:
            return subject() + " stops " + call() + " on its way out to " + other() +
                   (partly() ? " for a part of the addresses." : ".");
        case Code::AclInAllowed:
            return subject() + " lets " + call() + " in from " + other() + ".";
        case Code::AclInDeny:
            return subject() + " stops " + call() + " coming in from " + other() +
                   (partly() ? " for a part of the addresses." : ".");
        case Code::AclReturnAllowed:
            return subject() + " lets the replies pass.";
        case Code::AclReturnDeny:
            return subject() + " stops the replies: it keeps no state, so ports 1024-65535 need an entry.";
        case Code::AclReturnPartial:
            return subject() + " lets only some of the replies pass: ports 1024-65535 are needed in full.";
        default:
            return subject() + " lets a part of all public addresses pass; which of them " + other() +
                   " uses is not drawn.";
    }
}

string Sentence::onTheWay() const {
    switch (j_.code) {
        case Code::RouteLocal:
            return "The local route of " + subject() + " leads to " + other() + ".";
        case Code::RouteMatched:
            return subject() + " sends it to " + other() +
                   (j_.note.empty() ? "." : "; " + j_.note + " exists here, but does not stand in this table.");
        case Code::RouteOtherMoreSpecific:
            return subject() + " sends it to " + other() + " by a route that wins over that of " + j_.note + ".";
        case Code::RouteNone:
            if (j_.stage == Stage::Response)
                return subject() + " does not send the replies back to the internet gateway.";
            return subject() + " has no route to " + other() + ".";
        case Code::RouteBlackhole:
            return subject() + " leads nowhere from here: the route is a blackhole." + note();
        case Code::RouteLoop:
            return "The routes send the call in a circle at " + subject() + ".";
        case Code::RouteNotKnown:
            return "Which route of " + subject() + " is taken depends on the addresses of " + other() +
                   ", which are not drawn.";
        case Code::RouteTableNotKnown:
            return "Which route table " + subject() + " has does not follow from the design.";
        case Code::RouteReturn:
            return subject() + " sends the replies back.";
        case Code::NatPassed:
            return subject() + " passes it on under its own address.";
        case Code::NatNoExit:
            return subject() + " has no way to the internet." + note();
        case Code::NatForeignSource:
            return subject() + " serves callers of its own VPC alone.";
        case Code::IgwPassed:
            return "It passes " + subject() + ".";
        case Code::IgwNoPublicIp:
            return subject() + " serves public addresses alone, and " + other() + " has none.";
        case Code::IgwDetached:
            return subject() + " is not attached to this VPC.";
        case Code::EigwPassed:
            return "It leaves by " + subject() + ".";
        case Code::EigwIpv4:
            return subject() + " carries IPv6 alone.";
        case Code::PcxPassed:
            return "It passes the peering connection " + subject() + ".";
        case Code::PcxState:
            return "The peering connection " + subject() + " is not active.";
        case Code::PcxTransit:
            return subject() + " leads to addresses of the other VPC alone, and " + target() + " is not there.";
        case Code::PcxNoReturn:
            return other() + " has no route back over " + subject() + ".";
        case Code::TgwPassed:
            return "It passes the transit gateway " + subject() + ".";
        case Code::TgwAz:
            if (j_.stage == Stage::Response)
                return "Replies cannot enter " + subject() + ": its attachment there has no subnet in " + j_.note + ".";
            return "The attachment to " + subject() + " has no subnet in " + j_.note + ".";
        case Code::TgwNoAssoc:
            return j_.note + " is associated with no route table of " + subject() + ".";
        case Code::TgwNoRoute:
            return subject() + " has no route to " + target() + (j_.note.empty() ? "." : " in " + j_.note + ".");
        case Code::TgwNoReturn:
            return "No route leads back over " + subject() + ".";
        case Code::TgwIpv6:
            return j_.note + " of " + subject() + " carries IPv4 alone.";
        case Code::TgwOtherRegion:
            return subject() + " stands in another Region than the VPC of " + j_.note + ".";
        case Code::VpnPassed:
            return "It takes the line " + other() + ".";
        case Code::VpnNoLine:
            return "No line leads from " + subject() + " to " + target() + ".";
        case Code::VpnOtherVpc:
            return subject() + " leads into the VPC it is attached to alone, and " + target() + " is not there.";
        case Code::VpnNoReturn:
            return "No route leads back over " + subject() + " to " + caller() + ".";
        case Code::AppliancePassed:
            return "The appliances behind " + subject() + " pass it, as the design assumes.";
        case Code::SrcDstCheck:
            return subject() + " drops packets of others: its source/destination check is on.";
        case Code::MiddleNotKnown:
            return "What " + subject() + " does with the call does not follow from the design.";
        case Code::GwepPassed:
            return subject() + " takes it; it stays inside AWS.";
        case Code::GwepNotAssociated:
            return subject() + " has no route to " + target() + ": " + other() + " is not associated with it.";
        case Code::GwepProtocol:
            return subject() + " carries TCP alone.";
        case Code::GwepRemoteSource:
            return subject() + " serves callers of its own VPC alone.";
        case Code::GwepRegion:
            return subject() + " has no route to " + target() + ": " + other() +
                   " leads to resources of its own Region alone.";
        case Code::GwepHostnamesOff:
            return "AWS asks for DNS hostnames on " + other() + " for " + subject() + ", and they are off" +
                   (j_.outcome == Outcome::Passed ? "; routes lead to it all the same." : ".");
        case Code::VpceReady:
            return subject() + " hands it to the service.";
        case Code::VpceState:
            return (j_.stage == Stage::Route ? other() : subject()) + " is not available.";
        case Code::VpceAz:
            return subject() + " stands in a zone that the service behind it does not serve.";
        case Code::VpceProtocol:
            return subject() + " does not carry " + call() + ".";
        case Code::ApiIsPrivate:
            return target() + " is a private API: it answers through an execute-api endpoint alone.";
        case Code::ApiTypeNotKnown:
            return "Whether " + target() + " is a private API is not stated.";
        case Code::PortNotListening:
            return subject() + " does not answer on " + call() + ".";
        case Code::PortNotKnown:
            return "Whether " + subject() + " answers on " + call() + " is not known.";
        case Code::BalancerKind:
            return "Endpoints lead to Network Load Balancers alone, and " + subject() + " is none.";
        case Code::BalancerNoListener:
            return subject() + (partly() ? " does not listen on all of " : " has no listener for ") + call() + ".";
        case Code::BalancerNoTarget:
            return subject() +
                   (partly() ? " reaches no target of one of its listeners." : " reaches none of its targets.") +
                   note();
        case Code::BalancerNotKnown:
            return "What " + subject() + " does with the call does not follow from the design.";
        default:
            return target() + " has no address that packets could be sent to this way.";
    }
}

}  // namespace

Step inWords(const Network& network, const Journey& journey, const Ruling& ruling) {
    Step step;
    step.stage = ruling.stage;
    step.code = nameOf(ruling.code);
    step.outcome = ruling.outcome;
    step.subject = AnyId(std::string(ruling.subject));
    step.text = Sentence(journey, ruling).text();
    step.detail = detailOf(network, ruling);
    step.actions = ruling.actions;
    if (!step.text.empty() && step.text.front() >= 'a' && step.text.front() <= 'z' && step.text.starts_with("the "))
        step.text.front() = 'T';
    return step;
}

std::string missingFact(const Journey& journey, const Ruling& ruling) {
    switch (ruling.code) {
        case Code::SgAddressesNotKnown:
        case Code::AclAddressesNotKnown:
        case Code::RouteNotKnown:
            return "Which addresses " + std::string(journey.targetName) +
                   " uses: a prefix list of the service with its blocks would say.";
        case Code::GwepHostnamesOff:
            return "Whether the gateway endpoint works while DNS hostnames are off: its DNS record type needs them.";
        case Code::ApiTypeNotKnown:
            return "Whether the API " + std::string(journey.targetName) + " is private or public.";
        default:
            return ruling.note;
    }
}

}  // namespace gw
