#include "model/policy/lint/statement_actions.h"

#include <algorithm>
#include <numeric>

#include "model/policy/pattern.h"
#include "model/policy/request_context.h"

namespace gw {
namespace {

bool isPlain(std::string_view text) {
    return text.find_first_of("*?$") == std::string_view::npos;
}

/// Changes of one letter that make one word of the other, letter case aside; `most` + 1 for more than that.
std::size_t distance(const std::string& a, const std::string& b, std::size_t most) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return std::min(row.back(), most + 1);
}

}  // namespace

ActionPattern ActionPattern::of(std::string_view pattern) {
    const auto colon = pattern.find(':');
    if (colon == std::string_view::npos) return {"*", "*"};
    return {pattern.substr(0, colon), pattern.substr(colon + 1)};
}

bool ActionPattern::isLiteral() const {
    return isPlain(service) && isPlain(name);
}

bool ActionPattern::namesOneService() const {
    return isPlain(service);
}

std::string NamedAction::text() const {
    return std::string(service->prefix()) + ":" + std::string(action->name);
}

std::vector<NamedAction> actionsMeantBy(std::string_view pattern) {
    std::vector<NamedAction> found;
    const ActionPattern parts = ActionPattern::of(pattern);
    const IamService* service = parts.namesOneService() ? IamCatalog::builtIn().service(parts.service) : nullptr;
    if (!service) return found;
    const Pattern name(lowerCase(parts.name), PatternStyle{});
    for (const IamAction& action : service->actions())
        if (name.matchesPlain(lowerCase(action.name))) found.push_back({service, &action});
    return found;
}

std::optional<NamedAction> actionNamedBy(std::string_view pattern) {
    const ActionPattern parts = ActionPattern::of(pattern);
    const IamService* service = parts.isLiteral() ? IamCatalog::builtIn().service(parts.service) : nullptr;
    const IamAction* action = service ? service->action(parts.name) : nullptr;
    if (!action) return std::nullopt;
    return NamedAction{service, action};
}

std::string_view nearestTo(std::string_view word, const std::vector<std::string_view>& candidates) {
    const std::string wanted = lowerCase(word);
    std::size_t least = 1 + std::min<std::size_t>(3, wanted.size() / 4);
    std::string_view nearest;
    for (const std::string_view candidate : candidates) {
        const std::size_t far = distance(wanted, lowerCase(candidate), least - 1);
        if (far < least) {
            least = far;
            nearest = candidate;
        }
        if (least == 0) break;
    }
    return nearest;
}

}  // namespace gw
