#include "model/check/policy_places.h"

#include <algorithm>
#include <set>

#include "model/catalog/catalog.h"
#include "model/reach/call_grants.h"
#include "model/reach/ruling.h"

namespace gw {
namespace {

/// Prefix of the service's actions; empty where it is not known.
std::string prefixOf(std::string_view service) {
    const Service* known = Catalog::builtIn().service(service);
    return known ? std::string(known->iamPrefix) : std::string();
}

PolicyPlace inDesign(PolicyType type) {
    PolicyPlace place;
    place.type = type;
    place.inDesign = true;
    return place;
}

/// As the role signs its calls; empty where its account is not known.
std::string arnOf(const Network& network, const Role& role) {
    Flow call;
    call.from = FlowSource(role.id.value);
    // Its partition is that of the Regions.
    ServiceResource nothing;
    for (const Region& region : network.design().regions)
        if (!nothing.region || (role.account && region.account == role.account)) nothing.region = region.id;
    const CallRequest request(network, call, nothing);
    if (!request.signer().isKnown) return {};
    return request.on({}, {}, {}).principal().name();
}

template <class Row>
PolicyWord wordOf(std::string text, const Row& row) {
    std::string name(labelOf(row));
    if (name == text) name.clear();
    return {std::move(text), std::move(name)};
}

}  // namespace

PolicyPlace placeOfPolicy(const Endpoint& endpoint) {
    PolicyPlace place = inDesign(PolicyType::Endpoint);
    place.endpointKind =
        endpoint.type == EndpointType::Gateway ? Grants::EndpointKind::Gateway : Grants::EndpointKind::Interface;
    place.service = prefixOf(endpoint.service);
    return place;
}

PolicyPlace placeOfPolicy(const ServiceResource& resource) {
    PolicyPlace place = inDesign(PolicyType::Resource);
    place.service = prefixOf(resource.service);
    place.resource = resource.arn;
    place.blocksPublicAccess = resource.service == "s3" && resource.blockPublicAccess;
    return place;
}

PolicyPlace placeOfPolicy(const ServiceNetwork&) {
    PolicyPlace place = inDesign(PolicyType::Resource);
    place.service = "vpc-lattice-svcs";
    return place;
}

PolicyPlace placeOfPolicy(const Design& design, const Policy& policy) {
    return inDesign(policyTypeOf(design, policy));
}

PolicyPlace placeOfIdentityPolicy() {
    return inDesign(PolicyType::Identity);
}

PolicyPlace placeOfTrustPolicy() {
    return inDesign(PolicyType::Trust);
}

std::optional<PolicyPlace> placeOfPolicy(const Design& design, const AnyId& row, std::string_view field) {
    if (const auto* endpoint = find(design, Id<Endpoint>{row.value}); endpoint && field == "policy")
        return placeOfPolicy(*endpoint);
    if (const auto* resource = find(design, Id<ServiceResource>{row.value}); resource && field == "policy")
        return placeOfPolicy(*resource);
    if (const auto* network = find(design, Id<ServiceNetwork>{row.value}); network && field == "authPolicy")
        return placeOfPolicy(*network);
    if (const auto* policy = find(design, Id<Policy>{row.value}); policy && field == "document")
        return placeOfPolicy(design, *policy);
    if (!find(design, Id<Role>{row.value})) return std::nullopt;
    if (field == "trustPolicy") return placeOfTrustPolicy();
    if (field == "policies") return placeOfIdentityPolicy();
    return std::nullopt;
}

PolicyVocabulary vocabularyOf(const Network& network) {
    const Design& design = network.design();
    PolicyVocabulary words;
    std::set<std::string> services;
    for (const ServiceResource& resource : design.resources) {
        services.insert(prefixOf(resource.service));
        if (resource.arn.starts_with("arn:")) words.resources.push_back(wordOf(resource.arn, resource));
    }
    for (const Endpoint& endpoint : design.endpoints) {
        services.insert(prefixOf(endpoint.service));
        words.endpoints.push_back(wordOf(endpoint.id.value, endpoint));
    }
    services.erase(std::string());
    words.services.assign(services.begin(), services.end());
    for (const Account& account : design.accounts)
        if (!account.number.text().empty()) words.accounts.push_back(wordOf(account.number.text(), account));
    for (const Role& role : design.roles)
        if (std::string arn = arnOf(network, role); !arn.empty())
            words.principals.push_back(wordOf(std::move(arn), role));
    for (const Vpc& vpc : design.vpcs) {
        words.vpcs.push_back(wordOf(vpc.id.value, vpc));
        for (const Cidr& block : vpc.cidrs) words.blocks.push_back(wordOf(block.text(), vpc));
    }
    for (const Organization& organization : design.organizations)
        if (!organization.organizationId.empty())
            words.organizations.push_back(wordOf(organization.organizationId, organization));
    for (const Region& region : design.regions)
        if (std::ranges::none_of(words.regions, [&](const PolicyWord& each) { return each.text == region.code; }))
            words.regions.push_back({region.code, {}});
    return words;
}

}  // namespace gw
