#pragma once
#include <string>

#include "model/design/design.h"
#include "model/reach/trace.h"
#include "model/scene/overlay.h"

/// What the policies that a trace asked say together.
namespace gw {

/// Whether the stage is one at which policies are asked.
bool isPolicyStage(Stage stage);

struct PolicyVerdict {
    /// Allowed, Denied, Unknown or NotAsked.
    LineState state = LineState::NotAsked;
    /// What decides, where it does not let the flow pass: the first that denies, else the first that is not known;
    /// nullptr where there is none. Points into the trace.
    const Step* step = nullptr;
};

/// Denied where one action or more of the flow is. NotAsked where no policy has a say, or the design does not show the
/// one that would have to allow.
PolicyVerdict policyVerdictOf(const Trace& trace);

/// "denied by vpce-s3", "unknown: vpce-s3"; empty where nothing stands against the flow.
std::string wordsOnLine(const Design& design, const PolicyVerdict& verdict);

}  // namespace gw
