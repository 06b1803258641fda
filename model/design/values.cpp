#include "model/design/values.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace gw {
namespace {

bool digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view text) {
    int value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

}  // namespace

tl::expected<PolicyDocument, JsonError> PolicyDocument::parse(std::string_view text) {
    const auto node = parseJson(text);
    if (!node) return tl::unexpected<JsonError>(node.error());
    if (!node->is(JsonNode::Kind::Object))
        return tl::unexpected<JsonError>({node->offset, "a policy is a JSON object; start it with {."});
    return of(*node);
}

PolicyDocument PolicyDocument::of(const JsonNode& object) {
    PolicyDocument policy;
    policy.text_ = prettyJson(object, 0, 80);
    return policy;
}

PolicyDocument PolicyDocument::literal(std::string_view text) {
    const auto policy = parse(text);
    if (!policy) std::abort();
    return *policy;
}

Result<Date> Date::parse(std::string_view text) {
    const auto bad = [&] { return fail("\"" + std::string(text) + "\" is no date; write one like 2026-11-24."); };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return bad();
    if (!digits(text.substr(0, 4)) || !digits(text.substr(5, 2)) || !digits(text.substr(8, 2))) return bad();
    const std::chrono::year_month_day day{std::chrono::year{number(text.substr(0, 4))},
                                          std::chrono::month{static_cast<unsigned>(number(text.substr(5, 2)))},
                                          std::chrono::day{static_cast<unsigned>(number(text.substr(8, 2)))}};
    if (!day.ok()) return bad();
    Date date;
    date.text_ = text;
    return date;
}

Result<AccountNumber> AccountNumber::parse(std::string_view text) {
    if (text.size() != 12 || !digits(text))
        return fail("\"" + std::string(text) + "\" is no account number; it has twelve digits.");
    AccountNumber account;
    account.text_ = text;
    return account;
}

}  // namespace gw
