#pragma once
#include "model/policy/policy.h"

/// Simple comparisons of statements: true is certain, false may only mean that it does not show.
namespace gw {

/// Whether both conditions ask for the same.
bool isSameCondition(const PolicyCondition& a, const PolicyCondition& b);
/// Whether `outer` speaks of every action that `inner` speaks of.
bool actionsCover(const PolicyStatement& outer, const PolicyStatement& inner);
/// Whether `outer` speaks of every request that `inner` speaks of, effect aside.
bool covers(const PolicyStatement& outer, const PolicyStatement& inner);

}  // namespace gw
