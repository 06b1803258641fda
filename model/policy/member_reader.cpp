#include "model/policy/member_reader.h"

#include "model/core/visible_text.h"

namespace gw {

using ProblemKind = PolicyProblem::Kind;

void MemberReader::refuse(ProblemKind kind, std::size_t offset, std::string message) {
    if (!problem) problem = PolicyProblem{kind, offset, std::move(message)};
}

void MemberReader::refuseUnknown(std::string_view key, std::size_t offset, std::string_view what,
                                 std::initializer_list<std::string_view> known) {
    std::string words;
    for (const std::string_view word : known) words += (words.empty() ? "" : ", ") + std::string(word);
    refuse(ProblemKind::UnknownElement, offset,
           std::string(what) + " has no member " + quotedBriefly(key) + "; there are " + words + ".");
}

void MemberReader::refuseUnclear(const std::vector<PolicyProblem>& problems) {
    for (const PolicyProblem& each : problems)
        if (each.kind != ProblemKind::BadSid && !each.isEndpointLimit() && !problem) problem = each;
}

const JsonNode* MemberReader::required(const JsonNode& object, std::string_view key) {
    const JsonNode* member = object.find(key);
    if (!member) refuse(ProblemKind::MissingElement, object, "\"" + std::string(key) + "\" is missing here.");
    return member;
}

std::string MemberReader::textOf(const JsonNode& object, std::string_view key, bool isRequired) {
    const JsonNode* member = isRequired ? required(object, key) : object.find(key);
    if (!member) return {};
    if (!member->is(JsonNode::Kind::String))
        refuse(ProblemKind::WrongType, *member, "\"" + std::string(key) + "\" is a text in quotes.");
    return member->text;
}

}  // namespace gw
