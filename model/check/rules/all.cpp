#include "model/check/rules/rules.h"

namespace gw {

std::span<const Rule* const> allRules() {
    using namespace rules;
    static const std::vector<const Rule*> all = {
        &subnetInTwoAcls,               // ACL001
        &aclNumberOutOfRange,           // ACL002
        &aclNumberTwice,                // ACL003
        &aclBlocksRequest,              // ACL004
        &aclBlocksReply,                // ACL005
        &aclBlocksEndpoint,             // ACL006
        &aclBlocksGatewayEndpoint,      // ACL007
        &aclWithoutEntries,             // ACL009
        &privateApiWithoutPolicy,       // API001
        &privateApiWithoutEndpoint,     // API003
        &dnsSupportOff,                 // DNS001
        &dnsHostnamesOff,               // DNS002
        &privateDnsOff,                 // DNS003
        &apiNamesHidden,                // DNS008
        &vpcWithoutBlock,               // NET001
        &vpcBlockSize,                  // NET002
        &blockWithHostBits,             // NET003
        &vpcBlockRefused,               // NET004
        &vpcBlocksOverlap,              // NET008
        &subnetOutsideVpc,              // NET010
        &subnetsOverlap,                // NET011
        &subnetBlockSize,               // NET012
        &zoneOfAnotherRegion,           // NET015
        &thingWithoutSubnet,            // NET020
        &referenceAcrossVpcs,           // NET022
        &twoInternetGateways,           // NET023
        &peeredVpcsOverlap,             // NET025
        &subnetAssignsPublicAddresses,  // NET027
        &publicAddressWithoutNeed,      // NET028
        &privateSubnetIsPublic,         // NET029
        &publicSubnetIsNot,             // NET030
        &vpcWithoutFlowLogs,            // OBS001
        &endpointWithoutFlowLogs,       // OBS003
        &subnetInTwoRouteTables,        // RTE001
        &routeTwice,                    // RTE003
        &routeToNothing,                // RTE004
        &routeTargetInOtherVpc,         // RTE005
        &natWithoutExit,                // RTE008
        &natWithoutAddress,             // RTE009
        &peeringWithoutReturnRoute,     // RTE020
        &transitivePeering,             // RTE021
        &gatewayEndpointFromOutside,    // RTE023
    };
    return all;
}

}  // namespace gw
