#include <algorithm>
#include <array>
#include <span>

#include "model/policy/condition_operator.h"
#include "model/policy/request_context.h"
#include "model/policy/suggest/suggest_parts.h"

namespace gw {
namespace {

using Part = PolicyTypeInfo::Part;

SuggestCandidate element(std::string_view key, std::string_view detail, std::string_view behind, std::size_t cursor) {
    return {std::string(key), std::string(detail), {}, std::string(behind), cursor, cursor};
}
/// With a text for its value.
SuggestCandidate ofText(std::string_view key, std::string_view detail) {
    return element(key, detail, "\"\"", 1);
}
SuggestCandidate ofObject(std::string_view key, std::string_view detail) {
    return element(key, detail, "{}", 1);
}

std::vector<SuggestCandidate> documentElements(const SuggestPlace& at) {
    const std::string_view version = "\"2012-10-17\"";
    std::vector<SuggestCandidate> all{element("Version", "of the policy language", version, version.size()),
                                      element("Statement", "what is allowed or denied", "[{}]", 2)};
    if (infoOf(at.place.type).id) all.push_back(ofText("Id", "name of the policy"));
    return all;
}

std::vector<SuggestCandidate> statementElements(const SuggestPlace& at) {
    const PolicyTypeInfo& info = infoOf(at.place.type);
    std::vector<SuggestCandidate> all{ofText("Sid", "name of the statement"), ofText("Effect", "Allow or Deny")};
    if (info.principal != Part::Refused) all.push_back(ofObject("Principal", "who"));
    if (info.notPrincipal) all.push_back(ofObject("NotPrincipal", "everyone but"));
    all.push_back(ofText("Action", "what may be done"));
    all.push_back(ofText("NotAction", "everything but"));
    if (info.resource != Part::Refused) {
        all.push_back(ofText("Resource", "with what"));
        all.push_back(ofText("NotResource", "with everything but"));
    }
    all.push_back(ofObject("Condition", "when"));
    return all;
}

/// The element that says the opposite: one of the two at most may stand in a statement.
std::string counterpartOf(std::string_view key) {
    return key.starts_with("Not") ? std::string(key.substr(3)) : "Not" + std::string(key);
}

std::vector<SuggestCandidate> principalKinds() {
    return {ofText("AWS", "accounts, roles, users"), ofText("Service", "an AWS service"),
            ofText("Federated", "an identity provider"), ofText("CanonicalUser", "an S3 canonical user")};
}

std::string wordsOf(const ConditionOperator& each) {
    switch (each.family) {
        case ConditionOperator::Family::String:
            return "text";
        case ConditionOperator::Family::StringIgnoreCase:
            return "text, letter case aside";
        case ConditionOperator::Family::StringLike:
            return "text with * and ?";
        case ConditionOperator::Family::Numeric:
            return "number";
        case ConditionOperator::Family::Date:
            return "date";
        case ConditionOperator::Family::Bool:
            return "true or false";
        case ConditionOperator::Family::Binary:
            return "bytes";
        case ConditionOperator::Family::Ip:
            return "address block";
        case ConditionOperator::Family::Arn:
            return "ARN with * and ?";
        case ConditionOperator::Family::Null:
            return "whether the key is absent";
    }
    return {};
}

std::vector<SuggestCandidate> conditionOperators() {
    std::vector<SuggestCandidate> plain;
    std::vector<SuggestCandidate> more;
    for (const std::string_view name : conditionOperatorNames()) {
        const auto compares = conditionOperatorOf(name);
        const std::string detail = compares ? wordsOf(*compares) : std::string();
        plain.push_back(ofObject(name, detail));
        if (compares && compares->family != ConditionOperator::Family::Null)
            more.push_back(ofObject(std::string(name) + "IfExists", detail + ", or no key"));
    }
    for (const std::string_view quantifier : {"ForAnyValue:", "ForAllValues:"})
        for (const std::string_view name : {"StringEquals", "StringLike", "StringNotEquals", "ArnLike"})
            more.push_back(ofObject(std::string(quantifier) + std::string(name), "of keys with several values"));
    plain.insert(plain.end(), more.begin(), more.end());
    return plain;
}

/// Whether values of the key can be compared so.
bool suits(ConditionOperator::Family family, IamConditionKey::Type type) {
    using Family = ConditionOperator::Family;
    using Type = IamConditionKey::Type;
    switch (family) {
        case Family::Numeric:
            return type == Type::Numeric;
        case Family::Date:
            return type == Type::Date;
        case Family::Bool:
            return type == Type::Bool;
        case Family::Binary:
            return type == Type::Binary;
        case Family::Ip:
            return type == Type::Ip;
        case Family::Arn:
            return type == Type::Arn;
        case Family::Null:
            return true;
        case Family::String:
        case Family::StringIgnoreCase:
        case Family::StringLike:
            return type == Type::String || type == Type::Arn;
    }
    return true;
}

SuggestCandidate keyCandidate(const IamConditionKey& key, std::string detail) {
    if (key.multivalued) detail += ", several values";
    SuggestCandidate made = withPlaceholder(key.name, std::move(detail));
    made.behind = "\"\"";
    // What users choose of the key's name comes before its value.
    if (made.selectFrom == std::string::npos) {
        made.selectFrom = made.selectTo = 1;
    } else {
        made.behind = ": \"\"";
    }
    return made;
}

std::vector<SuggestCandidate> conditionKeys(const SuggestPlace& at) {
    const auto compares = conditionOperatorOf(at.element());
    const auto fits = [&](const IamConditionKey& key) { return !compares || suits(compares->family, key.type); };
    std::vector<SuggestCandidate> all;
    std::vector<std::string_view> seen;
    // Keys of the statement's own actions say most.
    for (const NamedAction& each : at.namedActions())
        for (const IamConditionKey& key : each.service->keys()) {
            if (key.name.starts_with("aws:") || !fits(key) || !each.service->carries(*each.action, key.name)) continue;
            if (std::ranges::find(seen, key.name) != seen.end()) continue;
            seen.push_back(key.name);
            all.push_back(keyCandidate(key, "of " + each.text()));
        }
    // Those by which networks and accounts are told apart come before the many others.
    static constexpr std::array<std::string_view, 12> usual{
        "aws:SourceVpce",    "aws:SourceVpc",       "aws:SourceIp",         "aws:VpcSourceIp",
        "aws:PrincipalArn",  "aws:PrincipalOrgID",  "aws:PrincipalAccount", "aws:ResourceAccount",
        "aws:ResourceOrgID", "aws:SecureTransport", "aws:ViaAWSService",    "aws:SourceArn"};
    const std::span<const IamConditionKey> global = IamCatalog::builtIn().globalKeys();
    std::vector<const IamConditionKey*> keys;
    for (const std::string_view name : usual)
        if (const IamConditionKey* key = IamCatalog::builtIn().globalKey(name)) keys.push_back(key);
    for (const IamConditionKey& key : global)
        if (std::ranges::find(usual, key.name) == usual.end()) keys.push_back(&key);
    for (const IamConditionKey* each : keys) {
        const IamConditionKey& key = *each;
        const bool isSent = key.services.empty() || at.actions.inOrder().empty() ||
                            std::ranges::any_of(at.services(), [&](const std::string& service) {
                                return std::ranges::binary_search(key.services, service);
                            });
        if (fits(key) && isSent) all.push_back(keyCandidate(key, "global"));
    }
    return all;
}

}  // namespace

std::vector<SuggestCandidate> keyCandidates(const SuggestPlace& at) {
    std::vector<SuggestCandidate> all;
    const auto& path = at.cursor.path;
    if (path.empty()) {
        all = documentElements(at);
    } else if (path.size() == 1 && path[0] == "Statement") {
        all = statementElements(at);
        std::erase_if(all,
                      [&](const SuggestCandidate& each) { return at.members.contains(counterpartOf(each.label)); });
    } else if (path.size() == 2 && path[1].ends_with("Principal")) {
        all = principalKinds();
    } else if (path.size() == 2 && path[1] == "Condition") {
        all = conditionOperators();
    } else if (path.size() == 3 && path[1] == "Condition") {
        all = conditionKeys(at);
    }
    std::erase_if(all, [&](const SuggestCandidate& each) {
        return at.members.contains(each.value.empty() ? each.label : each.value);
    });
    return all;
}

}  // namespace gw
