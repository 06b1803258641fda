#include "model/lockout/keepers.h"

#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/lockout/caller_judge.h"
#include "model/lockout/callers.h"
#include "model/lockout/service_uses.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

/// The best of what the caller gets for one of the actions.
AccessResult bestOf(const CallerJudge& judge, const std::vector<string>& actions) {
    AccessResult best = AccessResult::ImplicitlyDenied;
    for (const string& action : actions) {
        const AccessResult result = judge.judge(action).result;
        if (result == AccessResult::Allowed) return result;
        if (result == AccessResult::Unknown || best == AccessResult::ImplicitlyDenied) best = result;
    }
    return best;
}

bool mayPass(AccessResult result) {
    return result == AccessResult::Allowed || result == AccessResult::Unknown;
}

class Keeping {
public:
    Keeping(const Network& network, const ServiceResource& target, std::vector<string> actions)
        : network_(network), target_(target), actions_(std::move(actions)) {}

    std::vector<PolicyKeeper> keepers(const Id<Role>& standIn) const {
        std::vector<PolicyKeeper> found;
        for (const Role& role : network_.design().roles) {
            const Account* account = find(network_.design(), role.account);
            const bool isTold = !role.policies.empty() || !role.managedPolicies.empty() || role.interactive;
            if (role.id == standIn || !isTold || (account && !account->trusted)) continue;
            addRole(role, found);
        }
        return found;
    }

    AccessResult rootGets(const Id<Role>& standIn, const DraftPlace& place) const {
        const CallerJudge judge(network_, callerFor(standIn, DraftCaller::Signs::Root, wayFromOutside()));
        if (judge.requestFor(actions_.front()).resource().account.empty()) return AccessResult::Unknown;
        if (target_.service != "sqs") return bestOf(judge, actions_);
        // What a queue's own policy denies does not count: AWS lets the root user take it away.
        const PolicyDocument nothing;
        return judge.judgeWith(actions_.front(), place, nothing).result;
    }

private:
    DraftCaller callerFor(const Id<Role>& role, DraftCaller::Signs signs, Branch way) const {
        DraftCaller caller;
        caller.signs = signs;
        caller.flow.from = FlowSource(role.value);
        caller.flow.to = FlowTarget(target_.id.value);
        caller.flow.actions = caller.actions = actions_;
        caller.target = target_.id;
        caller.way = std::move(way);
        return caller;
    }

    /// From outside where that works, else through the first endpoint that leads there.
    void addRole(const Role& role, std::vector<PolicyKeeper>& found) const {
        const auto add = [&](AccessResult result, const AnyId& through) {
            found.push_back({role.id, string(labelOf(role)), through, result == AccessResult::Allowed});
        };
        const auto get = [&](Branch way) {
            return bestOf(CallerJudge(network_, callerFor(role.id, DraftCaller::Signs::Role, std::move(way))),
                          actions_);
        };
        const AccessResult outside = get(wayFromOutside());
        if (outside == AccessResult::Allowed) return add(outside, {});
        for (const Endpoint& endpoint : network_.design().endpoints) {
            const Service* service = Catalog::builtIn().service(endpoint.service);
            if (!service || service->iamPrefix != prefixOf(target_)) continue;
            Branch way;
            way.endpoint = &endpoint;
            way.road = endpoint.type == EndpointType::Gateway ? Road::GatewayEndpoint : Road::Interface;
            if (const AccessResult result = get(way); result == AccessResult::Allowed) return add(result, endpoint.id);
        }
        if (mayPass(outside)) add(outside, {});
    }

    const Network& network_;
    const ServiceResource& target_;
    std::vector<string> actions_;
};

string rootNoteOf(string_view service) {
    if (service == "s3")
        return "The root user of the account that owns the bucket may read, change and delete its policy whatever that "
               "denies; policies of endpoints and of the organisation alone can keep it from that (Amazon S3 API "
               "Reference, PutBucketPolicy).";
    if (service == "sqs")
        return "The root user may take away a queue policy that denies everybody (AWS Account Management Reference "
               "Guide, root-only actions).";
    if (service == "kms")
        return "A key policy holds for the root user as well; AWS KMS refuses one that its author could not change "
               "again, unless that check is switched off (AWS KMS API Reference, PutKeyPolicy).";
    return "The policy holds for the root user as well.";
}

}  // namespace

std::optional<PolicyRepair> repairOf(const Network& network, const DraftPlace& place, const Id<Role>& standIn) {
    const ServiceResource* target = find(network.design(), Id<ServiceResource>{place.row.value});
    const ServiceUse* use = target ? useOf(prefixOf(*target)) : nullptr;
    if (!use || use->managing.empty()) return std::nullopt;
    PolicyRepair repair;
    for (const string_view action : use->managing) repair.actions.emplace_back(action);
    const Keeping keeping(network, *target, repair.actions);
    repair.keepers = keeping.keepers(standIn);
    repair.root = keeping.rootGets(standIn, place);
    repair.rootNote = rootNoteOf(use->prefix);
    return repair;
}

}  // namespace gw
