#pragma once
#include <algorithm>
#include <chrono>
#include <vector>

namespace gw {

/// How long the work takes, milliseconds of a steady clock: the median of `times` runs, at least one.
template <class Work>
double medianMilliseconds(int times, Work work) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> each;
    for (int i = 0; i < times; ++i) {
        const auto start = Clock::now();
        work();
        each.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::nth_element(each.begin(), each.begin() + times / 2, each.end());
    return each.at(static_cast<std::size_t>(times / 2));
}

}  // namespace gw
