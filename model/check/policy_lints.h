#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "model/design/design.h"
#include "model/policy/lint/lint.h"
#include "model/reach/network.h"

/// The policies that a design carries, each looked through once for all rules.
namespace gw {

/// A row that carries policies.
struct PolicyCarrier {
    AnyId id{};
    std::variant<const Role*, const Policy*, const Endpoint*, const ServiceResource*, const ServiceNetwork*> row{};
};

/// Where in its row a policy stands.
enum class PolicySlot : std::uint8_t { Own, Inline, Trust };

/// A policy of a row, and what is found in it.
struct CarriedPolicy {
    PolicySlot slot = PolicySlot::Own;
    std::size_t place = 0;  ///< of an inline policy among the role's
    std::string label{};    ///< "endpoint policy", "inline policy needs"
    PolicyPlace where{};
    const PolicyDocument* document = nullptr;
    std::vector<PolicyFinding> findings{};
};

class PolicyLints {
public:
    explicit PolicyLints(const Network& network) : network_(network) { listCarriers(); }
    /// `previous`: those of an earlier version of the design, or of any other. Adds to `changes` what differs.
    PolicyLints(const Network& network, const PolicyLints* previous, Changes& changes);

    /// Has changed where rows carry policies that did not, or no longer do.
    static constexpr Part carriersPart = 205;

    /// The rows that carry a policy, in order of their ids. Those of somebody else's account, and of AWS, are left out:
    /// nothing in them is ours to change.
    const std::vector<PolicyCarrier>& carriers() const { return carriers_; }
    /// The one of that id; nullptr where it carries none.
    const PolicyCarrier* carrier(const std::string& id) const;
    /// The policies of one of them; worked out when it is first asked for, by whichever thread.
    const std::vector<CarriedPolicy>& of(const PolicyCarrier& carrier) const;

private:
    using KnownPolicies = std::shared_ptr<const Known<std::vector<CarriedPolicy>>>;

    KnownPolicies known(const std::string& id) const;
    void listCarriers();
    std::vector<CarriedPolicy> policiesOf(const PolicyCarrier& carrier) const;

    const Network& network_;
    std::vector<PolicyCarrier> carriers_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, KnownPolicies> known_;
};

}  // namespace gw
