#include <algorithm>

#include "model/policy/suggest/suggest_parts.h"

namespace gw {
namespace {

bool isActionElement(std::string_view key) {
    return key == "Action" || key == "NotAction";
}

void addOnce(std::vector<std::string>& into, std::string_view text) {
    if (!text.empty() && std::ranges::find(into, text) == into.end()) into.emplace_back(text);
}

}  // namespace

std::vector<std::string> SuggestPlace::services() const {
    std::vector<std::string> found;
    addOnce(found, place.service);
    for (const std::string& action : actions)
        if (const auto colon = action.find(':'); colon != std::string::npos) addOnce(found, action.substr(0, colon));
    if (place.type == PolicyType::Trust) addOnce(found, "sts");
    for (const std::string& service : vocabulary.services) addOnce(found, service);
    return found;
}

std::vector<NamedAction> SuggestPlace::namedActions() const {
    std::vector<NamedAction> found;
    for (const std::string& action : actions)
        for (const NamedAction& each : actionsMeantBy(action)) found.push_back(each);
    return found;
}

std::string_view SuggestPlace::element() const {
    return cursor.path.empty() ? std::string_view() : std::string_view(cursor.path.back());
}

std::string_view SuggestPlace::pathAt(std::size_t depth) const {
    return depth < cursor.path.size() ? std::string_view(cursor.path[depth]) : std::string_view();
}

SuggestPlace suggestPlaceOf(std::string_view text, std::size_t at, const PolicyPlace& place,
                            const PolicyVocabulary& vocabulary) {
    SuggestPlace found{draftCursorAt(text, at), place, vocabulary};
    for (const DraftToken& token : draftTokens(text)) {
        const bool isOwn = found.cursor.token && token.begin == found.cursor.token->begin;
        if (isOwn) continue;
        if (token.isKey && token.object == found.cursor.object) addOnce(found.members, token.text);
        if (token.isKey || !token.isString) continue;
        if (token.object == found.cursor.object && token.path == found.cursor.path) addOnce(found.listed, token.text);
        if (token.statement == found.cursor.statement && token.path.size() == 2 && isActionElement(token.path[1]))
            addOnce(found.actions, token.text);
    }
    return found;
}

SuggestCandidate withPlaceholder(std::string_view form, std::string detail) {
    SuggestCandidate made{std::string(form), std::move(detail), {}, {}};
    for (std::size_t i = 0; i < form.size(); ++i) {
        const std::size_t close = form.substr(i).starts_with("${") ? form.find('}', i) : std::string_view::npos;
        if (close == std::string_view::npos) {
            made.value += form[i];
            continue;
        }
        if (made.selectFrom == std::string::npos) made.selectFrom = made.value.size();
        made.value += form.substr(i + 2, close - i - 2);
        if (made.selectTo == std::string::npos) made.selectTo = made.value.size();
        i = close;
    }
    return made;
}

}  // namespace gw
