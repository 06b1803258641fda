#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/json.h"
#include "model/policy/policy.h"

namespace gw {

/// Why AWS would refuse a policy document (InvalidPolicyDocument, MalformedPolicyDocument), and where.
struct PolicyProblem {
    enum class Kind : std::uint8_t {
        NotJson,
        DuplicateKey,
        UnknownElement,
        WrongType,
        /// Of a request: a member is missing, or has a value it cannot have.
        MissingElement,
        BadValue,
        BadVersion,
        NoStatement,
        /// Effect is missing, or neither Allow nor Deny.
        BadEffect,
        /// Of an element and its negation both, or neither where one is needed, or one where the type takes none.
        BadPair,
        /// Principal where the type takes none, or none where it needs one.
        MisplacedPrincipal,
        BadPrincipal,
        BadAction,
        BadResource,
        BadOperator,
        BadConditionKey,
        BadConditionValue,
        /// A list, object or condition that holds nothing.
        Empty,
        /// A Sid that the type does not take, or has twice.
        BadSid,
        /// PrivateLink refuses it, although IAM's grammar takes it (F-297, F-298): a wildcard or number where a key
        /// holds an id that AWS makes, too few characters beside a wildcard, an account that is part wildcard.
        EndpointIdentifier,
        EndpointWildcard,
        EndpointAccount,
        /// Beyond U+00FF (F-327).
        BadCharacter,
        TooLong
    };
    Kind kind = Kind::NotJson;
    /// In bytes of the text.
    std::size_t offset = 0;
    /// What is wrong, then what to do.
    std::string message{};
    /// Whether PrivateLink alone would refuse it.
    bool isEndpointLimit() const { return kind >= Kind::EndpointIdentifier && kind <= Kind::EndpointAccount; }
    friend bool operator==(const PolicyProblem&, const PolicyProblem&) = default;
};

/// What could be read, and everything that is wrong with it. A policy with problems holds the parts that are right.
struct PolicyReading {
    IamPolicy policy{};
    /// In the order of the text; the first thousand that break the grammar, and all beyond it.
    std::vector<PolicyProblem> problems{};
};

/// Longest text that readPolicy() looks into: far over every quota of AWS (F-304).
inline constexpr std::size_t maxPolicyBytes = 1'000'000;

/// Reads a policy of that type from JSON text, and holds its length against the quota of the type.
PolicyReading readPolicy(std::string_view text, PolicyType type);
/// Reads a policy that stands inside another document; offsets are those of that document.
PolicyReading readPolicy(const JsonNode& root, PolicyType type);

/// "3:14: what" of a problem of that text; lines and columns count from 1.
std::string placedMessage(std::string_view text, const PolicyProblem& problem);

}  // namespace gw
