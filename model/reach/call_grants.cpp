#include "model/reach/call_grants.h"

#include <algorithm>

#include "model/reach/policy_cache.h"

namespace gw {
namespace {

/// Units nest five deep at most (AWS Organizations quotas); a circle in the design ends here.
constexpr int deepestUnit = 10;

const PolicyDocument& fullAccess() {
    static const PolicyDocument document = PolicyDocument::literal(
        R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})");
    return document;
}

class Gathering {
public:
    explicit Gathering(const Network& network, CallGrants& into) : network_(network), into_(into) {}

    GrantedPolicy take(const PolicyDocument& document, PolicyType type, std::string name, const AnyId& row,
                       std::string_view rowName, const std::string& api = {}) {
        const JudgedPolicy& judged = network_.judged(document, type, api);
        if (!judged.isValid) into_.refused.push_back(rowName);
        into_.namesAccount = into_.namesAccount || judged.namesAccount;
        into_.owners.push_back({type, name, row, rowName});
        return {std::move(name), judged.policy};
    }
    template <class Row>
    GrantedPolicy take(const PolicyDocument& document, PolicyType type, const Row& row, const std::string& api = {}) {
        return take(document, type, std::string(labelOf(row)), row.id, labelOf(row), api);
    }

    void ofRole(const Role& role) {
        const Design& design = network_.design();
        for (const NamedPolicy& each : role.policies)
            into_.grants.identity.push_back(
                take(each.document, PolicyType::Identity, each.name, role.id, labelOf(role)));
        for (const Id<Policy>& id : role.managedPolicies)
            if (const Policy* policy = find(design, id))
                into_.grants.identity.push_back(take(policy->document, PolicyType::Identity, *policy));
        if (const Policy* policy = find(design, role.permissionsBoundary))
            into_.grants.boundaries.push_back(take(policy->document, PolicyType::Boundary, *policy));
    }

    /// From the root of the organisation down to the account. A level to which the design attaches nothing has
    /// FullAWSAccess, as AWS gives it.
    std::vector<OrganizationLevel> levelsOf(const Account& account, PolicyKind kind, PolicyType type) {
        std::vector<OrganizationLevel> levels;
        for (const AnyId& id : levelsAbove(account)) {
            OrganizationLevel level{id.value, {}};
            bool allows = false;
            for (const Policy* policy : network_.policiesAt(id.value)) {
                if (policy->policyKind != kind) continue;
                level.policies.push_back(take(policy->document, type, *policy));
                allows = allows || std::ranges::any_of(level.policies.back().policy.statements(),
                                                       [](const CompiledStatement& each) { return each.allows(); });
            }
            if (level.policies.empty()) continue;
            // Denials alone stand beside FullAWSAccess, which AWS attaches to every level from the start (F-311).
            if (!allows) level.policies.push_back({"FullAWSAccess", network_.judged(fullAccess(), type).policy});
            into_.owners.push_back({type, id.value, id, nameOf(id)});
            levels.push_back(std::move(level));
        }
        return levels;
    }

