#pragma once
#include <QString>

#include <array>
#include <string>
#include <vector>

#include "app/views/judgement.h"
#include "model/reach/fare.h"
#include "model/reach/supposition.h"

namespace gw {

/// The way it takes, or what stops it, in two words: "gateway", "interface", "nat", "sg in"; "no role" where the way is
/// private and policies could not be asked.
QString wayOf(const Design& design, const Trace& trace, const Flow& flow);

struct PathCell {
    QString flow;  ///< id; empty where nothing is wanted
    QString way;
    Fare fare = Fare::Unknown;
    int more = 0;           ///< further flows between the same two; the worst is shown, as `matrix` ranks them
    bool unwanted = false;  ///< the flow shown does not fare as wanted
    int rank = 0;           ///< lower fares worse
    friend bool operator==(const PathCell&, const PathCell&) = default;
};

/// One source of flows, and how it fares with each target.
struct PathRow {
    QString key;
    QString label;
    QString pictogram;
    std::vector<PathCell> cells;
    friend bool operator==(const PathRow&, const PathRow&) = default;
};

struct PathTarget {
    std::string id;
    QString label;
    friend bool operator==(const PathTarget&, const PathTarget&) = default;
};

struct PathMatrix {
    std::vector<PathTarget> targets;
    std::vector<PathRow> rows;
    /// Flows by how they fare, without those that would be gone.
    std::array<int, fareCount> counts{};
    int gone = 0;  ///< flows whose caller or target is imagined gone
    int flows = 0;
};

/// Which cells of the matrix are shown, and in what order its rows stand.
struct PathChoice {
    QString words{};            ///< each is part of the name or id of the source or of the target
    bool onlyUnwanted = false;  ///< those alone that do not fare as wanted
    /// Rows by how they fare with this target, the worst first; `byName`; empty for the reading order of the canvas.
    QString sortedBy{};
    static constexpr QLatin1String byName{"*name"};  ///< no id can be that
};

/// Sources and targets in the reading order of the canvas, where nothing else is asked for; rows and columns without a
/// shown cell are left out. Counts are of all flows. `whatIf`: what is told in place of what is, nullptr for that.
PathMatrix pathMatrix(const Judgement& judgement, const PathChoice& choice = {}, const WhatIf* whatIf = nullptr);

}  // namespace gw
