#pragma once
#include "model/scene/scene.h"
#include "model/scene/uniform_grid.h"

namespace gw {

/// What a line would rather not run along or over: the borders of frames, names, dots of interfaces.
class Surroundings {
public:
    /// By what the scene holds so far.
    explicit Surroundings(const Scene& scene);

    /// How unfortunate a level or upright piece of a line is: 0 where it keeps off all of that.
    double costOf(Spot from, Spot to) const;
    /// What it costs at least to run through words.
    static constexpr double costOfWords = 90;

private:
    UniformGrid upright_{};
    UniformGrid level_{};
    UniformGrid words_{128};
};

}  // namespace gw
