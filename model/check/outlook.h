#pragma once
#include <optional>

#include "model/check/facts.h"
#include "model/edit/edit.h"

namespace gw {

/// What would happen to the flows after an edit.
class Outlook {
public:
    Outlook(const Facts& facts, const Edit& edit);

    /// Whether the flow is blocked then; false where the edit cannot be done.
    bool blocks(const Id<Flow>& flow) const;
    /// Whether no flow fares worse then, no workload loses what its companion sets ask for, and nothing more is in the
    /// way of a flow that is to work and does not; false where the edit cannot be done.
    bool harmsNothing() const;

private:
    bool isStoppedAnew(const Trace& after) const;

    const Facts& facts_;
    std::optional<Design> design_;
    Traces traces_;
    bool losesNeed_ = false;
};

}  // namespace gw
