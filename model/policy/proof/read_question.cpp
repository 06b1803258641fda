#include <algorithm>
#include <initializer_list>

#include "model/core/visible_text.h"
#include "model/policy/arn.h"
#include "model/policy/member_reader.h"
#include "model/policy/proof/question.h"

namespace gw {
namespace {

using ProblemKind = PolicyProblem::Kind;

class QuestionReader : public MemberReader {
public:
    ProofQuestion read(const JsonNode& root) {
        ProofQuestion question;
        if (!root.is(JsonNode::Kind::Object)) {
            refuse(ProblemKind::WrongType, root.offset, "A question is no JSON object.");
            return question;
        }
        const std::string ask = textOf(root, "ask");
        if (problem) return question;
        if (ask == "exclusive")
            question.ask = exclusive(root);
        else if (ask == "noMorePermissive")
            question.ask = noMorePermissive(root);
        else if (ask == "noForeign")
            question.ask = noForeign(root);
        else if (ask == "dead")
            question.ask = dead(root);
        else if (ask == "changed")
            question.ask = changed(root);
        else
            refuse(ProblemKind::BadValue, root.find("ask")->offset,
                   "There is no question " + quotedBriefly(ask) +
                       "; ask exclusive, noMorePermissive, noForeign, dead or changed.");
        return question;
    }

private:
    /// Refuses members that are none of `known`, and duplicates.
    void allowMembers(const JsonNode& object, std::string_view what, std::initializer_list<std::string_view> known) {
        for (const auto& [key, child] : object.children) {
            if (std::ranges::find(known, key) == known.end()) {
                refuseUnknown(key, child.keyOffset, what, known);
            } else if (object.find(key) != &child) {
                refuse(ProblemKind::DuplicateKey, child.keyOffset,
                       quotedBriefly(key) + " stands here twice; take one out.");
            }
        }
    }

    /// At least one text.
    std::vector<std::string> textsOf(const JsonNode& list, std::string_view what) {
        std::vector<std::string> texts;
        const auto take = [&](const JsonNode& each) {
            if (!each.is(JsonNode::Kind::String))
                refuse(ProblemKind::WrongType, each.offset, std::string(what) + " is a list of texts.");
            texts.push_back(each.text);
        };
        if (list.is(JsonNode::Kind::Array))
            for (const auto& [none, each] : list.children) take(each);
        else
            take(list);
        if (texts.empty())
            refuse(ProblemKind::BadValue, list.offset, std::string(what) + " is empty; name one or more.");
        return texts;
    }

    SharedPolicy policyOf(std::string name, const JsonNode& document, PolicyType type) {
        refuseUnclear(readPolicy(document, type).problems);
        return proofPolicyOf(std::move(name), document, type);
    }

    /// A resource policy where a statement names principals, a service control policy where it has the Id that an
    /// identity policy must not have.
    static PolicyType typeOf(const JsonNode& document) {
        const auto namesPrincipal = [](const JsonNode& statement) {
            return statement.find("Principal") || statement.find("NotPrincipal");
        };
        const JsonNode* statements = document.find("Statement");
        if (statements &&
            (namesPrincipal(*statements) ||
             std::ranges::any_of(statements->children, [&](const auto& each) { return namesPrincipal(each.second); })))
            return PolicyType::Resource;
        return document.find("Id") ? PolicyType::ServiceControl : PolicyType::Identity;
    }

    SharedPolicy policyAt(const JsonNode& object, std::string_view key) {
        const JsonNode* document = required(object, key);
        return document ? policyOf(std::string(key), *document, typeOf(*document)) : nullptr;
    }

    /// Two policies stand in one place, so they are read as one type.
    std::pair<SharedPolicy, SharedPolicy> policiesAt(const JsonNode& object, std::string_view first,
                                                     std::string_view second) {
        const JsonNode* one = required(object, first);
        const JsonNode* other = required(object, second);
        if (!one || !other) return {};
        PolicyType type = typeOf(*one);
        if (typeOf(*other) == PolicyType::Resource || (type == PolicyType::Identity)) type = typeOf(*other);
        return {policyOf(std::string(first), *one, type), policyOf(std::string(second), *other, type)};
    }

