#pragma once
#include <vector>

#include "model/edit/edit.h"
#include "model/reach/network.h"
#include "model/reach/trace.h"

namespace gw {

/// Edits that make the flow as it is wanted, and what then happens to it.
struct Solution {
    std::vector<Edit> steps{};
    int effort = 0;
    Trace trace{};
};

/// Solutions, least effort first, none of which holds an edit that it could do without. At most `wanted`; fewer where a
/// bounded search (some hundred traces) finds no more.
std::vector<Solution> solutionsFor(const Network& network, const Id<Flow>& flow, std::size_t wanted);

}  // namespace gw
