#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace gw {

/// Random numbers that are the same on every machine for the same seed (std's distributions are not).
class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    std::uint64_t bits() { return engine_(); }
    /// 0 to `count` - 1; `count` at least 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
    /// `least` to `most`, both included.
    int between(int least, int most) {
        return least + static_cast<int>(below(static_cast<std::size_t>(most - least) + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class T>
    const T& of(const std::vector<T>& list) {
        return list[below(list.size())];
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace gw
