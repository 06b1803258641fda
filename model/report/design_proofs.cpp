#include "model/report/design_proofs.h"

#include <algorithm>
#include <map>

#include "model/catalog/catalog.h"
#include "model/catalog/endpoint_policies.h"
#include "model/check/policy_lints.h"
#include "model/core/words.h"
#include "model/design/containment.h"
#include "model/design/references.h"
#include "model/policy/arn.h"
#include "model/reach/call_grants.h"
#include "model/reach/ruling.h"

namespace gw {
namespace {

using std::string;
using std::string_view;
using Proof = ProofAnswer::Verdict;

SharedPolicy sharedPolicy(string name, const PolicyDocument& document, PolicyType type) {
    return proofPolicyOf(std::move(name), *parseJson(document.text()), type);
}

string whoOf(const Design& design, const RequestExample& request) {
    if (request.principal.empty() || request.principal == "*") return "Nobody in particular (unsigned)";
    const RequestPrincipal principal = RequestPrincipal::of(request.principal);
    const auto known = std::ranges::find_if(
        design.accounts, [&](const Account& each) { return each.number.text() == principal.account(); });
    if (!principal.belongsToAccount()) return request.principal;
    if (known == design.accounts.end()) return request.principal + " of an account outside the design";
    return request.principal + " of " + string(labelOf(*known));
}

std::vector<string> linesOf(const Design& design, const CounterExample& example) {
    const RequestExample& request = example.request;
    std::vector<string> lines{
        "who: " + whoOf(design, request), "does: " + request.action,
        "to: " + request.resource +
            (example.resourceAccount.empty() ? string() : " of account " + example.resourceAccount)};
    for (const auto& [key, values] : request.context) {
        string line = "with " + key + " = ";
        for (const string& value : values) {
            if (&value != values.data()) line += ", ";
            line += quotedJson(value);
        }
        lines.push_back(std::move(line));
    }
    if (request.context.empty()) lines.emplace_back("with no condition key");
    return lines;
}

/// The way of the counter-example: the endpoint that it names, and what it is done to.
AnswerLine pictureOf(const Design& design, const CounterExample& example, const AnyId& endpoint, const AnyId& target) {
    AnswerLine line;
    const RequestExample& request = example.request;
    if (const KeyValues* through = request.valuesOf("aws:sourcevpce"))
        for (const string& id : *through)
            if (find(design, Id<Endpoint>{id})) line.way.emplace_back(id);
    if (endpoint && line.way.empty()) line.way.push_back(endpoint);
    AnyId reached = target;
    for (const ServiceResource& each : design.resources)
        if (!reached && isArnWithin(request.resource, each.arn)) reached = each.id;
    if (reached) line.way.push_back(drawnThingOf(design, reached));
    const RequestPrincipal principal = RequestPrincipal::of(request.principal);
    line.outsider = principal.belongsToAccount() ? principal.name() : string("Whoever does not sign");
    if (const auto arn = Arn::parse(principal.name()))
        line.outsider = string(arn->resource) + " of " + principal.account();
    line.state = LineState::Public;
    line.words = "gets through: " + request.action;
    return line;
}

/// The policies that have a say where the role asks for the resource, without those of endpoints.
std::vector<SharedPolicy> grantsFor(const Network& network, const Role* role, const ServiceResource& resource) {
    const Design& design = network.design();
    Flow call;
    call.from = FlowSource(role ? role->id.value : string());
    call.to = FlowTarget(resource.id.value);
    if (role) call.role = role->id;
    const CallRequest request(network, call, resource);
    std::vector<SharedPolicy> found;
    for (const PolicyOwner& owner : grantsOf(network, request, call, resource).owners) {
        if (const Policy* row = find(design, Id<Policy>{owner.row.value}))
            found.push_back(sharedPolicy(owner.policy, row->document, owner.type));
        else if (role && owner.row == AnyId(role->id) && owner.type == PolicyType::Identity)
            for (const NamedPolicy& each : role->policies)
                if (each.name == owner.policy) found.push_back(sharedPolicy(each.name, each.document, owner.type));
    }
    if (resource.policy)
        found.push_back(sharedPolicy(string(labelOf(resource)), *resource.policy, PolicyType::Resource));
    for (const Endpoint& each : design.endpoints)
        if (each.policy && each.service == resource.service)
            found.push_back(sharedPolicy(each.id.value, *each.policy, PolicyType::Endpoint));
    return found;
}

/// Policies by where they stand, to be compared with those of another version.
struct StandingPolicy {
    AnyId row{};
    string label{};  ///< "vpce-s3, endpoint policy"
    PolicyType type = PolicyType::Identity;
    const PolicyDocument* document = nullptr;
};

std::map<string, StandingPolicy> policiesOf(const PolicyLints& lints, const Design& design) {
    std::map<string, StandingPolicy> found;
    for (const PolicyCarrier& carrier : lints.carriers())
        for (const CarriedPolicy& each : lints.of(carrier)) {
            const string label = nameOf(design, carrier.id) + (each.label.empty() ? "" : ", " + each.label);
            found.emplace(carrier.id.value + "\n" + each.label,
                          StandingPolicy{carrier.id, label, each.where.type, each.document});
        }
    return found;
}

/// What stands where no policy does: at an endpoint all that AWS gives it, elsewhere nothing.
SharedPolicy absentPolicy(PolicyType type) {
    if (type == PolicyType::Endpoint) return everythingPolicy(type);
    return proofPolicyOf("none", *parseJson(R"({"Version": "2012-10-17", "Statement": []})"), type);
}

/// Whether strangers pass the endpoint, with calls that it answers: no other comes there.
ProofAnswer strangersAt(const Endpoint& endpoint, NoForeignQuestion question) {
    const Service* service = Catalog::builtIn().service(endpoint.service);
    if (!service || service->iamPrefix.empty()) return prove({std::move(question), {}});
    const string own = string(service->iamPrefix) + ":*";
    question.actions = {own};
    ProofAnswer answer = prove({question, {}});
    if (answer.verdict != Proof::Proved || answersOnePrefix(service->iamPrefix)) return answer;
    question.actions.clear();
    const ProofAnswer ofAny = prove({std::move(question), {}});
    if (ofAny.verdict != Proof::Refuted) return ofAny;
    ProofAnswer open;
    open.reason = "It holds for " + own + ". An endpoint for " + titleOf(endpoint.service) +
                  " may answer other actions too, and strangers pass with " + ofAny.counterExample->request.action +
                  ".";
    return open;
}

string statementName(const string& sid, std::size_t index) {
    return sid.empty() ? "statement " + std::to_string(index + 1) : sid;
}

}  // namespace

DesignProof proveOnlyThrough(const Network& network, const ServiceResource& resource, const Endpoint& endpoint) {
    const Design& design = network.design();
    const string name(labelOf(resource));
    const string door(labelOf(endpoint));
    DesignProof proof;
    if (!Arn::parse(resource.arn)) {
        proof.summary = "Whether " + name + " is reached through " + door + " alone is not known.";
        proof.reason = name + " has no ARN. Write it into its fields.";
        return proof;
    }
    if (resource.service == "kms" && !resource.policy) {
        proof.summary = "Whether " + name + " is reached through " + door + " alone is not known.";
        proof.reason = "The key has the policy that AWS gives it, and the design does not show it.";
        return proof;
    }
    const auto ask = [&](std::vector<SharedPolicy> grants) {
        ExclusiveQuestion question{resource.arn, {{"aws:SourceVpce", {endpoint.id.value}}}, std::move(grants)};
        return prove({std::move(question), {}});
    };
    std::vector<string> who;
    std::optional<CounterExample> example;
    string doubt;
    const auto take = [&](const ProofAnswer& answer, const string& by) {
        if (answer.verdict == Proof::Unknown && doubt.empty()) doubt = answer.reason;
        if (answer.verdict != Proof::Refuted) return;
        who.push_back(by);
        if (!example) example = answer.counterExample;
    };
    for (const Role& role : design.roles) {
        const Account* account = find(design, role.account);
        if (account && !account->trusted) continue;
        take(ask(grantsFor(network, &role, resource)), string(labelOf(role)));
    }
    // Whoever is not drawn may have policies of their own that allow everything: an administrator has.
    std::vector<SharedPolicy> anybody = grantsFor(network, nullptr, resource);
    anybody.push_back(everythingPolicy(PolicyType::Identity));
    take(ask(std::move(anybody)), "whoever has policies of their own that allow it");
    if (example) {
        proof.verdict = Proof::Refuted;
        proof.summary = listedWords(who) + " can reach " + name + " other than through " + door + ".";
        // Names of roles stay as they are.
        if (proof.summary.starts_with("whoever")) proof.summary.front() = 'W';
        proof.lines = linesOf(design, *example);
        proof.picture = pictureOf(design, *example, {}, resource.id);
    } else if (doubt.empty()) {
        proof.verdict = Proof::Proved;
        proof.summary = "Nobody reaches " + name + " other than through " + door + ", whatever policies they have.";
    } else {
        proof.summary = "Whether " + name + " is reached through " + door + " alone is not known.";
        proof.reason = doubt;
    }
    return proof;
}

DesignProof proveNoStranger(const Design& design, const Endpoint& endpoint) {
    NoForeignQuestion question;
    question.policy = endpoint.policy ? sharedPolicy(endpoint.id.value, *endpoint.policy, PolicyType::Endpoint)
                                      : everythingPolicy(PolicyType::Endpoint);
    for (const Account& account : design.accounts)
        if (account.trusted && account.number) question.accounts.push_back(account.number.text());
    const string door(labelOf(endpoint));
    DesignProof proof;
    if (question.accounts.empty()) {
        proof.summary = "Whether strangers pass the policy of " + door + " is not known.";
        proof.reason = "No account of the design that is ours has its twelve digits.";
        return proof;
    }
    const ProofAnswer answer = strangersAt(endpoint, std::move(question));
    proof.verdict = answer.verdict;
    proof.reason = answer.reason;
    switch (answer.verdict) {
        case Proof::Proved:
            proof.summary = "No principal and no resource of another account passes the policy of " + door + ".";
            break;
        case Proof::Refuted:
            proof.summary = "A principal or resource of another account passes the policy of " + door + ".";
            proof.lines = linesOf(design, *answer.counterExample);
            proof.picture = pictureOf(design, *answer.counterExample, endpoint.id, {});
            break;
        case Proof::Unknown:
            proof.summary = "Whether strangers pass the policy of " + door + " is not known.";
            break;
    }
    return proof;
}

DesignProof proveNothingDead(const Facts& facts) {
    DesignProof proof;
    std::size_t asked = 0;
    std::size_t dead = 0;
    std::vector<string> unknown;
    for (const auto& [key, policy] : policiesOf(facts.policyLints(), facts.design())) {
        const ProofAnswer answer = prove({DeadQuestion{sharedPolicy(policy.label, *policy.document, policy.type)}, {}});
        asked += readPolicy(policy.document->text(), policy.type).policy.statements.size();
        dead += answer.dead.size();
        for (const DeadStatement& each : answer.dead)
            proof.lines.push_back(policy.label + ": " + statementName(each.sid, each.index) + " changes nothing");
        if (answer.verdict == Proof::Unknown) unknown.push_back(policy.label + ": " + answer.reason);
    }
    if (dead > 0) {
        proof.verdict = Proof::Refuted;
        proof.summary = std::to_string(dead) + " of " + std::to_string(asked) + " statements " +
                        (dead == 1 ? "changes" : "change") + " nothing.";
    } else if (unknown.empty()) {
        proof.verdict = Proof::Proved;
        proof.summary = "Each of the " + std::to_string(asked) + " statements changes something.";
    } else {
        proof.summary = "Whether each statement changes something is not known.";
    }
    if (!unknown.empty()) proof.reason = unknown.front();
    return proof;
}

DesignProof proveNothingChanged(const Facts& facts, const Design& before) {
    const Network old(before);
    const auto then = policiesOf(PolicyLints(old), before);
    const auto now = policiesOf(facts.policyLints(), facts.design());
    std::map<string, std::pair<const StandingPolicy*, const StandingPolicy*>> pairs;
    for (const auto& [key, policy] : then) pairs[key].first = &policy;
    for (const auto& [key, policy] : now) pairs[key].second = &policy;
    DesignProof proof;
    std::vector<string> unknown;
    std::size_t changed = 0;
    std::optional<PolicyChange> shown;
    AnyId shownAt;
    for (const auto& [key, pair] : pairs) {
        const auto& [first, second] = pair;
        if (first && second && *first->document == *second->document) continue;
        const StandingPolicy& either = second ? *second : *first;
        const auto as = [&](const StandingPolicy* each) {
            return each ? sharedPolicy(each->label, *each->document, either.type) : absentPolicy(either.type);
        };
        const ProofAnswer answer = prove({ChangedQuestion{as(first), as(second)}, {}});
        if (answer.verdict == Proof::Unknown) unknown.push_back(either.label + ": " + answer.reason);
        const auto tell = [&](string_view what, const std::vector<PolicyChange>& changes) {
            for (const PolicyChange& each : changes) {
                const RequestExample& request = each.request.request;
                proof.lines.push_back(either.label + " " + string(what) + " " + request.action + " on " +
                                      request.resource + ", for " + whoOf(facts.design(), request));
                if (!shown) shown = each, shownAt = either.row;
            }
        };
        tell("now allows", answer.gained);
        tell("no longer allows", answer.lost);
        changed += answer.gained.empty() && answer.lost.empty() ? 0U : 1U;
    }
    if (changed > 0) {
        proof.verdict = Proof::Refuted;
        proof.summary = std::to_string(changed) + (changed == 1 ? " policy says" : " policies say") +
                        " something else than when the design was saved.";
        const bool atEndpoint = find(facts.design(), Id<Endpoint>{shownAt.value}) != nullptr;
        proof.picture = pictureOf(facts.design(), shown->request, atEndpoint ? shownAt : AnyId(), {});
        if (proof.picture->way.empty()) proof.picture.reset();
    } else if (unknown.empty()) {
        proof.verdict = Proof::Proved;
        proof.summary = "The policies say of every request what they said when the design was saved.";
    } else {
        proof.summary = "Whether the policies say something else is not known.";
    }
    if (!unknown.empty()) proof.reason = unknown.front();
    return proof;
}

}  // namespace gw
