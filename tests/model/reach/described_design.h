#pragma once
#include <filesystem>

#include "model/design/design.h"

namespace gw {

/// The design that the answers of AWS's describe calls in the folder tell: one JSON file for each call, as the AWS
/// command line writes them. Reads what the tests of ways need, no more.
Design describedDesign(const std::filesystem::path& folder, const char* region);

}  // namespace gw
