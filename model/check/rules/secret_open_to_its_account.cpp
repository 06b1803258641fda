#include <algorithm>
#include <set>

#include "model/catalog/partition.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/policy/arn.h"
#include "model/reach/call_grants.h"
#include "model/reach/key_use.h"
#include "model/reach/supposed_request.h"
#include "model/repair/least_privilege.h"

namespace gw::rules {
namespace {

constexpr const char* reading = "secretsmanager:GetSecretValue";

/// Some other role of the account, which may do everything with its secrets and keys.
struct OtherRole {
    std::string account{};
    std::string arn{};
};

OtherRole otherRole(const AccessRequest& asked, std::string_view partition) {
    OtherRole role{asked.resource().account, {}};
    if (role.account.empty()) role.account = "111122223333";
    role.arn = "arn:" + std::string(partition) + ":iam::" + role.account + ":role/any-other-role";
    return role;
}

/// What a call asks for, from anywhere.
AccessRequest askedBy(const CallRequest& call, const std::string& action) {
    return call.on(wayFromAnywhere(), action, call.arnFor(action));
}

/// The request as that role makes it. What the design says of the tags of who signs now is not known.
AccessRequest madeBy(const OtherRole& role, const AccessRequest& asked, const Role* signer) {
    RequestedResource resource = asked.resource();
    if (resource.account.empty()) resource.account = role.account;
    RequestContext context = asked.context();
    context.set("aws:PrincipalArn", role.arn);
    context.set("aws:PrincipalAccount", role.account);
    context.set("aws:PrincipalIsAWSService", "false");
    if (signer)
        for (const Tag& tag : signer->tags) context.setUnknown("aws:PrincipalTag/" + tag.key);
    return {asked.action(), std::move(resource), RequestPrincipal::of(role.arn), std::move(context)};
}

bool isAllowed(const Network& network, CallGrants granted, const AccessRequest& request) {
    if (!granted.refused.empty()) return false;
    granted.grants.identity = {allowingEverything(network)};
    granted.grants.boundaries.clear();
    return decide(request, granted.grants) == AccessResult::Allowed;
}

/// Whether the key that the secret is encrypted with lets the role decrypt, called through Secrets Manager (F-185).
/// AWS's own key lets in whom the secret does.
bool decrypts(const Network& network, const Flow& flow, const ServiceResource& secret, const OtherRole& role) {
    const ServiceResource* key = find(network.design(), secret.encryptionKey);
    if (!key || key->service != "kms" || key->awsOwned) return true;
    Flow forwarded = flow;
    forwarded.resourceArn.clear();
    const CallRequest call(network, forwarded, *key);
    return std::ranges::all_of(keyActionsFor(reading), [&](std::string_view action) {
        const AccessRequest asked = askedBy(call, std::string(action));
        const AccessRequest made = madeBy(role, asked, call.signer().role);
        const AccessRequest request(made.action(), made.resource(), made.principal(),
                                    forwardedContext(made.context(), "secretsmanager", network.regionOf(secret)));
        return isAllowed(network, grantsOf(network, call, forwarded, *key), request);
    });
}

/// Whether some other role of the account, which may read every secret, reads this one from anywhere. `flow`: one that
/// reads it.
bool isOpen(const Facts& facts, const Flow& flow, const ServiceResource& secret) {
    const Network& network = facts.network();
    const CallRequest call(network, flow, secret);
    const AccessRequest asked = askedBy(call, reading);
    const auto arn = Arn::parse(secret.arn);
    const OtherRole role =
        otherRole(asked, arn && !arn->partition.empty() ? arn->partition : partitionOf(network.regionOf(secret)));
    return isAllowed(network, grantsOf(network, call, flow, secret), madeBy(role, asked, call.signer().role)) &&
           decrypts(network, flow, secret, role);
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
    const auto reader = std::ranges::find_if(
        flows, [](const Flow* flow) { return std::ranges::find(flow->actions, reading) != flow->actions.end(); });
    if (reader == flows.end() || !isOpen(facts, **reader, secret)) return;
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