    void ofTarget(const CallRequest& request, const Flow& flow, const ServiceResource& target) {
        const std::string api = target.service == "execute-api" ? target.arn : std::string();
        if (target.policy)
            into_.grants.resource = take(*target.policy, PolicyType::Resource, target, api);
        else if (target.service == "kms" && request.owner())
            into_.grants.resource = take(keyPolicyOf(*request.owner()), PolicyType::Resource, target);
        else if (const Role* role = assumedRole(flow, target); role && role->trustPolicy) {
            into_.grants.resource = take(*role->trustPolicy, PolicyType::Trust, *role);
            into_.owners.back().type = PolicyType::Resource;
        }
    }

private:
    std::vector<AnyId> levelsAbove(const Account& account) const {
        const Design& design = network_.design();
        std::vector<AnyId> levels;
        if (account.organization) levels.emplace_back(account.organization.value);
        const auto afterRoot = static_cast<std::ptrdiff_t>(levels.size());
        const OrganizationalUnit* unit = find(design, account.organizationalUnit);
        for (int depth = 0; unit && depth < deepestUnit; ++depth) {
            levels.emplace(levels.begin() + afterRoot, unit->id.value);
            unit = find(design, unit->parent);
        }
        levels.emplace_back(account.id.value);
        return levels;
    }
    std::string_view nameOf(const AnyId& id) const {
        const Design& design = network_.design();
        if (const auto* row = find(design, Id<Organization>{id.value})) return labelOf(*row);
        if (const auto* row = find(design, Id<OrganizationalUnit>{id.value})) return labelOf(*row);
        if (const auto* row = find(design, Id<Account>{id.value})) return labelOf(*row);
        return {};
    }
    /// What AWS gives a key that is made without a policy: the account may do all, and its own policies say who
    /// (AWS KMS Developer Guide, "Default key policy").
    static PolicyDocument keyPolicyOf(const Account& owner) {
        return PolicyDocument::literal(
            R"({"Version": "2012-10-17", "Statement": [{"Sid": "EnableIAMUserPermissions", "Effect": "Allow", )"
            R"("Principal": {"AWS": "arn:aws:iam::)" +
            owner.number.text() + R"(:root"}, "Action": "kms:*", "Resource": "*"}]})");
    }
    const Role* assumedRole(const Flow& flow, const ServiceResource& target) const {
        const std::string& arn = flow.resourceArn.empty() ? target.arn : flow.resourceArn;
        if (target.service != "sts" || arn.find(":role/") == std::string::npos) return nullptr;
        const std::string_view name = std::string_view(arn).substr(arn.rfind('/') + 1);
        for (const Role& role : network_.design().roles)
            if (labelOf(role) == name || role.id.value == name) return &role;
        return nullptr;
    }

    const Network& network_;
    CallGrants& into_;
};

/// A managed policy that some role has as its boundary and none as its policy.
bool isBoundary(const Design& design, const Policy& policy) {
    bool bounds = false;
    for (const Role& role : design.roles) {
        if (std::ranges::find(role.managedPolicies, policy.id) != role.managedPolicies.end()) return false;
        bounds = bounds || role.permissionsBoundary == policy.id;
    }
    return bounds;
}

}  // namespace

PolicyType policyTypeOf(const Design& design, const Policy& policy) {
    switch (policy.policyKind) {
        case PolicyKind::ServiceControl:
            return PolicyType::ServiceControl;
        case PolicyKind::ResourceControl:
            return PolicyType::ResourceControl;
        case PolicyKind::Identity:
            break;
    }
    return isBoundary(design, policy) ? PolicyType::Boundary : PolicyType::Identity;
}

const PolicyOwner* CallGrants::ownerOf(PolicyType type, std::string_view policy) const {
    const auto at = std::ranges::find_if(
        owners, [&](const PolicyOwner& each) { return each.type == type && each.policy == policy; });
    return at == owners.end() ? nullptr : &*at;
}

CallGrants grantsOf(const Network& network, const CallRequest& request, const Flow& flow,
                    const ServiceResource& target) {
    CallGrants found;
    Gathering gathering(network, found);
    if (request.signer().role) gathering.ofRole(*request.signer().role);
    gathering.ofTarget(request, flow, target);
    if (const Account* account = request.signer().account)
        found.grants.serviceControl =
            gathering.levelsOf(*account, PolicyKind::ServiceControl, PolicyType::ServiceControl);
    if (const Account* owner = request.owner())
        found.grants.resourceControl =
            gathering.levelsOf(*owner, PolicyKind::ResourceControl, PolicyType::ResourceControl);
    return found;
}

GrantedPolicy allowingEverything(const Network& network) {
    return {"", network.judged(fullAccess(), PolicyType::Identity).policy};
}

CallGrants grantsOf(const Network& network, const Endpoint& endpoint) {
    static const PolicyDocument everyone = PolicyDocument::literal(
        R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", )"
        R"("Resource": "*"}]})");
    CallGrants found;
    if (!endpoint.policy) return found;
    found.grants.identity.push_back(allowingEverything(network));
    found.grants.resource = GrantedPolicy{"", network.judged(everyone, PolicyType::Resource).policy};
    found.grants.endpointKind =
        endpoint.type == EndpointType::Gateway ? Grants::EndpointKind::Gateway : Grants::EndpointKind::Interface;
    found.grants.endpoint.push_back(Gathering(network, found).take(*endpoint.policy, PolicyType::Endpoint, endpoint));
    return found;
}

}  // namespace gw
