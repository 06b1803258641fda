#pragma once
#include "model/reach/dns.h"
#include "model/reach/host_name.h"

namespace gw {

/// One question of one caller about one resource.
class Question {
public:
    Question(const Network& network, const Asker& asker, const Flow& flow, const ServiceResource& target,
             IpFamily family)
        : network_(network), design_(network.design()), asker_(asker), flow_(flow), target_(target), family_(family) {
        region_ = network.regionOf(target);
        if (region_.empty() && asker.vpc) region_ = network.regionOf(*asker.vpc);
        style_ = flow.hostStyle;
        vpc_ = asker.vpc;
        resolution_.host =
            style_ == HostStyle::Custom && !flow.host.empty() ? flow.host : hostNameOf(target, style_, region_);
        resolution_.ruling.stage = Stage::Dns;
        resolution_.ruling.hop = asker.id;
        resolution_.ruling.subject = target.id.value;
        resolution_.ruling.subjectName = labelOf(target);
    }

    Resolution ask() {
        look();
        // What is drawn may answer; whether AWS has such a name at all is another question.
        if (std::string fact = doubt(); !fact.empty() && ruling().outcome == Outcome::Passed)
            unknown(Code::DnsNotKnown, std::move(fact));
        return std::move(resolution_);
    }

private:
    Ruling& ruling() { return resolution_.ruling; }
    void unknown(Code code, std::string missing) {
        ruling().code = code;
        ruling().outcome = Outcome::Unknown;
        resolution_.missing = std::move(missing);
    }
    void blocked(Code code, std::string note = {}) {
        ruling().code = code;
        ruling().outcome = Outcome::Blocked;
        ruling().note = std::move(note);
    }
    void subject(std::string_view id, std::string_view name) {
        ruling().subject = id;
        ruling().subjectName = name;
    }

    void look();
    /// What is not known of the service or its Region, so that its name may not exist; empty where both are known.
    std::string doubt() const;
    /// Whose Amazon DNS server answers: false where none does, and the ruling says all.
    bool chooseServer();
    bool chooseServerOnPremises();
    bool askInbound(const ResolverEndpoint& resolver);
    const ResolverEndpoint* inboundAt(const std::vector<IpAddress>& servers) const;
    void byAmazonDns();
    void byEndpointName();
    bool byZoneOrRule();
    void byRule(const ResolverRule& rule);
    const DnsRecord* recordIn(const HostedZone& zone) const;
    void byRecord(const HostedZone& zone);
    bool byPublicZone();
    void noteFamilies();
    bool byPrivateDns();
    void byPublicDns();
    const Endpoint* privateEndpoint(NameCover wanted) const;
    bool serves(const Endpoint& endpoint) const;
    std::string whyNot(const Endpoint& endpoint) const;
    void lookElsewhere();
    void addPublic();

    const Network& network_;
    const Design& design_;
    const Asker& asker_;
    const Flow& flow_;
    const ServiceResource& target_;
    IpFamily family_;
    std::string_view region_;
    HostStyle style_ = HostStyle::Regional;
    Resolution resolution_;
    /// The VPC whose Amazon DNS server answers; nullptr for public DNS.
    const Vpc* vpc_ = nullptr;
    /// Asked through an inbound Resolver endpoint.
    bool inbound_ = false;
    /// A server of the VPC's own answers, of which the design says nothing.
    bool isOwnServer_ = false;
    int forwards_ = 0;
    /// Length of the domain that private DNS answers for: longer ones of zones and rules win over it.
    std::size_t privateDomain_ = 0;
};

}  // namespace gw
