#include "model/policy/proof/exclusive_grants.h"

#include <algorithm>
#include <utility>

#include "model/catalog/iam.h"
#include "model/policy/policy_ruling.h"

namespace gw {
namespace {

using Standing = CallerStanding;

/// Statements of some policies as boxes; remembers where one fell into too many.
class StatementBoxes {
public:
    StatementBoxes(const RequestSpace& space, bool limitedByBoundary) : space_(space), limited_(limitedByBoundary) {}

    /// `reaches`: how the statement must mean the principal.
    template <class Reaches>
    std::vector<RequestBox> of(const std::vector<SharedPolicy>& policies, bool allowing, Reaches reaches) {
        std::vector<RequestBox> found;
        for (const SharedPolicy& policy : policies)
            for (std::size_t i = 0; i < policy->compiled.statements().size(); ++i) {
                const CompiledStatement& statement = policy->compiled.statements()[i];
                if (statement.allows() != allowing) continue;
                const ClassSet meant = space_.principalsWhere([&](const RequestPrincipal& principal) {
                    return reaches(statement.reachOf(principal, PrincipalRule::Usual, limited_));
                });
                const auto boxes = space_.boxesOf(*policy, i, meant);
                if (!boxes) failed_ = true;
                if (boxes) found.insert(found.end(), boxes->begin(), boxes->end());
            }
        return found;
    }
    std::vector<RequestBox> allowing(const std::vector<SharedPolicy>& policies) { return of(policies, true, anyReach); }
    std::vector<RequestBox> denying(const std::vector<SharedPolicy>& policies) { return of(policies, false, anyReach); }
    std::vector<RequestBox> allowing(const SharedPolicy& policy) { return allowing(std::vector{policy}); }
    bool failed() const { return failed_; }

private:
    static bool anyReach(PrincipalReach reach) { return reach != PrincipalReach::None; }

