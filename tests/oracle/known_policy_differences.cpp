#include "tests/oracle/known_differences.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/policy/evaluation_request.h"
#include "model/policy/policy_ruling.h"
#include "tests/oracle/request_edits.h"

namespace gw {
namespace {

using namespace oracle;
using Changed = std::optional<Json>;

const Json& fullAccess() {
    static const Json all{{"Version", "2012-10-17"},
                          {"Statement", {{"Effect", "Allow"}, {"Action", "*"}, {"Resource", "*"}}}};
    return all;
}

AccessResult verdictOn(const Json& request) {
    const auto read = readEvaluationRequest(request.dump());
    return read ? decide(read->request, read->grants) : AccessResult::Unknown;
}

std::string& principalOf(Json& request) {
    return request["request"]["principal"].get_ref<std::string&>();
}

Changed rootAsUser(const Json& request) {
    Json changed = request;
    std::string& principal = principalOf(changed);
    if (principal.ends_with(":root")) principal.replace(principal.size() - 4, 4, "user/no-root");
    return changedFrom(request, std::move(changed));
}

Changed serviceLinkedAsAnyRole(const Json& request) {
    Json changed = request;
    std::string& principal = principalOf(changed);
    if (const auto at = principal.find("AWSServiceRoleFor"); at != std::string::npos) principal.insert(at, "Not");
    return changedFrom(request, std::move(changed));
}

Changed federatedWithoutSessionPolicy(const Json& request) {
    Json changed = request;
    if (principalOf(changed).find(":federated-user/") != std::string::npos && !request.contains("sessionPolicy"))
        changed["sessionPolicy"] = fullAccess();
    return changedFrom(request, std::move(changed));
}

/// An SCP has to allow whatever else does, as the session policy has to there.
Changed sessionPolicyAlwaysHasToAllow(const Json& request) {
    if (!request.contains("sessionPolicy")) return std::nullopt;
    Json changed = request;
    const Json level{{"orgIdentifier", "session"},
                     {"policies", Json::array({{{"name", "session"}, {"policy", request["sessionPolicy"]}}})}};
    changed["serviceControlPolicies"].push_back(level);
    return changed;
}

/// What the RCPs deny stands in endpoint policies, which bind everyone and every service.
Changed resourceControlForEveryService(const Json& request) {
    if (!request.contains("resourceControlPolicies")) return std::nullopt;
    const std::string action = lowered(request["request"]["action"]);
    if (supportsResourceControl(action.substr(0, action.find(':'))) && action != "kms:retiregrant") return std::nullopt;
    Json changed = request;
    if (!changed.contains("vpcEndpointPolicies")) {
        Json everyone = fullAccess();
        everyone["Statement"]["Principal"] = "*";
        changed["vpcEndpointPolicies"] = Json::array({{{"name", "p"}, {"policy", everyone}}});
    }
    eachLevelPolicy(changed, "resourceControlPolicies", [&](Json& policy) {
        Json denials = policy;
        denials["Statement"] = Json::array();
        eachStatementOf(policy, [&](Json& statement) {
            if (statement["Effect"] == "Deny") denials["Statement"].push_back(statement);
        });
        if (!denials["Statement"].empty())
            changed["vpcEndpointPolicies"].push_back({{"name", "rcp"}, {"policy", denials}});
    });
    return changed;
}

Changed everyoneBehindTheEndpoint(const Json& request) {
    Json changed = request;
    eachNamedPolicy(changed, "vpcEndpointPolicies", [](Json& policy) {
        eachStatementOf(policy, [](Json& statement) {
            statement.erase("NotPrincipal");
            statement["Principal"] = "*";
        });
    });
    return changedFrom(request, std::move(changed));
}

Changed stsWithoutTrustPolicy(const Json& request) {
    Json changed = request;
    Json& resource = changed["request"]["resource"];
    const std::string account = resource["accountId"];
    if (lowered(request["request"]["action"]).starts_with("sts:") && !resource.contains("policy"))
        resource["policy"] = {
            {"Version", "2012-10-17"},
            {"Statement", {{"Effect", "Allow"}, {"Principal", {{"AWS", account}}}, {"Action", "sts:*"}}}};
    return changedFrom(request, std::move(changed));
}

std::string joined(const std::vector<std::string>& parts) {
    std::string arn = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) arn += ":" + parts[i];
    return arn;
}

/// Part by part, with * for each part that the pattern lacks.
bool matchesPartByPart(const std::string& pattern, const std::string& arn, const Context& context) {
    std::vector<std::string> wanted = partsOf(pattern);
    const std::vector<std::string> parts = partsOf(arn);
    wanted.resize(std::max(wanted.size(), parts.size()), "*");
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!like(wanted[i], parts[i], Wild::Free, i == 5, context)) return false;
    return true;
}

