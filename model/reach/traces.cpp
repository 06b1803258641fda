#include "model/reach/traces.h"

#include <algorithm>
#include <utility>

#include "model/core/parallel.h"
#include "model/reach/reach.h"

namespace gw {

Part partOfTrace(const Id<Flow>& flow) {
    static constexpr Part number = 100;
    return partOf(number, flow.value);
}

Traces traces(const Network& network) {
    Changes changes = Changes::all();
    return traces(network, {}, changes);
}

Traces traces(const Network& network, const Traces& previous, Changes& changes) {
    struct Work {
        const Flow* flow;
        std::size_t at;
    };
    std::vector<Work> works;
    std::vector<KnownTrace> all;
    all.reserve(network.design().flows.size());
    std::size_t old = 0;
    for (const Flow& flow : network.design().flows) {
        while (old < previous.size() && previous[old].flow < flow.id) ++old;
        const bool isOld = old < previous.size() && previous[old].flow == flow.id;
        all.push_back(isOld ? previous.known(old) : nullptr);
        if (!isOld || changes.touch(all.back()->read)) works.push_back({&flow, all.size() - 1});
    }
    std::vector<KnownTrace> before(works.size());
    inParallel(works.size(), 32, [&](std::size_t i) {
        const Reading reading;
        Reading::note(partOf(works[i].flow->id.value));
        Trace made = trace(network, *works[i].flow);
        before[i] =
            std::exchange(all[works[i].at], std::make_shared<const Known<Trace>>(std::move(made), reading.parts()));
    });
    for (std::size_t i = 0; i < works.size(); ++i)
        if (!before[i] || before[i]->value != all[works[i].at]->value) changes.add(partOfTrace(works[i].flow->id));
    return Traces(std::move(all));
}

const Trace* Traces::of(const Id<Flow>& flow) const {
    const auto at =
        std::ranges::lower_bound(traces_, flow, {}, [](const KnownTrace& each) { return each->value.flow; });
    return at != traces_.end() && (*at)->value.flow == flow ? &(*at)->value : nullptr;
}

}  // namespace gw
