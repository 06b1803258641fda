#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/ip.h"

/// Values of conditions as IAM writes them (F-299). Each is none where the text is no such value.
namespace gw {

/// An integer or decimal: "10", "-2.5".
std::optional<double> numberOf(std::string_view text);
/// "true" or "false", in any case.
std::optional<bool> boolOf(std::string_view text);
/// Milliseconds since 1970-01-01T00:00:00Z. Takes the ISO 8601 forms of the W3C note ("2026", "2026-11",
/// "2026-11-24", "2026-11-24T08:00Z", with seconds, fractions and an offset) and seconds since 1970 ("1700000000");
/// four digits are a year. Fractions beyond a millisecond are cut off.
std::optional<std::int64_t> momentOf(std::string_view text);
/// The bytes of a base-64 text.
std::optional<std::string> bytesOfBase64(std::string_view text);
/// An address block; an address alone is a block of one.
std::optional<Cidr> addressBlockOf(std::string_view text);

}  // namespace gw
