#pragma once
#include <vector>

#include "model/policy/proof/counter_example.h"

namespace gw {

/// Forms of a request that AWS could meet: with an action that there is, on a resource that it takes (F-330), the best
/// known actions first. None where the request is such a one, or AWS lists neither its action nor its resource. What
/// policies say of them is not looked at.
std::vector<RequestExample> lifelikeForms(const RequestExample& request);

}  // namespace gw
