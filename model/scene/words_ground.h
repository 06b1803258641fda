#pragma once
#include <array>
#include <vector>

#include "model/scene/drawn_flow.h"
#include "model/scene/uniform_grid.h"

namespace gw {

/// What words on lines had better not cover, as it is drawn at each zoom: things, names, badges, other words, the
/// borders of frames, lines of others.
class WordsGround {
public:
    /// By what the scene holds so far, and the flows.
    WordsGround(const Scene& scene, const std::vector<DrawnFlow>& flows);

    /// How bad it is to have the words there; `costOfThings` and more where they cover a thing, a name or other words
    /// at 100 %. `costOfLine` is that of each line beside that of `own`.
    double costOf(const PillShape& words, const DrawnFlow& own, double costOfLine) const;
    static constexpr double costOfThings = 1000;

    /// Other words keep off these from now on.
    void add(const PillShape& words);
    void add(const Area& area);

    /// From where words are drawn on (Detail::Names) to 100 %.
    static constexpr std::array<double, 5> zooms{1.0, 0.8, 0.65, 0.5, 0.4};
    /// What they cover at one zoom.
    static Area areaOf(const PillShape& words, double zoom);

private:
    /// What stands still at every zoom.
    UniformGrid things_{128};
    /// Names, badges and words as they are at each zoom.
    std::array<UniformGrid, zooms.size()> words_{};
    UniformGrid subnets_{};
    UniformGrid borders_{};
    UniformGrid lines_{128};
};

/// All that the words cover at one zoom or another.
Area areaAtAnyZoom(const PillShape& words);

}  // namespace gw
