#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/conditions.h"
#include "model/policy/lint/statement_actions.h"
#include "model/policy/lint/subsumption.h"
#include "model/policy/pattern.h"

// Who is let in that was perhaps not meant.
namespace gw::lint {
namespace {

using Kind = PrincipalEntry::Kind;

/// Keys that tell who calls beside those that S3 counts: whoever may be meant by them, it is not everybody.
bool narrowsCaller(const PolicyCondition& condition) {
    const std::string key = lowerCase(condition.key.text);
    return asksForKey(condition) &&
           (key.starts_with("aws:principal") || key.starts_with("aws:source") || isOnNetwork(condition) ||
            key == "kms:calleraccount" || key == "aws:userid" || key == "aws:username" || key == "aws:calledvia");
}

bool isNarrowed(const LintedPolicy& policy, std::size_t at) {
    const auto& compiled = policy.compiled().statements()[at].conditions();
    return std::ranges::any_of(compiled, &CompiledCondition::pinsCaller) ||
           std::ranges::any_of(policy.statements()[at].conditions, narrowsCaller);
}

/// Whether the Deny leaves fixed callers alone of those that the statement lets in.
bool shutsOut(const PolicyStatement& deny, const PolicyStatement& allow) {
    return !deny.allows() && isForEveryone(deny) && actionsCover(deny, allow) && !deny.conditions.empty() &&
           std::ranges::all_of(deny.conditions, [](const PolicyCondition& condition) {
               const std::string key = lowerCase(condition.key.text);
               return condition.compares.negated &&
                      (key.starts_with("aws:principal") || key.starts_with("aws:source") || isOnNetwork(condition));
           });
}

/// "s3:GetObject", "s3:GetObject and 2 more".
std::string actionsOf(const PolicyStatement& statement) {
    const auto& actions = statement.action.patterns;
    if (statement.action.negated) return "all but some actions";
    if (actions.empty()) return "nothing";
    return actions[0].text + (actions.size() > 1 ? " and " + std::to_string(actions.size() - 1) + " more" : "");
}

/// Who can call an API or a service of VPC Lattice at all is said by its type and network, not by its policy.
bool isBehindNetwork(const LintedPolicy& policy, const PolicyStatement& statement) {
    return policy.place().service == "vpc-lattice-svcs" ||
           std::ranges::all_of(statement.action.patterns, [](const PlacedText& action) {
               const std::string text = lowerCase(action.text);
               return text.starts_with("execute-api:") || text.starts_with("vpc-lattice-svcs:");
           });
}

void lookForPublic(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() != PolicyType::Resource || policy.place().blocksPublicAccess) return;
    const auto& statements = policy.statements();
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const PolicyStatement& statement = statements[i];
        if (!statement.allows() || !isForEveryone(statement) || isNarrowed(policy, i) ||
            isBehindNetwork(policy, statement))
            continue;
        if (std::ranges::any_of(statements, [&](const PolicyStatement& each) { return shutsOut(each, statement); }))
            continue;
        found.add(statement.principal->offset,
                  policy.nameOf(statement) + " lets anyone on the internet do " + actionsOf(statement) + ".");
    }
}

void lookForAllButSome(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() == PolicyType::Endpoint) return;
    for (const PolicyStatement& statement : policy.statements())
        if (statement.allows() && statement.principal && statement.principal->negated)
            found.add(
                statement.principal->offset,
                policy.nameOf(statement) + " lets in everyone but those it names, people without any account too.");
}

/// Whether the condition says for whom, or for which of its resources, a service calls.
bool tiesService(const PolicyCondition& condition) {
    const std::string key = lowerCase(condition.key.text);
    return key == "aws:sourcearn" || key == "aws:sourceaccount" || key.starts_with("aws:sourceorg") ||
           key == "aws:sourceowner" || key == "kms:calleraccount" || key == "kms:viaservice" ||
           key.starts_with("kms:encryptioncontext") || key == "aws:resourceaccount" || key == "aws:resourceorgid" ||
           key == "aws:resourceorgpaths";
}

