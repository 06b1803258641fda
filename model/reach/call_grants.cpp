#include "model/reach/call_grants.h"

#include <algorithm>

#include "model/catalog/endpoint_policies.h"
#include "model/policy/arn.h"
#include "model/policy/read.h"
#include "model/reach/assumptions.h"
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
        for (const std::string& account : judged.accounts) addAccount(account);
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
        if (isManagement(account)) return levels;
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
        const std::string& arn = flow.resourceArn.empty() ? target.arn : flow.resourceArn;
        if (target.awsOwned) {
            // Whom AWS lets in to what it owns it does not publish; what is public lets in everybody.
            into_.grants.resource = GrantedPolicy{"", lettingEveryoneIn()};
        } else if (target.service == "sts") {
            ofAssumedRole(request, arn);
        } else if (request.asksElsewhere()) {
            const ServiceResource* asked = resourceOf(arn);
            if (asked)
                ofResource(request, *asked);
            else
                into_.isResourceOpen = true;
        } else {
            ofResource(request, target);
        }
        // What no account is drawn for may be of that of who signs.
        if (!request.signer().isKnown && !request.owner()) addAccount(request.ownerAccount());
    }

private:
    void addAccount(const std::string& number) {
        if (isAccountNumber(number) && std::ranges::find(into_.accounts, number) == into_.accounts.end())
            into_.accounts.push_back(number);
    }

    void ofResource(const CallRequest& request, const ServiceResource& resource) {
        std::string api = resource.service == "execute-api" ? request.calledArnOf(resource) : std::string();
        api = api.substr(0, api.find('/'));
        if (resource.policy)
            into_.grants.resource = take(*resource.policy, PolicyType::Resource, resource, api);
        else if (resource.service == "kms" && (request.owner() || !request.ownerAccount().empty()))
            into_.grants.resource = take(keyPolicyOf(request), PolicyType::Resource, resource);
    }

    void ofAssumedRole(const CallRequest& request, const std::string& arn) {
        const Role* role = assumedRole(request, arn);
        if (!role || !role->trustPolicy) {
            into_.isResourceOpen = true;
            return;
        }
        into_.grants.resource = take(*role->trustPolicy, PolicyType::Trust, *role);
        into_.owners.back().type = PolicyType::Resource;
    }

    /// The one that is drawn with this ARN; nullptr where none is.
    const ServiceResource* resourceOf(const std::string& arn) const {
        for (const ServiceResource& each : network_.design().resources)
            if (each.arn == arn) return &each;
        return nullptr;
    }

    /// SCPs and RCPs do not restrict the management account (AWS Organizations User Guide, "Service control policies",
    /// "Resource control policies"), which no design draws.
    bool isManagement(const Account& account) const {
        return account.organization && assumptionOf(network_.design(), assumed::managementAccount,
                                                    account.organization.value) == account.id.value;
    }

    std::vector<AnyId> levelsAbove(const Account& account) const {
        const Design& design = network_.design();
        std::vector<AnyId> levels;
        if (account.organization) levels.emplace_back(account.organization.value);
        const auto afterRoot = static_cast<std::ptrdiff_t>(levels.size());
        const OrganizationalUnit* unit = find(design, account.organizationalUnit);
        for (int depth = 0; unit && depth < deepestUnit; ++depth) {
            if (std::ranges::find(levels, AnyId(unit->id)) != levels.end()) break;  // a circle, which ORG001 tells of
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
    static PolicyDocument keyPolicyOf(const CallRequest& request) {
        const std::string& owner = request.ownerAccount();
        return PolicyDocument::literal(
            R"({"Version": "2012-10-17", "Statement": [{"Sid": "EnableIAMUserPermissions", "Effect": "Allow", )"
            R"("Principal": {"AWS": "arn:aws:iam::)" +
            (owner.empty() ? request.signer().number : owner) + R"(:root"}, "Action": "kms:*", "Resource": "*"}]})");
    }

    /// The role that the ARN names, where the design draws it. The names of roles are unique in their account, whatever
    /// path they have (IAM API Reference, CreateRole); a name that is drawn with its path stands for that one alone.
    const Role* assumedRole(const CallRequest& request, const std::string& arn) const {
        constexpr std::string_view kind = "role/";
        const auto parts = Arn::parse(arn);
        if (!parts || parts->service != "iam" || !parts->resource.starts_with(kind)) return nullptr;
        const std::string_view asked = parts->resource.substr(kind.size());
        for (const Role& role : network_.design().roles) {
            const std::string_view name = labelOf(role);
            const bool hasPath = name.find('/') != std::string_view::npos;
            if (asked.substr(hasPath ? 0 : asked.rfind('/') + 1) == name && isIn(role, request)) return &role;
        }
        return nullptr;
    }
    /// Whether the role stands in the account of what is asked for. One that is drawn in no account is ours.
    bool isIn(const Role& role, const CallRequest& request) const {
        if (const Account* account = find(network_.design(), role.account)) return account == request.owner();
        const Account* owner = request.owner();
        return owner ? owner->trusted : network_.design().accounts.empty();
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

const CompiledPolicy& lettingEveryoneIn() {
    static const CompiledPolicy policy(
        readPolicy(R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", )"
                   R"("Resource": "*"}]})",
                   PolicyType::Resource)
            .policy);
    return policy;
}

GrantedPolicy allowingEverything(const Network& network) {
    return {"", network.judged(fullAccess(), PolicyType::Identity).policy};
}

CallGrants grantsOf(const Network& network, const Endpoint& endpoint) {
    CallGrants found;
    // What AWS does not look at stops nobody.
    if (!endpoint.policy || ignoresEndpointPolicy(endpoint.service)) return found;
    found.grants.identity.push_back(allowingEverything(network));
    found.grants.resource = GrantedPolicy{"", lettingEveryoneIn()};
    found.grants.endpointKind =
        endpoint.type == EndpointType::Gateway ? Grants::EndpointKind::Gateway : Grants::EndpointKind::Interface;
    found.grants.endpoint.push_back(Gathering(network, found).take(*endpoint.policy, PolicyType::Endpoint, endpoint));
    return found;
}

}  // namespace gw
