#pragma once
#include <string>

#include "model/policy/proof/prove.h"

/// What the prover answers, as text and as JSON (resources/schema/policy-proof.schema.json).
namespace gw {

/// One sentence with the answer, what it rests on, and the counter-example.
std::string proofText(const ProofQuestion& question, const ProofAnswer& answer);
/// Over several lines, with a line's end.
std::string proofJson(const ProofAnswer& answer);
/// The same on one line, with its end.
std::string proofLine(const ProofAnswer& answer);
/// The document that `policy evaluate` reads.
JsonNode requestJson(const CounterExample& example);

}  // namespace gw
