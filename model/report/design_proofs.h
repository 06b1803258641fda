#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/check/facts.h"
#include "model/policy/proof/prove.h"
#include "model/scene/overlay.h"

/// Questions about every request there is, asked of the policies of a design.
namespace gw {

struct DesignProof {
    ProofAnswer::Verdict verdict = ProofAnswer::Verdict::Unknown;
    std::string summary{};             ///< one sentence: what is proved, or what shows otherwise
    std::vector<std::string> lines{};  ///< the counter-example, or what was found, a line each
    std::string reason{};              ///< why it is not known, or what is worth knowing beside the answer
    /// The counter-example on the canvas; none where there is none.
    std::optional<AnswerLine> picture{};
    friend bool operator==(const DesignProof&, const DesignProof&) = default;
};

/// "Nobody reaches the resource other than through the endpoint." Asked of each role of the design with its policies,
/// and of whoever else has policies of their own that allow everything.
DesignProof proveOnlyThrough(const Network& network, const ServiceResource& resource, const Endpoint& endpoint);

/// "Neither principals nor resources of accounts that are not ours pass the endpoint's policy."
DesignProof proveNoStranger(const Design& design, const Endpoint& endpoint);

/// "Each statement of each policy changes something." Refuted by those that do not.
DesignProof proveNothingDead(const Facts& facts);

/// "The policies say what they said in `before`." Refuted by requests that are gained or lost.
DesignProof proveNothingChanged(const Facts& facts, const Design& before);

}  // namespace gw
