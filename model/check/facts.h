#pragma once
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/check/companions.h"
#include "model/design/design.h"
#include "model/reach/reach.h"

namespace gw {

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
    /// nullptr where there is no such flow.
    const Trace* traceOf(const Id<Flow>& flow) const;
    /// What workloads cannot do without because of what they are or do, sorted by workload.
    const std::vector<CompanionNeed>& companionNeeds() const { return companionNeeds_; }
    /// What people call the thing: its name, or its id.
    std::string name(const AnyId& id) const;

private:
    Network network_;
    std::vector<Trace> traces_;
    std::vector<CompanionNeed> companionNeeds_;
    std::unordered_map<std::string, std::size_t> traceOf_;
};

}  // namespace gw
