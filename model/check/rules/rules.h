#pragma once
#include "model/check/rule.h"

/// One line for each rule, in order of code. A rule stands in the file of its name; all.cpp lists them.
namespace gw::rules {

extern const Rule subnetInTwoAcls;                       // ACL001
extern const Rule aclNumberOutOfRange;                   // ACL002
extern const Rule aclNumberTwice;                        // ACL003
extern const Rule aclBlocksRequest;                      // ACL004
extern const Rule aclBlocksReply;                        // ACL005
extern const Rule aclBlocksEndpoint;                     // ACL006
extern const Rule aclBlocksGatewayEndpoint;              // ACL007
extern const Rule aclWithoutEntries;                     // ACL009
extern const Rule privateApiWithoutPolicy;               // API001
extern const Rule privateApiWithoutEndpoint;             // API003
extern const Rule backendCallsPublicApi;                 // API005
extern const Rule interfaceEndpointWhereGatewayWouldDo;  // CST001
extern const Rule dnsSupportOff;                         // DNS001
extern const Rule dnsHostnamesOff;                       // DNS002
extern const Rule privateDnsOff;                         // DNS003
extern const Rule apiNamesHidden;                        // DNS008
extern const Rule vpcWithoutBlock;                       // NET001
extern const Rule vpcBlockSize;                          // NET002
extern const Rule blockWithHostBits;                     // NET003
extern const Rule vpcBlockRefused;                       // NET004
extern const Rule vpcBlocksOverlap;                      // NET008
extern const Rule subnetOutsideVpc;                      // NET010
extern const Rule subnetsOverlap;                        // NET011
extern const Rule subnetBlockSize;                       // NET012
extern const Rule zoneOfAnotherRegion;                   // NET015
extern const Rule thingWithoutSubnet;                    // NET020
extern const Rule referenceAcrossVpcs;                   // NET022
extern const Rule twoInternetGateways;                   // NET023
extern const Rule peeredVpcsOverlap;                     // NET025
extern const Rule subnetAssignsPublicAddresses;          // NET027
extern const Rule publicAddressWithoutNeed;              // NET028
extern const Rule privateSubnetIsPublic;                 // NET029
extern const Rule publicSubnetIsNot;                     // NET030
extern const Rule vpcWithoutFlowLogs;                    // OBS001
extern const Rule endpointWithoutFlowLogs;               // OBS003
extern const Rule roleWiderThanItsNeeds;                 // PSE007
extern const Rule subnetInTwoRouteTables;                // RTE001
extern const Rule routeTwice;                            // RTE003
extern const Rule routeToNothing;                        // RTE004
extern const Rule routeTargetInOtherVpc;                 // RTE005
extern const Rule natWithoutExit;                        // RTE008
extern const Rule natWithoutAddress;                     // RTE009
extern const Rule internetRouteWithoutPublicAddress;     // RTE012
extern const Rule privateSubnetRoutesToInternet;         // RTE013
extern const Rule serviceOverInternetGateway;            // RTE014
extern const Rule gatewayEndpointMissesRouteTable;       // RTE015
extern const Rule gatewayEndpointWithoutRouteTable;      // RTE016
extern const Rule peeringWithoutReturnRoute;             // RTE020
extern const Rule transitivePeering;                     // RTE021
extern const Rule gatewayEndpointFromOutside;            // RTE023
extern const Rule securityGroupWithoutRules;             // SGR001
extern const Rule callerEgressMissesEndpoint;            // SGR002
extern const Rule callerEgressMissesPrefixList;          // SGR003
extern const Rule securityGroupOfAnotherVpc;             // SGR004
extern const Rule securityGroupOpenToInternet;           // SGR012
extern const Rule adminPortOpenToInternet;               // SGR013
extern const Rule defaultSecurityGroupInUse;             // SGR018
extern const Rule gatewayTypeNotOffered;                 // VPE001
extern const Rule privateDnsTwice;                       // VPE005
extern const Rule interfaceEndpointWithoutSubnet;        // VPE006
extern const Rule endpointSubnetsShareZone;              // VPE007
extern const Rule endpointOnDefaultSecurityGroup;        // VPE009
extern const Rule endpointGroupKeepsCallerOut;           // VPE010
extern const Rule endpointGroupAdmitsTooMany;            // VPE011
extern const Rule attributeOfOtherEndpointType;          // VPE013
extern const Rule needWithoutPath;                       // VPE015
extern const Rule needOverPublicPath;                    // VPE016
extern const Rule interfacePrivateDnsBesideGateway;      // VPE018
extern const Rule endpointTypeForTheNeed;                // VPE024

}  // namespace gw::rules
