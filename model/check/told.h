#pragma once
#include <string>
#include <unordered_set>

#include "model/core/id.h"

namespace gw {

/// The things that rules have found errors about, for a rule that looks after the others. What is waived counts too:
/// who accepts an error accepts what comes of it.
class Told {
public:
    /// `ofTraffic`: the error says that packets do not arrive, not only that AWS or somebody else would mind.
    void add(const AnyId& subject, bool ofTraffic) {
        subjects_.insert(subject.value);
        if (ofTraffic) stopped_.insert(subject.value);
    }
    bool has(const AnyId& thing) const { return subjects_.contains(thing.value); }
    bool hasStopped(const AnyId& thing) const { return stopped_.contains(thing.value); }

private:
    std::unordered_set<std::string> subjects_;
    std::unordered_set<std::string> stopped_;
};

}  // namespace gw
