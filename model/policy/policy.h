#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/policy/condition_operator.h"
#include "model/policy/policy_type.h"

/// An IAM policy as it is written, with the place of each word (F-291).
namespace gw {

/// A text and where it started in the document, in bytes.
struct PlacedText {
    std::string text{};
    std::size_t offset = 0;
    friend bool operator==(const PlacedText&, const PlacedText&) = default;
};

/// Action or NotAction, Resource or NotResource. A single string is a list of one.
struct PatternList {
    bool negated = false;
    std::vector<PlacedText> patterns{};
    std::size_t offset = 0;
    friend bool operator==(const PatternList&, const PatternList&) = default;
};

/// One entry of Principal or NotPrincipal (F-295).
struct PrincipalEntry {
    /// Everyone stands for "*" without a kind.
    enum class Kind : std::uint8_t { Everyone, Aws, Service, Federated, CanonicalUser };
    Kind kind = Kind::Everyone;
    PlacedText name{};
    friend bool operator==(const PrincipalEntry&, const PrincipalEntry&) = default;
};

/// Principal or NotPrincipal.
struct PrincipalList {
    bool negated = false;
    std::vector<PrincipalEntry> entries{};
    std::size_t offset = 0;
    friend bool operator==(const PrincipalList&, const PrincipalList&) = default;
};

/// One key under one operator. All conditions of a statement must hold; of `values` one is enough, or none may match
/// where the operator is negated (F-301).
struct PolicyCondition {
    ConditionOperator compares{};
    PlacedText operatorName{};
    PlacedText key{};
    /// Numbers and booleans stand here by their text.
    std::vector<PlacedText> values{};
    friend bool operator==(const PolicyCondition&, const PolicyCondition&) = default;
};

struct PolicyStatement {
    enum class Effect : std::uint8_t { Allow, Deny };
    std::string sid{};
    Effect effect = Effect::Deny;
    std::optional<PrincipalList> principal{};
    PatternList action{};
    /// None where the policy speaks of the resource it is attached to.
    std::optional<PatternList> resource{};
    std::vector<PolicyCondition> conditions{};
    std::size_t offset = 0;

    bool allows() const { return effect == Effect::Allow; }
    friend bool operator==(const PolicyStatement&, const PolicyStatement&) = default;
};

/// A policy document. `Policy` is the row of a design that holds one.
struct IamPolicy {
    PolicyType type = PolicyType::Identity;
    /// As written; empty for the language of 2008, which knows no variables (F-294).
    std::string version{};
    std::string id{};
    std::vector<PolicyStatement> statements{};

    bool hasVariables() const { return version == "2012-10-17"; }
    friend bool operator==(const IamPolicy&, const IamPolicy&) = default;
};

}  // namespace gw
