#include "model/check/policy_lints.h"

#include <algorithm>

#include "model/check/policy_places.h"
#include "model/design/references.h"

namespace gw {
namespace {

/// What a row carries, not yet looked through.
class Policies {
public:
    explicit Policies(const Design& design) : design_(design) {}

    void operator()(const Role* role) {
        for (std::size_t i = 0; i < role->policies.size(); ++i) {
            CarriedPolicy& policy = add(placeOfIdentityPolicy(), role->policies[i].document);
            policy.slot = PolicySlot::Inline;
            policy.place = i;
            policy.label = "inline policy " + role->policies[i].name;
        }
        if (!role->trustPolicy) return;
        CarriedPolicy& trust = add(placeOfTrustPolicy(), *role->trustPolicy);
        trust.slot = PolicySlot::Trust;
        trust.label = "trust policy";
    }
    void operator()(const Policy* policy) { add(placeOfPolicy(design_, *policy), policy->document); }
    void operator()(const Endpoint* endpoint) {
        add(placeOfPolicy(*endpoint), *endpoint->policy).label = "endpoint policy";
    }
    void operator()(const ServiceResource* resource) {
        add(placeOfPolicy(*resource), *resource->policy).label = "resource policy";
    }
    void operator()(const ServiceNetwork* network) {
        add(placeOfPolicy(*network), *network->authPolicy).label = "auth policy";
    }

    std::vector<CarriedPolicy> take() { return std::move(found_); }

private:
    CarriedPolicy& add(PolicyPlace where, const PolicyDocument& document) {
        CarriedPolicy& policy = found_.emplace_back();
        policy.where = std::move(where);
        policy.document = &document;
        return policy;
    }

    const Design& design_;
    std::vector<CarriedPolicy> found_;
};

}  // namespace

PolicyLints::PolicyLints(const Network& network, const PolicyLints* previous, Changes& changes) : network_(network) {
    // Where none of these tables has changed, the carriers are the rows that they were.
    if (previous && shareTables(previous->network_.design(), network.design(), &Design::roles, &Design::policies,
                                &Design::endpoints, &Design::resources, &Design::serviceNetworks, &Design::accounts)) {
        carriers_ = previous->carriers_;
        return;
    }
    listCarriers();
    if (previous && !std::ranges::equal(previous->carriers_, carriers_, {}, &PolicyCarrier::id, &PolicyCarrier::id))
        changes.add(carriersPart);
}

void PolicyLints::listCarriers() {
    const Design& design = network_.design();
    const auto add = [&](const auto& row) { carriers_.push_back({row.id, &row}); };
    for (const Role& role : design.roles)
        if ((!role.policies.empty() || role.trustPolicy) && isOurs(design, role.account)) add(role);
    for (const Policy& policy : design.policies) add(policy);
    for (const Endpoint& endpoint : design.endpoints)
        if (endpoint.policy) add(endpoint);
    for (const ServiceResource& resource : design.resources)
        if (resource.policy && !resource.awsOwned && isOurs(design, resource.account)) add(resource);
    for (const ServiceNetwork& lattice : design.serviceNetworks)
        if (lattice.authPolicy) add(lattice);
    std::ranges::sort(carriers_, {},
                      [](const PolicyCarrier& carrier) -> const std::string& { return carrier.id.value; });
}

const PolicyCarrier* PolicyLints::carrier(const std::string& id) const {
    const auto at = std::ranges::lower_bound(
        carriers_, id, {}, [](const PolicyCarrier& each) -> const std::string& { return each.id.value; });
    return at != carriers_.end() && at->id.value == id ? &*at : nullptr;
}

PolicyLints::KnownPolicies PolicyLints::known(const std::string& id) const {
    const std::scoped_lock lock(mutex_);
    const auto at = known_.find(id);
    return at == known_.end() ? nullptr : at->second;
}

std::vector<CarriedPolicy> PolicyLints::policiesOf(const PolicyCarrier& carrier) const {
    Policies policies(network_.design());
    std::visit(policies, carrier.row);
    std::vector<CarriedPolicy> found = policies.take();
    for (CarriedPolicy& policy : found) policy.findings = lintPolicy(policy.document->text(), policy.where);
    return found;
}

const std::vector<CarriedPolicy>& PolicyLints::of(const PolicyCarrier& carrier) const {
    KnownPolicies policies = known(carrier.id.value);
    if (policies) {
        Reading::note(policies->read);
    } else {
        const Reading reading;
        auto made = policiesOf(carrier);
        policies = std::make_shared<const Known<std::vector<CarriedPolicy>>>(std::move(made), reading.parts());
        const std::scoped_lock lock(mutex_);
        // Another thread may have been quicker; both have found the same.
        policies = known_.emplace(carrier.id.value, std::move(policies)).first->second;
    }
    return policies->value;
}

}  // namespace gw
