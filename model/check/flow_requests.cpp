#include "model/check/flow_requests.h"

#include "model/check/needs.h"
#include "model/policy/arn.h"
#include "model/policy/read.h"

namespace gw {
namespace {

std::string numberOf(const Design& design, const Id<Account>& id) {
    const Account* account = find(design, id);
    return account ? account->number.text() : std::string();
}

const Account* accountOfNumber(const Design& design, const std::string& number) {
    for (const Account& account : design.accounts)
        if (account.number.text() == number) return &account;
    return nullptr;
}

/// The organisation's id by AWS; empty where the account is in none that the design knows by it.
std::string organizationOf(const Design& design, const std::string& account) {
    const Account* known = account.empty() ? nullptr : accountOfNumber(design, account);
    const Organization* organization = known ? find(design, known->organization) : nullptr;
    return organization ? organization->organizationId : std::string();
}

void setKnown(RequestContext& context, std::string_view key, std::string value) {
    if (!value.empty()) context.set(key, std::move(value));
}

/// What follows from the way; of several ways at once nothing follows.
void setNetwork(RequestContext& context, const Trace& trace) {
    for (const auto& [key, value] : trace.context)
        if (value.find(", ") == std::string::npos) context.set(key, value);
    if (trace.context.contains("aws:SourceVpce")) return context.setAbsent("aws:SourceIp");
    if (trace.network != Verdict::Public) return;
    for (const std::string_view key : {"aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp"}) context.setAbsent(key);
}

IamPolicy resourcePolicy(const ServiceResource& resource) {
    IamPolicy policy = readPolicy(resource.policy->text(), PolicyType::Resource).policy;
    constexpr std::string_view shortName = "execute-api:";
    for (PolicyStatement& statement : policy.statements)
        if (statement.resource)
            for (PlacedText& pattern : statement.resource->patterns)
                if (pattern.text.starts_with("execute-api:/"))
                    pattern.text = resource.arn.empty() ? "*" : resource.arn + pattern.text.substr(shortName.size());
    return policy;
}

}  // namespace

std::string accountOf(const Design& design, const Role& role) {
    return numberOf(design, role.account);
}

std::string accountOf(const Design& design, const ServiceResource& resource) {
    if (resource.awsOwned) return {};
    if (resource.account) return numberOf(design, resource.account);
    if (const auto arn = Arn::parse(resource.arn); arn && isAccountNumber(arn->account))
        return std::string(arn->account);
    const Region* region = find(design, resource.region);
    return region ? numberOf(design, region->account) : std::string();
}

std::string arnOf(const Facts& facts, const Role& role) {
    return "arn:aws:iam::" + accountOf(facts.design(), role) + ":role/" + facts.name(role.id);
}

const Role* signerOf(const Facts& facts, const FlowFacts& flow) {
    const Design& design = facts.design();
    if (flow.flow.principal != FlowPrincipal::Role) return nullptr;
    if (flow.flow.role) return find(design, flow.flow.role);
    if (flow.caller) return find(design, flow.caller->role);
    const Client* client = find(design, Id<Client>{flow.flow.from.value});
    return find(design, client ? client->role : Id<Role>{flow.flow.from.value});
}

std::vector<AccessRequest> requestsOf(const Facts& facts, const FlowFacts& flow) {
    if (!flow.service) return {};
    const Design& design = facts.design();
    const std::string arn = flow.flow.resourceArn.empty() ? flow.service->arn : flow.flow.resourceArn;
    if (arn.empty()) return {};
    RequestContext context;
    context.assumeOthersUnknown(true);
    setNetwork(context, flow.trace);
    const std::string owner = accountOf(design, *flow.service);
    if (arn != "*") {
        setKnown(context, "aws:ResourceAccount", owner);
        setKnown(context, "aws:ResourceOrgID", organizationOf(design, owner));
    }
    RequestPrincipal principal;
    if (flow.flow.principal == FlowPrincipal::Role) {
        const Role* role = signerOf(facts, flow);
        const std::string account = role ? accountOf(design, *role) : std::string();
        if (account.empty()) return {};
        principal = RequestPrincipal::of(arnOf(facts, *role));
        context.set("aws:PrincipalArn", principal.name());
        context.set("aws:PrincipalAccount", account);
        context.set("aws:PrincipalType", "AssumedRole");
        context.set("aws:PrincipalIsAWSService", "false");
        context.set("aws:ViaAWSService", "false");
        setKnown(context, "aws:PrincipalOrgID", organizationOf(design, account));
    } else {
        // Who signs for AWS is of an account that is none of ours and in no organisation of ours (F-114): its names are
        // not known, but no pattern that names ours matches them. Nobody has none.
        const bool aws = flow.flow.principal == FlowPrincipal::AwsService;
        if (aws) principal = RequestPrincipal::of("amazonaws.com");
        for (const std::string_view key : {"aws:PrincipalArn", "aws:PrincipalAccount"})
            aws ? context.set(key, "amazonaws.com") : context.setAbsent(key);
        for (const std::string_view key : {"aws:PrincipalOrgID", "aws:PrincipalOrgPaths"}) context.setAbsent(key);
    }
    std::vector<AccessRequest> requests;
    for (const std::string& action : flow.flow.actions)
        requests.emplace_back(action, RequestedResource{arn, owner, false}, principal, context);
    return requests;
}

std::vector<GrantedPolicy> identityPoliciesOf(const Design& design, const Role& role) {
    std::vector<GrantedPolicy> policies;
    const auto add = [&](const std::string& name, const PolicyDocument& document) {
        policies.push_back({name, CompiledPolicy(readPolicy(document.text(), PolicyType::Identity).policy)});
    };
    for (const NamedPolicy& policy : role.policies) add(policy.name, policy.document);
    for (const Id<Policy>& id : role.managedPolicies)
        if (const Policy* policy = find(design, id)) add(policy->id.value, policy->document);
    return policies;
}

CompiledPolicy endpointPolicyOf(const Endpoint& endpoint) {
    return CompiledPolicy(readPolicy(endpoint.policy->text(), PolicyType::Endpoint).policy);
}

std::optional<GrantedPolicy> resourcePolicyOf(const ServiceResource& resource) {
    if (!resource.policy) return std::nullopt;
    return GrantedPolicy{resource.id.value, CompiledPolicy(resourcePolicy(resource))};
}

Match admits(const CompiledPolicy& policy, const AccessRequest& request, PrincipalRule rule) {
    Match allowed = Match::No;
    Match denied = Match::No;
    for (const CompiledStatement& statement : policy.statements()) {
        Match& into = statement.allows() ? allowed : denied;
        into = eitherOf(into, statement.matchOf(request, rule, false).match);
    }
    return bothOf(allowed, notOf(denied));
}

Match admits(const Endpoint& endpoint, const AccessRequest& request) {
    if (!endpoint.policy) return Match::Yes;
    return admits(endpointPolicyOf(endpoint), request,
                  endpoint.type == EndpointType::Gateway ? PrincipalRule::GatewayEndpoint : PrincipalRule::Usual);
}

}  // namespace gw
