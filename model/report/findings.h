#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/check/rule.h"

/// What was found in designs, as people and other programs read it. The same bytes for the same designs, whoever asks.
namespace gw {

enum class FindingsFormat : std::uint8_t { Text, Json, Sarif, Junit };
constexpr auto namesOf(FindingsFormat) {
    return std::to_array<EnumName<FindingsFormat>>({{FindingsFormat::Text, "text", "Text"},
                                                    {FindingsFormat::Json, "json", "JSON"},
                                                    {FindingsFormat::Sarif, "sarif", "SARIF 2.1.0"},
                                                    {FindingsFormat::Junit, "junit", "JUnit XML"}});
}

/// One design and what was found in it. All of it must outlive the report.
struct CheckedDesign {
    std::string path{};       ///< as the user named it; "-" for standard input
    std::string_view text{};  ///< the document as it was read: line and column of a finding come from it
    const Design* design = nullptr;
    std::vector<Diagnostic> diagnostics{};
};

/// Which findings count, and which rules were asked.
struct FindingsScope {
    /// The least severity that makes a check fail; empty where nothing does. Waived findings never count.
    std::optional<Severity> failOn = Severity::Error;
    /// In order of code; all of them unless some were chosen.
    std::span<const Rule* const> rules = allRules();
};

/// Whether the finding makes the check fail.
bool counts(const Diagnostic& diagnostic, const FindingsScope& scope);

std::string findingsReport(FindingsFormat format, std::span<const CheckedDesign> designs, const FindingsScope& scope);

/// A line for each finding, "path:line:column: error VPE009 (subject): message", then how many there are. Control
/// characters of the user's own names are shown as U+FFFD.
std::string findingsText(std::span<const CheckedDesign> designs);
/// resources/schema/findings.schema.json says what stands where.
std::string findingsJson(std::span<const CheckedDesign> designs);
/// SARIF 2.1.0, one run; waived findings are suppressed results.
std::string findingsSarif(std::span<const CheckedDesign> designs, const FindingsScope& scope);
/// A test suite for each design with a case for each finding and each rule that found nothing; findings that count are
/// failures, waived ones are skipped.
std::string findingsJunit(std::span<const CheckedDesign> designs, const FindingsScope& scope);

}  // namespace gw
