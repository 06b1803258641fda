#pragma once
#include "model/reach/permission.h"

namespace gw {

/// Who calls what: the names that sentences need beyond those of a ruling.
struct Journey {
    const Flow* flow = nullptr;
    std::string_view caller{};  ///< id
    std::string_view callerName{};
    std::string_view target{};  ///< id
    std::string_view targetName{};
    bool toService = false;  ///< the target is a resource of an AWS service: policies are asked
    Call call{};
    std::string host{};
    /// Stages that hold for every branch: the name, and what the service itself says.
    std::vector<Ruling> common{};
    std::vector<Branch> branches{};
    /// What policies say, each once, and which of them is for which branch; empty where no policy is asked.
    std::vector<Permission> permissions{};
    std::vector<std::size_t> permissionOf{};
    std::vector<std::string> missing{};
};

/// The ruling as people read it: one sentence, and the deciding rule in short.
Step inWords(const Network& network, const Journey& journey, const Ruling& ruling);

/// For a ruling that knows too little: the fact that is missing, one sentence.
std::string missingFact(const Journey& journey, const Ruling& ruling);

}  // namespace gw
