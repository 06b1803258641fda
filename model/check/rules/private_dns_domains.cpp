#include "model/check/rule.h"
#include "model/design/text_form.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// AWS takes so many listed domains (FACTS F-044).
constexpr std::size_t mostDomains = 10;

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.privateDnsDomains.empty() && endpoint.privateDnsPreference == PrivateDnsPreference::Verified) return;
    const std::string name = facts.name(endpoint.id);
    const auto report = [&](const std::string& what, std::vector<Fix> fixes) {
        found.push_back({endpoint.id, name + " " + what + ".", Severity::Error, std::move(fixes)});
    };
    const Fix emptied =
        reviewedFix("Take the listed domains off " + name, edits::setField(endpoint.id, "privateDnsDomains", {}));
    const PrivateDnsPreference preference = endpoint.privateDnsPreference;
    const bool hasPreference = preference != PrivateDnsPreference::Verified;
    const bool listsDomains =
        preference == PrivateDnsPreference::Specified || preference == PrivateDnsPreference::VerifiedAndSpecified;
    if (endpoint.type != EndpointType::Resource && endpoint.type != EndpointType::ServiceNetwork) {
        if (hasPreference)
            report("is of type " + textOf(endpoint.type) + ", which has no choice of private DNS domains",
                   {reviewedFix(
                       "Leave the domains of " + name + " at their default",
                       edits::setField(endpoint.id, "privateDnsPreference", textOf(PrivateDnsPreference::Verified)))});
        if (!endpoint.privateDnsDomains.empty())
            report("is of type " + textOf(endpoint.type) + ", which lists no private DNS domains", {emptied});
        return;
    }
    if (!listsDomains && !endpoint.privateDnsDomains.empty())
        report("lists domains, but its choice is " + textOf(preference), {emptied});
    if (endpoint.privateDnsDomains.size() > mostDomains)
        report("lists " + std::to_string(endpoint.privateDnsDomains.size()) + " domains: AWS takes " +
                   std::to_string(mostDomains),
               {});
}

}  // namespace

extern const Rule privateDnsDomains = {
    .code = "VPE029",
    .name = "private-dns-domains",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Private DNS domains are listed where the endpoint has such a list",
    .why =
        "Which domains get private names is a choice of Resource and ServiceNetwork endpoints. AWS takes up to ten "
        "listed "
        "domains, and only with a choice that has them.",
    .howToFix = "Choose specified domains, or take the list out.",
    .source = "Amazon EC2 API, CreateVpcEndpoint, DnsOptions (F-043, F-044)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
