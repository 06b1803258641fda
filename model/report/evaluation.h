#pragma once
#include <string>
#include <string_view>

#include "model/core/json.h"
#include "model/policy/evaluate.h"

/// What the judge of policies says, as text and as JSON (resources/schema/policy-answer.schema.json).
namespace gw {

/// Whose statement it is, in which policy, and its Sid, or its number where it has none.
JsonNode statementJson(const StatementName& name);
/// Result, deciding statements, missing keys, and what each statement has to do with the request.
std::string evaluationText(const Evaluation& evaluation);
/// Result, deciding statements and missing keys over several lines, with a line's end.
std::string evaluationJson(const Evaluation& evaluation);
/// The same on one line, with its end.
std::string evaluationLine(const Evaluation& evaluation);
/// The answer to a request that cannot be read, on one line with its end.
std::string refusalLine(std::string_view problem);

}  // namespace gw
