#pragma once
#include <string>
#include <unordered_set>

#include "model/core/id.h"

namespace gw {

/// The things that rules have found errors about, for a rule that looks after the others.
class Told {
public:
    void add(const AnyId& subject) { subjects_.insert(subject.value); }
    bool has(const AnyId& thing) const { return subjects_.contains(thing.value); }

private:
    std::unordered_set<std::string> subjects_;
};

}  // namespace gw
