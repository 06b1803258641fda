#include <algorithm>
#include <cstdio>
#include <vector>

#include "model/check/rule.h"
#include "tests/bench/median.h"
#include "tests/random/random_design.h"

/// How long it takes from a design to every verdict on it: the network, all flows, all rules; and which rules take
/// most. Prints medians; judges nothing.
namespace {

struct Cost {
    const gw::Rule* rule = nullptr;
    double milliseconds = 0;
};

}  // namespace

int main() {
    for (const std::size_t things : {100U, 500U, 2000U, 10000U}) {
        const gw::Design design = gw::randomDesign(7, {things});
        const int times = things > 2000 ? 3 : 11;
        std::size_t findings = 0;
        const double facts = gw::medianMilliseconds(times, [&] { const gw::Facts made(design); });
        const double all = gw::medianMilliseconds(times, [&] { findings = check(gw::Facts(design)).size(); });
        std::printf("%zu things, %zu flows, %zu findings: facts %.2f ms, facts and rules %.2f ms\n", things,
                    design.flows.size(), findings, facts, all);
        const gw::Facts made(design);
        std::vector<Cost> costs;
        for (const gw::Rule* rule : gw::allRules())
            costs.push_back({rule, gw::medianMilliseconds(times, [&] { findings += rule->check(made).size(); })});
        std::ranges::sort(costs, std::greater{}, &Cost::milliseconds);
        for (std::size_t i = 0; i < 8 && i < costs.size(); ++i)
            std::printf("    %-10s %8.3f ms\n", std::string(costs[i].rule->code).c_str(), costs[i].milliseconds);
    }
    return 0;
}
