#pragma once
#include <string_view>

/// "${...}" and what else stands in a policy's texts for something.
namespace gw {

/// What stands between "${" and "}" (or up to the end), and where.
struct VariableText {
    std::string_view inside{};
    std::size_t at = 0;
    bool closed = true;
};
/// The first at or behind `from`; `at` is npos where there is none.
VariableText variableIn(std::string_view text, std::size_t from = 0);

/// Something still to be filled in before AWS sees the policy: "${ACCOUNT_ID}", "${AWS::Region}", "<my-account>",
/// "{{ bucket }}". Empty where there is none. A policy variable has a prefix, as in "${aws:username}".
std::string_view placeholderIn(std::string_view text);

}  // namespace gw
