#pragma once
#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/proof/proof_place.h"
#include "model/policy/proof/prove.h"
#include "model/policy/proof/reach_context.h"

/// What the questions are answered with; for the files of this folder alone.
namespace gw {

/// A policy's statements as boxes, by effect. One list for each statement of that effect, in their order.
struct PolicyBoxes {
    struct OfStatement {
        std::size_t statement = 0;
        std::vector<RequestBox> boxes{};
    };
    std::vector<OfStatement> allows{};
    std::vector<OfStatement> denies{};
};

std::vector<RequestBox> allOf(const std::vector<PolicyBoxes::OfStatement>& statements);
/// None where a statement falls into too many.
std::optional<PolicyBoxes> boxesOfPolicy(const RequestSpace& space, const ProofPolicy& policy,
                                         const ReachContext& context = {});

/// Looks for a request among boxes, and holds what it finds against the judge.
class RequestHunt {
public:
    /// The request with policies around it, where the judge says of it what is claimed.
    using Confirm = std::function<std::optional<CounterExample>(const RequestExample&)>;

    RequestHunt(const RequestSpace& space, std::string_view text) : space_(space), text_(text) {}

    /// A request in the box, in one box of each list, in none of `taken`, that `confirm` takes.
    std::optional<CounterExample> find(const RequestBox& box, const std::vector<const std::vector<RequestBox>*>& within,
                                       const std::vector<RequestBox>& taken, const Confirm& confirm);
    /// Why the searches that found nothing prove nothing; empty where they do.
    const std::string& doubt() const { return doubt_; }

private:
    void noteDoubt(const RequestBox& box);

    const RequestSpace& space_;
    std::string_view text_;
    std::string doubt_;
    std::size_t attempts_ = 0;
};

/// Whether requests can be put to the judge through that place: a trust policy holds no Resource.
bool canStandIn(ProofPlace place, const RequestExample& request, const ProofPolicy& policy);

/// The request with the first policy in some place where the judge allows it, and does not with the second there.
std::optional<CounterExample> allowedByFirstAlone(const RequestExample& request, const SharedPolicy& first,
                                                  const SharedPolicy& second, bool beside, const ReachContext& context);

/// The policies with a canonical user that they name taken for an account: it is one by another name, and which one
/// only AWS knows (IAM User Guide, "Principal").
struct CanonicalGuess {
    std::string user{};
    std::vector<SharedPolicy> policies{};
};
/// Each canonical user in turn taken for each account that the policies name, and each of `accounts`. Says so where
/// these are too many.
tl::expected<std::vector<CanonicalGuess>, std::string> canonicalGuesses(const std::vector<SharedPolicy>& policies,
                                                                        const std::vector<std::string>& accounts = {});
/// Why a guess that comes out otherwise keeps the answer open.
std::string dependsOn(const CanonicalGuess& guess);

ProofAnswer unknownBecause(std::string reason);

ProofAnswer answerTo(const ExclusiveQuestion& question, std::string_view text);
ProofAnswer answerTo(const NoMorePermissiveQuestion& question, std::string_view text);
ProofAnswer answerTo(const NoForeignQuestion& question, std::string_view text);
ProofAnswer answerTo(const DeadQuestion& question, std::string_view text);
ProofAnswer answerTo(const ChangedQuestion& question, std::string_view text);

}  // namespace gw
