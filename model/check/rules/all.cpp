#include "model/check/rules/rules.h"

namespace gw {

std::span<const Rule* const> allRules() {
    using namespace rules;
    static const std::vector<const Rule*> all = {
        &vpcWithoutBlock,      // NET001
        &vpcBlockSize,         // NET002
        &blockWithHostBits,    // NET003
        &vpcBlockRefused,      // NET004
        &vpcBlocksOverlap,     // NET008
        &subnetOutsideVpc,     // NET010
        &subnetsOverlap,       // NET011
        &subnetBlockSize,      // NET012
        &zoneOfAnotherRegion,  // NET015
    };
    return all;
}

}  // namespace gw
