#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/json.h"
#include "model/policy/read.h"

namespace gw {

/// Reads a document that asks something of policies, member by member. The first problem is kept; after it whatever is
/// read no longer counts.
class MemberReader {
public:
    std::optional<PolicyProblem> problem{};

protected:
    void refuse(PolicyProblem::Kind kind, std::size_t offset, std::string message);
    void refuse(PolicyProblem::Kind kind, const JsonNode& node, std::string message) {
        refuse(kind, node.offset, std::move(message));
    }
    /// Refuses a member of `what` that is none of `known`.
    void refuseUnknown(std::string_view key, std::size_t offset, std::string_view what,
                       std::initializer_list<std::string_view> known);
    /// Refuses a policy that says nothing that can be judged. What AWS refuses where a policy is stored is clear
    /// nonetheless: a repeated Sid, what endpoints do not take.
    void refuseUnclear(const std::vector<PolicyProblem>& problems);
    /// nullptr and a problem where it is missing.
    const JsonNode* required(const JsonNode& object, std::string_view key);
    /// Empty where it is not there.
    std::string textOf(const JsonNode& object, std::string_view key, bool isRequired = true);
};

}  // namespace gw
