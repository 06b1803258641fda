#pragma once
#include "model/check/facts.h"
#include "model/edit/edit.h"

namespace gw {

/// What would happen to the flows after an edit.
class Outlook {
public:
    Outlook(const Facts& facts, const Edit& edit);

    /// Whether the flow is blocked then; false where the edit cannot be done.
    bool blocks(const Id<Flow>& flow) const;
    /// Whether no flow fares worse then, and nothing more is in the way of one that is to work and does not; false
    /// where the edit cannot be done.
    bool harmsNothing() const;

private:
    bool isStoppedAnew(const Trace& after) const;

    const Facts& facts_;
    Result<Design> design_;
    Traces traces_;
};

}  // namespace gw
