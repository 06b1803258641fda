#include "model/check/closings.h"

#include <algorithm>
#include <array>
#include <set>

#include "model/check/needs.h"
#include "model/check/outlook.h"
#include "model/core/words.h"
#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/edit/edits.h"
#include "model/reach/call_request.h"
#include "model/repair/least_privilege.h"

namespace gw {
namespace {

constexpr std::size_t mostFixes = 3;
/// Rules of one group that are tried out.
constexpr std::size_t mostRules = 8;
/// Edits that are tried out on the whole design.
constexpr std::size_t mostOutlooks = 12;

/// Services whose resources take a policy of their own, and lose nothing by their first one.
constexpr std::array<std::string_view, 5> servicesWithPolicies{"dynamodb", "s3", "secretsmanager", "sns", "sqs"};

std::string textOfRule(const Facts& facts, const SecurityGroupRule& rule, Direction direction) {
    std::string text = rule.protocol.text();
    if (rule.protocol.hasPorts()) text = rule.ports.text() + "/" + text;
    const Cidr* block = std::get_if<Cidr>(&rule.peer);
    return text + (direction == Direction::In ? " from " : " to ") +
           (block ? block->text() : facts.name(AnyId(std::get<1>(rule.peer).value)));
}

/// Each rule of the groups that the flow passes, taken out.
std::vector<Edit> withoutRules(const Facts& facts, const FlowFacts& flow) {
    std::vector<Edit> edits;
    std::set<std::string> seen;
    for (const Stage stage : {Stage::SecurityGroupIn, Stage::SecurityGroupOut})
        for (const Hop& hop : flow.trace.hops)
            for (const Step& step : hop.steps) {
                const SecurityGroup* group = step.stage == stage && step.outcome == Outcome::Passed
                                                 ? find(facts.design(), Id<SecurityGroup>{step.subject.value})
                                                 : nullptr;
                const Direction direction = stage == Stage::SecurityGroupIn ? Direction::In : Direction::Out;
                if (!group || !seen.insert(group->id.value + (direction == Direction::In ? " in" : " out")).second)
                    continue;
                std::size_t tried = 0;
                for (const SecurityGroupRule& rule : direction == Direction::In ? group->ingress : group->egress) {
                    if (!rule.protocol.covers(flow.flow.protocol) || ++tried > mostRules) continue;
                    Edit edit = edits::removeSecurityGroupRule(group->id, direction, rule);
                    edit.label = "Take " + textOfRule(facts, rule, direction) + " out of " + facts.name(group->id);
                    edits.push_back(std::move(edit));
                }
            }
    return edits;
}

/// A statement of its own that denies the role what the flow asks for.
std::optional<Edit> deniedToRole(const Facts& facts, const FlowFacts& flow) {
    if (!flow.service || flow.flow.actions.empty()) return std::nullopt;
    const CallRequest request(facts.network(), flow.flow, *flow.service);
    const Role* role = request.signer().principal == FlowPrincipal::Role ? request.signer().role : nullptr;
    if (!role || !isOurs(facts.design(), role->account)) return std::nullopt;
    const std::vector<PolicyNeed> asked = needsOf(facts.network(), flow.flow, *flow.service);
    if (std::ranges::any_of(asked, [](const PolicyNeed& need) { return need.resource.empty(); })) return std::nullopt;
    std::vector<NamedPolicy> policies = role->policies;
    std::string name = "blocked";
    for (int i = 2; std::ranges::find(policies, name, &NamedPolicy::name) != policies.end(); ++i)
        name = "blocked-" + std::to_string(i);
    policies.push_back({name, denialOf(asked)});
    Edit edit = edits::setInlinePolicies(role->id, std::move(policies));
    edit.label =
        "Deny " + facts.name(role->id) + " " + listedWords(flow.flow.actions) + " on " + facts.name(flow.service->id);
    return edit;
}

/// The endpoints by which flows that need the resource come to it.
std::vector<Id<Endpoint>> endpointsTo(const Facts& facts, const ServiceResource& resource) {
    std::set<Id<Endpoint>> ids;
    for (const Flow* flow : facts.network().flowsTo(resource.id)) {
        const Trace* trace = isWanted(*flow) ? facts.traceOf(flow->id) : nullptr;
        if (!trace || !isPrivate(trace->network)) continue;
        for (const AnyId& id : trace->via)
            if (const Endpoint* endpoint = find(facts.design(), Id<Endpoint>{id.value})) ids.insert(endpoint->id);
    }
    return {ids.begin(), ids.end()};
}

std::optional<Edit> onlyThroughEndpoints(const Facts& facts, const ServiceResource& resource,
                                         const std::vector<std::string>& actions) {
    const auto endpoints = endpointsTo(facts, resource);
    if (endpoints.empty() || actions.empty() || resource.awsOwned || !isOurs(facts.design(), resource.account) ||
        std::ranges::find(servicesWithPolicies, resource.service) == servicesWithPolicies.end())
        return std::nullopt;
    std::vector<PolicyNeed> denied;
    for (const Flow* flow : facts.network().flowsTo(resource.id))
        for (PolicyNeed& need : needsOf(facts.network(), *flow, resource)) {
            if (std::ranges::find(actions, need.action) == actions.end()) continue;
            // One object of a bucket stands for all that are called so.
            if (resource.service == "s3" && !resource.arn.empty() && need.resource.starts_with(resource.arn + "/"))
                need.resource = resource.arn + "/*";
            if (need.resource.empty()) return std::nullopt;
            denied.push_back(std::move(need));
        }
    std::string ids;
    std::vector<std::string> names;
    for (const Id<Endpoint>& id : endpoints) {
        ids += (ids.empty() ? "" : ", ") + quotedJson(id.value);
        names.push_back(facts.name(id));
    }
    const PolicyDocument denial = denialOf(
        denied, R"("Principal": "*", "Condition": {"StringNotEquals": {"aws:SourceVpce": [)" + ids +
                    R"(]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}, )");
    Edit edit = edits::setPolicy(resource.id, resource.policy ? withStatements(*resource.policy, denial) : denial);
    edit.label = "Keep " + facts.name(resource.id) + " to calls through " + listedWords(names);
    return edit;
}

}  // namespace

std::vector<Fix> closingFixes(const Facts& facts, const FlowFacts& flow) {
    std::vector<Edit> edits = withoutRules(facts, flow);
    if (flow.service)
        if (auto edit = onlyThroughEndpoints(facts, *flow.service, flow.flow.actions))
            edits.push_back(*std::move(edit));
    if (auto edit = deniedToRole(facts, flow)) edits.push_back(*std::move(edit));
    std::vector<Fix> fixes;
    std::size_t tried = 0;
    for (Edit& edit : edits) {
        if (fixes.size() == mostFixes || ++tried > mostOutlooks) break;
        const Outlook outlook(facts, edit);
        if (outlook.blocks(flow.flow.id) && outlook.harmsNothing()) fixes.push_back({Safety::Review, std::move(edit)});
    }
    return fixes;
}

std::optional<Fix> keptToEndpoints(const Facts& facts, const ServiceResource& resource,
                                   const std::vector<std::string>& actions) {
    auto edit = onlyThroughEndpoints(facts, resource, actions);
    if (!edit || !Outlook(facts, *edit).harmsNothing()) return std::nullopt;
    return Fix{Safety::Review, *std::move(edit)};
}

}  // namespace gw
