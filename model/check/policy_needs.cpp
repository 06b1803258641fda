#include "model/check/policy_needs.h"

namespace gw {

std::vector<PolicyNeed> policyNeedsOf(const FlowFacts& flow) {
    std::vector<PolicyNeed> needs;
    if (!flow.service) return needs;
    for (const std::string& action : flow.flow.actions)
        needs.push_back({action, flow.flow.resourceArn.empty() ? flow.service->arn : flow.flow.resourceArn});
    return needs;
}

}  // namespace gw
