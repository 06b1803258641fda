#pragma once
#include <tl/expected.hpp>

#include <functional>
#include <string>
#include <string_view>

#include "model/core/result.h"
#include "model/policy/read.h"

namespace gw::cli {

/// Answers each line of the file, or of standard input for "-", by one line. A line that cannot be read is answered by
/// what is wrong with it, so that answers and lines stay side by side; it is an error in the end. `what`: "requests".
Result<int> answerLines(const std::string& path, std::string_view what,
                        const std::function<tl::expected<std::string, PolicyProblem>(std::string_view line)>& answer);

}  // namespace gw::cli
