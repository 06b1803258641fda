#pragma once
#include <string_view>
#include <vector>

#include "model/reach/reach.h"

/// What a workload cannot do without because of what it is or does: the members of AWS's companion sets.
namespace gw {

struct CompanionSet;

/// One member of a set for one workload, and whether a call to it is served.
struct CompanionNeed {
    const Workload* workload = nullptr;
    const Vpc* vpc = nullptr;  ///< of the workload; never nullptr
    const CompanionSet* set = nullptr;
    std::string_view service;  ///< "ecr.api"
    /// The flow that declares the call; nullptr where the design shows none and the call follows from the set alone.
    const Flow* flow = nullptr;
    /// What would happen to a call that the set alone asks for: it is to be private where the workload's calls to other
    /// members are. Told briefly. nullptr for a declared one, whose trace is that of its flow.
    KnownTrace supposed{};
    FlowIntent intent = FlowIntent::Any;  ///< of the supposed call
};

/// The members that must be served, of every set that a workload of the design declares: by its kind (ECS on EC2, EKS),
/// by what it calls (the registry of ECR, Session Manager), or by an AWS managed policy of its role. Optional members
/// and those with a condition that the design does not show are left out. Sorted by workload.
std::vector<CompanionNeed> companionNeeds(const Network& network);

/// The same; traces are taken over from the needs of another network as in traces(). Adds to `changes` what readers of
/// companionNeeds() and companionNeedsOf() of Facts note, where these say something else now. `isDeclaredAlike`: the
/// previous needs are of a design with the very tables that decide what is declared.
std::vector<CompanionNeed> companionNeeds(const Network& network, std::span<const CompanionNeed> previous,
                                          Changes& changes, bool isDeclaredAlike = false);

/// Whether both designs have the very tables that decide which needs are declared.
bool declareAlike(const Design& before, const Design& after);

/// What a Reading notes of whoever looks at all needs.
inline constexpr Part companionNeedsPart = 201;
/// The same for those of one workload.
Part partOfNeeds(const Id<Workload>& workload);

/// The whole trace of a call that the set alone asks for.
Trace supposedTrace(const Network& network, const CompanionNeed& need);

}  // namespace gw
