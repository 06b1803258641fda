#pragma once
#include <cstddef>
#include <functional>

namespace gw {

/// Calls `work(i)` for every i below `count`, on as many threads as the machine has cores; returns when all are done.
/// `work` must neither throw nor touch what another i touches. Fewer than two times `grain` are done at once on the
/// caller's thread: a thread costs some tens of microseconds, so `grain` is what is worth one.
void inParallel(std::size_t count, std::size_t grain, const std::function<void(std::size_t)>& work);

}  // namespace gw
