#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/match.h"
#include "model/policy/pattern_token.h"
#include "model/policy/request_context.h"

namespace gw {

/// How the text of a pattern is to be understood.
struct PatternStyle {
    /// How far a wildcard reaches over the colons of an ARN.
    enum class Colons : std::uint8_t {
        /// `*` and `?` match colons as they match all else: actions, StringLike.
        Free,
        /// Within its part of the six (ArnLike, F-300); a `*` that ends the pattern covers all that is left.
        Arn,
        /// As Arn, and a `*` that ends a part may run on past the colon: the Resource element
        /// (IAM User Guide, "IAM JSON policy elements: Resource").
        Resource
    };
    bool wildcards = true;
    bool variables = false;
    bool ignoreCase = false;
    Colons colons = Colons::Free;
};

/// A pattern of a policy, taken apart once.
class Pattern {
public:
    Pattern() = default;
    Pattern(std::string_view text, PatternStyle style);

    /// Whether the text matches. A variable without a value matches nothing; one whose key is not known may match.
    Match matches(std::string_view text, const RequestContext& context) const;

    /// For a pattern without variables.
    bool matchesPlain(std::string_view text) const;

    /// Whether it has neither wildcard nor variable.
    bool isLiteral() const { return form_ == Form::Exact; }
    /// What stands before the first wildcard or variable.
    std::string_view literalStart() const { return plain_; }
    /// What it is made of, with a free run in the place of each variable: all that it could match.
    std::vector<PatternToken> outline() const;
    bool ignoresCase() const { return ignoreCase_; }
    bool hasVariables() const { return !variables_.empty(); }
    /// The variables' keys in lower case, for telling which ones are missing.
    std::vector<std::string_view> variableKeys() const;

private:
    using Token = PatternToken;
    enum class Form : std::uint8_t { Everything, Exact, Prefix, General };
    struct Variable {
        std::string key{};
        bool hasDefault = false;
        std::string defaultText{};
        /// The token it stands before.
        std::size_t at = 0;
    };

    void tokenize(std::string_view text, PatternStyle style);
    std::size_t takeVariable(std::string_view text, std::size_t at);
    void classify();
    void appendLiteral(std::string_view text, std::vector<Token>& into) const;

    Form form_ = Form::Exact;
    bool ignoreCase_ = false;
    /// The text of Exact, the start of Prefix; lower case where case does not count.
    std::string plain_;
    std::vector<Token> tokens_;
    std::vector<Variable> variables_;
};

/// Whether the pattern of an action or resource (`*` any run, `?` one character) matches the text; actions are compared
/// without regard to case.
bool matchesWildcard(std::string_view pattern, std::string_view text, bool ignoreCase = false);

}  // namespace gw
