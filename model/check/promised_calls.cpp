#include "model/check/promised_calls.h"

#include <algorithm>
#include <set>

#include "model/core/parallel.h"

namespace gw {
namespace {

using Ids = std::set<std::string>;

/// "data" fits a tag of that key or value, "class=data" one of both.
bool carries(const Tags& tags, const std::vector<std::string>& wanted) {
    return std::ranges::any_of(tags, [&](const Tag& tag) {
        return std::ranges::any_of(wanted, [&](const std::string& each) {
            return each == tag.key || each == tag.value || each == tag.key + "=" + tag.value;
        });
    });
}

/// The things that a list of names, containers and tags stands for.
class Named {
public:
    explicit Named(const Network& network) : network_(network), design_(network.design()) {}

    Ids of(const std::vector<AnyId>& ids, const std::vector<std::string>& tags) {
        found_.clear();
        for (const AnyId& id : ids) add(id.value, 0);
        if (!tags.empty()) addTagged(tags);
        return std::move(found_);
    }

private:
    void add(const std::string& id, int depth);
    void addInVpc(const Vpc& vpc);
    void addInSubnet(const Id<Subnet>& subnet);
    template <class Row>
    void addIf(const Table<Row>& table, auto test) {
        for (const Row& row : table)
            if (test(row)) found_.insert(row.id.value);
    }
    void addTagged(const std::vector<std::string>& tags) {
        const auto tagged = [&](const auto& row) { return carries(row.tags, tags); };
        addIf(design_.workloads, tagged);
        addIf(design_.loadBalancers, tagged);
        addIf(design_.resources, tagged);
        for (const Vpc& vpc : design_.vpcs)
            if (tagged(vpc)) addInVpc(vpc);
        for (const Subnet& subnet : design_.subnets)
            if (tagged(subnet)) addInSubnet(subnet.id);
    }

