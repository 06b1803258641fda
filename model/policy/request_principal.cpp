#include "model/policy/request_principal.h"

#include "model/policy/arn.h"

namespace gw {
namespace {

std::string_view lastOf(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

/// "assumed-role/NAME/SESSION" without its first part; empty where it is none.
std::string_view behind(std::string_view text, std::string_view start) {
    return text.starts_with(start) ? text.substr(start.size()) : std::string_view();
}

}  // namespace

RequestPrincipal RequestPrincipal::of(std::string_view name) {
    RequestPrincipal found;
    found.name_ = name;
    if (name.empty() || name == "*" || name == "anonymous") return found;
    found.kind_ = Kind::External;
    if (isAccountNumber(name)) {
        found.kind_ = Kind::Root;
        found.account_ = name;
        return found;
    }
    const auto arn = Arn::parse(name);
    if (!arn || !isAccountNumber(arn->account)) return found;
    const auto belongs = [&](Kind kind) {
        found.kind_ = kind;
        found.account_ = arn->account;
        found.partition_ = arn->partition;
    };
    const bool iam = arn->service == "iam";
    const bool sts = arn->service == "sts";
    if (iam && arn->resource == "root") {
        belongs(Kind::Root);
    } else if (iam && arn->resource.starts_with("user/")) {
        belongs(Kind::User);
    } else if (const auto role = behind(arn->resource, "role/"); iam && !role.empty()) {
        belongs(Kind::Role);
        found.roleName_ = lastOf(role);
        found.serviceLinked_ = role.starts_with("aws-service-role/");
    } else if (const auto session = behind(arn->resource, "assumed-role/"); sts && !session.empty()) {
        belongs(Kind::Role);
        found.roleName_ = session.substr(0, session.find('/'));
        found.session_ = true;
        found.serviceLinked_ = found.roleName_.starts_with("AWSServiceRoleFor");
    } else if (sts && arn->resource.starts_with("federated-user/")) {
        belongs(Kind::FederatedUser);
        found.session_ = true;
    }
    return found;
}

PrincipalName::PrincipalName(const PrincipalEntry& entry) : name_(entry.name.text) {
    using EntryKind = PrincipalEntry::Kind;
    if (entry.kind == EntryKind::Everyone || (entry.kind == EntryKind::Aws && name_ == "*")) {
        form_ = Form::Everyone;
        return;
    }
    form_ = Form::Exact;
    if (entry.kind != EntryKind::Aws) return;
    if (isAccountNumber(name_)) {
        form_ = Form::Account;
        account_ = name_;
        return;
    }
    const auto arn = Arn::parse(name_);
    if (!arn) {
        form_ = Form::Nobody;
        return;
    }
    account_ = arn->account;
    if (arn->service == "iam" && arn->resource == "root") form_ = Form::Account;
    if (arn->service == "iam" && arn->resource.starts_with("role/")) {
        form_ = Form::Role;
        roleName_ = lastOf(arn->resource);
    }
}

PrincipalReach PrincipalName::reachOf(const RequestPrincipal& principal) const {
    using Kind = RequestPrincipal::Kind;
    switch (form_) {
        case Form::Everyone:
            return PrincipalReach::Direct;
        case Form::Account:
            if (principal.account() != account_ || account_.empty()) return PrincipalReach::None;
            return principal.kind() == Kind::Root ? PrincipalReach::Direct : PrincipalReach::Account;
        case Form::Role:
            // A session's ARN does not hold the role's path; the name is unique in its account.
            return principal.kind() == Kind::Role && principal.account() == account_ &&
                           (principal.isSession() ? principal.roleName() == roleName_ : principal.name() == name_)
                       ? PrincipalReach::Role
                       : PrincipalReach::None;
        case Form::Exact:
            return principal.kind() != Kind::Anonymous && principal.name() == name_ ? PrincipalReach::Direct
                                                                                    : PrincipalReach::None;
        case Form::Nobody:
            return PrincipalReach::None;
    }
    return PrincipalReach::None;
}

}  // namespace gw
