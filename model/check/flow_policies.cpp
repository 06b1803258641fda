#include "model/check/flow_policies.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "model/check/needs.h"
#include "model/design/references.h"
#include "model/edit/change.h"
#include "model/edit/edits.h"
#include "model/policy/read.h"
#include "model/reach/call_request.h"
#include "model/reach/ruling.h"
#include "model/repair/least_privilege.h"

namespace gw {
namespace {

using std::string;

/// Calls by who signs them; the name of nobody is empty.
using NeedsBySigner = std::map<string, std::vector<PolicyNeed>>;

/// Adds the needs; refuses those of what has no ARN. `of`: what is asked.
Status add(std::vector<PolicyNeed>& into, std::vector<PolicyNeed> needs, const Flow& flow, const ServiceResource& of) {
    if (std::ranges::any_of(needs, [](const PolicyNeed& each) { return each.resource.empty(); }))
        return fail(string(labelOf(of)) + " has no ARN. Write it into its fields, or into those of flow " +
                    flow.id.value + ".");
    std::ranges::move(needs, std::back_inserter(into));
    return {};
}

/// The ARN of who signs; empty for nobody and for AWS itself.
Result<string> signerOf(const CallRequest& request, const Flow& flow) {
    const Signer& signer = request.signer();
    if (signer.principal != FlowPrincipal::Role) return string();
    if (!signer.role)
        return fail("Flow " + flow.id.value + " does not say which role signs. Choose one in its fields.");
    if (!signer.isKnown)
        return fail("The account of " + string(labelOf(*signer.role)) +
                    " is not known. Write its twelve digits into the account's fields.");
    return request.on({}, flow.actions.front(), request.arnFor(flow.actions.front())).principal().name();
}

/// The flows that are to work and say what they do, with what they call.
template <class Visit>
Status eachNeed(const Facts& facts, Visit visit) {
    for (const Flow& flow : facts.design().flows) {
        const ServiceResource* target = serviceOf(facts.design(), flow);
        if (!target || !isWanted(flow) || flow.actions.empty()) continue;
        Status done = visit(flow, *target);
        if (!done) return done;
    }
    return {};
}

/// The statements of the policy that deny, as a policy; none where it has none.
std::optional<PolicyDocument> denialsOf(const PolicyDocument& policy) {
    auto root = parseJson(policy.text());
    if (!root) return std::nullopt;
    const auto at = std::ranges::find(root->children, "Statement", &std::pair<string, JsonNode>::first);
    if (at == root->children.end()) return std::nullopt;
    const auto denies = [](const JsonNode& statement) {
        const JsonNode* effect = statement.find("Effect");
        return effect && effect->text == "Deny";
    };
    if (at->second.is(JsonNode::Kind::Object)) return denies(at->second) ? std::optional(policy) : std::nullopt;
    std::erase_if(at->second.children, [&](const auto& each) { return !denies(each.second); });
    if (at->second.children.empty()) return std::nullopt;
    return PolicyDocument::of(*root);
}

/// The allowances with the denials of what stood there before.
PolicyDocument withDenials(const PolicyDocument& allowances, const std::optional<PolicyDocument>& before) {
    const auto denials = before ? denialsOf(*before) : std::nullopt;
    return denials ? withStatements(allowances, *denials) : allowances;
}

/// `membersOf`: what each statement says of the signer.
PolicyDocument policyOf(const NeedsBySigner& needs, string (*membersOf)(const string& signer)) {
    std::optional<PolicyDocument> made;
    for (const auto& [signer, own] : needs) {
        const PolicyDocument part = leastPrivilege(own, membersOf(signer));
        made = made ? withStatements(*made, part) : part;
    }
    return made.value_or(PolicyDocument());
}

/// A gateway endpoint's policy takes no principal but "*" (F-110); the condition works at every endpoint.
string membersAtEndpoint(const string& signer) {
    string everyone = R"("Principal": "*", )";
    if (signer.empty()) return everyone;
    return everyone + R"("Condition": {"ArnEquals": {"aws:PrincipalArn": )" + quotedJson(signer) + "}}, ";
}

string membersAtResource(const string& signer) {
    if (signer.empty()) return R"("Principal": "*", )";
    return R"("Principal": {"AWS": )" + quotedJson(signer) + "}, ";
}

string listed(const std::vector<PlacedText>& texts) {
    string list;
    for (const PlacedText& each : texts) list += (list.empty() ? "" : ", ") + each.text;
    return list;
}

/// "Allow s3:PutObject on arn:... for * where ArnEquals aws:PrincipalArn is arn:..."
string wordsOf(const PolicyStatement& statement) {
    string words = statement.allows() ? "Allow " : "Deny ";
    words += (statement.action.negated ? "all but " : "") + listed(statement.action.patterns);
    if (statement.resource)
        words += (statement.resource->negated ? " on all but " : " on ") + listed(statement.resource->patterns);
    if (statement.principal) {
        string who;
        for (const PrincipalEntry& each : statement.principal->entries)
            who += (who.empty() ? "" : ", ") + (each.name.text.empty() ? string("*") : each.name.text);
        words += (statement.principal->negated ? " for all but " : " for ") + who;
    }
    for (const PolicyCondition& each : statement.conditions)
        words += " where " + each.operatorName.text + " " + each.key.text + " is " + listed(each.values);
    return words;
}

void addWords(std::vector<string>& into, const PolicyDocument& policy, PolicyType type) {
    for (const PolicyStatement& each : readPolicy(policy.text(), type).policy.statements) into.push_back(wordsOf(each));
}

/// What comes and what goes.
std::vector<string> changesOf(std::vector<string> before, std::vector<string> after) {
    std::ranges::sort(before);
    std::ranges::sort(after);
    std::vector<string> lines;
    std::vector<string> gone;
    std::vector<string> come;
    std::ranges::set_difference(before, after, std::back_inserter(gone));
    std::ranges::set_difference(after, before, std::back_inserter(come));
    lines.reserve(gone.size() + come.size());
    for (const string& each : gone) lines.push_back("- " + each);
    for (const string& each : come) lines.push_back("+ " + each);
    return lines;
}

/// Of a row that carries one policy.
std::vector<string> changesOf(const std::optional<PolicyDocument>& before, const PolicyDocument& after,
                              PolicyType type) {
    std::vector<string> then;
    std::vector<string> now;
    if (before) addWords(then, *before, type);
    addWords(now, after, type);
    return changesOf(std::move(then), std::move(now));
}

Result<FlowPolicy> policyOfRole(const Facts& facts, const Role& role) {
    std::vector<PolicyNeed> needs;
    FlowPolicy made;
    const Design& design = facts.design();
    const Status done = eachNeed(facts, [&](const Flow& flow, const ServiceResource& target) -> Status {
        if (signingRole(design, flow) != &role) return {};
        ++made.flows;
        const Status own = add(needs, needsOf(facts.network(), flow, target), flow, target);
        const ServiceResource* key = find(design, target.encryptionKey);
        if (!own || !key) return own;
        return add(needs, keyNeedsOf(facts.network(), flow, target), flow, *key);
    });
    if (!done) return tl::unexpected(done.error());
    if (made.flows == 0) return fail("No wanted flow is signed by " + string(labelOf(role)) + ".");
    made.document = leastPrivilege(needs);
    std::vector<NamedPolicy> policies{{"flows", made.document}};
    for (const NamedPolicy& each : role.policies)
        if (const auto denials = denialsOf(each.document)) policies.push_back({each.name, *denials});
    std::vector<string> before;
    std::vector<string> after;
    for (const NamedPolicy& each : role.policies) addWords(before, each.document, PolicyType::Identity);
    for (const NamedPolicy& each : policies) addWords(after, each.document, PolicyType::Identity);
    std::vector<Id<Policy>> managed;
    for (const Id<Policy>& id : role.managedPolicies) {
        const Policy* row = find(design, id);
        const auto denials = row ? denialsOf(row->document) : std::nullopt;
        // One that only denies stays; of others, which other roles may have as well, nothing does.
        const bool stays = denials && *denials == row->document;
        if (stays) managed.push_back(id);
        if (row && !stays) addWords(before, row->document, PolicyType::Identity);
    }
    made.changes = changesOf(std::move(before), std::move(after));
    made.edit = Edit("Allow " + string(labelOf(role)) + " what its flows need", [=, id = role.id](Design& changed) {
        return edits::change(changed.roles, id, [&](Role& row) {
            row.policies = policies;
            row.managedPolicies = managed;
        });
    });
    return made;
}

/// Of a row that others ask: the calls that come to it.
template <class Comes>
Result<NeedsBySigner> needsBySigner(const Facts& facts, std::size_t& flows, Comes comes) {
    NeedsBySigner needs;
    const Status done = eachNeed(facts, [&](const Flow& flow, const ServiceResource& target) -> Status {
        if (!comes(flow, target)) return {};
        const CallRequest request(facts.network(), flow, target);
        const auto signer = signerOf(request, flow);
        if (!signer) return tl::unexpected(signer.error());
        ++flows;
        return add(needs[*signer], needsOf(facts.network(), flow, target), flow, target);
    });
    if (!done) return tl::unexpected(done.error());
    return needs;
}

Result<FlowPolicy> policyOfEndpoint(const Facts& facts, const Endpoint& endpoint) {
    FlowPolicy made;
    const auto needs = needsBySigner(facts, made.flows, [&](const Flow& flow, const ServiceResource&) {
        const Trace* trace = facts.traceOf(flow.id);
        return trace && goesThrough(*trace, endpoint.id);
    });
    if (!needs) return tl::unexpected(needs.error());
    if (made.flows == 0) return fail("No wanted flow passes " + string(labelOf(endpoint)) + ".");
    made.document = withDenials(policyOf(*needs, membersAtEndpoint), endpoint.policy);
    made.changes = changesOf(endpoint.policy, made.document, PolicyType::Endpoint);
    made.edit = inOrder("Let pass through " + string(labelOf(endpoint)) + " what its flows need",
                        {edits::setPolicy(endpoint.id, made.document)});
    return made;
}

Result<FlowPolicy> policyOfResource(const Facts& facts, const ServiceResource& resource) {
    FlowPolicy made;
    const auto needs = needsBySigner(
        facts, made.flows, [&](const Flow&, const ServiceResource& target) { return target.id == resource.id; });
    if (!needs) return tl::unexpected(needs.error());
    if (made.flows == 0) return fail("No wanted flow calls " + string(labelOf(resource)) + ".");
    made.document = withDenials(policyOf(*needs, membersAtResource), resource.policy);
    made.changes = changesOf(resource.policy, made.document, PolicyType::Resource);
    made.edit = inOrder("Allow on " + string(labelOf(resource)) + " what its flows need",
                        {edits::setPolicy(resource.id, made.document)});
    return made;
}

}  // namespace

bool takesFlowPolicy(const Design& design, const AnyId& thing) {
    const auto* resource = find(design, Id<ServiceResource>{thing.value});
    return find(design, Id<Role>{thing.value}) || find(design, Id<Endpoint>{thing.value}) ||
           (resource && !resource->awsOwned);
}

Result<FlowPolicy> leastPolicyFor(const Facts& facts, const AnyId& thing) {
    const Design& design = facts.design();
    if (const auto* role = find(design, Id<Role>{thing.value})) return policyOfRole(facts, *role);
    if (const auto* endpoint = find(design, Id<Endpoint>{thing.value})) return policyOfEndpoint(facts, *endpoint);
    if (const auto* resource = find(design, Id<ServiceResource>{thing.value}); resource && !resource->awsOwned)
        return policyOfResource(facts, *resource);
    return fail("Policies from flows are made for roles, endpoints and resources; " + nameOf(design, thing) +
                " is none of these.");
}

}  // namespace gw
