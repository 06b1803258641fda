#pragma once
#include "model/policy/lint/policy_check.h"

/// One value for each check; all.cpp lists them in order of code.
namespace gw::lint {

// What the grammar asks for
extern const PolicyCheck policyNotJson;
extern const PolicyCheck versionMissing;
extern const PolicyCheck versionUnknown;
extern const PolicyCheck policyWithoutStatement;
extern const PolicyCheck elementUnknown;
extern const PolicyCheck effectUnknown;
extern const PolicyCheck elementPairBroken;
extern const PolicyCheck principalMisplaced;
extern const PolicyCheck principalMalformed;
extern const PolicyCheck actionUnknown;
extern const PolicyCheck actionMatchesNothing;
extern const PolicyCheck arnMalformed;
extern const PolicyCheck arnFieldUnsupported;
extern const PolicyCheck resourceFitsNoAction;
extern const PolicyCheck operatorUnknown;
extern const PolicyCheck conditionKeyUnsupported;
extern const PolicyCheck conditionValueOfWrongType;
extern const PolicyCheck wildcardWithoutLike;
extern const PolicyCheck setOperatorMisused;
extern const PolicyCheck networkIdMalformed;
extern const PolicyCheck sidMalformed;
extern const PolicyCheck variableMalformed;
extern const PolicyCheck policyTooLong;
extern const PolicyCheck elementRedundant;
extern const PolicyCheck elementEmpty;
extern const PolicyCheck blockNotCanonical;
extern const PolicyCheck endpointPolicyIdentifier;
extern const PolicyCheck endpointPolicyWildcard;
extern const PolicyCheck endpointPolicyAccount;
extern const PolicyCheck endpointPolicyNegatesPrincipal;
extern const PolicyCheck actionOfOtherService;
extern const PolicyCheck resourceOfOtherPlace;
extern const PolicyCheck elementOfWrongType;
extern const PolicyCheck placeholderLeft;
extern const PolicyCheck characterRefused;

// What it comes to
extern const PolicyCheck endpointPolicyAdmitsAll;
extern const PolicyCheck gatewayPrincipalNarrowed;
extern const PolicyCheck networkConditionOnAllow;
extern const PolicyCheck networkDenyWithoutExceptions;
extern const PolicyCheck everybodyLockedOut;
extern const PolicyCheck sourceIpBehindEndpoint;
extern const PolicyCheck privateIpWithoutVpc;
extern const PolicyCheck resourceIsPublic;
extern const PolicyCheck allowForAllButSome;
extern const PolicyCheck servicePrincipalFromAnywhere;
extern const PolicyCheck anyRolePassed;
extern const PolicyCheck allowOfAllButSome;
extern const PolicyCheck policyAllowsNothing;
extern const PolicyCheck statementWithoutEffect;
extern const PolicyCheck conditionNeverHolds;
extern const PolicyCheck trustOpenToAnyone;
extern const PolicyCheck perimeterKeyNotSent;
extern const PolicyCheck federationUnconditional;

}  // namespace gw::lint
