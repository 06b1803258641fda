#pragma once
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/check/facts.h"
#include "model/check/told.h"
#include "model/core/severity.h"
#include "model/edit/edit.h"

namespace gw {

constexpr auto namesOf(Severity) {
    return std::to_array<EnumName<Severity>>({{Severity::Hint, "hint", "Hint"},
                                              {Severity::Warning, "warning", "Warning"},
                                              {Severity::Error, "error", "Error"}});
}

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

/// How a rule looks at a design: at all of it at once, or at one row of a table (one flow) after the other. What it
/// finds about one row must then follow from the facts and that row alone, so that it is not asked again while nothing
/// that it read has changed. Either way it finds the same. A rule that looks after the others also knows what they
/// found errors about; it offers no fixes.
class Look {
public:
    using Found = std::vector<Finding>;
    using Visit = std::function<void(const std::string& id, const void* row)>;

    /// The rows that a rule looks at one after the other.
    struct Rows {
        void (*walk)(const Facts&, const Visit&) = nullptr;
        Part ids = 0;  ///< has changed where one has come or gone
        /// The row of that id, which must be one of them; nullptr where they are asked for by walking alone.
        const void* (*find)(const Facts&, const std::string& id) = nullptr;
    };

    constexpr Look(Found (*atAll)(const Facts&)) : atAll_(atAll) {}
    constexpr Look(Found (*last)(const Facts&, const Told&)) : afterOthers_(last) {}
    constexpr Look(Rows rows, void (*atOne)(const Facts&, const void* row, Found&)) : rows_(rows), atOne_(atOne) {}

    /// All that the rule finds.
    Found operator()(const Facts& facts) const;

    bool isAfterOthers() const { return afterOthers_ != nullptr; }
    Found afterOthers(const Facts& facts, const Told& told) const { return afterOthers_(facts, told); }

    bool isByRow() const { return rows_.walk != nullptr; }
    /// Where it looks row by row: the rows in order of their ids, and what is found about one of them.
    void eachRow(const Facts& facts, const Visit& visit) const { rows_.walk(facts, visit); }
    /// Whether none has come or gone for sure.
    bool areRowsSame(const Changes& changes) const { return rows_.find && !changes.has(rows_.ids); }
    const void* rowOf(const Facts& facts, const std::string& id) const { return rows_.find(facts, id); }
    void lookAt(const Facts& facts, const void* row, Found& found) const { atOne_(facts, row, found); }

private:
    Found (*atAll_)(const Facts&) = nullptr;
    Found (*afterOthers_)(const Facts&, const Told&) = nullptr;
    Rows rows_{};
    void (*atOne_)(const Facts&, const void*, Found&) = nullptr;
};

/// Looks at each row of a table: `each<&Design::endpoints, lookAt>()`, where `lookAt(facts, endpoint, found)` adds to
/// what is found.
template <auto table, auto lookAt>
constexpr Look each() {
    using Row = decltype(detail::rowOfTable(table));
    return Look(Look::Rows{[](const Facts& facts, const Look::Visit& visit) {
                               for (const Row& row : facts.design().*table) visit(row.id.value, &row);
                           },
                           Table<Row>::partOfIds(),
                           [](const Facts& facts, const std::string& id) -> const void* {
                               return (facts.design().*table).find({id});
                           }},
                [](const Facts& facts, const void* row, Look::Found& found) {
                    lookAt(facts, *static_cast<const Row*>(row), found);
                });
}

/// The same for each flow: `lookAt(facts, flowFacts, found)`.
template <auto lookAt>
constexpr Look eachFlow() {
    return Look(Look::Rows{[](const Facts& facts, const Look::Visit& visit) {
                               for (const FlowFacts& flow : facts.flows()) visit(flow.flow.id.value, &flow);
                           },
                           Table<Flow>::partOfIds(),
                           [](const Facts& facts, const std::string& id) -> const void* { return facts.flowOf({id}); }},
                [](const Facts& facts, const void* row, Look::Found& found) {
                    const auto& flow = *static_cast<const FlowFacts*>(row);
                    Reading::note(Facts::partOfFlow(flow.flow.id));
                    lookAt(facts, flow, found);
                });
}

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
    Look check;
};

/// A finding together with its rule.
struct Diagnostic {
    const Rule* rule = nullptr;
    std::shared_ptr<const Finding> finding{};  ///< never nullptr
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
