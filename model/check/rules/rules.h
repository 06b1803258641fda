#pragma once
#include "model/check/rule.h"

/// One line for each rule, in order of code. A rule stands in the file of its name; check.cpp lists them.
namespace gw::rules {

}  // namespace gw::rules