void lookForServices(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() != PolicyType::Resource) return;
    for (const PolicyStatement& statement : policy.statements()) {
        if (!statement.allows() || !statement.principal || statement.principal->negated ||
            std::ranges::any_of(statement.conditions, tiesService))
            continue;
        const auto& entries = statement.principal->entries;
        const auto at = std::ranges::find(entries, Kind::Service, &PrincipalEntry::kind);
        if (at != entries.end())
            found.add(at->name.offset, policy.nameOf(statement) + " lets " + at->name.text + " do " +
                                           actionsOf(statement) + " for any account that asks it to.");
    }
}

bool passesAnyRole(const PolicyStatement& statement) {
    const bool passes = std::ranges::any_of(statement.action.patterns, [](const PlacedText& action) {
        return matchesWildcard(action.text, "iam:PassRole", true);
    });
    if (passes == statement.action.negated || !statement.resource) return false;
    return statement.resource->negated || hasStar(statement.resource->patterns);
}

void lookForPassedRoles(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() != PolicyType::Identity && policy.type() != PolicyType::Session) return;
    for (const PolicyStatement& statement : policy.statements()) {
        const bool narrowed = std::ranges::any_of(statement.conditions, [](const PolicyCondition& condition) {
            return isOn(condition, "iam:passedtoservice") || isOn(condition, "iam:associatedresourcearn");
        });
        if (statement.allows() && passesAnyRole(statement) && !narrowed)
            found.add(statement.action.patterns.empty() ? statement.offset : statement.action.patterns[0].offset,
                      policy.nameOf(statement) + " allows iam:PassRole of any role to any service.");
    }
}

void lookForNegations(const LintedPolicy& policy, PolicyFindings& found) {
    // An SCP, an RCP and a boundary grant nothing; there it is a usual way to say what stays allowed.
    const bool grants = policy.type() == PolicyType::Identity || policy.type() == PolicyType::Resource ||
                        policy.type() == PolicyType::Endpoint || policy.type() == PolicyType::Session;
    if (!grants) return;
    for (const PolicyStatement& statement : policy.statements()) {
        if (!statement.allows()) continue;
        if (statement.action.negated)
            found.add(statement.action.offset,
                      policy.nameOf(statement) + " allows all actions but those it names, new ones of AWS too.");
        else if (statement.resource && statement.resource->negated)
            found.add(statement.resource->offset,
                      policy.nameOf(statement) + " allows it with all resources but those it names.");
    }
}

void lookForOpenTrust(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() != PolicyType::Trust) return;
    for (const PolicyStatement& statement : policy.statements())
        if (statement.allows() && isForEveryone(statement) && statement.conditions.empty())
            found.add(statement.principal->offset,
                      policy.nameOf(statement) + " lets anyone of any account assume the role.");
}

/// "token.actions.githubusercontent.com" of a provider's name or ARN; empty for SAML.
std::string_view providerOf(std::string_view name) {
    if (name.find(":saml-provider/") != std::string_view::npos) return {};
    const auto at = name.find(":oidc-provider/");
    return at == std::string_view::npos ? name : name.substr(at + std::string_view(":oidc-provider/").size());
}

void lookForFederation(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() != PolicyType::Trust) return;
    for (const PolicyStatement& statement : policy.statements()) {
        if (!statement.allows() || !statement.principal || statement.principal->negated) continue;
        for (const PrincipalEntry& entry : statement.principal->entries) {
            const std::string provider = lowerCase(providerOf(entry.name.text));
            if (entry.kind != Kind::Federated || provider.empty() || provider.find('.') == std::string::npos) continue;
            const bool github = provider == "token.actions.githubusercontent.com";
            const bool asked = std::ranges::any_of(statement.conditions, [&](const PolicyCondition& condition) {
                const std::string key = lowerCase(condition.key.text);
                return key.starts_with(provider + ":") && (!github || key != provider + ":aud");
            });
            if (!asked)
                found.add(entry.name.offset, policy.nameOf(statement) + " lets whoever signs in with " + provider +
                                                 " assume the role, of other owners too.");
        }
    }
}

}  // namespace

