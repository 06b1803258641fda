#include "model/check/companions.h"

#include <algorithm>
#include <array>
#include <optional>

#include "model/catalog/catalog.h"
#include "model/core/parallel.h"

namespace gw {
namespace {

/// A workload and what it calls.
struct Calls {
    struct Wanted {
        const Flow* flow;
        const ServiceResource* target;
    };
    const Network& network;
    const Workload& workload;
    std::vector<Wanted> wanted{};  ///< its calls of services but those meant to be blocked

    Calls(const Network& of, const Workload& caller) : network(of), workload(caller) {
        for (const Flow* flow : network.flowsFrom(workload.id)) {
            const ServiceResource* target = find(network.design(), Id<ServiceResource>{flow->to.value});
            if (flow->intent != FlowIntent::Blocked && target) wanted.push_back({flow, target});
        }
    }

    /// Its wanted call to the service; nullptr where it has none.
    const Flow* to(std::string_view service) const {
        const auto at =
            std::ranges::find_if(wanted, [&](const Wanted& each) { return each.target->service == service; });
        return at == wanted.end() ? nullptr : at->flow;
    }
    /// Its wanted call to the service in the Region of its own VPC, where the members of a set stand.
    const Flow* toHere(std::string_view service, const Vpc& vpc) const {
        for (const auto& [flow, target] : wanted) {
            if (target->service != service) continue;
            const std::string_view there = network.regionOf(*target);
            if (there.empty() || there == network.regionOf(vpc)) return flow;
        }
        return nullptr;
    }
    /// Whether its role has AWS's managed policy of that name.
    bool hasPolicy(std::string_view name) const {
        const Role* role = find(network.design(), workload.role);
        return role && std::ranges::any_of(role->managedPolicies, [&](const Id<Policy>& id) {
                   const Policy* policy = find(network.design(), id);
                   return id.value == name || (policy && policy->name == name);
               });
    }
};

bool pullsImages(const Calls& calls) {
    // An EKS cluster has a set of its own that holds these members too.
    return calls.workload.workloadKind != WorkloadKind::Eks && (calls.to("ecr.dkr") || calls.to("ecr.api"));
}

bool isContainerInstance(const Calls& calls) {
    return calls.workload.workloadKind == WorkloadKind::Ecs;
}

/// A call to ssm alone may be for Parameter Store; the channels are for managed nodes only.
bool isManagedNode(const Calls& calls) {
    if (calls.to("ssmmessages") || calls.to("ec2messages") || calls.hasPolicy("AmazonSSMManagedInstanceCore"))
        return true;
    const Flow* flow = calls.workload.workloadKind == WorkloadKind::Ec2 ? calls.to("ssm") : nullptr;
    return flow && std::ranges::count(flow->actions, "ssm:UpdateInstanceInformation") > 0;
}

bool isCluster(const Calls& calls) {
    return calls.workload.workloadKind == WorkloadKind::Eks;
}

bool runsCloudWatchAgent(const Calls& calls) {
    return calls.hasPolicy("CloudWatchAgentServerPolicy");
}

/// SageMaker has no kind of workload: the card's second line says what runs there.
bool isStudio(const Calls& calls) {
    return calls.workload.workloadKind == WorkloadKind::Generic &&
           calls.workload.detail.find("SageMaker Studio") != std::string::npos;
}

struct SetUse {
    std::string_view set;
    bool (*isDeclared)(const Calls&);
};
constexpr std::array uses{SetUse{"ecr-pull", pullsImages},
                          SetUse{"ecs-ec2", isContainerInstance},
                          SetUse{"ssm-managed-node", isManagedNode},
                          SetUse{"eks-private", isCluster},
                          SetUse{"cloudwatch-agent", runsCloudWatchAgent},
                          SetUse{"sagemaker-studio-vpconly", isStudio}};

/// Whether the set asks for the member under all conditions that the design can show.
bool isRequired(const Companion& member) {
    return member.need == "required" && (member.when.empty() || member.when.starts_with("always"));
}

/// What would happen to a call of the workload to the service in its own Region.
Trace supposed(const Network& network, const CompanionNeed& need, Telling telling) {
    ServiceResource target;
    target.id = {std::string(need.service)};
    target.service = need.service;
    if (const Vpc* vpc = network.vpcOf(*need.workload)) target.region = vpc->region;
    Flow flow;
    flow.from = need.workload->id;
    flow.to = target.id;
    flow.intent = need.intent;
    return trace(network, flow, target, telling);
}

void addNeeds(std::vector<CompanionNeed>& needs, const Calls& calls, const Vpc& vpc, const CompanionSet& set) {
    bool isPrivate = false;
    for (const Companion& member : set.members)
        if (const Flow* flow = calls.to(member.service)) isPrivate |= flow->intent == FlowIntent::Private;
    for (const Companion& member : set.members) {
        if (!isRequired(member)) continue;
        CompanionNeed need{&calls.workload, &vpc, &set, member.service, calls.toHere(member.service, vpc), {}};
        need.intent = isPrivate ? FlowIntent::Private : FlowIntent::Any;
        needs.push_back(std::move(need));
    }
}

std::vector<CompanionNeed> declaredNeeds(const Network& network) {
    std::vector<CompanionNeed> needs;
    for (const Workload& workload : network.design().workloads) {
        const Vpc* vpc = network.vpcOf(workload);
        if (!vpc || workload.subnets.empty()) continue;
        const Calls calls(network, workload);
        for (const SetUse& use : uses)
            if (use.isDeclared(calls))
                if (const CompanionSet* set = Catalog::builtIn().companionSet(use.set))
                    addNeeds(needs, calls, *vpc, *set);
    }
    return needs;
}

/// Both are about the same call, though perhaps of two versions of a design.
bool isSame(const CompanionNeed& a, const CompanionNeed& b) {
    return a.workload->id == b.workload->id && a.vpc->id == b.vpc->id && a.set == b.set && a.service == b.service &&
           a.intent == b.intent && (a.flow ? b.flow && a.flow->id == b.flow->id : !b.flow);
}

/// For each need the one that there was; nullptr where it is new. Both lists are sorted by workload.
std::vector<const CompanionNeed*> matching(std::span<const CompanionNeed> needs,
                                           std::span<const CompanionNeed> previous) {
    std::vector<const CompanionNeed*> found;
    auto first = previous.begin();
    for (const CompanionNeed& need : needs) {
        first = std::find_if(first, previous.end(),
                             [&](const CompanionNeed& old) { return !(old.workload->id < need.workload->id); });
        const auto last = std::find_if(first, previous.end(),
                                       [&](const CompanionNeed& old) { return need.workload->id < old.workload->id; });
        const auto at = std::find_if(first, last, [&](const CompanionNeed& old) { return isSame(old, need); });
        found.push_back(at == last ? nullptr : &*at);
    }
    return found;
}

bool hasChanged(const CompanionNeed& need, const Changes& changes) {
    return changes.has(partOf(need.workload->id.value)) || (need.flow && changes.has(partOf(need.flow->id.value)));
}

/// The workloads that have more needs than before, or fewer. Both lists are sorted by workload.
std::vector<Id<Workload>> withMoreOrFewer(std::span<const CompanionNeed> needs,
                                          std::span<const CompanionNeed> previous) {
    std::vector<Id<Workload>> found;
    auto now = needs.begin();
    auto old = previous.begin();
    while (now != needs.end() || old != previous.end()) {
        const bool isNow = old == previous.end() || (now != needs.end() && now->workload->id <= old->workload->id);
        const Id<Workload> id = isNow ? now->workload->id : old->workload->id;
        const auto isOther = [&](const CompanionNeed& need) { return need.workload->id != id; };
        const auto nextNow = std::find_if(now, needs.end(), isOther);
        const auto nextOld = std::find_if(old, previous.end(), isOther);
        if (nextNow - now != nextOld - old) found.push_back(id);
        now = nextNow;
        old = nextOld;
    }
    return found;
}

}  // namespace

Part partOfNeeds(const Id<Workload>& workload) {
    static constexpr Part number = 103;
    return partOf(number, workload.value);
}

std::vector<CompanionNeed> companionNeeds(const Network& network) {
    Changes changes = Changes::all();
    return companionNeeds(network, {}, changes);
}

bool declareAlike(const Design& before, const Design& after) {
    return shareTables(before, after, &Design::workloads, &Design::subnets, &Design::vpcs, &Design::regions,
                       &Design::flows, &Design::resources, &Design::roles, &Design::policies);
}

std::vector<CompanionNeed> companionNeeds(const Network& network, std::span<const CompanionNeed> previous,
                                          Changes& changes, bool isDeclaredAlike) {
    std::vector<CompanionNeed> needs =
        isDeclaredAlike ? std::vector<CompanionNeed>(previous.begin(), previous.end()) : declaredNeeds(network);
    const auto old = matching(needs, previous);
    std::vector<char> differ(needs.size(), 0);
    for (std::size_t i = 0; i < needs.size(); ++i) differ[i] = !old[i] || hasChanged(needs[i], changes) ? 1 : 0;
    // Sets and their members come in the order of the catalogue, so that the same needs stand in the same order.
    const std::vector<Id<Workload>> others = withMoreOrFewer(needs, previous);
    for (const Id<Workload>& workload : others) changes.add(partOfNeeds(workload));
    inParallel(needs.size(), 64, [&](std::size_t i) {
        CompanionNeed& need = needs[i];
        if (need.flow) return;
        const KnownTrace before = old[i] ? old[i]->supposed : nullptr;
        if (before && !changes.touch(before->read)) {
            need.supposed = before;
            return;
        }
        const Reading reading;
        Reading::note(partOf(need.workload->id.value));
        Trace made = supposed(network, need, Telling::Verdict);
        need.supposed = std::make_shared<const Known<Trace>>(std::move(made), reading.parts());
        if (!before || before->value != need.supposed->value) differ[i] = 1;
    });
    for (std::size_t i = 0; i < needs.size(); ++i)
        if (differ[i]) changes.add(partOfNeeds(needs[i].workload->id));
    if (!others.empty() || std::ranges::count(differ, 0) != std::ssize(differ)) changes.add(companionNeedsPart);
    return needs;
}

Trace supposedTrace(const Network& network, const CompanionNeed& need) {
    return supposed(network, need, Telling::Whole);
}

}  // namespace gw
