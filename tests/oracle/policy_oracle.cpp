#include "tests/oracle/policy_oracle.h"

#include <algorithm>
#include <set>

#include "tests/oracle/policy_oracle_values.h"

namespace gw {
namespace {

using oracle::Json;
using oracle::like;
using oracle::listOf;
using oracle::lowered;
using oracle::Wild;

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts{""};
    for (const char c : text)
        if (c == at)
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

bool isAccount(const std::string& text) {
    return text.size() == 12 && text.find_first_not_of("0123456789") == std::string::npos;
}

/// The names by which a policy can mean whoever asks.
struct Caller {
    std::string name;
    std::string account;
    std::string role;
    bool anonymous = false;
    bool root = false;
    bool session = false;
    bool federated = false;
    bool serviceLinked = false;

    explicit Caller(const std::string& text) : name(text) {
        anonymous = text == "*";
        const auto parts = split(text, ':');
        if (parts.size() != 6 || !isAccount(parts[4])) return;
        account = parts[4];
        const auto path = split(parts[5], '/');
        root = parts[5] == "root";
        if (path[0] == "role") role = path.back();
        if (path[0] == "assumed-role") role = path[1];
        session = path[0] == "assumed-role";
        federated = path[0] == "federated-user";
        serviceLinked =
            session ? role.starts_with("AWSServiceRoleFor") : path[0] == "role" && path[1] == "aws-service-role";
    }
};

/// How closely an entry of Principal means the caller: "self", "role", "account" or nothing.
std::string closeness(const std::string& kind, const std::string& entry, const Caller& caller) {
    if (kind.empty() || (kind == "AWS" && entry == "*")) return "self";
    if (!caller.anonymous && entry == caller.name && kind != "AWS") return "self";
    if (kind != "AWS" || caller.account.empty()) return "";
    const auto parts = split(entry, ':');
    const bool meansAccount =
        entry == caller.account || (parts.size() == 6 && parts[4] == caller.account && parts[5] == "root");
    if (meansAccount) return caller.root ? "self" : "account";
    if (parts.size() == 6 && parts[5].starts_with("role/") && parts[4] == caller.account && !caller.role.empty()) {
        const bool same = caller.session ? split(parts[5], '/').back() == caller.role : entry == caller.name;
        return same ? "role" : "";
    }
    return entry == caller.name ? "self" : "";
}

std::set<std::string> closenessOf(const Json& principals, const Caller& caller) {
    std::set<std::string> all;
    if (principals.is_string())
        all.insert(closeness("", "*", caller));
    else
        for (const auto& [kind, entries] : principals.items())
            for (const std::string& entry : listOf(entries)) all.insert(closeness(kind, entry, caller));
    all.erase("");
    return all;
}

bool listsEveryone(const Json& principals) {
    if (principals.is_string()) return true;
    if (!principals.contains("AWS")) return false;
    const auto names = listOf(principals["AWS"]);
    return std::find(names.begin(), names.end(), "*") != names.end();
}

class Judge {
public:
    explicit Judge(const Json& document)
        : document_(document), request_(document["request"]), caller_(request_["principal"]) {
        for (const auto& [key, value] : request_["context"].items()) context_[lowered(key)] = listOf(value);
        action_ = lowered(request_["action"]);
        arn_ = request_["resource"]["arn"];
        const auto parts = split(arn_, ':');
        owner_ = request_["resource"].value("accountId", parts.size() >= 6 && isAccount(parts[4]) ? parts[4] : "");
    }

    std::string result() {
        if (deniedSomewhere()) return "ExplicitlyDenied";
        return allowedEverywhere() ? "Allowed" : "ImplicitlyDenied";
    }

private:
    bool sameAccount() const { return !caller_.account.empty() && (owner_.empty() || owner_ == caller_.account); }
    bool has(const char* member) const { return document_.contains(member) && !document_[member].empty(); }
    const Json* resourcePolicy() const {
        return request_["resource"].contains("policy") ? &request_["resource"]["policy"] : nullptr;
    }

