#pragma once
#include <span>
#include <string>

#include "model/check/rule.h"

namespace gw {

/// A thing in one line for somebody who does not see it: kind, name, worst finding, how its flows fare. "workload
/// payment, error: ..., 3 private, 1 blocked".
std::string descriptionOf(const Facts& facts, std::span<const Diagnostic> diagnostics, const AnyId& id);

/// What a thing is, in the words its users have for it: "Fargate", "S3 bucket", "Interface endpoint · Secrets Manager",
/// "Subnet · 10.0.1.0/24"; empty where there is no such thing.
std::string kindTextOf(const Design& design, const AnyId& id);

/// What is shown beside the pointer, on two lines at most: name and kind, then the worst finding, or of a flow how it
/// fares.
std::string tipOf(const Facts& facts, std::span<const Diagnostic> diagnostics, const AnyId& id);

}  // namespace gw
