#pragma once
#include <tl/expected.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/proof/box.h"
#include "model/policy/proof/key_classes.h"
#include "model/policy/proof/proof_policy.h"
#include "model/policy/proof/text_classes.h"

namespace gw {

/// What a question tells requests apart by.
struct RequestDistinctions {
    std::vector<SharedPolicy> policies{};
    /// Beyond those of the policies.
    std::vector<const CompiledCondition*> conditions{};
    /// Groups of patterns of actions, in lower case, and of resources, beyond those of the policies.
    std::vector<std::vector<Pattern>> actions{};
    std::vector<std::vector<Pattern>> resources{};
    /// Accounts to have principals of.
    std::vector<std::string> accounts{};
};

/// Something of a policy that a proof cannot see through: a variable, or a key compared as values of two types. In the
/// boxes it stands for itself: it holds or not.
struct OpaqueElement {
    /// In a sentence: "the condition StringEquals aws:PrincipalTag/team".
    std::string text{};
    /// In bytes of the question's text.
    std::size_t offset = 0;
    std::size_t dimension = 0;
};

/// All requests there are, as classes that the policies of a question can tell apart, and the policies' statements as
/// boxes of them.
class RequestSpace {
public:
    /// Refuses what would take too long, with the reason.
    static tl::expected<RequestSpace, std::string> of(const RequestDistinctions& distinctions);

    static constexpr std::size_t principalDimension = 0;
    static constexpr std::size_t actionDimension = 1;
    static constexpr std::size_t resourceDimension = 2;
    static constexpr std::size_t firstKeyDimension = 3;

    const BoxSpace& boxes() const { return boxes_; }
    const std::vector<RequestPrincipal>& principals() const { return principals_; }
    /// In lower case.
    const std::vector<std::string>& actions() const { return actions_; }
    const std::vector<std::string>& resources() const { return resources_; }
    /// Each has the dimension `firstKeyDimension` and its index.
    const std::vector<KeyClasses>& keys() const { return keys_; }
    const std::vector<OpaqueElement>& opaque() const { return opaque_; }
    /// The action as a policy writes it, where one does.
    std::string spelled(const std::string& lowerAction) const;

    template <class Holds>
    ClassSet principalsWhere(Holds holds) const {
        return classesWhere(principals_, holds);
    }
    template <class Holds>
    ClassSet actionsWhere(Holds holds) const {
        return classesWhere(actions_, holds);
    }
    template <class Holds>
    ClassSet resourcesWhere(Holds holds) const {
        return classesWhere(resources_, holds);
    }

    /// Where the statement speaks of a request, leaving its effect aside; `principals`: whom it means. Few boxes, or
    /// none where that takes too many.
    std::optional<std::vector<RequestBox>> boxesOf(const ProofPolicy& policy, std::size_t statement,
                                                   const ClassSet& principals) const;
    /// Where the condition, one of those of the distinctions and without variables, holds.
    void narrow(RequestBox& box, const CompiledCondition& condition) const;
    /// Leaves the classes of the key that hold no value, and those whose condition holds.
    void narrowToAbsentOr(RequestBox& box, const CompiledCondition& condition) const;
    /// Leaves the key absent.
    void narrowToAbsent(RequestBox& box, std::string_view lowerKey) const;

private:
    /// A part of a statement: where it holds for certain, where it may, and which opaque element says.
    struct Term {
        std::size_t dimension = 0;
        ClassSet certain{};
        ClassSet possible{};
        std::optional<std::size_t> opaque{};
        /// It holds where the opaque element does not.
        bool inverted = false;
    };

    template <class Classes, class Holds>
    static ClassSet classesWhere(const Classes& classes, Holds holds) {
        ClassSet set(classes.size(), false);
        for (std::size_t i = 0; i < classes.size(); ++i)
            if (holds(classes[i])) set.add(i);
        return set;
    }

    tl::expected<void, std::string> addActions(const RequestDistinctions& distinctions);
    tl::expected<void, std::string> addResources(const RequestDistinctions& distinctions);
    tl::expected<void, std::string> addKeys(const RequestDistinctions& distinctions);
    void addOpaque(const SharedPolicy& policy);
    std::size_t opaqueDimensionOf(const std::string& identity, std::string text, std::size_t offset);
    Match matchOn(const CompiledCondition& condition, const KeyClasses& key, const KeyValues& values) const;
    Term termOf(const CompiledCondition& condition) const;
    Term termOfResource(const ProofPolicy& policy, std::size_t statement) const;
    std::size_t dimensionOfKey(std::string_view lowerKey) const;

    BoxSpace boxes_;
    std::vector<RequestPrincipal> principals_;
    std::vector<std::string> actions_;
    std::map<std::string, std::string> spelling_;
    std::vector<std::string> resources_;
    std::vector<KeyClasses> keys_;
    std::map<std::string, std::size_t, std::less<>> keyDimensions_;
    std::vector<OpaqueElement> opaque_;
    std::map<std::string, std::size_t> opaqueDimensions_;
    std::map<const CompiledCondition*, std::size_t> opaqueConditions_;
    std::map<std::pair<const ProofPolicy*, std::size_t>, std::size_t> opaqueResources_;
};

}  // namespace gw
