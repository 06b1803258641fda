#include "model/check/promises.h"

#include <algorithm>
#include <set>

#include "model/design/references.h"

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

bool works(Verdict verdict) {
    return isPrivate(verdict) || verdict == Verdict::Public || verdict == Verdict::Partial;
}

/// What the invariant says of one trace; empty where it holds.
std::optional<Breach> breachOf(const Invariant& invariant, const Trace& trace, bool toService) {
    Breach breach;
    breach.unknown = trace.verdict == Verdict::Unknown;
    switch (invariant.invariantKind) {
        case InvariantKind::MustReachPrivately:
            if (isPrivate(trace.verdict)) return std::nullopt;
            break;
        case InvariantKind::MustNotReach:
            if (trace.verdict == Verdict::Blocked) return std::nullopt;
            breach.policiesMayDecide = toService;
            break;
        case InvariantKind::OnlyThrough: {
            const bool goes = std::ranges::any_of(invariant.through, [&](const AnyId& id) {
                return std::ranges::find(trace.via, id) != trace.via.end();
            });
            if (trace.verdict == Verdict::Blocked || (works(trace.verdict) && goes)) return std::nullopt;
            break;
        }
    }
    return breach;
}

}  // namespace

Holding holdingOf(const Facts& facts, const Invariant& invariant) {
    const Design& design = facts.design();
    Named named(facts.network());
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

    Holding holding;
    holding.pairs = sources.size() * targets.size();
    holding.tooWide = holding.pairs > mostPairs;
    if (holding.tooWide) return holding;
    for (const std::string& from : sources)
        for (const std::string& to : targets) {
            if (from == to) continue;
            const bool toService = find(design, Id<ServiceResource>{to}) != nullptr;
            const auto look = [&](const Flow& call, const Trace& trace) {
                auto breach = breachOf(invariant, trace, toService);
                if (!breach) return;
                breach->call = call;
                holding.breaches.push_back(*std::move(breach));
            };
            bool drawn = false;
            for (const Flow* flow : facts.network().flowsFrom(AnyId(from))) {
                if (flow->to.value != to) continue;
                drawn = true;
                look(*flow, *facts.traceOf(flow->id));
            }
            if (drawn) continue;
            Flow call;
            call.from = FlowSource{from};
            call.to = FlowTarget{to};
            look(call, trace(facts.network(), call, Telling::Verdict));
        }
    return holding;
}

}  // namespace gw
