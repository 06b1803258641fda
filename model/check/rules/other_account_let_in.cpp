#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "model/catalog/catalog.h"
#include "model/catalog/iam.h"
#include "model/catalog/log_delivery.h"
#include "model/catalog/partition.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/policy/arn.h"
#include "model/policy/condition_operator.h"
#include "model/policy/lint/globs.h"
#include "model/policy/pattern.h"
#include "model/policy/read.h"
#include "model/reach/call_grants.h"
#include "model/reach/policy_cache.h"

namespace gw::rules {
namespace {

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

/// Somebody whom a statement lets in by the number of his account.
struct NamedCaller {
    RequestPrincipal principal{};
    /// aws:PrincipalArn; empty where the statement says the account alone, so that it may be anybody of it.
    std::string arn{};
};

NamedCaller somebodyOf(const std::string& account, std::string_view partition) {
    return {RequestPrincipal::of("arn:" + std::string(partition) + ":iam::" + account + ":user/someone"), {}};
}

/// `partition` of who is named by digits alone.
NamedCaller callerOf(const RequestPrincipal& named, std::string_view partition) {
    const std::string_view own = named.partition().empty() ? partition : std::string_view(named.partition());
    if (named.kind() == RequestPrincipal::Kind::Root) return somebodyOf(named.account(), own);
    if (named.kind() != RequestPrincipal::Kind::Role || !named.isSession()) return {named, named.name()};
    return {named, "arn:" + std::string(own) + ":iam::" + named.account() + ":role/" + named.roleName()};
}

/// Whether only callers of the accounts that it says are let in by it.
bool namesAccounts(const PolicyCondition& condition) {
    using Family = ConditionOperator::Family;
    const ConditionOperator& compares = condition.compares;
    const bool isText = compares.family == Family::String || compares.family == Family::StringIgnoreCase ||
                        compares.family == Family::StringLike;
    return isText && !compares.negated && lowerCase(condition.key.text) == "aws:principalaccount";
}

std::vector<NamedCaller> callersOf(const PolicyStatement& statement, std::string_view partition) {
    std::vector<NamedCaller> callers;
    if (!statement.allows() || !statement.principal || statement.principal->negated) return callers;
    bool isForEveryone = false;
    for (const PrincipalEntry& entry : statement.principal->entries) {
        isForEveryone = isForEveryone || entry.name.text == "*" || entry.kind == PrincipalEntry::Kind::Everyone;
        if (entry.kind != PrincipalEntry::Kind::Aws) continue;
        const RequestPrincipal named = RequestPrincipal::of(entry.name.text);
        if (!named.account().empty()) callers.push_back(callerOf(named, partition));
    }
    if (!isForEveryone) return callers;
    for (const PolicyCondition& condition : statement.conditions)
        for (const PlacedText& value : condition.values)
            if (namesAccounts(condition) && isAccountNumber(value.text))
                callers.push_back(somebodyOf(value.text, partition));
    return callers;
}

/// What a stranger is let do.
struct LetIn {
    std::string action{};
    bool isSure = false;  ///< as far as the design tells; else it hangs on what nobody knows of him
};

/// Asks a resource's policy what it lets strangers do. Keeps references to all of it.
class StrangersRequests {
public:
    StrangersRequests(const Facts& facts, const ServiceResource& resource, const CompiledPolicy& policy)
        : call_(facts.network(), flow_, resource), owner_(ownerOf(facts, resource)) {
        grants_.identity = {allowingEverything(facts.network())};
        grants_.resource = GrantedPolicy{"", policy};
        grants_.resourceControl = grantsOf(facts.network(), call_, flow_, resource).grants.resourceControl;
        const Service* service = Catalog::builtIn().service(resource.service);
        const IamService* listed = service ? IamCatalog::builtIn().service(service->iamPrefix) : nullptr;
        if (!listed) return;
        for (const IamAction& each : listed->actions()) {
            const std::string action = std::string(listed->prefix()) + ":" + std::string(each.name);
            actions_.push_back({action, lowerCase(action), call_.arnFor(action)});
        }
    }

    /// The first action of the statement that the policy surely lets the caller do, else the first that it may let him;
    /// none where it lets him do nothing.
    std::optional<LetIn> letInBy(const PolicyStatement& written, const CompiledStatement& statement,
                                 const NamedCaller& caller) {
        const RequestContext context = contextOf(caller);
        std::optional<LetIn> found;
        for (const Asked& asked : actions_) {
            if (!statement.speaksOfAction(asked.lowerAction)) continue;
            for (const std::string& arn : resourcesOf(written, asked.arn)) {
                const AccessResult result = resultOf(asked.action, arn, caller, context);
                if (result == AccessResult::Allowed) return LetIn{asked.action, true};
                if (result == AccessResult::Unknown && !found) found = LetIn{asked.action, false};
            }
        }
        return found;
    }

private:
    struct Asked {
        std::string action{};
        std::string lowerAction{};
        AskedArn arn{};
    };

    /// What the network of a stranger is nobody knows.
    static RequestContext contextOf(const NamedCaller& caller) {
        RequestContext context;
        context.assumeOthersUnknown(true);
        if (!caller.arn.empty()) context.set("aws:PrincipalArn", caller.arn);
        context.set("aws:PrincipalAccount", caller.principal.account());
        context.set("aws:PrincipalIsAWSService", "false");
        context.set("aws:ViaAWSService", "false");
        context.set("aws:SecureTransport", "true");
        for (const char* key : {"aws:PrincipalOrgID", "aws:PrincipalOrgPaths"}) context.setAbsent(key);
        return context;
    }

