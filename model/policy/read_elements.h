#pragma once
#include <initializer_list>

#include "model/policy/read.h"

/// The parts that a policy is read from; for read*.cpp of this room alone.
namespace gw {

/// Collects what is wrong, up to a bound.
class ProblemList {
public:
    void add(PolicyProblem::Kind kind, std::size_t offset, std::string message);
    std::vector<PolicyProblem> take();

private:
    std::vector<PolicyProblem> all_;
};

/// Whether the node is an object without duplicate keys; says so where it is not. `what`: "The statement".
bool isCleanObject(const JsonNode& node, std::string_view what, ProblemList& problems);
/// Says which members are none of `known`.
void refuseUnknown(const JsonNode& object, std::initializer_list<std::string_view> known, ProblemList& problems);
/// A string or a list of strings, at least one; `what`: "Action".
std::vector<PlacedText> readStrings(const JsonNode& node, std::string_view what, ProblemList& problems);

PrincipalList readPrincipal(const JsonNode& node, bool negated, PolicyType type, ProblemList& problems);
std::vector<PolicyCondition> readConditions(const JsonNode& node, bool variables, ProblemList& problems);

}  // namespace gw
