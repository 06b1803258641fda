#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "model/reach/reach.h"
#include "tests/bench/median.h"
#include "tests/random/random_design.h"

/// How long it takes to trace every flow of a design, how much memory network and traces hold, and how both grow.
/// Prints medians and the exponent from one size to the next; judges nothing.
namespace {

/// Bytes that the program has asked for and not given back.
double heldMegabytes() {
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / 1e6;
}

struct Row {
    std::size_t things = 0;
    std::size_t flows = 0;
    double network = 0;
    double traces = 0;
    double networkMegabytes = 0;
    double tracesMegabytes = 0;
};

Row measure(std::size_t things) {
    const gw::Design design = gw::randomDesign(7, {things});
    const int times = things > 20000 ? 3 : things > 2000 ? 9 : 31;
    Row row{things, design.flows.size()};
    row.network = gw::medianMilliseconds(times, [&] { const gw::Network built(design); });
    const double before = heldMegabytes();
    const gw::Network built(design);
    row.networkMegabytes = heldMegabytes() - before;
    gw::Traces traces;
    row.traces = gw::medianMilliseconds(times, [&] {
        traces = {};
        traces = gw::traces(built);
    });
    row.tracesMegabytes = heldMegabytes() - before - row.networkMegabytes;
    return row;
}

double exponent(double from, double to, const Row& a, const Row& b) {
    return std::log(to / from) / std::log(static_cast<double>(b.things) / static_cast<double>(a.things));
}

}  // namespace

int main() {
    std::printf("%8s %8s %12s %12s %10s %12s %12s   exponents: time, memory\n", "things", "flows", "network, ms",
                "traces, ms", "us a flow", "network, MB", "traces, MB");
    std::vector<Row> rows;
    for (const std::size_t things : {100U, 316U, 1000U, 3162U, 10000U, 31623U, 100000U}) {
        const Row row = measure(things);
        std::printf("%8zu %8zu %12.3f %12.3f %10.3f %12.3f %12.3f", row.things, row.flows, row.network, row.traces,
                    1000 * row.traces / static_cast<double>(row.flows), row.networkMegabytes, row.tracesMegabytes);
        if (!rows.empty())
            std::printf("   %.2f, %.2f", exponent(rows.back().traces, row.traces, rows.back(), row),
                        exponent(rows.back().tracesMegabytes, row.tracesMegabytes, rows.back(), row));
        std::printf("\n");
        std::fflush(stdout);
        rows.push_back(row);
    }
    const Row& first = rows.front();
    const Row& last = rows.back();
    std::printf("over all: network time %.2f, traces time %.2f, network memory %.2f, traces memory %.2f\n",
                exponent(first.network, last.network, first, last), exponent(first.traces, last.traces, first, last),
                exponent(first.networkMegabytes, last.networkMegabytes, first, last),
                exponent(first.tracesMegabytes, last.tracesMegabytes, first, last));
    return 0;
}
