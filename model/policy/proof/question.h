#pragma once
#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/policy/proof/proof_policy.h"
#include "model/policy/read.h"

/// What can be asked of policies for every request at once.
namespace gw {

/// "No request reaches the resource but those with one of these values of these keys."
struct ExclusiveQuestion {
    /// An ARN, with wildcards or without; that of an S3 bucket stands for its objects too.
    std::string resource{};
    /// A request with one of the values of one of the keys is excepted.
    std::vector<std::pair<std::string, std::vector<std::string>>> except{};
    /// The policies that have a say, each of the type that its reading has.
    std::vector<SharedPolicy> grants{};
};

/// "The policy allows no request that the other does not."
struct NoMorePermissiveQuestion {
    SharedPolicy policy{};
    SharedPolicy than{};
};

/// "Neither a principal nor a resource of another account than these passes the endpoint policy."
struct NoForeignQuestion {
    SharedPolicy policy{};
    /// Twelve digits each.
    std::vector<std::string> accounts{};
    /// The actions of the requests that come to the endpoint, in lower case with wildcards ("s3:*"); empty for any.
    std::vector<std::string> actions{};
};

/// "Some statement of the policy changes nothing."
struct DeadQuestion {
    SharedPolicy policy{};
};

/// "The policies say the same of every request."
struct ChangedQuestion {
    SharedPolicy before{};
    SharedPolicy after{};
};

struct ProofQuestion {
    std::variant<ExclusiveQuestion, NoMorePermissiveQuestion, NoForeignQuestion, DeadQuestion, ChangedQuestion> ask{};
    /// Where offsets of policies count from.
    std::string text{};
};

/// Reads the document that `gatewright-cli policy prove` takes (resources/schema/policy-question.schema.json). Refuses
/// at the first thing that is wrong, with its place in `text`; a policy that AWS would refuse is refused. A policy is a
/// resource policy where a statement names principals, a service control policy where it has an Id, else an identity
/// policy.
tl::expected<ProofQuestion, PolicyProblem> readProofQuestion(std::string_view text);

}  // namespace gw
