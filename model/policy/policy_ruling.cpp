#include "model/policy/policy_ruling.h"

#include <algorithm>
#include <array>
#include <vector>

#include "model/catalog/iam.h"
#include "model/policy/arn.h"
#include "model/policy/public_policy.h"

namespace gw {
namespace {

using PrincipalKind = RequestPrincipal::Kind;

/// What a bucket owner's root user may do whatever the bucket policy denies it (S3 API Reference, PutBucketPolicy).
bool isRootsLifeline(const AccessRequest& request) {
    constexpr std::array actions{"s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy"};
    return request.principal().kind() == PrincipalKind::Root && request.isWithinOneAccount() &&
           std::ranges::find(actions, request.lowerAction()) != actions.end();
}

/// Who is signed in may ask who he is: no permission is needed, and no denial keeps him from it (STS API Reference,
/// GetCallerIdentity). Of endpoint policies AWS does not say so.
bool needsNoPermission(const AccessRequest& request) {
    return request.lowerAction() == "sts:getcalleridentity" && request.principal().kind() != PrincipalKind::Anonymous;
}

std::string_view wordFor(const CompiledStatement& statement, StatementPart part) {
    switch (part) {
        case StatementPart::None:
            return {};
        case StatementPart::Principal:
            return statement.negatesPrincipal() ? "NotPrincipal" : "Principal";
        case StatementPart::Action:
            return statement.negatesAction() ? "NotAction" : "Action";
        case StatementPart::Resource:
            return statement.negatesResource() ? "NotResource" : "Resource";
        case StatementPart::Condition:
            return "Condition";
    }
    return {};
}

StatementFinding findingOf(const CompiledStatement& statement, const StatementMatch& found, PolicyType type,
                           const std::string& policy, std::size_t index) {
    StatementFinding finding{
        {type, policy, index, statement.sid()}, statement.allows(), found.match, wordFor(statement, found.against)};
    if (found.against == StatementPart::Condition) {
        finding.conditionOperator = statement.conditions()[found.condition].operatorName();
        finding.conditionKey = statement.conditions()[found.condition].key();
    }
    return finding;
}

}  // namespace

void PolicySay::add(const CompiledStatement& statement, const StatementMatch& found) {
    if (!statement.allows()) {
        deny = eitherOf(deny, found.match);
        return;
    }
    allow = eitherOf(allow, found.match);
    if (found.reach == PrincipalReach::Direct) direct = eitherOf(direct, found.match);
    if (found.reach == PrincipalReach::Role) role = eitherOf(role, found.match);
    if (found.reach == PrincipalReach::Account) account = eitherOf(account, found.match);
}

PolicyRuling::PolicyRuling(const AccessRequest& request, const Grants& grants, std::vector<StatementFinding>* findings)
    : request_(request), grants_(grants), findings_(findings) {
    // Where nobody asks why, a denial ends it.
    const auto open = [&] { return findings_ || denied_ != Match::Yes; };
    const bool needsPermission = !needsNoPermission(request);
    if (needsPermission) judgeOrganization();
    if (open()) judgeEndpoint();
    if (!needsPermission) return;
    if (open()) judgeResource();
    if (open()) judgePrincipalSide();
    if (open()) combine();
}

PolicySay PolicyRuling::sayOf(const GrantedPolicy& policy, PolicyType type, PrincipalRule rule) {
    PolicySay say;
    const bool limited = !grants_.boundaries.empty();
    const auto& statements = policy.policy.statements();
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const StatementMatch found = statements[i].matchOf(request_, rule, limited);
        if (findings_) findings_->push_back(findingOf(statements[i], found, type, policy.name, i));
        say.add(statements[i], found);
    }
    return say;
}

PolicySay PolicyRuling::sayOf(const std::vector<GrantedPolicy>& policies, PolicyType type, PrincipalRule rule) {
    PolicySay all;
    for (const GrantedPolicy& policy : policies) {
        const PolicySay one = sayOf(policy, type, rule);
        all.deny = eitherOf(all.deny, one.deny);
        all.allow = eitherOf(all.allow, one.allow);
    }
    return all;
}

void PolicyRuling::require(Match allowance, PolicyType type, const std::string& name) {
    allowed_ = bothOf(allowed_, allowance);
    if (findings_ && allowance != Match::Yes) missing_.push_back({type, name});
}