/// What matches part by part names the resource itself, all else another one.
Changed starsStayInTheirPart(const Json& request) {
    const std::string arn = request["request"]["resource"]["arn"];
    if (arn == "*") return std::nullopt;
    const Context context = contextOf(request);
    Json changed = request;
    eachStatement(changed, [&](Json& statement) {
        for (const char* element : {"Resource", "NotResource"})
            if (statement.contains(element))
                eachText(statement[element], [&](std::string& value) {
                    if (value != "*") value = matchesPartByPart(value, arn, context) ? arn : "arn:aws:none:::none";
                });
    });
    return changedFrom(request, std::move(changed));
}

/// The whole statement speaks of nothing then.
Changed nothingIsOtherThanWhatCannotBeRead(const Json& request) {
    const std::string arn = request["request"]["resource"]["arn"];
    const Context context = contextOf(request);
    Json changed = request;
    eachStatement(changed, [&](Json& statement) {
        if (!statement.contains("NotResource")) return;
        for (const std::string& value : listOf(statement["NotResource"])) {
            std::vector<std::string> parts = partsOf(value);
            const bool isWhole = value == "*" || parts.size() == 6;
            const bool unread = parts.size() == 6 && lacksValue(parts[5], context);
            if (unread) parts[5] = "*";
            const bool meant = matchesPartByPart(joined(parts), arn, context);
            if (isWhole ? !(unread && meant) : meant) continue;
            silence(statement);
        }
    });
    return changedFrom(request, std::move(changed));
}

/// Whether the entry means the principal: by its own name, its account's, or that of a session's role.
bool meansThere(const std::string& kind, const std::string& entry, const std::string& principal) {
    if (entry == "*" || entry == principal) return true;
    if (kind != "AWS" || !principal.starts_with("arn:")) return false;
    const std::vector<std::string> parts = partsOf(principal);
    if (entry == parts[4] || entry == "arn:aws:iam::" + parts[4] + ":root") return true;
    const std::string session = "assumed-role/";
    if (!parts[5].starts_with(session) || !entry.starts_with("arn:aws:iam::" + parts[4] + ":role/")) return false;
    const std::string role = parts[5].substr(session.size(), parts[5].find('/', session.size()) - session.size());
    return entry.substr(entry.rfind('/') + 1) == role;
}

/// A statement for everyone, or for nobody.
Changed oneNameIsEnoughForNotPrincipal(const Json& request) {
    Json changed = request;
    const std::string principal = principalOf(changed);
    eachStatement(changed, [&](Json& statement) {
        if (!statement.contains("NotPrincipal")) return;
        const Json entries = statement["NotPrincipal"];
        bool named = entries == "*";
        if (entries.is_object())
            for (const auto& [kind, names] : entries.items())
                for (const std::string& name : listOf(names)) named = named || meansThere(kind, name, principal);
        statement.erase("NotPrincipal");
        if (named)
            statement["Principal"] = {{"Service", "nobody.amazonaws.com"}};
        else
            statement["Principal"] = "*";
    });
    return changedFrom(request, std::move(changed));
}

