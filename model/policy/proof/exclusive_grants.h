#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/policy/proof/counter_example.h"
#include "model/policy/proof/request_space.h"

namespace gw {

/// Who asks for a resource, as far as it decides which policies are asked.
enum class CallerStanding : std::uint8_t {
    /// A principal of the account that the resource is of: all the grants have a say.
    OwnAccount,
    /// Of another account, whose policies nobody here knows: they may allow everything.
    OtherAccount,
    /// A service, a provider or nobody: the resource's policy alone grants.
    NoAccount
};

/// How a request comes to a resource: without an endpoint whose policy is known, or through one.
struct EndpointWay {
    /// The endpoint's id; empty for none.
    std::string endpoint{};
    std::vector<SharedPolicy> policies{};
};

/// Several policies as they come together over one resource. Root users and service-linked roles are left aside: no
/// grant gives them what they may do.
class ExclusiveGrants {
public:
    explicit ExclusiveGrants(const std::vector<SharedPolicy>& grants);

    const std::vector<EndpointWay>& ways() const { return ways_; }

    /// Lists of boxes of which a request must lie in one each to be allowed. Several such sets: one is enough. None
    /// where a statement falls into too many boxes.
    using Allowances = std::vector<std::vector<std::vector<RequestBox>>>;
    std::optional<Allowances> allowancesOf(const RequestSpace& space, CallerStanding standing,
                                           const EndpointWay& way) const;
    /// Where a request is denied.
    std::optional<std::vector<RequestBox>> denialsOf(const RequestSpace& space, CallerStanding standing,
                                                     const EndpointWay& way) const;

    /// The request with all policies that have a say.
    CounterExample attachedTo(const RequestExample& request, CallerStanding standing, const EndpointWay& way) const;
    /// Patterns of actions that AWS judges by rules of their own; `ofKeys`: what is asked for may be a KMS key.
    std::vector<std::vector<Pattern>> specialActions(bool ofKeys) const;

private:
    using Policies = std::vector<SharedPolicy>;

    Policies identity_;
    Policies boundaries_;
    Policies session_;
    Policies resource_;
    Policies serviceControl_;
    Policies resourceControl_;
    std::vector<EndpointWay> ways_;
};

}  // namespace gw
