#include <algorithm>

#include "model/repair/acl_openings.h"

namespace gw {
namespace {

std::vector<AclOpening> missing(const Situation& situation, const NetworkAcl& acl, Stage stage) {
    if (stage == Stage::AclOut) return aclOpenings(situation, acl, AclPass::CallOut);
    if (stage == Stage::AclIn) return aclOpenings(situation, acl, AclPass::CallIn);
    std::vector<AclOpening> both = aclOpenings(situation, acl, AclPass::ReplyOut);
    for (AclOpening& each : aclOpenings(situation, acl, AclPass::ReplyIn))
        if (std::ranges::find(both, each) == both.end()) both.push_back(std::move(each));
    return both;
}

}  // namespace

std::vector<Candidate> passAcl(const Situation& situation, const Step& step) {
    const NetworkAcl* acl = find(situation.design(), Id<NetworkAcl>{step.subject.value});
    if (!acl) return {};
    const auto openings = missing(situation, *acl, step.stage);
    if (openings.empty()) return {};
    std::vector<Edit> steps = opened(*acl, openings);
    const bool replies = step.stage != Stage::AclOut && step.stage != Stage::AclIn;
    const std::string what = replies ? "replies (1024-65535)" : situation.call();
    const std::string where = steps.size() == 2                              ? "out and in"
                              : openings.front().direction == Direction::Out ? "out"
                                                                             : "in";
    const std::string label = "Let " + what + " " + where + " through " + situation.name(acl->id);
    return {{inOrder(label, std::move(steps)), 2}};
}

}  // namespace gw
