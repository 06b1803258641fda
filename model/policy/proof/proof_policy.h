#pragma once
#include <memory>
#include <string>

#include "model/core/json.h"
#include "model/policy/compiled_policy.h"
#include "model/policy/policy.h"

namespace gw {

/// A policy of a question: as it was written, as it was read, and ready to judge by.
struct ProofPolicy {
    std::string name{};
    JsonNode document{};
    IamPolicy policy{};
    CompiledPolicy compiled{};

    bool hasAllowance() const;
};
/// Shared by a question and the counter-examples that hold it.
using SharedPolicy = std::shared_ptr<const ProofPolicy>;

/// The policy of that type; what is wrong with the document is left aside.
SharedPolicy proofPolicyOf(std::string name, const JsonNode& document, PolicyType type);
/// The same without one of its statements.
SharedPolicy withoutStatement(const ProofPolicy& policy, std::size_t index);
/// One that allows everybody everything, as a policy of that type.
const SharedPolicy& everythingPolicy(PolicyType type);
/// A policy of a session that allows next to nothing, and not this action.
SharedPolicy narrowSession(const std::string& action);
/// A resource policy that leaves to the account's own policies what its principals may do.
SharedPolicy delegatingPolicy(const std::string& account);

}  // namespace gw