    /// Of what the action may be asked for, one that each of the statement's patterns speaks of.
    static std::vector<std::string> resourcesOf(const PolicyStatement& statement, const AskedArn& asked) {
        if (!statement.resource || statement.resource->negated || asked.isSure()) return {asked.text};
        std::vector<std::string> found;
        for (const PlacedText& each : statement.resource->patterns) {
            const std::string glob = globOf(each.text);
            // Short names in the policy of an API stand for its own ARN.
            const bool isAny = glob.starts_with("execute-api:/") || matchesWildcard(glob, asked.text);
            auto one = isAny ? asked.text : textOfBoth(glob, asked.pattern);
            if (one && std::ranges::find(found, *one) == found.end()) found.push_back(*std::move(one));
        }
        return found;
    }

    /// Statements of a policy name the same callers and actions again: what was refused once is not asked again.
    AccessResult resultOf(const std::string& action, const std::string& arn, const NamedCaller& caller,
                          const RequestContext& context) {
        std::string request = caller.principal.name() + ' ' + action + ' ' + arn;
        if (refused_.contains(request)) return AccessResult::ImplicitlyDenied;
        const AccessResult result = decide(AccessRequest(action, {arn, owner_}, caller.principal, context), grants_);
        if (isRefusal(result)) refused_.insert(std::move(request));
        return result;
    }

    const Flow flow_{};
    CallRequest call_;
    std::string owner_;
    Grants grants_;
    std::vector<Asked> actions_;
    std::set<std::string> refused_;
};

/// Takes the account out of the conditions that say who is let in; false where nobody is left of one of them.
bool leaveOutOfConditions(JsonNode& conditions, const std::string& account) {
    for (auto& [operatorName, keys] : conditions.children) {
        const auto compares = conditionOperatorOf(operatorName);
        if (!compares || !keys.is(JsonNode::Kind::Object)) continue;
        for (auto& [key, values] : keys.children) {
            if (!namesAccounts({*compares, {}, {key}, {}})) continue;
            if (!values.is(JsonNode::Kind::Array)) {
                if (values.text == account) return false;
                continue;
            }
            std::erase_if(values.children, [&](const auto& each) { return each.second.text == account; });
            if (values.children.empty()) return false;
        }
    }
    return true;
}

/// Takes out of an Allow who is of the account; false where nobody is left.
bool leaveOut(JsonNode& statement, const std::string& account) {
    const auto isOf = [&](const JsonNode& name) { return RequestPrincipal::of(name.text).account() == account; };
    for (auto& [element, value] : statement.children) {
        if (element == "Condition" && !leaveOutOfConditions(value, account)) return false;
        if (element != "Principal" || !value.is(JsonNode::Kind::Object)) continue;
        for (auto& [kind, names] : value.children)
            if (kind == "AWS" && names.is(JsonNode::Kind::Array))
                std::erase_if(names.children, [&](const auto& each) { return isOf(each.second); });
        std::erase_if(value.children, [&](const auto& each) {
            const JsonNode& names = each.second;
            return each.first == "AWS" && (names.is(JsonNode::Kind::Array) ? names.children.empty() : isOf(names));
        });
        if (value.children.empty()) return false;
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
                   const LetIn& letIn) {
    return {resource.id,
            name + (letIn.isSure ? " lets account " : " may let account ") + account + " do " + letIn.action +
                ", and the design does not say that it is one of ours.",
            Severity::Warning,
            {reviewedFix("Take account " + account + " out of the policy of " + name,
                         edits::setPolicy(resource.id, without(*resource.policy, account)))}};
}

/// Whether it is AWS itself that writes access logs of load balancers into the bucket.
bool writesLogs(const Facts& facts, const ServiceResource& resource, const std::string& account) {
    if (resource.service != "s3") return false;
    const std::string_view region = facts.network().regionOf(resource);
    return region.empty() ? isLoadBalancerLogAccount(account) : loadBalancerLogAccountOf(region) == account;
}

std::string_view partitionOf(const Facts& facts, const ServiceResource& resource) {
    const auto arn = Arn::parse(resource.arn);
    return arn && !arn->partition.empty() ? arn->partition : gw::partitionOf(facts.network().regionOf(resource));
}

void lookAt(const Facts& facts, const ServiceResource& resource, std::vector<Finding>& found) {
    if (!resource.policy || resource.awsOwned) return;
    const Account* owner = find(facts.design(), resource.account);
    if (owner && !owner->trusted) return;
    const std::set<std::string> known = knownAccounts(facts, resource);
    // Where no account is known, the one that is named may be our own.
    if (known.empty()) return;
    const IamPolicy policy = readPolicy(resource.policy->text(), PolicyType::Resource).policy;
    const std::string api = resource.service == "execute-api" ? resource.arn : std::string();
    const CompiledPolicy& compiled = facts.network().judged(*resource.policy, PolicyType::Resource, api).policy;
    std::optional<StrangersRequests> requests;
    std::map<std::string, LetIn> letIn;
    for (std::size_t i = 0; i < policy.statements.size(); ++i)
        for (const NamedCaller& caller : callersOf(policy.statements[i], partitionOf(facts, resource))) {
            const std::string& account = caller.principal.account();
            const auto before = letIn.find(account);
            if (known.contains(account) || (before != letIn.end() && before->second.isSure)) continue;
            if (writesLogs(facts, resource, account)) continue;
            if (!requests) requests.emplace(facts, resource, compiled);
            const auto now = requests->letInBy(policy.statements[i], compiled.statements()[i], caller);
            if (now && (now->isSure || before == letIn.end())) letIn.insert_or_assign(account, *now);
        }
    for (const auto& [account, what] : letIn)
        found.push_back(findingFor(resource, facts.name(resource.id), account, what));
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
