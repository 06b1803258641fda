#pragma once
#include <optional>
#include <string>

namespace gw {

/// Whether some request is allowed by the first identity policy and not by the second, as the solver Z3 has it; none
/// where it finds no answer within so many steps (its `rlimit`: the same on every machine). Where neither allows
/// anything they are held beside one that allows everything. For policies of the small world without variables. Written
/// anew from AWS's documents: the prover shares none of it but the reading of dates and address blocks.
std::optional<bool> z3Differs(const std::string& policy, const std::string& than, unsigned steps);

/// Values that a key with several may have here; the prover may find more.
inline constexpr std::size_t z3MostValues = 4;

}  // namespace gw
