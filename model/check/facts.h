#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "model/check/companions.h"
#include "model/check/flow_index.h"
#include "model/check/pathless_calls.h"
#include "model/check/promised_calls.h"
#include "model/design/design.h"
#include "model/reach/reach.h"
#include "model/reach/zones_down.h"

namespace gw {

class Advice;
class PolicyLints;
struct Recommendation;

/// A flow of the design with what stands at its ends.
struct FlowFacts {
    const Flow& flow;
    const Trace& trace;
    const Workload* caller = nullptr;          ///< nullptr where somebody else calls
    const Vpc* vpc = nullptr;                  ///< of the caller
    const ServiceResource* service = nullptr;  ///< nullptr where the flow leads to something else
};

/// All that a rule may look at: the design, the network it makes, what happens to each flow, and what workloads
/// need beside what they declare.
/// Keeps pointers into `design`, which must outlive it and stay unchanged.
class Facts {
public:
    /// What reads the same as in `previous`, the facts of an earlier version of the design or of any other, is taken
    /// over from there; it comes out as if there had been none. `previous` need not outlive the constructor.
    explicit Facts(const Design& design, const Facts* previous = nullptr);
    Facts(const Facts&) = delete;
    Facts& operator=(const Facts&) = delete;
    ~Facts();

    const Design& design() const { return network_.design(); }
    const Network& network() const { return network_; }
    /// Of every flow, sorted by id.
    const Traces& traces() const {
        Reading::note(allFlows);
        return traces_;
    }
    /// Every flow, sorted by id.
    const std::vector<FlowFacts>& flows() const {
        Reading::note(allFlows);
        return flows_;
    }
    /// The wanted flows whose calls that role signs, sorted by id.
    std::span<const Flow* const> flowsSignedBy(const Id<Role>& role) const { return flowsBySigner_->of(role.value); }
    /// nullptr where there is no such flow.
    const FlowFacts* flowOf(const Id<Flow>& flow) const;
    const Trace* traceOf(const Id<Flow>& flow) const;
    /// What workloads cannot do without because of what they are or do, sorted by workload.
    const std::vector<CompanionNeed>& companionNeeds() const {
        Reading::note(companionNeedsPart);
        return companionNeeds_;
    }
    /// Those of one workload.
    std::span<const CompanionNeed> companionNeedsOf(const Id<Workload>& workload) const;
    /// Workloads of the VPC that cannot do without the service, though no flow of theirs says so. Sorted by id.
    std::span<const Workload* const> companionCallers(const Id<Vpc>& vpc, std::string_view service) const;
    /// Wanted calls without any way to their service, sorted by flow.
    const std::vector<PathlessCall>& pathlessCalls() const {
        Reading::note(pathlessCallsPart);
        return pathlessCalls_;
    }
    /// The endpoint that AWS recommends for what the VPC needs of the service. Those whose companion sets ask for the
    /// service are let in as well. nullptr where nothing is recommended.
    const Recommendation* recommended(const Id<Vpc>& vpc, std::string_view service) const;
    /// Flows whose way, by their traces, leads through the thing. Sorted by id.
    std::span<const Id<Flow>> flowsThrough(const AnyId& thing) const { return flowIndex_->through(thing); }
    /// Flows whose traces have a step of that code ("ROUTE_LOOP"). Sorted by id.
    std::span<const Id<Flow>> flowsMeeting(std::string_view code) const { return flowIndex_->meeting(code); }
    /// The network with one Availability Zone down, without flows.
    const Network& withZoneDown(const Id<AvailabilityZone>& zone) const { return zonesDown_->without(zone); }
    /// The policies of the design and what is wrong with them.
    const PolicyLints& policyLints() const { return *policyLints_; }
    /// What the invariant speaks of; it must be one of the design.
    const PromisedCalls& promisedCallsOf(const Id<Invariant>& invariant) const;
    /// What people call the thing: its name, or its id.
    std::string name(const AnyId& id) const;

    /// What reads differently from the facts it was made with; everything where there were none.
    const Changes& changes() const { return changes_; }
    /// What a Reading notes of whoever looks at a flow with its trace and its ends.
    static Part partOfFlow(const Id<Flow>& flow) { return partOf(101, flow.value); }

    /// What a Reading notes of whoever asks what would come of an edit.
    static constexpr Part verdictsPart = 208;

private:
    static constexpr Part allFlows = 203;

    void describeFlows(const Facts* previous);
    void listFlowsBySigner(const Facts* previous);
    void listCompanionCallers(const Facts* previous);
    void listPathlessCalls(const Facts* previous);

    Network network_;
    Changes changes_;
    Traces traces_;
    std::vector<CompanionNeed> companionNeeds_;
    std::vector<FlowFacts> flows_;
    std::shared_ptr<const RowIndex<Flow>> flowsBySigner_;
    std::shared_ptr<const RowIndex<Workload>> companionCallers_;  ///< by VPC and service
    std::vector<PathlessCall> pathlessCalls_;
    std::vector<PromisedCalls> promisedCalls_;
    std::unique_ptr<const FlowIndex> flowIndex_;
    std::unique_ptr<const ZonesDown> zonesDown_;
    std::unique_ptr<Advice> advice_;
    std::unique_ptr<PolicyLints> policyLints_;
};

}  // namespace gw
