#include <cstdio>

#include "model/check/mend.h"
#include "model/repair/repair.h"
#include "tests/bench/median.h"
#include "tests/random/random_design.h"

/// How long it takes to say how the flows of a design could be repaired, and to do all fixes that are safe. Prints
/// figures; judges nothing.
int main() {
    constexpr int flows = 20;
    for (const std::size_t things : {500U, 2000U}) {
        const gw::Design design = gw::randomDesign(7, {things});
        const gw::Network network(design);
        const gw::Traces traces = gw::traces(network);
        int asked = 0;
        std::size_t found = 0;
        const double repairs = gw::medianMilliseconds(1, [&] {
            for (const gw::Trace& each : traces) {
                if (each.asWanted || asked == flows) continue;
                ++asked;
                found += gw::repairsOf(network, traces, each.flow).size();
            }
        });
        std::printf("%zu things, %zu flows: repairs of %d flows %.0f ms, %zu found\n", things, design.flows.size(),
                    asked, repairs, found);
    }
    const gw::Design design = gw::randomDesign(7, {200});
    gw::Mended mended;
    const double mending = gw::medianMilliseconds(1, [&] { mended = gw::mend(design, {}); });
    std::printf("200 things: %zu fixes %.0f ms\n", mended.steps.size(), mending);
    return 0;
}
