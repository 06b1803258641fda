#include "model/policy/lint/subsumption.h"

#include <algorithm>

#include "model/policy/lint/globs.h"
#include "model/policy/request_context.h"

namespace gw {
namespace {

std::vector<std::string> sortedTexts(const std::vector<PlacedText>& texts) {
    std::vector<std::string> sorted;
    for (const PlacedText& text : texts) sorted.push_back(text.text);
    std::ranges::sort(sorted);
    return sorted;
}

template <class Covers>
bool listCovers(const PatternList& outer, const PatternList& inner, Covers covers) {
    const auto coveredBy = [&](const PatternList& list, const PlacedText& text) {
        return std::ranges::any_of(list.patterns, [&](const PlacedText& wide) { return covers(wide.text, text.text); });
    };
    if (outer.negated && inner.negated)
        return std::ranges::all_of(outer.patterns, [&](const PlacedText& text) { return coveredBy(inner, text); });
    if (outer.negated) return false;
    const bool everything =
        std::ranges::any_of(outer.patterns, [](const PlacedText& text) { return text.text == "*"; });
    return everything || (!inner.negated && std::ranges::all_of(inner.patterns, [&](const PlacedText& text) {
               return coveredBy(outer, text);
           }));
}

bool principalsCover(const std::optional<PrincipalList>& outer, const std::optional<PrincipalList>& inner) {
    if (!outer || !inner) return !outer && !inner;
    const auto holds = [](const PrincipalList& list, const PrincipalEntry& entry) {
        return std::ranges::any_of(list.entries, [&](const PrincipalEntry& each) {
            return each.kind == entry.kind && each.name.text == entry.name.text;
        });
    };
    if (outer->negated || inner->negated)
        return outer->negated && inner->negated &&
               std::ranges::all_of(outer->entries, [&](const PrincipalEntry& each) { return holds(*inner, each); });
    return std::ranges::any_of(outer->entries, [](const PrincipalEntry& each) { return each.name.text == "*"; }) ||
           std::ranges::all_of(inner->entries, [&](const PrincipalEntry& each) { return holds(*outer, each); });
}

bool resourcesCover(const std::optional<PatternList>& outer, const std::optional<PatternList>& inner) {
    return !outer || (inner && listCovers(*outer, *inner, resourceCovers));
}

}  // namespace

bool isSameCondition(const PolicyCondition& a, const PolicyCondition& b) {
    return a.compares == b.compares && lowerCase(a.key.text) == lowerCase(b.key.text) &&
           sortedTexts(a.values) == sortedTexts(b.values);
}

bool actionsCover(const PolicyStatement& outer, const PolicyStatement& inner) {
    return listCovers(outer.action, inner.action, [](const std::string& wide, const std::string& narrow) {
        return globCovers(lowerCase(wide), lowerCase(narrow));
    });
}

bool covers(const PolicyStatement& outer, const PolicyStatement& inner) {
    // A list that could not be read covers nothing for certain.
    if (outer.action.patterns.empty() || inner.action.patterns.empty()) return false;
    return actionsCover(outer, inner) && resourcesCover(outer.resource, inner.resource) &&
           principalsCover(outer.principal, inner.principal) &&
           std::ranges::all_of(outer.conditions, [&](const PolicyCondition& asked) {
               return std::ranges::any_of(inner.conditions,
                                          [&](const PolicyCondition& each) { return isSameCondition(asked, each); });
           });
}

}  // namespace gw
