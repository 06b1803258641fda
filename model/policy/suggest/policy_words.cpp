#include "model/policy/suggest/suggest_parts.h"

namespace gw {
namespace {

bool isActionElement(std::string_view key) {
    return key == "Action" || key == "NotAction";
}

/// Actions of a statement that are asked what they take: no policy that AWS stores holds as many.
constexpr std::size_t maxHeardActions = 512;

/// Whether both lie in the same member of one object. The keys are views into one text: where they start says which
/// they are, however long they are.
bool isSameMember(const DraftToken& token, const DraftCursor& cursor) {
    if (token.object != cursor.object || token.path.size() != cursor.path.size()) return false;
    return token.path.empty() || token.path.back().data() == cursor.path.back().data();
}

}  // namespace

std::vector<std::string> SuggestPlace::services() const {
    HeardWords found;
    found.add(place.service);
    for (const std::string_view action : actions.inOrder())
        if (const auto colon = action.find(':'); colon != std::string_view::npos) found.add(action.substr(0, colon));
    if (place.type == PolicyType::Trust) found.add("sts");
    for (const std::string& service : vocabulary.services) found.add(service);
    return {found.inOrder().begin(), found.inOrder().end()};
}

std::vector<NamedAction> SuggestPlace::namedActions() const {
    std::vector<NamedAction> found;
    std::unordered_set<const IamAction*> seen;
    for (const std::string_view action : actions.inOrder())
        for (const NamedAction& each : actionsMeantBy(action))
            if (seen.insert(each.action).second) found.push_back(each);
    return found;
}

std::string_view SuggestPlace::element() const {
    return cursor.path.empty() ? std::string_view() : cursor.path.back();
}

std::string_view SuggestPlace::pathAt(std::size_t depth) const {
    return depth < cursor.path.size() ? cursor.path[depth] : std::string_view();
}

SuggestPlace suggestPlaceOf(std::string_view text, std::size_t at, const PolicyPlace& place,
                            const PolicyVocabulary& vocabulary) {
    SuggestPlace found{draftCursorAt(text, at), place, vocabulary};
    eachDraftToken(text, [&](const DraftToken& token) {
        const bool isOwn = found.cursor.token && token.begin == found.cursor.token->begin;
        if (isOwn) return;
        if (token.isKey && token.object == found.cursor.object) found.members.add(token.text);
        if (token.isKey || !token.isString) return;
        if (isSameMember(token, found.cursor)) found.listed.add(token.text);
        if (token.statement == found.cursor.statement && token.path.size() == 2 && isActionElement(token.path[1]) &&
            found.actions.inOrder().size() < maxHeardActions)
            found.actions.add(token.text);
    });
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