void PolicyRuling::judgeOrganization() {
    const RequestPrincipal& principal = request_.principal();
    if (principal.isServiceLinkedRole()) return;
    // SCPs hold for the principals of an account, RCPs for whoever asks for a resource of theirs (F-311, F-335).
    if (principal.belongsToAccount())
        for (const OrganizationLevel& level : grants_.serviceControl) {
            const PolicySay say = sayOf(level.policies, PolicyType::ServiceControl);
            denied_ = eitherOf(denied_, say.deny);
            require(say.allow, PolicyType::ServiceControl, level.identifier);
        }
    // An RCP cannot keep anybody from retiring a grant (AWS KMS Developer Guide, "Resource control policies").
    if (!supportsResourceControl(request_.service()) || request_.lowerAction() == "kms:retiregrant") return;
    for (const OrganizationLevel& level : grants_.resourceControl)
        denied_ = eitherOf(denied_, sayOf(level.policies, PolicyType::ResourceControl).deny);
}

/// F-307, F-110.
void PolicyRuling::judgeEndpoint() {
    if (grants_.endpoint.empty()) return;
    const PrincipalRule rule =
        grants_.endpointKind == Grants::EndpointKind::Gateway ? PrincipalRule::GatewayEndpoint : PrincipalRule::Usual;
    const PolicySay say = sayOf(grants_.endpoint, PolicyType::Endpoint, rule);
    denied_ = eitherOf(denied_, say.deny);
    require(say.allow, PolicyType::Endpoint, grants_.endpoint.front().name);
}

void PolicyRuling::judgeResource() {
    if (!grants_.resource) return;
    resource_ = sayOf(*grants_.resource, PolicyType::Resource);
    if (!isRootsLifeline(request_)) denied_ = eitherOf(denied_, resource_.deny);
    // Block Public Access leaves a public bucket policy to the services and to the account itself.
    const RequestPrincipal& principal = request_.principal();
    const bool outside =
        principal.belongsToAccount() ? !request_.isWithinOneAccount() : principal.kind() == PrincipalKind::Anonymous;
    if (request_.resource().restrictsPublicBuckets && request_.service() == "s3" && outside &&
        isPublic(grants_.resource->policy))
        resource_ = PolicySay{resource_.deny};
}

void PolicyRuling::judgePrincipalSide() {
    const RequestPrincipal& principal = request_.principal();
    if (!principal.belongsToAccount()) return;
    const PolicySay identity = sayOf(grants_.identity, PolicyType::Identity);
    denied_ = eitherOf(denied_, identity.deny);
    identity_ = principal.kind() == PrincipalKind::Root ? Match::Yes : identity.allow;
    for (const GrantedPolicy& each : grants_.boundaries) {
        const PolicySay boundary = sayOf(each, PolicyType::Boundary);
        denied_ = eitherOf(denied_, boundary.deny);
        boundary_ = bothOf(boundary_, boundary.allow);
    }
    // A session of GetFederationToken has what a session policy passes on to it, and nothing without one.
    session_ = matchOf(principal.kind() != PrincipalKind::FederatedUser);
    if (grants_.session) {
        const PolicySay session = sayOf(*grants_.session, PolicyType::Session);
        denied_ = eitherOf(denied_, session.deny);
        session_ = session.allow;
    }
}

/// `named`: the resource policy must have named the principal or its account as well.
Match PolicyRuling::allowedByPrincipalSide(bool named) {
    if (named) require(resource_.allow, PolicyType::Resource, grants_.resource ? grants_.resource->name : "");
    require(identity_, PolicyType::Identity, "");
    if (!grants_.boundaries.empty()) require(boundary_, PolicyType::Boundary, grants_.boundaries.front().name);
    if (grants_.session || session_ == Match::No)
        require(session_, PolicyType::Session, grants_.session ? grants_.session->name : "");
    return allowed_;
}

