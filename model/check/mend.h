#pragma once
#include <span>
#include <string>
#include <vector>

#include "model/check/rule.h"

/// All fixes of a design's own findings at once.
namespace gw {

/// Which fixes may be done.
struct MendScope {
    std::span<const Rule* const> rules = allRules();  ///< those alone whose findings are to be fixed
    bool reviewed = false;                            ///< those as well that people ought to look at first
    Date today{};                                     ///< for waivers, as check() takes it
};

/// One fix that was done.
struct MendStep {
    const Rule* rule = nullptr;
    AnyId subject{};
    std::string label{};  ///< "Move app-b to 10.20.3.0/24"
};

struct Mended {
    Design design{};
    std::vector<MendStep> steps{};  ///< in the order they were done
};

/// Does one fix after the other, the worst finding first, until none is left that helps. A fix is done where it ends
/// its finding, adds no finding of the same severity or a worse one, and leaves no flow worse off; else the next fix of
/// the finding is tried. Waived findings stay.
Mended mend(Design design, const MendScope& scope);

}  // namespace gw