constinit const PolicyCheck resourceIsPublic = {
    .code = "PSE016",
    .name = "resource-is-public",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A resource lets in those it names, not everybody",
    .why =
        "Principal \"*\" in an Allow without a condition on a fixed caller, network or source means everybody, without "
        "any account too.",
    .howToFix = "Name the principals, or add a condition on aws:PrincipalOrgID, aws:SourceVpce or aws:SourceAccount.",
    .source = "Amazon S3 User Guide, The meaning of \"public\"; IAM Access Analyzer",
    .look = lookForPublic,
};

constinit const PolicyCheck allowForAllButSome = {
    .code = "PSE017",
    .name = "allow-for-all-but-some",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "An Allow says for whom it is",
    .why = "Allow with NotPrincipal lets in everyone who is not named, anonymous callers included.",
    .howToFix = "Name whom it is for, or deny those who are shut out.",
    .source = "IAM User Guide, IAM JSON policy elements: NotPrincipal; IAM Access Analyzer, Allow with NotPrincipal",
    .look = lookForAllButSome,
};

constinit const PolicyCheck servicePrincipalFromAnywhere = {
    .code = "PSE021",
    .name = "service-principal-from-anywhere",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A service acts on a resource for those who may ask it to",
    .why =
        "A service acts for all its customers: without a condition on the source another account can make it act on "
        "this resource (the confused deputy).",
    .howToFix = "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID.",
    .source = "IAM User Guide, The confused deputy problem; IAM Access Analyzer, Restrict access to service principal",
    .look = lookForServices,
};

constinit const PolicyCheck anyRolePassed = {
    .code = "PSE022",
    .name = "any-role-passed",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "iam:PassRole names the roles that are passed",
    .why = "Who may pass any role to a service can act as the mightiest of them.",
    .howToFix = "Name the role, or add a condition on iam:PassedToService.",
    .source =
        "IAM User Guide, Granting permissions to pass a role; IAM Access Analyzer, Pass role with star in resource",
    .look = lookForPassedRoles,
};

constinit const PolicyCheck allowOfAllButSome = {
    .code = "PSE023",
    .name = "allow-of-all-but-some",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "An Allow lists what it allows",
    .why = "Allow with NotAction or NotResource grows with every action and resource that AWS or you add.",
    .howToFix = "List what is meant.",
    .source = "IAM User Guide, IAM JSON policy elements: NotAction, NotResource",
    .look = lookForNegations,
};

constinit const PolicyCheck trustOpenToAnyone = {
    .code = "PSE030",
    .name = "trust-open-to-anyone",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A role is assumed by those it trusts",
    .why = "Principal \"*\" in a trust policy without a condition lets every account of AWS assume the role.",
    .howToFix = "Name the principals, or add a condition on aws:PrincipalOrgID or sts:ExternalId.",
    .source = "IAM User Guide, IAM JSON policy elements: Principal; IAM Access Analyzer, role trust policy checks",
    .look = lookForOpenTrust,
};

constinit const PolicyCheck federationUnconditional = {
    .code = "PSE035",
    .name = "federation-unconditional",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A role that a provider's users assume asks which of them",
    .why =
        "A provider of OpenID Connect signs in the users of all its customers. Without a condition on its keys each of "
        "them can assume the role; GitHub asks for the repository in sub.",
    .howToFix = "Add a condition on the provider's sub, and aud.",
    .source =
        "IAM User Guide, Roles for OpenID Connect federation; IAM Access Analyzer, Missing condition key for oidc "
        "principal, Missing github repo condition key",
    .look = lookForFederation,
};

}  // namespace gw::lint
