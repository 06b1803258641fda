#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/evaluate.h"
#include "model/policy/lint/policy_finding.h"
#include "model/policy/read.h"

/// What checks look at, and where they put what they find.
namespace gw {

/// What is known of the place where a policy hangs; what is not known is left empty.
struct PolicyPlace {
    PolicyType type = PolicyType::Identity;
    std::optional<Grants::EndpointKind> endpointKind{};  ///< of an endpoint policy
    /// Prefix in actions of the service that it hangs on or leads to: "s3".
    std::string service{};
    std::string resource{};  ///< ARN of the resource that it is attached to
    /// Of a bucket: whether S3 lets nobody in by a public policy (Block Public Access).
    bool blocksPublicAccess = false;
    /// Whether aws:SourceVpce and aws:SourceVpc may hold names of a design in place of AWS's ids.
    bool inDesign = false;
    friend bool operator==(const PolicyPlace&, const PolicyPlace&) = default;
};

/// A policy, read once for all checks.
class LintedPolicy {
public:
    LintedPolicy(std::string_view text, PolicyPlace place);

    std::string_view text() const { return text_; }
    const PolicyPlace& place() const { return place_; }
    PolicyType type() const { return place_.type; }
    const std::vector<PolicyProblem>& problems() const { return reading_.problems; }
    /// What could be read; statements that could not are left out.
    const IamPolicy& policy() const { return reading_.policy; }
    const std::vector<PolicyStatement>& statements() const { return reading_.policy.statements; }
    /// Place by place as statements().
    const CompiledPolicy& compiled() const { return compiled_; }
    /// nullptr where the text is no JSON.
    const JsonNode* root() const { return root_ ? &*root_ : nullptr; }
    const JsonNode* nodeOf(const PolicyStatement& statement) const;
    /// The member or element whose key (or value, without one) starts at `offset`; nullptr where none does.
    const JsonNode* entryAt(std::size_t offset) const;
    /// "Statement Payments", or "Statement 2" where it has no Sid; counts from 1.
    std::string nameOf(const PolicyStatement& statement) const;

private:
    std::string_view text_;
    PolicyPlace place_;
    std::optional<JsonNode> root_;
    PolicyReading reading_;
    CompiledPolicy compiled_;
};

/// Takes what one check finds after the other.
class PolicyFindings {
public:
    explicit PolicyFindings(std::string_view text) : text_(text) {}

    /// Those to come are of this check.
    void begin(const PolicyCheck& check) { check_ = &check; }
    /// Underlines the text, number or bracket that stands at `offset`. With the check's own severity.
    PolicyFinding& add(std::size_t offset, std::string message);
    PolicyFinding& add(std::size_t offset, Severity severity, std::string message);
    /// In the order of the text; of one place the worst first.
    std::vector<PolicyFinding> take();

private:
    std::string_view text_;
    const PolicyCheck* check_ = nullptr;
    std::vector<PolicyFinding> all_;
};

}  // namespace gw
