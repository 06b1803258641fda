#pragma once
#include <string>
#include <vector>

#include "model/design/design.h"

namespace gw {

/// A route that AWS keeps in a table by itself and nobody can take out of it.
struct ImpliedRoute {
    std::string destination{};  ///< a block of the VPC, or the service whose prefix list it is: "s3"
    AnyId target{};             ///< the gateway endpoint; empty for local
    friend bool operator==(const ImpliedRoute&, const ImpliedRoute&) = default;
};

/// The local routes for the blocks of the VPC, then those of the gateway endpoints associated with the table (FACTS
/// F-101).
std::vector<ImpliedRoute> impliedRoutesOf(const Design& design, const RouteTable& table);

}  // namespace gw
