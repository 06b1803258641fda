#pragma once
#include <memory>
#include <vector>

#include "model/check/rule.h"

namespace gw {

/// What all rules find in a design, kept in pieces together with what was read to find them, for the findings of the
/// next version to take over.
class Findings {
public:
    /// `previous` are those of the facts that `facts` were made with; the outcome is the same without them.
    explicit Findings(const Facts& facts, const Findings* previous = nullptr);

    /// In order of severity (worst first), code, subject. Waivers expire after their day: `today` "2026-11-24"; empty
    /// holds them all.
    std::vector<Diagnostic> diagnostics(const Date& today = {}) const;

private:
    /// What a rule finds about one row, or in all.
    struct Piece {
        std::string row{};
        std::vector<Finding> findings{};
        std::vector<Part> read{};
    };
    struct OfRule {
        std::vector<std::shared_ptr<const Piece>> pieces{};
        /// By severity, worst first, then by subject.
        std::vector<std::shared_ptr<const Finding>> sorted{};
    };

    static std::shared_ptr<const Piece> pieceOf(const Facts& facts, const Rule& rule, const std::string& id,
                                                const void* row);
    static std::shared_ptr<const OfRule> ofRule(const Facts& facts, const Rule& rule, const OfRule* previous);

    const Design* design_;
    std::vector<std::shared_ptr<const OfRule>> byRule_;
};

}  // namespace gw
