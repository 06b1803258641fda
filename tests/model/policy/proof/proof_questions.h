#pragma once
#include <string>

#include "model/policy/evaluate.h"
#include "model/policy/proof/prove.h"

/// Questions for tests, and the judge's word on their answers.
namespace gw {

/// A policy of statements as a JSON array or one object, in which what is missing is filled in: each allows every
/// action on everything, in words of its own or of these.
std::string policyOf(const std::string& statements);

/// Ends the test where the question is refused.
ProofAnswer answerTo(const std::string& question);
/// `policy`, `than`: documents.
ProofAnswer noMorePermissive(const std::string& policy, const std::string& than);
ProofAnswer changed(const std::string& before, const std::string& after);
ProofAnswer dead(const std::string& policy);

/// What the judge says to the document, which must be one that `policy evaluate` takes.
AccessResult judged(const std::string& request);
/// The same of the document that the counter-example is given as.
AccessResult judged(const CounterExample& example);

}  // namespace gw