void PolicyRuling::combine() {
    const std::string resourceName = grants_.resource ? grants_.resource->name : "";
    if (!request_.principal().belongsToAccount()) return require(resource_.direct, PolicyType::Resource, resourceName);
    if (!request_.isWithinOneAccount()) {
        allowedByPrincipalSide(true);
        return;
    }
    // What the resource policy grants the session or user itself, or everyone, no implicit denial takes away; what it
    // grants the role is limited by boundary and session policy (F-310).
    const Match limits = bothOf(boundary_, session_);
    const Match byResource = eitherOf(resource_.direct, bothOf(resource_.role, limits));
    if (byResource == Match::Yes) return;
    // Where neither the resource nor a policy of it is told, nobody knows what that policy would say.
    const bool isTold = grants_.resource || request_.resource().arn == "*" || Arn::parse(request_.resource().arn);
    const bool named = isTold && needsResourcePolicy(request_);
    const Match before = allowed_;
    const Match byPrincipal = allowedByPrincipalSide(named);
    allowed_ = bothOf(before, eitherOf(byResource, byPrincipal));
}

AccessResult PolicyRuling::result() const {
    if (denied_ == Match::Yes) return AccessResult::ExplicitlyDenied;
    if (allowed_ == Match::No) return AccessResult::ImplicitlyDenied;
    return denied_ == Match::No && allowed_ == Match::Yes ? AccessResult::Allowed : AccessResult::Unknown;
}

std::vector<StatementName> PolicyRuling::missingAllowances() const {
    return missing_;
}

std::span<const KeyAction> keyActions() {
    static const std::vector<KeyAction> all = [] {
        std::vector<KeyAction> made;
        const IamService* kms = IamCatalog::builtIn().service("kms");
        if (!kms) return made;
        for (const IamAction& action : kms->actions()) {
            const auto takes = [&](std::string_view type) {
                return std::ranges::any_of(action.types,
                                           [&](std::uint16_t at) { return kms->types()[at].name == type; });
            };
            made.push_back({"kms:" + lowerCase(action.name), takes("key"), takes("alias")});
        }
        std::ranges::sort(made, {}, &KeyAction::action);
        return made;
    }();
    return all;
}

bool needsResourcePolicy(const AccessRequest& request) {
    const std::string_view action = request.lowerAction();
    if (request.service() == "kms") {
        const std::string& arn = request.resource().arn;
        const auto actions = keyActions();
        const auto at = std::ranges::lower_bound(actions, action, {}, &KeyAction::action);
        if (at == actions.end() || at->action != action) return arn.find(":key/") != std::string::npos;
        return at->onKey && !(at->onAlias && arn.find(":alias/") != std::string::npos);
    }
    return action.starts_with("sts:assumerole") || action == "sts:setsourceidentity" || action == "sts:tagsession";
}

std::span<const std::string_view> servicesOfResourceControl() {
    // Condition-keys of IAM's service data of August 2026.
    static constexpr std::array services{std::string_view("aoss"),
                                         std::string_view("appconfig"),
                                         std::string_view("appstream"),
                                         std::string_view("autoscaling"),
                                         std::string_view("cloudfront"),
                                         std::string_view("cloudsearch"),
                                         std::string_view("codebuild"),
                                         std::string_view("codecommit"),
                                         std::string_view("codepipeline"),
                                         std::string_view("cognito-identity"),
                                         std::string_view("cognito-idp"),
                                         std::string_view("comprehend"),
                                         std::string_view("comprehendmedical"),
                                         std::string_view("cost-optimization-hub"),
                                         std::string_view("dax"),
                                         std::string_view("dynamodb"),
                                         std::string_view("ecr"),
                                         std::string_view("events"),
                                         std::string_view("firehose"),
                                         std::string_view("fis"),
                                         std::string_view("health"),
                                         std::string_view("inspector-scan"),
                                         std::string_view("kendra"),
                                         std::string_view("kinesisvideo"),
                                         std::string_view("kms"),
                                         std::string_view("logs"),
                                         std::string_view("memorydb"),
                                         std::string_view("networkmonitor"),
                                         std::string_view("opensearch"),
                                         std::string_view("pca-connector-ad"),
                                         std::string_view("polly"),
                                         std::string_view("pricing"),
                                         std::string_view("s3"),
                                         std::string_view("secretsmanager"),
                                         std::string_view("signin"),
                                         std::string_view("sqs"),
                                         std::string_view("sts"),
                                         std::string_view("support"),
                                         std::string_view("textract"),
                                         std::string_view("timestream-influxdb"),
                                         std::string_view("transcribe"),
                                         std::string_view("transfer"),
                                         std::string_view("translate"),
                                         std::string_view("wafv2")};
    return services;
}

bool supportsResourceControl(std::string_view service) {
    return std::ranges::binary_search(servicesOfResourceControl(), service);
}

}  // namespace gw
