#pragma once
#include <string>

#include "model/lockout/lockout.h"

/// Who a draft would lock out, as text and as JSON (resources/schema/policy-lockout.schema.json).
namespace gw {

/// A paragraph for each, then who could take it back.
std::string lockoutText(const Lockouts& answer);
/// `row`: as it was asked for.
std::string lockoutJson(const Lockouts& answer, const AnyId& row);

}  // namespace gw
