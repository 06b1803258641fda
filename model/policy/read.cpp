#include "model/policy/read.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "model/core/utf8.h"
#include "model/core/visible_text.h"
#include "model/policy/endpoint_limits.h"
#include "model/policy/read_elements.h"

namespace gw {
namespace {

using ProblemKind = PolicyProblem::Kind;
using PolicyPart = PolicyTypeInfo::Part;

/// Reads one policy; each function reads one element and says what is wrong with it.
class PolicyReader {
public:
    explicit PolicyReader(PolicyType type) : info_(infoOf(type)) { policy_.type = type; }

    PolicyReading read(const JsonNode& root) {
        if (isCleanObject(root, "A policy", problems_)) {
            refuseUnknown(root, {"Version", "Id", "Statement"}, problems_);
            readVersion(root.find("Version"));
            readId(root.find("Id"));
            readStatements(root);
        }
        return {std::move(policy_), problems_.take()};
    }

private:
    void refuse(ProblemKind kind, std::size_t offset, std::string message) {
        problems_.add(kind, offset, std::move(message));
    }
    void refuseInThisType(ProblemKind kind, std::size_t offset, std::string_view element) {
        refuse(kind, offset, std::string(element) + " cannot stand in " + std::string(info_.label) + "; take it out.");
    }

    bool readText(const JsonNode& node, std::string_view element, std::string& text) {
        if (!node.is(JsonNode::Kind::String)) {
            refuse(ProblemKind::WrongType, node.offset, std::string(element) + " is a text in quotes.");
            return false;
        }
        text = node.text;
        return true;
    }

    void readVersion(const JsonNode* node) {
        if (!node || !readText(*node, "Version", policy_.version)) return;
        if (policy_.version != "2012-10-17" && policy_.version != "2008-10-17")
            refuse(
                ProblemKind::BadVersion, node->offset,
                "There is no version " + quotedBriefly(policy_.version) + " of the policy language; write 2012-10-17.");
    }

    void readId(const JsonNode* node) {
        if (!node) return;
        readText(*node, "Id", policy_.id);
        if (!info_.id) refuseInThisType(ProblemKind::UnknownElement, node->keyOffset, "Id");
    }

    void readStatements(const JsonNode& root) {
        const JsonNode* statements = root.find("Statement");
        if (!statements)
            return refuse(ProblemKind::NoStatement, root.offset, "The policy has no Statement; it needs one.");
        if (!statements->is(JsonNode::Kind::Array)) return readStatement(*statements);
        if (statements->children.empty())
            refuse(ProblemKind::NoStatement, statements->offset, "The policy has no statement; it needs one.");
        for (const auto& [key, child] : statements->children) readStatement(child);
    }

    void readStatement(const JsonNode& node) {
        if (!isCleanObject(node, "A statement", problems_)) return;
        refuseUnknown(node,
                      {"Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource",
                       "Condition"},
                      problems_);
        PolicyStatement statement;
        statement.offset = node.offset;
        readSid(node.find("Sid"), statement);
        readEffect(node, statement);
        readPrincipal(node, statement);
        if (auto actions = readPatterns(node, "Action", "NotAction", PolicyPart::Required)) {
            for (const PlacedText& action : actions->patterns) checkAction(action);
            statement.action = *std::move(actions);
        }
        statement.resource = readPatterns(node, "Resource", "NotResource", info_.resource);
        if (statement.resource)
            for (const PlacedText& resource : statement.resource->patterns) checkResource(resource);
        if (const JsonNode* condition = node.find("Condition"))
            statement.conditions = readConditions(*condition, policy_.hasVariables(), problems_);
        policy_.statements.push_back(std::move(statement));
    }

    void readSid(const JsonNode* node, PolicyStatement& statement) {
        if (!node || !readText(*node, "Sid", statement.sid) || !info_.plainSid || statement.sid.empty()) return;
        const bool plain = std::ranges::all_of(statement.sid, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        });
        if (!plain)
            refuse(ProblemKind::BadSid, node->offset,
                   "In " + std::string(info_.label) + " a Sid holds letters and digits alone; \"" + statement.sid +
                       "\" does not.");
        if (!sids_.insert(statement.sid).second)
            refuse(ProblemKind::BadSid, node->offset,
                   "Two statements have the Sid \"" + statement.sid + "\"; rename one.");
    }

    void readEffect(const JsonNode& node, PolicyStatement& statement) {
        const JsonNode* effect = node.find("Effect");
        std::string text;
        if (!effect)
            refuse(ProblemKind::BadEffect, node.offset, "The statement has no Effect; write Allow or Deny.");
        else if (readText(*effect, "Effect", text) && text != "Allow" && text != "Deny")
            refuse(ProblemKind::BadEffect, effect->offset,
                   "Effect is Allow or Deny, in this case; \"" + text + "\" is neither.");
        statement.effect = text == "Allow" ? PolicyStatement::Effect::Allow : PolicyStatement::Effect::Deny;
    }

    /// The element or its negation; says so where both stand or a required one is missing.
    const JsonNode* oneOf(const JsonNode& node, std::string_view plain, std::string_view negated, bool& isNegated) {
        const JsonNode* first = node.find(plain);
        const JsonNode* second = node.find(negated);
        if (first && second)
            refuse(ProblemKind::BadPair, second->keyOffset,
                   std::string(plain) + " and " + std::string(negated) + " exclude each other; take one out.");
        isNegated = !first;
        return first ? first : second;
    }

