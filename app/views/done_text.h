#pragma once
#include <QString>

#include <string_view>

namespace gw {

/// What is told after an edit was done, from what its button says: "Add flow log to vpc" becomes "Added flow log to
/// vpc."
QString doneText(std::string_view label);

}  // namespace gw
