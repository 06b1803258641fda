#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/evaluate.h"
#include "model/reach/ruling.h"

/// What policies say to a call, in sentences.
namespace gw {

/// Who asks for what.
struct AskedNames {
    std::string_view caller{};
    std::string_view target{};
    std::string_view arn{};
};

/// One sentence, and where it helps a second one with `reason`.
std::string policySentence(const Ruling& ruling, const std::vector<std::string>& actions, const std::string& reason,
                           const AskedNames& names);
/// "read-orders: ReadOrders", "read-orders: statement 2".
std::string nameOf(const StatementName& statement);
/// The statement that comes closest to allowing the request, and what is against it; empty where none speaks of the
/// action.
std::string nearMiss(const Evaluation& told, PolicyType type);

}  // namespace gw
