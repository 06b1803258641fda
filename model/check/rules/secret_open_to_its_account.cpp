#include <algorithm>
#include <set>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/reach/call_grants.h"
#include "model/reach/supposed_request.h"
#include "model/repair/least_privilege.h"

namespace gw::rules {
namespace {

constexpr const char* reading = "secretsmanager:GetSecretValue";

/// Whether some other role of the account, which may read every secret, reads this one from anywhere.
bool isOpen(const Facts& facts, const Flow& flow, const ServiceResource& secret) {
    const Network& network = facts.network();
    const CallRequest call(network, flow, secret);
    CallGrants grants = grantsOf(network, call, flow, secret);
    if (!grants.refused.empty()) return false;
    grants.grants.identity = {allowingEverything(network)};
    grants.grants.boundaries.clear();
    const AccessRequest asked = call.on(wayFromAnywhere(), reading, call.arnFor(reading));
    RequestedResource resource = asked.resource();
    if (resource.account.empty()) resource.account = "111122223333";
    const std::string role = "arn:aws:iam::" + resource.account + ":role/any-other-role";
    RequestContext context = asked.context();
    context.set("aws:PrincipalArn", role);
    context.set("aws:PrincipalAccount", resource.account);
    context.set("aws:PrincipalIsAWSService", "false");
    if (const Role* caller = call.signer().role)
        for (const Tag& tag : caller->tags) context.setUnknown("aws:PrincipalTag/" + tag.key);
    return decide(AccessRequest(reading, std::move(resource), RequestPrincipal::of(role), std::move(context)),
                  grants.grants) == AccessResult::Allowed;
}

/// The endpoints that every call comes through; none where one comes another way, or where that is not known.
std::set<std::string> endpointsOf(const Facts& facts, const std::vector<const Flow*>& flows) {
    std::set<std::string> endpoints;
    for (const Flow* flow : flows) {
        const Trace* told = facts.traceOf(flow->id);
        const Endpoint* endpoint = told ? endpointOn(facts.design(), *told) : nullptr;
        if (!endpoint || !isPrivate(told->network)) return {};
        for (const AnyId& id : told->via)
            if (find(facts.design(), Id<Endpoint>{id.value})) endpoints.insert(id.value);
    }
    return endpoints;
}

/// A statement that keeps out what comes through no endpoint of these; AWS services may go on acting for their callers
/// (F-118, F-322).
PolicyDocument denialBut(const std::set<std::string>& endpoints) {
    std::string list;
    for (const std::string& each : endpoints) list += (list.empty() ? "" : ", ") + quotedJson(each);
    return PolicyDocument::literal(
        R"({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ")" +
        std::string(reading) + R"(", "Resource": "*", "Condition": {"StringNotEquals": {"aws:SourceVpce": [)" + list +
        R"(]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]})");
}

void lookAt(const Facts& facts, const ServiceResource& secret, std::vector<Finding>& found) {
    if (secret.service != "secretsmanager" || secret.awsOwned) return;
    const Account* account = find(facts.design(), secret.account);
    if (account && !account->trusted) return;
    std::vector<const Flow*> flows;
    std::ranges::copy_if(facts.network().flowsTo(secret.id), std::back_inserter(flows),
                         [](const Flow* flow) { return isWanted(*flow); });
    const bool isRead = std::ranges::any_of(
        flows, [](const Flow* flow) { return std::ranges::find(flow->actions, reading) != flow->actions.end(); });
    if (!isRead || !isOpen(facts, *flows.front(), secret)) return;
    const std::string name = facts.name(secret.id);
    Finding finding{secret.id, "Whoever in the account may read secrets reads " + name + ", from anywhere.",
                    Severity::Hint};
    if (const auto endpoints = endpointsOf(facts, flows); !endpoints.empty()) {
        const PolicyDocument denial = denialBut(endpoints);
        finding.fixes.push_back(
            reviewedFix("Let " + name + " be read through its endpoint alone",
                        edits::setPolicy(secret.id, secret.policy ? withStatements(*secret.policy, denial) : denial)));
    }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule secretOpenToItsAccount = {
    .code = "PSE031",
    .name = "secret-open-to-its-account",
    .severity = Severity::Hint,
    .category = Category::Security,
    .title = "A secret's own policy says who reads it, or through which endpoint",
    .why =
        "Without a policy of its own a secret is as safe as every identity policy of the account: one role with "
        "secretsmanager:* reads it, from any network.",
    .howToFix = "Deny what does not come through the endpoint, or from the roles that need it, in the secret's policy.",
    .source = "AWS Secrets Manager User Guide, Resource-based policies (F-118, F-309, F-312)",
    .check = each<&Design::resources, lookAt>(),
};

}  // namespace gw::rules
