#include "model/check/facts.h"

#include "model/design/references.h"

namespace gw {

namespace {

std::string keyOf(const Id<Vpc>& vpc, std::string_view service) {
    return vpc.value + ' ' + std::string(service);
}

}  // namespace

Facts::Facts(const Design& design)
    : network_(design), traces_(gw::traces(network_)), companionNeeds_(gw::companionNeeds(network_)) {
    flows_.reserve(traces_.size());
    auto trace = traces_.begin();
    for (const Flow& flow : design.flows) {
        flowOf_.emplace(flow.id.value, flows_.size());
        const Workload* caller = find(design, Id<Workload>{flow.from.value});
        flows_.push_back({flow, *trace++, caller, caller ? network_.vpcOf(*caller) : nullptr,
                          find(design, Id<ServiceResource>{flow.to.value})});
    }
    for (const CompanionNeed& need : companionNeeds_)
        if (const Vpc* vpc = need.flow ? nullptr : network_.vpcOf(*need.workload))
            companionCallers_[keyOf(vpc->id, need.service)].push_back(need.workload);
    pathlessCalls_ = gw::pathlessCalls(*this);
}

std::span<const Workload* const> Facts::companionCallers(const Id<Vpc>& vpc, std::string_view service) const {
    const auto at = companionCallers_.find(keyOf(vpc, service));
    return at == companionCallers_.end() ? std::span<const Workload* const>() : at->second;
}

const FlowFacts* Facts::flowOf(const Id<Flow>& flow) const {
    const auto at = flowOf_.find(flow.value);
    return at == flowOf_.end() ? nullptr : &flows_[at->second];
}

const Trace* Facts::traceOf(const Id<Flow>& flow) const {
    const auto at = flowOf_.find(flow.value);
    return at == flowOf_.end() ? nullptr : &traces_[at->second];
}

std::string Facts::name(const AnyId& id) const {
    return nameOf(design(), id);
}

}  // namespace gw
