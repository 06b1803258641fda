#include "model/lockout/caller_judge.h"

#include <algorithm>

#include "model/catalog/partition.h"
#include "model/reach/key_use.h"
#include "model/reach/permission.h"
#include "model/reach/policy_cache.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

/// The way in another version of the design, where the endpoint has another policy.
Branch wayIn(const Design& design, const Branch& way) {
    Branch own = way;
    if (way.endpoint) own.endpoint = find(design, way.endpoint->id);
    return own;
}

void exchangeIn(std::vector<GrantedPolicy>& policies, const DraftPlace& place, const CompiledPolicy& policy) {
    for (GrantedPolicy& each : policies)
        if (each.name == place.name) each.policy = policy;
}

string apiOf(const ServiceResource& target) {
    return target.service == "execute-api" ? target.arn : string();
}

}  // namespace

Branch wayFromOutside() {
    Branch way;
    way.road = Road::Internet;
    return way;
}

bool Said::mayBeDenied() const {
    return std::ranges::any_of(told.statements,
                               [](const StatementFinding& each) { return !each.allows && each.match != Match::No; });
}

bool isLetIn(const DraftCaller& caller, const Said& said) {
    const bool hangsOnKeys = said.result == AccessResult::Unknown && !said.isOpen;
    return said.result == AccessResult::Allowed ||
           (caller.signs == DraftCaller::Signs::Service && hangsOnKeys && !said.mayBeDenied());
}

void exchangePolicy(Grants& grants, const DraftPlace& place, const CompiledPolicy& policy) {
    switch (place.type) {
        case PolicyType::Resource:
        case PolicyType::Trust:
            if (grants.resource && grants.resource->name == place.name) grants.resource->policy = policy;
            break;
        case PolicyType::Endpoint:
            exchangeIn(grants.endpoint, place, policy);
            break;
        case PolicyType::Identity:
        case PolicyType::Session:
            exchangeIn(grants.identity, place, policy);
            break;
        case PolicyType::Boundary:
            exchangeIn(grants.boundaries, place, policy);
            break;
        case PolicyType::ServiceControl:
            for (OrganizationLevel& level : grants.serviceControl) exchangeIn(level.policies, place, policy);
            break;
        case PolicyType::ResourceControl:
            for (OrganizationLevel& level : grants.resourceControl) exchangeIn(level.policies, place, policy);
            break;
    }
}

CallerJudge::CallerJudge(const Network& network, const DraftCaller& caller)
    : network_(network),
      caller_(caller),
      target_(*find(network.design(), Id<ServiceResource>{caller.target.value})),
      way_(wayIn(network.design(), caller.way)),
      request_(network, caller_.flow, target_) {
    if (way_.endpoint && way_.road != Road::Internet && way_.endpoint->policy)
        gates_.push_back(grantsOf(network, *way_.endpoint));
    if (target_.awsOwned) return;
    CallGrants rest = grantsOf(network, request_, caller_.flow, target_);
    // A role without any policy is one whose policies the design does not tell.
    if (request_.signer().principal == FlowPrincipal::Role && rest.grants.identity.empty())
        rest.grants.identity.push_back(allowingEverything(network));
    gates_.push_back(std::move(rest));
}

string CallerJudge::principalArn() const {
    if (caller_.signs == DraftCaller::Signs::Service || caller_.signs == DraftCaller::Signs::UnnamedRole ||
        caller_.actions.empty())
        return {};
    const string name = requestFor(caller_.actions.front()).principal().name();
    return name.starts_with("arn:") ? name : string();
}

