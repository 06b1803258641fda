#pragma once
#include <array>
#include <string>
#include <string_view>

#include "model/reach/matrix.h"

/// The private-path matrix, as people, spreadsheets and other programs read it.
namespace gw {

enum class MatrixFormat : std::uint8_t { Text, Json, Csv };
constexpr auto namesOf(MatrixFormat) {
    return std::to_array<EnumName<MatrixFormat>>({{MatrixFormat::Text, "text", "Text"},
                                                  {MatrixFormat::Json, "json", "JSON"},
                                                  {MatrixFormat::Csv, "csv", "CSV"}});
}

/// A block for each source, a line for each target: the verdict, and the way or what stops it. What is not as wanted is
/// marked with "!".
std::string matrixText(const Design& design, const VerdictMatrix& matrix);
/// resources/schema/matrix.schema.json says what stands where. `path` is the design as the user named it.
std::string matrixJson(std::string_view path, const VerdictMatrix& matrix);
/// RFC 4180 with a line of headings, a line for each cell. A name that a spreadsheet would take for a formula gets an
/// apostrophe in front.
std::string matrixCsv(const Design& design, const VerdictMatrix& matrix);

}  // namespace gw
