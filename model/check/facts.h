#pragma once
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/check/companions.h"
#include "model/check/pathless_calls.h"
#include "model/design/design.h"
#include "model/reach/reach.h"

namespace gw {

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
    explicit Facts(const Design& design);
    Facts(const Facts&) = delete;
    Facts& operator=(const Facts&) = delete;

    const Design& design() const { return network_.design(); }
    const Network& network() const { return network_; }
    /// Of every flow, sorted by id.
    const std::vector<Trace>& traces() const { return traces_; }
    /// Every flow, sorted by id.
    const std::vector<FlowFacts>& flows() const { return flows_; }
    /// nullptr where there is no such flow.
    const FlowFacts* flowOf(const Id<Flow>& flow) const;
    const Trace* traceOf(const Id<Flow>& flow) const;
    /// What workloads cannot do without because of what they are or do, sorted by workload.
    const std::vector<CompanionNeed>& companionNeeds() const { return companionNeeds_; }
    /// Workloads of the VPC that cannot do without the service, though no flow of theirs says so. Sorted by id.
    std::span<const Workload* const> companionCallers(const Id<Vpc>& vpc, std::string_view service) const;
    /// Wanted calls without any way to their service, sorted by flow.
    const std::vector<PathlessCall>& pathlessCalls() const { return pathlessCalls_; }
    /// What people call the thing: its name, or its id.
    std::string name(const AnyId& id) const;

private:
    Network network_;
    std::vector<Trace> traces_;
    std::vector<CompanionNeed> companionNeeds_;
    std::vector<FlowFacts> flows_;
    std::unordered_map<std::string, std::size_t> flowOf_;
    std::unordered_map<std::string, std::vector<const Workload*>> companionCallers_;  ///< by VPC and service
    std::vector<PathlessCall> pathlessCalls_;
};

}  // namespace gw