    bool listed(const Json& statement, const std::string& plain, bool action) const {
        const bool negated = !statement.contains(plain);
        const std::string element = negated ? "Not" + plain : plain;
        if (!statement.contains(element)) return true;
        const auto patterns = listOf(statement[element]);
        const bool any = std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
            return action ? like(lowered(pattern), action_, Wild::Free, false, context_)
                          : like(pattern, arn_, Wild::Resource, variables_, context_);
        });
        return any != negated;
    }

    /// How the statement means the caller; nothing where it does not.
    std::set<std::string> means(const Json& statement) const {
        if (statement.contains("Principal")) return closenessOf(statement["Principal"], caller_);
        if (!statement.contains("NotPrincipal")) return {"unnamed"};
        const auto all = closenessOf(statement["NotPrincipal"], caller_);
        if (statement["Effect"] == "Allow")
            return all.empty() ? std::set<std::string>{"self"} : std::set<std::string>{};
        const bool everyone = listsEveryone(statement["NotPrincipal"]);
        bool exempt = all.contains("self") || (all.contains("role") && !caller_.session);
        if (!caller_.role.empty()) exempt = exempt && (everyone || all.contains("role"));
        if (!caller_.account.empty() && !caller_.root) exempt = exempt && (everyone || all.contains("account"));
        if (has("permissionBoundaries")) exempt = false;
        return exempt ? std::set<std::string>{} : std::set<std::string>{"self"};
    }

    bool conditionsHold(const Json& statement) const {
        if (!statement.contains("Condition")) return true;
        for (const auto& [op, keys] : statement["Condition"].items())
            for (const auto& [key, values] : keys.items())
                if (!oracle::conditionHolds(op, key, listOf(values), variables_, context_)) return false;
        return true;
    }

    /// The ways in which statements of that effect apply: "self", "role", "account", "unnamed".
    std::set<std::string> ways(const Json& policy, const char* effect) {
        variables_ = policy.value("Version", "") == "2012-10-17";
        std::set<std::string> all;
        const Json statements =
            policy["Statement"].is_array() ? policy["Statement"] : Json::array({policy["Statement"]});
        for (const Json& statement : statements)
            if (statement["Effect"] == effect && listed(statement, "Action", true) &&
                listed(statement, "Resource", false) && conditionsHold(statement))
                all.merge(means(statement));
        return all;
    }

    bool any(const Json& policies, const char* effect) {
        for (const Json& each : policies)
            if (!ways(each["policy"], effect).empty()) return true;
        return false;
    }

    bool organizationHas(const char* member, const char* effect) {
        for (const Json& level : document_[member])
            if (any(level["policies"], effect)) return true;
        return false;
    }

    bool scpsApply() const {
        return has("serviceControlPolicies") && !caller_.account.empty() && !caller_.serviceLinked;
    }
    bool rcpsApply() const {
        const std::string service = action_.substr(0, action_.find(':'));
        return has("resourceControlPolicies") && !caller_.serviceLinked && action_ != "kms:retiregrant" &&
               (service == "s3" || service == "sqs" || service == "kms" || service == "sts");
    }

    bool asksForItself() const { return action_ == "sts:getcalleridentity" && !caller_.anonymous; }

    bool deniedSomewhere() {
        if (asksForItself()) return has("vpcEndpointPolicies") && any(document_["vpcEndpointPolicies"], "Deny");
        if (scpsApply() && organizationHas("serviceControlPolicies", "Deny")) return true;
        if (rcpsApply() && organizationHas("resourceControlPolicies", "Deny")) return true;
        if (has("vpcEndpointPolicies") && any(document_["vpcEndpointPolicies"], "Deny")) return true;
        const bool lifeline = caller_.root && sameAccount() && action_ == "s3:putbucketpolicy";
        if (resourcePolicy() && !lifeline && !ways(*resourcePolicy(), "Deny").empty()) return true;
        if (caller_.account.empty()) return false;
        if (has("identityPolicies") && any(document_["identityPolicies"], "Deny")) return true;
        if (has("permissionBoundaries") && any(document_["permissionBoundaries"], "Deny")) return true;
        return has("sessionPolicy") && !ways(document_["sessionPolicy"], "Deny").empty();
    }