    const Network& network_;
    const Design& design_;
    Ids found_;
};

void Named::addInVpc(const Vpc& vpc) {
    for (const Workload* workload : network_.workloadsOf(vpc.id)) found_.insert(workload->id.value);
    addIf(design_.loadBalancers, [&](const LoadBalancer& row) { return row.vpc == vpc.id; });
}

void Named::addInSubnet(const Id<Subnet>& subnet) {
    const auto stands = [&](const auto& row) { return std::ranges::find(row.subnets, subnet) != row.subnets.end(); };
    addIf(design_.workloads, stands);
    addIf(design_.loadBalancers, stands);
}

void Named::add(const std::string& id, int depth) {
    if (const Vpc* vpc = find(design_, Id<Vpc>{id})) return addInVpc(*vpc);
    if (find(design_, Id<Subnet>{id})) return addInSubnet({id});
    if (find(design_, Id<Region>{id})) {
        for (const Vpc& vpc : design_.vpcs)
            if (vpc.region.value == id) addInVpc(vpc);
        return addIf(design_.resources, [&](const ServiceResource& row) { return row.region.value == id; });
    }
    if (const Group* group = find(design_, Id<Group>{id})) {
        // Groups may hold groups; one that holds itself ends here.
        if (depth < 8)
            for (const AnyId& member : group->members) add(member.value, depth + 1);
        return;
    }
    found_.insert(id);
}

bool canCall(const Design& design, const std::string& id) {
    return find(design, Id<Workload>{id}) || find(design, Id<LoadBalancer>{id}) || find(design, Id<Client>{id}) ||
           find(design, Id<OnPremisesNetwork>{id}) || find(design, Id<Role>{id});
}

bool canBeCalled(const Design& design, const std::string& id) {
    return find(design, Id<ServiceResource>{id}) || find(design, Id<Workload>{id}) ||
           find(design, Id<LoadBalancer>{id}) || find(design, Id<EndpointService>{id}) ||
           find(design, Id<ResourceConfiguration>{id}) || find(design, Id<OnPremisesNetwork>{id});
}

void addAll(Ids& ids, const auto& table) {
    for (const auto& row : table) ids.insert(row.id.value);
}

PromisedPairs pairsOf(const Network& network, const Invariant& invariant) {
    PromisedPairs found;
    if (invariant.from.empty() && invariant.fromTags.empty() && invariant.to.empty() && invariant.toTags.empty())
        return found;
    const Design& design = network.design();
    Named named(network);
    Ids sources = named.of(invariant.from, invariant.fromTags);
    if (invariant.from.empty() && invariant.fromTags.empty()) {
        addAll(sources, design.workloads);
        addAll(sources, design.clients);
        addAll(sources, design.onPremisesNetworks);
    }
    Ids targets = named.of(invariant.to, invariant.toTags);
    if (invariant.to.empty() && invariant.toTags.empty()) {
        addAll(targets, design.resources);
        addAll(targets, design.workloads);
        addAll(targets, design.loadBalancers);
    }
    std::erase_if(sources, [&](const std::string& id) { return !canCall(design, id); });
    std::erase_if(targets, [&](const std::string& id) { return !canBeCalled(design, id); });
    found.count = sources.size() * targets.size();
    if (found.count > mostPairs) return found;
    for (const std::string& from : sources) {
        const auto flows = network.flowsFrom(AnyId(from));
        for (const std::string& to : targets)
            if (from != to)
                found.pairs.push_back(
                    {from, to, std::ranges::any_of(flows, [&](const Flow* flow) { return flow->to.value == to; })});
    }
    return found;
}

bool isBefore(const PromisedPair& a, const PromisedPair& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
}

/// The traces there were of the pairs; nullptr for pairs that are new.
std::vector<KnownTrace> tracesOf(const PromisedPairs& spoken, const PromisedCalls& before) {
    if (before.spoken->value == spoken) return before.supposed;
    std::vector<KnownTrace> found(spoken.pairs.size());
    const auto& old = before.spoken->value.pairs;
    std::size_t at = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        while (at < old.size() && isBefore(old[at], spoken.pairs[i])) ++at;
        if (at < old.size() && !isBefore(spoken.pairs[i], old[at])) found[i] = before.supposed[at];
    }
    return found;
}

/// The calls of one invariant, yet with the traces that there were before.
PromisedCalls callsOf(const Network& network, const Invariant& invariant, const PromisedCalls* before,
                      const Changes& changes) {
    PromisedCalls calls{invariant.id};
    if (before && !changes.touch(before->spoken->read)) {
        calls.spoken = before->spoken;
    } else {
        const Reading reading;
        Reading::note(partOf(invariant.id.value));
        PromisedPairs pairs = pairsOf(network, invariant);
        calls.spoken = std::make_shared<const Known<PromisedPairs>>(std::move(pairs), reading.parts());
    }
    if (before)
        calls.supposed = tracesOf(calls.spoken->value, *before);
    else
        calls.supposed.resize(calls.spoken->value.pairs.size());
    return calls;
}

/// Traces the calls anew that may fare otherwise; whether one of them does.
bool bringUpToDate(const Network& network, PromisedCalls& calls, const Changes& changes) {
    const auto& pairs = calls.spoken->value.pairs;
    std::vector<char> differ(pairs.size(), 0);
    inParallel(pairs.size(), 64, [&](std::size_t i) {
        KnownTrace& known = calls.supposed[i];
        if (pairs[i].isDrawn) {
            known = nullptr;
            return;
        }
        if (known && !changes.touch(known->read)) return;
        const Reading reading;
        Trace made = trace(network, supposedCall(pairs[i].from, pairs[i].to), Telling::Verdict);
        differ[i] = !known || known->value != made;
        known = std::make_shared<const Known<Trace>>(std::move(made), reading.parts());
    });
    return std::ranges::count(differ, 0) != std::ssize(differ);
}

}  // namespace

Flow supposedCall(const std::string& from, const std::string& to) {
    Flow call;
    call.from = FlowSource{from};
    call.to = FlowTarget{to};
    return call;
}

Part partOfPromise(const Id<Invariant>& invariant) {
    static constexpr Part number = 102;
    return partOf(number, invariant.value);
}

std::vector<PromisedCalls> promisedCalls(const Network& network, std::span<const PromisedCalls> previous,
                                         Changes& changes) {
    std::vector<PromisedCalls> all;
    for (const Invariant& invariant : network.design().invariants) {
        const auto at = std::ranges::lower_bound(previous, invariant.id, {}, &PromisedCalls::invariant);
        const PromisedCalls* before = at != previous.end() && at->invariant == invariant.id ? &*at : nullptr;
        PromisedCalls calls = callsOf(network, invariant, before, changes);
        const bool isSpokenOf = before && before->spoken->value == calls.spoken->value;
        if (bringUpToDate(network, calls, changes) || !isSpokenOf) changes.add(partOfPromise(invariant.id));
        all.push_back(std::move(calls));
    }
    return all;
}

}  // namespace gw
