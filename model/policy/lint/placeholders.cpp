#include "model/policy/lint/placeholders.h"

#include <algorithm>

namespace gw {
namespace {

bool isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// A policy variable by its looks: "aws:username", "s3:prefix", with or without a default, or an escape "*", "?", "$".
bool isVariable(std::string_view inside) {
    const std::string_view key = inside.substr(0, inside.find(','));
    if (key == "*" || key == "?" || key == "$") return true;
    const auto colon = key.find(':');
    // "AWS::Region" is CloudFormation's.
    return colon != std::string_view::npos && colon > 0 && key.substr(colon, 2) != "::";
}

/// "<account-id>": nothing that IAM writes looks so.
std::string_view bracketed(std::string_view text) {
    for (auto open = text.find('<'); open != std::string_view::npos; open = text.find('<', open + 1)) {
        const auto close = text.find('>', open);
        if (close == std::string_view::npos) return {};
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const bool isName = !inside.empty() && isLetter(inside.front()) && std::ranges::all_of(inside, [](char c) {
            return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ' ';
        });
        if (isName) return text.substr(open, close - open + 1);
    }
    return {};
}

}  // namespace

VariableText variableIn(std::string_view text, std::size_t from) {
    const auto open = text.find("${", from);
    if (open == std::string_view::npos) return {{}, open, true};
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) return {text.substr(open + 2), open, false};
    return {text.substr(open + 2, close - open - 2), open, true};
}

std::string_view placeholderIn(std::string_view text) {
    for (VariableText found = variableIn(text); found.at != std::string_view::npos;
         found = variableIn(text, found.at + 2))
        if (found.closed && !found.inside.empty() && !isVariable(found.inside) &&
            found.inside.find_first_of(" '\"") == std::string_view::npos)
            return text.substr(found.at, found.inside.size() + 3);
    if (const auto open = text.find("{{"); open != std::string_view::npos)
        if (const auto close = text.find("}}", open); close != std::string_view::npos)
            return text.substr(open, close - open + 2);
    return bracketed(text);
}

}  // namespace gw
