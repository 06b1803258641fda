#include "model/design/text_form.h"

#include <array>
#include <cmath>

#include "model/core/visible_text.h"

namespace gw {
namespace {

/// More digits than this of a number are not repeated.
constexpr std::size_t longestNumber = 60;

}  // namespace

std::string textOf(double value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end};
}

Status readText(std::string_view text, std::string& out) {
    out = text;
    return {};
}

std::string textOf(const NumberRange& range) {
    const auto bound = [](double value) { return std::to_string(static_cast<long long>(value)); };
    return bound(range.least) + " to " + bound(range.most);
}

Status readText(std::string_view text, bool& out) {
    if (text != "true" && text != "false") return fail("Say yes or no.");
    out = text == "true";
    return {};
}

Status readText(std::string_view text, int& out) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::invalid_argument || end != text.data() + text.size())
        return fail(quotedBriefly(text) + " is no whole number.");
    if (error != std::errc{} || value < -maxWholeNumber || maxWholeNumber < value)
        return fail(shortened(text, longestNumber) + " is too large; stay within " + std::to_string(maxWholeNumber) +
                    " either side of 0.");
    out = value;
    return {};
}

Status readText(std::string_view text, double& out) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return fail(quotedBriefly(text) + " is no number.");
    out = value;
    return {};
}

Status readText(std::string_view text, PolicyDocument& out) {
    auto policy = PolicyDocument::parse(text);
    if (!policy) {
        const TextPosition at = positionAt(text, policy.error().offset);
        return fail("Line " + std::to_string(at.line) + ", column " + std::to_string(at.column) + ": " +
                    policy.error().message);
    }
    out = *std::move(policy);
    return {};
}

}  // namespace gw
