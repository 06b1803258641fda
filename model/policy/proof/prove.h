#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/proof/counter_example.h"
#include "model/policy/proof/question.h"

/// The prover: what policies say of every request there is (analysis of equivalence classes, cut up as boxes). Exact;
/// what it cannot decide it calls unknown, and every counter-example has passed the judge.
namespace gw {

/// A statement that gives or takes something, with a request that shows it.
struct PolicyChange {
    /// From 0; none where it is what the policy no longer denies, or now denies, that makes the difference.
    std::optional<std::size_t> statement{};
    /// Empty where the statement has none.
    std::string sid{};
    /// Allowed by the policy that the change is in: the new one for what is gained, the old one for what is lost.
    CounterExample request{};
};

/// A statement that changes nothing.
struct DeadStatement {
    std::size_t index = 0;
    std::string sid{};
};

struct ProofAnswer {
    enum class Verdict : std::uint8_t { Proved, Refuted, Unknown };
    Verdict verdict = Verdict::Unknown;
    /// For Refuted: a request that the judge allows.
    std::optional<CounterExample> counterExample{};
    /// For Unknown what stands in the way; else empty or what is worth knowing beside the answer.
    std::string reason{};
    /// For "dead": they can be taken out together.
    std::vector<DeadStatement> dead{};
    /// For "changed".
    std::vector<PolicyChange> gained{};
    std::vector<PolicyChange> lost{};
};
/// "proved".
std::string_view wordOf(ProofAnswer::Verdict verdict);

ProofAnswer prove(const ProofQuestion& question);

}  // namespace gw
