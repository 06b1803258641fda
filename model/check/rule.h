#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/check/facts.h"
#include "model/edit/edit.h"

namespace gw {

enum class Severity : std::uint8_t { Hint, Warning, Error };
constexpr auto namesOf(Severity) {
    return std::to_array<EnumName<Severity>>({{Severity::Hint, "hint", "Hint"},
                                              {Severity::Warning, "warning", "Warning"},
                                              {Severity::Error, "error", "Error"}});
}

/// What a finding threatens.
enum class Category : std::uint8_t { Api, Traffic, Security, Cost, Practice };
constexpr auto namesOf(Category) {
    return std::to_array<EnumName<Category>>({{Category::Api, "api", "AWS refuses it"},
                                              {Category::Traffic, "traffic", "Traffic"},
                                              {Category::Security, "security", "Security"},
                                              {Category::Cost, "cost", "Cost"},
                                              {Category::Practice, "practice", "Practice"}});
}

/// Whether a fix keeps what the design means (Safe), or may change it and is looked at first (Review).
enum class Safety : std::uint8_t { Safe, Review };

struct Fix {
    Safety safety = Safety::Review;
    Edit edit;
};

/// Fixes under their own label: a verb and its object in the user's names, "Move app-b to 10.20.3.0/24".
Fix safeFix(std::string label, Edit edit);
Fix reviewedFix(std::string label, Edit edit);

/// One thing found by one rule, about one subject.
struct Finding {
    AnyId subject{};
    /// What is wrong, one sentence in the user's own names, at most some 60 characters where that can be.
    std::string message{};
    Severity severity = Severity::Warning;
    std::vector<Fix> fixes{};
};

/// A rule is a value: what it is called, why it matters, and the function that looks.
struct Rule {
    std::string_view code;  ///< "VPE009", as in the rule catalogue; never reused
    std::string_view name;  ///< "endpoint-on-default-security-group": its file and its fixture folder
    Severity severity;      ///< the usual one; a finding may differ
    Category category;
    std::string_view title;  ///< the rule as a sentence that holds in a good design
    std::string_view why;
    std::string_view howToFix;
    std::string_view source;  ///< where AWS says so, by name; FACTS numbers
    std::vector<Finding> (*check)(const Facts&);
};

/// A finding together with its rule.
struct Diagnostic {
    const Rule* rule = nullptr;
    Finding finding{};
    /// The waiver that accepts it; nullptr where none holds. Points into the design checked.
    const Waiver* waiver = nullptr;
};

/// Every rule, in order of code.
std::span<const Rule* const> allRules();
/// nullptr where no rule has that code or name.
const Rule* ruleOf(std::string_view codeOrName);

/// Everything all rules find, in order of severity (worst first), code, subject. Waivers expire after their day:
/// `today` "2026-11-24"; empty holds them all.
std::vector<Diagnostic> check(const Facts& facts, const Date& today = {});

}  // namespace gw
