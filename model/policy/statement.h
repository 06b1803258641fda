#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gw {

/// One statement of a policy as it is written. What it allows is for the judge of policies, which is still to come;
/// rules that read a policy's words ask this.
struct Statement {
    std::string sid{};
    /// False for "Deny".
    bool allows = false;
    std::vector<std::string> actions{};
    std::vector<std::string> notActions{};
    std::vector<std::string> resources{};
    std::vector<std::string> notResources{};
    bool conditional = false;
    /// Where it starts in the text, in bytes.
    std::size_t offset = 0;
};

/// The statements of a policy, in order; empty where the text is no policy. A single string stands for a list of one,
/// as in IAM's grammar; parts of the wrong type are passed over.
std::vector<Statement> statementsOf(std::string_view policy);

/// Whether the pattern of an action or resource (`*` any run, `?` one character) matches the text; actions are compared
/// without regard to case.
bool matchesWildcard(std::string_view pattern, std::string_view text, bool ignoreCase = false);

}  // namespace gw
