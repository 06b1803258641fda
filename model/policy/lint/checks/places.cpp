#include <algorithm>

#include "model/catalog/endpoint_policies.h"
#include "model/policy/arn.h"
#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/globs.h"
#include "model/policy/lint/placeholders.h"
#include "model/policy/lint/statement_actions.h"

// Where a policy hangs decides what it can speak of.
namespace gw::lint {
namespace {

void lookForNotPrincipal(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() != PolicyType::Endpoint) return;
    for (const PolicyStatement& statement : policy.statements())
        if (statement.principal && statement.principal->negated)
            found.add(
                statement.principal->offset,
                policy.nameOf(statement) + " speaks of all but some principals, which endpoint policies may not take.");
}

/// The services whose actions the policy can decide on; empty for all.
std::vector<std::string_view> servicesDecidedOn(const LintedPolicy& policy) {
    if (policy.type() == PolicyType::Trust) return {"sts"};
    if (policy.place().service.empty()) return {};
    if (policy.type() == PolicyType::Resource) return {policy.place().service};
    if (policy.type() == PolicyType::Endpoint && answersOnePrefix(policy.place().service))
        return {policy.place().service};
    return {};
}

void lookForServices(const LintedPolicy& policy, PolicyFindings& found) {
    const std::vector<std::string_view> services = servicesDecidedOn(policy);
    if (services.empty()) return;
    for (const PolicyStatement& statement : policy.statements()) {
        if (statement.action.negated) continue;
        for (const PlacedText& action : statement.action.patterns) {
            const ActionPattern parts = ActionPattern::of(action.text);
            if (!parts.namesOneService() || std::ranges::find(services, lowerCase(parts.service)) != services.end())
                continue;
            // S3 has further prefixes for its other kinds of buckets.
            if (services[0] == "s3" && lowerCase(parts.service).starts_with("s3")) continue;
            found.add(action.offset, "\"" + action.text + "\" is never asked here: " +
                                         std::string(infoOf(policy.type()).label) + " for " + std::string(services[0]) +
                                         " decides on calls of " + std::string(services[0]) + " alone.");
        }
    }
}

/// Whether the pattern may match the resource, or a part of it such as an object of the bucket.
bool speaksOf(const std::string& glob, const std::string& resource) {
    return glob == "*" || globsMeet(glob, resource) || globsMeet(glob, resource + "/*") ||
           globsMeet(glob, resource + ":*");
}

void lookForResources(const LintedPolicy& policy, PolicyFindings& found) {
    const std::string& own = policy.place().resource;
    if (policy.type() != PolicyType::Resource || !Arn::parse(own)) return;
    for (const PolicyStatement& statement : policy.statements()) {
        if (!statement.resource || statement.resource->negated) continue;
        for (const PlacedText& resource : statement.resource->patterns)
            if (placeholderIn(resource.text).empty() && resource.text.starts_with("arn:") &&
                !speaksOf(globOf(resource.text), own))
                found.add(resource.offset, "\"" + resource.text + "\" is not " + own + ", which the policy hangs on.");
    }
}

}  // namespace

constinit const PolicyCheck endpointPolicyNegatesPrincipal = {
    .code = "PSY030",
    .name = "endpoint-policy-negates-principal",
    .severity = Severity::Warning,
    .category = Category::Api,
    .title = "An endpoint policy says of whom it speaks",
    .why = "Other tools refuse NotPrincipal in endpoint policies; AWS's guide does not show one.",
    .howToFix = "Write Principal \"*\" and ArnNotLike aws:PrincipalArn.",
    .source = "AWS PrivateLink Guide, Control access using endpoint policies",
    .look = lookForNotPrincipal,
};

constinit const PolicyCheck actionOfOtherService = {
    .code = "PSY032",
    .name = "action-of-other-service",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "A policy on a resource or endpoint speaks of its service's actions",
    .why =
        "A bucket's policy decides on calls to S3, an endpoint's on calls that pass it, a role's trust policy on calls "
        "to "
        "STS. Actions of another service stand there without effect, and S3 refuses them.",
    .howToFix = "Take them out, or move them to the policy that decides on them.",
    .source = "IAM Access Analyzer, Unsupported action in policy; cfn-lint W3037",
    .look = lookForServices,
};

constinit const PolicyCheck resourceOfOtherPlace = {
    .code = "PSY033",
    .name = "resource-of-other-place",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A resource's policy speaks of that resource",
    .why = "S3 and other services refuse a policy that names another resource than the one it hangs on.",
    .howToFix = "Name the resource itself.",
    .source = "IAM Access Analyzer, Unsupported resource ARN in policy",
    .look = lookForResources,
};

}  // namespace gw::lint
