#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog/iam.h"
#include "model/policy/policy.h"

/// What a policy's patterns mean in the list of AWS's actions.
namespace gw {

/// "s3:Get*", taken apart.
struct ActionPattern {
    std::string_view service{};  ///< "s3"; "*" for all of them
    std::string_view name{};     ///< "Get*"; "*" where the pattern is "*" alone

    static ActionPattern of(std::string_view pattern);
    /// Whether it names one action.
    bool isLiteral() const;
    bool namesOneService() const;
};

struct NamedAction {
    const IamService* service = nullptr;
    const IamAction* action = nullptr;

    std::string text() const;  ///< "s3:GetObject"
};

/// The actions that the pattern matches; none where its service is not one, or not known.
std::vector<NamedAction> actionsMeantBy(std::string_view pattern);
/// The one that the pattern names; none for wildcards and unknown names.
std::optional<NamedAction> actionNamedBy(std::string_view pattern);

/// Of `candidates` the one that the word was probably meant to be; empty where none is near.
std::string_view nearestTo(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace gw
