#include <algorithm>
#include <map>
#include <set>

#include "model/catalog/catalog.h"
#include "model/catalog/iam.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/policy/arn.h"
#include "model/policy/read.h"
#include "model/reach/call_grants.h"

namespace gw::rules {
namespace {

/// The account that a principal names; empty for everyone, services and providers.
std::string accountOf(const PrincipalEntry& entry) {
    if (entry.kind != PrincipalEntry::Kind::Aws) return {};
    return RequestPrincipal::of(entry.name.text).account();
}

/// Whose the resource is; empty where the design does not say.
std::string ownerOf(const Facts& facts, const ServiceResource& resource) {
    const Flow any;
    const CallRequest call(facts.network(), any, resource);
    if (call.owner()) return call.owner()->number.text();
    const auto arn = Arn::parse(resource.arn);
    return arn && isAccountNumber(arn->account) ? std::string(arn->account) : std::string();
}

/// The numbers of the accounts that the design calls ours, and of those whose roles are to call the resource.
std::set<std::string> knownAccounts(const Facts& facts, const ServiceResource& resource) {
    std::set<std::string> numbers;
    for (const Account& account : facts.design().accounts)
        if (account.trusted && account.number) numbers.insert(account.number.text());
    for (const Flow* flow : facts.network().flowsTo(resource.id)) {
        if (!isWanted(*flow)) continue;
        const CallRequest call(facts.network(), *flow, resource);
        if (call.signer().isKnown) numbers.insert(call.signer().number);
    }
    if (std::string owner = ownerOf(facts, resource); !owner.empty()) numbers.insert(std::move(owner));
    return numbers;
}

/// Somebody of the account whom the entry means.
std::string callerOf(const PrincipalEntry& entry) {
    const RequestPrincipal named = RequestPrincipal::of(entry.name.text);
    return named.kind() == RequestPrincipal::Kind::Root ? "arn:aws:iam::" + named.account() + ":user/someone"
                                                        : entry.name.text;
}

/// The first action of the statement that the resource's policy lets the caller do, as far as the design tells; empty
/// where there is none. What the network of a stranger is nobody knows.
std::string actionAllowed(const Facts& facts, const ServiceResource& resource, const CompiledPolicy& policy,
                          const CompiledStatement& statement, const std::string& caller) {
    const Service* service = Catalog::builtIn().service(resource.service);
    const IamService* actions = service ? IamCatalog::builtIn().service(service->iamPrefix) : nullptr;
    if (!actions) return {};
    Grants grants;
    grants.identity = {allowingEverything(facts.network())};
    grants.resource = GrantedPolicy{"", policy};
    RequestContext context;
    context.assumeOthersUnknown(true);
    context.set("aws:PrincipalArn", caller);
    context.set("aws:PrincipalAccount", RequestPrincipal::of(caller).account());
    context.set("aws:PrincipalIsAWSService", "false");
    context.set("aws:ViaAWSService", "false");
    context.set("aws:SecureTransport", "true");
    for (const char* key : {"aws:PrincipalOrgID", "aws:PrincipalOrgPaths"}) context.setAbsent(key);
    for (const IamAction& each : actions->actions()) {
        std::string action(actions->prefix());
        action.append(":").append(each.name);
        if (!statement.speaksOfAction(lowerCase(action))) continue;
        Flow flow;
        flow.actions = {action};
        const AskedArn arn = CallRequest(facts.network(), flow, resource).arnFor(action);
        const AccessRequest request(action, {arn.text, ownerOf(facts, resource)}, RequestPrincipal::of(caller),
                                    context);
        if (!isRefusal(decide(request, grants))) return action;
    }
    return {};
}

/// Takes out of the principals of an Allow who is of the account; false where nobody is left.
bool leaveOut(JsonNode& statement, const std::string& account) {
    const auto isOf = [&](const JsonNode& name) { return RequestPrincipal::of(name.text).account() == account; };
    for (auto& [element, value] : statement.children) {
        if (element != "Principal" || !value.is(JsonNode::Kind::Object)) continue;
        for (auto& [kind, names] : value.children)
            if (kind == "AWS" && names.is(JsonNode::Kind::Array))
                std::erase_if(names.children, [&](const auto& each) { return isOf(each.second); });
        std::erase_if(value.children, [&](const auto& each) {
            const JsonNode& names = each.second;
            return each.first == "AWS" && (names.is(JsonNode::Kind::Array) ? names.children.empty() : isOf(names));
        });
        return !value.children.empty();
    }
    return true;
}

/// The policy without what it gives the account; none where nothing is left.
std::optional<PolicyDocument> without(const PolicyDocument& policy, const std::string& account) {
    auto document = parseJson(policy.text());
    const auto at = std::ranges::find(document->children, "Statement", &std::pair<std::string, JsonNode>::first);
    if (at == document->children.end()) return policy;
    const auto allows = [](const JsonNode& statement) {
        const JsonNode* effect = statement.find("Effect");
        return effect && effect->text == "Allow";
    };
    JsonNode list{JsonNode::Kind::Array};
    if (at->second.is(JsonNode::Kind::Array))
        list = at->second;
    else
        list.children.emplace_back(std::string(), at->second);
    std::erase_if(list.children, [&](auto& each) { return allows(each.second) && !leaveOut(each.second, account); });
    if (list.children.empty()) return std::nullopt;
    at->second = std::move(list);
    return PolicyDocument::of(*document);
}

Finding findingFor(const ServiceResource& resource, const std::string& name, const std::string& account,
                   const std::string& action) {
    return {
        resource.id,
        name + " lets account " + account + " do " + action + ", and the design does not say that it is one of ours.",
        Severity::Warning,
        {reviewedFix("Take account " + account + " out of the policy of " + name,
                     edits::setPolicy(resource.id, without(*resource.policy, account)))}};
}

void lookAt(const Facts& facts, const ServiceResource& resource, std::vector<Finding>& found) {
    if (!resource.policy || resource.awsOwned) return;
    const Account* owner = find(facts.design(), resource.account);
    if (owner && !owner->trusted) return;
    const std::set<std::string> known = knownAccounts(facts, resource);
    // Where no account is known, the one that is named may be our own.
    if (known.empty()) return;
    const IamPolicy policy = readPolicy(resource.policy->text(), PolicyType::Resource).policy;
    const CompiledPolicy compiled(policy);
    std::map<std::string, std::string> letIn;
    for (std::size_t i = 0; i < policy.statements.size(); ++i) {
        const PolicyStatement& statement = policy.statements[i];
        if (!statement.allows() || !statement.principal || statement.principal->negated) continue;
        for (const PrincipalEntry& entry : statement.principal->entries) {
            const std::string account = accountOf(entry);
            if (account.empty() || known.contains(account) || letIn.contains(account)) continue;
            const std::string action =
                actionAllowed(facts, resource, compiled, compiled.statements()[i], callerOf(entry));
            if (!action.empty()) letIn.emplace(account, action);
        }
    }
    for (const auto& [account, action] : letIn)
        found.push_back(findingFor(resource, facts.name(resource.id), account, action));
}

}  // namespace

extern const Rule otherAccountLetIn = {
    .code = "PSE018",
    .name = "other-account-let-in",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A resource's policy lets in no account that the design does not know",
    .why =
        "Whoever is named in a resource's policy gets in whatever his own account is: a supplier who is gone, a number "
        "copied from an example. Nobody on this side sees what he does with it there.",
    .howToFix =
        "Take the account out of the policy; where it is one of yours, draw it, or the flow that is to come from it.",
    .source = "IAM Access Analyzer, external access; IAM User Guide, Cross-account resource access (F-309)",
    .check = each<&Design::resources, lookAt>(),
};

}  // namespace gw::rules
