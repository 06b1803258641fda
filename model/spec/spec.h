#pragma once
#include <string>
#include <string_view>

#include "model/core/json.h"
#include "model/design/design.h"

/// The document as a file: JSON "gatewright/1". It is the specification other tools read; its schema is schemaText().
namespace gw {

/// Why a text is no design, and where.
struct SpecError {
    TextPosition at{};
    std::string path{};     ///< "subnets/app-a/cidr"; empty for the whole document
    std::string message{};  ///< what is wrong, then what to do

    /// "line:column: path: message", as it follows a file's name.
    std::string text() const;
};

/// Reads a document. Strict: all of it or an error. What is well-formed but AWS would refuse is read (and judged
/// later). Time and memory are linear in the text; texts over `maxSpecBytes` are refused.
tl::expected<Design, SpecError> readSpec(std::string_view text);
inline constexpr std::size_t maxSpecBytes = 64u << 20;

/// Writes a document in one standard order and layout: readSpec(writeSpec(d)) == d, and writing what was read from a
/// written text gives the same bytes. Fields at their default are left out.
std::string writeSpec(const Design& design);

/// The JSON Schema (draft-07) of the document, generated from the fields of the rows. What readSpec() takes is valid by
/// it. What is valid by it readSpec() takes, but for what no schema can say: an id given twice or of no row of the kind
/// that is wanted, a member given twice, a range of ports that ends before it starts, half of a surrogate pair, a
/// number beyond doubles, and nesting too deep.
std::string schemaText();

}  // namespace gw
