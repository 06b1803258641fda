#pragma once
#include "model/design/values.h"

/// Who owns things and who may act: organisation, accounts, roles and the policies that several of them share.
namespace gw {

struct Organization {
    Id<Organization> id{};
    std::string name{};
    std::string organizationId{};
    std::string notes{};
    friend bool operator==(const Organization&, const Organization&) = default;
    static constexpr Kind kind{"organizations", "organisation", "org"};
    static constexpr auto fields = FieldList{nameField(&Organization::name),
                                             field("organizationId", "Organisation id", &Organization::organizationId,
                                                   "AWS's id, o-...; the value of aws:PrincipalOrgID."),
                                             notesField(&Organization::notes)};
};

struct OrganizationalUnit {
    Id<OrganizationalUnit> id{};
    std::string name{};
    Id<Organization> organization{};
    Id<OrganizationalUnit> parent{};
    std::string notes{};
    friend bool operator==(const OrganizationalUnit&, const OrganizationalUnit&) = default;
    static constexpr Kind kind{"organizationalUnits", "organisational unit", "ou"};
    static constexpr auto fields = FieldList{
        nameField(&OrganizationalUnit::name),
        owner("organization", "Organisation", &OrganizationalUnit::organization, "The organisation it is part of."),
        mayOwn("parent", "Parent unit", &OrganizationalUnit::parent, "The unit above; none stands for the root."),
        notesField(&OrganizationalUnit::notes)};
};

struct Account {
    Id<Account> id{};
    std::string name{};
    AccountNumber number{};
    Id<Organization> organization{};
    Id<OrganizationalUnit> organizationalUnit{};
    bool trusted = true;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const Account&, const Account&) = default;
    static constexpr Kind kind{"accounts", "account", "account"};
    static constexpr auto fields = FieldList{
        nameField(&Account::name),
        field("number", "Account number", &Account::number, "Twelve digits."),
        field("organization", "Organisation", &Account::organization, "The organisation it is a member of."),
        field("organizationalUnit", "Organisational unit", &Account::organizationalUnit, "The unit it stands in."),
        field("trusted", "Ours", &Account::trusted,
              "Off for an account of somebody else: nothing in it is ours to change."),
        tagsField(&Account::tags),
        notesField(&Account::notes)};
};

enum class PolicyKind : std::uint8_t { Identity, ServiceControl, ResourceControl };
constexpr auto namesOf(PolicyKind) {
    return std::to_array<EnumName<PolicyKind>>(
        {{PolicyKind::Identity, "identity", "Managed identity policy"},
         {PolicyKind::ServiceControl, "serviceControl", "Service control policy"},
         {PolicyKind::ResourceControl, "resourceControl", "Resource control policy"}});
}

/// A policy with a life of its own: a managed identity policy, or an SCP or RCP attached in the organisation.
struct Policy {
    Id<Policy> id{};
    std::string name{};
    PolicyKind policyKind = PolicyKind::Identity;
    PolicyDocument document{};
    std::vector<IdOf<Organization, OrganizationalUnit, Account>> targets{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const Policy&, const Policy&) = default;
    static constexpr Kind kind{"policies", "policy", "policy"};
    static constexpr auto fields = FieldList{
        nameField(&Policy::name),
        field("kind", "Kind", &Policy::policyKind, "What the policy is attached to."),
        field("document", "Policy", &Policy::document, "The policy itself."),
        field("targets", "Attached to", &Policy::targets, "For SCPs and RCPs: organisation, units and accounts."),
        tagsField(&Policy::tags),
        notesField(&Policy::notes)};
};

struct Role {
    Id<Role> id{};
    std::string name{};
    Id<Account> account{};
    std::vector<NamedPolicy> policies{};
    std::vector<Id<Policy>> managedPolicies{};
    Id<Policy> permissionsBoundary{};
    std::optional<PolicyDocument> trustPolicy{};
    bool interactive = false;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const Role&, const Role&) = default;
    static constexpr Kind kind{"roles", "IAM role", "role"};
    static constexpr auto fields = FieldList{
        nameField(&Role::name),
        mayOwn("account", "Account", &Role::account, "The account the role stands in."),
        field("policies", "Inline policies", &Role::policies, "Identity policies inside the role."),
        field("managedPolicies", "Managed policies", &Role::managedPolicies, "Identity policies attached to the role."),
        field("permissionsBoundary", "Permissions boundary", &Role::permissionsBoundary,
              "Limits what the role may do at most."),
        field("trustPolicy", "Trust policy", &Role::trustPolicy, "Who may assume the role."),
        field("interactive", "Used by people", &Role::interactive,
              "People act as it from the console or a terminal, outside the VPC."),
        tagsField(&Role::tags),
        notesField(&Role::notes)};
};

}  // namespace gw
