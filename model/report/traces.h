#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/repair/repair.h"

/// What happens to the flows of a design, as people and other programs read it.
namespace gw {

enum class TracesFormat : std::uint8_t { Text, Json };
constexpr auto namesOf(TracesFormat) {
    return std::to_array<EnumName<TracesFormat>>(
        {{TracesFormat::Text, "text", "Text"}, {TracesFormat::Json, "json", "JSON"}});
}

/// What a stage is called on screen and in texts: whose security group lets in depends on where the hop is.
std::string_view stageName(const Design& design, const Hop& hop, Stage stage);

/// "private, by gateway endpoint"; "so far private, by gateway endpoint" where policies could not be asked for want of
/// a role.
std::string verdictText(const Trace& trace);
/// The sentence of the trace, and why its policies were not asked, where they were not.
std::string summaryOf(const Trace& trace);

/// The fewest words for where a flow stops, as they stand on its line and in the matrix: "sg out".
std::string_view shortName(Stage stage);

/// What a design's flows do, and what was asked besides. All of it must outlive the report.
struct TracedDesign {
    std::string_view path{};  ///< as the user named it; "-" for standard input
    const Design* design = nullptr;
    Traces traces{};
    /// Ids of what is taken out of the design, names of zones that are down; empty where nothing is asked so.
    std::vector<std::string> without{};
    /// What that does to the flows.
    std::span<const FlowChange> changes{};
    /// What would make flows as they are wanted; empty where that is not asked.
    std::map<Id<Flow>, std::vector<Repair>> repairs{};
};

/// Each flow with its hops and what was decided at each; a line for each step, marked "ok", "STOP", "?" or "-". With
/// `without`, what changes stands first, and then the flows that change alone.
std::string tracesText(const TracedDesign& traced);
/// resources/schema/traces.schema.json says what stands where.
std::string tracesJson(const TracedDesign& traced);

}  // namespace gw