RequestContext CallerJudge::contextOf(const AccessRequest& request) const {
    RequestContext context = request.context();
    const string& owner = request.resource().account;
    const auto setKnown = [&](string_view key, const string& value) {
        if (value.empty())
            context.setUnknown(key);
        else
            context.set(key, value);
    };
    if (caller_.signs == DraftCaller::Signs::UnnamedRole) context.setUnknown("aws:PrincipalArn");
    if (caller_.signs == DraftCaller::Signs::Root) {
        context.set("aws:PrincipalArn",
                    "arn:" + string(partitionOf(network_.regionOf(target_))) + ":iam::" + owner + ":root");
        context.set("aws:PrincipalType", "Account");
    }
    if (caller_.signs == DraftCaller::Signs::Service) {
        // Calls of a service's own principal tell whose resource they are for, and nothing of a network (F-319, F-322).
        context.set("aws:PrincipalIsAWSService", "true");
        context.set("aws:PrincipalServiceName", caller_.principal);
        setKnown("aws:SourceAccount", owner);
        const Account* account = request_.owner();
        const auto* organization = account ? find(network_.design(), account->organization) : nullptr;
        setKnown("aws:SourceOrgID", organization ? organization->organizationId : string());
        context.setAbsent("aws:SourceIp");
        if (!caller_.acl.empty()) context.set("s3:x-amz-acl", caller_.acl);
    }
    if (!caller_.forwardedBy.empty()) {
        const string service = caller_.forwardedBy.substr(0, caller_.forwardedBy.find('.'));
        context = forwardedContext(std::move(context), service, network_.regionOf(target_));
    }
    return context;
}

AccessRequest CallerJudge::requestFor(const string& action) const {
    const AccessRequest plain = request_.on(way_, action, request_.arnFor(action));
    RequestPrincipal principal = plain.principal();
    if (caller_.signs == DraftCaller::Signs::Root) principal = RequestPrincipal::of(plain.resource().account);
    if (caller_.signs == DraftCaller::Signs::Service) principal = RequestPrincipal::of(caller_.principal);
    return AccessRequest(action, plain.resource(), std::move(principal), contextOf(plain));
}

/// What API Gateway asks besides, or does not (F-326): methods that take anybody leave it to the resource policy.
void CallerJudge::adjustToApi(Said& said, const CallGrants& gate) const {
    if (target_.service != "execute-api" || target_.apiAuth == ApiAuth::Iam) return;
    const bool isPrivate = target_.apiType == ApiType::Private;
    if (!gate.grants.resource) said.result = isPrivate ? AccessResult::ImplicitlyDenied : AccessResult::Allowed;
    if (gate.grants.resource && target_.apiAuth == ApiAuth::Custom && said.result == AccessResult::ImplicitlyDenied)
        said.result = AccessResult::Allowed;
}

Said CallerJudge::judgeAt(const CallGrants& gate, const AccessRequest& request, const AskedArn& arn) const {
    Said said;
    said.asked = arn.text;
    const bool isApi = gate.grants.endpoint.empty() && target_.service == "execute-api";
    const bool isLet = isApi && target_.apiAuth == ApiAuth::Custom && gate.grants.resource;
    const JudgedRequest judged =
        judgedRequest(request, gate, arn, request_.signer(), isLet ? CountedRefusals::Denials : CountedRefusals::All);
    said.told = judged.told;
    said.result = said.told.result;
    if (gate.grants.endpoint.empty()) adjustToApi(said, gate);
    const bool isUnnamed = caller_.signs == DraftCaller::Signs::UnnamedRole &&
                           said.result == AccessResult::ExplicitlyDenied &&
                           std::ranges::any_of(said.told.decidedBy, [&](const StatementName& name) {
                               const CompiledStatement* statement = statementOf(gate.grants, name);
                               return statement && statement->negatesPrincipal();
                           });
    const bool isLeftToMethods = isApi && target_.apiAuth != ApiAuth::Iam && !gate.grants.resource;
    if (!gate.refused.empty() || (judged.isOpen() && !isLeftToMethods) || isUnnamed) {
        said.result = AccessResult::Unknown;
        said.isOpen = true;
    }
    return said;
}

Said CallerJudge::judge(const string& action, const std::vector<CallGrants>& gates) const {
    const AskedArn arn = request_.arnFor(action);
    const AccessRequest request = requestFor(action);
    Said worst;
    worst.result = AccessResult::Allowed;
    worst.asked = arn.text;
    for (const CallGrants& gate : gates) {
        Said said = judgeAt(gate, request, arn);
        if (said.isRefused()) return said;
        if (said.result == AccessResult::Unknown || worst.told.statements.empty()) worst = std::move(said);
    }
    return worst;
}

Said CallerJudge::judgeWith(const string& action, const DraftPlace& place, const PolicyDocument& document) const {
    const CompiledPolicy& policy = network_.judged(document, place.type, apiOf(target_)).policy;
    std::vector<CallGrants> gates = gates_;
    for (CallGrants& gate : gates) exchangePolicy(gate.grants, place, policy);
    return judge(action, gates);
}

}  // namespace gw
