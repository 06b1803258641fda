#include <algorithm>
#include <cctype>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/design/references.h"
#include "model/edit/change.h"
#include "model/repair/least_privilege.h"

namespace gw::rules {
namespace {

/// The calls of the workload that its role would sign.
std::vector<const FlowFacts*> callsOf(const Facts& facts, const Workload& workload) {
    std::vector<const FlowFacts*> calls;
    for (const Flow* flow : facts.network().flowsFrom(workload.id))
        if (const FlowFacts* each = facts.flowOf(flow->id); each && each->service && isWanted(each->flow) &&
                                                            each->flow.principal == FlowPrincipal::Role &&
                                                            !each->flow.actions.empty() && !each->flow.role)
            calls.push_back(each);
    return calls;
}

constexpr std::size_t longestRoleName = 64;

/// As IAM takes it: letters, digits and a few signs, at most 64, no other role of the account named so (IAM User Guide,
/// IAM and AWS STS quotas; names are told apart without regard to case).
std::string roleNameFor(const Design& design, const Workload& workload, const Id<Account>& account) {
    std::string base = workload.id.value;
    for (char& letter : base)
        if (!std::isalnum(static_cast<unsigned char>(letter)) &&
            std::string_view("+=,.@-_").find(letter) == std::string_view::npos)
            letter = '-';
    const auto lower = [](std::string text) {
        std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
        return text;
    };
    for (int number = 1;; ++number) {
        const std::string end = number == 1 ? "-role" : "-role-" + std::to_string(number);
        std::string name = base.substr(0, longestRoleName - end.size()) + end;
        if (std::ranges::none_of(design.roles, [&](const Role& each) {
                return each.account == account && lower(each.name) == lower(name);
            }))
            return name;
    }
}

/// A role of its own that may do what the calls need, and nothing else; none where the design does not say what they
/// ask for.
std::vector<Fix> fixesOf(const Facts& facts, const Workload& workload, const std::vector<const FlowFacts*>& calls) {
    std::vector<PolicyNeed> needs;
    for (const FlowFacts* call : calls) {
        for (PolicyNeed& each : needsOf(facts.network(), call->flow, *call->service)) needs.push_back(std::move(each));
        for (PolicyNeed& each : keyNeedsOf(facts.network(), call->flow, *call->service))
            needs.push_back(std::move(each));
    }
    if (std::ranges::any_of(needs, [](const PolicyNeed& each) { return each.resource.empty(); })) return {};
    const Vpc* vpc = facts.network().vpcOf(workload);
    const Region* region = vpc ? find(facts.design(), vpc->region) : nullptr;
    Role role;
    if (region) role.account = region->account;
    role.policies = {{"flows", leastPrivilege(needs)}};
    std::string label = "Give " + facts.name(workload.id) + " a role that may do what its flows need";
    return {reviewedFix(label, Edit(label, [role = std::move(role), id = workload.id](Design& design) -> Status {
                            const Workload* caller = design.workloads.find(id);
                            if (!caller || caller->role) return fail("It has a role by now.");
                            Role added = role;
                            added.id = {freeId(design, id.value.substr(0, 100) + "-role")};
                            added.name = roleNameFor(design, *caller, added.account);
                            const Status done =
                                edits::change(design.workloads, id, [&](Workload& row) { row.role = added.id; });
                            if (done) design.roles.put(std::move(added));
                            return done;
                        }))};
}

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    const std::vector<const FlowFacts*> calls = callsOf(facts, workload);
    std::vector<std::string> targets;
    for (const FlowFacts* call : calls) {
        if (call->trace.unasked.empty()) continue;
        if (std::string name = facts.name(call->service->id); std::ranges::find(targets, name) == targets.end())
            targets.push_back(std::move(name));
    }
    if (targets.empty()) return;
    found.push_back({workload.id,
                     facts.name(workload.id) + " has no role in the design: no policy is asked about its calls to " +
                         listOf(targets) + ".",
                     Severity::Hint, fixesOf(facts, workload, calls)});
}

}  // namespace

extern const Rule callerWithoutRole = {
    .code = "PSE037",
    .name = "caller-without-role",
    .severity = Severity::Hint,
    .category = Category::Traffic,
    .title = "Who calls AWS services has a role that signs the calls",
    .why =
        "AWS refuses a call to its services that nobody signs, unless the resource lets everybody in. A function has "
        "an "
        "execution role, a pod at least that of its node; an instance without an instance profile or a task without a "
        "task role has no credentials to sign with. Without the role in the design its policies are not asked: that "
        "the way is open does not mean that the call is allowed.",
    .howToFix = "Choose the role that the code acts as, or let one be made that may do what the flows need.",
    .source =
        "IAM User Guide, Policy evaluation logic (F-306); Using IAM roles with Amazon EC2, Amazon ECS, AWS Lambda",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
