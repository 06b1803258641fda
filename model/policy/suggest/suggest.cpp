#include "model/policy/suggest/suggest.h"

#include <algorithm>
#include <optional>

#include "model/policy/request_context.h"
#include "model/policy/suggest/suggest_parts.h"

namespace gw {
namespace {

/// How well a candidate goes with what is typed, the least the best; none where it does not.
std::optional<int> rankOf(const SuggestCandidate& candidate, const std::string& lowerTyped) {
    if (lowerTyped.empty()) return 0;
    const std::string label = lowerCase(candidate.label);
    if (label.starts_with(lowerTyped)) return 0;
    // "get" finds s3:GetObject, and "s3:tagging" s3:GetBucketTagging.
    const std::size_t colon = label.find(':');
    const std::string_view name = std::string_view(label).substr(colon == std::string::npos ? 0 : colon + 1);
    if (name.starts_with(lowerTyped)) return 1;
    if (const std::size_t typedColon = lowerTyped.find(':'); typedColon != std::string::npos && typedColon == colon &&
                                                             label.starts_with(lowerTyped.substr(0, colon + 1)) &&
                                                             name.find(lowerTyped.substr(colon + 1)) != name.npos)
        return 2;
    if (label.find(lowerTyped) != std::string::npos) return 2;
    if (lowerCase(candidate.detail).find(lowerTyped) != std::string::npos) return 3;
    return std::nullopt;
}

/// What a candidate puts into the text.
PolicySuggestion suggestionFor(const SuggestCandidate& candidate, const DraftCursor& cursor, std::size_t at) {
    PolicySuggestion made{candidate.label, candidate.detail};
    const std::string& value = candidate.value.empty() ? candidate.label : candidate.value;
    const bool isKey = cursor.turn == DraftTurn::Key;
    made.begin = at;
    made.end = at;
    if (cursor.token) {
        made.begin = cursor.token->begin + 1;
        made.end = cursor.token->end;
        // A string without its second quote may have run over what stands behind the cursor.
        if (!cursor.token->isClosed) made.end = at;
    } else {
        made.insert = "\"";
    }
    const std::size_t valueAt = made.insert.size();
    made.insert += value + "\"";
    std::size_t base = valueAt;
    if (isKey && !cursor.hasColon) {
        const bool ownColon = candidate.behind.starts_with(':');
        made.insert += ownColon ? "" : ": ";
        if (!ownColon) base = made.insert.size();
        made.insert += candidate.behind;
    } else if (isKey && !candidate.behind.starts_with(':')) {
        // Only the name changes; what stands behind it stays.
        made.selectFrom = made.selectTo = made.insert.size();
        return made;
    }
    const bool isInside = candidate.selectFrom != std::string::npos;
    // A service's prefix alone is not done: the action follows.
    const bool goesOn = !isKey && value.ends_with(':');
    const std::size_t end = goesOn ? valueAt + value.size() : made.insert.size();
    made.selectFrom = isInside ? base + candidate.selectFrom : end;
    made.selectTo = isInside ? base + candidate.selectTo : end;
    return made;
}

}  // namespace

std::vector<PolicySuggestion> suggestionsAt(std::string_view text, std::size_t cursor, const PolicyPlace& place,
                                            const PolicyVocabulary& vocabulary) {
    if (text.size() > maxPolicyBytes) return {};
    cursor = std::min(cursor, text.size());
    const SuggestPlace at = suggestPlaceOf(text, cursor, place, vocabulary);
    if (at.cursor.turn == DraftTurn::Nothing) return {};
    const std::vector<SuggestCandidate> all =
        at.cursor.turn == DraftTurn::Key ? keyCandidates(at) : valueCandidates(at);
    const std::string typed = lowerCase(at.cursor.typed);
    std::vector<std::pair<int, const SuggestCandidate*>> ranked;
    for (const SuggestCandidate& each : all)
        if (const auto rank = rankOf(each, typed)) ranked.emplace_back(*rank, &each);
    std::ranges::stable_sort(ranked, {}, &std::pair<int, const SuggestCandidate*>::first);
    std::vector<PolicySuggestion> found;
    for (const auto& each : ranked) {
        const SuggestCandidate& candidate = *each.second;
        const auto same = [&](const PolicySuggestion& other) { return other.label == candidate.label; };
        if (std::ranges::any_of(found, same)) continue;
        if (found.size() == maxPolicySuggestions) break;
        found.push_back(suggestionFor(candidate, at.cursor, cursor));
    }
    return found;
}

std::string taken(std::string text, const PolicySuggestion& suggestion) {
    return text.replace(suggestion.begin, suggestion.end - suggestion.begin, suggestion.insert);
}

}  // namespace gw
