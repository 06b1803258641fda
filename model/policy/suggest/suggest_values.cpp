#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "model/catalog/partition.h"
#include "model/policy/arn.h"
#include "model/policy/condition_operator.h"
#include "model/policy/request_context.h"
#include "model/policy/suggest/suggest_parts.h"

namespace gw {
namespace {

using Words = std::vector<PolicyWord>;

std::vector<SuggestCandidate> plain(std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    std::vector<SuggestCandidate> all;
    for (const auto& [value, detail] : values) all.push_back({std::string(value), std::string(detail), {}, {}});
    return all;
}

void add(std::vector<SuggestCandidate>& all, const Words& words) {
    for (const PolicyWord& word : words) all.push_back({word.text, word.name, {}, {}});
}

std::vector<SuggestCandidate> actionsOf(const IamService& service) {
    std::vector<SuggestCandidate> all;
    const std::string prefix = std::string(service.prefix()) + ":";
    for (const IamAction& action : service.actions())
        all.push_back({prefix + std::string(action.name), std::string(wordOf(action.level)), {}, {}});
    all.push_back({prefix + "*", "every action of " + std::string(service.title()), {}, {}});
    return all;
}

std::vector<SuggestCandidate> actions(const SuggestPlace& at) {
    const IamCatalog& catalog = IamCatalog::builtIn();
    const std::string_view typed = at.cursor.typed;
    if (const auto colon = typed.find(':'); colon != std::string_view::npos) {
        const IamService* service = catalog.service(typed.substr(0, colon));
        return service ? actionsOf(*service) : std::vector<SuggestCandidate>();
    }
    std::vector<SuggestCandidate> all;
    const std::vector<std::string> services = at.services();
    // Where the policy hangs says of which service its actions are.
    const bool isBound = !at.place.service.empty();
    for (const std::string& prefix : services) {
        if (isBound && prefix != at.place.service) break;
        if (const IamService* service = catalog.service(prefix); service && (isBound || !typed.empty()))
            std::ranges::move(actionsOf(*service), std::back_inserter(all));
    }
    const auto addPrefix = [&](std::string_view prefix, std::string_view title) {
        all.push_back({std::string(prefix) + ":", std::string(title), {}, {}});
    };
    for (const std::string& prefix : services)
        if (const IamService* service = catalog.service(prefix)) addPrefix(service->prefix(), service->title());
    for (const std::string_view prefix : catalog.prefixes())
        if (std::ranges::find(services, prefix) == services.end()) addPrefix(prefix, {});
    return all;
}

bool isBucket(std::string_view text) {
    const auto arn = Arn::parse(text);
    return arn && arn->service == "s3" && arn->account.empty() && arn->resource.find('/') == std::string_view::npos;
}

/// Of the Regions of the design: they are all of one.
std::string partitionOf(const SuggestPlace& at) {
    const Words& regions = at.vocabulary.regions;
    return std::string(gw::partitionOf(regions.empty() ? std::string_view() : regions.front().text));
}

/// Forms of the ARNs that the statement's actions take, with what the design tells filled in.
void addArnForms(std::vector<SuggestCandidate>& all, const SuggestPlace& at) {
    std::vector<std::string> seen;
    const std::string partition = partitionOf(at);
    const auto only = [](const Words& words) { return words.size() == 1 ? words.front().text : std::string(); };
    for (const NamedAction& each : at.namedActions())
        for (const std::uint16_t type : each.action->types)
            for (const std::string_view arn : each.service->types()[type].arns) {
                std::string form(arn);
                for (const auto& [name, value] : {std::pair<std::string_view, std::string>{"${Partition}", partition},
                                                  {"${Region}", only(at.vocabulary.regions)},
                                                  {"${Account}", only(at.vocabulary.accounts)}})
                    if (const auto found = form.find(name); found != std::string::npos && !value.empty())
                        form.replace(found, name.size(), value);
                if (std::ranges::find(seen, form) != seen.end()) continue;
                seen.push_back(form);
                all.push_back(
                    withPlaceholder(form, "form of a " + std::string(each.service->types()[type].name) + "'s ARN"));
            }
}

/// Whether the ARN is one of the service; a service that is not known takes all.
bool isOfServices(std::string_view arn, const std::vector<std::string>& services) {
    return services.empty() || std::ranges::any_of(services, [&](const std::string& service) {
               return arn.find(":" + service + ":") != std::string_view::npos;
           });
}

std::vector<SuggestCandidate> resources(const SuggestPlace& at) {
    std::vector<SuggestCandidate> all;
    if (!at.place.resource.empty()) {
        all.push_back({at.place.resource, "what the policy hangs on", {}, {}});
        if (at.place.service == "s3") all.push_back({at.place.resource + "/*", "its objects", {}, {}});
    }
    std::vector<std::string> services;
    for (const std::string_view action : at.actions.inOrder())
        if (const auto colon = action.find(':'); colon != std::string_view::npos)
            services.emplace_back(action.substr(0, colon));
    if (services.empty() && !at.place.service.empty()) services.push_back(at.place.service);
    if (at.place.resource.empty()) {
        for (const bool fits : {true, false})
            for (const PolicyWord& word : at.vocabulary.resources) {
                if (isOfServices(word.text, services) != fits) continue;
                all.push_back({word.text, word.name, {}, {}});
                if (isBucket(word.text)) all.push_back({word.text + "/*", "objects of " + word.name, {}, {}});
            }
    }
    addArnForms(all, at);
    all.push_back({"*", "everything", {}, {}});
    return all;
}

std::vector<SuggestCandidate> principals(const SuggestPlace& at, std::string_view kind) {
    std::vector<SuggestCandidate> all;
    const bool isGateway = at.place.endpointKind == Grants::EndpointKind::Gateway;
    if (kind == "Service")
        // Principals that AWS names in its guides for roles and resource policies (IAM User Guide, "AWS service
        // principals"; the list is open).
        return plain({{"ec2.amazonaws.com", "Amazon EC2"},
                      {"ecs-tasks.amazonaws.com", "Amazon ECS tasks"},
                      {"lambda.amazonaws.com", "AWS Lambda"},
                      {"apigateway.amazonaws.com", "Amazon API Gateway"},
                      {"delivery.logs.amazonaws.com", "log delivery"},
                      {"events.amazonaws.com", "Amazon EventBridge"},
                      {"s3.amazonaws.com", "Amazon S3"},
                      {"sns.amazonaws.com", "Amazon SNS"},
                      {"cloudfront.amazonaws.com", "Amazon CloudFront"},
                      {"cloudtrail.amazonaws.com", "AWS CloudTrail"}});
    if (kind == "AWS" && !isGateway) {
        add(all, at.vocabulary.principals);
        for (const PolicyWord& account : at.vocabulary.accounts)
            all.push_back(
                {"arn:" + partitionOf(at) + ":iam::" + account.text + ":root", "account " + account.name, {}, {}});
    }
    // The policy of a gateway endpoint takes no other; aws:PrincipalArn says whom (F-110).
    if (kind != "Federated" && kind != "CanonicalUser") all.push_back({"*", "everyone", {}, {}});
    return all;
}

std::vector<SuggestCandidate> conditionValues(const SuggestPlace& at) {
    const std::string key = lowerCase(at.pathAt(3));
    const auto compares = conditionOperatorOf(at.pathAt(2));
    const PolicyVocabulary& words = at.vocabulary;
    std::vector<SuggestCandidate> all;
    const IamConditionKey* known = IamCatalog::builtIn().key(key);
    if ((compares && (compares->family == ConditionOperator::Family::Bool ||
                      compares->family == ConditionOperator::Family::Null)) ||
        (known && known->type == IamConditionKey::Type::Bool))
        return plain({{"true", {}}, {"false", {}}});
    const auto isOneOf = [&](std::initializer_list<std::string_view> keys) {
        return std::ranges::find(keys, std::string_view(key)) != keys.end();
    };
    if (key == "aws:sourcevpce") add(all, words.endpoints);
    if (key == "aws:sourcevpc") add(all, words.vpcs);
    if (key == "aws:vpcsourceip") add(all, words.blocks);
    if (key == "aws:requestedregion") add(all, words.regions);
    if (key == "aws:principalarn") add(all, words.principals);
    if (key == "aws:sourcearn") add(all, words.resources);
    if (isOneOf({"aws:principalaccount", "aws:resourceaccount", "s3:resourceaccount", "aws:sourceaccount",
                 "aws:vpceaccount", "kms:calleraccount"}))
        add(all, words.accounts);
    if (isOneOf({"aws:principalorgid", "aws:resourceorgid", "aws:sourceorgid", "aws:vpceorgid"}))
        add(all, words.organizations);
    if (key == "aws:principaltype")
        all = plain({{"Account", {}}, {"User", {}}, {"AssumedRole", {}}, {"FederatedUser", {}}, {"Anonymous", {}}});
    return all;
}

}  // namespace

std::vector<SuggestCandidate> valueCandidates(const SuggestPlace& at) {
    const auto& path = at.cursor.path;
    if (path.size() == 1 && path[0] == "Version")
        return plain({{"2012-10-17", "with policy variables"}, {"2008-10-17", "without"}});
    if (path.size() < 2 || path[0] != "Statement") return {};
    std::vector<SuggestCandidate> all;
    if (path[1] == "Effect") return plain({{"Allow", {}}, {"Deny", {}}});
    if (path[1] == "Action" || path[1] == "NotAction")
        all = actions(at);
    else if (path[1] == "Resource" || path[1] == "NotResource")
        all = resources(at);
    else if (path[1] == "Principal" || path[1] == "NotPrincipal")
        all = principals(at, at.pathAt(2));
    else if (path[1] == "Condition" && path.size() == 4)
        all = conditionValues(at);
    std::erase_if(all, [&](const SuggestCandidate& each) {
        return at.listed.contains(each.value.empty() ? each.label : each.value);
    });
    return all;
}

}  // namespace gw
