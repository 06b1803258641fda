#include "model/policy/arn.h"

#include <algorithm>

namespace gw {

std::optional<Arn> Arn::parse(std::string_view text) {
    Arn arn;
    if (!text.starts_with("arn:")) return std::nullopt;
    text.remove_prefix(4);
    for (std::string_view* part : {&arn.partition, &arn.service, &arn.region, &arn.account}) {
        const auto colon = text.find(':');
        if (colon == std::string_view::npos) return std::nullopt;
        *part = text.substr(0, colon);
        text.remove_prefix(colon + 1);
    }
    arn.resource = text;
    return arn;
}

bool isArnWithin(std::string_view arn, std::string_view around) {
    if (around.empty() || around == "*" || !arn.starts_with(around)) return false;
    return arn.size() == around.size() || arn[around.size()] == '/' || arn[around.size()] == ':';
}

bool isAccountNumber(std::string_view text) {
    return text.size() == 12 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace gw