    bool guardsPass() {
        if (scpsApply())
            for (const Json& level : document_["serviceControlPolicies"])
                if (!any(level["policies"], "Allow")) return false;
        return !has("vpcEndpointPolicies") || any(document_["vpcEndpointPolicies"], "Allow");
    }

    bool isPublic() const {
        const Json& policy = *resourcePolicy();
        const bool variables = policy.value("Version", "") == "2012-10-17";
        const Json statements =
            policy["Statement"].is_array() ? policy["Statement"] : Json::array({policy["Statement"]});
        for (const Json& statement : statements) {
            const bool everyone = statement.contains("NotPrincipal") || listsEveryone(statement["Principal"]);
            if (statement["Effect"] != "Allow" || !everyone) continue;
            bool pinned = false;
            if (statement.contains("Condition"))
                for (const auto& [op, keys] : statement["Condition"].items())
                    for (const auto& [key, values] : keys.items())
                        pinned = pinned || pins(op, key, listOf(values), variables);
            if (!pinned) return true;
        }
        return false;
    }

    static bool pins(const std::string& op, const std::string& key, const std::vector<std::string>& values,
                     bool variables) {
        const std::set<std::string> keys{"aws:SourceVpce", "aws:PrincipalOrgID", "aws:SourceIp", "aws:PrincipalArn"};
        if (!keys.contains(key) || op == "Null" || op.find("Not") != std::string::npos || op.ends_with("IfExists") ||
            op.starts_with("ForAllValues"))
            return false;
        return std::all_of(values.begin(), values.end(), [&](const std::string& value) {
            if (key == "aws:SourceIp") return !value.ends_with("/0");
            const bool wild = op.find("Like") != std::string::npos || op.find("Arn") != std::string::npos;
            if (variables && value.find("${") != std::string::npos) return false;
            return !wild || value.find_first_of("*?") == std::string::npos;
        });
    }

    bool allowedEverywhere() {
        if (asksForItself()) return !has("vpcEndpointPolicies") || any(document_["vpcEndpointPolicies"], "Allow");
        if (!guardsPass()) return false;
        std::set<std::string> granted;
        if (resourcePolicy()) granted = ways(*resourcePolicy(), "Allow");
        const bool outsider = caller_.anonymous || (!caller_.account.empty() && !sameAccount());
        if (request_["resource"].value("restrictPublicBuckets", false) && action_.starts_with("s3:") && outsider &&
            resourcePolicy() && isPublic())
            granted.clear();
        if (caller_.account.empty()) return granted.contains("self");
        const bool boundary =
            !has("permissionBoundaries") ||
            std::all_of(document_["permissionBoundaries"].begin(), document_["permissionBoundaries"].end(),
                        [&](const Json& each) { return !ways(each["policy"], "Allow").empty(); });
        const bool session =
            has("sessionPolicy") ? !ways(document_["sessionPolicy"], "Allow").empty() : !caller_.federated;
        const bool identity = caller_.root || (has("identityPolicies") && any(document_["identityPolicies"], "Allow"));
        const bool principalSide = identity && boundary && session;
        if (!sameAccount()) return principalSide && !granted.empty();
        if (granted.contains("self")) return true;
        if (granted.contains("role") && boundary && session) return true;
        const bool asksResource = action_.starts_with("sts:") || action_.starts_with("kms:");
        return principalSide && (!asksResource || !granted.empty());
    }

    const Json& document_;
    const Json& request_;
    Caller caller_;
    oracle::Context context_;
    std::string action_;
    std::string arn_;
    std::string owner_;
    bool variables_ = false;
};

}  // namespace

std::string policyOracle(const nlohmann::json& request) {
    return Judge(request).result();
}

}  // namespace gw
