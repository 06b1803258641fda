#include "model/check/promises.h"

#include <algorithm>

namespace gw {
namespace {

bool works(Verdict verdict) {
    return isPrivate(verdict) || verdict == Verdict::Public || verdict == Verdict::Partial;
}

/// What the invariant says of one trace; empty where it holds.
std::optional<Breach> breachOf(const Invariant& invariant, const Trace& trace) {
    Breach breach;
    breach.unknown = trace.verdict == Verdict::Unknown;
    switch (invariant.invariantKind) {
        case InvariantKind::MustReachPrivately:
            if (isPrivate(trace.verdict)) return std::nullopt;
            break;
        case InvariantKind::MustNotReach:
            if (trace.verdict == Verdict::Blocked) return std::nullopt;
            breach.policiesMayDecide = trace.policiesOpen;
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
    const PromisedCalls& calls = facts.promisedCallsOf(invariant.id);
    const PromisedPairs& spoken = calls.spoken->value;
    Holding holding;
    holding.pairs = spoken.count;
    holding.tooWide = holding.pairs > mostPairs;
    for (std::size_t i = 0; i < spoken.pairs.size(); ++i) {
        const auto& [from, to, isDrawn] = spoken.pairs[i];
        const auto look = [&](const auto& callOf, const Trace& trace) {
            auto breach = breachOf(invariant, trace);
            if (!breach) return;
            breach->call = callOf();
            holding.breaches.push_back(*std::move(breach));
        };
        if (!isDrawn) {
            look([&] { return supposedCall(from, to); }, calls.supposed[i]->value);
            continue;
        }
        for (const Flow* flow : facts.network().flowsFrom(AnyId(from)))
            if (flow->to.value == to) look([&] { return *flow; }, *facts.traceOf(flow->id));
    }
    return holding;
}

}  // namespace gw