/// Only where nothing else refuses it.
Changed blockedPublicAccessIsDenied(const Json& request) {
    const Json& resource = request["request"]["resource"];
    if (!resource.value("restrictPublicBuckets", false) || !resource.contains("policy")) return std::nullopt;
    if (!lowered(request["request"]["action"]).starts_with("s3:")) return std::nullopt;
    Json changed = request;
    changed["request"]["resource"]["restrictPublicBuckets"] = false;
    if (verdictOn(request) != AccessResult::ImplicitlyDenied || verdictOn(changed) != AccessResult::Allowed)
        return std::nullopt;
    Json& statements = changed["request"]["resource"]["policy"]["Statement"];
    if (statements.is_object()) statements = Json::array({statements});
    statements.push_back({{"Effect", "Deny"}, {"Principal", "*"}, {"Action", "*"}, {"Resource", "*"}});
    return changed;
}

/// Whoever is signed in knows who he is, whatever the endpoint lets through.
Changed endpointsLetAskWhoOneIs(const Json& request) {
    if (lowered(request["request"]["action"]) != "sts:getcalleridentity") return std::nullopt;
    Json changed = request;
    changed.erase("vpcEndpointPolicies");
    return changedFrom(request, std::move(changed));
}

/// In an order in which one leaves the next what it looks for: other names of principals come late.
constexpr std::array all{
    KnownDifference{"a federated user without session policy keeps all of the user's permissions",
                    "STS API Reference, GetFederationToken: without a policy the session has no permissions but those "
                    "of resource policies that name it",
                    federatedWithoutSessionPolicy},
    KnownDifference{"a session policy limits what a resource policy grants the session itself",
                    "F-310; IAM User Guide, Policy evaluation logic", sessionPolicyAlwaysHasToAllow},
    KnownDifference{"RCPs hold for every service and action",
                    "F-332; Organizations User Guide, Services that support RCPs; KMS Developer Guide, Resource "
                    "control policies: kms:RetireGrant is not effective in an RCP",
                    resourceControlForEveryService},
    KnownDifference{"the principals of an endpoint policy are not read", "F-111, F-292", everyoneBehindTheEndpoint},
    KnownDifference{"a role without trust policy trusts its account",
                    "F-309: role trust policies must allow explicitly", stsWithoutTrustPolicy},
    KnownDifference{"NotResource speaks of nothing where a variable of it has no value, or a part of an ARN is missing",
                    "IAM User Guide, Policy variables with no value: it matches no resource; JSON policy elements: "
                    "NotResource: every resource except those",
                    nothingIsOtherThanWhatCannotBeRead},
    KnownDifference{"a * at the end of a part of an ARN stays in its part",
                    "IAM User Guide, JSON policy elements: Resource: as the last character of a segment it can expand "
                    "to match beyond the colon boundaries",
                    starsStayInTheirPart},
    KnownDifference{"one name in NotPrincipal is enough",
                    "IAM User Guide, JSON policy elements: NotPrincipal: with Deny the account has to be named as well",
                    oneNameIsEnoughForNotPrincipal},
    KnownDifference{"no endpoint policy keeps anybody from GetCallerIdentity",
                    "AWS does not say: STS API Reference tells that policies of the user or role do not",
                    endpointsLetAskWhoOneIs},
    KnownDifference{"the root user is judged as any user",
                    "IAM User Guide, Root user: it has complete access to all services and resources of the account, "
                    "which no identity policy has to grant",
                    rootAsUser},
    KnownDifference{"SCPs and RCPs bind service-linked roles",
                    "F-311; Organizations User Guide, SCPs and RCPs: neither affects service-linked roles",
                    serviceLinkedAsAnyRole},
    KnownDifference{"what RestrictPublicBuckets refuses is called an explicit denial",
                    "AWS does not say: whether what it refuses is denied explicitly", blockedPublicAccessIsDenied},
};

}  // namespace

std::span<const KnownDifference> differencesInPolicies() {
    return all;
}

}  // namespace gw
