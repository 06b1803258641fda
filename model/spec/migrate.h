#pragma once
#include <string_view>

#include "model/core/json.h"

namespace gw {

/// What the "format" of a document written by this program says.
inline constexpr std::string_view specFormat = "gatewright/1";

/// Brings a document to the form of today, whatever version wrote it. Refuses what has no version or a newer one.
tl::expected<void, JsonError> migrate(JsonNode& document);

}  // namespace gw
