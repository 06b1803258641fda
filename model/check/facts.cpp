#include "model/check/facts.h"

#include <algorithm>

#include "model/check/advice.h"
#include "model/check/needs.h"
#include "model/check/policy_lints.h"
#include "model/design/references.h"
#include "model/reach/call_request.h"

namespace gw {

namespace {

std::string keyOf(const Id<Vpc>& vpc, std::string_view service) {
    return vpc.value + ' ' + std::string(service);
}

/// One row, though perhaps of two versions of the design.
template <class Row>
bool isSameRow(const Row* before, const Row* after, const Changes& changes) {
    return before == after || (before && after && before->id == after->id && !changes.has(partOf(after->id.value)));
}

/// Whether both have the very same of all that a verdict may hang on: where things are drawn, and what people write
/// beside them, tells none.
bool tellTheSame(const Design& a, const Design& b) {
    bool same = true;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        constexpr bool isBeside = std::is_same_v<Row, Placement> || std::is_same_v<Row, Note> ||
                                  std::is_same_v<Row, Group> || std::is_same_v<Row, Layer> ||
                                  std::is_same_v<Row, Waiver> || std::is_same_v<Row, PriceOverride>;
        if constexpr (!isBeside) same = same && (a.*table).shares(b.*table);
    });
    return same;
}

std::span<const CompanionNeed> noNeeds() {
    return {};
}
std::span<const PromisedCalls> noPromises() {
    return {};
}

}  // namespace

Facts::Facts(const Design& design, const Facts* previous)
    : network_(design, previous ? &previous->network_ : nullptr),
      changes_(previous ? network_.changesSince(previous->network_) : Changes::all()),
      traces_(gw::traces(network_, previous ? previous->traces_ : Traces(), changes_)),
      companionNeeds_(gw::companionNeeds(network_, previous ? std::span(previous->companionNeeds_) : noNeeds(),
                                         changes_, previous && declareAlike(previous->design(), design))) {
    if (previous && !tellTheSame(previous->design(), design)) changes_.add(verdictsPart);
    describeFlows(previous);
    flowIndex_ = previous
                     ? std::make_unique<const FlowIndex>(*previous->flowIndex_, previous->traces_, traces_, changes_)
                     : std::make_unique<const FlowIndex>(traces_);
    if (previous) ZonesDown::addChanges(previous->network_, network_, changes_);
    zonesDown_ = std::make_unique<const ZonesDown>(network_, previous ? previous->zonesDown_.get() : nullptr);
    listFlowsBySigner(previous);
    listCompanionCallers(previous);
    listPathlessCalls(previous);
    promisedCalls_ =
        gw::promisedCalls(network_, previous ? std::span(previous->promisedCalls_) : noPromises(), changes_);
    policyLints_ = std::make_unique<PolicyLints>(network_, previous ? previous->policyLints_.get() : nullptr, changes_);
    advice_ = previous ? std::make_unique<Advice>(*previous->advice_, changes_) : std::make_unique<Advice>();
}

void Facts::describeFlows(const Facts* previous) {
    const Design& design = network_.design();
    flows_.reserve(traces_.size());
    auto trace = traces_.begin();
    // Where none of these tables has changed, the ends are the rows that they were.
    if (previous && shareTables(previous->design(), design, &Design::flows, &Design::workloads, &Design::subnets,
                                &Design::vpcs, &Design::resources)) {
        for (const FlowFacts& old : previous->flows_)
            flows_.push_back({old.flow, *trace++, old.caller, old.vpc, old.service});
    } else {
        for (const Flow& flow : design.flows) {
            const Workload* caller = find(design, Id<Workload>{flow.from.value});
            flows_.push_back({flow, *trace++, caller, caller ? network_.vpcOf(*caller) : nullptr,
                              find(design, Id<ServiceResource>{flow.to.value})});
        }
    }
    if (!previous) return;
    const auto isSame = [&](const FlowFacts& before, const FlowFacts& after) {
        return isSameRow(&before.flow, &after.flow, changes_) && isSameRow(before.caller, after.caller, changes_) &&
               isSameRow(before.vpc, after.vpc, changes_) && isSameRow(before.service, after.service, changes_) &&
               !changes_.has(partOfTrace(after.flow.id));
    };
    bool areSame = flows_.size() == previous->flows_.size();
    auto old = previous->flows_.begin();
    for (const FlowFacts& each : flows_) {
        while (old != previous->flows_.end() && old->flow.id < each.flow.id) ++old;
        if (old != previous->flows_.end() && isSame(*old, each)) continue;
        areSame = false;
        changes_.add(partOfFlow(each.flow.id));
    }
    if (!areSame) changes_.add(allFlows);
}

