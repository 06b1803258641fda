#include "model/check/facts.h"

#include "model/design/references.h"

namespace gw {

Facts::Facts(const Design& design)
    : network_(design), traces_(gw::traces(network_)), companionNeeds_(gw::companionNeeds(network_)) {
    for (std::size_t i = 0; i < traces_.size(); ++i) traceOf_.emplace(traces_[i].flow.value, i);
}

const Trace* Facts::traceOf(const Id<Flow>& flow) const {
    const auto at = traceOf_.find(flow.value);
    return at == traceOf_.end() ? nullptr : &traces_[at->second];
}

std::string Facts::name(const AnyId& id) const {
    return nameOf(design(), id);
}

}  // namespace gw
