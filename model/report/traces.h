#pragma once
#include <span>
#include <string>
#include <string_view>

#include "model/reach/trace.h"

/// What happens to the flows of a design, as people and other programs read it.
namespace gw {

enum class TracesFormat : std::uint8_t { Text, Json };
constexpr auto namesOf(TracesFormat) {
    return std::to_array<EnumName<TracesFormat>>(
        {{TracesFormat::Text, "text", "Text"}, {TracesFormat::Json, "json", "JSON"}});
}

/// Each flow with its hops and what was decided at each; a line for each step, marked "ok", "STOP", "?" or "-".
std::string tracesText(const Design& design, std::span<const Trace> traces);
/// resources/schema/traces.schema.json says what stands where. `path` is the design as the user named it.
std::string tracesJson(std::string_view path, std::span<const Trace> traces);

}  // namespace gw
