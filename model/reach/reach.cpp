#include "model/reach/reach.h"

namespace gw {

Trace trace(const Network& network, const Flow& flow) {
    static_cast<void>(network);
    Trace trace;
    trace.flow = flow.id;
    return trace;
}

std::vector<Trace> traces(const Network& network) {
    std::vector<Trace> all;
    for (const Flow& flow : network.design().flows) all.push_back(trace(network, flow));
    return all;
}

}  // namespace gw
