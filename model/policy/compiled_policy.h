#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/core/ip.h"
#include "model/policy/access_request.h"
#include "model/policy/match.h"
#include "model/policy/pattern.h"
#include "model/policy/policy.h"

/// Policies prepared for judging: patterns taken apart, keys in lower case, values parsed.
namespace gw {

/// One condition of a statement.
class CompiledCondition {
public:
    /// A value that cannot be read as its operator wants it matches nothing.
    using Value = std::variant<std::monostate, Pattern, double, std::int64_t, bool, std::string, Cidr>;

    CompiledCondition(const PolicyCondition& condition, bool variables);

    Match holdsFor(const RequestContext& context) const;

    /// As written.
    const std::string& key() const { return key_; }
    const std::string& operatorName() const { return operatorName_; }
    const std::string& lowerKey() const { return lowerKey_; }
    const ConditionOperator& compares() const { return compares_; }
    const std::vector<Value>& values() const { return values_; }
    /// Whether it leaves fixed callers only: a principal, source or network by values without wildcard or variable, an
    /// address block no wider than /8 (IPv4) or /32 (IPv6) (Amazon S3 User Guide, "The meaning of public").
    bool pinsCaller() const;
    /// Keys that are not known and that the condition asks for, added to `keys`.
    void addUnknownKeys(const RequestContext& context, std::vector<std::string>& keys) const;

private:
    static Value valueOf(const ConditionOperator& compares, const std::string& text, bool variables);
    Match holdsForAbsent() const;
    bool isFixed(const Value& value) const;
    Match comparesWith(const std::string& given, const RequestContext& context) const;
    Match matchesAny(const std::string& given, const RequestContext& context) const;

    ConditionOperator compares_;
    std::string operatorName_;
    std::string key_;
    std::string lowerKey_;
    std::vector<Value> values_;
};

/// Which part of a statement speaks of another request.
enum class StatementPart : std::uint8_t { None, Principal, Action, Resource, Condition };

/// Whether a statement speaks of a request, and if not, why.
struct StatementMatch {
    Match match = Match::No;
    /// The first part that does not; None where none is against it.
    StatementPart against = StatementPart::None;
    /// For Condition: its place in the statement's conditions.
    std::size_t condition = 0;
    /// How the statement means the principal; None where it names none.
    PrincipalReach reach = PrincipalReach::None;
};

/// How the element Principal is understood where the policy hangs.
enum class PrincipalRule : std::uint8_t {
    /// As in every resource policy.
    Usual,
    /// A gateway endpoint's: "*" alone; an account stands for its root user (F-110).
    GatewayEndpoint
};

class CompiledStatement {
public:
    CompiledStatement(const PolicyStatement& statement, bool variables);

    /// `limitedByBoundary`: the principal has a permissions boundary. NotPrincipal with Deny then denies whatever it
    /// names (IAM User Guide, "Permissions boundaries for IAM entities").
    StatementMatch matchOf(const AccessRequest& request, PrincipalRule rule, bool limitedByBoundary) const;

    /// How it means the principal; Direct for everybody where it names none.
    PrincipalReach reachOf(const RequestPrincipal& principal, PrincipalRule rule, bool limitedByBoundary) const;
    /// `lowerAction`: in lower case.
    bool speaksOfAction(std::string_view lowerAction) const;
    Match speaksOfResource(std::string_view arn, const RequestContext& context) const;
    /// Of Action or NotAction, in lower case.
    const std::vector<Pattern>& actions() const { return actions_; }
    /// Of Resource or NotResource; none where it names none.
    std::span<const Pattern> resources() const {
        return resource_ ? std::span<const Pattern>(resource_->patterns) : std::span<const Pattern>();
    }

    bool allows() const { return allows_; }
    const std::string& sid() const { return sid_; }
    bool negatesPrincipal() const { return principal_ && principal_->negated; }
    bool negatesAction() const { return notAction_; }
    bool negatesResource() const { return resource_ && resource_->negated; }
    /// Whether Resource or NotResource may tell resources apart whose ARNs all start so.
    bool mayNameFrom(std::string_view start) const;
    const std::vector<CompiledCondition>& conditions() const { return conditions_; }
    /// Keys that are not known and that stop the statement from being decided, added to `keys`.
    void addUnknownKeys(const RequestContext& context, std::vector<std::string>& keys) const;
    /// Whether it is for everyone, whoever signs.
    bool isForEveryone() const;

private:
    struct Principals {
        bool negated = false;
        std::vector<PrincipalName> names{};
    };
    struct Resources {
        bool negated = false;
        std::vector<Pattern> patterns{};
    };
    bool namesAll(const RequestPrincipal& principal) const;

    bool allows_ = false;
    std::string sid_;
    std::optional<Principals> principal_;
    bool notAction_ = false;
    std::vector<Pattern> actions_;
    std::optional<Resources> resource_;
    std::vector<CompiledCondition> conditions_;
};

/// Copies share their statements.
class CompiledPolicy {
public:
    CompiledPolicy() = default;
    explicit CompiledPolicy(const IamPolicy& policy);

    const std::vector<CompiledStatement>& statements() const {
        static const std::vector<CompiledStatement> none;
        return statements_ ? *statements_ : none;
    }

private:
    std::shared_ptr<const std::vector<CompiledStatement>> statements_;
};

}  // namespace gw