    ExclusiveQuestion exclusive(const JsonNode& root) {
        allowMembers(root, "The question exclusive", {"ask", "resource", "except", "grants"});
        ExclusiveQuestion question;
        question.resource = textOf(root, "resource");
        if (const JsonNode* resource = root.find("resource");
            resource && question.resource != "*" && !Arn::parse(question.resource))
            refuse(ProblemKind::BadValue, resource->offset, "The resource is an ARN, as in arn:aws:s3:::bucket.");
        if (const JsonNode* except = required(root, "except")) {
            if (!except->is(JsonNode::Kind::Object))
                refuse(ProblemKind::WrongType, except->offset, "\"except\" is an object of condition keys.");
            for (const auto& [key, values] : except->children) {
                if (key.find(':') == std::string::npos)
                    refuse(ProblemKind::BadValue, values.keyOffset,
                           quotedBriefly(key) + " is no condition key; a key has a prefix, as in aws:SourceVpce.");
                question.except.emplace_back(key, textsOf(values, "What is excepted"));
            }
        }
        if (const JsonNode* grants = required(root, "grants")) {
            if (!grants->is(JsonNode::Kind::Array))
                refuse(ProblemKind::WrongType, grants->offset, "\"grants\" is a list of policies.");
            for (const auto& [none, each] : grants->children) question.grants.push_back(grantOf(each));
        }
        refuseSecond(PolicyType::Resource, "A resource has one policy", root, question);
        refuseSecond(PolicyType::Session, "A session has one policy", root, question);
        return question;
    }

    SharedPolicy grantOf(const JsonNode& node) {
        if (!node.is(JsonNode::Kind::Object)) {
            refuse(ProblemKind::WrongType, node.offset, "A grant is no JSON object.");
            return nullptr;
        }
        allowMembers(node, "A grant", {"policyType", "name", "policy"});
        const std::string word = textOf(node, "policyType");
        const std::string name = textOf(node, "name");
        const auto type = policyTypeOf(word);
        if (!problem && !type) {
            std::string words;
            for (const PolicyTypeInfo& info : policyTypes())
                words += (words.empty() ? "" : ", ") + std::string(info.word);
            refuse(ProblemKind::BadValue, node.find("policyType")->offset,
                   "There is no policy type " + quotedBriefly(word) + "; there are " + words + ".");
        }
        const JsonNode* document = required(node, "policy");
        return document && type ? policyOf(name, *document, *type) : nullptr;
    }

    void refuseSecond(PolicyType type, std::string_view rule, const JsonNode& root, const ExclusiveQuestion& question) {
        if (problem) return;
        const auto isOfType = [&](const SharedPolicy& each) {
            return each->policy.type == type ||
                   (type == PolicyType::Resource && each->policy.type == PolicyType::Trust);
        };
        const auto first = std::ranges::find_if(question.grants, isOfType);
        if (first == question.grants.end()) return;
        const auto second = std::find_if(first + 1, question.grants.end(), isOfType);
        if (second == question.grants.end()) return;
        const auto& nodes = root.find("grants")->children;
        refuse(ProblemKind::BadValue, nodes[static_cast<std::size_t>(second - question.grants.begin())].second.offset,
               std::string(rule) + "; the grants have two. Join their statements.");
    }

    NoMorePermissiveQuestion noMorePermissive(const JsonNode& root) {
        allowMembers(root, "The question noMorePermissive", {"ask", "policy", "than"});
        auto [policy, than] = policiesAt(root, "policy", "than");
        return {std::move(policy), std::move(than)};
    }

    ChangedQuestion changed(const JsonNode& root) {
        allowMembers(root, "The question changed", {"ask", "before", "after"});
        auto [before, after] = policiesAt(root, "before", "after");
        return {std::move(before), std::move(after)};
    }

    NoForeignQuestion noForeign(const JsonNode& root) {
        allowMembers(root, "The question noForeign", {"ask", "policy", "accounts", "actions"});
        NoForeignQuestion question;
        if (const JsonNode* document = required(root, "policy"))
            question.policy = policyOf("policy", *document, PolicyType::Endpoint);
        const JsonNode* accounts = required(root, "accounts");
        if (!accounts) return question;
        question.accounts = textsOf(*accounts, "\"accounts\"");
        for (const std::string& account : question.accounts)
            if (!isAccountNumber(account))
                refuse(ProblemKind::BadValue, accounts->offset,
                       quotedBriefly(account) + " is no account; an account has twelve digits.");
        const JsonNode* actions = root.find("actions");
        if (!actions) return question;
        for (const std::string& action : textsOf(*actions, "\"actions\"")) {
            if (action.find(':') == std::string::npos)
                refuse(ProblemKind::BadValue, actions->offset,
                       quotedBriefly(action) + " is no action; an action has a prefix, as in s3:*.");
            question.actions.push_back(lowerCase(action));
        }
        return question;
    }

    DeadQuestion dead(const JsonNode& root) {
        allowMembers(root, "The question dead", {"ask", "policy"});
        return {policyAt(root, "policy")};
    }
};

}  // namespace

tl::expected<ProofQuestion, PolicyProblem> readProofQuestion(std::string_view text) {
    const auto root = parseJson(text);
    if (!root) return tl::unexpected(PolicyProblem{ProblemKind::NotJson, root.error().offset, root.error().message});
    QuestionReader reader;
    ProofQuestion question = reader.read(*root);
    if (reader.problem) return tl::unexpected(*reader.problem);
    question.text = text;
    return question;
}

}  // namespace gw
