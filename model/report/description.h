#pragma once
#include <span>
#include <string>

#include "model/check/rule.h"

namespace gw {

/// A thing in one line for somebody who does not see it: kind, name, worst finding, how its flows fare. "workload
/// payment, error: ..., 3 private, 1 blocked".
std::string descriptionOf(const Facts& facts, std::span<const Diagnostic> diagnostics, const AnyId& id);

/// What is shown beside the pointer: the name, then kind and address block, then the worst finding; a line each.
std::string tipOf(const Facts& facts, std::span<const Diagnostic> diagnostics, const AnyId& id);

}  // namespace gw