    const RequestSpace& space_;
    bool limited_ = false;
    bool failed_ = false;
};

bool haveAllowance(const std::vector<SharedPolicy>& policies) {
    return std::ranges::any_of(policies, [](const SharedPolicy& each) { return each->hasAllowance(); });
}

/// Where AWS asks the resource's policy in any case.
std::vector<RequestBox> whereResourceMustAllow(const RequestSpace& space, bool must) {
    std::vector<RequestBox> found;
    for (std::size_t action = 0; action < space.actions().size(); ++action) {
        RequestBox box = space.boxes().whole();
        ClassSet one(space.actions().size(), false);
        one.add(action);
        space.boxes().narrow(box, RequestSpace::actionDimension, one);
        space.boxes().narrow(box, RequestSpace::resourceDimension, space.resourcesWhere([&](const std::string& arn) {
            return needsResourcePolicy(AccessRequest(space.actions()[action], {arn}, {}, {})) == must;
        }));
        if (!space.boxes().isEmpty(box)) found.push_back(std::move(box));
    }
    return found;
}

}  // namespace

ExclusiveGrants::ExclusiveGrants(const std::vector<SharedPolicy>& grants) : ways_(1) {
    for (const SharedPolicy& each : grants) switch (each->policy.type) {
            case PolicyType::Identity:
                identity_.push_back(each);
                break;
            case PolicyType::Boundary:
                boundaries_.push_back(each);
                break;
            case PolicyType::Session:
                session_.push_back(each);
                break;
            case PolicyType::Resource:
            case PolicyType::Trust:
                resource_.push_back(each);
                break;
            case PolicyType::ServiceControl:
                serviceControl_.push_back(each);
                break;
            case PolicyType::ResourceControl:
                resourceControl_.push_back(each);
                break;
            case PolicyType::Endpoint: {
                const auto at = std::ranges::find(ways_, each->name, &EndpointWay::endpoint);
                if (at == ways_.end())
                    ways_.push_back({each->name, {each}});
                else
                    at->policies.push_back(each);
                break;
            }
        }
    // Organizations attaches FullAWSAccess beside policies that only deny.
    if (!serviceControl_.empty() && !haveAllowance(serviceControl_))
        serviceControl_.insert(serviceControl_.begin(), everythingPolicy(PolicyType::ServiceControl));
}

std::optional<ExclusiveGrants::Allowances> ExclusiveGrants::allowancesOf(const RequestSpace& space, Standing standing,
                                                                         const EndpointWay& way) const {
    StatementBoxes boxes(space, standing == Standing::OwnAccount && !boundaries_.empty());
    std::vector<std::vector<RequestBox>> always;
    if (!way.policies.empty()) always.push_back(boxes.allowing(way.policies));
    const auto resource = [&](auto reaches) { return boxes.of(resource_, true, reaches); };
    const auto directly = [](PrincipalReach reach) { return reach == PrincipalReach::Direct; };
    const auto anyhow = [](PrincipalReach reach) { return reach != PrincipalReach::None; };
    Allowances all;
    const auto add = [&](std::vector<std::vector<RequestBox>> lists) {
        lists.insert(lists.end(), always.begin(), always.end());
        all.push_back(std::move(lists));
    };
    if (standing != Standing::OwnAccount) {
        if (standing == Standing::NoAccount)
            add({resource(directly)});
        else
            add({resource(anyhow)});
        return boxes.failed() ? std::nullopt : std::optional(std::move(all));
    }
    if (!serviceControl_.empty()) always.push_back(boxes.allowing(serviceControl_));
    add({resource(directly)});
    std::vector<std::vector<RequestBox>> limits;
    for (const SharedPolicy& each : boundaries_) limits.push_back(boxes.allowing(each));
    for (const SharedPolicy& each : session_) limits.push_back(boxes.allowing(each));
    // A session of GetFederationToken has only what a session policy passes on to it.
    RequestBox owned = space.boxes().whole();
    if (session_.empty())
        space.boxes().narrow(owned, RequestSpace::principalDimension,
                             space.principalsWhere([](const RequestPrincipal& principal) {
                                 return principal.kind() != RequestPrincipal::Kind::FederatedUser;
                             }));
    limits.push_back({owned});
    const auto limited = [&](std::vector<std::vector<RequestBox>> lists) {
        lists.insert(lists.end(), limits.begin(), limits.end());
        add(std::move(lists));
    };
    limited({resource([](PrincipalReach reach) { return reach == PrincipalReach::Role; })});
    const std::vector<RequestBox> identity = boxes.allowing(identity_);
    limited({identity, whereResourceMustAllow(space, false)});
    limited({identity, whereResourceMustAllow(space, true), resource(anyhow)});
    return boxes.failed() ? std::nullopt : std::optional(std::move(all));
}

std::optional<std::vector<RequestBox>> ExclusiveGrants::denialsOf(const RequestSpace& space, Standing standing,
                                                                  const EndpointWay& way) const {
    StatementBoxes boxes(space, standing == Standing::OwnAccount && !boundaries_.empty());
    std::vector<RequestBox> found;
    const auto add = [&](std::vector<RequestBox> more) { found.insert(found.end(), more.begin(), more.end()); };
    add(boxes.denying(resource_));
    add(boxes.denying(way.policies));
    std::vector<RequestBox> resourceControl = boxes.denying(resourceControl_);
    const ClassSet controlled = space.actionsWhere([](const std::string& action) {
        return supportsResourceControl(servicePrefixOf(action)) && action != "kms:retiregrant";
    });
    for (RequestBox& each : resourceControl) space.boxes().narrow(each, RequestSpace::actionDimension, controlled);
    add(std::move(resourceControl));
    if (standing == Standing::OwnAccount)
        for (const Policies* each : {&serviceControl_, &identity_, &boundaries_, &session_}) add(boxes.denying(*each));
    if (boxes.failed()) return std::nullopt;
    std::erase_if(found, [&](const RequestBox& each) { return space.boxes().isEmpty(each); });
    return found;
}

CounterExample ExclusiveGrants::attachedTo(const RequestExample& request, Standing standing,
                                           const EndpointWay& way) const {
    CounterExample made{request};
    const auto attach = [&](PolicyType type, const Policies& policies) {
        for (const SharedPolicy& each : policies) made.policies.push_back({type, each});
    };
    if (standing == Standing::OwnAccount) {
        attach(PolicyType::Identity, identity_);
        attach(PolicyType::Boundary, boundaries_);
        attach(PolicyType::Session, session_);
        attach(PolicyType::ServiceControl, serviceControl_);
    } else if (standing == Standing::OtherAccount) {
        attach(PolicyType::Identity, {everythingPolicy(PolicyType::Identity)});
        attach(PolicyType::Session, {everythingPolicy(PolicyType::Session)});
    }
    attach(PolicyType::ResourceControl, resourceControl_);
    attach(PolicyType::Resource, resource_);
    attach(PolicyType::Endpoint, way.policies);
    return made;
}

std::vector<std::vector<Pattern>> ExclusiveGrants::specialActions(bool ofKeys) const {
    std::vector<std::vector<Pattern>> groups;
    for (const char* action : {"kms:*", "sts:assumerole*", "sts:setsourceidentity", "sts:tagsession"})
        groups.push_back({Pattern(action, {})});
    if (ofKeys) {
        std::vector<Pattern> others;
        std::vector<Pattern> ofAliases;
        for (const KeyAction& each : keyActions()) {
            if (!each.onKey) others.emplace_back(each.action, PatternStyle{});
            if (each.onAlias) ofAliases.emplace_back(each.action, PatternStyle{});
        }
        groups.insert(groups.end(), {std::move(others), std::move(ofAliases)});
    }
    if (resourceControl_.empty()) return groups;
    groups.push_back({Pattern("kms:retiregrant", {})});
    std::vector<Pattern> controlled;
    for (const std::string_view service : servicesOfResourceControl())
        controlled.emplace_back(std::string(service) + ":*", PatternStyle{});
    groups.push_back(std::move(controlled));
    return groups;
}

}  // namespace gw
