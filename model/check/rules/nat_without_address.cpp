#include <algorithm>

#include "model/check/rule.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool hasInternetGateway(const Design& design, const Id<Vpc>& vpc) {
    return std::ranges::any_of(design.internetGateways,
                               [&](const InternetGateway& gateway) { return gateway.vpc == vpc; });
}

Fix withNewAddress(const Facts& facts, const NatGateway& nat) {
    const Vpc* vpc = find(facts.design(), nat.vpc);
    ElasticIp address;
    address.id = {freeId(facts.design(), "eip-" + nat.id.value)};
    address.region = vpc ? vpc->region : Id<Region>{};
    return safeFix("Allocate an Elastic IP for " + facts.name(nat.id),
                   inOrder({}, {edits::addElasticIp(address), edits::setElasticIps(nat.id, {address.id})}));
}

/// Attaches an internet gateway that no VPC has, or a new one.
Fix withGateway(const Facts& facts, const Id<Vpc>& vpc) {
    const std::string label = "Attach an internet gateway to " + facts.name(vpc);
    for (const InternetGateway& gateway : facts.design().internetGateways)
        if (!gateway.vpc) return reviewedFix(label, edits::attachInternetGateway(gateway.id, vpc));
    InternetGateway gateway;
    gateway.id = {freeId(facts.design(), "igw-" + vpc.value)};
    gateway.vpc = vpc;
    return reviewedFix(label, edits::addInternetGateway(std::move(gateway)));
}

void lookAt(const Facts& facts, const NatGateway& nat, std::vector<Finding>& found) {
    if (nat.connectivity != NatConnectivity::Public) return;
    const std::string name = facts.name(nat.id);
    if (nat.availability == NatAvailability::Zonal && nat.elasticIps.empty())
        found.push_back(
            {nat.id, name + " is public, but has no Elastic IP.", Severity::Error, {withNewAddress(facts, nat)}});
    if (!hasInternetGateway(facts.design(), nat.vpc))
        found.push_back({nat.id,
                         name + " is public, but " + facts.name(nat.vpc) + " has no internet gateway.",
                         Severity::Error,
                         {withGateway(facts, nat.vpc)}});
}

}  // namespace

extern const Rule natWithoutAddress = {
    .code = "RTE009",
    .name = "nat-without-address",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A public NAT gateway has an Elastic IP, and its VPC an internet gateway",
    .why =
        "AWS creates a public NAT gateway only with an Elastic IP and in a VPC with an internet gateway: it sends "
        "packets on under that "
        "address.",
    .howToFix =
        "Allocate an Elastic IP and attach an internet gateway; or make the NAT gateway private where only other "
        "networks are meant.",
    .source = "Amazon EC2 API, CreateNatGateway (F-237)",
    .check = each<&Design::natGateways, lookAt>(),
};

}  // namespace gw::rules