void Facts::listFlowsBySigner(const Facts* previous) {
    const Design& design = network_.design();
    if (previous &&
        shareTables(previous->design(), design, &Design::flows, &Design::workloads, &Design::clients, &Design::roles)) {
        flowsBySigner_ = previous->flowsBySigner_;
        return;
    }
    RowIndex<Flow> index(104);
    for (const Flow& flow : design.flows)
        if (const Role* role = isWanted(flow) ? signingRole(design, flow) : nullptr) index.add(role->id.value, flow);
    if (previous) index.addChanges(*previous->flowsBySigner_, changes_);
    flowsBySigner_ = std::make_shared<const RowIndex<Flow>>(std::move(index));
}

void Facts::listCompanionCallers(const Facts* previous) {
    if (previous && declareAlike(previous->design(), design())) {
        companionCallers_ = previous->companionCallers_;
        return;
    }
    RowIndex<Workload> index(106);
    for (const CompanionNeed& need : companionNeeds_)
        if (!need.flow) index.add(keyOf(need.vpc->id, need.service), *need.workload);
    if (previous) index.addChanges(*previous->companionCallers_, changes_);
    companionCallers_ = std::make_shared<const RowIndex<Workload>>(std::move(index));
}

void Facts::listPathlessCalls(const Facts* previous) {
    pathlessCalls_ = gw::pathlessCalls(*this);
    const auto isSame = [&](const PathlessCall& before, const PathlessCall& after) {
        return before.kind == after.kind && isSameRow(before.flow, after.flow, changes_) &&
               isSameRow(before.caller, after.caller, changes_) && isSameRow(before.target, after.target, changes_) &&
               isSameRow(before.vpc, after.vpc, changes_);
    };
    if (previous && !std::ranges::equal(previous->pathlessCalls_, pathlessCalls_, isSame))
        changes_.add(pathlessCallsPart);
}

Facts::~Facts() = default;

std::span<const CompanionNeed> Facts::companionNeedsOf(const Id<Workload>& workload) const {
    if (Reading::isOn()) Reading::note(partOfNeeds(workload));
    const auto idOf = [](const CompanionNeed& need) { return need.workload->id; };
    return {std::ranges::lower_bound(companionNeeds_, workload, {}, idOf),
            std::ranges::upper_bound(companionNeeds_, workload, {}, idOf)};
}

const Recommendation* Facts::recommended(const Id<Vpc>& vpc, std::string_view service) const {
    return advice_->of(*this, vpc, service);
}

std::span<const Workload* const> Facts::companionCallers(const Id<Vpc>& vpc, std::string_view service) const {
    return companionCallers_->of(keyOf(vpc, service));
}

const FlowFacts* Facts::flowOf(const Id<Flow>& flow) const {
    if (Reading::isOn()) {
        Reading::note(partOf(flow.value));
        Reading::note(partOfFlow(flow));
    }
    const auto at = std::ranges::lower_bound(flows_, flow, {}, [](const FlowFacts& each) { return each.flow.id; });
    return at != flows_.end() && at->flow.id == flow ? &*at : nullptr;
}

const Trace* Facts::traceOf(const Id<Flow>& flow) const {
    if (Reading::isOn()) {
        Reading::note(partOf(flow.value));
        Reading::note(partOfTrace(flow));
    }
    return traces_.of(flow);
}

const PromisedCalls& Facts::promisedCallsOf(const Id<Invariant>& invariant) const {
    if (Reading::isOn()) Reading::note(partOfPromise(invariant));
    return *std::ranges::lower_bound(promisedCalls_, invariant, {}, &PromisedCalls::invariant);
}

std::string Facts::name(const AnyId& id) const {
    return nameOf(design(), id);
}

}  // namespace gw