    void readPrincipal(const JsonNode& node, PolicyStatement& statement) {
        bool negated = false;
        const JsonNode* principal = oneOf(node, "Principal", "NotPrincipal", negated);
        if (!principal) {
            if (info_.principal == PolicyPart::Required)
                refuse(ProblemKind::MisplacedPrincipal, node.offset,
                       "The statement has no Principal; " + std::string(info_.label) + " needs one in each.");
            return;
        }
        if (info_.principal == PolicyPart::Refused)
            refuseInThisType(ProblemKind::MisplacedPrincipal, principal->keyOffset,
                             negated ? "NotPrincipal" : "Principal");
        else if (negated && !info_.notPrincipal)
            refuseInThisType(ProblemKind::MisplacedPrincipal, principal->keyOffset, "NotPrincipal");
        statement.principal = gw::readPrincipal(*principal, negated, policy_.type, problems_);
    }

    std::optional<PatternList> readPatterns(const JsonNode& node, std::string_view plain, std::string_view negated,
                                            PolicyPart part) {
        PatternList list;
        const JsonNode* element = oneOf(node, plain, negated, list.negated);
        const std::string name(list.negated ? negated : plain);
        if (!element) {
            if (part == PolicyPart::Required)
                refuse(ProblemKind::BadPair, node.offset,
                       "The statement has neither " + std::string(plain) + " nor " + std::string(negated) + ".");
            return std::nullopt;
        }
        if (part == PolicyPart::Refused) refuseInThisType(ProblemKind::BadPair, element->keyOffset, name);
        list.offset = element->offset;
        list.patterns = readStrings(*element, name, problems_);
        return list;
    }

    void checkAction(const PlacedText& action) {
        const auto colon = action.text.find(':');
        if (action.text == "*" || (colon != std::string::npos && colon > 0 && colon + 1 < action.text.size())) return;
        refuse(ProblemKind::BadAction, action.offset,
               quotedBriefly(action.text) + " is no action; write service:Action, as in s3:GetObject, or *.");
    }

    void checkResource(const PlacedText& resource) {
        if (resource.text == "*" || resource.text.starts_with("arn:")) return;
        // An API's own policy may leave out what comes before its stage: "execute-api:/prod/GET/pets" (API Gateway
        // Developer Guide, "API Gateway resource policy examples").
        if (policy_.type == PolicyType::Resource && resource.text.starts_with("execute-api:/")) return;
        refuse(ProblemKind::BadResource, resource.offset,
               quotedBriefly(resource.text) + " is no resource; write an ARN such as arn:aws:s3:::bucket/*, or *.");
    }

    const PolicyTypeInfo& info_;
    IamPolicy policy_;
    ProblemList problems_;
    std::set<std::string> sids_;
};

/// Characters as AWS counts them for the quota (F-304).
std::size_t countedCharacters(std::string_view text, bool spaceCounts) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [&](char c) {
        const bool continues = (c & 0xC0) == 0x80;
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        return !continues && (spaceCounts || !space);
    }));
}

void checkLength(std::string_view text, PolicyReading& reading) {
    const PolicyTypeInfo& info = infoOf(reading.policy.type);
    const std::size_t characters = countedCharacters(text, info.spaceCounts);
    if (info.characters == 0 || characters <= info.characters) return;
    reading.problems.push_back({ProblemKind::TooLong, 0,
                                "The policy has " + std::to_string(characters) + " characters" +
                                    (info.spaceCounts ? "" : " without white space") + "; " + std::string(info.label) +
                                    " may have " + std::to_string(info.characters) + ". Shorten it."});
}

/// IAM takes tab, line feed, carriage return and U+0020 to U+00FF alone (F-327).
void checkCharacters(std::string_view text, PolicyReading& reading) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::max<std::size_t>(utf8Length(text, at), 1);
        const auto lead = static_cast<unsigned char>(text[at]);
        // U+00FF is C3 BF: every lead byte above C3 starts a character beyond it.
        if (lead > 0xC3) {
            reading.problems.push_back(
                {ProblemKind::BadCharacter, at,
                 "IAM takes characters up to U+00FF alone; replace \"" + std::string(text.substr(at, length)) + "\"."});
            return;
        }
        at += length;
    }
}

}  // namespace

PolicyReading readPolicy(const JsonNode& root, PolicyType type) {
    PolicyReading reading = PolicyReader(type).read(root);
    if (type == PolicyType::Endpoint) {
        std::vector<PolicyProblem> limits = endpointLimitsBrokenBy(reading.policy);
        std::ranges::move(limits, std::back_inserter(reading.problems));
        std::ranges::stable_sort(reading.problems, {}, &PolicyProblem::offset);
    }
    return reading;
}

PolicyReading readPolicy(std::string_view text, PolicyType type) {
    PolicyReading reading;
    reading.policy.type = type;
    if (text.size() > maxPolicyBytes) {
        reading.problems.push_back({ProblemKind::TooLong, 0, "The text is longer than any policy may be."});
        return reading;
    }
    const auto root = parseJson(text);
    if (!root) {
        reading.problems.push_back({ProblemKind::NotJson, root.error().offset, root.error().message});
        return reading;
    }
    reading = readPolicy(*root, type);
    checkLength(text, reading);
    checkCharacters(text, reading);
    std::ranges::stable_sort(reading.problems, {}, &PolicyProblem::offset);
    return reading;
}

std::string placedMessage(std::string_view text, const PolicyProblem& problem) {
    constexpr std::size_t longestMessage = 1000;  // it may repeat a member or a value of any length
    const TextPosition at = positionAt(text, problem.offset);
    return std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
           shortened(problem.message, longestMessage);
}

}  // namespace gw
