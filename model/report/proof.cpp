#include "model/report/proof.h"

#include <limits>
#include <type_traits>

#include "model/policy/policy_type.h"
#include "model/report/json_value.h"
#include "model/report/plain_text.h"

namespace gw {
namespace {

JsonNode keyValuesJson(const KeyValues& values) {
    if (values.size() == 1) return json::string(values.front());
    return json::array(values, [](const std::string& value) { return json::string(value); });
}

/// The policies of one kind as the request lists them; none where there are none.
void addPolicies(json::Object& into, std::string_view member, PolicyType type, const CounterExample& example) {
    std::vector<const ProofPolicy*> found;
    for (const AttachedPolicy& each : example.policies)
        if (each.type == type) found.push_back(each.policy.get());
    if (found.empty()) return;
    const JsonNode policies = json::array(found, [](const ProofPolicy* each) {
        return json::Object().add("name", each->name).add("policy", each->document);
    });
    if (type != PolicyType::ServiceControl && type != PolicyType::ResourceControl) {
        into.add(member, policies);
        return;
    }
    const JsonNode level = json::Object().add("orgIdentifier", "organization").add("policies", policies);
    into.add(member, json::array(std::vector{level}, [](const JsonNode& each) { return each; }));
}

const ProofPolicy* policyOfType(PolicyType type, const CounterExample& example) {
    for (const AttachedPolicy& each : example.policies)
        if (each.type == type) return each.policy.get();
    return nullptr;
}

std::string statementText(const std::string& sid, std::size_t index) {
    return "statement " + (sid.empty() ? std::to_string(index) : plainText(sid));
}

/// "Gained by statement 1 and statement Reads."; empty where nothing is.
std::string changesSentence(std::string_view headline, const std::vector<PolicyChange>& changes) {
    std::string by;
    for (const PolicyChange& change : changes) {
        by += by.empty() ? " by " : " and ";
        by += change.statement ? statementText(change.sid, *change.statement) : "what is denied";
    }
    return by.empty() ? std::string() : std::string(headline) + by + ".";
}

/// Everything that is to be said beside the answer, as sentences.
std::string sentencesOf(const ProofAnswer& answer) {
    std::string dead;
    for (const DeadStatement& each : answer.dead)
        dead += (dead.empty() ? "Dead: " : " and ") + statementText(each.sid, each.index);
    if (!dead.empty()) dead += ".";
    std::string all;
    for (const std::string& sentence :
         {dead, changesSentence("Gained", answer.gained), changesSentence("Lost", answer.lost), answer.reason})
        if (!sentence.empty()) all += (all.empty() ? "" : " ") + sentence;
    return all;
}

JsonNode proofNode(const ProofAnswer& answer) {
    json::Object all;
    all.add("answer", wordOf(answer.verdict));
    if (answer.counterExample) all.add("counterExample", requestJson(*answer.counterExample));
    if (const std::string sentences = sentencesOf(answer); !sentences.empty()) all.add("reason", sentences);
    return all;
}

/// What is claimed, by the verdict.
struct ProofWords {
    std::string_view proved{};
    std::string_view refuted{};
    std::string_view unknown{};
};

ProofWords wordsFor(const ProofQuestion& question) {
    return std::visit(
        [](const auto& ask) -> ProofWords {
            using Ask = std::decay_t<decltype(ask)>;
            if constexpr (std::is_same_v<Ask, ExclusiveQuestion>)
                return {"No other request reaches the resource.",
                        "A request that is not excepted reaches the resource.",
                        "Whether another request reaches the resource is not known."};
            else if constexpr (std::is_same_v<Ask, NoMorePermissiveQuestion>)
                return {"The policy allows nothing that the other does not.",
                        "The policy allows what the other does not.",
                        "Whether the policy allows more than the other is not known."};
            else if constexpr (std::is_same_v<Ask, NoForeignQuestion>)
                return {"No other account's principal or resource passes.",
                        "A principal or resource of another account passes.",
                        "Whether another account's principal or resource passes is not known."};
            else if constexpr (std::is_same_v<Ask, DeadQuestion>)
                return {"The policy says the same without these statements.", "Every statement changes something.",
                        "Whether a statement changes nothing is not known."};
            else
                return {"Nothing changed: the policies say the same of every request.", "The policies differ.",
                        "Whether anything changed is not known."};
        },
        question.ask);
}

std::string linesOf(const CounterExample& example) {
    const RequestExample& request = example.request;
    std::string text = "  action     " + plainText(request.action) + "\n  resource   " + plainText(request.resource) +
                       (example.resourceAccount.empty() ? "" : " of account " + plainText(example.resourceAccount)) +
                       "\n  principal  " +
                       (request.principal == "*" ? std::string("nobody (unsigned)") : plainText(request.principal)) +
                       "\n";
    for (const auto& [key, values] : request.context) {
        std::string joined;
        for (const std::string& value : values) joined += (joined.empty() ? "\"" : ", \"") + plainText(value) + "\"";
        text += "  " + plainText(key) + " = " + joined + "\n";
    }
    if (request.context.empty()) text += "  without any condition key\n";
    return text;
}

std::string linesOf(std::string_view headline, const std::vector<PolicyChange>& changes) {
    std::string text;
    for (const PolicyChange& change : changes) {
        text += "\n" + std::string(headline) +
                (change.statement ? " by " + statementText(change.sid, *change.statement) : ", as to what is denied") +
                "\n";
        text += linesOf(change.request);
    }
    return text;
}

}  // namespace

JsonNode requestJson(const CounterExample& example) {
    json::Object resource;
    resource.add("arn", example.request.resource);
    if (!example.resourceAccount.empty()) resource.add("accountId", example.resourceAccount);
    if (const ProofPolicy* policy = policyOfType(PolicyType::Resource, example))
        resource.add("policy", policy->document);
    json::Object context;
    for (const auto& [key, values] : example.request.context) context.add(key, keyValuesJson(values));
    json::Object all;
    all.add("request", json::Object()
                           .add("action", example.request.action)
                           .add("resource", JsonNode(resource))
                           .add("principal", example.request.principal)
                           .add("context", JsonNode(context)));
    addPolicies(all, "identityPolicies", PolicyType::Identity, example);
    addPolicies(all, "permissionBoundaries", PolicyType::Boundary, example);
    if (const ProofPolicy* session = policyOfType(PolicyType::Session, example))
        all.add("sessionPolicy", session->document);
    addPolicies(all, "vpcEndpointPolicies", PolicyType::Endpoint, example);
    addPolicies(all, "serviceControlPolicies", PolicyType::ServiceControl, example);
    addPolicies(all, "resourceControlPolicies", PolicyType::ResourceControl, example);
    return all;
}

std::string proofText(const ProofQuestion& question, const ProofAnswer& answer) {
    const ProofWords words = wordsFor(question);
    const std::string reason = answer.reason.empty() ? "" : "  " + plainText(answer.reason) + "\n";
    if (answer.verdict == ProofAnswer::Verdict::Unknown)
        return "Unknown: " + std::string(words.unknown) + "\n" + reason;
    std::string text = answer.verdict == ProofAnswer::Verdict::Proved ? "Proved: " + std::string(words.proved) + "\n"
                                                                      : "Refuted: " + std::string(words.refuted) + "\n";
    text += reason;
    for (const DeadStatement& each : answer.dead) text += "  " + statementText(each.sid, each.index) + "\n";
    if (!answer.gained.empty() || !answer.lost.empty())
        return text + linesOf("Gained", answer.gained) + linesOf("Lost", answer.lost);
    if (answer.counterExample) text += linesOf(*answer.counterExample);
    return text;
}

std::string proofJson(const ProofAnswer& answer) {
    return prettyJson(proofNode(answer)) + "\n";
}

std::string proofLine(const ProofAnswer& answer) {
    return prettyJson(proofNode(answer), 0, std::numeric_limits<std::size_t>::max()) + "\n";
}

}  // namespace gw
