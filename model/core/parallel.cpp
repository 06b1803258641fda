#include "model/core/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

#include "model/core/reading.h"

namespace gw {

void inParallel(std::size_t count, std::size_t grain, const std::function<void(std::size_t)>& work) {
    // What other threads read, a Reading of this one would not notice.
    const std::size_t cores = Reading::isOn() ? 1 : std::max(std::thread::hardware_concurrency(), 1U);
    const std::size_t threads = std::min(cores, count / std::max<std::size_t>(grain, 1));
    if (threads < 2) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    // Parts are taken one after the other, so that a thread with the slow ones holds nobody up.
    const std::size_t part = std::max<std::size_t>(count / (threads * 16), 1);
    std::atomic<std::size_t> next = 0;
    const auto takeParts = [&] {
        for (std::size_t first = next.fetch_add(part); first < count; first = next.fetch_add(part))
            for (std::size_t i = first; i < std::min(first + part, count); ++i) work(i);
    };
    std::vector<std::jthread> others;
    try {
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back(takeParts);
    } catch (const std::system_error&) {
        // The system has no thread to give: those that are there do the rest.
    }
    takeParts();
}

}  // namespace gw
