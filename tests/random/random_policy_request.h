#pragma once
#include <cstdint>
#include <string>

namespace gw {

struct RandomPolicyShape {
    /// Whether some keys of the context are not known (null).
    bool unknownKeys = false;
};

/// A request with policies of every kind, as the text that readEvaluationRequest() takes: valid, from few names, so
/// that statements often speak of the request and often do not. The same for the same seed.
std::string randomPolicyRequest(std::uint64_t seed, RandomPolicyShape shape = {});

}  // namespace gw
