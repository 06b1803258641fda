#include "model/policy/proof/principal_classes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "model/policy/arn.h"

namespace gw {
namespace {

/// Names of principals that statements hold.
class NamedPrincipals {
public:
    explicit NamedPrincipals(const std::vector<const IamPolicy*>& policies) {
        for (const IamPolicy* policy : policies)
            for (const PolicyStatement& statement : policy->statements)
                if (statement.principal)
                    for (const PrincipalEntry& entry : statement.principal->entries) add(entry);
    }

    const std::set<std::string>& accounts() const { return accounts_; }
    const std::set<std::string>& names() const { return names_; }
    /// Roles and roles of sessions that are named, by account.
    const std::map<std::string, std::set<std::string>>& roles() const { return roles_; }

private:
    void add(const PrincipalEntry& entry) {
        const std::string& name = entry.name.text;
        names_.insert(name);
        const RequestPrincipal principal = RequestPrincipal::of(name);
        if (!principal.belongsToAccount()) return;
        accounts_.insert(principal.account());
        if (principal.kind() == RequestPrincipal::Kind::Role) roles_[principal.account()].insert(principal.roleName());
    }

    std::set<std::string> accounts_;
    std::set<std::string> names_;
    std::map<std::string, std::set<std::string>> roles_;
};

/// A name that is not among those taken.
std::string freshName(std::string name, const std::set<std::string>& taken) {
    while (taken.contains(name)) name += "-2";
    return name;
}

}  // namespace

std::string unnamedAccount(const std::vector<const IamPolicy*>& policies, const std::vector<std::string>& accounts) {
    const NamedPrincipals named(policies);
    const auto isTaken = [&](const std::string& account) {
        return named.accounts().contains(account) || std::ranges::find(accounts, account) != accounts.end();
    };
    for (const char* usual : {"111122223333", "999988887777", "444455556666"})
        if (!isTaken(usual)) return usual;
    for (int i = 100'000;; ++i)
        if (std::string account = "777777" + std::to_string(i); !isTaken(account)) return account;
}

std::vector<RequestPrincipal> principalClassesOf(const std::vector<const IamPolicy*>& policies,
                                                 const std::vector<std::string>& further) {
    const NamedPrincipals named(policies);
    std::vector<std::string> texts;
    std::vector<std::string> last;
    std::vector<std::string> accounts{unnamedAccount(policies, further)};
    accounts.insert(accounts.end(), named.accounts().begin(), named.accounts().end());
    accounts.insert(accounts.end(), further.begin(), further.end());
    for (const std::string& account : accounts) {
        const std::string iam = "arn:aws:iam::" + account + ":";
        const std::string sts = "arn:aws:sts::" + account + ":";
        texts.push_back(freshName(iam + "user/someone", named.names()));
        std::set<std::string> roles;
        if (const auto at = named.roles().find(account); at != named.roles().end()) roles = at->second;
        std::vector<std::string> all(roles.begin(), roles.end());
        all.push_back(freshName("anyrole", roles));
        for (const std::string& role : all) {
            std::string session = sts + "assumed-role/" + role + "/session";
            while (named.names().contains(session)) session += "-2";
            // A role of the same name under a path that no policy names.
            std::string elsewhere = iam + "role/elsewhere/" + role;
            while (named.names().contains(elsewhere)) elsewhere.insert(elsewhere.rfind('/'), "-2");
            texts.insert(texts.end(), {session, elsewhere});
        }
        texts.push_back(freshName(sts + "federated-user/someone", named.names()));
        last.insert(last.end(), {iam + "root", sts + "assumed-role/AWSServiceRoleForOther/session"});
    }
    // What is named counts by itself: an exact name, or something that no request can be signed by.
    for (const std::string& name : named.names())
        if (!isAccountNumber(name)) texts.push_back(name);
    texts.push_back(freshName("other.amazonaws.com", named.names()));
    texts.emplace_back("*");
    texts.insert(texts.end(), last.begin(), last.end());
    std::set<std::string> seen;
    std::vector<RequestPrincipal> principals;
    for (const std::string& text : texts)
        if (seen.insert(text).second) principals.push_back(RequestPrincipal::of(text));
    return principals;
}

}  // namespace gw
