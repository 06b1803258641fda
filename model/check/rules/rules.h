#pragma once
#include "model/check/rule.h"

/// One line for each rule, in order of code. A rule stands in the file of its name; all.cpp lists them.
namespace gw::rules {

extern const Rule vpcWithoutBlock;      // NET001
extern const Rule vpcBlockSize;         // NET002
extern const Rule blockWithHostBits;    // NET003
extern const Rule vpcBlockRefused;      // NET004
extern const Rule vpcBlocksOverlap;     // NET008
extern const Rule subnetOutsideVpc;     // NET010
extern const Rule subnetsOverlap;       // NET011
extern const Rule subnetBlockSize;      // NET012
extern const Rule zoneOfAnotherRegion;  // NET015

}  // namespace gw::rules
