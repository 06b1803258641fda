#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// A NAT gateway has at most so many addresses in each zone (FACTS F-238, F-241).
constexpr std::size_t mostOfZonal = 8;

void lookAt(const Facts& facts, const NatGateway& nat, std::vector<Finding>& found) {
    const std::string name = facts.name(nat.id);
    const bool isPrivate = nat.connectivity == NatConnectivity::Private;
    const bool isRegional = nat.availability == NatAvailability::Regional;
    const auto report = [&](const std::string& what, Fix fix) {
        found.push_back({nat.id, name + " " + what + ".", Severity::Error, {std::move(fix)}});
    };
    if (isPrivate && isRegional)
        report("is regional and private: AWS has no such NAT gateway",
               reviewedFix("Make " + name + " public", edits::setField(nat.id, "connectivity", "public")));
    else if (isPrivate && !nat.elasticIps.empty())
        report("is private, and takes no Elastic IP",
               reviewedFix("Take the Elastic IP off " + name, edits::setElasticIps(nat.id, {})));
    if (isRegional && nat.subnet)
        report("is regional, and stands in no subnet", reviewedFix("Take " + name + " out of " + facts.name(nat.subnet),
                                                                   edits::setField(nat.id, "subnet", {})));
    if (!isRegional && !isPrivate && nat.elasticIps.size() > mostOfZonal) {
        const std::vector<Id<ElasticIp>> kept(nat.elasticIps.begin(),
                                              nat.elasticIps.begin() + static_cast<std::ptrdiff_t>(mostOfZonal));
        report("has " + std::to_string(nat.elasticIps.size()) + " Elastic IPs: AWS takes eight",
               reviewedFix("Keep eight Elastic IPs of " + name, edits::setElasticIps(nat.id, kept)));
    }
}

}  // namespace

extern const Rule attributeOfOtherNatGateway = {
    .code = "RTE034",
    .name = "attribute-of-other-nat-gateway",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A NAT gateway has only what its kind takes",
    .why =
        "AWS refuses an Elastic IP for a private NAT gateway, a subnet for a regional one, a regional one that is "
        "private, and a ninth address.",
    .howToFix = "Take out what does not belong to the kind, or choose the other kind.",
    .source = "Amazon EC2 API, CreateNatGateway; Amazon VPC User Guide, NAT gateways (F-237, F-238, F-241)",
    .check = each<&Design::natGateways, lookAt>(),
};

}  // namespace gw::rules
