#include "model/policy/read_elements.h"
#include "model/core/visible_text.h"

#include <algorithm>
#include <set>

namespace gw {
namespace {

using ProblemKind = PolicyProblem::Kind;

constexpr std::size_t mostProblems = 1000;

}  // namespace

void ProblemList::add(ProblemKind kind, std::size_t offset, std::string message) {
    if (all_.size() < mostProblems) all_.push_back({kind, offset, std::move(message)});
}

std::vector<PolicyProblem> ProblemList::take() {
    std::ranges::stable_sort(all_, {}, &PolicyProblem::offset);
    return std::move(all_);
}

bool isCleanObject(const JsonNode& node, std::string_view what, ProblemList& problems) {
    if (!node.is(JsonNode::Kind::Object)) {
        problems.add(ProblemKind::WrongType, node.offset, std::string(what) + " is no JSON object; write { ... }.");
        return false;
    }
    std::set<std::string_view> seen;
    for (const auto& [key, child] : node.children)
        if (!seen.insert(key).second)
            problems.add(ProblemKind::DuplicateKey, child.keyOffset,
                         quotedBriefly(key) + " stands here twice; IAM refuses that. Take one out.");
    return true;
}

void refuseUnknown(const JsonNode& object, std::initializer_list<std::string_view> known, ProblemList& problems) {
    for (const auto& [key, child] : object.children) {
        if (std::ranges::find(known, key) != known.end()) continue;
        std::string words;
        for (const std::string_view word : known) words += (words.empty() ? "" : ", ") + std::string(word);
        problems.add(ProblemKind::UnknownElement, child.keyOffset,
                     "IAM knows no element " + quotedBriefly(key) + " here; there are " + words + ". Case counts.");
    }
}

std::vector<PlacedText> readStrings(const JsonNode& node, std::string_view what, ProblemList& problems) {
    std::vector<PlacedText> found;
    const auto take = [&](const JsonNode& each) {
        if (each.is(JsonNode::Kind::String))
            found.push_back({each.text, each.offset});
        else
            problems.add(ProblemKind::WrongType, each.offset, std::string(what) + " takes texts in quotes alone.");
    };
    if (node.is(JsonNode::Kind::Array)) {
        if (node.children.empty())
            problems.add(ProblemKind::Empty, node.offset,
                         std::string(what) + " is an empty list; it takes one text or more.");
        for (const auto& [key, child] : node.children) take(child);
    } else {
        take(node);
    }
    return found;
}

}  // namespace gw
