#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/check/rule.h"

/// AWS's quotas, for the rules that hold a design against them.
namespace gw {

/// How much of a quota ("routes_per_table") AWS allows: its default, or the raised one that an assumption of the design
/// records under the key "quota.routes_per_table", up to what AWS raises it to. The most there is of an unknown one.
std::int64_t allowedOf(const Facts& facts, std::string_view quota);

/// An error where more of a quota is used than allowed. `what` is a sentence without its end,
/// "rt-app has 600 IPv4 routes". The fix records a raised quota, where AWS raises it that far.
std::optional<Finding> overQuota(const Facts& facts, AnyId subject, std::string_view quota, std::int64_t used,
                                 const std::string& what);

/// What a list counts against quotas of rules and routes: AWS's weight of its own lists, else the most entries it may
/// have (FACTS F-108, F-109, F-253).
std::int64_t weightOf(const PrefixList& list);

/// The family of the list's blocks; IPv4 where it has none.
IpFamily familyOf(const PrefixList& list);

/// "IPv4" or "IPv6".
std::string_view nameOf(IpFamily family);

}  // namespace gw
