#include <array>

#include "model/policy/lint/checks/checks.h"

namespace gw {

std::span<const PolicyCheck* const> allPolicyChecks() {
    using namespace lint;
    static constexpr std::array all{
        &endpointPolicyAdmitsAll,
        &gatewayPrincipalNarrowed,
        &networkConditionOnAllow,
        &networkDenyWithoutExceptions,
        &everybodyLockedOut,
        &sourceIpBehindEndpoint,
        &privateIpWithoutVpc,
        &resourceIsPublic,
        &allowForAllButSome,
        &servicePrincipalFromAnywhere,
        &anyRolePassed,
        &allowOfAllButSome,
        &policyAllowsNothing,
        &statementWithoutEffect,
        &conditionNeverHolds,
        &trustOpenToAnyone,
        &perimeterKeyNotSent,
        &federationUnconditional,
        &policyNotJson,
        &versionMissing,
        &versionUnknown,
        &policyWithoutStatement,
        &elementUnknown,
        &effectUnknown,
        &elementPairBroken,
        &principalMisplaced,
        &principalMalformed,
        &actionUnknown,
        &actionMatchesNothing,
        &arnMalformed,
        &arnFieldUnsupported,
        &resourceFitsNoAction,
        &operatorUnknown,
        &conditionKeyUnsupported,
        &conditionValueOfWrongType,
        &wildcardWithoutLike,
        &setOperatorMisused,
        &networkIdMalformed,
        &sidMalformed,
        &variableMalformed,
        &policyTooLong,
        &elementRedundant,
        &elementEmpty,
        &blockNotCanonical,
        &endpointPolicyIdentifier,
        &endpointPolicyWildcard,
        &endpointPolicyAccount,
        &endpointPolicyNegatesPrincipal,
        &actionOfOtherService,
        &resourceOfOtherPlace,
        &elementOfWrongType,
        &placeholderLeft,
        &characterRefused,
    };
    return all;
}

}  // namespace gw
