#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "model/reach/reach.h"
#include "tests/random/random_design.h"

/// How long it takes to trace every flow of a design, and how that grows. Prints medians; judges nothing.
namespace {

using Clock = std::chrono::steady_clock;

template <class Work>
double medianMilliseconds(int times, Work work) {
    std::vector<double> each;
    for (int i = 0; i < times; ++i) {
        const auto start = Clock::now();
        work();
        each.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::nth_element(each.begin(), each.begin() + times / 2, each.end());
    return each.at(static_cast<std::size_t>(times / 2));
}

}  // namespace

int main() {
    std::printf("%8s %8s %14s %14s %16s\n", "things", "flows", "network, ms", "traces, ms", "us for a flow");
    for (const std::size_t things : {100U, 500U, 1000U, 2000U, 5000U, 10000U}) {
        const gw::Design design = gw::randomDesign(7, {things});
        const int times = things > 2000 ? 9 : 31;
        const double network = medianMilliseconds(times, [&] { const gw::Network built(design); });
        const gw::Network built(design);
        std::size_t hops = 0;
        const double traces = medianMilliseconds(times, [&] {
            for (const gw::Trace& trace : gw::traces(built)) hops += trace.hops.size();
        });
        const std::size_t flows = design.flows.size();
        std::printf("%8zu %8zu %14.3f %14.3f %16.3f\n", things, flows, network, traces, 1000 * traces / static_cast<double>(flows));
        if (hops == 0) return 1;
    }
    return 0;
}
