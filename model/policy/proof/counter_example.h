#pragma once
#include <string>
#include <utility>
#include <vector>

#include "model/policy/evaluate.h"
#include "model/policy/proof/box.h"
#include "model/policy/proof/proof_policy.h"
#include "model/policy/proof/request_space.h"

namespace gw {

/// A request without the policies that judge it.
struct RequestExample {
    std::string action{};
    std::string resource{};
    std::string principal{};
    /// The keys that are present, with their values.
    std::vector<std::pair<std::string, KeyValues>> context{};

    /// The values of a key in any case; none where it is absent.
    const KeyValues* valuesOf(std::string_view lowerKey) const;
};

/// A policy with the place it has in a request.
struct AttachedPolicy {
    PolicyType type = PolicyType::Identity;
    SharedPolicy policy{};
};

/// A request with every policy that has a say in it: what `policy evaluate` reads.
struct CounterExample {
    RequestExample request{};
    /// Whose the resource is; empty where its ARN says so, or nothing needs to.
    std::string resourceAccount{};
    std::vector<AttachedPolicy> policies{};
};

/// What the judge says to it.
AccessResult resultOf(const CounterExample& example);

/// Requests of the box, the one that reads best first; no more than `most`.
std::vector<RequestExample> requestsIn(const RequestSpace& space, const RequestBox& box, std::size_t most);

}  // namespace gw
